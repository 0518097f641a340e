"""The usual clauses of the short way on one screen: read them, tick them, put the rest off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalGroup, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from interview import actions, block
from interview import commands as c
from interview import events as e
from interview.tui import bindings
from interview.tui.literal import labelled
from interview.tui.screens.several import SeveralScreen
from interview.tui.screens.standing import ASIDE
from interview.tui.sentences import consequences_in_words
from interview.tui.widgets.clause import sentence_lines, table_line
from interview.tui.widgets.footer import Footer
from interview.tui.widgets.header import Header
from interview.tui.widgets.line_form import LineForm
from interview.tui.widgets.positions import Positions
from interview.tui.widgets.tick import Tick
from questions.language import join
from questions.model import Question

_LEFT, _OWNER, _BY = (f"{ASIDE}block.{name}" for name in ("left", "owner", "by"))
_LINES: Final = (_OWNER, _BY)
KEEP: Final = 0.3
"""Seconds that typing may wait before it is handed on to be kept."""


class ClauseTick(Tick):
    """A clause to take or to leave out."""

    def __init__(self, question: str, label: str, *, on: bool) -> None:
        super().__init__(question, "", label, on=on)

    def render(self) -> Content:
        does = "leaves it out" if self.on else "takes it in"
        out = "" if self.on else "   left out"
        return Content.assemble(super().render(), (f"{out}   Space {does}", "dim"))

    def on_focus(self) -> None:
        """Bring the words into sight with it."""
        if isinstance(self.parent, Widget):
            self.call_after_refresh(self.parent.scroll_visible, animate=False)


class Take(Static):
    """For the mouse: what Enter does in the end."""

    async def on_click(self) -> None:
        await self.screen.run_action("accept")


class BlockScreen(SeveralScreen):
    """Every usual clause with a tick; who takes on what is put off; then who agrees."""

    PLACE = actions.BLOCK
    FIRST = "First take the clauses with Enter; then e says that everyone agrees."
    BINDINGS = [
        *bindings.for_place(actions.BLOCK),
        Binding("enter", "enter", show=False),
        Binding("ctrl+s", "accept", show=False),
        Binding("escape", "leave_field", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown", "scroll_page(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, str] = {}
        self._keep: Timer | None = None
        self._warned = ""

    def compose(self) -> ComposeResult:
        page = block.page_of(self.session)
        by = f"{page.by:%d/%m/%Y}" if page.by else ""
        half = self.session.half_typed.get(self._first, {})
        self._lines = {_OWNER: half.get(_OWNER, page.owner), _BY: half.get(_BY, by)}
        left = half[_LEFT].split() if _LEFT in half else page.left_out
        yield Header()
        with VerticalScroll(id="body", can_focus=False):
            yield Static(Content.styled(block.ASK, "bold"), id="ask")
            yield Static(labelled("Read aloud", block.READ), classes="ask")
            yield from self._clauses(page, left)
            with Vertical(id="aside"):
                if page.parked:
                    yield self._form(page)
            yield Take(Content.styled("[ Take what is ticked, and go on ]", "bold"), id="take")
            yield Positions()
        yield Static(id="message")
        yield Footer(self.PLACE, "Enter go on")

    def _clauses(self, page: block.Page, left: list[str] | frozenset[str]) -> Iterator[Widget]:
        numbers = block.numbers(self.session)
        for question in page.usual:
            label = f"{numbers[question.id]} {question.heading}".strip()
            yield VerticalGroup(
                ClauseTick(question.id, label, on=question.id not in left),
                Static(self._words(question), classes="clause-words"),
            )

    def _words(self, question: Question) -> Content:
        """The clause as it would be taken, or as it stands already."""
        session = self.session
        answer = session.entry(question.id).answer or session.usual(question)
        lines = sentence_lines(session, question, answer)
        return Content("\n").join([*lines, *map(table_line, session.table(question, answer))])

    def _form(self, page: block.Page) -> LineForm:
        names = join([f"“{q.heading}”" for q in page.parked])
        form = LineForm(
            f"{block.UNREAD} {names}.",
            ("Who takes it on?", "By when?"),
            tuple(self._lines[key] for key in _LINES),
            lambda _: self.action_accept(),
            dates=(1,),
            group=self.session.group,
        )
        form.keep = self._typed
        return form

    async def on_mount(self) -> None:
        self.query(".mistake").set(display=False)
        self._show_positions()
        self.tell("")
        self.show_header()
        if not self.query(Tick):
            self._to_lines()
        else:
            self.query(Tick).first().focus()

    async def show(self, *, positions: bool = False) -> None:
        """Show the page afresh."""
        await self.recompose()
        await self.on_mount()
        row = self.query_one(Positions)
        if positions and row.display:
            row.focus()

    @property
    def _first(self) -> str:
        """The question under which the page is kept while it is half done."""
        return self.session.page.questions[0].id

    @property
    def clauses(self) -> tuple[str, ...]:
        return block.taken(self.session)

    def _show_positions(self) -> None:
        self.query_one(Positions).show(self.session, self.clauses)

    # Ticking and typing

    def on_tick_changed(self, event: Tick.Changed) -> None:
        event.stop()
        self.keep_page()

    def _typed(self, n: int, text: str) -> None:
        if self._lines[_LINES[n]] != text:  # a line says so too when it is first shown
            self._lines[_LINES[n]] = text
            self._keep = self._keep or self.set_timer(KEEP, self.keep_typing)

    def keep_typing(self) -> None:
        """Hand what is half typed to the session."""
        if self._keep is not None:
            self.keep_page()

    def keep_page(self) -> None:
        """Hand the ticks and the lines to the session, though nothing is taken yet."""
        self._stop_keeping()
        self.workspace.apply(c.Type(self._first, {_LEFT: " ".join(self._left_out), **self._lines}))

    def _stop_keeping(self) -> None:
        if self._keep is not None:
            self._keep.stop()
            self._keep = None

    @property
    def _left_out(self) -> tuple[str, ...]:
        return tuple(tick.question for tick in self.query(Tick) if not tick.on)

    # Taking

    def action_enter(self) -> None:
        """From the clauses, once all have been in sight, to the lines below them; or take them."""
        ticks = self.query(Tick)
        body = self.query_one("#body", VerticalScroll)
        last = ticks.last().parent if ticks else None
        seen = body.scroll_offset.y + body.size.height
        if isinstance(last, Widget) and last.virtual_region.bottom > seen:
            self.tell("There is more to read below. Enter goes on from there.")
            self.action_scroll_page(1)
        elif self.query(LineForm):
            self._to_lines()
        else:
            self.call_later(self.action_accept)

    def _to_lines(self) -> None:
        self.tell("")
        for form in self.query(LineForm):
            form.start()

    async def action_accept(self) -> None:
        """Take what is ticked, and put the rest off, unless the day by which is none."""
        if not all(form.can_be_read() for form in self.query(LineForm)):
            return
        day = LineForm.day(self._lines[_BY], self.session.group)
        command = c.TakeAsUsual(self._left_out, self._lines[_OWNER], day)
        told = consequences_in_words(self.session, self.session.consequences(command))
        if told and told != self._warned:
            self._warned = told
            self.tell(f"{told} Enter again to go on.")
            return
        self._stop_keeping()
        if any(isinstance(event, e.Refused) for event in self.apply(command)):
            return
        self._show_positions()
        self.show_header()
        if self.clauses:
            self.query_one(Positions).focus()
        else:
            await self.shell.after(self.session.at)

    async def on_line_form_closed(self, event: LineForm.Closed) -> None:
        event.stop()
        if self.typing:  # given up; else the lines have done their work
            self.action_leave_field()

    def action_leave_field(self) -> None:
        """Out of a line, so that letters are commands."""
        row = self.query_one(Positions)
        if row.display:
            row.focus()
        elif self.query(Tick):
            self.query(Tick).first().focus()
        else:
            self.set_focus(None)

    def action_scroll_page(self, by: int) -> None:
        pane = self.query_one("#body", VerticalScroll)
        pane.scroll_relative(y=by * max(1, pane.size.height - 2), animate=False)

    # Moves

    async def do_back(self) -> None:
        await self.shell.back(self.session.at)

    async def do_skip(self) -> None:
        await self.shell.after(self.session.at)

    async def do_why(self) -> None:
        """About the clause under the arrow."""
        here = self.focused.question if isinstance(self.focused, Tick) else self._first
        found = self.session.bank.find(here)
        assert found is not None
        await self.shell.open_why(found)
