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
    missing = _missing(agreement)
    if not missing:
        return
    found, yes = duties(agreement), said_yes(agreement)
    for partner in missing:
        theirs = [d for d in found if d.partner == partner.id and not d.needs]
        open_still = [d for d in theirs if d.question not in yes[partner.id]]
        if open_still or not theirs:
            yield from _asked_of(partner, open_still, agreement.meetings[-1])


def said_yes(agreement: Agreement) -> dict[str, set[str]]:
    """By partner, the clauses (question ids) it has let stand as they now read, on any evening."""
    found: dict[str, set[str]] = {partner.id: set() for partner in agreement.present}
    for clause in agreement.clauses:
        where = room.said(agreement, clause)
        for held in (*where.agreed, *where.otherwise):
            if held.stance != "cannot-accept":
                found[held.partner].add(clause.question)
    return found


def _missing(agreement: Agreement) -> list[Partner]:
    missing = agreement.meetings[-1].absent if agreement.meetings else ()
    return [p for p in agreement.present if p.id in missing]


def _asked_of(partner: Partner, asked: list[Duty], met: Meeting) -> Iterator[Block]:
    name = partner.said
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
