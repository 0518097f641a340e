"""What a facilitator would say between two themes, and when time runs on. Each thing once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from interview import jobs, tonight
from interview.flow import not_talked_about
from interview.session import Session
from interview.timing import estimate, in_words
from outputs.still_open import OPEN
from outputs.words import capital
from questions.language import count_of, date, join
from questions.model import Question

_LATE: Final = "late"

How: TypeAlias = Callable[[str], str]
"""How an action (its id) is done in the form that says this: "l" on a screen, "/parked" in lines."""


def turn(session: Session, left: str, how: How) -> str:
    """What to say on coming from the theme ``left`` to that of the open question; "" if nothing."""
    here = session.question.theme
    if here == left or not session.time.once(f"turn {left} {here}"):
        return ""
    titles = {t.id: t.title for t in session.bank.themes}
    said = [_parked(session, left, titles[left], how), _share(session, here, titles[here])]
    if session.bank.room.tea_before == here and session.time.once("tea before"):
        said.append(_tea(how))
    doing = tonight.doing(session, here)
    if doing and doing != tonight.doing(session, left):
        said.append(f"The jobs move on: {jobs.in_words(doing)}")
    return " ".join(filter(None, said))


def _tea(how: How) -> str:
    return f"A good moment for tea: {how('five')} stops the clock."


def _share(session: Session, theme: str, title: str) -> str:
    """How long there is for a theme."""
    plan = tonight.plan(session)
    if plan is None:
        return ""
    minutes = sum(plan.shares.get(q.id, 0.0) for q in session.path if q.theme == theme)
    return f"“{title}” has about {count_of(round(minutes), 'minute')}." if minutes >= 1 else ""


def _parked(session: Session, theme: str, title: str, how: How) -> str:
    """What was put off in a theme, and whether there is time for it now."""
    found = [q for q in still_open(session) if q.theme == theme]
    if not found:
        return ""
    names = join([f"“{q.heading or q.ask}”" + _with(session, q.id) for q in found])
    return f"“{title}” leaves open {names}. {time_for(session, found, how)}".strip()


def still_open(session: Session) -> list[Question]:
    """What was put off, left open or seen in two ways, in the order it was asked."""
    return [q for q in session.path if session.entry(q.id).standing in OPEN]


def time_for(session: Session, found: Sequence[Question], how: How) -> str:
    """Whether there is time for these now; "" if nobody said how long there is."""
    plan = tonight.plan(session)
    if plan is None or not found:
        return ""
    them = "it" if len(found) == 1 else "them"
    need = sum(estimate(q, len(session.record.present)) for q in found)
    if plan.spare >= need:
        return f"There is time for {them} now, with {how('parked')}."
    return f"{'It' if len(found) == 1 else 'They'} can wait: there is no time to spare."


def _with(session: Session, question: str) -> str:
    entry = session.entry(question)
    owner_by = [entry.owner, f"by {date(entry.by)}" if entry.by else ""]
    said = ", ".join(filter(None, owner_by))
    return f" ({said})" if said else ""


def nudge(session: Session, how: How) -> str:
    """That it is time for tea, or late; "" if there is nothing to say, or it was said."""
    plan = tonight.plan(session)
    rest = not_talked_about(session.flow, session.record)
    if plan is not None and plan.late and rest and session.time.once(_LATE):
        return (
            f"{capital(in_words(plan.left))}, and {count_of(len(rest), 'clause')} to talk about. "
            f"{how('park_rest')} puts off the rest, with a name and a date."
        )
    if session.time.tea_is_due():
        return f"You have talked for 45 minutes. {_tea(how)}"
    return ""
