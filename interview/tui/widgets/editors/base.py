"""What every editor can do for the screen that holds it."""

from __future__ import annotations

import time
from collections.abc import Mapping

from textual.containers import VerticalGroup
from textual.message import Message

from interview.session import Session
from questions.model import Question


class Editor(VerticalGroup):
    """Base of the editors: texts in, texts out, and word of what happens to them."""

    class Edited(Message):
        """Something was typed or chosen, for the first time since ``caught_up``."""

    class Accepted(Message):
        """Enter was pressed where there is nothing left to fill."""

    def __init__(self, session: Session, question: Question, texts: Mapping[str, str]) -> None:
        super().__init__()
        self.session = session
        self.question = question
        self.texts = dict(texts)
        self.last_edit = 0.0
        self._told = False

    async def start(self) -> None:
        """Put the focus where typing begins."""

    def paused(self) -> None:
        """Typing has paused: show what would have slowed it."""

    def show_mistakes(self, mistakes: Mapping[str, str]) -> bool:
        """Say what could not be read, at its place; True if the focus moved to one."""
        return False

    def edited(self, key: str, text: str) -> None:
        """Keep a text. The screen is told once, and then looks at ``last_edit`` itself."""
        if self.texts.get(key, "") == text:
            return  # a line says so too when it is first shown
        self.last_edit = time.monotonic()
        if text:
            self.texts[key] = text
        else:
            self.texts.pop(key, None)
        if not self._told:
            self._told = True
            self.post_message(self.Edited())

    def caught_up(self) -> None:
        """The screen has seen everything; it wants to be told of the next edit."""
        self._told = False
