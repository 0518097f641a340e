"""Does everyone here agree? Asked once the clause has been read out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview import commands as c
from interview.plain import passing, show
from interview.plain.small import ask_words
from interview.plain.talk import Talk
from interview.record import Partner
from outputs.agreement import Stance
from questions.language import join
from questions.model import Question

_STANCES: Final[tuple[tuple[Stance, str], ...]] = (
    ("agree", "agrees"),
    ("can-live-with-it", "can live with it"),
    ("stand-aside", "not for us, but go ahead"),
    ("cannot-accept", "not as it stands"),
)

_WHY_LATER: Final = "Why can be said on each, from /check."


def ask_positions(talk: Talk, *questions: Question) -> None:
    """Ask the room, or each partner in turn, about one clause or about several at once.

    Enter never agrees to anything.
    """
    record = talk.session.record
    here = [p for p in record.present if p.id not in record.absent]
    questions = tuple(q for q in questions if talk.session.entry(q.id).settled)
    if not here or not questions:
        return
    if all(_stands(talk, questions, p) for p in here):
        show.positions(talk, questions[0])
        return
    again = [p.said for p in here if talk.session.view(questions[0].id, p.id) == "ask-again"]
    if again and len(questions) == 1:
        talk.say(f"The words have changed since {join(again)} spoke. /keep if only spelling has.")
    to = "" if len(questions) == 1 else " to all of these"
    talk.say(f"Show thumbs, all together. Does everyone here agree{to}?")
    while True:
        typed = talk.ask("e for everyone, or Enter to ask each partner:").casefold()
        if typed in ("e", "everyone"):
            for question in questions:
                talk.send(c.EveryoneAgrees(question.id))
            return
        if not typed:
            break
        talk.say("Please type e if everyone agrees, or press Enter to ask each in turn.")
    aside = all(question.stand_aside for question in questions)
    offered = [pair for pair in _STANCES if aside or pair[0] != "stand-aside"]
    listed = "; ".join(f"{n} {words}" for n, (_, words) in enumerate(offered, 1))
    why = "With an r behind it, as in 2 r, you say why." if len(questions) == 1 else _WHY_LATER
    talk.say(f"{listed}. Enter leaves it open. {why}")
    for partner in record.present:
        _ask_partner(talk, questions, partner, [stance for stance, _ in offered])


def _stands(talk: Talk, questions: Sequence[Question], partner: Partner) -> bool:
    return all(talk.session.view(q.id, partner.id) == "stands" for q in questions)


def _ask_partner(
    talk: Talk, questions: Sequence[Question], partner: Partner, offered: list[Stance]
) -> None:
    if partner.id in talk.session.record.absent:
        talk.say(f"{partner.said} is not here tonight, so its view stays open.")
        return
    if _stands(talk, questions, partner):
        return
    while typed := talk.ask(f"{partner.said}:"):
        number = typed.casefold().removesuffix("r").strip()
        at = talk.ask_number(number, len(offered))
        if at is None:
            continue
        if len(questions) == 1:
            asks_why = number != typed.casefold()
            _take(talk, questions[0], partner, offered[at], asks_why=asks_why)
        else:
            for question in questions:
                talk.send(c.TakePosition(question.id, partner.id, offered[at]))
        return


def _take(
    talk: Talk, question: Question, partner: Partner, stance: Stance, *, asks_why: bool
) -> None:
    """Take one partner's view; a no is thanked, and asked what lies behind it."""
    reason = would_change = ""
    key = f"{passing.PASSING}position.{question.id}.{partner.id}."
    printed = False
    if stance == "cannot-accept" or asks_why:
        talk.say(f"Thank you, {partner.said}, for saying so.")
        why = "Why not?" if stance == "cannot-accept" else "Why?"
        reason = ask_words(talk, f"{key}reason", why)
        would_change = ask_words(talk, f"{key}change", "What would change that?")
        printed = bool(reason) and talk.ask_yes("May we print the reason?", default=False)
    talk.send(c.TakePosition(question.id, partner.id, stance, reason, would_change, printed))
    passing.forget(talk.workspace, key)
