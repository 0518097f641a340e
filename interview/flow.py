"""Which questions are asked, in which order, and how far the group has got.

Pure: functions of the bank and the record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Literal, get_args

from attrs import evolve, frozen

from interview.record import Entry, Record
from questions.answers import chosen
from questions.conditions import Facts, holds
from questions.kinds import PER_PARTNER
from questions.model import Bank, Depth, Question, Theme


@frozen
class Flow:
    """The path through the bank that this record takes."""

    path: tuple[Question, ...]
    facts: Facts
    themes: tuple[Theme, ...]
    block: frozenset[str] = frozenset()
    """The questions that share the page of usual clauses; none but in the short way."""

    @cached_property
    def place(self) -> dict[str, int]:
        """Where each question stands on the path."""
        return {q.id: n for n, q in enumerate(self.path)}


@frozen
class Progress:
    """How many of the questions on the path are dealt with."""

    done: int
    total: int


def walk(bank: Bank, record: Record) -> Flow:
    """Follow the bank from start to end, looking only at what was settled before."""
    return follow(bank, record, lambda question, _: record.entry(question.id))


def follow(bank: Bank, record: Record, said: Callable[[Question, Facts], Entry]) -> Flow:
    """Follow the bank as this record would, with ``said`` giving each entry as its turn comes."""
    answered: dict[str, frozenset[str]] = {}
    dates: dict[str, dt.date] = {}
    facts = Facts(answered, dates, len(record.present))
    path: list[Question] = []
    for question in asked(bank, record.depth):
        if not holds(question.when, facts):
            continue
        path.append(question)
        entry = said(question, facts)
        if entry.settled and entry.answer:
            answered[question.id] = chosen(question, entry.answer)
            for name, value in entry.answer.fields.items():
                if isinstance(value, dt.date):
                    dates[f"{question.id}.{name}"] = value
    return Flow(tuple(path), facts, bank.themes, _block(bank, record.depth))


def _block(bank: Bank, depth: Depth) -> frozenset[str]:
    return frozenset(bank.short.block) if bank.short and depth == "short" else frozenset()


def asked(bank: Bank, depth: Depth) -> Iterator[Question]:
    """The questions of a depth in the order they are asked; the short way has its block late."""
    block = _block(bank, depth)
    for question in bank.questions:
        if block and bank.short and question.id == bank.short.before:
            yield from (found for id in bank.short.block if (found := bank.find(id)))
        if question.id not in block and (question.depth == "quick" or depth == "full"):
            yield question


def deeper(depth: Depth) -> Depth | None:
    """The depth that asks more than this one, or None."""
    depths: tuple[Depth, ...] = get_args(Depth)
    return next(iter(depths[depths.index(depth) + 1 :]), None)


@frozen
class More:
    """How many questions going on to the next depth would ask beside those that are asked now."""

    depth: Depth
    left: int

    @property
    def in_words(self) -> str:
        """What there is to go on to."""
        which = "all the questions" if self.depth == "full" else f"the {self.depth} questions"
        return f"Go on to {which}: {self.left} more to talk through"


def more(bank: Bank, record: Record) -> More | None:
    """What the next depth would ask; None if it asks nothing more."""
    depth = deeper(record.depth)
    if depth is None:
        return None
    left = _left(bank, evolve(record, depth=depth)) - _left(bank, record)
    return More(depth, len(left)) if left else None


def _left(bank: Bank, record: Record) -> set[str]:
    flow = walk(bank, record)
    return {q.id for q in flow.path if _is_left(q.id, flow, record)}


def step(flow: Flow, bank: Bank, at: str, by: Literal[1, -1]) -> Question | None:
    """The question after or before this one, which itself may be hidden by now."""
    if at in flow.place:
        place = flow.place[at] + by
        return flow.path[place] if 0 <= place < len(flow.path) else None
    order = [q.id for q in bank.questions]
    here = order.index(at) if at in order else -1
    onward = order[here + 1 :] if by == 1 else reversed(order[:here])
    found = next((id for id in onward if id in flow.place), None)
    return bank.find(found) if found else None


def first_open(flow: Flow, record: Record, after: str = "") -> Question | None:
    """The first question that is left to talk about (``after`` another, if one is named), or None.

    What was taken, put off or left open unread is left for whoever goes on from the short way.
    """
    start = flow.place[after] + 1 if after in flow.place else 0
    return next((q for q in flow.path[start:] if _is_left(q.id, flow, record)), None)


def not_talked_about(flow: Flow, record: Record) -> tuple[str, ...]:
    """The clauses that nobody has come to yet, but for those of the theme that ends the evening."""
    last = flow.path[-1].theme
    return tuple(
        q.id
        for q in flow.path
        if q.makes_clause
        and (q.theme != last or q.id in flow.block)  # a page is put off as a whole
        and not record.entry(q.id).dealt_with
    )


def _is_left(question: str, flow: Flow, record: Record) -> bool:
    entry = record.entry(question)
    return not entry.dealt_with or (not entry.talked_through and question not in flow.block)


def progress(flow: Flow, record: Record, theme: str = "") -> Progress:
    """Counted over the path as it is now, so that hidden questions never count."""
    within = [q for q in flow.path if theme in ("", q.theme)]
    return Progress(sum(record.entry(q.id).dealt_with for q in within), len(within))


def hidden(flow: Flow, record: Record) -> tuple[tuple[str, Entry], ...]:
    """What was said about questions that are not asked now."""
    return tuple((id, e) for id, e in record.entries.items() if id not in flow.place)


PageKind = Literal["opening", "partners", "block", "question"]


@frozen
class Page:
    """Questions that are asked together.

    The first yes/no ones, who takes part, the usual clauses of the short way, or just one.
    """

    kind: PageKind
    questions: tuple[Question, ...]


def page(flow: Flow, question: Question) -> Page:
    """The page that a question is asked on."""
    if question.id in flow.block and question.id in flow.place:
        return Page("block", _run(flow, flow.place[question.id], lambda q: q.id in flow.block))
    runs: tuple[tuple[PageKind, Callable[[Question], bool]], ...] = (
        ("opening", _opens),
        ("partners", _describes_partners),
    )
    for kind, belongs in runs:
        if belongs(question) and question.id in flow.place:
            run = _run(flow, flow.place[question.id], belongs)
            if kind == "opening" or any(names_people(q) for q in run):
                return Page(kind, run)
    return Page("question", (question,))


def _run(flow: Flow, at: int, belongs: Callable[[Question], bool]) -> tuple[Question, ...]:
    """The unbroken run of questions round this place that belong together."""
    first, last = at, at
    while first > 0 and belongs(flow.path[first - 1]):
        first -= 1
    while last + 1 < len(flow.path) and belongs(flow.path[last + 1]):
        last += 1
    return flow.path[first : last + 1]


def _opens(question: Question) -> bool:
    return question.trigger or (not question.makes_clause and question.kind == "choices")


def _describes_partners(question: Question) -> bool:
    return question.kind == PER_PARTNER


def names_people(question: Question) -> bool:
    """Whether it is the question that says who takes part, and whom to ring."""
    return any(column.role in ("contact", "stand_in") for column in question.columns)
