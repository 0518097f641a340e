"""The interviews that every door is put through, played headless: what the others must match."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from interview import commands as c
from interview import workspace
from interview.answers_file import play
from interview.places import FILE_NAME
from interview.record import Record
from interview.session import Session
from interview.workspace import Workspace
from outputs import toml
from questions.answers import is_table
from questions.load import bundled, load
from questions.model import Bank, Question
from questions.values import Answer

EVENING: Final = dt.datetime(2027, 3, 4, 19, 0)
ID: Final = "parity"
_HERE: Final = Path(__file__).parent
_BANKS: Final = _HERE.parent / "banks"


@frozen
class Interview:
    """An answers file and its bank; ``ready`` if the partners are in the agreement beforehand."""

    name: str
    bank: Bank
    path: Path
    ready: bool = False


def all_interviews() -> list[Interview]:
    """The worked examples of the bundled bank, and one for each of the banks made for tests."""
    examples = sorted((bundled() / "examples").glob("*.toml"))
    return [
        *(Interview(path.stem, _bank(bundled()), path) for path in examples),
        *(
            Interview(name, _bank(_BANKS / name), _HERE / f"{name}.toml", ready=True)
            for name in ("small", "kinds", "short")
        ),
    ]


def headless(interview: Interview, folder: Path) -> Session:
    """The interview played without a screen."""
    text = _with_ids_from_names(interview.path.read_text("utf-8"), interview.bank)
    path = folder / interview.path.name
    path.write_text(text, "utf-8")
    return play(path, interview.bank, clock, ID)


def opened(interview: Interview, target: Session, folder: Path) -> Workspace:
    """The same agreement with nothing answered: a new one, or one that its partners are in."""
    if not interview.ready:
        title, depth = target.record.title, target.record.depth
        made = workspace.start(folder, title, depth, interview.bank, clock=clock, id=ID)
        made.apply(c.Begin(rings=target.record.meetings[-1].rings))
        return made
    before = Session(interview.bank, evolve(target.record, entries={}), clock)
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(toml.write(before.agreement()).encode())
    return workspace.resume(folder, interview.bank, clock=clock)


def before(target: Session, question: Question) -> Session:
    """The target as it was when this question came up."""
    bank = target.bank
    earlier = {q.id for q in bank.questions[: bank.questions.index(question)]}
    entries = {id: entry for id, entry in target.record.entries.items() if id in earlier}
    return Session(bank, evolve(target.record, entries=entries), clock, question.id)


def offered(target: Session, question: Question) -> Answer:
    """The answer that stands there when this question comes up: what is usual, or the defaults."""
    session = before(target, question)
    return session.usual(question) or session.starting_answer(question)


def said_to(target: Session, question: Question) -> Answer:
    """The answer to this question, which there has to be."""
    answer = target.entry(question.id).answer
    assert answer is not None, question.id
    assert answer.rows or not is_table(question), f"{question.id}: rows are needed here"
    return answer


def page_of_usual(target: Session) -> tuple[Question, ...]:
    """The questions that share the page of usual clauses; none but in the short way."""
    return tuple(q for q in target.path if q.id in target.flow.block)


def clock() -> dt.datetime:
    """Every door is told the same time."""
    return EVENING


def head_and_tables(text: str) -> tuple[str, str]:
    """An agreement's file: its head but for the question that is open, and all of its tables."""
    head, tables = text.split("\n[[", 1)
    return re.sub(r"^current = .*\n", "", head, flags=re.MULTILINE), tables


@cache
def _bank(folder: Path) -> Bank:
    return load(folder)


def _with_ids_from_names(text: str, bank: Bank) -> str:
    """The answers with every partner called by the id that it gets when its name is typed."""
    given: list[Mapping[str, str]] = tomllib.loads(text)["partner"]
    today = EVENING.date()
    session = Session(bank, Record(ID, "", created=today, changed=EVENING), clock)
    for partner in given:
        session.apply(c.AddPartner(partner["name"], partner.get("short", "")))
    made = {p["id"]: new.id for p, new in zip(given, session.record.partners, strict=True)}
    ids = "|".join(map(re.escape, made))
    return re.sub(rf"(?<![\w-])({ids})(?![\w-])", lambda match: made[match[1]], text)
