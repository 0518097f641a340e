"""Events and consequences in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interview import events as e
from interview.session import Session
from questions.language import join

_MOST_NAMED = 4


def warning(session: Session, found: Iterable[e.Consequence]) -> str:
    """What a change would hide or rewrite; "" if it would do neither."""
    said: list[str] = []
    for each in found:
        match each:
            case e.Hidden(questions):
                said.append(f"This hides {_names(session, questions)}. The answer is kept.")
            case e.Rewritten(questions):
                said.append(f"This changes the wording of {_names(session, questions)}.")
    return " ".join(said)


def event(session: Session, told: e.Event) -> str:
    """What a person needs to be told of an event; "" where the next prompt says it all."""
    match told:
        case e.Refused(why):
            return why
        case e.Asked((only,)):
            return f"That adds a question: {_names(session, (only,))}."
        case e.Asked(questions):
            return f"That adds {len(questions)} questions: {_names(session, questions)}."
        case e.AskAgain(question, partners):
            people = [p.said for id in partners if (p := session.record.partner(id))]
            return f"{join(people)} will be asked again about {_names(session, (question,))}."
        case _:
            return ""


def _names(session: Session, questions: Sequence[str]) -> str:
    found = [q for id in questions if (q := session.bank.find(id))]
    names = [f"“{q.heading or q.ask}”" for q in found]
    more = len(names) - _MOST_NAMED
    return join(names if more < 1 else [*names[:_MOST_NAMED], f"{more} more"])
