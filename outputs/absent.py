"""What is asked of partners that were not in the room: nothing of it counts as their promise."""

from __future__ import annotations

from collections.abc import Iterator

from outputs import room
from outputs.agreement import Agreement, Meeting, Partner
from outputs.blocks import Block, Bullets, Heading, Paragraph
from outputs.duties import Duty, duties
from outputs.words import capital, date


def section(agreement: Agreement) -> Iterator[Block]:
    """A list for each partner that was not there; nothing if all of them were."""
    for partner in _missing(agreement):
        theirs = [d for d in duties(agreement) if d.partner == partner.id and not d.needs]
        open_still = [d for d in theirs if d.question not in said_yes(agreement, partner.id)]
        if open_still or not theirs:
            yield from _asked_of(partner, open_still, agreement.meetings[-1])


def said_yes(agreement: Agreement, partner: str) -> frozenset[str]:
    """The clauses (question ids) that a partner has let stand as they now read, on any evening."""
    found = {c.question: room.said(agreement, c) for c in agreement.clauses}
    return frozenset(
        question
        for question, where in found.items()
        for p in (*where.agreed, *where.otherwise)
        if p.partner == partner and p.stance != "cannot-accept"
    )


def _missing(agreement: Agreement) -> list[Partner]:
    missing = agreement.meetings[-1].absent if agreement.meetings else ()
    return [p for p in agreement.present if p.id in missing]


def _asked_of(partner: Partner, asked: list[Duty], met: Meeting) -> Iterator[Block]:
    name = partner.short or partner.name
    yield Heading(2, f"{name} was not in the room: what is asked of it")
    if asked:
        yield Bullets("It has not said yes to any of this:", [duty.said for duty in asked])
    else:
        yield Paragraph("Nothing is asked of it by name.")
    by = f" by {date(met.rings_by)}" if met.rings_by else ""
    if met.rings:
        yield Paragraph(f"{capital(met.rings)} will ring it{by}, and ask what we got wrong.")
    else:
        yield Paragraph("Who will ring it is not said yet.")
