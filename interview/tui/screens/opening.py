"""The first questions on one screen: tick what applies, Enter, and on."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interview import actions
from interview import commands as c
from interview.tui import bindings
from interview.tui.literal import literal
from interview.tui.screens.base import AgreementScreen
from interview.tui.sentences import consequences_in_words
from interview.tui.widgets.footer import Footer
from interview.tui.widgets.header import Header
from interview.tui.widgets.tick import Tick
from interview.typed import Typed, read_texts, texts_of
from questions.model import Question
from questions.values import ANSWER


class OpeningScreen(AgreementScreen):
    """What we do together, and what is involved."""

    PLACE = actions.TRIGGERS
    BINDINGS = [
        *bindings.for_place(actions.TRIGGERS),
        Binding("enter,ctrl+s", "accept", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown_below = False
        self._warned = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.session.page.questions

    def compose(self) -> ComposeResult:
        yield Header()
        with VerticalScroll(id="body", can_focus=False):
            said_no = False
            for question in self.questions:
                texts = self._texts(question)
                if question.options:
                    yield Static(literal(question.ask, "bold"), classes="ask")
                    chosen = texts.get(ANSWER, "").split("\n")
                    for option in question.options:
                        yield Tick(question.id, option.id, option.label, on=option.id in chosen)
                else:
                    if not said_no:
                        yield Static(
                            Content.assemble(
                                ("Which of these are true?", "bold"), " Tick, or y and n."
                            ),
                            classes="ask",
                        )
                        said_no = True
                    yield Tick(question.id, "", question.ask, on=texts.get(ANSWER) == "yes")
        yield Static(id="message")
        yield Footer(self.PLACE, "Space tick   Enter go on")

    def _texts(self, question: Question) -> dict[str, str]:
        if question.id in self.session.half_typed:
            return dict(self.session.half_typed[question.id])
        answer = self.session.starting_answer(question)
        return texts_of(question, answer, self.session.group)

    def on_mount(self) -> None:
        self.query(Tick).first().focus()
        self.tell("")
        self.show_header()

    async def show(self, *, positions: bool = False) -> None:
        """Show the page afresh."""
        await self.recompose()
        self.on_mount()

    async def action_accept(self) -> None:
        """Take every answer on the page."""
        if self._below():
            return
        commands = [c.Answer(q.id, self._typed(q).answer) for q in self.questions]
        told = " ".join(
            filter(
                None,
                (
                    consequences_in_words(self.session, self.session.consequences(x))
                    for x in commands
                ),
            )
        )
        if told and told != self._warned:
            self._warned = told
            self.tell(f"{told} Enter again to go on.")
            return
        for command in commands:
            self.apply(command)
        await self.shell.after(self.session.at)

    def on_tick_changed(self, event: Tick.Changed) -> None:
        """Keep what is ticked, though it is not an answer yet."""
        event.stop()
        question = self.session.bank.find(event.question)
        assert question is not None
        self.workspace.apply(c.Type(question.id, {ANSWER: self._text(question)}))

    def _below(self) -> bool:
        """Show once what nobody can have seen yet, instead of taking it for a no."""
        seen = self.query_one("#body").content_region
        last = self.query(Tick).last()
        if self._shown_below or seen.contains_region(last.region):
            return False
        self._shown_below = True
        last.focus()
        self.tell("There is more here. Tick what is true, then press Enter.")
        self.call_after_refresh(last.scroll_visible, animate=False)
        return True

    def _typed(self, question: Question) -> Typed:
        return read_texts(question, {ANSWER: self._text(question)}, self.session.group)

    def _text(self, question: Question) -> str:
        ticks = [t for t in self.query(Tick) if t.question == question.id]
        if question.options:
            return "\n".join(t.option for t in ticks if t.on)
        return "yes" if any(t.on for t in ticks) else "no"

    async def do_back(self) -> None:
        await self.shell.back(self.session.at)

    async def do_skip(self) -> None:
        await self.shell.after(self.session.at)
