"""What is wrong with an agreement file, as data."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

_LONGEST: Final = 60
_MOST_NAMES: Final = 40
_LARGEST: Final = 10**18  # what TOML promises to hold, more or less


@frozen
class Fault:
    """One mistake: the line or table it is in, and what to do about it."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" if self.place else self.what


class BadAgreement(Exception):
    """A file that cannot be read as an agreement, with every fault found in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint for a word that is not known: its nearest neighbour, or the whole list."""
    names = list(known)
    near = difflib.get_close_matches(word[:_LONGEST], names, n=1)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"use one of {listed(names)}" if names else "there are none in this file"


def listed(names: list[str]) -> str:
    """Names with commas between, but not hundreds of them, and none of them long."""
    more = ["…"] if len(names) > _MOST_NAMES else []
    return ", ".join([*map(short, names[:_MOST_NAMES]), *more])


def short(text: str) -> str:
    """The beginning of a text, on one line, without characters that a terminal would obey."""
    line = " ".join(text[: _LONGEST + 1].split())
    line = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    return "".join(c if c.isprintable() else "�" for c in line)


def shown(value: object) -> str:
    """A value as a person would point at it; never long, whatever is in it."""
    match value:
        case str():
            return f'"{short(value)}"'
        case bool():
            return str(value).lower()
        case Mapping():
            return "a table"
        case list():
            return "a list" if value else "an empty list"
        case int() if abs(value) >= _LARGEST:
            return "a very large number"
        case dt.date() | dt.time():
            return value.isoformat()
        case _:
            return str(value)
