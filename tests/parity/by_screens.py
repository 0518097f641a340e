"""Somebody at the screens, who answers as a finished interview says: with keys alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.widgets import Input, OptionList, TextArea

from interview.session import Session
from interview.tui.app import JointWorking
from interview.tui.screens.block import BlockScreen
from interview.tui.screens.finish import FinishScreen
from interview.tui.screens.opening import OpeningScreen
from interview.tui.screens.partners import PartnersScreen
from interview.tui.screens.question import QuestionScreen
from interview.tui.screens.words import WordsScreen
from interview.tui.widgets.editors.base import Editor
from interview.tui.widgets.editors.choose import ChooseEditor, Options
from interview.tui.widgets.editors.fields import FieldInput
from interview.tui.widgets.editors.page import PageEditor
from interview.tui.widgets.editors.table import RowList, Table
from interview.tui.widgets.positions import STANCE_KEYS, Positions
from interview.tui.widgets.tick import Tick
from interview.typed import row_ids, texts_of
from interview.workspace import Workspace
from questions.language import date
from questions.model import Question
from questions.values import ANSWER, OTHER
from tests.parity.hands import Hands
from tests.parity.interviews import page_of_usual, said_to

_OWN: Final = f"{OTHER}: "
_SIZE: Final = (100, 40)
_KEY_OF: Final = {stance: key for key, stance in STANCE_KEYS.items()}


async def answer_on_screens(workspace: Workspace, target: Session) -> None:
    """Hold the whole interview, and leave."""
    app = JointWorking(workspace)
    async with app.run_test(size=_SIZE):
        await _Person(Hands(app), target).interview()
    workspace.close()


class _Person:
    """Knows what is to be said, and looks at the screen to see where to say it."""

    def __init__(self, hands: Hands, target: Session) -> None:
        self._hands, self._target = hands, target

    async def interview(self) -> None:
        """Every page as it comes, then out by the finish screen."""
        done: set[str] = set()
        while not isinstance(screen := self._hands.screen, FinishScreen):
            question = self._hands.session.page.questions[0]
            assert question.id not in done, f"we come back to {question.id}"
            done.add(question.id)
            if isinstance(screen, OpeningScreen):
                await self._opening(screen)
            elif isinstance(screen, PartnersScreen):
                await self._partners(screen)
            elif isinstance(screen, BlockScreen):
                await self._usual_clauses(screen)
            else:
                assert isinstance(screen, QuestionScreen), screen
                await self._question(screen, question)
        await self._hands.press("ctrl+q")

    def _texts(self, question: Question) -> dict[str, str]:
        return texts_of(question, said_to(self._target, question), self._target.group)

    # The pages

    async def _opening(self, screen: OpeningScreen) -> None:
        """Tick what is ticked."""
        for tick in screen.query(Tick):
            question = self._target.bank.find(tick.question)
            assert question is not None
            said = self._texts(question).get(ANSWER, "").split("\n")
            if tick.on != ((tick.option or "yes") in said):
                await self._hands.tab_to(tick)
                await self._hands.press("space")
        await self._hands.press("enter")

    async def _partners(self, screen: PartnersScreen) -> None:
        """Type in the partners row by row; the page's other lines; then Enter, and positions."""
        hands, table = self._hands, screen.table
        texts = {key: text for q in screen.questions for key, text in self._texts(q).items()}
        for n, partner in enumerate(self._target.record.present):
            said = self._partner(partner.id, texts)
            known = table.rows[n] == partner.id
            if known:
                await hands.row(table.query_one(RowList), n)
            lines = list(table.query(FieldInput))
            await hands.fill([(line, said[line.slot.field.id]) for line in lines])
            if not known:  # Enter after the last line makes the next row
                await hands.tab_to(lines[-1])
                await hands.press("enter")
        below = [line for line in screen.query(FieldInput) if table not in line.ancestors]
        changed = [(x, t) for x in below if (t := texts.get(x.slot.key, "")) != x.value]
        await hands.fill(changed)
        # Enter on the empty row that is left says that there are no more partners.
        await hands.press("ctrl+s" if changed or known else "enter")
        if any(self._apart(q, screen.questions[0]) for q in screen.questions):
            await self._clause_by_clause(screen.questions)
        else:
            await self._positions(screen.query_one(Positions), screen.questions[0])

    def _apart(self, question: Question, first: Question) -> bool:
        """Whether more is said of a clause than the page that it shares with others can take."""
        entry = self._target.entry(question.id)
        reasons = any(held.reason for held in entry.positions.values())
        said = entry.note or entry.reworded or entry.struck or reasons
        stances, others = (
            {id: held.stance for id, held in self._target.entry(q.id).positions.items()}
            for q in (question, first)
        )
        return bool(said) or entry.standing != "decided" or stances != others

    async def _clause_by_clause(self, questions: tuple[Question, ...]) -> None:
        """From check answers to each of them, and then on."""
        hands = self._hands
        await hands.press("f3")
        for question in questions:
            await hands.line(hands.screen.query_one(OptionList), question.id)
            await hands.press("enter")
            screen = hands.screen
            assert isinstance(screen, QuestionScreen), screen
            await self._note(question)
            await hands.press("escape")
            await self._words(question)
            await self._standing(screen, question)
        await hands.press("b", "ctrl+g")

    async def _usual_clauses(self, screen: BlockScreen) -> None:
        """Space for those left out; then the two lines, and one position for all the others."""
        hands, page = self._hands, page_of_usual(self._target)
        ticks = list(screen.query(Tick))
        taken = [q for q in page if self._target.entry(q.id).settled]
        for tick in ticks:
            if tick.on != (tick.question in [q.id for q in taken]):
                await hands.tab_to(tick)
                await hands.press("space")
        if len(page) > len(ticks):
            put_off = self._target.entry(page[-1].id)
            await hands.tab_to(screen.query(Input).first())
            await hands.fill_form([put_off.owner, date(put_off.by) if put_off.by else ""])
        else:
            await hands.press("ctrl+s")
        if taken:
            await self._positions(screen.query_one(Positions), taken[0])

    def _partner(self, id: str, texts: Mapping[str, str]) -> dict[str, str]:
        """What the table says of a partner, by column."""
        record = self._target.record
        partner = record.partner(id)
        assert partner is not None
        start = f"rows.{id}."
        cells = {k.removeprefix(start): t for k, t in texts.items() if k.startswith(start)}
        columns = {c.id: "" for q in self._target.bank.questions for c in q.columns}
        return {
            **columns,
            **cells,
            "name": partner.name,
            "short": partner.short,
            "body": partner.body,
            "committee": partner.committee,
            "here": "no" if id in record.absent else "yes",
            "lead": "yes" if id == record.lead else "no",
        }

    async def _question(self, screen: QuestionScreen, question: Question) -> None:
        """Round, note, answer, our own words, and what became of it."""
        hands = self._hands
        if screen.editor is None:
            await hands.press("enter")  # the round is done
        await self._note(question)
        if self._target.entry(question.id).answer is not None:
            assert screen.editor is not None
            await self._answer(screen.editor, question)
            await hands.press("enter" if isinstance(hands.focused, Options) else "ctrl+s")
            await self._words(question)
        await self._standing(screen, question)

    async def _note(self, question: Question) -> None:
        if note := self._target.entry(question.id).note:
            await self._hands.press("escape", "j")
            await self._hands.fill_form([note])

    async def _standing(self, screen: QuestionScreen, question: Question) -> None:
        hands, entry = self._hands, self._target.entry(question.id)
        taken_on = [entry.owner, date(entry.by) if entry.by else ""]
        if not entry.dealt_with:
            await hands.press("ctrl+g")
        elif entry.standing == "parked":
            await hands.press("f4")
            await hands.fill_form(taken_on)
        elif entry.standing == "disputed":
            views = [entry.views.get(p.id, "") for p in self._target.record.present]
            await hands.press("escape", "d")
            await hands.fill_form([*views, *taken_on])
        elif entry.standing != "decided":
            await hands.press("escape", "n" if entry.standing == "undecided" else "x")
        elif question.makes_clause:
            await self._positions(screen.query_one(Positions), question)

    # Answers

    async def _answer(self, editor: Editor, question: Question) -> None:
        texts = self._texts(question)
        if isinstance(editor, ChooseEditor):
            await self._choose(editor, texts.get(ANSWER, "").split("\n"))
        elif isinstance(editor, PageEditor):
            await self._hands.tab_to(editor.query_one(TextArea))
            await self._hands.write(texts.get(ANSWER, ""))
        tables = list(editor.query(Table))
        for table in tables:
            await self._rows(table, row_ids(texts), texts)
        lines = [x for x in editor.query(FieldInput) if not {*tables} & {*x.ancestors}]
        await self._hands.fill([(line, texts.get(line.slot.key, "")) for line in lines])

    async def _choose(self, editor: ChooseEditor, wanted: list[str]) -> None:
        """Options by number; then something else, if that is one of them."""
        options = editor.query_one(Options)
        ids = [OTHER if line.startswith(_OWN) else line for line in wanted]
        await self._hands.tab_to(options)
        for n, option in enumerate(options.options, 1):
            on, want = option.id in options.chosen, option.id in ids
            if (want and not on) or (options.many and on and not want):
                await self._hands.press(str(n))
        if OTHER in ids:
            own = next(line for line in wanted if line.startswith(_OWN))
            await self._hands.tab_to(editor.query_one(".own-words", Input))
            await self._hands.write(own.removeprefix(_OWN))

    async def _rows(self, table: Table, wanted: list[str], texts: Mapping[str, str]) -> None:
        """Rows are taken out, changed where they stand, and added at the end."""
        hands, rows = self._hands, table.query_one(RowList)
        for n in reversed(range(len(table.rows))):
            if table.rows[n] not in wanted:
                await hands.row(rows, n)
                await hands.press("delete")
        for n, row in enumerate(wanted):
            if n < len(table.rows):
                await hands.row(rows, n)
            else:
                await hands.tab_to(rows)
                await hands.press("plus")
            assert table.rows[n] == row, (table.rows, wanted)
            lines = table.query(FieldInput)
            await hands.fill([(line, texts.get(line.slot.key, "")) for line in lines])

    async def _words(self, question: Question) -> None:
        """Sentences changed, added and struck out, on the screen for that."""
        hands, entry = self._hands, self._target.entry(question.id)
        if not entry.reworded and not entry.struck:
            return
        suggested = {s.key for s in self._target.sentences(question) if s.suggested}
        await hands.press("f5")
        screen = hands.screen
        assert isinstance(screen, WordsScreen), screen
        lines = screen.query_one(OptionList)
        for key, ours in entry.reworded.items():
            await hands.line(lines, key if key in suggested else "add")
            await hands.press("enter")
            await hands.fill_form([ours.text])
        for key in sorted(entry.struck):
            await hands.line(lines, key)
            await hands.press("s")
        await hands.press("escape")

    # Positions

    async def _positions(self, positions: Positions, question: Question) -> None:
        """Numbers for those who do not simply agree; e for the rest, if they all do."""
        hands, record = self._hands, self._target.record
        held = self._target.entry(question.id).positions
        here = [p.id for p in record.present if p.id not in record.absent]
        everyone = bool(here) and all(id in held for id in here)
        assert hands.focused is positions, hands.focused
        names = [p.said for p in record.present]
        for partner in record.present:
            position = held.get(partner.id)
            if position is None:
                continue
            if position.stance == "agree" and not position.reason and everyone:
                continue
            await hands.partner(positions, partner.said, names)
            await hands.press(_KEY_OF[position.stance])
            if position.stance != "cannot-accept" and position.reason:
                await hands.partner(positions, partner.said, names)
                await hands.press("r")
            if position.stance == "cannot-accept" or position.reason:
                shown = "yes" if position.print_reason else ""
                await hands.fill_form([position.reason, position.would_change, shown])
        await hands.press("e" if everyone else "g")
