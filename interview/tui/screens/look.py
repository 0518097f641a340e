"""An agreement to look at: it cannot be changed here, but an earlier state can be brought back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Markdown, Static

from interview.tui.screens.text import TextScreen
from outputs import markdown
from outputs.agreement import Agreement
from outputs.document import document_of

Bring = Callable[[], Awaitable[None]]


class BringBack(Static):
    """Brings back what is shown, with the mouse."""

    async def on_click(self) -> None:
        await self.screen.run_action("bring_back")


class LookScreen(TextScreen):
    """An agreement as its document; ``bring`` makes the open one what this one is."""

    BINDINGS = [Binding("ctrl+s", "bring_back", show=False)]

    def __init__(self, title: str, agreement: Agreement, bring: Bring | None = None) -> None:
        super().__init__(title, markdown.render(document_of(agreement)))
        self._bring = bring

    def page(self) -> Widget:
        return Markdown(self._text, open_links=False)

    def foot(self) -> Iterator[Widget]:
        if self._bring is not None:
            yield BringBack(Content.assemble(("Ctrl+S", "bold"), " bring this back"))

    async def action_bring_back(self) -> None:
        if self._bring is not None:
            self.app.pop_screen()
            await self._bring()
