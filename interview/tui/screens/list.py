"""A screen that is a list: choose a line, and do something with it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview.stop_signs import HEADING, in_full
from interview.tui.literal import literal
from interview.tui.screens.base import AgreementScreen
from interview.tui.widgets.footer import Footer
from interview.tui.widgets.header import Header


class ListScreen(AgreementScreen):
    """Base of the list screens. Subclasses give ``entries`` and ``chosen``."""

    HEADING: ClassVar[str]
    ENTER: ClassVar[str] = "Enter change"
    BINDINGS = [Binding("escape", "do('back')", show=False)]

    def compose(self) -> ComposeResult:
        yield Header()
        yield Static(literal(self.HEADING, "bold"), id="ask")
        yield OptionList(id="list")
        yield Static(id="message")
        yield Footer(self.PLACE, self.ENTER)

    def on_mount(self) -> None:
        self.fill()
        self.query_one(OptionList).focus()
        self.tell("")
        self.show_header()

    async def show(self, *, positions: bool = False) -> None:
        """Fill the list afresh."""
        self.on_mount()

    def entries(self) -> list[tuple[str | None, Content]]:
        """The lines: an id, or None for a line that cannot be chosen."""
        raise NotImplementedError

    async def chosen(self, id: str) -> None:
        """Enter or a click on a line."""
        raise NotImplementedError

    def stop_signs(self) -> list[tuple[str | None, Content]]:
        """The stop signs as lines; one leads to its question, if that is asked."""
        signs = self.session.stop_signs()
        lines: list[tuple[str | None, Content]] = []
        if signs:
            lines.append((None, Content.styled(HEADING, "underline")))
        for n, sign in enumerate(signs):
            id = f"sign-{n}-{sign.at}" if sign.at in self.session.flow.place else None
            said = " ".join(in_full(self.session.bank, sign))
            lines.append((id, Content.assemble((f"{sign.title}. ", "bold"), said)))
        return lines

    def fill(self) -> None:
        """Put the lines into the list; the cursor stays, or begins at the open question."""
        widget = self.query_one(OptionList)
        entries = self.entries()
        ids = [id for id, _ in entries]
        here = ids.index(self.session.at) if self.session.at in ids else None
        at = here if widget.highlighted is None else widget.highlighted
        widget.clear_options()
        widget.add_options([Option(text, id=id, disabled=id is None) for id, text in entries])
        if at is None or at >= len(ids) or ids[at] is None:
            widget.action_first()
        else:
            widget.highlighted = at

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id is not None:
            await self.chosen(event.option.id)
