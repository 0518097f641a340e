"""What has been put off, with who takes it on and by when."""

from __future__ import annotations

from textual.content import Content

from interview import actions
from interview import commands as c
from interview.tui import bindings
from interview.tui.screens.list import ListScreen
from interview.turn import still_open
from outputs.words import date


class ParkedScreen(ListScreen):
    """The parked list; Enter takes a thing up again."""

    PLACE = actions.PARKED
    HEADING = "Still to agree. Enter takes one up again."
    ENTER = "Enter take up"
    BINDINGS = bindings.for_place(actions.PARKED)

    def entries(self) -> list[tuple[str | None, Content]]:
        lines: list[tuple[str | None, Content]] = []
        for question in still_open(self.session):
            entry = self.session.entry(question.id)
            owner = f"   {entry.owner}" if entry.owner else "   nobody named yet"
            by = f", by {date(entry.by)}" if entry.by else ""
            head = f"{question.code} {question.heading or question.ask}"
            lines.append((question.id, Content.assemble((head, "bold"), owner, by)))
        for n, item in enumerate(self.session.record.parked):
            by = f", by {date(item.by)}" if item.by else ""
            lines.append((f"item-{n}", Content(f"{item.what}   {item.owner}{by}")))
        return lines or [(None, Content("Nothing has been put off."))]

    async def chosen(self, id: str) -> None:
        if self.session.bank.find(id):
            await self.shell.change(id)
        else:
            self.apply(c.DropItem(int(id.removeprefix("item-"))))
            self.fill()
            self.tell("Taken off the list. z takes that back.")
