"""The page of usual clauses in the short way: what stands on it, and the command it leads to."""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import frozen

from interview import commands as c
from interview.session import Session
from questions.model import Question

ASK: Final = "These are the usual clauses. Do they suit us as they stand?"
READ: Final = "Most groups like ours say this. What does not suit us, we leave out; it stays open."
UNREAD: Final = "Put off, since nobody should agree to it unread:"
DAYS: Final = 28
"""How long whoever takes on what was put off has for it, unless the group says otherwise."""


@frozen
class Page:
    """The page as it opens: what is on offer, what of it is left out, and who takes on the rest."""

    usual: tuple[Question, ...]
    parked: tuple[Question, ...]
    left_out: frozenset[str]
    owner: str
    by: dt.date | None


def page_of(session: Session) -> Page:
    """The page with everything ticked that the group has not left out before."""
    short = session.bank.short
    assert short is not None
    questions = session.page.questions
    usual = tuple(q for q in questions if q.id in short.usual)
    parked = tuple(q for q in questions if q.id in short.park and not session.entry(q.id).settled)
    entries = [session.entry(q.id) for q in parked]
    held = next((entry for entry in entries if entry.standing == "parked"), None)
    return Page(
        usual,
        parked,
        frozenset(q.id for q in usual if session.entry(q.id).standing != "decided"),
        held.owner if held else "",
        held.by if held else session.clock().date() + dt.timedelta(DAYS),
    )


def numbers(session: Session) -> dict[str, str]:
    """The numbers that the clauses of the page will be printed under, by question id."""
    tried = Session(session.bank, session.record, session.clock, session.at)
    questions = [q.id for q in session.page.questions]
    tried.apply(c.TakeAsUsual())
    return {id: tried.number(id) for id in questions}


def taken(session: Session) -> tuple[str, ...]:
    """The clauses of the page that partners can say yes or no to, by question id."""
    return tuple(q.id for q in page_of(session).usual if session.entry(q.id).settled)
