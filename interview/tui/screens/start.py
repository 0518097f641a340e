"""The first thing anybody sees. It is drawn before anything else is read or loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

if TYPE_CHECKING:
    from interview.recent import Recent
    from interview.tui.app import JointWorking
    from questions.model import Depth

WELCOME = (
    "Agree how you will work together: one question at a time, round one laptop.\n"
    "You leave with a first draft for your committees. Nobody signs tonight."
)
NEW: Final[tuple[tuple[Depth, str, str], ...]] = (
    ("short", "Start a new agreement, short", "about 35 minutes, some of it usual wording"),
    ("quick", "Start a new agreement, quick", "about 70 minutes for three partners"),
    ("full", "Start a new agreement, in full", "every topic; three evenings"),
)
NOTICE = "NCVO-style questions; not made or endorsed by NCVO. Not legal advice."


class Choice(Static, can_focus=True):
    """One thing to do, on a line."""

    class Made(Message):
        """Enter or a click."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, id: str, text: str, note: str = "", path: Path | None = None) -> None:
        super().__init__(id=id)
        self.title, self._note, self.path = text, note, path

    def render(self) -> Content:
        mark = "▸" if self.has_focus else " "
        return Content.assemble((f"{mark} {self.title}", "bold"), f"   {self._note}")

    def on_click(self) -> None:
        self.post_message(self.Made(self))

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.post_message(self.Made(self))


class StartScreen(Screen[None]):
    """New, reopen, an example, help."""

    AUTO_FOCUS = ""  # the arrow stands where we put it
    _found: list[Recent] = []

    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("q,ctrl+q", "leave", show=False),
        Binding("h,f1", "help", show=False),
        Binding("escape", "close_form", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Static(Content.styled("joint-working", "bold"), id="start-title")
        yield Static(WELCOME, id="start-welcome", markup=False)
        with Vertical(id="start-choices"):
            for depth, text, note in NEW:
                yield Choice(f"new-{depth}", text, note)
            yield Vertical(id="recents")
            yield Choice("examples", "Look at a finished example")
            yield Choice("help", "Help")
            yield Choice("leave", "Leave")
        yield Vertical(id="aside")
        yield Static(id="message")
        yield Static(NOTICE, id="start-notice", markup=False)

    def on_mount(self) -> None:
        self.query_one("#message").display = False
        self.query_one("#new-quick").focus()
        # What was opened lately is looked for once the screen is there.
        self.set_timer(0.05, self._show_recent)

    async def on_screen_resume(self) -> None:
        if self.is_mounted:
            await self._show_recent()

    async def _show_recent(self) -> None:
        from interview.places import state_folder
        from interview.recent import recent

        slot = self.query_one("#recents")
        if slot.children:
            return
        found = self._found = recent(state_folder())
        choices = [_reopen(n, each) for n, each in enumerate(found)]
        looks = [Choice("look", "Look at one of these", "or at an earlier version of it")]
        await slot.mount_all([*choices, *(looks if found else ())])
        begun = (
            choices[n]
            for n, each in enumerate(found)
            if each.answered < each.asked or each.half_typed
        )
        nobody_has_begun = self.focused in (None, self.query_one("#new-quick"))
        if nobody_has_begun and (first := next(begun, None)):
            first.focus()

    def tell(self, sentence: str) -> None:
        """Say one thing."""
        from interview.tui.literal import literal

        note = self.query_one("#message", Static)
        note.update(literal(sentence))
        note.display = bool(sentence)

    async def on_choice_made(self, event: Choice.Made) -> None:
        event.stop()
        choice = event.choice
        match choice.id:
            case "examples":
                await self._show_examples()
            case "look":
                await self._look()
            case "help":
                await self.action_help()
            case "leave":
                self.action_leave()
            case _ if choice.path is not None:
                await self._reopen(choice.path)
            case id:
                await self._ask_title(next(depth for depth, *_ in NEW if id == f"new-{depth}"))

    async def _ask_title(self, depth: Depth) -> None:
        from interview.tui.widgets.line_form import LineForm

        async def start(texts: list[str]) -> None:
            await self._start(depth, texts[0].strip() or "Our agreement")

        form = LineForm(
            "What do you call your work together? Empty, it is “Our agreement”.",
            ("Name",),
            ("",),
            start,
        )
        slot = self.query_one("#aside")
        await slot.remove_children()
        await slot.mount(form)
        form.start()

    async def on_line_form_closed(self, event: Message) -> None:
        event.stop()
        await self.query_one("#aside").remove_children()

    async def action_close_form(self) -> None:
        await self.query_one("#aside").remove_children()
        self.query_one("#new-quick").focus()

    @property
    def _shell(self) -> JointWorking:
        return cast("JointWorking", self.app)

    async def _start(self, depth: Depth, title: str) -> None:
        from interview.places import default_folder
        from interview.workspace import CannotOpen, start
        from questions.load import bundled, load

        try:
            workspace = start(default_folder(title), title, depth, load(bundled()))
        except CannotOpen as error:
            self.tell(str(error))
            return
        await self._shell.open_workspace(workspace)

    async def _reopen(self, path: Path) -> None:
        from interview.workspace import CannotOpen, OpenElsewhere, resume
        from outputs.problems import BadAgreement
        from questions.load import bundled, load

        try:
            workspace = resume(path, load(bundled()))
        except OpenElsewhere as error:
            await self.look_at(path, str(error))
            return
        except (CannotOpen, BadAgreement) as error:
            self.tell(f"{path} was not opened, and is untouched. {error}")
            return
        await self._shell.open_workspace(workspace)

    async def look_at(self, path: Path, why: str) -> None:
        """Show an agreement that another window holds, as it was last saved there."""
        from interview.tui.screens.look import LookScreen
        from interview.workspace import CannotOpen, load
        from outputs.problems import BadAgreement

        self.tell(why)
        try:
            await self.app.push_screen(LookScreen(f"{why} This is how it was saved.", load(path)))
        except (CannotOpen, BadAgreement) as error:
            self.tell(f"{why} {error}")

    async def _look(self) -> None:
        from interview.tui.screens.found import FoundScreen

        await self.app.push_screen(FoundScreen(self._found))

    async def _show_examples(self) -> None:
        from interview.tui.screens.example import ExamplesScreen

        await self.app.push_screen(ExamplesScreen())

    async def action_help(self) -> None:
        from interview.tui.screens.help import help_text

        await self._shell.open_text("Help", help_text(None))

    def action_leave(self) -> None:
        self._shell.leave(0)


def _reopen(n: int, each: Recent) -> Choice:
    text = each.called if each.broken else f"Go on with {each.called}"
    return Choice(f"reopen-{n}", text, each.in_words, each.path)
