"""Who takes part: partners, who speaks for each, and what that person can say yes to."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from interview import actions
from interview import commands as c
from interview import events as e
from interview.partners import joins_late
from interview.record import Partner
from interview.tui import bindings
from interview.tui.literal import labelled
from interview.tui.screens.several import SeveralScreen
from interview.tui.widgets.clause import ClauseView
from interview.tui.widgets.editors.fields import Fields, Slot
from interview.tui.widgets.editors.table import Table
from interview.tui.widgets.footer import Footer
from interview.tui.widgets.header import Header
from interview.tui.widgets.positions import Positions
from interview.typed import ROWS, Typed, cell_key, field_key, new_row_texts, read_texts, texts_of
from questions.model import Field, Question

NAME: Final = Field("name", "Full name", required=True, hint="the organisation’s own name")
IDENTITY: Final = (
    NAME,
    Field("short", "What we call it", hint="a short name, if you use one"),
    Field("body", "What sort of body", hint="community group, charity, company …"),
    Field("committee", "Its committee is called", hint="committee, trustees, directors …"),
)
PRESENCE: Final = (
    Field("here", "Here tonight?", "yes_no"),
    Field("lead", "Leads, or answers to a funder?", "yes_no"),
)
_NEW: Final = "new"


class PartnersScreen(SeveralScreen):
    """One table for who we are and what each can agree to; add as you go."""

    PLACE = actions.PARTNERS
    FIRST = "There is nothing to agree to on this page."
    BINDINGS = [
        *bindings.for_place(actions.PARTNERS),
        Binding("escape", "leave_field", show=False),
        Binding("ctrl+s", "accept", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._keep: Timer | None = None
        self._texts: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.session.page.questions

    @property
    def clauses(self) -> tuple[str, ...]:
        return tuple(q.id for q in self.questions if q.makes_clause)

    def compose(self) -> ComposeResult:
        first = self.questions[0]
        self._texts, rows = self._start()
        columns = [*IDENTITY, *(col for q in self.questions for col in q.columns), *PRESENCE]
        yield Header()
        with Horizontal(id="body"):
            with VerticalScroll(id="asking", can_focus=False):
                yield Static(Content.styled(first.ask, "bold"), id="ask")
                yield Static(labelled("Read aloud", first.read_aloud), id="aloud")
                yield Table(
                    self.session.group,
                    columns,
                    rows,
                    self._texts,
                    self._note,
                    names={},
                    can_add=True,
                    starts_with=self._new_partner(),
                    grows=_NEW,
                )
                yield Fields(self.session.group, self._note)
            with VerticalScroll(id="reading", can_focus=False):
                yield ClauseView(id="clause")
                yield Positions()
        yield Static(id="message")
        yield Footer(self.PLACE, "Enter next")

    async def on_mount(self) -> None:
        slots = [Slot(field_key(f), f) for q in self.questions for f in q.fields]
        await self._extra.show(slots, self._texts)
        self._show_clauses()
        self.show_header()
        self.tell("")
        await self.table.start_or_add()

    @property
    def table(self) -> Table:
        return self.query_one(Table)

    @property
    def _extra(self) -> Fields:
        """The fields below the table: friends, advisers, how fast we answer."""
        return next(f for f in self.query(Fields) if f.parent is not self.table)

    async def show(self, *, positions: bool = False) -> None:
        """Show the page afresh."""
        await self.recompose()
        await self.on_mount()
        if positions:
            self.query_one(Positions).focus()

    def _start(self) -> tuple[dict[str, str], list[str]]:
        """The texts to start with, and the rows: a partner each, then those half typed."""
        record = self.session.record
        texts: dict[str, str] = {}
        for question in self.questions:
            answer = self.session.starting_answer(question)
            texts |= texts_of(question, answer, self.session.group)
        for partner in record.present:
            texts |= self._identity_texts(partner)
        half = self.session.half_typed.get(self.questions[0].id, {})
        texts |= half
        rows = [p.id for p in record.present]
        rows += [row for row in half.get(ROWS, "").split() if row.startswith(_NEW)]
        self._ids = {row: row for row in rows if not row.startswith(_NEW)}
        return texts, rows

    def _new_partner(self) -> dict[str, str]:
        texts = {"committee": "committee", "here": "yes", "lead": "no"}
        for question in self.questions:
            texts |= new_row_texts(self.session, question)
        return texts

    def _identity_texts(self, partner: Partner) -> dict[str, str]:
        record = self.session.record
        said = {
            "name": partner.name,
            "short": partner.short,
            "body": partner.body,
            "committee": partner.committee,
            "here": "no" if partner.id in record.absent else "yes",
            "lead": "yes" if partner.id == record.lead else "no",
        }
        columns = {f.id: f for f in (*IDENTITY, *PRESENCE)}
        return {cell_key(partner.id, columns[id]): text for id, text in said.items()}

    # Typing

    def _note(self, key: str, text: str) -> None:
        if self._texts.get(key, "") == text:
            return  # a line says so too when it is first shown
        self._texts[key] = text
        if self._keep is None:
            self._keep = self.set_timer(0.3, self.keep_typing)

    def keep_typing(self) -> None:
        """Hand what is half typed to the session."""
        if self._keep is not None:
            self._keep.stop()
            self._keep = None
            self.workspace.apply(c.Type(self.questions[0].id, self._half_typed()))

    def _half_typed(self) -> dict[str, str]:
        """The texts, with each row under its partner's id once it has one."""
        texts: dict[str, str] = {}
        for key, text in self._texts.items():
            first, _, rest = key.partition(".")
            row, _, column = rest.partition(".")
            if text and first == ROWS and row:
                texts[f"{ROWS}.{self._ids.get(row, row)}.{column}"] = text
            elif text:
                texts[key] = text
        return texts | {ROWS: " ".join(self._ids.get(row, row) for row in self.table.rows)}

    async def on_table_rows_changed(self, event: Table.RowsChanged) -> None:
        """A partner row that went: the partner is removed, not forgotten."""
        event.stop()
        for row, partner in list(self._ids.items()):
            if row not in self.table.rows:
                del self._ids[row]
                self.apply(c.RemovePartner(partner))
                self.tell("Removed. “z” takes that back, once you are out of the line.")
        if len(self.table.rows) > len(self._ids) and (late := joins_late(self.session.record)):
            self.tell(late)
        self._show_clauses()

    # Accepting

    async def on_table_done(self, event: Table.Done) -> None:
        event.stop()
        await self.action_accept()

    async def on_fields_done(self, event: Fields.Done) -> None:
        event.stop()
        await self.action_accept()

    async def action_accept(self) -> None:
        """Take every partner, then both answers; what is missing is pointed at, kindly."""
        for row in list(self.table.rows):
            if not await self._take_partner(row):
                return
        if not self.session.record.present:
            self.tell("Please type the name of at least one organisation.")
            return
        self._stop_keeping()
        for question in self.questions:
            typed = self._read(question)
            if typed.mistakes:
                self.table.show_mistakes(typed.mistakes) or self._extra.show_mistakes(
                    typed.mistakes
                )
                self.tell("One thing here could not be read. The line below it says what to type.")
                return
            self.apply(c.Answer(question.id, typed.answer))
        self._show_clauses()
        self.show_header()
        self.query_one(Positions).focus()

    def _stop_keeping(self) -> None:
        if self._keep is not None:
            self._keep.stop()
            self._keep = None

    async def _take_partner(self, row: str) -> bool:
        """Add or change the partner of a row; False if its name will not do."""
        said = {f.id: self._texts.get(cell_key(row, f), "").strip() for f in (*IDENTITY, *PRESENCE)}
        if row not in self._ids and not any(said[f.id] for f in IDENTITY[:3]):
            return True  # an empty row at the end
        identity = {f.id: said[f.id] for f in IDENTITY}
        if row in self._ids:
            events = self.apply(c.ChangePartner(self._ids[row], **identity))
        else:
            events = self.apply(c.AddPartner(**identity))
            if not _refused(events):
                self._ids[row] = self.session.record.partners[-1].id
        if _refused(events):
            await self.table.open_row(self.table.rows.index(row))
            return False
        partner = self._ids[row]
        absent = said["here"].lower().startswith("n")
        if absent != (partner in self.session.record.absent):
            self.apply(c.SetAbsent(partner, absent))
        leads = said["lead"].lower().startswith("y")
        if leads != (self.session.record.lead == partner):
            self.apply(c.SetLead(partner if leads else ""))
        return True

    def _read(self, question: Question) -> Typed:
        """What the table says of one question, with each row under its partner's id."""
        rows = [row for row in self.table.rows if row in self._ids]
        texts = {k: t for k, t in self._texts.items() if k.startswith("fields.")}
        said = self.session.entry(question.id).answer
        here = [self._ids[row] for row in rows]
        left = [row.id for row in said.rows if row.id not in here] if said else []
        texts[ROWS] = " ".join([*here, *left])  # what was said of those who left is kept
        cells = {k: t for k, t in self._texts.items() if k.startswith(f"{ROWS}.")}
        texts |= {k: t for k, t in cells.items() if k.split(".")[1] in left}
        for row in rows:
            for column in question.columns:
                key = cell_key(self._ids[row], column)
                texts[key] = self._texts.get(cell_key(row, column), "")
        return read_texts(question, texts, self.session.group)

    def _show_clauses(self) -> None:
        answers = [self._read(q).answer for q in self.questions]
        self.query_one(ClauseView).show(self.session, self.questions, answers)
        self.query_one(Positions).show(self.session, self.clauses)

    # Moves

    def rest(self) -> None:
        self.call_after_refresh(self.action_leave_field)

    def action_leave_field(self) -> None:
        self.query_one(Positions).focus()

    async def do_back(self) -> None:
        self.keep_typing()
        await self.shell.back(self.session.at)

    async def do_skip(self) -> None:
        self.keep_typing()
        await self.shell.after(self.session.at)

    async def do_why(self) -> None:
        self.keep_typing()
        await self.shell.open_why(self.questions[0])


def _refused(events: tuple[e.Event, ...]) -> bool:
    return any(isinstance(event, e.Refused) for event in events)
