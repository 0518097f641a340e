"""The agreements opened lately, for the start screen."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Final

from attrs import frozen

from interview import atomic, half_typed
from interview.places import FILE_NAME
from outputs.limits import MOST_BYTES
from questions.text import clean

_MOST: Final = 8
_WORDS: Final = 40


@frozen
class Recent:
    """An agreement on this laptop: where it is, what it is called, how far it has got.

    ``half_typed`` are the first words of what was being typed when it was closed, or "".
    """

    path: Path
    id: str
    title: str
    changed: dt.datetime
    answered: int
    asked: int
    half_typed: str = ""
    broken: bool = False

    @property
    def called(self) -> str:
        """Its title; with the file's own name, if that is not the usual one."""
        return self.title if self.path.name == FILE_NAME else f"{self.title} ({self.path.stem})"

    @property
    def in_words(self) -> str:
        """From when it is, how far it has got, and what is half typed."""
        if self.broken:
            return f"of {self.changed:%d/%m/%Y %H:%M} cannot be read as it is. Enter says why"
        said = f"{self.changed:%d/%m/%Y %H:%M}, {self.answered} of {self.asked} answered"
        return f"{said}, half typed: “{self.half_typed}”" if self.half_typed else said


def remember(state: Path, path: Path) -> None:
    """Put an agreement first on the list; a list that cannot be written is done without."""
    paths = [path.resolve(), *(p for p in _paths(state) if p != path.resolve())]
    with contextlib.suppress(OSError):
        data = json.dumps([str(p) for p in paths[:_MOST]], ensure_ascii=False)
        atomic.write(state / "recent.json", data.encode("utf-8", "replace"), private=True)


def recent(state: Path) -> list[Recent]:
    """Those that are still there, newest first; what cannot be read now is said to be there."""
    paths = _paths(state)
    found = [each for path in paths if (each := glance(path, state) or _broken(path))]
    return sorted(found, key=lambda each: each.changed, reverse=True)


def glance(path: Path, state: Path | None = None) -> Recent | None:
    """The head of an agreement, without checking the rest of it; None if it has none.

    With ``state``, the user's state folder, what is half typed is looked for as well.
    """
    try:
        data = atomic.read(path, MOST_BYTES)
        about = tomllib.loads(data.decode("utf-8-sig"))["agreement"]
        id, changed = str(about.get("id", "")), about["changed"]
        if not isinstance(changed, dt.datetime):
            return None
        # Anybody may have edited it: a time with a zone cannot be sorted among those without.
        changed = changed.replace(tzinfo=None)
        answered, asked = (_count(about.get(key)) for key in ("answered", "asked"))
        half = half_typed.first_words(half_typed.path_for(state, id), _WORDS) if state else ""
        return Recent(path, id, clean(str(about["title"])), changed, answered, asked, half)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, atomic.TooLarge):
        return None


def _broken(path: Path) -> Recent | None:
    """A file that is there, and is no agreement now: called as its folder is."""
    try:
        changed = dt.datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return None
    return Recent(path, "", clean(path.parent.name), changed, 0, 0, broken=True)


def _paths(state: Path) -> list[Path]:
    try:
        return [Path(p) for p in json.loads((state / "recent.json").read_text("utf-8"))]
    except (OSError, ValueError, TypeError, RecursionError):
        return []


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
