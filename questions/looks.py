"""What rules, rehearsals and stop signs can ask about a whole draft, beside ``conditions``.

Each is written as one of these; a place is "question.field", "question.column" or, where the
question is of a simple kind, the question alone::

    { filled = "steps.helper" }                      { empty = "steps.helper" }
    { field = "decide.quorum", is = ["all"] }        { number = "sign-up.number", less_than = 2 }
    { earlier = ["review.on", "today"] }             { longer = "leaving.notice", than = "30 days" }
    { repeated = "who-we-are.contact" }              also: alike, most, one_name,
    { same_name = ["steps.helper", "who.contact"] }        names_absent, names_partner
    { some_row = { of = "steps", where = { who = ["all"] }, empty = ["within"] } }
    { body = ["club"], but_not = ["company"] }       { lead = false }
    { one_partner = ["stand-aside"], times = 3 }     { struck = "in-the-end.no-vote" }

Here are the records and how they are read; ``questions.rules`` says whether they are so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from questions.conditions import Look
from questions.kinds.period import read_period
from questions.problems import did_you_mean
from questions.values import Mistake, Period

TODAY: Final = "today"
"""What stands for the day it is, where a date's place is asked for."""

PARTNERS: Final = "partners"
"""What stands for how many partners there are, where a number is asked for."""

FILLED: Final = ("filled", "empty")
IN_COLUMN: Final = ("repeated", "alike", "most")
OF_NAMES: Final = ("one_name", "names_absent", "names_partner")
STANCES: Final = ("agree", "can-live-with-it", "stand-aside", "cannot-accept")


@frozen
class At(Look):
    """Something that one place shows; ``what`` is a word of FILLED, IN_COLUMN or OF_NAMES."""

    what: str
    place: str

    @property
    def places(self) -> tuple[str, ...]:
        return (self.place,)


@frozen
class Picked(Look):
    """One of these options was picked in a field, or in any row of a column."""

    place: str
    options: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        return (self.place,)


@frozen
class Earlier(Look):
    """The first day comes before the second. A column means any of its rows."""

    first: str
    second: str

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(place for place in (self.first, self.second) if place != TODAY)


@frozen
class SameName(Look):
    """Somebody named at the first place is named at the second."""

    first: str
    second: str

    @property
    def places(self) -> tuple[str, ...]:
        return (self.first, self.second)


Than: TypeAlias = Period | tuple[str, str] | str
"""A length of time: fixed, from one day to another, or what stands at a place."""


@frozen
class Lasts(Look):
    """A length of time, a column's added up, is longer (or shorter) than another."""

    period: str
    than: Than
    longer: bool = True

    @property
    def places(self) -> tuple[str, ...]:
        return (self.period, *self.other_places)

    @property
    def other_places(self) -> tuple[str, ...]:
        """The places that it is compared with."""
        if isinstance(self.than, Period):
            return ()
        than = (self.than,) if isinstance(self.than, str) else self.than
        return tuple(place for place in than if place != TODAY)


@frozen
class Number(Look):
    """A number, or one in words of their own, is under or over a limit."""

    place: str
    less_than: int | None = None
    more_than: int | str | None = None

    @property
    def places(self) -> tuple[str, ...]:
        return (self.place,)


@frozen
class SomeRow(Look):
    """A row of a table is like this. ``rows`` and ``not_rows`` are ids of suggested rows.

    ``where`` says what a column has to be, ``before`` the day that it comes before.
    """

    question: str
    where: Mapping[str, tuple[str, ...]] = field(factory=dict)
    before: Mapping[str, str] = field(factory=dict)
    filled: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    not_rows: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        columns = dict.fromkeys((*self.where, *self.before, *self.filled, *self.empty))
        return tuple(f"{self.question}.{column}" for column in columns)


@frozen
class Struck(Look):
    """The group struck out a sentence: ``place`` is "question.sentence"."""

    place: str


@frozen
class Body(Look):
    """What sort of body a partner is has one of these words, and none of the others."""

    words: tuple[str, ...]
    but_not: tuple[str, ...] = ()


@frozen
class HasLead(Look):
    """Whether one of the partners is the lead."""

    so: bool


@frozen
class OnePartner(Look):
    """One partner took these positions at least so many times."""

    stances: tuple[str, ...]
    times: int


def read(data: Mapping[str, Any]) -> Look | None:
    """The look that this plain data writes, or None if it writes none.

    Raises:
        Mistake: with what is wrong and what to write instead.
    """
    match data:
        case {"field": str(place), "is": options, **rest} if not rest:
            return Picked(place, _texts(options, "is"))
        case {"earlier": days, **rest} if not rest:
            return Earlier(*_two(days, "earlier"))
        case {"same_name": places, **rest} if not rest:
            return SameName(*_two(places, "same_name"))
        case {"longer": str(place), "than": than, **rest} if not rest:
            return Lasts(place, _than(than))
        case {"shorter": str(place), "than": than, **rest} if not rest:
            return Lasts(place, _than(than), longer=False)
        case {"number": str(place)} if len(data) > 1:
            return _number(place, {key: data[key] for key in data if key != "number"})
        case {"some_row": dict(row), **rest} if not rest:
            return _some_row(row)
        case {"struck": str(place), **rest} if not rest:
            return Struck(place)
        case {"lead": bool(so), **rest} if not rest:
            return HasLead(so)
        case {"body": words, **rest} if set(rest) <= {"but_not"}:
            return Body(_texts(words, "body"), _texts(rest.get("but_not", []), "but_not", least=0))
        case {"one_partner": stances, "times": int(times), **rest} if not rest and times > 0:
            return OnePartner(_texts(stances, "one_partner"), times)
    return _at(data)


def _at(data: Mapping[str, Any]) -> At | None:
    known = (*FILLED, *IN_COLUMN, *OF_NAMES)
    if len(data) == 1:
        ((what, place),) = data.items()
        if what in known and isinstance(place, str):
            return At(what, place)
    for key in data:
        if key not in (*known, *_OTHERS):
            raise Mistake(f'there is no condition "{key}"; {did_you_mean(key, (*known, *_OTHERS))}')
    return None


_OTHERS: Final = (
    *("field", "is", "earlier", "same_name", "longer", "shorter", "than", "number", "less_than"),
    *("more_than", "some_row", "struck", "lead", "body", "but_not", "one_partner", "times"),
    *("question", "answered", "partners", "all", "any", "not"),
)


def _than(data: Any) -> Than:
    if isinstance(data, list):
        return _two(data, "than")
    if not isinstance(data, str):
        raise Mistake(f'than: {data!r} should be "7 days", the places of two dates, or one place')
    try:
        return read_period(data)
    except Mistake:
        return data


def _number(place: str, limits: Mapping[str, Any]) -> Number:
    less, more = limits.get("less_than"), limits.get("more_than")
    sound = set(limits) <= {"less_than", "more_than"} and all(
        limit is None or type(limit) is int or (limit == PARTNERS and limit is more)
        for limit in (less, more)
    )
    if not sound:
        raise Mistake(
            "number: its limits are less_than, a whole number, and more_than, "
            'a whole number or "partners"'
        )
    return Number(place, less, more)


def _some_row(row: Mapping[str, Any]) -> SomeRow:
    where, before = row.get("where", {}), row.get("before", {})
    if (
        not isinstance(row.get("of"), str)
        or not isinstance(where, dict)
        or not isinstance(before, dict)
        or not all(isinstance(place, str) for place in before.values())
        or set(row) - {"of", "where", "before", *_LISTS}
    ):
        raise Mistake(
            'some_row is written { of = "question" }, with where = { column = ["…"] }, '
            f'before = {{ column = "question.field" }}, {", ".join(_LISTS)}'
        )
    lists = {key: _texts(row.get(key, []), key, least=0) for key in _LISTS}
    words = {key: _texts(each, f"where, {key}") for key, each in where.items()}
    return SomeRow(row["of"], words, before, **lists)


_LISTS: Final = ("filled", "empty", "rows", "not_rows")


def _two(data: Any, key: str) -> tuple[str, str]:
    first, second = _texts(data, key, least=2, most=2)
    return first, second


def _texts(data: Any, key: str, least: int = 1, most: int = 1000) -> tuple[str, ...]:
    if (
        not isinstance(data, list)
        or not least <= len(data) <= most
        or not all(isinstance(each, str) for each in data)
    ):
        wanted = "two texts" if most == 2 else "a list of texts"
        raise Mistake(f"{key}: {data!r} should be {wanted}")
    return tuple(data)
