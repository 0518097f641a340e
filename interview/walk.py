"""Many groups walk through a bank at random, to see that every path ends in a whole agreement.

The same seed walks the same paths. What many of them never reached cannot be reached at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve, frozen

from interview.assemble import assemble
from interview.chance import PEOPLE, TODAY, Chance
from interview.clauses import Renderer
from interview.flow import Flow, follow
from interview.holes import Hole, holes, in_sentences
from interview.record import Entry, Record
from outputs.agreement import Agreement
from questions.answers import chosen
from questions.conditions import Facts
from questions.model import Bank, Question
from questions.problems import Problem

_MOST: Final = 1500
_FEWEST: Final = 300
_QUESTIONS: Final = 60_000


@frozen
class Walk:
    """What walking through a bank found.

    ``seen`` has (question, "") for each question that was asked, and (question, key) for each
    option that was chosen and each sentence that was said.
    """

    runs: int
    holes: tuple[Hole, ...]
    seen: frozenset[tuple[str, str]]


def enough(bank: Bank) -> int:
    """How many walks reach what can be reached, and take no more than a quarter of a minute."""
    return max(_FEWEST, min(_MOST, _QUESTIONS // len(bank.questions)))


def walk(bank: Bank, runs: int, seed: int = 0) -> Walk:
    """Walk through a bank ``runs`` times, or up to twice as many until all of it is reached.

    Each hole is told once, as it was first found.
    """
    there = {(question.id, key) for question in bank.questions for key in _keys(question)}
    found: dict[tuple[str, str, str], Hole] = {}
    seen: set[tuple[str, str]] = set()
    run = 0
    while run < runs or (run < 2 * runs and not there <= seen):
        record, flow, agreement = one(bank, Chance(seed + run))
        seen.update(_seen(record, flow, agreement))
        for hole in _holes(bank, record, flow, agreement):
            found.setdefault((hole.question, hole.key, hole.what), hole)
        run += 1
    return Walk(run, tuple(found.values()), frozenset(seen))


def one(bank: Bank, chance: Chance) -> tuple[Record, Flow, Agreement]:
    """One walk: what was said, the path it took, and the agreement it ended in."""
    record = chance.record()
    group = record.group(TODAY)
    entries: dict[str, Entry] = {}

    def said(question: Question, facts: Facts) -> Entry:
        entries[question.id] = chance.entry(question, facts, group)
        return entries[question.id]

    flow = follow(bank, record, said)
    record = evolve(record, entries=entries)
    return record, flow, assemble(bank, record, flow, group, Renderer())


def problems_of_walk(bank: Bank, files: Mapping[str, str], walked: Walk) -> Iterator[Problem]:
    """What a walk found, with the file and the place of each."""
    for hole in walked.holes:
        as_in = f", as in “{hole.example}”" if hole.example else ""
        question = bank.find(hole.question)
        place = _place(question, hole.key) if question else f'always "{hole.question}"'
        yield Problem(files.get(hole.question, "bank.toml"), place, f"{hole.what}{as_in}")
    for question in bank.questions:
        for key in _keys(question):
            if (question.id, key) not in walked.seen:
                never = f"it was never {'reached' if key else 'asked'}"
                what = f"{never} in {walked.runs} walks; is there an answer that leads to it?"
                yield Problem(files[question.id], _place(question, key), what)
                if not key:  # nor, then, was anything in it
                    break


def _place(question: Question, key: str) -> str:
    where = f'question "{question.id}"'
    if not key:
        return where
    word = "sentence" if key in {s.id for s in question.sentences} else "option"
    return f'{where}, {word} "{key}"'


def _keys(question: Question) -> Iterator[str]:
    """The question itself (""), and each option and sentence by the key ``wording`` gives it."""
    yield ""
    yield from (option.id for option in question.options)
    cells = [option for column in question.columns for option in column.options]
    for option in (*question.options, *cells):
        yield from (f"{option.id}-{n}" for n in range(2, len(option.says) + 1))
    yield from (option.id for option in cells if option.says)
    yield from (sentence.id for sentence in question.sentences)


def _seen(record: Record, flow: Flow, agreement: Agreement) -> Iterator[tuple[str, str]]:
    for question in flow.path:
        yield question.id, ""
        if answer := record.entry(question.id).answer:
            yield from ((question.id, option) for option in chosen(question, answer))
    for clause in agreement.clauses:
        yield from ((clause.question, key.partition("_")[0]) for key in clause.sentences)


def _holes(bank: Bank, record: Record, flow: Flow, agreement: Agreement) -> Iterator[Hole]:
    names = (*PEOPLE, *(name for p in record.partners for name in (p.name, p.said)))
    for clause in agreement.clauses:
        question = bank.find(clause.question)
        entry = record.entry(clause.question)
        if question and entry.settled and entry.answer:
            yield from holes(question, entry.answer, flow.facts, clause, names)
        else:
            yield from in_sentences(clause, names)
