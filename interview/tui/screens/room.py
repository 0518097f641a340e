"""Before you begin: how long there is, who is here, who does what. Every line can be left empty."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from interview import actions, jobs, sign_in, tonight
from interview import commands as c
from interview import events as e
from interview.record import SHEET
from interview.tui import bindings
from interview.tui.literal import labelled, literal
from interview.tui.screens.base import KEEP, AgreementScreen
from interview.tui.widgets.editors.page import Page
from interview.tui.widgets.footer import Footer
from interview.tui.widgets.header import Header
from interview.tui.widgets.line import Line

_LARGER: Final = (
    "Too small to read from the back? Ctrl and + makes the letters larger in most windows "
    "(on a Mac, Cmd and +)."
)
_HEADING: Final = "Before you begin. Leave any line empty. Ctrl+S goes on from anywhere."


class SheetLine(VerticalGroup):
    """One line of the sheet: its label, a place to type, and what is wrong with it."""

    def __init__(self, line: sign_in.Line, text: str) -> None:
        super().__init__(id=f"line-{line.id}")
        self.line = line
        self._text = text

    def compose(self) -> ComposeResult:
        label = Static(literal(self.line.label), classes="label")
        if self.line.many:
            hint = f"  ({self.line.hint})" if self.line.hint else ""
            yield Static(literal(f"{self.line.label}{hint}"), classes="many-label")
            page = Page(self._text, soft_wrap=True, tab_behavior="focus", compact=True)
            page.cursor_blink = False
            yield page
        else:
            yield HorizontalGroup(label, Line(self._text, self.line.hint))
        yield Static(classes="mistake")

    def on_mount(self) -> None:
        self.show_mistake("")

    @property
    def place(self) -> Line | Page:
        """Where one types."""
        return self.query_one(Page) if self.line.many else self.query_one(Line)

    @property
    def text(self) -> str:
        place = self.place
        return place.text if isinstance(place, Page) else place.value

    def suggest(self, name: str) -> None:
        """Show what an empty line stands for."""
        hint = f"{name}, unless you type another name" if name else self.line.hint
        self.query_one(Line).placeholder = f"({hint})"

    def show_mistake(self, said: str) -> None:
        note = self.query_one(".mistake", Static)
        note.update(literal(said))
        note.display = bool(said)


class RoomScreen(AgreementScreen):
    """The sheet, with the opening to read aloud above it."""

    PLACE = actions.ROOM
    BINDINGS = [
        *bindings.for_place(actions.ROOM),
        Binding("ctrl+s", "accept", show=False),
        Binding("escape", "leave_field", show=False),
        Binding("enter", "begin", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._keep: Timer | None = None
        self._known: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        session = self.session
        yield Header()
        with VerticalScroll(id="body", can_focus=False):
            if not session.progress().done:
                yield Static(labelled("Read aloud", session.bank.opening.strip()), id="opening")
            yield Static(literal(_HEADING, "bold"), classes="ask")
            for id, text in sign_in.texts(session).items():
                yield SheetLine(sign_in.BY_ID[id], text)
                if id == "minutes":
                    yield Static(id="fits", classes="hint")
            if session.bank.room.thumbs:
                yield Static(literal("How to show thumbs", "bold"), classes="ask")
                yield Static(literal(session.bank.room.thumbs), classes="said")
            yield Static(literal(_LARGER), classes="said")
        yield Static(id="message")
        yield Footer(self.PLACE, "Enter next line   Ctrl+S go on")

    def on_mount(self) -> None:
        self.tell("")
        self.show_header()
        self._follow()
        self._known = self._texts()
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        """Begin at the first line, if it is in sight: else the opening is to be read first."""
        first = self.query_one("#line-minutes", SheetLine)
        if self.query_one("#body").content_region.contains_region(first.region):
            first.place.focus()

    def action_begin(self) -> None:
        """Enter with nothing to type into: to the first line."""
        self.query_one("#line-minutes", SheetLine).place.focus()

    @property
    def _entries(self) -> list[SheetLine]:
        return list(self.query(SheetLine))

    def _texts(self) -> dict[str, str]:
        return {entry.line.id: entry.text for entry in self._entries}

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._edited()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._edited()

    def _edited(self) -> None:
        self._follow()
        if self._texts() != self._known:
            self._keep = self._keep or self.set_timer(KEEP, self.keep_typing)

    def keep_typing(self) -> None:
        """Hand what is half typed to the session, which keeps it."""
        if self._keep is not None:
            self._keep.stop()
            self._keep = None
            self._known = self._texts()
            before = self.session.half_typed.get(SHEET, {})  # with words asked for elsewhere
            self.workspace.apply(c.Type(SHEET, {**before, **self._known}))

    def _follow(self) -> None:
        """Say whether it fits, and who could do what."""
        typed = self._texts()
        fits, said = self.query_one("#fits", Static), sign_in.fits(self.session, typed["minutes"])
        if said != str(fits.content):
            fits.update(literal(said))
        found = sign_in.suggestions(self.session, typed)
        for job in jobs.JOBS:
            self.query_one(f"#line-{job}", SheetLine).suggest(found.get(job, ""))

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        await self._next(event.input)

    async def _next(self, place: Widget) -> None:
        """On to the next line; after the last one of those that are asked, on to the questions."""
        places = [entry.place for entry in self._entries]
        after = places.index(place) + 1 if place in places else len(places)
        if after < len(places):
            places[after].focus()
        else:
            await self.action_accept()

    async def action_accept(self) -> None:
        """Keep the sheet, and go to the questions."""
        command, mistakes = sign_in.read(self.session, self._texts())
        for entry in self._entries:
            entry.show_mistake(mistakes.get(entry.line.id, ""))
        if command is None:
            self.query_one(f"#line-{next(iter(mistakes))}", SheetLine).place.focus()
            self.tell("One line here could not be read. What to type stands under it.")
            return
        self.keep_typing()
        before = {p.id for p in self.session.record.present}
        if any(isinstance(event, e.Refused) for event in self.apply(command)):
            return
        await self.shell.show_current()
        self.shell.say(sign_in.worth_asking(self.session, before))
        fit = tonight.fit(self.session, command.planned)
        if fit.instead and getattr(self.shell.screen, "PLACE", "") == actions.TRIGGERS:
            self.shell.say(f"{fit.said} s takes the short way.")

    def show_footer(self) -> None:
        """Ctrl+S works in a page of text too."""
        self.query_one(Footer).show(typing=self.typing)

    async def action_leave_field(self) -> None:
        """Out of a text, so that letters are commands; and then back to the questions."""
        if self.focused is not None or not self.session.record.meetings:
            self.set_focus(None)
            return
        self.keep_typing()
        await self.shell.show_current()

    async def do_skip(self) -> None:
        """On without it."""
        await self.action_accept()
