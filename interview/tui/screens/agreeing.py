"""Who agrees to the clause of a question, and why somebody does not.

Part of the question screen, which is too much for one file.
"""

from __future__ import annotations

from interview import commands as c
from interview import events as e
from interview.record import Position
from interview.tui.screens.standing import StandingScreen
from interview.tui.sentences import BOUNCED, not_counted
from interview.tui.widgets.line_form import LineForm
from interview.tui.widgets.positions import Positions
from outputs.agreement import Stance

NEVER_BLOCKS = (
    "Thank you. You can change the words with o, put it off with p, keep both views with d, "
    "or go on with g."
)
ENTER_FIRST = "Press Enter first, to take this answer. Then say who agrees."


class AgreeingScreen(StandingScreen):
    """A screen with a clause on it that partners say yes or no to."""

    @property
    def to_be_taken(self) -> bool:
        """Whether what is on the screen is not the answer that was taken."""
        raise NotImplementedError

    async def take_answer(self) -> None:
        """Take the answer."""
        raise NotImplementedError

    async def do_everyone(self) -> None:
        """Everyone in the room agrees; on we go."""
        if self.to_be_taken:
            self.tell(ENTER_FIRST)
            return
        if any(isinstance(x, e.Refused) for x in self.apply(c.EveryoneAgrees(self.shown))):
            return
        against = not_counted(self.session, [self.shown])
        await self.go_on()
        if against:
            self.shell.say(against)

    async def on_positions_bounced(self, event: Positions.Bounced) -> None:
        """Enter agrees to nothing; an answer that is still to be taken, it takes."""
        event.stop()
        if self.to_be_taken:
            await self.take_answer()
            return
        self.tell(BOUNCED)

    async def on_positions_taken(self, event: Positions.Taken) -> None:
        event.stop()
        if self.to_be_taken:
            self.tell(ENTER_FIRST)
            return
        held = self.session.entry(self.shown).positions.get(event.partner)
        stance = event.stance or (held.stance if held else None)
        if stance is None:
            self.tell("First say where this partner stands, with a number.")
            return
        said = _reason_of(held) if held and held.stance == stance else ["", "", ""]
        if event.stance is not None and not self._take(event.partner, stance, said):
            return
        if event.stance in ("cannot-accept", None):
            await self._ask_reason(event.partner, stance, said)
        else:
            self.query_one(Positions).go_down()

    def _take(self, partner: str, stance: Stance, reason: list[str]) -> bool:
        """Take a position; False if it was refused."""
        why, change, shown = reason
        printed = shown.strip().lower().startswith("y")
        events = self.apply(c.TakePosition(self.shown, partner, stance, why, change, printed))
        self.query_one(Positions).show(self.session, (self.shown,))
        self.show_header()
        return not any(isinstance(event, e.Refused) for event in events)

    async def _ask_reason(self, partner: str, stance: Stance, said: list[str]) -> None:
        party = self.session.record.partner(partner)
        form = LineForm(
            f"{party.said if party else partner}: thank you for saying so.",
            ("Why?", "What would change it?", "Print this in the draft? yes or no"),
            said,
            lambda texts: self._reason_given(partner, stance, texts),
            yes_no=(2,),
        )
        await self.open_aside(form, f"reason.{partner}")

    async def _reason_given(self, partner: str, stance: Stance, texts: list[str]) -> None:
        row = self.query_one(Positions)
        if self._take(partner, stance, texts):
            row.go_down()
            if stance == "cannot-accept":
                self.tell(NEVER_BLOCKS)
        row.focus()


def _reason_of(held: Position) -> list[str]:
    """A position's reason, as the lines that ask for it."""
    return [held.reason, held.would_change, "yes" if held.print_reason else ""]
