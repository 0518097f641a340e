"""An answer becomes sentences: blanks filled, lists and plurals made, nothing left open.

A sentence with an empty blank is left out: that it is missing is for the gaps to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from questions import language
from questions.answers import chosen, is_table, own_field
from questions.conditions import Answered, Facts, Is, holds, leaves
from questions.group import Group
from questions.kinds import PER_PARTNER, SIMPLE
from questions.model import Field, Question, Sentence
from questions.values import ANSWER, OTHER, Answer, Own, Row, Value

BLANK: Final = re.compile(r"\{([a-z][a-z0-9_]*)(['’]s)?\}")
GROUP_BLANKS: Final = ("partners", "lead", "how_many")
ROW_BLANKS: Final = ("partner", "committee")

_Scope = Callable[[str], "_Said | None"]


@frozen
class Line:
    """One sentence of a clause; ``key`` names the sentence (and row) it comes from."""

    key: str
    text: str


@frozen
class _Said:
    """A blank's value in words; ``name`` says that it begins with a name."""

    text: str
    name: bool = False


@frozen
class _Template:
    key: str
    text: str
    row: Row | None = None
    literal: bool = False
    """The group's own words: their braces are not blanks."""


def suggest(question: Question, answer: Answer, facts: Facts, group: Group) -> tuple[Line, ...]:
    """The sentences that this answer makes, in order."""
    lines: list[Line] = []
    for each in _templates(question, answer, facts, group):
        if each.literal:
            text = language.sentence(each.text)
        else:
            text = filled(each.text, question, answer, each.row, group)
        if text:
            lines.append(Line(each.key, text))
    return tuple(lines)


def filled(text: str, question: Question, answer: Answer, row: Row | None, group: Group) -> str:
    """One of the question's sentences with its blanks filled; "" while one of them is empty."""
    return _fill(text, _scope(question, answer, row, group))


def live_fields(question: Question, answer: Answer, facts: Facts) -> tuple[Field, ...]:
    """The fields whose blanks stand in the sentences that this answer makes."""
    texts = [t.text for t in _option_texts(question, answer)]
    texts += [s.text for s in question.sentences if _applies(s, question, answer, facts)]
    used = {match[1] for text in texts for match in BLANK.finditer(text)}
    if question.kind not in SIMPLE:
        return question.fields
    return tuple(f for f in question.fields if f.id in used)


def only_what_is_said(question: Question, answer: Answer, facts: Facts) -> Answer:
    """The answer in the bank's order, without fields that none of its sentences uses."""
    value = answer.value
    if question.kind == "choices" and isinstance(value, tuple):
        order = [o.id for o in question.options]  # own words come last, as they were given
        value = tuple(
            sorted(value, key=lambda item: order.index(item) if item in order else len(order))
        )
    fields = {
        f.id: answer.fields[f.id]
        for f in live_fields(question, answer, facts)
        if f.id in answer.fields
    }
    rows = (
        Row(row.id, {c.id: row.cells[c.id] for c in question.columns if c.id in row.cells})
        for row in answer.rows
    )
    return Answer(value, fields, tuple(rows))


def leans_on(question: Question) -> tuple[str, ...]:
    """The earlier questions whose answers decide which sentences are said."""
    options = (o for column in question.columns for o in column.options)
    conditions = [s.when for s in question.sentences] + [o.when for o in options]
    found = (leaf for condition in conditions for leaf in leaves(condition))
    return tuple(dict.fromkeys(leaf.question for leaf in found if isinstance(leaf, Is | Answered)))


def has_table(question: Question) -> bool:
    """Whether its rows are printed as a table: those that no sentence says one by one."""
    said = any(s.each for s in question.sentences)
    said = said or any(o.says for column in question.columns for o in column.options)
    return is_table(question) and not said


def _rows(question: Question, answer: Answer, group: Group) -> Iterator[Row]:
    for row in answer.rows:
        if question.kind != PER_PARTNER or group.party(row.id):
            yield row


def _templates(
    question: Question, answer: Answer, facts: Facts, group: Group
) -> Iterator[_Template]:
    rows = list(_rows(question, answer, group))
    applying = [s for s in question.sentences if _applies(s, question, answer, facts)]
    yield from _sentences([s for s in applying if s.before], answer, rows)
    yield from _option_texts(question, answer)
    for row in rows:
        yield from _cell_texts(question, row, facts)
        yield from _numbered(OTHER, list(_own_cells(question, row, group)), row, literal=True)
    yield from _sentences([s for s in applying if not s.before], answer, rows)


def _sentences(sentences: list[Sentence], answer: Answer, rows: list[Row]) -> Iterator[_Template]:
    for sentence in sentences:
        if not sentence.each:
            if not any(name in answer.fields for name in sentence.without):
                yield _Template(sentence.id, sentence.text)
            continue
        for row in rows:
            if not any(name in row.cells for name in sentence.without):
                yield _Template(f"{sentence.id}_{row.id}", sentence.text, row)


def _applies(sentence: Sentence, question: Question, answer: Answer, facts: Facts) -> bool:
    if sentence.options and chosen(question, answer).isdisjoint(sentence.options):
        return False
    return holds(sentence.when, facts)


def _option_texts(question: Question, answer: Answer) -> Iterator[_Template]:
    """What the chosen options say, in the bank's order, then the group's own words."""
    picked = chosen(question, answer)
    for option in question.options:
        if option.id in picked:
            yield from _numbered(option.id, option.says)
    if question.kind in {"choice", "choices"}:
        items = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        own = [item.text for item in items if isinstance(item, Own)]
        yield from _numbered(OTHER, own, literal=True)


def _cell_texts(question: Question, row: Row, facts: Facts) -> Iterator[_Template]:
    for column in question.columns:
        for option in column.options:
            if row.cells.get(column.id) == option.id and holds(option.when, facts):
                yield from _numbered(option.id, option.says, row)


def _own_cells(question: Question, row: Row, group: Group) -> Iterator[str]:
    """The group's own words where options have sentences: "The Hub: anything under £50"."""
    party = group.party(row.id) if question.kind == PER_PARTNER else None
    for column in question.columns:
        value = row.cells.get(column.id)
        if isinstance(value, Own) and any(option.says for option in column.options):
            first = question.columns[0]
            about = party.said if party else _words(row.cells.get(first.id), first, group)
            yield (
                f"{about}: {value.text}" if about and (party or first is not column) else value.text
            )


def _words(value: Value | None, of: Field, group: Group) -> str:
    return "" if value is None else SIMPLE[of.kind].say(value, of, group)


def _numbered(
    option: str, says: Sequence[str], row: Row | None = None, *, literal: bool = False
) -> Iterator[_Template]:
    """Keys for an option's sentences: "lead", "lead-2", …, with the row's id behind."""
    for n, text in enumerate(says, start=1):
        key = option if n == 1 else f"{option}-{n}"
        yield _Template(f"{key}_{row.id}" if row else key, text, row, literal)


def _scope(question: Question, answer: Answer, row: Row | None, group: Group) -> _Scope:
    fields = {f.id: f for f in question.fields}
    columns = {c.id: c for c in question.columns}
    cells: Mapping[str, Value] = row.cells if row else {}

    def said(name: str) -> _Said | None:
        if row and name in cells:
            return _say(cells[name], columns[name], group)
        if name in answer.fields:
            return _say(answer.fields[name], fields[name], group)
        if name == ANSWER and answer.value is not None:
            return _say(answer.value, own_field(question), group)
        return _said_of_group(name, row, group)

    return said


def _say(value: Value, of: Field, group: Group) -> _Said | None:
    text = SIMPLE[of.kind].say(value, of, group)
    names = of.kind == "who" and isinstance(value, tuple) and bool(value)
    first = value[0] if names and isinstance(value, tuple) else ""
    is_name = isinstance(first, Own) or bool(first and group.known(first))
    return _Said(text, is_name and not text.startswith("the ")) if text else None


def _said_of_group(name: str, row: Row | None, group: Group) -> _Said | None:
    party = group.party(row.id) if row else None
    lead = group.party(group.lead)
    match name:
        case "partners" if group.partners:
            first, *others = (_named(p.name) for p in group.partners)
            return _Said(language.join([first.text, *(o.text for o in others)]), first.name)
        case "how_many" if group.partners:
            return _Said(language.number(len(group.partners)))
        case "lead":
            return _named(lead.said) if lead else _Said("the lead")
        case "partner" if party:
            return _named(party.said)
        case "committee" if party and party.committee:
            return _Said(party.committee)
    return None


def _named(name: str) -> _Said:
    inside = language.inside(name)
    return _Said(inside, name=inside == name)


def _fill(text: str, said: _Scope) -> str:
    """The text with every blank filled, as a whole sentence; "" if one is empty."""
    parts: list[str] = []
    named = False
    last = 0
    for match in BLANK.finditer(text):
        value = said(match[1])
        if value is None:
            return ""
        named = named or (match.start() == 0 and value.name)
        parts.append(text[last : match.start()])
        parts.append(language.possessive(value.text) if match[2] else value.text)
        last = match.end()
    return language.sentence("".join([*parts, text[last:]]), named=named)
