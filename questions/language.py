"""British English helpers: lists, plurals, numbers, dates, names and whole sentences.

House style, from plain-English practice: numbers under ten in words, dates in full,
"A, B and C" without a comma before "and".
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

MONTHS: Final = {name.lower(): n for n, name in enumerate(_MONTHS, start=1)}
"""The number of each month, by its name in small letters."""


def number(count: int) -> str:
    """3 → "three", 12 → "12", 1500 → "1,500"."""
    return _WORDS[count] if 0 < count < 10 else f"{count:,}"


def count_of(count: int, unit: str) -> str:
    """(1, "day") → "one day", (5, "working day") → "five working days"."""
    return f"{number(count)} {unit}" if count == 1 else f"{number(count)} {unit}s"


def date(day: dt.date) -> str:
    """2027-06-06 → "6 June 2027", whatever the computer's own language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def money(pence: int) -> str:
    """50000 → "£500", 1250 → "£12.50"."""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"


def join(items: Sequence[str], last: str = "and") -> str:
    """["A", "B", "C"] → "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def possessive(name: str) -> str:
    """Hub → Hub’s, Friends → Friends’, St Anne’s → St Anne’s."""
    if name.endswith(("'s", "’s")):
        return name
    return f"{name}’" if name.endswith(("s", "S")) else f"{name}’s"


def inside(name: str) -> str:
    """A name as it reads in the middle of a sentence: "The Hub" → "the Hub"."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def phrase(text: str) -> str:
    """Typed words made ready for the middle of a sentence: one line, no full stop at the end."""
    return " ".join(text.split()).rstrip(" .;,:")


def lower_first(text: str) -> str:
    """Lower the first letter of an ordinary word; "BBC" and "I" keep theirs."""
    if len(text) > 1 and text[0].isupper() and text[1].islower():
        return text[0].lower() + text[1:]
    return text


def sentence(text: str, *, named: bool = False) -> str:
    """A finished sentence: single spaces, a capital (unless a name begins it), one stop."""
    text = " ".join(text.split())
    if not text:
        return ""
    text = re.sub(r"([.!?…])\.+$", r"\1", text)
    if text.rstrip("\"'”’)")[-1:] not in {".", "!", "?", "…"}:
        text = text.rstrip(" ,;:") + "."
    # A capital may be made of several characters, which we keep as one where there is one.
    return text if named else unicodedata.normalize("NFC", text[0].upper() + text[1:])
