"""Events and consequences in words, for the one line that a screen has for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from interview import events as e
from interview.session import Session
from questions.language import count_of, join

BOUNCED: Final = "Press e if everyone here agrees, a number for one partner, or g to go on."
"""What is said where Enter agrees to nothing."""


def not_counted(session: Session, questions: Iterable[str]) -> str:
    """Whom “everyone” left out, since it said no to one of these clauses; "" if nobody.

    It may have been to the words before these, and it may not be here: the room cannot take it
    back either way.
    """
    held = [session.entry(question).positions for question in questions]
    against = [
        partner.said
        for partner in session.record.present
        if any(partner.id in on and on[partner.id].stance == "cannot-accept" for on in held)
    ]
    if not against:
        return ""
    it, only = ("it", "it") if len(against) == 1 else ("them", "they")
    return (
        f"{join(against)} said “not as it stands”, so “everyone” did not count {it}. "
        f"Only {only} can change that."
    )


def consequences_in_words(session: Session, found: Iterable[e.Consequence]) -> str:
    """What a change would do beyond itself; "" when there is nothing the group must know.

    Questions that appear are no surprise, so they are not told.
    """
    said: list[str] = []
    for each in found:
        match each:
            case e.Hidden(questions):
                what = count_of(len(questions), "answer")
                said.append(f"This puts {what} out of sight ({_names(session, questions)}). Kept.")
            case e.Rewritten(questions):
                what = count_of(len(questions), "other clause")
                said.append(f"This rewrites {what} ({_names(session, questions)}).")
            case e.AskAgain(question, partners):
                names = join([_partner(session, p) for p in partners])
                said.append(f"{names} must be asked again about “{_name(session, question)}”.")
            case e.Asked():
                pass
    return " ".join(said)


def _names(session: Session, questions: Iterable[str]) -> str:
    return join([_name(session, q) for q in questions])


def _name(session: Session, question: str) -> str:
    found = session.bank.find(question)
    return (found.heading or found.ask) if found else question


def _partner(session: Session, partner: str) -> str:
    found = session.record.partner(partner)
    return found.said if found else partner
