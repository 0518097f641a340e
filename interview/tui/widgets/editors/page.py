"""`paragraph`: a page to write on. Enter makes a new line there, so Ctrl+S accepts."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static, TextArea

from interview.session import Session
from interview.tui.widgets.editors.base import Editor
from interview.tui.widgets.line import JOINERS
from questions.model import Question
from questions.values import ANSWER


class Page(TextArea):
    """The page itself."""

    takes_text = True
    """Letters are not commands here."""

    def on_key(self, event: events.Key) -> None:
        """Take a joiner in: Textual holds it for a control character."""
        if event.character in JOINERS:
            event.stop()
            event.prevent_default()
            self.insert(event.character)

    takes_enter = False
    """Enter makes a new line."""


class PageEditor(Editor):
    """A page of text."""

    def __init__(self, session: Session, question: Question, texts: Mapping[str, str]) -> None:
        super().__init__(session, question, texts)
        self._page = Page(self.texts.get(ANSWER, ""), soft_wrap=True)
        self._page.cursor_blink = False

    def compose(self) -> ComposeResult:
        yield self._page
        yield Static("Ctrl+S accepts what you wrote.", classes="hint")

    async def start(self) -> None:
        self._page.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.edited(ANSWER, self._page.text)
