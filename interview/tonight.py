"""Tonight's meeting: how long it has taken, how the rest is shared, who speaks and who does what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview import jobs, rounds, timing
from interview.record import Partner
from outputs.agreement import Job, Meeting

if TYPE_CHECKING:  # it asks us how long it took
    from interview.session import Session


def meeting(session: Session) -> Meeting | None:
    """Tonight's meeting, once anything was said; None before."""
    met = session.record.meetings[-1:]
    return met[0] if met and met[0].date == session.group.today else None


def took(session: Session) -> float:
    """Minutes that it has taken so far, in all its sittings."""
    now = meeting(session)
    return (now.took if now else 0) + session.time.minutes


def plan(session: Session) -> timing.Plan | None:
    """How the time that is left is shared; None if nobody said how long there is."""
    now = meeting(session)
    if now is None or not now.planned:
        return None
    left = {q.id for q in session.path if not session.entry(q.id).dealt_with}
    here = session.time.spent(session.at)
    return timing.plan(_allowed(session), left, session.at, now.planned, took(session), here)


def fit(session: Session, minutes: int) -> timing.Fit:
    """Whether what is asked fits in so many minutes, 0 for as long as it takes."""
    record = session.record
    partners = len(record.present)
    return timing.fit(session.bank, session.flow, record.depth, partners, minutes)


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
