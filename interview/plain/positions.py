"""Does everyone here agree? Asked once the clause has been read out."""

from __future__ import annotations

from typing import Final

from interview import commands as c
from interview.plain import show
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


def ask_positions(talk: Talk, question: Question) -> None:
    """Ask the room, or each partner in turn. Enter never agrees to anything."""
    record = talk.session.record
    here = [p for p in record.present if p.id not in record.absent]
    if not here or not talk.session.entry(question.id).settled:
        return
    if all(talk.session.view(question.id, p.id) == "stands" for p in here):
        show.positions(talk, question)
        return
    again = [p.said for p in here if talk.session.view(question.id, p.id) == "ask-again"]
    if again:
        talk.say(f"The words have changed since {join(again)} spoke. /keep if only spelling has.")
    talk.say("Show thumbs, all together. Does everyone here agree?")
    while True:
        typed = talk.ask("e for everyone, or Enter to ask each partner:").casefold()
        if typed in ("e", "everyone"):
            talk.send(c.EveryoneAgrees(question.id))
            return
        if not typed:
            break
        talk.say("Please type e if everyone agrees, or press Enter to ask each in turn.")
    offered = [pair for pair in _STANCES if question.stand_aside or pair[0] != "stand-aside"]
    listed = "; ".join(f"{n} {words}" for n, (_, words) in enumerate(offered, 1))
    talk.say(f"{listed}. Enter leaves it open. With an r behind it, as in 2 r, you say why.")
    for partner in record.present:
        _ask_partner(talk, question, partner, [stance for stance, _ in offered])


def _ask_partner(talk: Talk, question: Question, partner: Partner, offered: list[Stance]) -> None:
    view = talk.session.view(question.id, partner.id)
    if partner.id in talk.session.record.absent:
        talk.say(f"{partner.said} is not here tonight, so its view stays open.")
        return
    if view == "stands":
        return
    while typed := talk.ask(f"{partner.said}:"):
        number = typed.casefold().removesuffix("r").strip()
        at = talk.ask_number(number, len(offered))
        if at is not None:
            _take(talk, question, partner, offered[at], asks_why=number != typed.casefold())
            return


def _take(
    talk: Talk, question: Question, partner: Partner, stance: Stance, *, asks_why: bool
) -> None:
    """Take one partner's view; a no is thanked, and asked what lies behind it."""
    reason = would_change = ""
    printed = False
    if stance == "cannot-accept" or asks_why:
        talk.say(f"Thank you, {partner.said}, for saying so.")
        reason = talk.ask("Why not?" if stance == "cannot-accept" else "Why?")
        would_change = talk.ask("What would change that?")
        printed = bool(reason) and talk.ask_yes("May we print the reason?", default=False)
    talk.send(c.TakePosition(question.id, partner.id, stance, reason, would_change, printed))
