"""`form` and the simple kinds that are typed: one labelled line for each thing to fill."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult

from interview.session import Session
from interview.tui.widgets.editors.base import Editor
from interview.tui.widgets.editors.fields import Fields, Slot
from interview.typed import field_key
from questions.answers import own_field
from questions.kinds import SIMPLE
from questions.model import Field, Question
from questions.values import ANSWER


class LinesEditor(Editor):
    """The question's own line, if its kind has one, and a line for every field."""

    def __init__(self, session: Session, question: Question, texts: Mapping[str, str]) -> None:
        super().__init__(session, question, texts)
        self._fields = Fields(session.group, self.edited)

    def compose(self) -> ComposeResult:
        yield self._fields

    async def on_mount(self) -> None:
        slots = [Slot(field_key(f), f) for f in self.question.fields]
        if self.question.kind in SIMPLE:
            own = own_field(self.question)
            label = Field(own.id, "We say", own.kind, options=own.options)
            slots.insert(0, Slot(ANSWER, label))
        await self._fields.show(slots, self.texts)

    async def start(self) -> None:
        self._fields.focus_first(empty=True) or self._fields.focus_first()

    def show_mistakes(self, mistakes: Mapping[str, str]) -> bool:
        return self._fields.show_mistakes(mistakes)

    def on_fields_done(self, event: Fields.Done) -> None:
        event.stop()
        self.post_message(self.Accepted())
