"""The least that a Textual program can be: what ours is measured against.

Absolute times tell of the machine and of what else it was doing; beside this they tell of us.
"""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Floor(App[None]):
    """A line of text and a field."""

    def compose(self) -> ComposeResult:
        yield Static("Floor")
        yield Input(placeholder="Type here")


if __name__ == "__main__":
    Floor().run()
