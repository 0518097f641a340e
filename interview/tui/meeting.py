"""What the full screen does for a meeting: its clock, its sheet, a pause, the fair view, the end.

Part of the app, which is too much for one file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.screen import Screen
from textual.timer import Timer

from interview.tui.keys import OrderedKeys

if TYPE_CHECKING:
    from interview.session import Session
    from interview.workspace import Workspace

_LOOK: Final = 15.0
"""Seconds between two looks at the clock."""

_ASLEEP: Final = 90.0
"""Seconds without one after which the lid was shut."""


def how(id: str) -> str:
    """The key that does an action, by its id."""
    from interview.actions import BY_ID, shown_key  # not before the first screen is there

    action = BY_ID[id]
    return action.letter or shown_key(action.key)


class MeetingApp(OrderedKeys[int]):
    """An app with a meeting going on in it, once an agreement is open."""

    workspace: Workspace | None
    _clock: Timer | None = None

    async def over(self, screen: Screen[None]) -> None:
        """Put a screen over the question."""
        raise NotImplementedError

    async def show_current(self, *, positions: bool = False) -> None:
        """Show the session's open question."""
        raise NotImplementedError

    async def open_text(self, title: str, text: str) -> None:
        """A page to read."""
        raise NotImplementedError

    @property
    def _session(self) -> Session:
        assert self.workspace is not None
        return self.workspace.session

    async def begin_meeting(self) -> None:
        """Start the clock; show where the group is, or the sheet if nothing has been said yet."""
        from interview import tonight

        self._session.time.watch_closely(_ASLEEP)
        if self._clock is None:
            self._clock = self.set_interval(_LOOK, self._look_at_the_clock)
        beginning = tonight.beginning(self._session)
        if beginning == "first":
            await self.do_room()
            return
        await self.show_current()
        if beginning == "another":
            self.say(f"Another evening. {how('room')} is for who is here tonight, and how long.")

    def _look_at_the_clock(self) -> None:
        """Bring the time on the screen up to date, and say so when it is time for something."""
        from interview.tui.screens.base import AgreementScreen

        self._session.time.tick(self._session.at)
        if self.workspace is not None:
            self.workspace.look_at_the_file()
        if isinstance(self.screen, AgreementScreen):
            self.screen.show_time()
            self._nudge()

    def _nudge(self) -> None:
        """What there is to say of the time, on a question, where something can be done about it."""
        from interview.actions import QUESTION
        from interview.tui.screens.base import AgreementScreen
        from interview.turn import nudge

        if isinstance(self.screen, AgreementScreen) and self.screen.PLACE == QUESTION:
            self.say(nudge(self._session, how))

    def say(self, sentence: str) -> None:
        """Say one thing more on whichever screen is there now."""
        from interview.tui.screens.base import AgreementScreen

        if sentence and isinstance(self.screen, AgreementScreen):
            self.screen.tell_also(sentence)

    def say_turn(self, left: str) -> None:
        """What is to be said on coming from one theme to the next, and of the time."""
        from interview.turn import turn

        self.say(turn(self._session, left, how))
        self._nudge()

    async def do_room(self) -> None:
        from interview.tui.screens.room import RoomScreen

        await self.over(RoomScreen())

    async def do_versions(self) -> None:
        from interview.tui.screens.versions import VersionsScreen

        await self.over(VersionsScreen())

    async def do_shorter(self) -> None:
        from interview import commands as c
        from interview import events as e
        from interview.tui.sentences import consequences_in_words

        assert self.workspace is not None
        events = self.workspace.apply(c.SetDepth("short"))
        hidden = [event for event in events if isinstance(event, e.Hidden)]
        refused = [event.why for event in events if isinstance(event, e.Refused)]
        await self.show_current()
        self.say(
            refused[0] if refused else "We take the short way. m, at the end, goes on from it."
        )
        self.say(consequences_in_words(self._session, hidden))

    async def do_five(self) -> None:
        from interview.tui.screens.five import FiveScreen

        await self.push_screen(FiveScreen(self._session))

    async def do_fair(self) -> None:
        from interview.fair import fair_view, in_lines

        sides = ["\n".join(in_lines(side)) for side in fair_view(self._session)]
        said = "\n\n".join(sides) or "No partner has been named yet."
        await self.open_text("Who would do what, up to what, by when, and who needs what", said)

    async def do_read_last(self) -> None:
        from interview.last_look import last_look

        lines = "\n".join(last_look(self._session))
        await self.open_text("Read aloud, to end on", lines or "There is nothing to read yet.")
