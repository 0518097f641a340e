"""The page for one partner's committee, first in what that partner takes home.

It says what is asked, what it would cost and how to get out; and it has a slip to answer on.
What other partners think of a clause stays out of it, unless they said that it is to be printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from outputs import room
from outputs.absent import said_yes
from outputs.agreement import Agreement, Clause, Concern, Partner
from outputs.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Table,
    Title,
)
from outputs.document import blocks, document, title
from outputs.duties import duties
from outputs.numbering import by_theme, title_of
from outputs.still_open import OPEN
from outputs.words import capital, join

_ASKED: Final[tuple[tuple[Concern, str], ...]] = (
    ("money", "Money"),
    ("risk", "Risk and insurance"),
    ("people", "Children, and adults at risk"),
    ("details", "People’s details"),
    ("leaving", "How we get out"),
)
"""What a committee looks for, in this order; nothing is printed of what does not arise."""

_QUESTIONS: Final = (
    "Is this within our purposes?",
    "Is it within our powers?",
    "Is it good for the people we serve?",
    "Does anyone here have an interest in it, and what do we do about that?",
)
_ANSWERS: Final = ("Yes", "Yes, if (say below what would have to change)", "No")
_ROOM: Final = 3
"""Lines left to write on."""


def take_home(agreement: Agreement, partner: Partner) -> Document:
    """What one partner takes home: its committee's page, then the agreement."""
    _, *rest = blocks(agreement)  # a document has one title, and this one has it already
    return document(
        agreement,
        f"{title(agreement)}: for {partner.said}",
        (
            *page(agreement, partner),
            PageBreak(),
            Heading(2, title(agreement)),
            *rest,
        ),
    )


def page(agreement: Agreement, partner: Partner) -> tuple[Block, ...]:
    """The committee's page."""
    return tuple(
        chain(
            _asked(agreement, partner),
            _we_would(agreement, partner),
            _what_arises(agreement),
            _still_open(agreement, partner),
            _the_slip(partner),
        )
    )


def _asked(agreement: Agreement, partner: Partner) -> Iterator[Block]:
    others = [p.said for p in agreement.present if p.id != partner.id]
    yield Title(f"{title(agreement)}: for the {partner.committee} of {partner.said}")
    yield Heading(2, "What you are asked to decide")
    whom = f" with {join(others)}" if others else ""
    yield Paragraph(
        f"Whether {partner.said} works together{whom} as the draft behind this page says. "
        "It is the view of the people who were in the room. It is not a decision yet: that is yours."
    )
    if partner.id in (agreement.meetings[-1].absent if agreement.meetings else ()):
        yield Paragraph(f"Nobody was there for {partner.said}, so nothing in it is its promise.")
    for number, clause in _about(agreement, "purpose"):
        yield Bullets(f"What it is for ({number}):", clause.wording)
    for number, clause in _about(agreement, "sign-up"):
        yield Bullets(f"Who says yes, and by when ({number}):", clause.wording)


def _we_would(agreement: Agreement, partner: Partner) -> Iterator[Block]:
    found = [d for d in duties(agreement) if d.partner == partner.id]
    yield Heading(2, f"What {partner.said} would do")
    does, needs = ([d.said for d in found if d.needs is which] for which in (False, True))
    if does:
        yield Bullets("What it would do, and up to what:", does)
    else:
        yield Paragraph("Nothing is asked of it by name.")
    if needs:
        yield Bullets("What it would need:", needs)
    theirs = {d.question for d in found}
    if theirs and not theirs <= said_yes(agreement)[partner.id]:
        yield Paragraph("Its people in the room have not said yes to all of this.")


def _what_arises(agreement: Agreement) -> Iterator[Block]:
    for concern, heading in _ASKED:
        found = list(_about(agreement, concern))
        if not found:
            continue
        yield Heading(2, heading)
        for number, clause in found:
            yield Bullets(f"{title_of(clause)} ({number}):", clause.wording)


def _about(agreement: Agreement, concern: Concern) -> Iterator[tuple[str, Clause]]:
    """The agreed clauses that answer what a committee asks, with their numbers."""
    for *_, clauses in by_theme(agreement):
        for number, clause in clauses:
            agreed = clause.status not in OPEN and clause.wording
            if concern in clause.concerns and agreed:
                yield number, clause


def _still_open(agreement: Agreement, partner: Partner) -> Iterator[Block]:
    clauses = [pair for *_, pairs in by_theme(agreement) for pair in pairs]
    left = [f"{title_of(c)} ({n})" for n, c in clauses if c.status in OPEN]
    left += [item.what for item in agreement.parked]
    unread = [f"{title_of(c)} ({n})" for n, c in clauses if _unread(c)]
    no = [f"{title_of(c)} ({n})" for n, c in clauses if _said_no(agreement, c, partner)]
    yield Heading(2, "What is still open")
    if no:
        yield Bullets("Our own people in the room could not accept these as they stand:", no)
    if left:
        yield Bullets("Still to agree; the draft says who has each, and by when:", left)
    else:
        yield Paragraph("Nothing is left open.")
    if unread:
        yield Bullets("Usual wording that nobody has talked through yet:", unread)


def _said_no(agreement: Agreement, clause: Clause, partner: Partner) -> bool:
    """Whether this partner said “not as it stands” to the clause as it reads."""
    said = room.said(agreement, clause).otherwise
    return any(p.partner == partner.id and p.stance == "cannot-accept" for p in said)


def _unread(clause: Clause) -> bool:
    return clause.status == "decided" and not clause.talked_through


def _the_slip(partner: Partner) -> Iterator[Block]:
    yield Heading(2, "Four questions before you answer")
    yield Bullets("For everyone round the table:", _QUESTIONS)
    yield Heading(2, f"Answer of the {partner.committee} of {partner.said}")
    yield Table("Our answer", ("Our answer", "Tick one"), [(each, "") for each in _ANSWERS])
    yield Paragraph("If yes, if; or if no: what would have to change?")
    yield Lines(_ROOM)
    yield Table("When it was decided", _DECIDED, [("", "", "")])


_DECIDED: Final = ("Date of the meeting", "Name", "Signature")


def contact_sheet(agreement: Agreement) -> Document:
    """Whom to ring, with room for numbers: apart, so that the copy that travels has none."""
    rows: list[tuple[str, ...]] = []
    for partner in agreement.present:
        for role, person in _people(partner):
            rows.append((partner.said, role, person, "", ""))
    found: Iterable[Block] = (
        Title(f"{title(agreement)}: whom to ring"),
        Paragraph(
            "Fill this in by hand and keep it to yourselves. Ask each person first. It is not part "
            "of the agreement, so that the copy that is passed round has no private numbers in it."
        ),
        Heading(2, "Whom to ring"),
        Table("Whom to ring", ("Partner", "For", "Name", "Phone", "Email"), rows or [("",) * 5]),
    )
    return document(agreement, f"{title(agreement)}: whom to ring", found)


def _people(partner: Partner) -> list[tuple[str, str]]:
    """Each person of a partner with what they are for it; two empty lines where nobody is named."""
    named = {role: [p.name for p in partner.people if p.role == role] for role in _ROLES}
    return [(capital(_ROLES[role]), name) for role in _ROLES for name in named[role] or [""]]


_ROLES: Final = {"contact": "first", "stand-in": "when the first is away"}
