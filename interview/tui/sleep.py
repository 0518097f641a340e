"""Being stopped and woken: by ctrl+Z's signal, or by a laptop or a shell that does not ask."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable


def wake_gently(redraw: Callable[[], object]) -> None:
    """Let Textual take the terminal again only where it has given it back; else draw afresh.

    Where nobody asked before stopping us, it still has the terminal. Taken twice, two threads would
    read one keyboard, and part of what the terminal was put into would stay when we leave.
    """
    if sys.platform == "win32":
        return
    give_back = signal.getsignal(signal.SIGTSTP)
    take = signal.getsignal(signal.SIGCONT)
    if not callable(give_back) or not callable(take):
        return  # no terminal
    given_back = False

    def stop(number: int, frame: object) -> None:
        nonlocal given_back
        given_back = True
        give_back(number, frame)  # type: ignore[arg-type]  # whatever the signal came with

    def wake(number: int, frame: object) -> None:
        nonlocal given_back
        if given_back:
            given_back = False
            take(number, frame)  # type: ignore[arg-type]  # ditto
        else:
            redraw()

    signal.signal(signal.SIGTSTP, stop)
    signal.signal(signal.SIGCONT, wake)
