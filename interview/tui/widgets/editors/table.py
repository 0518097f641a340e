"""A table to fill: the rows as a list, and the lines of the row under the cursor.

A grid of fourteen rows and four columns does not fit beside a clause, and as many input lines
would slow every key; so one row is open at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from interview.tui.widgets.editors.fields import Fields, Slot
from interview.typed import cell_key
from questions.group import Group
from questions.model import Field

_ADD: Final = "+ add a row"
_MOST_SHOWN: Final = 8


class RowList(Widget, can_focus=True):
    """The rows, one line each, scrolled so that the cursor is in sight."""

    class Moved(Message):
        """The cursor is on another row."""

    class Entered(Message):
        """Enter was pressed on a row."""

    class Added(Message):
        """A new row is wanted."""

    class Removed(Message):
        """The row under the cursor is to go."""

    def __init__(self, *, can_add: bool) -> None:
        super().__init__()
        self.cursor = 0
        self.lines: list[str] = []
        self._can_add = can_add

    @property
    def _shown(self) -> list[str]:
        return [*self.lines, *([_ADD] if self._can_add else [])]

    @property
    def _top(self) -> int:
        return max(0, min(self.cursor - _MOST_SHOWN // 2, len(self._shown) - _MOST_SHOWN))

    def show(self, lines: list[str]) -> None:
        """Show these rows."""
        if lines == self.lines:
            return
        self.lines = lines
        self.cursor = max(0, min(self.cursor, len(self._shown) - 1))
        self.refresh(layout=True)

    def render(self) -> Content:
        top, shown = self._top, self._shown
        parts = []
        for n in range(top, min(top + _MOST_SHOWN, len(shown))):
            here = n == self.cursor
            text = f"{'▸' if here else ' '} {shown[n]}"
            parts.append(Content.styled(text, "bold" if here else ""))
        more = len(shown) - top - _MOST_SHOWN
        if top or more > 0:
            parts.append(Content.styled(f"  {self.cursor + 1} of {len(self.lines)}  ↑↓", "dim"))
        if self._can_add and self.has_focus and self.cursor < len(self.lines):
            parts.append(Content.styled("  Delete takes this row out", "dim"))
        elif not self.has_focus and self.cursor < len(self.lines) - 1:
            parts.append(Content.styled("  Ctrl+N: the next row", "dim"))
        return Content("\n").join(parts)

    def on_focus(self) -> None:
        self.refresh(layout=True)

    def on_blur(self) -> None:
        self.refresh(layout=True)

    def move(self, to: int) -> None:
        """Put the cursor on a row."""
        to = max(0, min(to, len(self._shown) - 1))
        if to != self.cursor:
            self.cursor = to
            self.refresh(layout=True)
            self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        at = self._top + event.y
        if at < len(self._shown):
            self.move(at)
            if at == len(self.lines):
                self.post_message(self.Added())

    def on_key(self, event: events.Key) -> None:
        adding = self._can_add and self.cursor == len(self.lines)
        if event.key in ("up", "down"):
            self.move(self.cursor + (1 if event.key == "down" else -1))
        elif event.key == "enter":
            self.post_message(self.Added() if adding else self.Entered())
        elif event.key in ("plus", "insert") and self._can_add:
            self.post_message(self.Added())
        elif event.key == "delete" and self._can_add and not adding:
            self.post_message(self.Removed())
        else:
            return
        event.stop()


class Table(VerticalGroup):
    """Rows with a cursor, and the open row's lines. It keeps the texts that it is given.

    ``names`` are those of rows that stand for a partner; ``starts_with`` are the texts of a new
    row by column id. With ``grows``, Enter after the last row makes another, whose id begins so.
    """

    BINDINGS = [Binding("ctrl+n", "next_row", show=False)]

    class RowsChanged(Message):
        """A row was added or removed."""

    class Done(Message):
        """Enter was pressed and no row after this lacks anything."""

    def __init__(
        self,
        group: Group,
        columns: Sequence[Field],
        rows: list[str],
        texts: Mapping[str, str],
        typed: Callable[[str, str], None],
        *,
        names: Mapping[str, str],
        can_add: bool,
        starts_with: Mapping[str, str] = MappingProxyType({}),
        grows: str = "",
    ) -> None:
        super().__init__()
        self._starts_with = starts_with
        self._grows = grows
        self.columns = tuple(columns)
        self.rows = rows
        self.names = dict(names)
        self._texts = dict(texts)
        self._list = RowList(can_add=can_add)
        self._can_add = can_add
        self._ever = set(rows)
        """Every row there has been: words of ours may hang on the id of one that went."""
        self._typed = typed
        self._fields = Fields(group, self._note, ends_when_empty=can_add)

    def compose(self) -> ComposeResult:
        yield self._list
        yield self._fields

    async def on_mount(self) -> None:
        await self.refresh_rows()

    async def start(self) -> None:
        """Begin at the first row that lacks something, or at the list if none does."""
        row = next((n for n, row in enumerate(self.rows) if self._lacks(row)), None)
        if row is None:
            self._list.focus()
        else:
            await self.open_row(row, empty=True)

    async def start_or_add(self) -> None:
        """Begin; in an empty table with a first row, in a finished one at the list."""
        if self.rows:
            await self.start()
        else:
            await self.add_row()

    async def open_row(self, n: int, *, empty: bool = False) -> None:
        """Put the cursor on a row and the focus in its lines."""
        with self._list.prevent(RowList.Moved):
            self._list.move(n)
        await self._show_row()
        if not (empty and self._fields.focus_first(empty=True)):
            self._fields.focus_first()

    async def action_next_row(self) -> None:
        """On to the next row; what is typed in this one stays."""
        self.paused()
        if self._list.cursor + 1 < len(self.rows):
            await self.open_row(self._list.cursor + 1, empty=True)

    async def refresh_rows(self) -> None:
        """Show the rows as they are now."""
        self._list.show([self._line(row) for row in self.rows])
        await self._show_row()

    def show_mistakes(self, mistakes: Mapping[str, str]) -> bool:
        """Open the first row with a mistake in it; False if there is none."""
        for n, row in enumerate(self.rows):
            if any(cell_key(row, c) in mistakes for c in self.columns):
                self.call_later(self._show_mistake, n, mistakes)
                return True
        return False

    async def _show_mistake(self, n: int, mistakes: Mapping[str, str]) -> None:
        await self.open_row(n)
        self._fields.show_mistakes(mistakes)

    def _line(self, row: str) -> str:
        if row not in self.names and self._is_new(row):
            return "(new)"
        cells = [self._texts.get(cell_key(row, column), "") for column in self.columns]
        name = [self.names[row]] if row in self.names else []
        return " · ".join(cell for cell in [*name, *cells] if cell) or "(new)"

    def _lacks(self, row: str) -> bool:
        """Whether a cell that must be filled is empty."""
        return any(
            c.required and not self._texts.get(cell_key(row, c), "").strip() for c in self.columns
        )

    async def _show_row(self) -> None:
        at = self._list.cursor
        row = self.rows[at] if at < len(self.rows) else None
        slots = [Slot(cell_key(row, c), c) for c in self.columns] if row else []
        await self._fields.show(slots, self._texts)

    async def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        self.paused()
        await self._show_row()

    async def on_row_list_added(self, event: RowList.Added) -> None:
        event.stop()
        await self.add_row()

    async def add_row(self) -> None:
        """Add a row at the end and open it."""
        ids = (f"{self._grows or 'r'}{n}" for n in range(1, len(self._ever) + 2))
        row = next(id for id in ids if id not in self._ever)
        self._ever.add(row)
        self.rows.append(row)
        for column in self.columns:
            if text := self._starts_with.get(column.id, ""):
                self._note(cell_key(row, column), text)
        await self.refresh_rows()
        self.post_message(self.RowsChanged())
        await self.open_row(len(self.rows) - 1)

    async def on_row_list_removed(self, event: RowList.Removed) -> None:
        event.stop()
        await self._remove(self._list.cursor)

    async def _remove(self, n: int) -> None:
        row = self.rows.pop(n)
        for column in self.columns:  # a new row that gets this id must not begin with them
            self._note(cell_key(row, column), "")
        await self.refresh_rows()
        self.post_message(self.RowsChanged())

    async def on_row_list_entered(self, event: RowList.Entered) -> None:
        """Enter on a row that lacks something opens it; elsewhere it takes the table."""
        event.stop()
        if self._lacks(self.rows[self._list.cursor]):
            await self.open_row(self._list.cursor, empty=True)
        else:
            self.post_message(self.Done())

    def _note(self, key: str, text: str) -> None:
        self._texts[key] = text
        self._typed(key, text)

    def on_descendant_blur(self) -> None:
        """A line was left: what was typed in it shows in the list."""
        self.paused()

    async def on_fields_done(self, event: Fields.Done) -> None:
        """On to the next row that has something to fill."""
        event.stop()
        self.paused()
        here = self._list.cursor
        for n in range(here + 1, len(self.rows)):
            if self._lacks(self.rows[n]):
                await self.open_row(n, empty=True)
                return
        if self._can_add and self._is_new(self.rows[here]):
            await self._remove(here)
        elif self._grows and here == len(self.rows) - 1:
            await self.add_row()
            return
        self.post_message(self.Done())

    def _is_new(self, row: str) -> bool:
        """Whether nothing was typed into a row yet."""
        texts = {c.id: self._texts.get(cell_key(row, c), "") for c in self.columns}
        return all(not text or text == self._starts_with.get(id) for id, text in texts.items())

    def paused(self) -> None:
        """Show what was typed in the list too; at every key it would slow the typing."""
        self._list.show([self._line(row) for row in self.rows])
