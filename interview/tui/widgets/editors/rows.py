"""`rows` and `per_partner`: a list of rows, and the lines of the row that is open."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult

from interview.session import Session
from interview.tui.widgets.editors.base import Editor
from interview.tui.widgets.editors.fields import Fields, Slot
from interview.tui.widgets.editors.table import Table
from interview.typed import ROWS, field_key, new_row_texts, row_ids
from questions.kinds import PER_PARTNER
from questions.model import Question


class RowsEditor(Editor):
    """The table, and below it the fields that go with the whole answer."""

    def __init__(self, session: Session, question: Question, texts: Mapping[str, str]) -> None:
        super().__init__(session, question, texts)
        names = {p.id: p.said for p in session.group.partners}
        by_partner = question.kind == PER_PARTNER
        rows = [row for row in row_ids(self.texts) if not by_partner or row in names]
        self._hidden = [row for row in row_ids(self.texts) if row not in rows]
        self._table = Table(
            session.group,
            question.columns,
            rows,
            self.texts,
            self.edited,
            names=names if by_partner else {},
            can_add=not by_partner,
            starts_with=new_row_texts(session, question),
        )
        self._fields = Fields(session.group, self.edited)

    def compose(self) -> ComposeResult:
        yield self._table
        yield self._fields

    async def on_mount(self) -> None:
        slots = [Slot(field_key(f), f) for f in self.question.fields]
        await self._fields.show(slots, self.texts)

    async def start(self) -> None:
        await self._table.start()

    def paused(self) -> None:
        self._table.paused()

    def show_mistakes(self, mistakes: Mapping[str, str]) -> bool:
        return self._table.show_mistakes(mistakes) or self._fields.show_mistakes(mistakes)

    def on_table_rows_changed(self, event: Table.RowsChanged) -> None:
        event.stop()
        self.edited(ROWS, " ".join([*self._table.rows, *self._hidden]))

    def on_table_done(self, event: Table.Done) -> None:
        event.stop()
        self.post_message(self.Accepted())

    def on_fields_done(self, event: Fields.Done) -> None:
        event.stop()
        self.post_message(self.Accepted())
