"""The worked examples that ship with a bank: answers files, each with a line on what it shows."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Final

from attrs import frozen

from interview.answers_file import play
from outputs import markdown
from outputs.document import document_of
from questions.load import load
from questions.text import clean

_EVENING: Final = dt.datetime(2027, 3, 4, 19, 0)
_FIRST_SENTENCE: Final = re.compile(r"(?:A worked example: )?(.+?[.!?])(?:\s|$)")


@frozen
class Example:
    """A worked example: its file, its title, and what it shows, in a line."""

    path: Path
    title: str
    shows: str


def examples(bank: Path) -> tuple[Example, ...]:
    """The examples in a bank's folder, by name of their file."""
    return tuple(_example(path) for path in sorted((bank / "examples").glob("*.toml")))


def document(example: Example, bank: Path) -> str:
    """The example as a document to read, made on the spot."""
    session = play(example.path, load(bank), lambda: _EVENING, "example")
    return markdown.render(document_of(session.agreement()))


def _example(path: Path) -> Example:
    text = path.read_text("utf-8")
    head = tomllib.loads(text).get("agreement", {})
    shows = clean(str(head.get("shows", ""))) or _from_comment(text)
    return Example(path, clean(str(head.get("title", ""))) or path.stem, shows)


def _from_comment(text: str) -> str:
    """The first sentence of the comment at the top, for a file that does not say `shows`."""
    lines: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# "))
    found = _FIRST_SENTENCE.match(" ".join(lines))
    return clean(found[1][:1].upper() + found[1][1:]) if found else ""
