"""A page to read: help, reasons, an example."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from interview.tui.literal import literal


class Foot(Static):
    """How to leave; for the mouse, the way out itself."""

    async def on_click(self) -> None:
        await self.screen.run_action("close")


class TextScreen(Screen[None]):
    """A title and a text; any of several keys closes it."""

    BINDINGS = [Binding("escape,enter,b,q,f1,f2,ctrl+b", "close", show=False)]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Static(literal(self._title, "bold"), id="page-title")
            yield self.page()
        with Horizontal(id="page-foot"):
            yield Foot(Content.assemble(("Esc", "bold"), " close   ", ("↑↓", "bold"), " read on"))
            yield from self.foot()

    def foot(self) -> Iterator[Widget]:
        """What else can be done here, beside the way out."""
        yield from ()

    def page(self) -> Widget:
        """The text as it is."""
        return Static(literal(self._text))

    def action_close(self) -> None:
        self.app.pop_screen()
