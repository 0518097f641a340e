"""The ways in: the start screen, a new agreement, one that is there already.

Here it is decided which form a person gets, and what the shell is told afterwards.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from interview.exits import UNREADABLE, USAGE, last_words

if TYPE_CHECKING:
    from interview.workspace import Workspace
    from questions.model import Bank, Depth


def open_start() -> int:
    """The start screen; in a terminal without one, what to type instead."""
    if not _can_draw():
        sys.stderr.write(
            "This terminal cannot show the start screen. "
            "Type: joint-working new --plain\nor: joint-working open FILE --plain\n"
        )
        return USAGE
    from interview.tui.app import run_start

    return run_start()


def open_new(
    folder: Path | None, title: str, depth: Depth, bank: Bank, minutes: int, *, plain: bool
) -> int:
    """A new agreement, in a folder of that title by default; ``minutes`` are 0 if not said."""
    from interview.commands import Begin
    from interview.places import default_folder
    from interview.workspace import CannotOpen, start

    try:
        where = folder or default_folder(title)
        workspace = start(where, title, depth, bank)
    except CannotOpen as error:
        return _cannot(str(error))
    if minutes:
        workspace.apply(Begin(planned=minutes))
    return _talk(workspace, plain=plain)


def open_file(file: Path, bank: Bank, *, plain: bool) -> int:
    """An agreement that is there already."""
    from interview.workspace import CannotOpen, OpenElsewhere, resume
    from outputs.problems import BadAgreement

    try:
        workspace = resume(file, bank)
    except OpenElsewhere as error:
        return _look(file, str(error), plain=plain)
    except CannotOpen as error:
        return _cannot(str(error))
    except BadAgreement as error:
        return _cannot(f"{file} cannot be read as an agreement. It was not changed.\n{error}")
    return _talk(workspace, plain=plain)


def _talk(workspace: Workspace, *, plain: bool) -> int:
    if plain or not _can_draw():
        from interview.plain.run import run

        return run(workspace)
    from interview.tui.app import run_workspace

    return run_workspace(workspace)


def _look(file: Path, why: str, *, plain: bool) -> int:
    """What another window holds can be looked at meanwhile; line by line it is said how."""
    if plain or not _can_draw():
        return _cannot(f"{why} To look: joint-working export {quote(str(file))} --to md")
    from interview.tui.app import run_look

    return run_look(file, why)


def _can_draw() -> bool:
    return os.environ.get("TERM") != "dumb" and sys.stdin.isatty() and sys.stdout.isatty()


def _cannot(message: str) -> int:
    last_words(message, sys.stderr)
    return UNREADABLE
