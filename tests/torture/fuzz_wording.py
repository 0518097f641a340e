"""Any answers to the questions of a bank: sentences, blocks, and every quick format."""

from __future__ import annotations

from typing import Final

from attrs import frozen
from hypothesis import strategies as st

from interview import commands as c
from interview.events import Refused
from interview.session import Session
from outputs import toml
from outputs.document import document_of
from outputs.formats import FORMATS
from questions.load import bundled, load
from questions.model import Bank
from tests.interview.strategies import answers, texts
from tests.interview.talking import KINDS, talk

NCVO: Final = load(bundled())
_NAMES: Final = (
    "The Riverside Trust",
    "Cymdeithas Llŷn",
    "[/]",
    "المركز",
    "The Hub",
    "A; B",
    "all",
)
_MOST: Final = 6


@frozen
class Said:
    """A group and what it answered, command by command."""

    bank: str
    partners: tuple[str, ...]
    commands: tuple[c.Command, ...]


def _bank(id: str) -> Bank:
    return KINDS if id == KINDS.id else NCVO


def _talk(said: Said) -> Session:
    session = talk(_bank(said.bank))
    session.apply(c.SetDepth("full"))
    for name in said.partners:
        session.apply(c.AddPartner(name))
    return session


@st.composite
def evenings(draw: st.DrawFn) -> Said:
    """A few questions answered in any way, some of them reworded."""
    bank = draw(st.sampled_from((KINDS, NCVO)))
    partners = draw(st.lists(st.sampled_from(_NAMES) | texts, min_size=1, max_size=3, unique=True))
    said = Said(bank.id, tuple(partners), ())
    group = _talk(said).group
    commands: list[c.Command] = []
    for question in draw(st.lists(st.sampled_from(bank.questions), min_size=1, max_size=_MOST)):
        commands.append(c.Answer(question.id, draw(answers(question, group))))
        if draw(st.integers(0, 4)) == 0:
            commands.append(c.AddSentence(question.id, draw(texts)))
    return Said(bank.id, tuple(partners), tuple(commands))


EVENINGS: Final = evenings()


def example(said: Said) -> None:
    """Answer, and look at all that is made of it."""
    session = _talk(said)
    for command in said.commands:
        for event in session.apply(command):
            assert not isinstance(event, Refused) or event.why[-1] in ".!?"
    for question in session.bank.questions:
        for sentence in session.sentences(question):
            assert "\n" not in sentence.text
        session.table(question)
    agreement = session.agreement()
    assert toml.read(toml.write(agreement).encode()) == agreement
    document = document_of(agreement)
    for name in ("md", "html"):
        assert FORMATS[name].render(document)
