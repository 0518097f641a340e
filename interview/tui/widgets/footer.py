"""The bottom line: what can be done here, at most five things, each a key and a click."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from interview import actions
from interview.actions import Action, shown_key

_MOST = 5


class ActionLink(Static):
    """One action, as its key and a word; clicking does it."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._action = action

    def show(self, *, typing: bool) -> None:
        """A letter types itself while somebody is typing, so the other key is shown then."""
        key = (
            shown_key(self._action.key)
            if typing or not self._action.letter
            else self._action.letter
        )
        self.display = bool(key)
        self.update(Content.assemble((key, "bold"), f" {self._action.label}"))

    async def on_click(self, event: events.Click) -> None:
        event.stop()
        await self.screen.run_action(f"do('{self._action.id}')")


class First(Static):
    """What Enter does here; clicking does it too."""

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.app.simulate_key("enter")


class Footer(Horizontal):
    """The links of one screen, after ``first``: what Enter does there."""

    def __init__(self, place: str, first: str = "Enter accept") -> None:
        super().__init__()
        self._links = [ActionLink(a) for a in actions.at(place) if a.footer][:_MOST]
        self._first = first

    def compose(self) -> ComposeResult:
        yield First(Content(self._first), id="footer-first")
        yield from self._links

    def on_mount(self) -> None:
        self.show(typing=False)

    def show(self, *, typing: bool, first: str | None = None, enters: bool = True) -> None:
        """Show the keys that work now; ``enters`` says whether Enter does anything."""
        said = self.query_one(First)
        if first is not None:
            said.update(Content(first))
        said.display = enters
        for link in self._links:
            link.show(typing=typing)
