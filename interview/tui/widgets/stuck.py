"""What a group can do that has no answer: plain choices, each a key and a click."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from interview import actions

_WAYS: Final = ("disagree", "undecided", "not_for_us", "skip", "park", "why")
_SAID: Final = {"skip": "come back to it", "park": "put it off", "why": "why are we asked?"}
_BETWEEN: Final = "   "


class Stuck(Widget):
    """A quiet line or two under the editor."""

    def __init__(self) -> None:
        super().__init__(id="stuck")
        self._typing = False

    def show(self, *, typing: bool) -> None:
        """Say how to get at these: letters type themselves while somebody is typing."""
        if typing is not self._typing:
            self._typing = typing
            self.refresh(layout=True)

    def render(self) -> Content:
        return Content("\n").join([Content.from_markup(line) for line in self._lines()])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def _lines(self, width: int = 0) -> list[str]:
        """The choices in as many lines as it takes, none of them parted; our words, as markup."""
        width = width or self.content_size.width
        head = "No answer? Esc, then" if self._typing else "No answer?"
        lines, used = [f"[bold]{head}[/bold]"], cell_len(head)
        for id in _WAYS:
            action = actions.BY_ID[id]
            said = _SAID.get(id, action.label)
            link = f"[@click=screen.do('{id}')][bold]{action.letter}[/bold] {said}[/]"
            room = cell_len(f"{action.letter} {said}")
            if used + len(_BETWEEN) + room <= width:
                lines[-1] += _BETWEEN + link
                used += len(_BETWEEN) + room
            else:
                lines.append(link)
                used = room
        return lines
