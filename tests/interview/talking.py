"""How tests talk to a session: commands in, and what is then so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from attrs import evolve

from interview import commands as c
from interview import events as e
from interview.record import Record
from interview.reopen import Reopened, reopen
from interview.session import Session
from outputs import toml
from outputs.agreement import Agreement, Clause
from questions.load import load
from questions.model import Bank, Question
from questions.values import Answer

BANKS: Final = Path(__file__).parents[1] / "banks"
SMALL: Final = load(BANKS / "small")
KINDS: Final = load(BANKS / "kinds")
START: Final = dt.datetime(2026, 11, 23, 19, 0)
KEEP_WARM: Final = Answer(fields={"what": "Keep the hall warm.", "end": dt.date(2027, 11, 23)})


class Clock:
    """The time, as a test sets it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> dt.datetime:
        return self.now


def talk(bank: Bank, *partners: str, clock: Clock | None = None) -> Session:
    """A new session with these partners."""
    clock = clock or Clock()
    record = Record("ab", "Mill Lane", clock().date(), clock())
    session = Session(bank, record, clock)
    for name in partners:
        do(session, c.AddPartner(name))
    return session


def do(session: Session, *commands: c.Command) -> tuple[e.Event, ...]:
    """Apply commands that must not be refused; the events of the last."""
    events: tuple[e.Event, ...] = ()
    for command in commands:
        events = session.apply(command)
        assert not any(isinstance(event, e.Refused) for event in events), events
    return events


def refusal(session: Session, command: c.Command) -> str:
    """Why a command is refused; nothing may change."""
    before = session.record
    (event,) = session.apply(command)
    assert isinstance(event, e.Refused)
    assert session.record is before
    return event.why


def ask(session: Session, question: str) -> Question:
    """The question with that id."""
    found = session.bank.find(question)
    assert found is not None
    return found


def words(session: Session, question: str) -> list[str]:
    """The printed sentences of a clause."""
    return [s.text for s in session.sentences(ask(session, question)) if not s.struck]


def printed(agreement: Agreement, question: str) -> Clause | None:
    """The clause in the printed part of an agreement, if it is there."""
    return next((each for each in agreement.clauses if each.question == question), None)


def decide(session: Session, option: str = "all-say-yes") -> None:
    """Answer "decide" with an option and the usual blanks."""
    usual = session.usual(ask(session, "decide"))
    assert usual is not None
    do(session, c.Answer("decide", evolve(usual, value=option)))


def again(session: Session, *edits: tuple[str, str]) -> Reopened:
    """The session saved, its file edited by hand, and reopened."""
    text = toml.write(session.agreement())
    for old, new in edits:
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    return reopen(toml.read(text.encode()), session.bank)
