"""A group that answers at random, and in the same way for the same seed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Final, get_args

from interview.changes import settles, tidy
from interview.record import Entry, Partner, Record, Standing
from questions.answers import next_row_id, own_field, start, usual_answer
from questions.conditions import Facts
from questions.group import Group
from questions.kinds import PER_PARTNER, SIMPLE
from questions.kinds.period import UNITS
from questions.kinds.who import ALL, LEAD
from questions.model import Depth, Field, Question
from questions.sample import hinted
from questions.values import Answer, Item, Own, Period, Row, Value
from questions.wording import only_what_is_said

TODAY: Final = dt.date(2027, 1, 23)
_NOW: Final = dt.datetime(2027, 1, 23, 19, 30)

_PARTNERS: Final = (
    # One and many, with an article, an apostrophe and a small first letter.
    Partner("hub", "The Hub", committee="trustees"),
    Partner("st-annes", "St Anne’s", committee="council"),
    Partner("friends", "Friends of South Park"),
    Partner("riverside", "Riverside Community Trust", "Riverside", committee="directors"),
    Partner("lunch-club", "Tuesday Lunch Club"),
    Partner("ishare", "iShare", committee="board"),
    Partner("riders", "The Riders of the 42", "The Riders"),
    Partner("advice", "Harbour Advice & Law", committee="trustees"),
    Partner("residents", "Mill Lane Residents’ Association", "Mill Lane Residents"),
    Partner("age", "Age Well, Eastbank", committee="board"),
    Partner("scouts", "1st Eastbank Scouts"),
    Partner("women", "Women Together"),
)
PEOPLE: Final = ("Ann Price", "Dev Shah", "de Souza", "the warden")
_PHRASES: Final = (
    "keep the hall warm on winter Tuesdays",
    "Cook lunch, each Tuesday.",
    "£20 a week",
    "BBC Radio and two local papers",
    "everyone who lives in Mill Lane",
    "Ann’s spare key;",
)
_OWN: Final = ("We toss a coin", "it depends on the weather.", "Ann decides, after lunch")
_NUMBERS: Final = (1, 2, 3, 8, 12, 1500)
_PENCE: Final = (100, 1250, 25_000, 1_234_500)
_STANDINGS: Final[tuple[Standing, ...]] = get_args(Standing)
_HOW_EMPTY: Final = (0.0, 0.0, 0.2, 0.5, 1.0)
"""How likely a blank is left empty: in some questions none is, in some every one."""


class Chance:
    """What a group says that nobody made up."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def record(self) -> Record:
        """A group of two to twelve partners that has said nothing yet."""
        partners = self._random.sample(_PARTNERS, self._random.randint(2, len(_PARTNERS)))
        lead = self._random.choice(["", *(p.id for p in partners)])
        depth: Depth = self._random.choice(get_args(Depth))
        return Record(
            id="chance",
            title="By chance",
            created=TODAY,
            changed=_NOW,
            depth=depth,
            lead=lead,
            partners=tuple(partners),
        )

    def entry(self, question: Question, facts: Facts, group: Group) -> Entry:
        """What they say about a question: mostly an answer that stands."""
        answer = self._answer(question, facts, group)
        if not settles(question, answer):
            return Entry(answer, "undecided")
        if self._likely(0.9):
            return Entry(answer)
        standing = self._random.choice(_STANDINGS)
        owner = self._random.choice(PEOPLE)
        views = {p.id: self._random.choice(_OWN) for p in group.partners[:2]}
        match standing:
            case "parked":
                return Entry(answer, standing, owner, self._day())
            case "disputed":
                return Entry(answer, standing, owner, self._day(), views=views)
        return Entry(answer, standing)

    def _likely(self, chance: float) -> bool:
        return self._random.random() < chance

    def _answer(self, question: Question, facts: Facts, group: Group) -> Answer | None:
        empty = self._random.choice(_HOW_EMPTY)
        value = None
        if question.kind in SIMPLE:
            value = self._value(own_field(question), group, own=question.something_else)
        answer = start(question, facts, group, value)
        if self._likely(0.2):
            answer = usual_answer(question, facts, group) or answer
        fields = self._cells(question.fields, answer.fields, group, empty)
        rows = tuple(self._rows(question, answer.rows, group, empty))
        said = only_what_is_said(question, Answer(answer.value, fields, rows), facts)
        return tidy(question, said)

    def _rows(
        self, question: Question, suggested: Sequence[Row], group: Group, empty: float
    ) -> list[Row]:
        if question.kind == PER_PARTNER:
            kept = list(suggested)
        else:
            kept = [row for row in suggested if self._likely(0.8)]
            for _ in range(self._random.randint(0, 2) if question.columns else 0):
                kept.append(Row(next_row_id(kept)))
        return [Row(r.id, self._cells(question.columns, r.cells, group, empty)) for r in kept]

    def _cells(
        self, fields: Sequence[Field], given: object, group: Group, empty: float
    ) -> dict[str, Value]:
        before = given if isinstance(given, dict) else {}
        filled: dict[str, Value] = {}
        for each in fields:
            if self._likely(empty):
                continue
            if each.id in before and self._likely(0.5):
                filled[each.id] = before[each.id]
            else:
                # Own words in a cell whose options speak for it have no sentence to stand in.
                speaks = any(option.says for option in each.options)
                filled[each.id] = self._value(each, group, own=not speaks)
        return filled

    def _value(self, of: Field, group: Group, *, own: bool = True) -> Value:
        choose = self._random.choice
        match of.kind:
            case "choice":
                return self._item(of, own=own)
            case "choices":
                wanted = self._random.randint(1, len(of.options))
                return tuple(dict.fromkeys(self._item(of, own=own) for _ in range(wanted)))
            case "yes_no":
                return self._likely(0.6)
            case "number":
                return choose(_NUMBERS)
            case "money":
                return choose(_PENCE)
            case "date":
                return self._day()
            case "period":
                return Period(choose((1, 1, 2, 5, 28)), choose(UNITS))
            case "who":
                return self._who(group)
        if of.role in ("contact", "stand_in"):
            return choose(PEOPLE)
        return choose((hinted(of), *_PHRASES)) or choose(_PHRASES)

    def _item(self, of: Field, *, own: bool) -> Item:
        if own and self._likely(0.1):
            return Own(self._random.choice(_OWN))
        return self._random.choice(of.options).id

    def _who(self, group: Group) -> tuple[Item, ...]:
        partners = self._random.sample(group.partners, self._random.randint(1, 2))
        person = Own(self._random.choice(PEOPLE))
        leads = [(LEAD,)] if group.lead else []
        several = tuple(p.id for p in partners)
        return self._random.choice(
            [several, several, (ALL,), (person,), (*several, person), *leads]
        )

    def _day(self) -> dt.date:
        return TODAY + dt.timedelta(days=self._random.randint(1, 800))
