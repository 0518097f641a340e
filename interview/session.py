"""The session: the one thing that changes. Commands in, events out.

It knows nothing of screens, files or clocks: the time is handed in, and whoever holds the
session saves what it makes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Literal, get_args

from attrs import evolve, frozen

from interview import commands as c
from interview import events as e
from interview import flow as flows
from interview import tonight
from interview.assemble import assemble
from interview.changes import Scene, change, tidy
from interview.clauses import Renderer, Sentence, clause, names_of, sentences
from interview.consequences import State, between
from interview.drafted import draft_of
from interview.flow import Flow, Page, Progress
from interview.meetings import at_meeting, evening, with_people_here
from interview.record import SHEET, Entry, Record
from interview.refusal import Refusal
from interview.taking import Block
from interview.timekeeper import Timekeeper
from outputs.agreement import Agreement, Clause
from outputs.numbering import by_theme, fingerprint, table_of
from questions import answers, wording
from questions.answers import usual_answer
from questions.draft import Draft
from questions.group import Group
from questions.model import Bank, Field, Question, StopSign
from questions.rules import so
from questions.text import clean
from questions.values import Answer, Value

Clock = Callable[[], dt.datetime]
"""Gives the local time, without a time zone."""

View = Literal["open", "stands", "ask-again", "absent"]
"""Where a partner stands on a clause: nothing said, said, said of other words, not here."""


@frozen
class _Past:
    """A record that a change replaced, and the question it was made at."""

    record: Record
    at: str


class Session:
    """One agreement being talked through.

    Attributes:
        record: everything said so far; replaced by each change, never altered.
        at: the id of the question that is open.
        half_typed: text not yet accepted, by question and editor field.
        time: counts how long this sitting has taken, and each question.
        jottings: what partners thought in a round, by question and partner; never saved.
        heard: the questions whose round is done in this sitting.
        going_on: whether more was asked for; then what is dealt with is passed by on the way.
        revision: goes up by one with each change and each move.
    """

    record: Record
    group: Group
    flow: Flow
    _agreement: Agreement | None
    _draft: Draft | None

    def __init__(
        self,
        bank: Bank,
        record: Record,
        clock: Clock,
        at: str = "",
        time: Timekeeper | None = None,
    ) -> None:
        self.bank = bank
        self.clock = clock
        self.time = time or Timekeeper()
        self.jottings: dict[str, dict[str, str]] = {}
        self.heard: set[str] = set()
        self.half_typed: dict[str, dict[str, str]] = {}
        self.revision = 0
        self._renderer = Renderer()
        self._past: list[_Past] = []
        self._future: list[_Past] = []
        self.going_on = False
        self._take(record)
        known = bank.find(at) or flows.first_open(self.flow, record)
        self.at = known.id if known else self.flow.path[-1].id

    # What is so

    @property
    def question(self) -> Question:
        """The question that is open."""
        found = self.bank.find(self.at)
        assert found is not None, self.at
        return found

    @property
    def path(self) -> tuple[Question, ...]:
        """The questions that are asked, in order."""
        return self.flow.path

    @property
    def in_order(self) -> tuple[Question, ...]:
        """The same questions in the order of the bank, which is that of their clauses."""
        return tuple(q for q in self.bank.questions if q.id in self.flow.place)

    @property
    def page(self) -> Page:
        """The open question with those that are asked together with it."""
        return flows.page(self.flow, self.question)

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def entry(self, question: str = "") -> Entry:
        """What was said about a question; about the open one by default."""
        return self.record.entry(question or self.at)

    def starting_answer(self, question: Question) -> Answer:
        """What an editor starts from: the answer, or the defaults without a choice made."""
        said = self.entry(question.id).answer
        if said is None:
            start = answers.start(question, self.flow.facts, self.group)
            return with_people_here(question, start, self.record)
        return answers.with_new_partners(question, said, self.flow.facts, self.group)

    def new_row(self, question: Question) -> dict[str, Value]:
        """The cells that a row added to this question's table starts with."""
        return answers.row_defaults(question, self.flow.facts, self.group)

    def usual(self, question: Question) -> Answer | None:
        """What most groups like this one choose, or None."""
        return usual_answer(question, self.flow.facts, self.group)

    def as_taken(self, question: Question, answer: Answer) -> Answer:
        """An answer as it would be kept: in the bank's order, nothing empty, nothing unsaid."""
        said = wording.only_what_is_said(question, answer, self.flow.facts)
        return tidy(question, said) or Answer()

    def live_fields(self, question: Question, answer: Answer) -> tuple[Field, ...]:
        """The blanks that this answer leaves to fill."""
        return wording.live_fields(question, answer, self.flow.facts)

    def sentences(self, question: Question, answer: Answer | None = None) -> tuple[Sentence, ...]:
        """The clause's sentences, struck ones too; ``answer`` shows what another would make."""
        entry = self.entry(question.id)
        if answer is not None:
            entry = evolve(entry, answer=self.as_taken(question, answer))
        return sentences(question, entry, self.flow.facts, self.group)

    def table(self, question: Question, answer: Answer | None = None) -> list[list[str]]:
        """The clause's table in words, without its head."""
        entry = self.entry(question.id)
        if answer is not None:
            entry = evolve(entry, answer=self.as_taken(question, answer))
        made = clause(question, entry, self.flow.facts, self.group)
        return table_of(made, names_of(self.group))

    def clause(self, question: Question) -> Clause:
        """The clause as it stands."""
        return self._renderer.clause(question, self.record, self.flow.facts, self.group)

    def view(self, question: str, partner: str) -> View:
        """Where a partner stands on the clause as it now reads."""
        held = self.entry(question).positions.get(partner)
        if held is not None:
            return "stands" if held.saw == self._words(self.record, question) else "ask-again"
        return "absent" if partner in self.record.absent else "open"

    def number(self, question: str) -> str:
        """The number that the question's clause is printed under, or ""."""
        for _, _, clauses in by_theme(self.agreement()):
            for number, each in clauses:
                if each.question == question:
                    return number
        return ""

    def progress(self, theme: str = "") -> Progress:
        """How far the group has got, in all or within a theme."""
        return flows.progress(self.flow, self.record, theme)

    def agreement(self) -> Agreement:
        """The agreement as it stands: what is saved and printed."""
        made = self._agreement or assemble(
            self.bank, self.record, self.flow, self.group, self._renderer
        )
        if made.about.current != self.at:
            made = evolve(made, about=evolve(made.about, current=self.at))
        made = tonight.with_what_it_took(self, made)
        self._agreement = made
        return made

    @property
    def draft(self) -> Draft:
        """What is settled, as the bank's rules, rehearsals and stop signs see it."""
        self._draft = self._draft or draft_of(self)
        return self._draft

    def stop_signs(self, at: str = "") -> tuple[StopSign, ...]:
        """The stop signs whose trigger is so; those of one question, if it is named."""
        signs = (s for s in self.bank.stop_signs if at in ("", s.at))
        return tuple(sign for sign in signs if so(sign.when, self.draft))

    # What happens

    def apply(self, command: c.Command) -> tuple[e.Event, ...]:
        """Do what is asked, and say what came of it."""
        match command:
            case c.Type(question, texts):
                self._type(question, texts)
                return ()
            case c.Next():
                return self._step(1)
            case c.Back():
                return self._step(-1)
            case c.GoTo(question):
                return self._go_to(question)
            case c.GoDeeper():
                return self._go_deeper()
            case c.ParkTheRest():
                return self._park_the_rest(command)
            case c.Undo():
                return self._swap(self._past, self._future, "There is nothing to take back.")
            case c.Redo():
                return self._swap(self._future, self._past, "There is nothing that was taken back.")
            case _:
                return self._change(command)

    def consequences(self, command: c.Change) -> tuple[e.Consequence, ...]:
        """What a change would hide, ask, rewrite or open again, without making it."""
        try:
            new = self._changed(command)
        except Refusal:
            return ()
        return self._between(new, self._about(command))

    def _between(self, new: Record, about: tuple[str, ...]) -> tuple[e.Consequence, ...]:
        old = State(self.record, self.flow, self.group)
        return between(self.bank, old, new, about, self._renderer)

    def _change(self, command: c.Change) -> tuple[e.Event, ...]:
        try:
            new = self._changed(command)
        except Refusal as refusal:
            return (e.Refused(str(refusal)),)
        about = self._about(command)
        where = next(iter(about), "")
        if new == self.record:
            self._forget_typing(command)
            return ()
        now = self.clock().replace(microsecond=0)
        new = evolve(at_meeting(tonight.turn_the_page(self, new), evening(now)), changed=now)
        followed = self._between(new, about)
        if not isinstance(command, c.HandOut) and command != c.Begin():
            self._past.append(_Past(self.record, where or self.at))
            self._future.clear()
        self._take(new)
        self._forget_typing(command)
        return (e.Changed(where), *followed)

    def _about(self, command: c.Change) -> tuple[str, ...]:
        """The questions that a command is about, in the order they are asked."""
        if isinstance(command, c.TakeAsUsual):
            return tuple(q.id for q in self.path if q.id in self.flow.block)
        found = self.bank.find(getattr(command, "question", ""))
        return (found.id,) if found else ()

    def _changed(self, command: c.Change) -> Record:
        question = self.bank.find(getattr(command, "question", ""))
        if question and isinstance(command, c.Answer):
            command = evolve(command, answer=self.as_taken(question, command.answer))
        suggested: Mapping[str, str] = {}
        words = ""
        if question:
            words = self._words(self.record, question.id)
            suggested = {s.key: s.suggested for s in self.sentences(question)}
        mark = fingerprint(self.agreement()) if isinstance(command, c.HandOut) else ""
        before = self._words_before(question) if isinstance(command, c.KeepPositions) else ""
        block = self._block() if isinstance(command, c.TakeAsUsual) else Block()
        left = flows.not_talked_about(self.flow, self.record)
        scene = Scene(self.bank, self.clock(), words, suggested, before, mark, block, left)
        return change(self.record, command, scene)

    def _block(self) -> Block:
        """The page of usual clauses, with the answers that it would take."""
        short = self.bank.short
        page = [q for q in self.path if q.id in self.flow.block]
        if short is None or not page:
            return Block()
        found = {q.id: self.usual(q) for q in page if q.id in short.usual}
        usual = {q.id: self.as_taken(q, a) for q in page if (a := found.get(q.id)) is not None}
        return Block(usual, tuple(q.id for q in page if q.id in short.park))

    def _words(self, record: Record, question: str) -> str:
        found = self.bank.find(question)
        return self._renderer.words(found, record, self.flow.facts, self.group) if found else ""

    def _words_before(self, question: Question | None) -> str:
        """The clause as it read before its latest change in this sitting, or ""."""
        if question is None:
            return ""
        for past in reversed(self._past):
            flow, group = flows.walk(self.bank, past.record), past.record.group(self.group.today)
            words = self._renderer.words(question, past.record, flow.facts, group)
            if words != self._words(self.record, question.id):
                return words
        return ""

    def _type(self, question: str, texts: Mapping[str, str]) -> None:
        kept = {key: clean(text, lines=True) for key, text in texts.items()}
        if kept:
            self.half_typed[question] = kept
        else:
            self.half_typed.pop(question, None)

    def _forget_typing(self, command: c.Change) -> None:
        if isinstance(command, c.Begin):
            self.half_typed.pop(SHEET, None)
        if isinstance(command, c.Answer | c.TakeAsUsual):
            for question in self._about(command):
                self.half_typed.pop(question, None)

    def _step(self, by: Literal[1, -1]) -> tuple[e.Event, ...]:
        found = flows.step(self.flow, self.bank, self.at, by)
        if by == -1:
            self.going_on = False
        elif self.going_on:
            found = flows.first_open(self.flow, self.record, after=self.at)
        if found is None:
            return (e.AtTheEnd() if by == 1 else e.AtTheStart(),)
        return self._move(found.id)

    def _go_to(self, question: str) -> tuple[e.Event, ...]:
        if question not in self.flow.place:
            found = self.bank.find(question)
            what = f"“{found.ask}” is not asked now." if found else f"There is no “{question}”."
            return (e.Refused(what),)
        return self._move(question)

    def _go_deeper(self) -> tuple[e.Event, ...]:
        depth = flows.deeper(self.record.depth)
        events = self._change(c.SetDepth(depth)) if depth else ()
        left = flows.first_open(self.flow, self.record)
        self.going_on = left is not None
        if left is None and depth is None:
            return (e.Refused("Every question is asked already, and dealt with."),)
        return (*events, *(self._move(left.id) if left else (e.AtTheEnd(),)))

    def _park_the_rest(self, command: c.ParkTheRest) -> tuple[e.Event, ...]:
        events = self._change(command)
        here = self.flow.place.get(self.at, 0)
        onward = (*self.path[here:], *self.path[:here])
        left = next((q.id for q in onward if not self.entry(q.id).dealt_with), None)
        if left is None or any(isinstance(event, e.Refused) for event in events):
            return events
        return (*events, *self._move(left))

    def _move(self, question: str) -> tuple[e.Event, ...]:
        self.time.tick(self.at)
        self.at = question
        self.revision += 1
        return (e.Moved(question),)

    def _swap(self, out_of: list[_Past], into: list[_Past], why: str) -> tuple[e.Event, ...]:
        if not out_of:
            return (e.Refused(why),)
        past = out_of.pop()
        self.going_on = False
        into.append(_Past(self.record, past.at))
        # A version that was handed out stays handed out: its number is on paper by now.
        self._take(evolve(past.record, versions=self.record.versions))
        self.at = past.at
        return (e.Changed(past.at), e.Moved(past.at))

    def _take(self, record: Record) -> None:
        self.record = record
        self.group = record.group(self.clock().date())
        self.flow = flows.walk(self.bank, record)
        self._agreement = self._draft = None
        self.revision += 1


CHANGES: tuple[type, ...] = get_args(c.Change)
"""The commands that change the record."""
