"""Words that are asked for in passing, beside any answer: kept as they are typed, like an answer's.

They lie with what is half typed on the sheet of who is here, and go once they are handed over.
"""

from __future__ import annotations

from typing import Final

from interview import commands as c
from interview.record import SHEET
from interview.workspace import Workspace

PASSING: Final = "passing."
"""What their keys begin with, apart from the lines of the sheet, which have keys of their own."""


def note_key(question: str) -> str:
    """The key of a note that is being written."""
    return f"{PASSING}note.{question}"


def half(workspace: Workspace, key: str) -> str:
    """What is half typed under a key, or ""."""
    return workspace.session.half_typed.get(SHEET, {}).get(key, "")


def keep(workspace: Workspace, key: str, text: str) -> None:
    """Keep a text while it is typed; an empty line leaves what was there before."""
    texts = workspace.session.half_typed.get(SHEET, {})
    if text.strip() and texts.get(key) != text:
        workspace.apply(c.Type(SHEET, {**texts, key: text}))


def forget(workspace: Workspace, start: str) -> None:
    """What is kept under keys that start so was handed over, or given up."""
    texts = workspace.session.half_typed.get(SHEET, {})
    left = {key: text for key, text in texts.items() if not key.startswith(start)}
    if left != texts:
        workspace.apply(c.Type(SHEET, left))
