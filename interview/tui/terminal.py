"""The terminal as it was found, even where Textual did not get round to giving it back."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any, Final

_AS_USUAL: Final = "".join(
    (
        "\x1b[?2004l",  # pasting without brackets
        "\x1b[?7h",  # long lines are wrapped
        *(f"\x1b[?{mode}l" for mode in (1000, 1003, 1004, 1006, 1015, 1016, 2048)),  # no reports
        "\x1b[<u",  # the keyboard
        "\x1b[?1049l",  # the screen from before
        "\x1b[?25h",  # a cursor
    )
)


class Found:
    """A terminal, and how it was."""

    def __init__(self) -> None:
        self._before: list[Any] | None = None
        with contextlib.suppress(Exception):  # no termios (Windows), or no terminal
            import termios

            self._before = termios.tcgetattr(_keyboard())

    def give_back(self) -> None:
        """Put the keyboard back as it was."""
        if self._before is not None:
            import termios

            with contextlib.suppress(termios.error):  # the window may be gone
                termios.tcsetattr(_keyboard(), termios.TCSANOW, self._before)

    def reset(self) -> None:
        """Leave the full screen by force."""
        with contextlib.suppress(OSError, ValueError):
            sys.__stderr__.write(_AS_USUAL)  # type: ignore[union-attr]  # Textual draws there too
            sys.__stderr__.flush()  # type: ignore[union-attr]


@contextlib.contextmanager
def as_found() -> Iterator[Found]:
    """Afterwards the keyboard is as it was before."""
    found = Found()
    try:
        yield found
    finally:
        found.give_back()


def is_gone() -> bool:
    """Whether the window was closed: its keyboard answers no more."""
    try:
        import termios

        termios.tcgetattr(_keyboard())
    except ImportError:
        return False
    except Exception:
        return True
    return False


def hush() -> None:
    """Let what is still written go nowhere.

    A thread that cannot draw would hold up the others, and Python end with an exit code of its own.
    """
    for stream in (sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]


def _keyboard() -> int:
    return sys.__stdin__.fileno()  # type: ignore[union-attr]  # None only without a console
