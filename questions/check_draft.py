"""Mistakes in what a bank asks and tells of a whole draft: rules, rehearsals, stop signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from questions.answers import own_field
from questions.check import no_option, option_ids, repeated, sentence_keys
from questions.check_looks import look_problems
from questions.conditions import Answered, Condition, Is, Look, leaves
from questions.kinds import ROWS
from questions.model import Bank, Moment, Question, Rehearsal, Rule, StopSign
from questions.problems import REHEARSALS, RULES, STOP_SIGNS, Problem, did_you_mean
from questions.values import ID, OTHER

_SENTENCES: Final = 2
_STOPS: Final = re.compile(r"[.!?…][”’)]?(?=\s|$)")


def problems_about_the_draft(bank: Bank) -> Iterator[Problem]:
    """Every problem of the three files; the bank's questions have to be known."""
    for rule in bank.rules:
        for what in _rule_problems(rule, bank):
            yield Problem(RULES, f'rule "{rule.id}"', what)
    for story in bank.rehearsals:
        for place, what in _rehearsal_problems(story, bank):
            yield Problem(REHEARSALS, f'rehearsal "{story.id}"{place}', what)
    for sign in bank.stop_signs:
        for what in _stop_sign_problems(sign, bank):
            yield Problem(STOP_SIGNS, f'stop_sign "{sign.id}"', what)
    for file, name, ids in (
        (RULES, "rule", [r.id for r in bank.rules]),
        (REHEARSALS, "rehearsal", [r.id for r in bank.rehearsals]),
        (STOP_SIGNS, "stop_sign", [s.id for s in bank.stop_signs]),
        (STOP_SIGNS, "helper", [h.name for h in bank.helpers]),
    ):
        yield from (Problem(file, name, what) for what in repeated(ids))


def _rule_problems(rule: Rule, bank: Bank) -> Iterator[str]:
    yield from _id_problems(rule.id)
    yield from _condition_problems(rule.when, bank)
    if not rule.ask.rstrip("”’)").endswith("?"):
        yield "ask: a rule asks, and never blames: end it with a question mark"
    yield from _question_problems("mend", rule.mend, bank)


def _rehearsal_problems(story: Rehearsal, bank: Bank) -> Iterator[tuple[str, str]]:
    yield from (("", what) for what in _id_problems(story.id))
    yield from ((", when", what) for what in _condition_problems(story.when, bank))
    if not story.moments:
        yield "", "a rehearsal needs at least one [[rehearsal.moment]]"
    for n, moment in enumerate(story.moments, start=1):
        for what in _moment_problems(moment, bank):
            yield f', moment "number {n}"', what


def _moment_problems(moment: Moment, bank: Bank) -> Iterator[str]:
    if not moment.silent.rstrip("”’)").endswith("?"):
        yield "silent: end it with a question mark; it is asked where the draft says nothing"
    always = [a.id for a in bank.always]
    if moment.question in always:
        if moment.sentences or moment.rows or moment.steps:
            yield f'"{moment.question}" is always printed whole; leave out what to read of it'
        return
    question = bank.find(moment.question)
    if question is None or question.id != moment.question:
        yield from _question_problems("question", moment.question, bank, always)
        return
    if not question.makes_clause:
        yield f'question "{question.id}" makes no clause to read out'
    keys = [*sentence_keys(question), *([OTHER] if question.something_else else [])]
    for key in moment.sentences:
        if key not in keys:
            hint = did_you_mean(key, keys)
            yield f'question "{question.id}" has no sentence "{key}"; {hint}'
    yield from _row_problems(moment.rows, question)
    if moment.steps and not (question.kind == ROWS and _has_period(question)):
        yield f'steps: question "{question.id}" is no table with a column for a length of time'


def _row_problems(rows: Sequence[str], question: Question) -> Iterator[str]:
    known = [row.id for row in question.rows]
    for row in rows:
        if row not in known:
            hint = did_you_mean(row, known)
            yield f'question "{question.id}" suggests no row "{row}"; {hint}'


def _has_period(question: Question) -> bool:
    return any(column.kind == "period" for column in question.columns)


def _stop_sign_problems(sign: StopSign, bank: Bank) -> Iterator[str]:
    yield from _id_problems(sign.id)
    yield from _condition_problems(sign.when, bank)
    if len(sign.says) != _SENTENCES or any(len(_STOPS.findall(each)) != 1 for each in sign.says):
        yield "says: write exactly two sentences, each a text of its own: what can happen, whom to ask"
    yield from _question_problems("at", sign.at, bank)
    found = bank.find(sign.at)
    if found and found.trigger:
        yield f'at: "{sign.at}" is asked in one list with others; name the question it brings in'


def _id_problems(id: str) -> Iterator[str]:
    if not ID.fullmatch(id):
        yield "an id is small letters, numbers and hyphens, such as no-way-out"


def _question_problems(key: str, name: str, bank: Bank, more: Sequence[str] = ()) -> Iterator[str]:
    found = bank.find(name)
    if found is None:
        hint = did_you_mean(name, [*(q.id for q in bank.questions), *more])
        yield f'{key}: there is no question "{name}"; {hint}'
    elif found.id != name:
        yield f'{key}: "{name}" is now called "{found.id}"; write that'


def _condition_problems(condition: Condition | None, bank: Bank) -> Iterator[str]:
    for leaf in leaves(condition):
        match leaf:
            case Is(name, options):
                found = bank.find(name)
                yield from _question_problems("when", name, bank)
                if found and not (own_field(found).options or found.kind == "yes_no"):
                    yield f'when: question "{name}" has no options to be one of'
                elif found:
                    known = option_ids(found)
                    yield from (f"when: {no_option(o, found)}" for o in options if o not in known)
            case Answered(name):
                yield from _question_problems("when", name, bank)
            case Look():
                yield from (f"when: {what}" for what in look_problems(leaf, bank))
