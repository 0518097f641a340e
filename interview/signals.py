"""Signals that ask the program to stop: ctrl+C between prompts, a shut-down, a closed window."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from typing import Final

_NAMES: Final = (
    "SIGINT",
    "SIGTERM",
    "SIGHUP",
    "SIGBREAK",
)  # the last is Windows’, the one before not


_asked = False
"""Whether one came that has not yet had its way: what it raised may have gone unnoticed."""


@contextlib.contextmanager
def calling(stop: Callable[[], None]) -> Iterator[None]:
    """Call ``stop`` on each of them, in place of dying in the middle of something.

    One that came before, and was lost in a place where Python cannot raise, is told to ``stop`` now.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what a signal does
        return

    def asked(*_: object) -> None:
        global _asked
        _asked = True
        stop()

    before = {number: signal.signal(number, asked) for number in _found()}
    try:
        if _asked:
            stop()
        yield
    finally:
        _forget()
        for number, handler in before.items():
            signal.signal(number, handler)


def _forget() -> None:
    global _asked
    _asked = False


def die_quietly() -> None:
    """From here on each ends the program at once: all is saved, and nobody is to read a traceback.

    Python itself would print one for a second ctrl+C while it tidies up.
    """
    for number in _found():
        signal.signal(number, signal.SIG_DFL)


def _found() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
