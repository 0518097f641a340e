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
from outputs import toml
from questions.text import clean

_MOST: Final = 8


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
    except (OSError, ValueError, TypeError):
        return []


def _look(path: Path) -> Recent | None:
    """The head of an agreement, without checking the rest of it."""
    try:
        data = atomic.read(path, toml.MOST_BYTES)
        about = tomllib.loads(data.decode("utf-8-sig"))["agreement"]
        changed = about["changed"]
        if not isinstance(changed, dt.datetime):
            return None
        answered, asked = int(about.get("answered", 0)), int(about.get("asked", 0))
        return Recent(path, clean(str(about["title"])), changed, answered, asked)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, atomic.TooLarge):
        return None
