"""Whole answers: the value, the fields that fill blanks, and the rows of a table.

One way between an ``Answer`` and plain data, and what to start from when a question opens.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from questions.conditions import Facts, holds
from questions.group import Group
from questions.kinds import PER_PARTNER, SIMPLE, TABLES
from questions.kinds.period import after
from questions.model import Field, Question
from questions.text import clean
from questions.values import (
    ANSWER,
    ID,
    OTHER,
    Answer,
    Mistake,
    Own,
    Period,
    Plain,
    Row,
    Value,
)


@frozen
class PlainAnswer:
    """An answer as a file holds it."""

    answer: Plain | None = None
    fields: Mapping[str, Plain] = field(factory=dict)
    rows: Sequence[Mapping[str, Plain]] = ()


def own_field(question: Question) -> Field:
    """The question itself, seen as a field of its kind."""
    return Field(ANSWER, question.ask, question.kind, options=question.options)


def is_table(question: Question) -> bool:
    """Whether it is answered in rows."""
    return question.kind in TABLES


def chosen(question: Question, answer: Answer) -> frozenset[str]:
    """The option ids that an answer picks; "yes" or "no"; "other" for own words."""
    value = answer.value
    if isinstance(value, bool):
        return frozenset({"yes" if value else "no"})
    if question.kind == "choices":
        assert isinstance(value, tuple | None)
        return frozenset(OTHER if isinstance(item, Own) else item for item in value or ())
    if question.kind == "choice" and value is not None:
        return frozenset({OTHER if isinstance(value, Own) else str(value)})
    return frozenset()


def to_plain(question: Question, answer: Answer) -> PlainAnswer:
    """The answer as plain data."""
    fields = {f.id: f for f in question.fields}
    columns = {c.id: c for c in question.columns}
    return PlainAnswer(
        None
        if answer.value is None
        else SIMPLE[question.kind].plain(answer.value, own_field(question)),
        {k: _plain(v, fields[k]) for k, v in answer.fields.items()},
        [
            {"id": row.id} | {k: _plain(v, columns[k]) for k, v in row.cells.items()}
            for row in answer.rows
        ],
    )


def from_plain(question: Question, data: PlainAnswer, group: Group) -> tuple[Answer, list[str]]:
    """The answer that plain data stands for, and every mistake in it as a sentence."""
    mistakes: list[str] = []

    def checked(plain: object, of: Field, where: str) -> Value | None:
        try:
            value = SIMPLE[of.kind].check(plain, of, group)
        except Mistake as mistake:
            mistakes.append(f"{where}{mistake}")
            return None
        return None if is_empty(value) else value

    value = None
    if data.answer is not None:
        if question.kind in SIMPLE:
            value = checked(data.answer, own_field(question), "")
        else:
            mistakes.append(f"it takes {'rows' if is_table(question) else 'fields'}, not an answer")
    fields = _checked_cells(data.fields, question.fields, "field", checked, mistakes)
    rows = tuple(_checked_rows(question, data.rows, group, checked, mistakes))
    return Answer(value, fields, rows), mistakes


def is_empty(value: Value | None) -> bool:
    """Whether a value says nothing: such values are never kept."""
    if isinstance(value, Own):
        return not value.text
    return value is None or value in ("", ())


def next_row_id(rows: Sequence[Row]) -> str:
    """An id that no row of this table has."""
    taken = {row.id for row in rows}
    return next(id for n in range(1, len(rows) + 2) if (id := f"r{n}") not in taken)


def usual_answer(question: Question, facts: Facts, group: Group) -> Answer | None:
    """What most groups choose, or None where there is no usual choice."""
    usual = next((u for u in question.usual if holds(u.when, facts)), None)
    value: Value | None = None
    if usual:
        value = usual.options if question.kind == "choices" else usual.options[0]
        if question.kind == "yes_no":
            value = usual.options[0] == "yes"
    elif question.kind in SIMPLE:
        return None
    return start(question, facts, group, value)


def start(question: Question, facts: Facts, group: Group, value: Value | None = None) -> Answer:
    """An answer with this value and every default filled in, suggested rows with it."""
    fields: dict[str, Value] = {}
    for each in question.fields:
        dates = {f"{question.id}.{k}": v for k, v in fields.items()}
        default = default_of(each, question, facts, group, dates)
        if default is not None and not is_empty(default):
            fields[each.id] = default
    return Answer(value, fields, tuple(_suggested_rows(question, facts, group)))


def with_new_partners(question: Question, answer: Answer, facts: Facts, group: Group) -> Answer:
    """The answer with a row to fill for every partner that joined since."""
    if question.kind != PER_PARTNER:
        return answer
    there = {row.id for row in answer.rows}
    new = tuple(row for row in _suggested_rows(question, facts, group) if row.id not in there)
    return evolve(answer, rows=(*answer.rows, *new))


def default_of(
    of: Field,
    question: Question,
    facts: Facts,
    group: Group,
    dates: Mapping[str, Value] | None = None,
) -> Value | None:
    """The value that a field starts with, or None."""
    if of.default is None:
        return None
    if of.kind == "date" and isinstance(of.default, str):
        known = {**facts.dates, **(dates or {})}
        start_from = known.get(of.after if "." in of.after else f"{question.id}.{of.after}")
        length = SIMPLE["period"].check(of.default, of, group)
        assert isinstance(length, Period)
        return after(start_from if start_from else group.today, length)  # type: ignore[arg-type]  # dates of date fields
    return SIMPLE[of.kind].check(of.default, of, group)


def row_defaults(question: Question, facts: Facts, group: Group) -> dict[str, Value]:
    """The cells that a new row starts with, by column id."""
    defaults = {c.id: default_of(c, question, facts, group) for c in question.columns}
    return {id: v for id, v in defaults.items() if v is not None and not is_empty(v)}


def _suggested_rows(question: Question, facts: Facts, group: Group) -> Iterator[Row]:
    defaults = row_defaults(question, facts, group)
    if question.kind == PER_PARTNER:
        yield from (Row(party.id, defaults) for party in group.partners)
    for row in question.rows:
        if holds(row.when, facts):
            given = {
                c.id: SIMPLE[c.kind].check(row.cells[c.id], c, group)
                for c in question.columns
                if c.id in row.cells
            }
            cells = {k: v for k, v in {**defaults, **given}.items() if not is_empty(v)}
            yield Row(row.id, {c.id: cells[c.id] for c in question.columns if c.id in cells})


def _plain(value: Value, of: Field) -> Plain:
    return SIMPLE[of.kind].plain(value, of)


def _checked_cells(
    data: Mapping[str, Any],
    known: Sequence[Field],
    word: str,
    checked: Any,
    mistakes: list[str],
) -> dict[str, Value]:
    by_id = {f.id: f for f in known}
    cells: dict[str, Value] = {}
    for key, plain in data.items():
        if key not in by_id:
            mistakes.append(f'there is no {word} "{key}"; {_known(by_id)}')
        elif (value := checked(plain, by_id[key], f'{word} "{key}": ')) is not None:
            cells[key] = value
    return {f.id: cells[f.id] for f in known if f.id in cells}


def _checked_rows(
    question: Question,
    rows: Sequence[Mapping[str, Any]],
    group: Group,
    checked: Any,
    out: list[str],
) -> Iterator[Row]:
    if rows and not is_table(question):
        out.append("it does not take rows")
        return
    done: list[Row] = []
    for data in rows:
        cells = dict(data)
        row_id = clean(str(cells.pop("id", "")))
        if question.kind != PER_PARTNER and not ID.fullmatch(row_id):
            row_id = next_row_id(done)
        if any(row.id == row_id for row in done):
            out.append(f'two rows are both called "{row_id}"; give one another id')
            continue
        if question.kind == PER_PARTNER and not group.known(row_id):
            out.append(f'row "{row_id}" is for no partner; its id should be a partner’s id')
            continue
        row = Row(row_id, _checked_cells(cells, question.columns, "column", checked, out))
        done.append(row)
        yield row


def _known(by_id: Mapping[str, Field]) -> str:
    return f"it has {', '.join(by_id)}" if by_id else "it has none"
