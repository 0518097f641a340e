"""`choice`, `choices` and `yes_no`: a list to choose from, and the blanks of what is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from interview.session import Session
from interview.tui.widgets.editors.base import Editor
from interview.tui.widgets.editors.fields import Fields, Slot
from interview.tui.widgets.line import Line
from interview.typed import field_key, read_texts
from questions.model import Option, Question
from questions.values import ANSWER, OTHER

_YES_NO = (Option("yes", "Yes"), Option("no", "No"))
_SOMETHING_ELSE = Option(OTHER, "Something else, in our own words")
_OWN = f"{OTHER}: "


class Options(Widget, can_focus=True):
    """The options, marked by ( ) or [ ]. Arrows, numbers or a click choose; space ticks."""

    FOCUS_ON_CLICK = False  # the lines would move between the press and the click

    class Chosen(Message):
        """The marks changed."""

    class Entered(Message):
        """Enter was pressed on the list."""

    def __init__(self, options: tuple[Option, ...], *, many: bool, usual: frozenset[str]) -> None:
        super().__init__()
        self.options = options
        self.many = many
        self.usual = usual
        self.chosen: list[str] = []
        self._cursor = 0

    def choose(self, ids: list[str]) -> None:
        """Mark these, and put the cursor on the first."""
        known = [o.id for o in self.options]
        self.chosen = [id for id in ids if id in known]
        if self.chosen:
            self._cursor = known.index(self.chosen[0])
        self.refresh(layout=True)

    def render(self) -> Content:
        return Content("\n").join([self._option(n) for n in range(len(self.options))])

    def _option(self, n: int) -> Content:
        """One option; what explains it is there while the cursor is on it."""
        option = self.options[n]
        on = option.id in self.chosen
        mark = ("[x]" if on else "[ ]") if self.many else ("(•)" if on else "( )")
        here = self.has_focus and n == self._cursor
        said = Content.assemble(
            ("▸" if here else " ", "bold"),
            (f"{mark} {n + 1} {option.label}", "bold" if here or on else ""),
            ("  usual" if option.id in self.usual else "", "italic dim"),
        )
        if not (here and option.explain):
            return said
        return Content.assemble(said, (f"\n       {option.explain}", "dim"))

    def on_focus(self) -> None:
        self.refresh(layout=True)

    def on_blur(self) -> None:
        self.refresh(layout=True)

    def on_click(self, event: events.Click) -> None:
        below = 0
        for n in range(len(self.options)):
            below += self._option(n).get_height({}, self.content_size.width)
            if event.y < below:
                self._cursor = n
                self._mark(n)
                break
        self.focus()

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down"):
            self._cursor = (self._cursor + (1 if event.key == "down" else -1)) % len(self.options)
            if not self.many:
                self._mark(self._cursor)
            self.refresh(layout=True)
        elif event.key == "space":
            self._mark(self._cursor)
        elif event.key.isdigit() and 0 < int(event.key) <= len(self.options):
            self._cursor = int(event.key) - 1
            self._mark(self._cursor)
        elif event.key == "enter":
            self.post_message(self.Entered())
        else:
            return
        event.stop()

    def choose_here(self) -> None:
        """Mark the option under the arrow."""
        self._mark(self._cursor)

    def _mark(self, n: int) -> None:
        id = self.options[n].id
        if not self.many:
            self.chosen = [id]
        elif id in self.chosen:
            self.chosen.remove(id)
        else:
            self.chosen.append(id)
        self.refresh(layout=True)
        self.post_message(self.Chosen())


class ChooseEditor(Editor):
    """The list, a line for "something else", and the blanks that the choice leaves."""

    def __init__(self, session: Session, question: Question, texts: Mapping[str, str]) -> None:
        super().__init__(session, question, texts)
        usual = session.usual(question)
        said = usual.value if usual else None
        ids = said if isinstance(said, tuple) else ((said,) if isinstance(said, str) else ())
        options = question.options or _YES_NO
        if question.options and question.something_else:
            options = (*options, _SOMETHING_ELSE)
        self._list = Options(
            options,
            many=question.kind == "choices",
            usual=frozenset(id for id in ids if isinstance(id, str)),
        )
        self._own = Line(placeholder="in your own words", classes="own-words")
        self._fields = Fields(session.group, self.edited)

    def compose(self) -> ComposeResult:
        yield self._list
        yield self._own
        yield self._fields

    async def on_mount(self) -> None:
        lines = self.texts.get(ANSWER, "").split("\n")
        own = next((line.removeprefix(_OWN) for line in lines if line.startswith(_OWN)), None)
        with self._own.prevent(Input.Changed):
            self._own.value = own or ""
        self._list.choose([OTHER if line.startswith(_OWN) else line for line in lines])
        await self._show_fields()

    def start(self) -> None:
        self._list.focus()

    def show_mistakes(self, mistakes: Mapping[str, str]) -> bool:
        return self._fields.show_mistakes(mistakes)

    async def _show_fields(self) -> None:
        self._own.display = OTHER in self._list.chosen
        answer = read_texts(self.question, self.texts, self.session.group).answer
        live = self.session.live_fields(self.question, answer) if self._list.chosen else ()
        await self._fields.show([Slot(field_key(f), f) for f in live], self.texts)

    async def on_options_chosen(self, event: Options.Chosen) -> None:
        event.stop()
        self._keep()
        await self._show_fields()

    def on_options_entered(self, event: Options.Entered) -> None:
        event.stop()
        if not self._list.chosen and not self._list.many:
            self._list.choose_here()  # seen before it is taken, by another Enter
        elif OTHER in self._list.chosen and not self._own.value.strip():
            self._own.focus()
        elif not self._focus_required():
            self.post_message(self.Accepted())

    def _focus_required(self) -> bool:
        """Focus the first blank that must be filled and is not."""
        for line in self._fields.inputs:
            if line.slot.field.required and not line.value.strip():
                line.focus()
                return True
        return False

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input is self._own:
            self._keep()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not self._focus_required():
            self.post_message(self.Accepted())

    def on_fields_done(self, event: Fields.Done) -> None:
        event.stop()
        self.post_message(self.Accepted())

    def _keep(self) -> None:
        """The marks as text; the group's own words stand behind "other: "."""
        own = " ".join(self._own.value.split())
        lines = [
            f"{_OWN}{own}" if id == OTHER else id for id in self._ordered() if id != OTHER or own
        ]
        self.edited(ANSWER, "\n".join(lines))

    def _ordered(self) -> list[str]:
        return [o.id for o in self._list.options if o.id in self._list.chosen]
