"""Earlier states of an agreement that lie on the disk, and copies of it beside the file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from glob import escape
from pathlib import Path
from typing import Final

from attrs import frozen

from interview.places import VERSIONS
from interview.recent import Recent, glance
from questions.language import date

_VERSION: Final = re.compile(r"version (\d{1,6})\.toml")
_BEGINNING: Final = re.compile(r"beginning of (\d{4}-\d\d-\d\d)\.toml")
_BEFORE: Final = re.compile(r"before going back .+\.toml")
_MOST: Final = 200  # files looked at in one folder


@frozen
class Kept:
    """An earlier state, or a copy: its file, what it is in words, and how far it had got."""

    path: Path
    label: str
    found: Recent


def version_file(folder: Path, number: int) -> Path:
    """Where a version that was handed out is kept."""
    return folder / VERSIONS / f"version {number}.toml"


def beginning_file(folder: Path, day: dt.date) -> Path:
    """Where it is kept how the agreement stood when the meeting of a day began."""
    return folder / VERSIONS / f"beginning of {day.isoformat()}.toml"


def before_file(folder: Path, at: dt.datetime) -> Path:
    """Where it is kept how the agreement stood before an earlier state was brought back."""
    return folder / VERSIONS / f"before going back {at:%Y-%m-%d %H.%M.%S}.toml"


def kept(path: Path) -> tuple[Kept, ...]:
    """The states kept for the agreement in a file, the latest first; then copies beside it."""
    states = sorted(_states(path), key=lambda each: each.found.changed, reverse=True)
    return (*states, *copies(path))


def copies(path: Path) -> tuple[Kept, ...]:
    """Other files of the same agreement in its folder: ours, theirs, rescued, synchronised."""
    beside = [p for p in sorted(_files(path.parent, f"{escape(path.stem)}*.toml")) if p != path]
    own = glance(path) if beside else None  # mostly there is nothing to compare it with
    found = [(p, glance(p)) for p in beside]
    return tuple(
        Kept(p, f"{p.name}, a copy beside it", each)
        for p, each in found
        if each is not None and (own is None or each.id == own.id)
    )


def _states(path: Path) -> Iterator[Kept]:
    for file in _files(path.parent / VERSIONS, "*.toml"):
        label = _label(file.name)
        found = glance(file) if label else None
        if found is not None:
            yield Kept(file, label, found)


def _label(name: str) -> str:
    if version := _VERSION.fullmatch(name):
        return f"Version {version[1]}, as handed out"
    if beginning := _BEGINNING.fullmatch(name):
        try:
            return f"As the meeting of {date(dt.date.fromisoformat(beginning[1]))} began"
        except ValueError:
            return ""
    return "Before going back to an earlier state" if _BEFORE.fullmatch(name) else ""


def _files(folder: Path, pattern: str) -> list[Path]:
    """Plain files in a plain folder, and no links: a link may lead anywhere."""
    if folder.is_symlink():
        return []
    try:
        found = [p for p in folder.glob(pattern) if p.is_file() and not p.is_symlink()]
    except OSError:
        return []
    return found[:_MOST]
