"""The usual clauses of the short way, line by line: read out, taken or left out, the rest put off."""

from __future__ import annotations

from typing import Final

from interview import actions, block
from interview import commands as c
from interview.plain import passing
from interview.plain.positions import ask_positions
from interview.plain.small import ask_day, ask_text
from interview.plain.talk import Again, Talk
from questions.language import join
from questions.model import Question

_OWNER: Final = f"{passing.PASSING}block"


def ask_block(talk: Talk) -> None:
    """Read every usual clause out, take those that suit, then ask who agrees."""
    talk.place = actions.BLOCK
    page = block.page_of(talk.session)
    talk.say()
    talk.say(block.ASK)
    talk.say(f"Read aloud: {block.READ}")
    for n, question in enumerate(page.usual, 1):
        _read_out(talk, question, n)
    left = _ask_left_out(talk, page) if page.usual else ()
    owner, by = "", page.by
    if page.parked:
        talk.say(f"{block.UNREAD} {join([f'“{q.heading}”' for q in page.parked])}.")
        owner = ask_text(talk, _OWNER, "Who takes it on?", page.owner)
        by = ask_day(talk, "By when?", page.by)
    if not talk.change(c.TakeAsUsual(left, owner, by)):
        raise Again
    passing.forget(talk.workspace, _OWNER)
    ask_positions(talk, *_taken(talk))


def agree_to_block(talk: Talk) -> bool:
    """The word for “everyone agrees”; False where nothing has been taken yet."""
    taken = _taken(talk)
    if not taken:
        talk.say("First the clauses. Press Enter to take them as they are.")
        return False
    for question in taken:
        talk.send(c.EveryoneAgrees(question.id))
    return True


def _taken(talk: Talk) -> tuple[Question, ...]:
    found = (talk.session.bank.find(id) for id in block.taken(talk.session))
    return tuple(question for question in found if question)


def _read_out(talk: Talk, question: Question, n: int) -> None:
    session = talk.session
    answer = session.entry(question.id).answer or session.usual(question)
    talk.say(question.heading, mark=str(n))
    for sentence in session.sentences(question, answer):
        if not sentence.struck:
            talk.say(sentence.text, indent=2, mark="–")
    for row in session.table(question, answer):
        talk.say("; ".join(cell for cell in row if cell), indent=2, mark="–")


def _ask_left_out(talk: Talk, page: block.Page) -> tuple[str, ...]:
    """Numbers of the clauses that are not for this group; Enter takes every one."""
    all_of = "all but what was left out" if page.left_out else "all of them"
    while typed := talk.ask(f"Enter takes {all_of}, or numbers of those to leave out:"):
        numbers = typed.replace(",", " ").replace(" and ", " ").split()
        places = [talk.ask_number(number, len(page.usual)) for number in numbers]
        if None not in places:
            return tuple(q.id for n, q in enumerate(page.usual) if n in places)
    return tuple(sorted(page.left_out))
