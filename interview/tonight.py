"""Tonight's meeting: how long it has taken, how the rest is shared, who speaks and who does what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import evolve

from interview import jobs, rounds, timing
from interview.meetings import evening
from interview.record import Partner, Record
from outputs.agreement import Agreement, Job, Meeting

Beginning = Literal["first", "another", "same"]

if TYPE_CHECKING:  # it asks us how long it took
    from interview.session import Session


def meeting(session: Session) -> Meeting | None:
    """Tonight's meeting, once anything was said; None before."""
    met = session.record.meetings[-1:]
    return met[0] if met and met[0].date == evening(session.clock()) else None


def beginning(session: Session) -> Beginning:
    """Whether the group meets for the first time, on another evening, or goes on.

    How long it has may be said before anything else is, on the command line.
    """
    met = session.record.meetings
    only_its_length = (
        met and met[0].planned and met == (Meeting(met[0].date, planned=met[0].planned),)
    )
    if not met or (only_its_length and not session.record.entries):
        return "first"
    return "same" if meeting(session) else "another"


def took(session: Session) -> float:
    """Minutes that it has taken so far, in all its sittings."""
    now = meeting(session)
    return (now.took if now else 0) + session.time.minutes


def with_what_it_took(session: Session, made: Agreement) -> Agreement:
    """The agreement with the minutes of tonight so far, in its latest meeting."""
    minutes, met = int(took(session)), made.meetings[-1:]
    if not met or not meeting(session) or met[0].took == minutes:
        return made
    return evolve(made, meetings=(*made.meetings[:-1], evolve(met[0], took=minutes)))


def turn_the_page(session: Session, record: Record) -> Record:
    """The record with the minutes of an evening that is over put down, where there is a new one.

    Somebody may leave the program open, shut the lid, and go on a week later.
    """
    time, today = session.time, evening(session.clock())
    met = record.meetings[-1:]
    if time.evening not in (None, today) and met and met[0].date == time.evening:
        over = evolve(met[0], took=met[0].took + int(time.minutes))
        record = evolve(record, meetings=(*record.meetings[:-1], over))
    if time.evening not in (None, today):
        time.start_again()
    time.evening = today
    return record


def plan(session: Session) -> timing.Plan | None:
    """How the time that is left is shared; None if nobody said how long there is."""
    now = meeting(session)
    if now is None or not now.planned:
        return None
    left = {q.id for q in session.path if not session.entry(q.id).dealt_with}
    page = [q.id for q in session.page.questions]
    here = sum(map(session.time.spent, page))
    return timing.plan(_allowed(session), left, page, now.planned, took(session), here)


def fit(session: Session, minutes: int) -> timing.Fit:
    """Whether what is left to ask fits in an evening of so many minutes, 0 for no end."""
    allowed = _allowed(session)
    left = sum(allowed[q.id] for q in session.path if not session.entry(q.id).dealt_with)
    have = max(1.0, minutes - took(session)) if minutes else 0
    return timing.fit(session.bank, session.record.depth, len(session.record.present), left, have)


def _allowed(session: Session) -> dict[str, float]:
    record = session.record
    return timing.estimates(session.bank, session.flow, record.depth, len(record.present))


def speaking_order(session: Session, question: str) -> tuple[Partner, ...]:
    """Who speaks in the round on a question, first to last."""
    return rounds.order(session.record, session.flow, question)


def doing(session: Session, theme: str) -> dict[Job, str]:
    """Who has which job in a theme; nobody if nobody was named."""
    themes = [t.id for t in session.bank.themes]
    return jobs.doing(session.record, themes.index(theme))
