"""A sentence in the group's own words, in sight from its first word to its last."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.message import Message
from textual.widgets import Static, TextArea

from interview.tui.widgets.editors.page import Page


class _Sentence(Page):
    """As many lines as it takes, and one sentence: Enter hands it over."""

    takes_enter = True

    class Done(Message):
        """Enter was pressed."""

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Done())
        else:
            super().on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Put several lines into one."""
        event.text = " ".join(event.text.split("\n"))


class SentenceForm(VerticalGroup):
    """One sentence to write; Enter or Ctrl+S hands it over, Escape gives up."""

    BINDINGS = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "submit", show=False),
    ]

    class Closed(Message):
        """The form has done its work, or was given up."""

    def __init__(
        self, text: str, keep: Callable[[str], None], then: Callable[[str], Awaitable[None]]
    ) -> None:
        """``keep`` is told of the text as it is typed, ``then`` once it is handed over."""
        super().__init__()
        self._keep, self._then = keep, then
        self._page = _Sentence(text, soft_wrap=True, compact=True, tab_behavior="focus")
        self._page.cursor_blink = False

    def compose(self) -> ComposeResult:
        yield Static("In your own words:", classes="form-title")
        yield self._page

    def start(self) -> None:
        """Go on at the end of what is there."""
        self._page.focus()
        self._page.call_after_refresh(self._page.move_cursor, self._page.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._keep(self._page.text)

    async def on__sentence_done(self, event: _Sentence.Done) -> None:
        event.stop()
        await self.action_submit()

    async def action_submit(self) -> None:
        """Hand the sentence over."""
        self.post_message(self.Closed())
        await self._then(" ".join(self._page.text.split("\n")))

    def action_close(self) -> None:
        self.post_message(self.Closed())
