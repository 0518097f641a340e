"""An agreement as a document: one flat list of blocks, in the order they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from outputs import absent, room, still_open
from outputs.agreement import Agreement, Clause, Meeting, Partner, Signature
from outputs.blocks import Block, Bullets, Document, Heading, Paragraph, Sentences, Table, Title
from outputs.duties import duties
from outputs.numbering import by_theme, fingerprint, table_of, title_of
from outputs.words import NOT_TALKED_THROUGH, Names, capital, date, join, names

NOT_SAID: Final = "not said yet"
AGREED: Final = (
    "Every partner in the room agreed to each clause, unless something else is said under it, or it "
    "is listed under “Still to agree”."
)
"""Once, in place of a line under nearly every clause."""


def document_of(agreement: Agreement) -> Document:
    """The agreement as a document."""
    return document(agreement, title(agreement), blocks(agreement))


def document(agreement: Agreement, called: str, found: Iterable[Block]) -> Document:
    """Blocks as a document about an agreement: a draft, of a version, with its fingerprint."""
    return Document(
        called, tuple(found), state(agreement), footer(agreement), agreement.about.changed
    )


ALWAYS: Final = "This stands in every draft, and nobody is asked about it."


def blocks(agreement: Agreement) -> tuple[Block, ...]:
    """The whole agreement, in the order it is read."""
    return tuple(
        chain(
            _opening(agreement),
            _partners(agreement),
            _clauses(agreement),
            still_open.section(agreement),
            absent.section(agreement),
            _who_does_what(agreement),
            _what_it_is(agreement),
            _signing(agreement),
        )
    )


def title(agreement: Agreement) -> str:
    """What the agreement is called."""
    return agreement.about.title or capital(agreement.about.document) or "A draft agreement"


def state(agreement: Agreement) -> str:
    """That it is a draft, and which: "DRAFT. Version 2, handed out on 6 June 2027."."""
    changed = date(agreement.about.changed)
    if signed_by_all(agreement):
        last_signed = max(s.on for s in agreement.signatures)
        return f"Signed for every partner, last on {date(last_signed)}."
    if not agreement.versions:
        return f"DRAFT of {changed}. No version has been handed out yet."
    last = agreement.versions[-1]
    version = f"DRAFT. Version {last.number}, handed out on {date(last.on)}"
    if last.fingerprint == fingerprint(agreement):
        return f"{version}."
    return f"{version}, and changed since, last on {changed}."


def signed_by_all(agreement: Agreement) -> bool:
    """Whether every partner has signed: until then it is a draft."""
    signed = {s.partner for s in agreement.signatures}
    return bool(agreement.present) and all(p.id in signed for p in agreement.present)


def footer(agreement: Agreement) -> str:
    """One line for the foot of every page. Copies with one fingerprint have the same words."""
    return f"{title(agreement)}. {state(agreement)} Fingerprint {fingerprint(agreement)}."


def _opening(agreement: Agreement) -> Iterator[Block]:
    yield Title(title(agreement))
    if kind := agreement.about.document:
        yield Paragraph(capital(kind))
    yield Paragraph(state(agreement), strong=True)


def _partners(agreement: Agreement) -> Iterator[Block]:
    called = names(agreement)
    yield Heading(2, "Who we are")
    rows = [
        (_full_name(p), capital(p.body) or NOT_SAID, _people(p, "contact"), _people(p, "stand-in"))
        for p in agreement.present
    ]
    if not rows:
        yield Paragraph("No partner has been named yet.")
        return
    yield Table("Who we are", ("Partner", "What it is", "Contact", "Stand-in"), rows)
    if leads := [p.said for p in agreement.present if p.lead]:
        yield Paragraph(f"{join(leads)} {'leads' if len(leads) == 1 else 'lead'}.")
    here = {p.id for p in agreement.present}
    met = [
        f"We met on {date(m.date)}."
        + room.not_there([called.of(each) for each in m.absent if each in here])
        for m in agreement.meetings
    ]
    if met:
        yield Paragraph(" ".join(met))
    if agreement.meetings and (people := _in_the_room(agreement.meetings[-1], called)):
        yield Paragraph(people)
    if any(room.plain(room.said(agreement, c)) for c in agreement.clauses if c.status == "decided"):
        yield Paragraph(AGREED)


def _in_the_room(met: Meeting, called: Names) -> str:
    """Who was there at a meeting, and for whom; "" if nobody wrote that down."""
    people = [f"{p.name} ({called.of(p.partner)})" if p.partner else p.name for p in met.people]
    return f"In the room on {date(met.date)}: {join(people)}." if people else ""


def _full_name(partner: Partner) -> str:
    known_as = f" ({partner.short})" if partner.short not in ("", partner.name) else ""
    return f"{partner.name}{known_as}"


def _people(partner: Partner, role: str) -> str:
    return join([p.name for p in partner.people if p.role == role]) or NOT_SAID


def _clauses(agreement: Agreement) -> Iterator[Block]:
    called = names(agreement)
    for theme_number, theme, clauses in by_theme(agreement):
        yield Heading(2, theme.title, str(theme_number))
        for number, clause in clauses:
            yield Heading(3, title_of(clause), number)
            if clause.status in still_open.OPEN:
                yield from _open_clause(clause, called)
            else:
                yield from _wording(clause, called, agreed=True) or [Paragraph("No wording yet.")]
                if clause.status == "always":
                    yield Paragraph(ALWAYS)
                if not clause.talked_through:
                    yield Paragraph(NOT_TALKED_THROUGH)
                yield from room.view(agreement, clause)


def _open_clause(clause: Clause, called: Names) -> Iterator[Block]:
    yield Paragraph("Still to agree.", strong=True)
    if wording := _wording(clause, called, agreed=False):
        yield Paragraph("Draft wording, not agreed:")
        yield from wording


def _wording(clause: Clause, called: Names, *, agreed: bool) -> list[Block]:
    found: list[Block] = [Sentences(clause.wording, agreed)] if clause.wording else []
    if rows := table_of(clause, called):
        found.append(Table(title_of(clause), [c.label for c in clause.columns], rows))
    return found


def _what_it_is(agreement: Agreement) -> Iterator[Block]:
    """Just above the signatures, so that nobody signs without having read it."""
    yield Heading(2, "What this is, and what it is not")
    unread = any(c.status == "decided" and not c.talked_through for c in agreement.clauses)
    but = ", all but the clauses that say otherwise" if unread else ""
    yield Paragraph(
        "This is a first draft of how we will work together. "
        f"We made it by talking it through{but}. "
        "It gives the view of the people who were there. It is not yet a decision of any partner: "
        "each now takes it to the people who run it."
    )
    if agreement.about.note:
        yield Paragraph(agreement.about.note)


def _who_does_what(agreement: Agreement) -> Iterator[Block]:
    """Every duty of every partner, gathered from the clauses, with the number of each."""
    numbers = {c.question: number for *_, pairs in by_theme(agreement) for number, c in pairs}
    found = [duty for duty in duties(agreement) if not duty.needs]
    if not found:
        return
    yield Heading(2, "Who does what")
    for partner in agreement.present:
        theirs = [f"{d.said} ({numbers[d.question]})" for d in found if d.partner == partner.id]
        if theirs:
            yield Bullets(f"{partner.said}:", theirs)


def _signing(agreement: Agreement) -> Iterator[Block]:
    if not agreement.present:
        return
    signed = {s.partner: s for s in agreement.signatures}
    yield Heading(2, "Who signs")
    yield Paragraph("To be signed for each partner once the people who run it have said yes.")
    columns = ("Partner", "Who decides", "Name", "Signature", "Date", "Date they met and agreed it")
    rows = [
        (_full_name(p), capital(p.committee), *_signature(signed.get(p.id)))
        for p in agreement.present
    ]
    yield Table("Who signs", columns, rows)


def _signature(by: Signature | None) -> tuple[str, str, str, str]:
    if by is None:
        return "", "", "", ""
    return by.name, "Signed", date(by.on), date(by.agreed_on) if by.agreed_on else ""
