"""Who agrees to the clauses of a page that has several: one word counts for all of them.

Part of the partners page and of the page of usual clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from interview import commands as c
from interview.at_once import refusal
from interview.tui.screens.base import AgreementScreen
from interview.tui.sentences import BOUNCED, not_counted
from interview.tui.widgets.positions import Positions


class SeveralScreen(AgreementScreen):
    """A page with clauses on it that partners say yes or no to together."""

    FIRST: ClassVar[str]
    """What is said when there is nothing to agree to yet."""

    @property
    def clauses(self) -> tuple[str, ...]:
        """The questions whose clauses can be agreed to here."""
        raise NotImplementedError

    def _say(self, changes: Sequence[c.Change]) -> bool:
        """Make all of these, or say why one cannot be made, and make none."""
        why = refusal(self.session, changes)
        self.tell(why)
        for each in () if why else changes:
            self.apply(each)
        return not why

    async def do_everyone(self) -> None:
        """Everyone in the room agrees to every clause of the page."""
        if not self.clauses:
            self.tell(self.FIRST)
            return
        if not self._say([c.EveryoneAgrees(q) for q in self.clauses]):
            return
        against = not_counted(self.session, self.clauses)
        await self.shell.after(self.session.at)
        if against:
            self.shell.say(against)

    def on_positions_taken(self, event: Positions.Taken) -> None:
        event.stop()
        if event.stance is None:
            self.tell("A reason can be given on each clause, from check answers.")
            return
        if self._say([c.TakePosition(q, event.partner, event.stance) for q in self.clauses]):
            row = self.query_one(Positions)
            row.show(self.session, self.clauses)
            row.go_down()

    def on_positions_bounced(self, event: Positions.Bounced) -> None:
        event.stop()
        self.tell(BOUNCED)
