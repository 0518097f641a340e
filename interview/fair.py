"""The fair view: what each partner would do, up to what, by when, and what it needs.

Partners stand in the order they joined. Nothing is counted or compared: who reads it will see.
"""

from __future__ import annotations

from attrs import frozen

from interview.record import Partner
from interview.session import Session
from outputs.duties import duties

NOTHING = "Nothing is asked of it by name yet."


@frozen
class Side:
    """One partner's side of the draft, in the words of its clauses."""

    partner: Partner
    absent: bool
    does: tuple[str, ...]
    needs: tuple[str, ...]


def fair_view(session: Session) -> tuple[Side, ...]:
    """Every partner's side."""
    found = duties(session.agreement())
    return tuple(
        Side(
            partner=p,
            absent=p.id in session.record.absent,
            does=tuple(d.said for d in found if d.partner == p.id and not d.needs),
            needs=tuple(d.said for d in found if d.partner == p.id and d.needs),
        )
        for p in session.record.present
    )


def in_lines(side: Side) -> tuple[str, ...]:
    """One side, to be shown or read out: its name, then a line for each thing."""
    said = (*side.does, *side.needs)
    missing = (
        ", not in the room: asked of it, and not yet its promise" if said else ", not in the room"
    )
    head = f"{side.partner.said}{missing if side.absent else ''}"
    return (head, *(f"  {each}" for each in said or (NOTHING,)))
