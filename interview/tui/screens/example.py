"""A finished example to look at, made on the spot from the answers that ship with the bank."""

from __future__ import annotations

import datetime as dt

from textual.widget import Widget
from textual.widgets import Markdown

from interview.answers_file import play
from interview.tui.screens.text import TextScreen
from outputs.formats import FORMATS
from questions.load import bundled, load

_EVENING = dt.datetime(2027, 3, 4, 19, 0)


class ExampleScreen(TextScreen):
    """The worked example as a document."""

    def __init__(self) -> None:
        super().__init__("A finished example", example_text())

    def page(self) -> Widget:
        return Markdown(self._text, open_links=False)


def example_text() -> str:
    """The worked example as a document, to read."""
    folder = bundled()
    answers = sorted((folder / "examples").glob("*.toml"))[-1]
    session = play(answers, load(folder), lambda: _EVENING, "example")
    made = FORMATS["md"].write(session.agreement())
    return made if isinstance(made, str) else made.decode()
