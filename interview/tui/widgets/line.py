"""A line to type on, made so that a key costs no more on a full screen than on an empty one."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

JOINERS: Final = ("\u200c", "\u200d")
"""They join or part letters in Persian and Hindi, and make families of emoji."""


class Line(Input):
    """One line of text, without border or blinking.

    A blinking cursor is most of what an idle screen costs a battery. And Textual lays the whole
    screen out again whenever the width of a line's text changes, although our lines never grow:
    on a question screen that alone made a key three times as slow as in an empty app.
    """

    takes_text = True
    """Letters are not commands here."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(
        self,
        text: str = "",
        placeholder: str = "",
        *,
        classes: str | None = None,
        replaces: bool = False,
    ) -> None:
        """``replaces``: what is typed takes the place of what is there, as for a date.

        Otherwise it goes on from the end: words half typed are not to be lost to the next key.
        """
        # In brackets: an example is not to be taken for an answer, and grey alone does not say so.
        shown = f"({placeholder})" if placeholder else ""
        super().__init__(
            text, placeholder=shown, compact=True, classes=classes, select_on_focus=replaces
        )
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Put several lines into one: Textual would keep the first and drop the rest."""
        event.text = " ".join(event.text.split("\n"))

    def on_key(self, event: events.Key) -> None:
        """Take a joiner in: Textual holds it for a control character."""
        if event.character in JOINERS:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(event.character)
