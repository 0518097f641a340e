"""The full-screen door: one app, a screen for each thing, and no flow of its own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.app import SystemCommand
from textual.screen import Screen

from interview.exits import DONE
from interview.tui.leaving import LeavingApp, run

if TYPE_CHECKING:
    from pathlib import Path

    from interview.disk import SaveState
    from interview.flow import More
    from interview.tui.came_from import CameFrom
    from interview.workspace import Workspace
    from questions.model import Question

SMALLEST = (40, 12)
"""Columns and rows below which we ask for a larger window."""


class JointWorking(LeavingApp):
    """Holds the open agreement, if there is one, and decides which screen shows it."""

    CSS_PATH = "app.tcss"
    TITLE = "joint-working"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]

    def __init__(self, workspace: Workspace | None = None, look: tuple[Path, str] | None = None):
        super().__init__()
        self.workspace = workspace
        self._look = look
        self._came_from: list[CameFrom] = []  # the latest last
        self._more_told: More | None = None
        self._one_clause = False  # of those that share a page, to be changed alone

    async def on_mount(self) -> None:
        self.listen()
        if self.stopped:
            return
        if self.workspace is None:
            from interview.tui.screens.start import StartScreen

            start = StartScreen()
            await self.push_screen(start)
            if self._look is not None:
                await start.look_at(*self._look)
        else:
            await self.open_workspace(self.workspace)

    async def on_event(self, event: events.Event) -> None:
        """Let nothing pasted reach the screen that commands a terminal, or hides or turns words."""
        if isinstance(event, events.Paste):
            from questions.text import safe

            event.text = safe(event.text)
        await super().on_event(event)

    # Which screen

    async def open_workspace(self, workspace: Workspace) -> None:
        """Show an agreement where it was left."""
        self.workspace = workspace
        workspace.on_save = self._on_save
        await self.begin_meeting()
        if workspace.noticed:
            await self.open_text("What was noticed on opening", "\n\n".join(workspace.noticed))

    async def show_current(self, *, positions: bool = False) -> None:
        """Show the session's open question on the screen that fits it."""
        from interview.tui.screens.base import AgreementScreen

        assert self.workspace is not None
        cls = _screen_for("question" if self._one_clause else self.workspace.session.page.kind)
        while len(self.screen_stack) > 1 and not isinstance(self.screen, cls):
            self.pop_screen()
        screen = self.screen
        if isinstance(screen, AgreementScreen) and isinstance(screen, cls):
            await screen.show(positions=positions)
        else:
            await self.push_screen(cls())

    async def after(self, question: str) -> None:
        """A question is done: back to where a change was asked for, or on to the next."""
        from interview import commands as c
        from interview.events import AtTheEnd

        assert self.workspace is not None
        self._one_clause = False
        if await self._return():
            return
        session = self.workspace.session
        theme = session.question.theme
        self.workspace.apply(c.GoTo(session.page.questions[-1].id))
        if any(isinstance(event, AtTheEnd) for event in self.workspace.apply(c.Next())):
            await self.do_finish()
        else:
            await self.show_current()
        self.say_turn(theme)

    async def _return(self) -> bool:
        """Back to where a change was asked for; False if none was, or it is not there now."""
        from interview import commands as c

        if not self._came_from:
            return False
        assert self.workspace is not None
        came = self._came_from.pop()
        if came.is_list:
            await getattr(self, f"do_{came.place}")()
            return True
        if came.at not in self.workspace.session.flow.place:
            return False
        self.workspace.apply(c.GoTo(came.at))
        self._one_clause = came.alone
        await self.show_current()
        return True

    async def back(self, question: str) -> None:
        """Back one question, from anywhere."""
        from interview import commands as c

        assert self.workspace is not None
        self._came_from, self._one_clause = [], False
        session = self.workspace.session
        self.workspace.apply(c.GoTo(session.page.questions[0].id))
        self.workspace.apply(c.Back())
        await self.show_current()

    async def change(self, question: str, *, page: bool = False) -> None:
        """From anywhere to one question, or its whole ``page``; afterwards we come back."""
        from interview import commands as c

        assert self.workspace is not None
        session = self.workspace.session
        self._note_where(question)
        self.workspace.apply(c.GoTo(question))
        dealt_with = session.entry(question).dealt_with
        self._one_clause = not page and dealt_with and session.page.kind in ("partners", "block")
        await self.show_current()

    def _note_where(self, going_to: str) -> None:
        """Remember where we are, unless it is the page that we are going to."""
        from interview.tui.came_from import CameFrom
        from interview.tui.screens.base import AgreementScreen

        assert self.workspace is not None
        session = self.workspace.session
        place = self.screen.PLACE if isinstance(self.screen, AgreementScreen) else ""
        here = CameFrom(place, session.at, self._one_clause)
        if here.is_list:
            self._came_from = [here]
        elif here.alone or going_to not in {q.id for q in session.page.questions}:
            self._came_from.append(here)

    # Things to do from any screen

    async def do_check(self) -> None:
        from interview.tui.screens.check import CheckScreen

        await self.over(CheckScreen())

    async def do_parked(self) -> None:
        from interview.tui.screens.parked import ParkedScreen

        await self.over(ParkedScreen())

    async def do_finish(self) -> None:
        from interview.tui.screens.finish import FinishScreen

        await self.over(FinishScreen())

    async def do_rehearse(self) -> None:
        from interview.tui.screens.help import stories_text

        assert self.workspace is not None
        await self.open_text("What if?", stories_text(self.workspace.session))

    async def do_partners(self) -> None:
        from interview.flow import names_people

        assert self.workspace is not None
        session = self.workspace.session
        found = next((q for q in session.path if names_people(q)), None)
        if found is not None:
            await self.change(found.id, page=True)

    async def do_more(self) -> None:
        """Go deeper, once it was said what that asks."""
        from interview import commands as c
        from interview import flow
        from interview.events import Moved
        from interview.tui.screens.base import AgreementScreen

        screen = self.screen
        assert isinstance(screen, AgreementScreen)
        assert self.workspace is not None
        session = self.workspace.session
        more = flow.more(session.bank, session.record)
        if more is not None and self._more_told != more:
            self._more_told = more
            screen.tell(f"{more.in_words}. m again does it; z takes it back.")
            return
        self._came_from, self._one_clause, self._more_told = [], False, None
        if any(isinstance(event, Moved) for event in screen.apply(c.GoDeeper())):
            await self.show_current()

    async def do_undo(self) -> None:
        from interview import commands as c

        await self._swap(c.Undo())

    async def do_redo(self) -> None:
        from interview import commands as c

        await self._swap(c.Redo())

    async def _swap(self, command: object) -> None:
        from interview.events import Refused
        from interview.tui.screens.base import AgreementScreen

        screen = self.screen
        assert isinstance(screen, AgreementScreen)
        events = screen.apply(command)  # type: ignore[arg-type]  # Undo or Redo
        if not any(isinstance(event, Refused) for event in events):
            await self.show_current()
            if isinstance(self.screen, AgreementScreen):
                self.screen.rest()  # so that the next “z” is a command too

    async def do_back(self) -> None:
        """From a list or a page back to the question that is open."""
        await self.show_current()

    def action_help_quit(self) -> None:
        """Ctrl+C, which elsewhere stops a program: say how to leave this one."""
        self.say("Ctrl+Q saves and leaves.")

    async def do_help(self) -> None:
        from interview.tui.screens.help import help_text

        await self.open_text("Help", help_text(self.workspace))

    async def action_quit(self) -> None:
        """Ctrl+Q, which Textual takes for itself before any screen."""
        await self.do_leave()

    async def do_leave(self) -> None:
        from interview.tui.screens.versions import VersionsScreen

        choosing = self.workspace is not None and self.workspace.changed_elsewhere
        if choosing and not isinstance(self.screen, VersionsScreen):
            await self.do_versions()
            self.say("Before you leave: which of the two is it to be? Ctrl+Q leaves both.")
            return
        self.leave(DONE)

    async def open_why(self, question: Question) -> None:
        from interview.tui.screens.help import why_text

        assert self.workspace is not None
        await self.open_text(question.ask, why_text(self.workspace.session, question))

    async def open_words(self, question: Question) -> None:
        from interview.tui.screens.words import WordsScreen

        await self.over(WordsScreen(question))

    async def open_text(self, title: str, text: str) -> None:
        """A page to read."""
        from interview.tui.screens.text import TextScreen

        await self.push_screen(TextScreen(title, text))

    async def over(self, screen: Screen[None]) -> None:
        """A screen over the question; one of its sort at a time."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if type(self.screen) is type(screen):
            self.pop_screen()
        await self.push_screen(screen)

    # The window, the disk, the palette

    def on_resize(self, event: events.Resize) -> None:
        """Ask for a larger window rather than draw nonsense; what is typed stays below."""
        from interview.tui.screens.small import SmallScreen

        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        shown = isinstance(self.screen, SmallScreen)
        if small and not shown:
            self.push_screen(SmallScreen())
        elif shown and not small:
            self.pop_screen()

    def _on_save(self, state: SaveState) -> None:
        """Show it: at once if we are about to save, so that what follows is never called saved.

        Word from the saving thread waits its turn; that thread must never wait for the screen.
        """
        if state.kind == "saving":
            self._show_saved()
            return
        with contextlib.suppress(RuntimeError):  # the app is on its way out
            self.call_later(self._show_saved)

    def _show_saved(self) -> None:
        """As things stand now: what was told a moment ago may be about an older save."""
        from interview.tui.screens.base import AgreementScreen

        assert self.workspace is not None
        state = self.workspace.save_state
        for screen in self.screen_stack:
            if isinstance(screen, AgreementScreen) and screen.is_mounted:
                screen.show_saved(state)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: everything that can be done on this screen."""
        from interview import actions
        from interview.tui.screens.base import AgreementScreen

        if isinstance(screen, AgreementScreen):
            for action in actions.at(screen.PLACE):

                async def do(id: str = action.id) -> None:
                    await screen.action_do(id)

                yield SystemCommand(action.label.capitalize(), action.help, do)
        else:
            yield SystemCommand("Leave", "Close the program.", self.do_leave)


def _screen_for(kind: str) -> type[Screen[None]]:
    if kind == "opening":
        from interview.tui.screens.opening import OpeningScreen

        return OpeningScreen
    if kind == "partners":
        from interview.tui.screens.partners import PartnersScreen

        return PartnersScreen
    if kind == "block":
        from interview.tui.screens.block import BlockScreen

        return BlockScreen
    from interview.tui.screens.question import QuestionScreen

    return QuestionScreen


def run_start() -> int:
    """Open the start screen; what the shell is told afterwards."""
    return run(JointWorking())


def run_look(path: Path, why: str) -> int:
    """Show an agreement that cannot be opened now, and why; what the shell is told afterwards."""
    return run(JointWorking(look=(path, why)))


def run_workspace(workspace: Workspace) -> int:
    """Open an agreement; what the shell is told afterwards."""
    return run(JointWorking(workspace))
