"""A clause's sentences, each to change, strike out, take back or add to."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import OptionList

from interview import actions
from interview import commands as c
from interview.tui import bindings
from interview.tui.screens.base import KEEP
from interview.tui.screens.list import ListScreen
from interview.tui.screens.standing import ASIDE
from interview.tui.widgets.sentence_form import SentenceForm
from interview.typed import texts_of
from questions.model import Question

_ADD = "add"


class WordsScreen(ListScreen):
    """The sentences of one clause."""

    PLACE = actions.WORDS
    HEADING = "Our own words. Enter changes a sentence; s strikes it out or takes it back in."
    BINDINGS = [
        *bindings.for_place(actions.WORDS),
        Binding("s", "strike", show=False),
        Binding("u", "suggested", show=False),
        Binding("escape", "close", show=False),
    ]

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question
        self._half: dict[str, str] = {}
        self._keep: Timer | None = None

    def compose(self) -> ComposeResult:
        parts = list(super().compose())
        yield from parts[:-1]
        yield Vertical(id="aside")
        yield parts[-1]

    def entries(self) -> list[tuple[str | None, Content]]:
        lines: list[tuple[str | None, Content]] = []
        for sentence in self.session.sentences(self._question):
            text = Content.styled(sentence.text, "strike dim" if sentence.struck else "")
            marks = [" (struck out)"] if sentence.struck else []
            if sentence.ours:
                marks.append(" (ours; u takes the suggested words back)")
            if sentence.outdated and sentence.suggested:
                marks.append(f"\n  Suggested now: {sentence.suggested}")
            lines.append((sentence.key, Content.assemble(text, ("".join(marks), "italic"))))
        return [*lines, (_ADD, Content("+ add a sentence of our own"))]

    async def chosen(self, id: str) -> None:
        sentence = next((s for s in self.session.sentences(self._question) if s.key == id), None)
        text = sentence.text if sentence else ""

        async def say(typed: str) -> None:
            if sentence is None:
                self.apply(c.AddSentence(self._question.id, typed))
            else:
                self.apply(c.Reword(self._question.id, id, typed))

        slot = self.query_one("#aside")
        await slot.remove_children()
        slot.display = True
        half = self.session.half_typed.get(self._question.id, {})
        key = _key(id)
        form = SentenceForm(half.get(key, text), lambda typed: self._typed(key, typed), say)
        await slot.mount(form)
        form.start()

    async def on_sentence_form_closed(self, event: SentenceForm.Closed) -> None:
        event.stop()
        # Out of sight and out of focus first: Textual may draw a page of text once more while it
        # goes, and by then it has no styles left to draw it with.
        slot = self.query_one("#aside")
        slot.display = False
        self.query_one(OptionList).focus()
        await slot.remove_children()
        if self._keep is not None:
            self._keep.stop()
            self._keep = None
        question = self._question
        answer = self.session.starting_answer(question)
        before = self._before()
        settled = before == texts_of(question, answer, self.session.group)
        self.workspace.apply(c.Type(question.id, {} if settled else before))
        self.call_later(self._again)

    def _typed(self, key: str, text: str) -> None:
        """Keep what is half typed, soon."""
        self._half = {key: text}
        self._keep = self._keep or self.set_timer(KEEP, self.keep_typing)

    def keep_typing(self) -> None:
        """Hand what is half typed to the session, which keeps it."""
        if self._keep is not None:
            self._keep.stop()
            self._keep = None
            self.workspace.apply(c.Type(self._question.id, {**self._before(), **self._half}))

    def _before(self) -> dict[str, str]:
        """What the question's editor holds, without what was typed here."""
        question, session = self._question, self.session
        answer = texts_of(question, session.starting_answer(question), session.group)
        typed = session.half_typed.get(question.id, answer)
        return {key: text for key, text in typed.items() if not key.startswith(ASIDE)}

    def _again(self) -> None:
        self.fill()
        self.query_one(OptionList).focus()

    @property
    def _at(self) -> str:
        widget = self.query_one(OptionList)
        if widget.highlighted is None:
            return _ADD
        return widget.get_option_at_index(widget.highlighted).id or _ADD

    def action_strike(self) -> None:
        """Strike the sentence out, or take it back in."""
        key = self._at
        struck = key in self.session.entry(self._question.id).struck
        if key != _ADD:
            self.apply((c.Restore if struck else c.Strike)(self._question.id, key))
            self.fill()

    def action_suggested(self) -> None:
        """Back to the suggested words."""
        if self._at != _ADD:
            self.apply(c.RestoreSuggested(self._question.id, self._at))
            self.fill()

    async def action_close(self) -> None:
        await self.shell.show_current(positions=True)


def _key(sentence: str) -> str:
    return f"{ASIDE}words.{sentence}"
