"""The question screen: what is asked, an editor, the clause it makes, and who agrees."""

from __future__ import annotations

import time
from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from interview import actions
from interview import commands as c
from interview.gaps import soft_line, still_empty, unsaid
from interview.stop_signs import LABEL
from interview.tui import bindings
from interview.tui.literal import literal
from interview.tui.screens.agreeing import ENTER_FIRST
from interview.tui.screens.base import KEEP
from interview.tui.screens.rounding import RoundScreen
from interview.tui.screens.standing import ASIDE
from interview.tui.sentences import consequences_in_words
from interview.tui.widgets.clause import ClauseView
from interview.tui.widgets.editors import editor_for
from interview.tui.widgets.editors.base import Editor
from interview.tui.widgets.footer import Footer
from interview.tui.widgets.header import Header
from interview.tui.widgets.line_form import LineForm
from interview.tui.widgets.positions import Positions
from interview.tui.widgets.stuck import Stuck
from interview.typed import Typed, field_key, read_texts, texts_of
from questions.values import Answer

PAUSE: Final = 0.25
"""Seconds without a key after which the clause follows what was typed."""


_WHY: Final = actions.shown_key(actions.BY_ID["why"].key)


class QuestionScreen(RoundScreen):
    """One question at a time; the same screen for all of them."""

    PLACE = actions.QUESTION
    BINDINGS = [
        *bindings.for_place(actions.QUESTION),
        Binding("escape", "leave_field", show=False),
        Binding("enter", "enter", show=False),
        Binding("ctrl+s", "accept", show=False),
        Binding("space", "next_speaker", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown", "scroll_page(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.editor: Editor | None = None
        """The editor, once the round (if there is one) is done."""
        self.aside = {}
        self._clause_of = ""
        self._warned: Answer | None = None
        self._pause: Timer | None = None
        self._keep: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Header()
        with Horizontal(id="body"):
            with VerticalScroll(id="asking", can_focus=False):
                yield Static(id="ask")
                yield Static(id="aloud")
                yield Static(id="thoughts")
                yield Static(id="stop-sign")
                yield Vertical(id="editor")
                yield Static(id="soft")
                yield Vertical(id="aside")
                yield Stuck()
            with VerticalScroll(id="reading", can_focus=False):
                yield ClauseView(id="clause")
                yield Positions()
        yield Static(id="message")
        yield Footer(self.PLACE)

    async def on_mount(self) -> None:
        await self.show()

    async def show(self, *, positions: bool = False) -> None:
        """Show the session's open question."""
        question = self.session.question
        new = question.id != self.shown
        self.shown = question.id
        self._warned = None
        self._forget_typing()
        if new:
            half = self.session.half_typed.get(question.id, {})
            self.aside = {key: text for key, text in half.items() if key.startswith(ASIDE)}
            entry = self.session.entry(question.id)
            heard = entry.dealt_with or question.id in self.session.heard
            waiting = question.weight == "talk" and not heard
            self.begin_round(done=not waiting or bool(self._half_typed()))
        self.query_one("#ask", Static).update(Content.styled(question.ask, "bold"))
        self.show_aloud()
        self.tell("")
        await self.query_one("#aside").remove_children()
        await self._show_editor()
        self._show_stop_signs()
        self._show_clause()
        self._show_soft()
        # The focus brings its line into sight a frame later; what is asked must stay in sight.
        self.call_after_refresh(self.call_after_refresh, self._to_the_top)
        self.show_header()
        if positions:
            self.query_one(Positions).focus()

    def _to_the_top(self) -> None:
        for pane in self.query("#body, #asking, #reading"):
            pane.scroll_home(animate=False, immediate=True)

    async def _show_editor(self) -> None:
        slot = self.query_one("#editor")
        await slot.remove_children()
        self.editor = None
        if not self._round_done:
            self.set_focus(None)
            self.query_one(Footer).show(typing=False, first="Enter the round is done")
            return
        self.query_one(Footer).show(typing=False, first="Enter accept")
        editor = editor_for(self.question.kind)(self.session, self.question, self._texts())
        await slot.mount(editor)
        self.editor = editor
        await editor.start()

    def _texts(self) -> dict[str, str]:
        """What is half typed; or the answer; or what is usual, marked but not yet taken."""
        return self._half_typed() or self._start_texts()

    def _half_typed(self) -> dict[str, str]:
        """What is half typed in the editor: not below it, nor on a page shared with others."""
        typed = self.session.half_typed.get(self.shown, {})
        return {key: text for key, text in typed.items() if not key.startswith(ASIDE)}

    def _start_texts(self) -> dict[str, str]:
        question = self.question
        answer = self.session.starting_answer(question)
        if self.session.entry(question.id).answer is None:
            answer = self.session.usual(question) or answer
        return texts_of(question, answer, self.session.group)

    def _read(self) -> Typed:
        if self.editor is None:
            return Typed(self.session.starting_answer(self.question))
        return read_texts(self.question, self.editor.texts, self.session.group)

    @property
    def to_be_taken(self) -> bool:
        """Whether what is on the screen is not the answer that was taken."""
        typed, entry = self._read(), self.session.entry(self.shown)
        shown = self.session.as_taken(self.question, typed.answer)
        return bool(typed.mistakes) or not entry.settled or shown != (entry.answer or Answer())

    def _show_clause(self) -> None:
        question = self.question
        typed = self._read() if self._round_done else Typed(Answer())
        if not typed.mistakes or self._clause_of != question.id:
            self.query_one(ClauseView).show(self.session, [question], [typed.answer])
            self._clause_of = question.id  # what cannot be read leaves it as it was
        asked = question.makes_clause and self._round_done
        self.query_one(Positions).show(self.session, (question.id,) if asked else ())
        self.query_one("#reading").display = question.makes_clause

    def _show_soft(self) -> None:
        """One soft line for a word that promises nothing; Enter goes on regardless."""
        said = ""
        if self._round_done:
            said = soft_line(self.session, self.question, self._read().answer)
        soft = self.query_one("#soft", Static)
        if said != str(soft.content):
            soft.update(literal(said))
        soft.display = bool(said)

    def _show_stop_signs(self) -> None:
        """What is worth knowing here, in a line: there has to be room left to type in."""
        titles = [f"{sign.title}." for sign in self.session.stop_signs(self.shown)]
        sign = self.query_one("#stop-sign", Static)
        sign.display = bool(titles)
        sign.update(
            Content.assemble(
                (f"{LABEL}  ", "bold $accent"),
                " ".join(titles),
                (f" {_WHY} says whom to ask.", "italic"),
            )
        )

    def show_footer(self) -> None:
        super().show_footer()
        self.query_one(Stuck).show(typing=self.typing)

    # Typing

    def on_editor_edited(self, event: Editor.Edited) -> None:
        """Typing has begun: look again when it may have paused, and keep it meanwhile."""
        event.stop()
        self._pause = self._pause or self.set_timer(PAUSE, self._look_for_pause)
        self._keep = self._keep or self.set_timer(KEEP, self.keep_typing)

    def _look_for_pause(self) -> None:
        self._pause = None
        editor = self.editor
        if editor is None:
            return
        since = time.monotonic() - editor.last_edit
        if since < PAUSE:
            self._pause = self.set_timer(PAUSE - since, self._look_for_pause)
            self._keep = self._keep or self.set_timer(KEEP, self.keep_typing)
        else:
            editor.caught_up()
            editor.paused()
            self._show_clause()
            self._show_soft()

    def typed_aside(self) -> None:
        self._keep = self._keep or self.set_timer(KEEP, self.keep_typing)

    def keep_typing(self) -> None:
        """Hand what is half typed to the session, which keeps it."""
        if self._keep is not None:
            self._keep.stop()
            self._keep = None
            # By the editor's own question: the screen may be on its way to another.
            question = self.editor.question.id if self.editor else self.shown
            texts = self.editor.texts if self.editor else {}  # none while a round goes on
            self.workspace.apply(c.Type(question, {**texts, **self.aside}))

    # Answering

    async def on_editor_accepted(self, event: Editor.Accepted) -> None:
        event.stop()
        await self.take_answer()

    async def action_accept(self) -> None:
        """Hand over what is typed below, if that is open; else the answer."""
        for form in self.query(LineForm):
            await form.action_submit()
            return
        await self.take_answer()

    async def take_answer(self) -> None:
        """Take the answer, unless a text means nothing or the group should know something."""
        if not self._round_done:
            await self._end_round()
            return
        typed = self._read()
        if typed.mistakes and self.editor and self.editor.show_mistakes(typed.mistakes):
            self.tell("One thing here could not be read. The line below it says what to type.")
            return
        command = c.Answer(self.shown, typed.answer)
        found = self.session.as_taken(self.question, typed.answer)
        if (blank := still_empty(self.session, self.question, found)) and self.editor:
            self.editor.show_mistakes({field_key(blank): "This is still empty."})
            self.tell("Nothing would be written yet. Fill this, or leave it open: Esc, then n.")
            return
        told = " ".join(
            filter(
                None,
                (
                    consequences_in_words(self.session, self.session.consequences(command)),
                    unsaid(self.session, self.question, found),
                ),
            )
        )
        if told and self._warned != typed.answer:
            self._warned = typed.answer
            self.tell(f"{told} Enter again to go on.")
            return
        self._forget_typing()
        self.apply(command)
        if self.aside:  # taking the answer above does not give up what is typed below
            self.workspace.apply(c.Type(self.shown, self.aside))
        await self._accepted()

    async def _accepted(self) -> None:
        self._show_stop_signs()
        self._show_clause()
        self.show_header()
        if self.question.makes_clause and self.session.entry(self.shown).settled:
            self.query_one(Positions).focus()
        else:
            await self.go_on()

    async def _end_round(self) -> None:
        if self.quiet_ended():
            return
        self.begin_round(done=True)
        self.show_aloud()
        await self._show_editor()
        self._show_clause()

    def _forget_typing(self) -> None:
        for timer in (self._pause, self._keep):
            if timer is not None:
                timer.stop()
        self._pause = self._keep = None

    async def go_on(self) -> None:
        """On to the next question, or back to where a change was asked for."""
        self.keep_typing()
        await self.shell.after(self.shown)

    async def action_enter(self) -> None:
        """Enter with nothing to type into: the round is done."""
        if not self._round_done:
            await self._end_round()

    def rest(self) -> None:
        self.call_after_refresh(self.action_leave_field)

    def action_leave_field(self) -> None:
        """Out of a text, so that letters are commands."""
        if self.question.makes_clause and self._round_done:
            self.query_one(Positions).focus()
        else:
            self.set_focus(None)

    def action_scroll_page(self, by: int) -> None:
        for pane in self.query("#asking, #reading").results(VerticalScroll):
            pane.scroll_relative(y=by * max(1, pane.size.height - 2), animate=False)

    # What is typed below

    async def on_line_form_closed(self, event: LineForm.Closed) -> None:
        event.stop()
        await self.close_aside()
        self.forget_aside()
        self._show_clause()
        self.show_header()
        if self.focused is None:
            self.action_leave_field()

    def forget_aside(self) -> None:
        """What was typed below is done with, or given up."""
        if self.aside:
            self.aside = {}
            texts = self.editor.texts if self.editor else {}
            self.workspace.apply(c.Type(self.shown, {} if texts == self._start_texts() else texts))

    # Other things to do with a question

    async def do_usual(self) -> None:
        """Take what is usual, with its blanks; a question without one says so."""
        usual = self.session.usual(self.question)
        if usual is None:
            self.tell("There is no usual choice here: this one is for you to say.")
            return
        self.begin_round(done=True)
        self.workspace.apply(c.Type(self.shown, texts_of(self.question, usual, self.session.group)))
        await self.show()

    async def do_skip(self) -> None:
        await self.go_on()

    async def do_keep_positions(self) -> None:
        self.apply(c.KeepPositions(self.shown))
        self._show_clause()

    async def do_why(self) -> None:
        self.keep_typing()
        await self.shell.open_why(self.question)

    async def do_words(self) -> None:
        self.keep_typing()
        if not self.session.entry(self.shown).settled:
            self.tell(ENTER_FIRST.replace("say who agrees", "change its sentences"))
            return
        await self.shell.open_words(self.question)

    async def do_back(self) -> None:
        self.keep_typing()
        await self.shell.back(self.shown)
