"""Mistakes in a look at a draft: places that are not there, or hold the wrong kind of thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from questions import looks
from questions.answers import own_field
from questions.check import option_ids, sentence_keys
from questions.conditions import Look
from questions.kinds import COMPOUND, TABLES
from questions.model import Bank, Field, Question
from questions.problems import did_you_mean
from questions.values import OTHER

_NAMES: Final = ("who", "text", "paragraph")
_CHOSEN: Final = ("choice", "choices", "yes_no")
_COUNTED: Final = ("number", "money", "text", "choice")
_KINDS: Final[Mapping[str, Sequence[str]]] = {
    "most": ("who", "text"),
    **dict.fromkeys(looks.OF_NAMES, _NAMES),
}
"""The kinds that these look at; the others look at any."""


def look_problems(look: Look, bank: Bank) -> Iterator[str]:
    """What is wrong with one look, as sentences that say what to write."""
    for place in look.places:
        yield from _place_problems(place, bank)
    match look:
        case looks.At(what, place):
            yield from _wrong_kind(what, place, _KINDS.get(what, ()), bank)
            if what in looks.IN_COLUMN and not _is_column(place, bank):
                yield f'{what}: "{place}" is no column of a table'
        case looks.Picked(place, options):
            yield from _wrong_kind("is", place, _CHOSEN, bank)
            yield from _option_problems(place, options, bank)
        case looks.Earlier():
            for place in look.places:
                yield from _wrong_kind("earlier", place, ("date",), bank)
        case looks.Lasts():
            yield from _lasts_problems(look, bank)
        case looks.Number(place):
            yield from _wrong_kind("number", place, _COUNTED, bank)
        case looks.SameName(first, second):
            for place in (first, second):
                yield from _wrong_kind("same_name", place, _NAMES, bank)
        case looks.SomeRow():
            yield from _row_problems(look, bank)
        case looks.Struck(place):
            yield from _struck_problems(place, bank)
        case looks.OnePartner(stances):
            for stance in stances:
                if stance not in looks.STANCES:
                    hint = did_you_mean(stance, looks.STANCES)
                    yield f'one_partner: there is no position "{stance}"; {hint}'


def field_at(place: str, bank: Bank) -> Field | None:
    """The field, column or question (seen as a field) that a place names, or None."""
    name, _, inside = place.partition(".")
    question = bank.find(name)
    if question is None:
        return None
    if not inside:
        return None if question.kind in COMPOUND else own_field(question)
    return next((f for f in (*question.fields, *question.columns) if f.id == inside), None)


def _place_problems(place: str, bank: Bank) -> Iterator[str]:
    name, _, inside = place.partition(".")
    question = bank.find(name)
    if question is None:
        yield f'there is no question "{name}"; {did_you_mean(name, [q.id for q in bank.questions])}'
    elif question.id != name:
        yield f'"{name}" is now called "{question.id}"; write that'
    elif field_at(place, bank) is None:
        known = [f"{name}.{f.id}" for f in (*question.fields, *question.columns)]
        if inside:
            yield f'there is no "{inside}" in question "{name}"; {did_you_mean(place, known)}'
        else:
            yield f'question "{name}" has several places; {did_you_mean(place, known)}'


def _wrong_kind(key: str, place: str, kinds: Sequence[str], bank: Bank) -> Iterator[str]:
    found = field_at(place, bank)
    if found is not None and kinds and found.kind not in kinds:
        wanted = " or ".join(f"a {kind}" for kind in kinds)
        yield f'{key}: "{place}" is a {found.kind}; it looks only at {wanted}'


def _is_column(place: str, bank: Bank) -> bool:
    name, _, inside = place.partition(".")
    question = bank.find(name)
    known = question.columns if question and question.kind in TABLES else ()
    return question is None or any(column.id == inside for column in known)


def _option_problems(place: str, options: Sequence[str], bank: Bank) -> Iterator[str]:
    """Ids that are no option there; a text takes any word."""
    question, of = bank.find(place.partition(".")[0]), field_at(place, bank)
    if question is None or of is None or not (of.options or of.kind == "yes_no"):
        return
    known = (
        option_ids(question)
        if "." not in place
        else ["yes", "no"]
        if of.kind == "yes_no"
        else [*(o.id for o in of.options), OTHER]
    )
    for option in options:
        if option not in known:
            yield f'"{place}" has no option "{option}"; {did_you_mean(option, known)}'


def _lasts_problems(look: looks.Lasts, bank: Bank) -> Iterator[str]:
    key = "longer" if look.longer else "shorter"
    yield from _wrong_kind(key, look.period, ("period",), bank)
    wanted = ("period",) if isinstance(look.than, str) else ("date",)
    for place in look.other_places:
        yield from _wrong_kind("than", place, wanted, bank)


def _row_problems(look: looks.SomeRow, bank: Bank) -> Iterator[str]:
    question = bank.find(look.question)
    if question is None:
        if not look.places:
            yield from _place_problems(f"{look.question}.", bank)
        return
    if question.kind not in TABLES:
        yield f'some_row: question "{look.question}" is no table'
        return
    for column, words in look.where.items():
        yield from _option_problems(f"{look.question}.{column}", words, bank)
    for column, place in look.before.items():
        yield from _wrong_kind("before", f"{look.question}.{column}", ("date",), bank)
        if place != looks.TODAY:
            yield from _place_problems(place, bank)
            yield from _wrong_kind("before", place, ("date",), bank)
    known = [row.id for row in question.rows]
    for row in (*look.rows, *look.not_rows):
        if row not in known:
            yield f'question "{question.id}" suggests no row "{row}"; {did_you_mean(row, known)}'


def _struck_problems(place: str, bank: Bank) -> Iterator[str]:
    name, _, sentence = place.partition(".")
    question = bank.find(name)
    if question is None or question.id != name:
        yield from _place_problems(place, bank)
        return
    known = _places_of_sentences(question)
    if place not in known:
        what = f'question "{name}" has no sentence "{sentence}"'
        yield f"struck: {what}; {did_you_mean(place, known)}"


def _places_of_sentences(question: Question) -> list[str]:
    return [f"{question.id}.{key}" for key in sentence_keys(question)]
