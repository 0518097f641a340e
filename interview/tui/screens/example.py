"""Finished examples to look at: a short list, and each as a document."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Markdown, Static

from interview.examples import Example, document, examples
from interview.tui.literal import literal
from interview.tui.screens.start import Choice
from interview.tui.screens.text import Foot, TextScreen
from questions.load import bundled


class ExamplesScreen(Screen[None]):
    """Every worked example of the bank, with what it shows."""

    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("escape,b,q,ctrl+b", "close", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._examples = examples(bundled())

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page", can_focus=False):
            yield Static(literal("Finished examples. All are made up.", "bold"), id="page-title")
            for n, example in enumerate(self._examples):
                yield Choice(f"example-{n}", example.title, example.shows)
        yield Foot(
            Content.assemble(("Esc", "bold"), " close   ", ("Enter", "bold"), " read"),
            id="page-foot",
        )

    def on_mount(self) -> None:
        if self._examples:
            self.query(Choice).first().focus()

    async def on_choice_made(self, event: Choice.Made) -> None:
        event.stop()
        n = int(str(event.choice.id).removeprefix("example-"))
        await self.app.push_screen(ExampleScreen(self._examples[n]))

    def action_close(self) -> None:
        self.app.pop_screen()


class ExampleScreen(TextScreen):
    """One worked example as a document."""

    def __init__(self, example: Example) -> None:
        super().__init__(example.title, document(example, bundled()))

    def page(self) -> Widget:
        return Markdown(self._text, open_links=False)
