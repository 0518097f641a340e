"""A column of labelled lines, one for each field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen
from textual import events
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from interview.tui.literal import literal
from interview.tui.widgets.line import Line
from questions.group import Group
from questions.kinds import SIMPLE
from questions.model import Field


@frozen
class Slot:
    """A field, the key of its text, and whether something must be in it."""

    key: str
    field: Field


_WORDS = ("text", "paragraph")
"""Kinds that are written on from where they stop; a date or a sum is typed anew."""


class FieldInput(Line):
    """One line. Where there are things to pick from, the up and down keys go through them."""

    def __init__(self, slot: Slot, text: str, group: Group) -> None:
        kind = SIMPLE[slot.field.kind]
        self.slot = slot
        self._picks = list(kind.suggestions(slot.field, group))
        super().__init__(
            text, slot.field.hint or kind.example, replaces=slot.field.kind not in _WORDS
        )

    def on_key(self, event: events.Key) -> None:
        if event.key not in ("up", "down"):
            return
        event.stop()
        event.prevent_default()
        if self._picks:
            self._pick(1 if event.key == "down" else -1)
        elif event.key == "down":
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def _pick(self, by: int) -> None:
        here = self._picks.index(self.value) if self.value in self._picks else -1 if by > 0 else 0
        self.value = self._picks[(here + by) % len(self._picks)]
        self.cursor_position = len(self.value)


class FieldRow(VerticalGroup):
    """A label with its line, and under it what is wrong with the text, if anything."""

    def __init__(self, slot: Slot, text: str, group: Group) -> None:
        pick = " ↑↓" if SIMPLE[slot.field.kind].suggestions(slot.field, group) else ""
        label = Static(Content(f"{slot.field.label}{pick}"), classes="label")
        self.line = FieldInput(slot, text, group)
        self._note = Static(classes="mistake")
        super().__init__(HorizontalGroup(label, self.line), self._note)
        self.tell("")

    def tell(self, mistake: str) -> None:
        """Say what is wrong; "" when nothing is."""
        self._note.update(literal(mistake))
        self._note.display = bool(mistake)


class Fields(VerticalGroup):
    """Labelled lines. Enter goes to the next one that is empty, and says when there is none."""

    class Done(Message):
        """Enter was pressed and nothing after this line needs filling."""

    def __init__(
        self, group: Group, typed: Callable[[str, str], None], *, ends_when_empty: bool = False
    ) -> None:
        super().__init__()
        self._group = group
        self._typed = typed  # a call and not a message: it happens at every key
        self.ends_when_empty = ends_when_empty
        self._slots: tuple[Slot, ...] = ()

    @property
    def inputs(self) -> list[FieldInput]:
        return list(self.query(FieldInput))

    async def show(self, slots: Sequence[Slot], texts: Mapping[str, str]) -> None:
        """Show these fields; lines that are there already keep their cursor."""
        if tuple(slots) == self._slots:
            for line in self.inputs:
                text = texts.get(line.slot.key, "")
                if line.value != text:
                    with line.prevent(Input.Changed):
                        line.value = text
            return
        self._slots = tuple(slots)
        await self.remove_children()
        await self.mount_all(
            [FieldRow(slot, texts.get(slot.key, ""), self._group) for slot in slots]
        )

    def focus_first(self, *, empty: bool = False) -> bool:
        """Focus the first line, or the first that is empty; False if there is none."""
        for line in self.inputs:
            if not empty or not line.value.strip():
                line.focus()
                return True
        return False

    def show_mistakes(self, mistakes: Mapping[str, str]) -> bool:
        """Put each sentence under its line, and the focus on the first; False if none is here."""
        found = False
        for row in self.query(FieldRow):
            said = mistakes.get(row.line.slot.key, "")
            row.tell(said)
            if said and not found:
                found = True
                row.line.focus()
                self.call_after_refresh(row.scroll_visible, animate=False)
        return found

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if isinstance(event.input, FieldInput):
            for row in self.query(FieldRow):
                if row.line is event.input:
                    row.tell("")  # what was wrong may be right now
            self._typed(event.input.slot.key, event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next empty line; an empty first line of a row means: no such row."""
        event.stop()
        lines = self.inputs
        here = lines.index(event.input) if isinstance(event.input, FieldInput) else -1
        if here > 0 or event.value.strip() or not self.ends_when_empty:
            for line in lines[here + 1 :]:
                if not line.value.strip() and not line.slot.field.seldom:
                    line.focus()
                    return
        self.post_message(self.Done())
