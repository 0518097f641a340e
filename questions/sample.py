"""A sentence of the bank as a plausible group would read it, to count its words and grade it.

Each blank takes what its own field suggests: the default, the hint, or what its kind gives as
an example.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Final

from attrs import evolve

from questions.answers import is_empty, own_field
from questions.group import Group, Party
from questions.kinds import SIMPLE
from questions.model import Field, Option, Question
from questions.values import ANSWER, Answer, Mistake, Row, Value
from questions.wording import filled

GROUP: Final = Group(
    (
        Party("hub", "The Hub"),
        Party("st-annes", "St Anne’s"),
        Party("friends", "Friends of South Park"),
    ),
    lead="hub",
)
_DAY: Final = dt.date(2027, 6, 6)
_PERSON: Final = "Ann Price"
_ONE_HINT: Final = re.compile(r"[;:]|, or | or ")
"""Where the first example in a hint ends: "Ann Price, or the manager; no phone numbers here"."""


class Sample:
    """A question with every blank filled, and sentences filled from it."""

    def __init__(self, question: Question) -> None:
        self.question = question
        value = _value(own_field(question)) if question.kind in SIMPLE else None
        self.answer = Answer(value, {f.id: _value(f) for f in question.fields})
        self.row = Row(GROUP.partners[0].id, {c.id: _value(c) for c in question.columns})

    def said(self, text: str, *, chosen: str = "", in_row: bool = False) -> str:
        """The sentence with its blanks filled; ``chosen`` is the option that says it."""
        answer = self.answer
        if chosen:
            answer = evolve(answer, value=(chosen,) if self.question.kind == "choices" else chosen)
        return filled(text, self.question, answer, self.row if in_row else None, GROUP)


def hinted(of: Field) -> str:
    """The first example that a field's hint gives, or ""."""
    return _ONE_HINT.split(of.hint)[0].strip()


def _value(of: Field) -> Value:
    match of.kind:
        case "date":
            return _DAY
        case "who":
            return (GROUP.partners[0].id,)
        case "yes_no":
            return True
        case "choice" | "choices" if of.default is None or of.id == ANSWER:
            longest = max(of.options, key=_length).id
            return longest if of.kind == "choice" else (longest,)
    if of.role in ("contact", "stand_in"):
        return _PERSON
    kind = SIMPLE[of.kind]
    if of.default is not None:
        return kind.check(of.default, of, GROUP)
    with suppress(Mistake):  # not every hint is an example: "long enough for a meeting"
        value = kind.read(hinted(of), of, GROUP)
        if not is_empty(value):
            return value
    return kind.read(kind.example, of, GROUP)


def _length(option: Option) -> int:
    return len((option.words or option.label).split())
