"""Plain values of an agreement in words, without the bank that made them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from outputs.agreement import Agreement, Plain, Stance

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE: Final = re.compile(rf"(?<![0-9])([0-9]{{1,2}}) ({'|'.join(_MONTHS)}) ([0-9]{{4}})(?![0-9])")

STANCES: Final[dict[Stance, str]] = {
    "agree": "agrees",
    "can-live-with-it": "can live with it",
    "stand-aside": "not for us, but go ahead",
    "cannot-accept": "not as it stands",
}


NOT_TALKED_THROUGH: Final = "Usual wording, not talked through."


@frozen
class Names:
    """What partners are called, by id; which of them leads ("" for none); who has left."""

    called: Mapping[str, str]
    lead: str = ""
    former: frozenset[str] = frozenset()

    def of(self, item: str) -> str:
        """The name behind an id, "all", "lead" or "other: Ann Price"."""
        if item == "all":
            return "all of us"
        if item == "lead":
            return self.called.get(self.lead, "the lead")
        return self.called.get(item, item.removeprefix("other: "))


def names(agreement: Agreement) -> Names:
    """The names of an agreement's partners."""
    lead = next((p.id for p in agreement.present if p.lead), "")
    former = frozenset(p.id for p in agreement.partners if p.removed)
    return Names({p.id: p.said for p in agreement.partners}, lead, former)


def date(day: dt.date) -> str:
    """2027-06-06 → "6 June 2027"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def dates_in(text: str) -> list[dt.date]:
    """The dates that a text says in full: "by 6 June 2027" → 2027-06-06."""
    found: list[dt.date] = []
    for day, month, year in _DATE.findall(text):
        try:
            found.append(dt.date(int(year), _MONTHS.index(month) + 1, int(day)))
        except ValueError:  # 31 June
            continue
    return found


def join(items: Sequence[str]) -> str:
    """["A", "B", "C"] → "A, B and C"."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def cell(value: Plain | None, kind: str, called: Names) -> str:
    """A table's cell, as printed."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case dt.date():
            return date(value)
        case int() if kind == "money":
            return _money(value)
        case list() if kind == "who":
            said = join([called.of(each) for each in value])
        case str() if kind == "who":
            said = called.of(value)
        case list():
            said = join(value)
        case _:
            said = str(value)
    return capital(said)


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def _money(total: int) -> str:
    """Whole pence → "£2.50", "£1,000"."""
    pounds, pence = divmod(abs(total), 100)
    sign = "-" if total < 0 else ""
    return f"{sign}£{pounds:,}.{pence:02}" if pence else f"{sign}£{pounds:,}"
