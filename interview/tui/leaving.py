"""Every way out of the full screen: somebody leaves, a signal comes, the program has a fault.

Each ends with the terminal as it was found, what is half typed kept, and the agreement saved.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.worker import WorkerFailed

from interview import log
from interview.exits import DONE, FAULT, INTERRUPTED, ending, faulty, last_words
from interview.signals import calling
from interview.tui.meeting import MeetingApp
from interview.tui.sleep import wake_gently
from interview.tui.terminal import as_found, hush, is_gone


class LeavingApp(MeetingApp):
    """An app that can be left at any moment. ``stop`` may be called from a signal handler."""

    def __init__(self) -> None:
        super().__init__()
        self.stopped = False
        """Whether we were asked to stop."""
        self.faulty = False
        """Whether the program had a fault."""
        self.noted: Path | None = None
        """Where the first fault is noted."""
        self._leaving = False
        self._wake: Callable[[Callable[[], None]], object] | None = None

    def listen(self) -> None:
        """From now on ``stop`` leaves at once; if it was called before, leave now."""
        loop, here = asyncio.get_running_loop(), contextvars.copy_context()
        loop.set_exception_handler(_note_lost)
        self._wake = lambda do: loop.call_soon_threadsafe(do, context=here)
        wake_gently(lambda: self._soon(self._draw_afresh))
        if self.stopped:
            self.leave(INTERRUPTED)

    def stop(self) -> None:
        """Leave as soon as it is safe; what is written after the window has gone is for nobody."""
        self.stopped = True
        if is_gone():
            hush()
        self._soon(lambda: self.leave(INTERRUPTED))

    def _soon(self, do: Callable[[], None]) -> None:
        """Do it in the app, asked by a signal handler, which may come at any moment."""
        if self._wake is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended: we are leaving already
                self._wake(do)

    def _draw_afresh(self) -> None:
        for screen in self.get_screen_stack()[-1:]:
            screen.refresh()

    def leave(self, code: int) -> None:
        """Keep what is half typed, and go."""
        self._keep_typing()
        self._leaving = True
        self.exit(code)

    def _keep_typing(self) -> None:
        """Hand on what every screen holds, as far as it can be had after a fault."""
        from interview.tui.screens.base import AgreementScreen

        for screen in self.get_screen_stack():
            if isinstance(screen, AgreementScreen):
                try:
                    screen.keep_typing()
                except Exception as error:
                    self.fail(error)

    def fail(self, error: BaseException) -> None:
        """Note a fault of the program."""
        self.faulty = True
        self.noted = log.note(error) or self.noted

    # What Textual calls when something failed that nobody caught

    def _handle_exception(self, error: Exception) -> None:
        """The one gate for handlers, timers, workers and drawing."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self._leaving:
            # All is kept. Textual no longer fills what it was about to show, so that a screen
            # which was just opening does not find its own lines.
            log.note(cause)
            return
        self.fail(cause)
        self._keep_typing()
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Go, without a traceback on the screen: it would show what people said."""
        self.exit(return_code=FAULT)

    def panic(self, *renderables: Any) -> None:
        """The thread that reads the keyboard failed, or an error that would draw itself."""
        from rich.traceback import Traceback  # it brings a lexer with it, which the start can spare

        if is_gone():
            self.leave(INTERRUPTED)
            return
        for found in renderables:
            if isinstance(found, Traceback):
                self.faulty = True
                stacks = found.trace.stacks
                self.noted = log.note_all((s.exc_type, map(_place, s.frames)) for s in stacks)
        self._keep_typing()
        self.exit(return_code=FAULT)


def run(app: LeavingApp) -> int:
    """Show the app; whatever ends it, save; what the shell is told afterwards."""
    left: int | None = None
    with calling(app.stop):
        with as_found() as terminal:
            try:
                left = app.run()
            except Exception as error:
                app.fail(error)
                terminal.reset()
            finally:
                state = app.workspace.close() if app.workspace is not None else None
        if app.faulty:
            code, told = faulty(state, app.noted)
        else:
            code, told = ending(state) if state is not None else (DONE, "")
        if told:
            last_words(told, sys.stdout if code == DONE else sys.stderr)
    return code or left or app.return_code or DONE


def _note_lost(_: asyncio.AbstractEventLoop, found: dict[str, Any]) -> None:
    """A task failed that nobody waits for: it is noted, and the meeting goes on."""
    error = found.get("exception")
    if isinstance(error, Exception):
        log.note(error)


def _place(frame: Any) -> log.Frame:
    return frame.filename, frame.lineno, frame.name
