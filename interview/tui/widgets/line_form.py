"""A few lines to fill, under the editor: for a reason, a name, a date. Never a window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup
from textual.message import Message
from textual.widgets import Input, Static

from interview.days import read_day
from interview.tui.literal import literal
from interview.tui.widgets.line import Line
from questions.group import Group
from questions.values import Mistake


class LineForm(VerticalGroup):
    """Labelled lines; Enter goes from one to the next, and after the last hands them over.

    ``dates`` are the places of lines that must be a day, ``yes_no`` of those that must be yes or
    no; either can be empty. Escape gives up.
    """

    BINDINGS = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "submit", show=False),
    ]

    class Closed(Message):
        """The form has done its work, or was given up."""

    def __init__(
        self,
        title: str,
        labels: Sequence[str],
        texts: Sequence[str],
        then: Callable[[list[str]], Awaitable[None]],
        *,
        dates: tuple[int, ...] = (),
        yes_no: tuple[int, ...] = (),
        group: Group | None = None,
    ) -> None:
        super().__init__()
        self.keep: Callable[[int, str], None] = lambda *_: None
        """Told of each line's text as it is typed, by its place, so that none of it is lost."""
        self.done: Callable[[], None] = lambda: None
        """Called as the lines are handed over: nothing of them is half typed any more."""
        self._title, self._labels, self._texts, self._then = title, labels, texts, then
        self._suggested = tuple(texts)
        self._dates, self._yes_no = dates, yes_no
        self._group = group or Group()

    def compose(self) -> ComposeResult:
        yield Static(literal(self._title), classes="form-title")
        for n, (label, text) in enumerate(zip(self._labels, self._texts, strict=True)):
            # A day that is suggested is typed over; words half typed go on from their end.
            replaces = n in self._dates and text == self._suggested[n]
            line = Line(text, replaces=replaces)
            yield HorizontalGroup(Static(literal(label), classes="label"), line)
        yield Static(classes="mistake")

    def fill(self, text: Callable[[int, str], str]) -> None:
        """Put other texts into the lines, before they are shown: ``text(place, as it was)``."""
        self._texts = [text(n, was) for n, was in enumerate(self._texts)]

    def start(self) -> None:
        """Begin at the first line."""
        self.query_one(".mistake").display = False
        self.query(Input).first().focus()
        self.scroll_visible(animate=False)

    @staticmethod
    def day(text: str, group: Group) -> dt.date | None:
        """The day that a line means, or None."""
        try:
            return read_day(text, group)
        except Mistake:
            return None

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down"):
            event.stop()
            (self.screen.focus_next if event.key == "down" else self.screen.focus_previous)()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.keep(list(self.query(Input)).index(event.input), event.value)

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        lines = list(self.query(Input))
        here = lines.index(event.input)
        if here + 1 < len(lines) and not self._mistake(here):
            lines[here + 1].focus()
        else:
            await self.action_submit()

    def _mistake(self, place: int) -> str:
        """What is wrong with a line that must be a day, or a yes or no; "" if nothing is."""
        text = list(self.query(Input))[place].value.strip().lower()
        if text and place in self._dates and not self.day(text, self._group):
            return "Please type a day, such as 6 June 2027, or leave it empty."
        if place in self._yes_no and text not in ("", "y", "yes", "n", "no"):
            return "Please type yes or no."
        return ""

    async def action_submit(self) -> None:
        """Hand the lines over, unless one of them must be a day and is not."""
        if self.can_be_read():
            self.post_message(self.Closed())
            self.done()
            await self._then([line.value for line in self.query(Input)])

    def can_be_read(self) -> bool:
        """Whether every day is a day; if not, it says so, and the cursor is there."""
        lines = list(self.query(Input))
        wrong = next((n for n in range(len(lines)) if self._mistake(n)), None)
        note = self.query_one(".mistake", Static)
        note.display = wrong is not None
        if wrong is None:
            return True
        note.update(self._mistake(wrong))
        lines[wrong].focus()
        self.call_after_refresh(note.scroll_visible, animate=False)
        return False

    def action_close(self) -> None:
        self.post_message(self.Closed())
