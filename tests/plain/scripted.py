"""A plain sitting from a script: what somebody types, line by line, and what is printed.

    printed = answer_plainly(workspace, ["Meadow Lane", "", "", "", "y", "", "yes"])

Each string is one line, sent with Enter; "^C" and "^D" are those keys. When the script is used
up the input ends, as at a closed pipe, which saves and leaves: no ``/leave`` is needed.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import io
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

from prompt_toolkit.application import application, create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.key_binding.key_bindings import KeyBindingsBase
from prompt_toolkit.output import DummyOutput

from interview.plain.run import run
from interview.workspace import Workspace

_KEYS = {"^C": "\x03", "^D": "\x04"}


@functools.cache
def _key_bindings() -> KeyBindingsBase:
    """Made once: making them anew for every line is most of what a line costs."""
    return load_key_bindings()


class _Terminal(io.StringIO):
    """Says that it is a terminal, and keeps what is printed."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def answer_plainly(workspace: Workspace, script: list[str]) -> str:
    """Type a script into a plain sitting, and give back all that was printed.

    The workspace is closed afterwards, as at the end of any sitting.
    """
    return sit(workspace, script)[1]


def sit(workspace: Workspace, script: list[str], *, then: str = "") -> tuple[int, str]:
    """The exit code as well; ``then`` are keys pressed after the last line."""

    def talk() -> tuple[int, str]:
        with _terminal(script, then) as printed:
            return run(workspace), printed.getvalue()

    return _outside_any_loop(talk)


def answer_quickly(workspace: Workspace, script: list[str]) -> str:
    """The same without a keyboard: lines as from a file, where every letter is not a key.

    Twenty times as fast, and the right one wherever half-typed lines do not matter.
    """
    lines = io.StringIO("".join(f"{line}\n" for line in script))
    with (
        mock.patch.dict(os.environ, {"TERM": "dumb", "COLUMNS": "80"}),
        mock.patch.object(sys, "stdin", lines),
        mock.patch.object(sys, "stdout", _Terminal()) as printed,
    ):
        run(workspace)
        return printed.getvalue()


def _outside_any_loop(talk: Callable[[], tuple[int, str]]) -> tuple[int, str]:
    """Each prompt runs a loop of its own; in a test that runs in one, another thread has to."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return talk()
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(talk).result()


@contextlib.contextmanager
def _terminal(script: list[str], then: str) -> Iterator[_Terminal]:
    printed = _Terminal()
    with (
        create_pipe_input() as keyboard,
        create_app_session(input=keyboard, output=DummyOutput()),
        mock.patch.dict(os.environ, {"TERM": "dumb", "COLUMNS": "80"}),
        mock.patch.object(application, "load_key_bindings", _key_bindings),
        mock.patch.object(sys, "stdin", _Terminal()),
        mock.patch.object(sys, "stdout", printed),
    ):
        keyboard.send_text("".join(_KEYS.get(line, f"{line}\r") for line in script) + then)
        keyboard.close()
        yield printed
