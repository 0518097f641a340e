"""What is wrong with a bank, as data: where, what, and what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from questions.text import safe

RULES: Final = "rules.toml"
REHEARSALS: Final = "rehearsals.toml"
STOP_SIGNS: Final = "stop-signs.toml"

MOST_PROBLEMS: Final = 100
"""Nobody reads more of them at once."""
_LONGEST: Final = 600
_MOST_NAMES: Final = 200
_WORD: Final = 60


@frozen
class Problem:
    """One mistake: the file, the place in it, and a sentence that says what to do."""

    file: str
    place: str
    what: str

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        said = safe(f"{self.file}: {place}{self.what}")
        return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


class BadBank(Exception):
    """A bank that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        told = [str(problem) for problem in self.problems[:MOST_PROBLEMS]]
        if len(self.problems) > len(told):
            told.append("There is more to mend; begin with these.")
        super().__init__("\n".join(told))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or lists what there is."""
    names = list(known)[:_MOST_NAMES]
    if near := difflib.get_close_matches(word[:_WORD], names, n=1):
        return f'did you mean "{near[0]}"?'
    return f"use one of {', '.join(names)}" if names else "there is none to refer to"
