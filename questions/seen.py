"""Whether a look at a draft finds what it looks for: yes, no, or None where nothing is settled."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from questions import language, looks
from questions.conditions import Look
from questions.draft import Draft, says, text_of
from questions.kinds.period import after
from questions.values import ID, OTHER, Own, Period, Value

_FEWEST_ROWS: Final = 3
"""Rows below which it says nothing that one partner stands in half of them."""

_SEVERAL: Final = re.compile(r"\b(two|three|four|both|all|each|every|everyone|contacts)\b", re.I)
_DIGITS: Final = re.compile(r"\b\d{1,6}\b", re.ASCII)


def seen(look: Look, draft: Draft) -> bool | None:
    """Whether it is so; None if it looks at a question that is not asked, or not settled."""
    match look:
        case looks.At():
            return _at(look, draft)
        case looks.Picked(place, options):
            values = draft.values(place)
            return None if values is None else any(_is_one_of(v, options) for v in values)
        case looks.Earlier():
            return _earlier(look, draft)
        case looks.Lasts():
            return _lasts(look, draft)
        case looks.Number():
            return _number(look, draft)
        case looks.SomeRow():
            return _some_row(look, draft)
        case looks.SameName():
            return _same_name(look, draft)
        case looks.Struck(place):
            question, _, sentence = place.partition(".")
            return sentence in draft.struck.get(question, ()) if question in draft.answers else None
        case looks.Body():
            return _body(look, draft)
        case looks.HasLead(whether):
            return bool(draft.group.lead) == whether
        case looks.OnePartner(stances, times):
            taken = (sum(each.get(s, 0) for s in stances) for each in draft.stances.values())
            return any(count >= times for count in taken)
    raise TypeError(f"{look} is a look that nobody can take")


def _at(look: looks.At, draft: Draft) -> bool | None:
    values = draft.values(look.place)
    if values is None:
        return None
    match look.what:
        case "filled":
            return bool(values)
        case "empty":
            return not values
        case "repeated":
            return len(set(map(_folded, values))) < len(values)
        case "alike":
            return len(values) > 1 and len(set(map(_folded, values))) == 1
        case "most":
            return _most(values, draft)
        case "one_name":
            return _one_name(values, draft)
        case "names_absent":
            question = look.place.partition(".")[0]
            return not draft.absent.get(question, frozenset()).isdisjoint(
                draft.partners_at(look.place)
            )
    return bool(draft.partners_at(look.place))


def _folded(value: Value) -> object:
    text = text_of(value)
    return " ".join(text.casefold().split()) if text else value


def _most(values: tuple[Value, ...], draft: Draft) -> bool:
    """Whether one partner or person is named in half of the rows or more."""
    named = Counter(name for value in values for name in set(_items(value, draft)))
    times = max(named.values(), default=0)
    return len(values) >= _FEWEST_ROWS and times * 2 >= len(values)


def _items(value: Value, draft: Draft) -> Iterable[str]:
    """Who is named, but not "all of us": what falls to everyone falls to nobody more."""
    if isinstance(value, tuple) and "all" in value:
        return ()
    return (name.casefold() for name in draft.names(value))


def _one_name(values: tuple[Value, ...], draft: Draft) -> bool:
    """Whether it names one person and no more; a partner is more than one person."""
    people = [
        item
        for value in values
        for item in (value if isinstance(value, tuple) else (value,))
        if text_of(item) and (isinstance(item, Own) or not isinstance(value, tuple))
    ]
    partners = any(isinstance(v, tuple) and not all(isinstance(i, Own) for i in v) for v in values)
    names = [name for item in people for name in draft.names(item)]
    return len(names) == 1 and not partners and not _SEVERAL.search(names[0])


def _is_one_of(value: Value, words: tuple[str, ...]) -> bool:
    """Whether a value is one of these ids, or a text that has one of these words in it."""
    match value:
        case bool():
            return ("yes" if value else "no") in words
        case Own():
            return OTHER in words
        case tuple():
            return any(_is_one_of(item, words) for item in value)
        case str():
            # An option's id has no words in it: "that-partner" is not "partner".
            return value in words or (
                not ID.fullmatch(value) and any(says(value, word) for word in words)
            )
    return False


def _earlier(look: looks.Earlier, draft: Draft) -> bool | None:
    first, second = _days(look.first, draft), _days(look.second, draft)
    if first is None or second is None:
        return None
    return bool(first and second) and min(first) < max(second)


def _days(place: str, draft: Draft) -> list[dt.date] | None:
    if place == looks.TODAY:
        return [draft.group.today]
    values = draft.values(place)
    return None if values is None else [v for v in values if isinstance(v, dt.date)]


def _lasts(look: looks.Lasts, draft: Draft) -> bool | None:
    """Both lengths are counted from one day, since a month is as long as that day makes it."""
    spans = _spans(look.period, draft)
    if spans is None:
        return None
    start, limit = draft.group.today, None
    match look.than:
        case Period():
            limit = after(start, look.than)
        case (first, second):
            froms, untils = _days(first, draft), _days(second, draft)
            if froms is None or untils is None:
                return None
            start, limit = (min(froms), max(untils)) if froms and untils else (start, None)
        case str(place):
            others = _spans(place, draft)
            if others is None:
                return None
            limit = _added_up(start, others) if others else None
    if limit is None or not spans:
        return False
    end = _added_up(start, spans)
    return end > limit if look.longer else end < limit


def _spans(place: str, draft: Draft) -> list[Period] | None:
    values = draft.values(place)
    return None if values is None else [v for v in values if isinstance(v, Period)]


def _added_up(start: dt.date, spans: Iterable[Period]) -> dt.date:
    for span in spans:
        start = after(start, span)
    return start


def _number(look: looks.Number, draft: Draft) -> bool | None:
    values = draft.values(look.place)
    if values is None:
        return None
    most = draft.facts.partners if look.more_than == looks.PARTNERS else look.more_than
    return any(
        (look.less_than is not None and count < look.less_than)
        or (isinstance(most, int) and count > most)
        for value in values
        for count in _counts(value)
    )


def _counts(value: Value) -> Iterable[int]:
    """The number that a value is, or that its words name if they name just one."""
    if isinstance(value, int):
        return [] if isinstance(value, bool) else [value]
    text = text_of(value)
    if ID.fullmatch(text) and not text.isdecimal():  # an option, such as two-thirds
        return []
    found = [int(digits) for digits in _DIGITS.findall(text)]
    found += [n for n in range(1, 10) if says(text, language.number(n))]
    return found if len(found) == 1 else []


def _some_row(look: looks.SomeRow, draft: Draft) -> bool | None:
    rows = draft.rows(look.question)
    days = {column: _days(place, draft) for column, place in look.before.items()}
    if rows is None or None in days.values():
        return None
    return any(
        (not look.rows or row.id in look.rows)
        and row.id not in look.not_rows
        and all(c in row.cells and _is_one_of(row.cells[c], w) for c, w in look.where.items())
        and all(_comes_before(row.cells.get(column), days[column]) for column in look.before)
        and all(column in row.cells for column in look.filled)
        and not any(column in row.cells for column in look.empty)
        for row in rows
    )


def _comes_before(value: Value | None, days: list[dt.date] | None) -> bool:
    return isinstance(value, dt.date) and any(value < day for day in days or ())


def _same_name(look: looks.SameName, draft: Draft) -> bool | None:
    first, second = draft.values(look.first), draft.values(look.second)
    if first is None or second is None:
        return None
    ones = [name for value in first for name in draft.names(value)]
    others = [name for value in second for name in draft.names(value)]
    return any(_same(one, other) for one in ones for other in others)


def _same(one: str, other: str) -> bool:
    """One name, perhaps with something beside it: "Jo Marsh", "Jo Marsh from the library"."""
    if one.casefold() == other.casefold():
        return True
    short, long = sorted((one, other), key=len)
    return len(short.split()) > 1 and not short.casefold().startswith("the ") and says(long, short)


def _body(look: looks.Body, draft: Draft) -> bool | None:
    bodies = [body for body in draft.bodies if body]
    if not bodies:
        return None
    return any(
        any(says(body, word) for word in look.words)
        and not any(says(body, word) for word in look.but_not)
        for body in bodies
    )
