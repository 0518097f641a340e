"""What was found on this laptop, to look at without changing anything."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from interview.recent import Recent
from interview.tui.literal import literal
from interview.tui.screens.start import Choice
from interview.tui.screens.text import Foot
from interview.versions import kept
from interview.workspace import CannotOpen, load
from outputs.problems import BadAgreement

HEADING = "Look at one of these. Nothing is changed. To bring one back, open it and press Ctrl+R."


class FoundScreen(Screen[None]):
    """Every agreement opened lately, each with its earlier states below it."""

    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("escape,b,q,ctrl+b", "close", show=False),
    ]

    def __init__(self, found: list[Recent]) -> None:
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page", can_focus=False):
            yield Static(literal(HEADING, "bold"), id="page-title")
            for n, each in enumerate(self._found):
                yield Choice(f"look-{n}", each.called, each.in_words, each.path)
                for m, state in enumerate(kept(each.path)):
                    note = state.found.in_words
                    yield Choice(f"look-{n}-{m}", f"  {state.label}", note, state.path)
        yield Static(id="message")
        yield Foot(
            Content.assemble(("Esc", "bold"), " close   ", ("Enter", "bold"), " look"),
            id="page-foot",
        )

    def on_mount(self) -> None:
        self.query_one("#message").display = False
        if self._found:
            self.query(Choice).first().focus()

    async def on_choice_made(self, event: Choice.Made) -> None:
        from interview.tui.screens.look import LookScreen

        event.stop()
        path = event.choice.path
        assert path is not None
        try:
            agreement = load(path)
        except (CannotOpen, BadAgreement) as error:
            note = self.query_one("#message", Static)
            note.update(literal(f"{path} cannot be shown. {error}"))
            note.display = True
            return
        await self.app.push_screen(LookScreen(event.choice.title, agreement))

    def action_close(self) -> None:
        self.app.pop_screen()
