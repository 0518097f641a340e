# ruff: noqa: ARG002 - each kind gets the field and the group, whether or not it looks at them
"""`date`: a day, typed as people say it ("6 June", "in 3 months", "01/10/2027")."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from questions import language
from questions.group import Group
from questions.kinds.base import Kind
from questions.kinds.period import after, read_period
from questions.model import Field
from questions.values import Mistake, Plain, Value

_SAY: Final = "Please type a day, such as 6 June 2027 or “in 3 months”."
_NUMERIC: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})", re.ASCII)
_WRITTEN: Final = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DAY: Final = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_MONTH: Final = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NAMES_A_DAY: Final = re.compile(
    # dateparser fills what is missing from today: "June" would be the 23rd. We ask instead.
    rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_DAY}\b"
    r"|\b(?:today|tomorrow|days?|weeks?|fortnight|months?|years?)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satu?r?|sun)(?:day)?\b"
)

_VAGUE: Final = re.compile(
    r"\b(?:next|this|last|every|each|some) (?:day|week|fortnight|month|year)s?\b|^one day$"
)
_LONGEST: Final = 60  # nobody types a day in more; a pasted page would take the parser minutes


class Date(Kind):
    """A day, as people say it."""

    name = "date"
    example = "6 June 2027"

    def read(self, typed: str, field: Field, group: Group) -> Value:
        text = " ".join(typed.casefold().split())
        try:
            if match := _ISO.fullmatch(text):
                return dt.date(*map(int, match.groups()))
            if match := _NUMERIC.fullmatch(text):  # day first, as written in Britain
                day, month, year = map(int, match.groups())
                return dt.date(year if year > 99 else 2000 + year, month, day)
            if (match := _WRITTEN.fullmatch(text)) and match[2] in language.MONTHS:
                # As we write it ourselves, so that showing an answer loads no parser.
                return dt.date(int(match[3]), language.MONTHS[match[2]], int(match[1]))
        except ValueError:
            raise Mistake(f"There is no such day as {typed.strip()}. {_SAY}") from None
        found = None
        if _NAMES_A_DAY.search(text) and not _VAGUE.search(text) and len(text) <= _LONGEST:
            found = _after_now(text, group.today) or _parse(text, group.today)
        if found is None:
            raise Mistake(_SAY)
        return found

    def say(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, dt.date)
        return language.date(value)

    def check(self, plain: object, field: Field, group: Group) -> Value:
        if not isinstance(plain, dt.date) or isinstance(plain, dt.datetime):
            raise Mistake(f"{plain!r} should be a date without quotation marks: 2027-06-06")
        return plain

    def plain(self, value: Value, field: Field) -> Plain:
        assert isinstance(value, dt.date)
        return value

    def typed(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, dt.date)
        # The parser would take a year of one or two digits for one of this century.
        return self.say(value, field, group) if value.year > 999 else value.isoformat()


def _after_now(text: str, today: dt.date) -> dt.date | None:
    """The day that "in 3 months" or "5 working days" means, counted as everywhere else."""
    try:
        return after(today, read_period(text.removeprefix("in ")))
    except Mistake:
        return None


def _parse(text: str, today: dt.date) -> dt.date | None:
    # Loaded when first needed: it costs half as much as the whole start screen.
    import dateparser

    found: dt.datetime | None = dateparser.parse(
        re.sub(r"\bfortnight\b", "2 weeks", text),
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": dt.datetime.combine(today, dt.time()),
            "RETURN_AS_TIMEZONE_AWARE": False,
            "PARSERS": ["relative-time", "absolute-time"],
        },
    )
    return found.date() if found else None
