# ruff: noqa: ARG002 - each kind gets the field and the group, whether or not it looks at them
"""`period`: a length of time, such as "5 working days" or "one month"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from questions import language
from questions.group import Group
from questions.kinds.base import Kind
from questions.model import Field
from questions.values import Mistake, Period, Plain, Value

UNITS: Final = ("hour", "working day", "day", "week", "month", "year")
_SAY: Final = "Please type a length of time, such as 7 days, 5 working days or one month."
_WORDS: Final = {language.number(n): n for n in range(1, 10)} | {"a": 1, "an": 1, "ten": 10}
_SHAPE: Final = re.compile(r"(\d{1,4}|[a-z]+)\s+(hour|working day|day|week|month|year)s?", re.ASCII)


class PeriodKind(Kind):
    """A length of time."""

    name = "period"
    example = "7 days"

    def read(self, typed: str, field: Field, group: Group) -> Value:
        return read_period(typed)

    def say(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, Period)
        return language.count_of(value.count, value.unit)

    def check(self, plain: object, field: Field, group: Group) -> Value:
        if not isinstance(plain, str):
            raise Mistake(f'{plain!r} should be a length of time: "7 days"')
        return self.read(plain, field, group)

    def plain(self, value: Value, field: Field) -> Plain:
        assert isinstance(value, Period)
        return f"{value.count} {value.unit}{'' if value.count == 1 else 's'}"


def read_period(typed: str) -> Period:
    """The length of time that this text means.

    Raises:
        Mistake: with a sentence that says what to type instead.
    """
    text = " ".join(typed.casefold().split()).replace("a fortnight", "2 weeks")
    text = re.sub(r"^([0-9]),([0-9]{3}) ", r"\1\2 ", text)
    match = _SHAPE.fullmatch(text)
    count = match and (int(match[1]) if match[1].isdigit() else _WORDS.get(match[1], 0))
    if not match or not count:
        raise Mistake(_SAY)
    return Period(count, match[2])


def after(start: dt.date, length: Period) -> dt.date:
    """The day that is this long after ``start``, but within the calendar; hours are no days."""
    # Loaded when first needed, to keep the first screen quick.
    from dateutil.relativedelta import relativedelta

    try:
        if length.unit == "working day":
            day, left = start, length.count
            while left:
                day += dt.timedelta(days=1)
                left -= day.weekday() < 5  # Monday to Friday; bank holidays are not known here
            return day
        step = {f"{length.unit}s": length.count} if length.unit != "hour" else {}
        later: dt.date = start + relativedelta(**step)
    except (OverflowError, ValueError):  # past 9999
        return dt.date.max
    return later
