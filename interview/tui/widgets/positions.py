"""Where each partner stands on the clause, and the keys that say so."""

from __future__ import annotations

from typing import Final

from attrs import frozen
from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from interview.session import Session
from outputs.agreement import Stance
from outputs.words import STANCES

STANCE_KEYS: Final[dict[str, Stance]] = {
    "1": "agree",
    "2": "can-live-with-it",
    "3": "stand-aside",
    "4": "cannot-accept",
}
_KEYS: Final[tuple[tuple[tuple[str, str], ...], ...]] = (
    (("e", "everyone agrees"), ("r", "give a reason")),
    (("1", "agrees"), ("2", "can live with it")),
    (("3", "not for us, but go ahead"),),
    (("4", "not as it stands"),),
)
_KEYS_NO_ASIDE: Final = tuple(row for row in _KEYS if row[0][0] != "3")
_BETWEEN: Final = "   "
_UNSETTLED: Final = {
    "absent": "not here tonight",
    "ask-again": "to be asked again",
    "open": "not asked yet",
}
"""The least settled first."""


@frozen
class _Line:
    partner: str
    name: str
    said: str


@frozen
class _Row:
    """A row as drawn: of a partner, by its place, or of keys."""

    text: Content
    keys: tuple[tuple[str, str], ...] = ()
    partner: int | None = None

    def key_at(self, x: int) -> str:
        """The key whose words are at this place, or ""."""
        for key, does in self.keys:
            width = len(key) + 1 + len(does)
            if x < width:
                return key
            x -= width + len(_BETWEEN)
        return ""


class Positions(Widget, can_focus=True):
    """One line a partner, then the keys, which can be clicked. They work while it has the focus."""

    takes_enter = False
    """Enter agrees to nothing."""

    FOCUS_ON_CLICK = False  # the first click shows the keys; only what is seen can be clicked

    class Taken(Message):
        """Somebody said where a partner stands; ``why`` asks for the reason only."""

        def __init__(self, partner: str, stance: Stance | None) -> None:
            super().__init__()
            self.partner = partner
            self.stance = stance

    class Bounced(Message):
        """Enter was pressed here, where it agrees to nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._cursor = 0
        self._questions: tuple[str, ...] = ()
        self._keys = _KEYS

    def show(self, session: Session, questions: tuple[str, ...]) -> None:
        """Say where each partner stands on these clauses."""
        partners = session.record.present
        lines = [_Line(p.id, p.said, standing_in_words(session, questions, p.id)) for p in partners]
        found = [session.bank.find(q) for q in questions]
        keys = _KEYS if all(q and q.stand_aside for q in found) else _KEYS_NO_ASIDE
        self.display = bool(questions)
        if questions != self._questions:  # on another clause the first partner is asked first
            self._questions, self._cursor = questions, 0
        if (lines, keys) != (self._lines, self._keys):
            self._lines, self._keys = lines, keys
            self._cursor = min(self._cursor, max(0, len(lines) - 1))
            self.refresh(layout=True)

    def render(self) -> Content:
        return Content("\n").join([row.text for row in self._rows(self.content_size.width)])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width))

    def _rows(self, width: int) -> list[_Row]:
        """What is drawn, row by row; in a narrow place the parts stand under each other."""
        rows: list[_Row] = []
        names = max([cell_len(line.name) for line in self._lines], default=0)
        stands = max([cell_len(line.said) for line in self._lines], default=0)
        beside = names + stands + 4 <= width
        for n, line in enumerate(self._lines):
            here = self.has_focus and n == self._cursor
            head, style = f"{'▸' if here else ' '} {line.name}", "bold" if here else ""
            pad = " " * (names - cell_len(line.name) + 2)
            said = [f"{head}{pad}{line.said}"] if beside else [head, f"    {line.said}"]
            rows += [_Row(Content.styled(text, style), partner=n) for text in said]
        for keys in self._keys:
            fits = len(_BETWEEN.join(f"{key} {does}" for key, does in keys)) <= width
            rows += [self._key_row(each) for each in ([keys] if fits else [(key,) for key in keys])]
        return rows

    def _key_row(self, keys: tuple[tuple[str, str], ...]) -> _Row:
        # Kept while it is empty, or the first focus would scroll too short.
        said = [Content.assemble((key, "bold"), f" {does}") for key, does in keys]
        return _Row(Content(_BETWEEN).join(said) if self.has_focus else Content(""), keys)

    def on_focus(self) -> None:
        self.refresh()
        self.call_after_refresh(self._into_sight)

    def on_blur(self) -> None:
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        rows = self._rows(self.content_size.width)
        if at is None or not self._lines or at.y >= len(rows):
            return
        row = rows[at.y]
        if row.partner is not None:
            self._cursor = row.partner
            self.refresh()
        elif self.has_focus and (key := row.key_at(at.x)):
            if key == "e":
                await self.screen.run_action("do('everyone')")
            else:
                self._say(key)
        self.focus()

    def on_key(self, event: events.Key) -> None:
        """Arrows choose the partner; a number says where it stands; r gives the reason."""
        if not self._lines:
            return  # nobody has been added yet
        if event.key in ("up", "down"):
            self._cursor = (self._cursor + (1 if event.key == "down" else -1)) % len(self._lines)
            self.refresh()
            self._into_sight()
        elif event.key in STANCE_KEYS or event.key == "r":
            self._say(event.key)
        elif event.key == "enter":
            self.post_message(self.Bounced())
        else:
            return
        event.stop()

    def _say(self, key: str) -> None:
        """A number says where the partner stands, "r" asks for the reason."""
        self.post_message(self.Taken(self._lines[self._cursor].partner, STANCE_KEYS.get(key)))

    def go_down(self) -> None:
        """On to the next partner, if there is one."""
        self._cursor = min(self._cursor + 1, len(self._lines) - 1)
        self.refresh()
        self._into_sight()

    def _into_sight(self) -> None:
        """Scroll to all of it; where that is too much, to the partner under the arrow."""
        self.scroll_visible(animate=False)
        rows = self._rows(self.content_size.width)
        here = [n for n, row in enumerate(rows) if row.partner == self._cursor]
        for row in (len(rows) - 1, *here):
            self._show_row(row)

    def _show_row(self, row: int) -> None:
        region = self.virtual_region
        region = Region(region.x, region.y + self.gutter.top + row, 1, 1)
        widget: Widget = self
        while isinstance(container := widget.parent, Widget) and container is not self.screen:
            container.scroll_to_region(region, animate=False, immediate=True)
            region = region.translate(container.virtual_region.offset - container.scroll_offset)
            region = region.translate(container.styles.border.spacing.top_left)
            widget = container


def standing_in_words(session: Session, questions: tuple[str, ...], partner: str) -> str:
    """In words; the least settled of several clauses speaks for them."""
    said = {_on_one(session, question, partner) for question in questions}
    for view, words in _UNSETTLED.items():
        if view in said:
            return words
    return "; ".join(sorted(said))


def _on_one(session: Session, question: str, partner: str) -> str:
    view = session.view(question, partner)
    if view != "stands":
        return view
    return STANCES[session.entry(question).positions[partner].stance]
