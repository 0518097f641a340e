"""What the shell is told when the program ends."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from interview.saver import SaveState

DONE: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2
UNREADABLE: Final = 3
INTERRUPTED: Final = 130


def ending(state: SaveState) -> tuple[int, str]:
    """The exit code of a sitting, and a sentence about where the agreement lies."""
    if state.kind in ("saved", "aside"):
        return DONE, f"{state.why} Saved: {state.path}".strip()
    return UNREADABLE, f"NOT SAVED: {state.why or 'the disk did not answer in time'}"


def say_last(told: str, where: TextIO) -> None:
    """Write a last line; if the window is gone, nobody is left to be told."""
    with contextlib.suppress(OSError):
        where.write(f"{told}\n")
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError, ValueError):
                # What is left unsaid would else make Python end with an exit code of its own.
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
