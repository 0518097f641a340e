"""The section "Still to agree": whatever the draft leaves open, said as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outputs import room
from outputs.agreement import Agreement, Clause
from outputs.blocks import Block, Bullets, Heading, Paragraph, Table
from outputs.numbering import by_theme, title_of
from outputs.words import Names, capital, date, join, names

OPEN: Final = ("parked", "undecided", "disputed")
"""Statuses of clauses that nobody has agreed to."""


def section(agreement: Agreement) -> Iterator[Block]:
    """The section, whether or not there is anything in it."""
    called = names(agreement)
    clauses = [pair for *_, pairs in by_theme(agreement) for pair in pairs]
    found = [
        *_put_off(agreement, clauses, called),
        *_undecided(clauses),
        *_disputed(agreement, clauses, called),
        *_to_ask(agreement, clauses, called),
        *_not_talked_about(agreement),
    ]
    yield Heading(2, "Still to agree")
    yield from found or [Paragraph("Nothing is left open.")]


def _put_off(
    agreement: Agreement, clauses: list[tuple[str, Clause]], called: Names
) -> Iterator[Block]:
    parked = [(_numbered(n, c), c.owner, c.by) for n, c in clauses if c.status == "parked"]
    parked += [(item.what, item.owner, item.by) for item in agreement.parked]
    if parked:
        rows = [
            (what, capital(called.of(owner)) or "Nobody yet", date(by) if by else "No date yet")
            for what, owner, by in parked
        ]
        yield Paragraph("We have put these off:")
        yield Table("What we have put off", ("What", "Who takes it on", "By when"), rows)


def _undecided(clauses: list[tuple[str, Clause]]) -> Iterator[Block]:
    for talked, lead in (
        (True, "We have talked about these and not decided yet:"),
        (False, "We have left these open, and not talked about them:"),
    ):
        found = [c for c in clauses if c[1].status == "undecided" and c[1].talked_through is talked]
        if found:
            yield Bullets(lead, [_numbered(*each) for each in found])


def _disputed(
    agreement: Agreement, clauses: list[tuple[str, Clause]], called: Names
) -> Iterator[Block]:
    here = {p.id for p in agreement.present}
    for number, clause in clauses:
        if clause.status != "disputed":
            continue
        views = [f"{called.of(v.partner)}: “{v.words}”" for v in clause.views if v.partner in here]
        lead = f"We see {_numbered(number, clause)} differently"
        if views:
            yield Bullets(f"{lead}:", views)
        else:
            yield Paragraph(f"{lead}.")
        owner = capital(called.of(clause.owner)) or "Nobody yet"
        by = f", by {date(clause.by)}" if clause.by else ""
        yield Paragraph(f"Who takes this on: {owner}{by}.")


def _to_ask(
    agreement: Agreement, clauses: list[tuple[str, Clause]], called: Names
) -> Iterator[Block]:
    """Who still has to be asked about which of the clauses that are decided."""
    decided = [(n, room.said(agreement, c)) for n, c in clauses if c.status == "decided"]
    talked = [(number, said) for number, said in decided if said.positions]
    lines = []
    if nobody := [number for number, said in decided if not said.positions]:
        lines.append(f"Nobody has been asked yet about {join(nobody)}")
    for partner in agreement.present:
        id, name = partner.id, called.of(partner.id)
        if silent := [number for number, said in talked if id in _silent(said)]:
            lines.append(f"{name} still has to be asked about {join(silent)}")
        if again := [number for number, said in talked if id in _again(said)]:
            lines.append(f"{name} has to be asked again about {join(again)}")
        if against := [number for number, said in talked if id in _against(said)]:
            lines.append(f"{name} cannot accept {join(against)} as it stands")
    if lines:
        yield Bullets("Who still has to be asked, or cannot agree:", lines)


def _silent(said: room.Said) -> list[str]:
    return [*said.absent, *said.not_asked]


def _again(said: room.Said) -> list[str]:
    return [p.partner for p in said.again]


def _against(said: room.Said) -> list[str]:
    return [p.partner for p in said.otherwise if p.stance == "cannot-accept"]


def _not_talked_about(agreement: Agreement) -> Iterator[Block]:
    about = agreement.about
    left = about.asked - about.answered
    if left > 0:
        are = "is" if left == 1 else "are"
        yield Paragraph(f"{left} of the {about.asked} questions {are} left to talk about.")


def _numbered(number: str, clause: Clause) -> str:
    return f"{number} {title_of(clause)}"
