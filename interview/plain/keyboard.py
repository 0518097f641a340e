"""The keyboard between two prompts: what is typed ahead is not shown twice."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def without_echo() -> Iterator[None]:
    """Let prompts alone show what is typed; they do so when its turn comes."""
    try:
        import termios
    except ImportError:  # Windows, whose prompts see to it themselves
        yield
        return
    try:
        keyboard = sys.stdin.fileno()
        before = termios.tcgetattr(keyboard)
    except (termios.error, OSError, ValueError):  # not a terminal
        yield
        return
    quiet = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    termios.tcsetattr(keyboard, termios.TCSADRAIN, quiet)
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):  # the window may be gone
            termios.tcsetattr(keyboard, termios.TCSADRAIN, before)
