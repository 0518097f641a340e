"""The fair view: what each partner would do, up to what, by when, and what it needs.

Partners stand in the order they joined. Nothing is counted or compared: who reads it will see.
"""

from __future__ import annotations

from attrs import frozen

from interview.record import Partner
from interview.session import Session
from outputs.absent import said_yes
from outputs.duties import Duty, duties

NOTHING = "Nothing is asked of it by name yet."


@frozen
class Side:
    """One partner's side of the draft, in the words of its clauses."""

    partner: Partner
    absent: bool
    promised: bool
    """Whether it has said yes to all that it does, though it may not be here tonight."""
    does: tuple[str, ...]
    needs: tuple[str, ...]


def fair_view(session: Session) -> tuple[Side, ...]:
    """Every partner's side."""
    agreement = session.agreement()
    found, yes = duties(agreement), said_yes(agreement)
    absent = session.record.absent
    return tuple(_side(p, found, yes[p.id], absent=p.id in absent) for p in session.record.present)


def _side(partner: Partner, found: tuple[Duty, ...], yes: set[str], *, absent: bool) -> Side:
    does = [d for d in found if d.partner == partner.id and not d.needs]
    return Side(
        partner=partner,
        absent=absent,
        promised={d.question for d in does} <= yes,
        does=tuple(d.said for d in does),
        needs=tuple(d.said for d in found if d.partner == partner.id and d.needs),
    )


def in_lines(side: Side) -> tuple[str, ...]:
    """One side, to be shown or read out: its name, then a line for each thing."""
    said = (*side.does, *side.needs)
    head = side.partner.said
    if side.absent:
        head += ", not in the room"
        head += "" if side.promised else ": asked of it, and not yet its promise"
    return (head, *(f"  {each}" for each in said or (NOTHING,)))
