"""The agreements opened lately, for the start screen."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Final

from attrs import frozen

from interview import atomic
from questions.text import clean

_MOST: Final = 8
_MOST_BYTES: Final = 20_000_000  # as for opening it; what knows that loads too much for here


@frozen
class Recent:
    """An agreement on this laptop: where it is, what it is called, how far it has got."""

    path: Path
    title: str
    changed: dt.datetime
    answered: int
    asked: int


def remember(state: Path, path: Path) -> None:
    """Put an agreement first on the list; a list that cannot be written is done without."""
    paths = [path.resolve(), *(p for p in _paths(state) if p != path.resolve())]
    with contextlib.suppress(OSError):
        data = json.dumps([str(p) for p in paths[:_MOST]], ensure_ascii=False)
        atomic.write(state / "recent.json", data.encode(), private=True)


def recent(state: Path) -> list[Recent]:
    """Those that are still there and can be read, newest first."""
    found = [each for path in _paths(state) if (each := _look(path))]
    return sorted(found, key=lambda each: each.changed, reverse=True)


def _paths(state: Path) -> list[Path]:
    try:
        return [Path(p) for p in json.loads((state / "recent.json").read_text("utf-8"))]
    except (OSError, ValueError, TypeError, RecursionError):
        return []


def _look(path: Path) -> Recent | None:
    """The head of an agreement, without checking the rest of it."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        about = tomllib.loads(path.read_text("utf-8-sig"))["agreement"]
        changed = about["changed"]
        if not isinstance(changed, dt.datetime):
            return None
        # Anybody may have edited it: a time with a zone cannot be sorted among those without.
        answered, asked = (_count(about.get(key)) for key in ("answered", "asked"))
        title = clean(str(about["title"]))
        return Recent(path, title, changed.replace(tzinfo=None), answered, asked)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
