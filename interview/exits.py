"""What the shell is told when the program ends."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from pathlib import Path

    from interview.disk import SaveState

DONE: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2
UNREADABLE: Final = 3
FAULT: Final = 70
"""Something went wrong in the program itself: what sysexits.h calls EX_SOFTWARE."""
INTERRUPTED: Final = 130


def ending(state: SaveState) -> tuple[int, str]:
    """The exit code of a sitting, and a sentence about where the agreement lies."""
    if state.kind in ("saved", "aside", "changed"):
        return DONE, f"{state.why} Saved: {state.path}".strip()
    return UNREADABLE, f"NOT SAVED: {state.why or 'the disk did not answer in time'}"


def faulty(state: SaveState | None, log: Path | None) -> tuple[int, str]:
    """The exit code after a fault of the program, and a sentence to somebody who cannot mend it.

    ``state`` is that of the agreement that was open, ``log`` where the fault is noted, if it is.
    """
    noted = f"what happened is noted in {log}" if log else "what happened could not be noted"
    wrong = "Something went wrong in the program"
    if state is None:
        return FAULT, f"{wrong}, but nothing is lost: what was saved is as it was, and {noted}"
    code, told = ending(state)
    if code == DONE:
        return FAULT, f"{wrong}, but nothing is lost: {_lies(state)}, and {noted}"
    return code, f"{wrong}, and {noted}\n{told}"


def _lies(state: SaveState) -> str:
    return " ".join((state.why, f"the agreement lies in {state.path}")).strip()


def last_words(told: str, where: TextIO) -> None:
    """Say it, if anybody is left to be told: the window may be gone."""
    from questions.text import safe  # not before the first screen is there

    with contextlib.suppress(OSError, ValueError):
        where.write(f"{safe(told)}\n")  # it may name a place, and that may be called anything
        where.flush()
