"""One thing to tick, on a line of its own."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class Tick(Widget, can_focus=True):
    """One thing to tick: an option of a question, or a question to say yes to."""

    class Changed(Message):
        """It was ticked, or is no longer."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def __init__(self, question: str, option: str, label: str, *, on: bool) -> None:
        super().__init__()
        self.question, self.option, self.label, self.on = question, option, label, on

    def render(self) -> Content:
        mark = "▸" if self.has_focus else " "
        style = "bold" if self.has_focus or self.on else ""
        return Content.assemble((f"{mark} [{'x' if self.on else ' '}] {self.label}", style))

    def set(self, on: bool) -> None:
        """Tick it or not."""
        self.on = on
        self.refresh()
        self.post_message(self.Changed(self.question))

    def on_click(self) -> None:
        self.set(not self.on)

    def on_key(self, event: events.Key) -> None:
        if event.key == "space":
            self.set(not self.on)
        elif event.character in ("y", "n") and not self.option:
            self.set(event.character == "y")
            self.screen.focus_next(Tick)
        elif event.key in ("up", "down"):
            (self.screen.focus_next if event.key == "down" else self.screen.focus_previous)(Tick)
        else:
            return
        event.stop()
