"""What the shell is told when the program ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from interview.disk import SaveState

DONE: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2
UNREADABLE: Final = 3
INTERRUPTED: Final = 130


def ending(state: SaveState) -> tuple[int, str]:
    """The exit code of a sitting, and a sentence about where the agreement lies."""
    if state.kind in ("saved", "aside", "changed"):
        return DONE, f"{state.why} Saved: {state.path}".strip()
    return UNREADABLE, f"NOT SAVED: {state.why or 'the disk did not answer in time'}"
