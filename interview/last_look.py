"""What is read aloud to end on: who does what, who takes it where, when we look again."""

from __future__ import annotations

from collections.abc import Iterator

from interview.clauses import people_columns
from interview.record import Partner
from interview.session import Session
from questions.language import date
from questions.model import Question


def last_look(session: Session) -> tuple[str, ...]:
    """The lines, in the order of the bank's ``read_last``."""
    found: list[str] = []
    for id in session.bank.room.read_last:
        question = session.bank.find(id)
        if question is not None and id in session.flow.place:
            found += ["", *_clause(session, question)] if found else _clause(session, question)
    if session.bank.room.ending:
        found += ["", session.bank.room.ending] if found else [session.bank.room.ending]
    return tuple(found)


def _clause(session: Session, question: Question) -> Iterator[str]:
    entry = session.entry(question.id)
    yield question.heading
    if not entry.settled:
        owner = f" {entry.owner} has it" if entry.owner else " Nobody has it yet"
        by = f" It is due by {date(entry.by)}." if entry.by else ""
        yield f"  This is still open.{owner}.{by}"
        return
    if rows := session.table(question):
        yield from (f"  {'; '.join(cell for cell in row if cell)}" for row in rows)
        return
    yield from (f"  {s.text}" for s in session.sentences(question) if not s.struck)
    if question.theme == session.path[-1].theme:  # who takes it to which committee
        yield from (f"  {_takes(session, p)}" for p in session.record.present)


def _takes(session: Session, partner: Partner) -> str:
    contact = _contact(session, partner) or partner.said
    whose = f" of {partner.said}" if contact != partner.said else ""
    return f"{contact} takes it to the {partner.committee}{whose}."


def _contact(session: Session, partner: Partner) -> str:
    """The person we ring first about a partner, or ""."""
    for question in session.path:
        columns = people_columns(question)
        answer = session.entry(question.id).answer if columns else None
        for row in answer.rows if answer else ():
            for column, role in columns.items():
                if row.id == partner.id and role == "contact" and column in row.cells:
                    return str(row.cells[column])
    return ""
