"""What went wrong in the program, for whoever mends it; of the group's words, nothing.

Kept in the state folder: when, which version, what sort of fault, and where in the code. What an
exception says is left out, and so is what any variable held: both may be a group's own words.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import linecache
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

MOST_BYTES: Final = 100_000
"""What the log may grow to; the oldest goes first."""

Frame = tuple[str, int, str]
"""A place in the code: the file, the line, and the function."""


def note(error: BaseException) -> Path | None:
    """Put a fault down, with what it came from; where it was put, or None if it could not be."""
    return note_all((_kind(type(error)), _frames(error)) for error in _with_causes(error))


def note_all(faults: Iterable[tuple[str, Iterable[Frame]]]) -> Path | None:
    """The same, from kinds of fault and places in the code. Whatever happens, nothing is raised."""
    with contextlib.suppress(Exception):
        from interview import atomic
        from interview.places import state_folder

        path = state_folder() / "log.txt"
        lines = [_heading()]
        for kind, frames in faults:
            lines += [kind, *map(_line, frames)]
        atomic.write(path, _shortened(_before(path) + "\n".join(lines) + "\n\n"), private=True)
        return path
    return None


def watch() -> None:
    """Put down what fails where nobody waits for it, in place of printing it over the screen."""
    threading.excepthook = lambda args: _unless_leaving(args.exc_value)
    sys.unraisablehook = lambda found: _unless_leaving(found.exc_value)


def _unless_leaving(error: BaseException | None) -> None:
    if error is not None and not isinstance(error, SystemExit):
        note(error)


def _heading() -> str:
    from importlib.metadata import version

    python = ".".join(map(str, sys.version_info[:3]))
    now = f"{dt.datetime.now():%Y-%m-%d %H:%M:%S}"
    return f"{now}  joint-working {version('joint-working')}, Python {python}, {sys.platform}"


def _kind(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    """The fault, and the faults that it came from; each once."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        here = waiting.pop(0)
        if id(here) not in seen:
            seen.add(id(here))
            yield here
            inside = here.exceptions if isinstance(here, BaseExceptionGroup) else ()
            waiting += [e for e in (*inside, here.__cause__, here.__context__) if e is not None]


def _frames(error: BaseException) -> Iterator[Frame]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        yield code.co_filename, line, code.co_qualname


def _line(frame: Frame) -> str:
    file, line, function = frame
    source = linecache.getline(file, line).strip()
    return f"  {_from_its_root(file)}:{line} in {function}: {source}"


def _from_its_root(file: str) -> str:
    """A file's name without the folders above the program, which may be named for a person."""
    path, ours = Path(file), Path(__file__).parents[1]
    if path.is_relative_to(ours):
        return path.relative_to(ours).as_posix()
    return "/".join(path.parts[-3:])


def _before(path: Path) -> str:
    with contextlib.suppress(OSError):
        return path.read_text("utf-8", "replace")
    return ""


def _shortened(text: str) -> bytes:
    """The latest faults, whole, as far as there is room for them."""
    data = text.encode()
    if len(data) <= MOST_BYTES:
        return data
    kept = data[-MOST_BYTES:]
    return kept[kept.find(b"\n\n") + 2 :]
