"""Mistakes in how an evening goes: the tables ``[short]`` and ``[room]`` of bank.toml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from questions.check import conditions_of, fields_of, repeated
from questions.conditions import Answered, Is, leaves
from questions.kinds import PER_PARTNER, SIMPLE
from questions.model import Bank, Question, Short
from questions.problems import Problem, did_you_mean

_WHERE: Final = "short"


def problems_of_short(bank: Bank, *, whole: bool = True) -> Iterator[Problem]:
    """Every problem of the short way; where the bank is not ``whole``, none of what is missing."""
    if bank.short is None:
        return
    ids = {q.id: q for q in bank.questions}
    for what in _missing(bank.short, list(ids)):
        if whole:
            yield Problem("bank.toml", _WHERE, what)
    for what in repeated(bank.short.block):
        yield Problem("bank.toml", _WHERE, what)
    for name in dict.fromkeys(bank.short.block):
        if name in ids:
            for what in _unfit(ids[name], usual=name in bank.short.usual):
                yield Problem("bank.toml", f'{_WHERE}, "{name}"', what)
    if not set(bank.short.block) <= set(ids) or bank.short.before not in ids:
        return
    for what in _out_of_order(bank, bank.short):
        yield Problem("bank.toml", f"{_WHERE}, before", what)


def problems_of_room(bank: Bank) -> Iterator[Problem]:
    """Every id in ``[room]`` that leads nowhere."""
    ids = [q.id for q in bank.questions if q.makes_clause]
    themes = [t.id for t in bank.themes]
    for name in bank.room.read_last:
        if name not in ids:
            what = f'no question "{name}" makes a clause; {did_you_mean(name, ids)}'
            yield Problem("bank.toml", "room, read_last", what)
    if bank.room.tea_before and bank.room.tea_before not in themes:
        name = bank.room.tea_before
        what = f'there is no theme "{name}"; {did_you_mean(name, themes)}'
        yield Problem("bank.toml", "room, tea_before", what)


def _missing(short: Short, ids: list[str]) -> Iterator[str]:
    for name in (*short.block, short.before):
        if name not in ids:
            yield f'there is no question "{name}"; {did_you_mean(name, ids)}'
    if not short.usual:
        yield "usual: name at least one question"


def _unfit(question: Question, *, usual: bool) -> Iterator[str]:
    """Why a question cannot stand on the page of usual clauses."""
    if question.depth != "quick":
        yield "it is asked in the long interview only; leave it out, or make it quick"
    if not question.makes_clause or question.trigger:
        yield "it makes no clause to take or to put off"
    if usual and question.kind == PER_PARTNER:
        yield "each partner has to fill in its own line, so nothing in it is usual"
    elif usual and not _has_usual(question):
        yield "it has no usual answer to take; give it a `usual` whose last line has no `when`"


def _has_usual(question: Question) -> bool:
    """Whether there is a usual answer for every group."""
    if question.kind in SIMPLE:
        return any(usual.when is None for usual in question.usual)
    return bool(question.rows) or any(f.default is not None for f in question.fields)


def _out_of_order(bank: Bank, short: Short) -> Iterator[str]:
    """What would be asked, or said, on the strength of an answer that is not there yet."""
    order = [q.id for q in bank.questions]
    end = order.index(short.before)
    last = bank.questions[end]
    if last.id in short.block or last.depth != "quick" or last.when is not None:
        yield f'"{last.id}" has to be a question that everybody is asked, outside the page'
    for name in short.block:
        if order.index(name) > end:
            yield f'"{name}" is asked after "{last.id}"; the page can only come later than its own'
    for question in bank.questions[:end]:
        if question.depth != "quick":
            continue
        for name in sorted(_leans_on(question) & set(short.block)):
            yield f'"{question.id}" leans on "{name}", which the short way asks later, or beside it'


def _leans_on(question: Question) -> set[str]:
    """The questions that this one looks back at."""
    found = {
        leaf.question
        for _, condition in conditions_of(question)
        for leaf in leaves(condition)
        if isinstance(leaf, Is | Answered)
    }
    return found | {f.after.rpartition(".")[0] for _, f in fields_of(question)} - {""}
