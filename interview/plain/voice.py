"""What is said and what is typed: the one place where this form meets the terminal.

Everything printed goes through ``Voice.say``, everything typed comes through ``Voice.ask``.
There are no colours, no lists to move through and nothing that is drawn again, so that a
screen reader says each line once. Where the terminal is dumb, not one control sequence is sent.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import Any, Final

import questionary
from prompt_toolkit.application import Application, get_app_session
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth, DummyOutput
from prompt_toolkit.utils import get_cwidth

from interview.plain.echo import echo
from questions.text import clean, safe

MOST_COLUMNS: Final = 80
_FEWEST_COLUMNS: Final = 20
_ROOM_TO_TYPE: Final = 24
"""Columns left beside a prompt; a longer one is said on lines of its own."""

Heard = Callable[[str], None]
"""Told the line so far, at every key."""


def ignore(_: str) -> None:
    """Nothing needs to know of this line while it is typed."""


_PLAIN_STYLE: Final = questionary.Style(
    [(name, "fg:default nobold") for name in ("qmark", "question", "answer", "instruction")]
)


class Voice:
    """Says lines and reads lines. ``stop`` may be called from a signal handler."""

    def __init__(self) -> None:
        self.stopped = False
        self._app: Application[Any] | None = None
        self._in_readline = False

    def say(self, text: str = "", indent: int = 0, mark: str = "") -> None:
        """Print a text, wrapped; ``mark`` (a number, say) stands before its first line."""
        lines = [clean(line) for line in text.split("\n")]
        before = " " * indent + (f"{mark} " if mark else "")
        for line in lines:
            for part in wrapped(line, max(_FEWEST_COLUMNS, _columns() - get_cwidth(before))):
                self._write(f"{before}{part}".rstrip() + "\n")
                before = " " * get_cwidth(before)

    def say_whole(self, text: str) -> None:
        """Print one line unbroken: a place on the disk, which somebody may want to copy."""
        self._write(safe(text).replace("\n", " ") + "\n")

    def ask(self, label: str, known: str = "", heard: Heard = ignore) -> str:
        """Read one line. ``known`` is what the up arrow brings back to be edited.

        Raises:
            EOFError: nobody is there to type any more.
            KeyboardInterrupt: somebody, or the computer, wants this to stop.
        """
        if get_cwidth(label) > _columns() - _ROOM_TO_TYPE:
            self.say(label)
            label = ">"
        try:
            if not sys.stdin.isatty():
                return self._read_line(label)
            return self._read_keys(label, known, heard)
        except OSError:
            raise self._gone() from None

    def stop(self) -> None:
        """Stop as soon as it is safe: at the prompt that is open, or at the next one."""
        self.stopped = True
        app = self._app
        if app is not None and app.loop is not None:
            app.loop.call_soon_threadsafe(_interrupt, app)
        elif self._in_readline:
            raise KeyboardInterrupt

    def _read_keys(self, label: str, known: str, heard: Heard) -> str:
        dumb = os.environ.get("TERM") == "dumb"
        output = DummyOutput() if dumb else _quiet(get_app_session().output)
        history = InMemoryHistory([line for line in known.split("\n") if line])
        question = questionary.text(
            label,
            qmark="",
            style=_PLAIN_STYLE,
            history=history,
            output=output,
            key_bindings=_deaf_to_mice(),
            color_depth=ColorDepth.DEPTH_1_BIT,
        )
        app = question.application
        buffer = app.current_buffer
        buffer.on_text_changed += lambda _: _hear(app, heard)
        app.pre_run_callables.append(lambda: _interrupt(app) if self.stopped else None)
        self._app = app
        try:
            with echo(self._write, f"{label} ", buffer, on=dumb):
                # Not questionary's own way to run it: a ctrl+C that comes as a signal while the
                # prompt ends would be taken by prompt-toolkit and lost. `stop` is told of it.
                return str(app.run(handle_sigint=False))
        finally:
            self._app = None

    def _read_line(self, label: str) -> str:
        """A line of a file or a pipe, where no keys are pressed."""
        self._stop_if_asked()
        self._write(f"{label} ")
        self._in_readline = True
        try:
            line = sys.stdin.readline()
        finally:
            self._in_readline = False
        self._write("\n")
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    def _stop_if_asked(self) -> None:
        if self.stopped:
            raise KeyboardInterrupt

    def _write(self, text: str) -> None:
        encoding = sys.stdout.encoding or "utf-8"
        try:
            sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
            sys.stdout.flush()
        except OSError:
            raise self._gone() from None

    def _gone(self) -> BaseException:
        """The window is gone: from here on nothing is said, and nobody answers."""
        with contextlib.suppress(OSError, ValueError):
            # What is left unsaid would else make Python end with an exit code of its own.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return KeyboardInterrupt() if self.stopped else EOFError()


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most this many cells; a longer word has a line to itself."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and get_cwidth(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


def _columns() -> int:
    return min(MOST_COLUMNS, shutil.get_terminal_size().columns)


def _interrupt(app: Application[Any]) -> None:
    _end(app, KeyboardInterrupt())


def _end(app: Application[Any], why: BaseException) -> None:
    if app.is_running and app.future is not None and not app.future.done():
        app.exit(exception=why)


def _hear(app: Application[Any], heard: Heard) -> None:
    """Tell it what was typed; what goes wrong there ends the prompt, or it would print that."""
    try:
        heard(app.current_buffer.text)
    except Exception as error:
        _end(app, error)


def _deaf_to_mice() -> KeyBindings:
    """Ignore what looks like a mouse: a pasted "ESC[31m" does, and would stop the program."""
    keys = KeyBindings()
    keys.add(Keys.Vt100MouseEvent)(lambda _: None)
    return keys


def _quiet(output: Any) -> Any:
    """The terminal, without asking it where its cursor is: not every one answers."""
    if hasattr(output, "enable_cpr"):
        output.enable_cpr = False
    return output
