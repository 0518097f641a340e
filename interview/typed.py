"""Text as it stands in an editor, and the answer it means.

An editor holds nothing but texts by key, so that what is half typed can be kept, and read,
without a screen. Keys: "answer", "fields.<field>", "rows.<row>.<column>", and "rows", which
lists the rows' ids in order. The answer to a choice is kept by option id, or as "other: …".
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from interview.session import Session
from questions.answers import is_empty, is_table, own_field
from questions.group import Group
from questions.kinds import SIMPLE
from questions.model import Field, Question
from questions.values import ANSWER, Answer, Mistake, Row, Value

ROWS = "rows"
_BY_ID = ("choice", "choices", "yes_no")


@frozen
class Typed:
    """What texts mean: the answer so far, and a sentence for each text that means nothing."""

    answer: Answer
    mistakes: Mapping[str, str] = field(factory=dict)


def field_key(of: Field) -> str:
    """The key of a field's text."""
    return f"fields.{of.id}"


def cell_key(row: str, column: Field) -> str:
    """The key of a cell's text."""
    return f"{ROWS}.{row}.{column.id}"


def texts_of(question: Question, answer: Answer, group: Group) -> dict[str, str]:
    """The texts that an editor starts with."""
    texts: dict[str, str] = {}
    if answer.value is not None:
        texts[ANSWER] = _answer_text(question, answer.value, group)
    for of in question.fields:
        if of.id in answer.fields:
            texts[field_key(of)] = SIMPLE[of.kind].typed(answer.fields[of.id], of, group)
    if is_table(question):
        texts[ROWS] = " ".join(row.id for row in answer.rows)
        for row in answer.rows:
            for column in question.columns:
                if column.id in row.cells:
                    said = SIMPLE[column.kind].typed(row.cells[column.id], column, group)
                    texts[cell_key(row.id, column)] = said
    return texts


def new_row_texts(session: Session, question: Question) -> dict[str, str]:
    """The texts that a new row starts with, by column id."""
    columns = {c.id: c for c in question.columns}
    return {
        id: SIMPLE[columns[id].kind].typed(value, columns[id], session.group)
        for id, value in session.new_row(question).items()
    }


def read_texts(question: Question, texts: Mapping[str, str], group: Group) -> Typed:
    """The answer that texts mean. A text that means nothing is left out, with a mistake."""
    mistakes: dict[str, str] = {}

    def read(key: str, of: Field) -> Value | None:
        text = texts.get(key, "")
        if not text.strip():
            return None
        try:
            value = SIMPLE[of.kind].read(text, of, group)
        except Mistake as mistake:
            mistakes[key] = str(mistake)
            return None
        return None if is_empty(value) else value

    value = None
    if question.kind in _BY_ID:
        value = _chosen(question, texts.get(ANSWER, ""), group)
    elif question.kind in SIMPLE:
        value = read(ANSWER, own_field(question))
    fields = {f.id: v for f in question.fields if (v := read(field_key(f), f)) is not None}
    rows = tuple(
        Row(
            row,
            {c.id: v for c in question.columns if (v := read(cell_key(row, c), c)) is not None},
        )
        for row in row_ids(texts)
    )
    return Typed(Answer(value, fields, rows), mistakes)


def row_ids(texts: Mapping[str, str]) -> list[str]:
    """The rows that texts are about, in order."""
    return texts.get(ROWS, "").split()


def _answer_text(question: Question, value: Value, group: Group) -> str:
    kind, of = SIMPLE[question.kind], own_field(question)
    if question.kind not in _BY_ID:
        return kind.typed(value, of, group)
    plain = kind.plain(value, of)
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    return "\n".join(plain) if isinstance(plain, list) else str(plain)


def _chosen(question: Question, text: str, group: Group) -> Value | None:
    if not text.strip():
        return None
    if question.kind == "yes_no":
        return text == "yes"
    lines = [line for line in text.split("\n") if line.strip()]
    plain = lines if question.kind == "choices" else lines[0]
    try:
        value = SIMPLE[question.kind].check(plain, own_field(question), group)
    except Mistake:
        return None  # an option that the bank no longer has
    return None if is_empty(value) else value
