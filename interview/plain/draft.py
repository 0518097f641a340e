"""What is being said about one question, until it is an answer.

It holds texts by key, as ``interview.typed`` has them, and hands every change to the session,
so that going back, leaving, or a power cut loses nothing.
"""

from __future__ import annotations

from interview import commands as c
from interview.plain.talk import Talk
from interview.typed import ROWS, Typed, cell_key, field_key, read_texts, row_ids, texts_of
from questions.answers import next_row_id, own_field
from questions.kinds import SIMPLE
from questions.model import Field, Question
from questions.values import ANSWER, Answer, Row


class Draft:
    """The texts of one question; they begin with what was half typed, said or usual."""

    def __init__(self, talk: Talk, question: Question) -> None:
        session = talk.session
        self.question = question
        self._talk = talk
        half = session.half_typed.get(question.id)
        if half is None:
            answer = session.starting_answer(question)
            if session.entry(question.id).answer is None:
                answer = session.usual(question) or answer
            half = texts_of(question, answer, session.group)
        self._texts = dict(half)
        self._ever = set(self.rows)

    def text(self, key: str) -> str:
        """The text of a field, a cell or the answer itself."""
        return self._texts.get(key, "")

    def put(self, key: str, text: str) -> None:
        """Keep a text."""
        if text == self.text(key):
            return
        if text:
            self._texts[key] = text
        else:
            self._texts.pop(key, None)
        self._talk.workspace.apply(c.Type(self.question.id, dict(self._texts)))

    def read(self) -> Typed:
        """The answer so far."""
        return read_texts(self.question, self._texts, self._talk.session.group)

    @property
    def answer(self) -> Answer:
        return self.read().answer

    @property
    def rows(self) -> list[str]:
        """The rows' ids, in order."""
        return row_ids(self._texts)

    def add_row(self) -> str:
        """Add a row, under an id that no row here has had: words of ours may hang on that."""
        new = next_row_id([Row(id) for id in self._ever])
        self._ever.add(new)
        self.put_rows([*self.rows, new])
        return new

    def put_rows(self, rows: list[str]) -> None:
        """Say which rows there are. What stood in one that goes is forgotten."""
        gone = set(self.rows) - set(rows)
        for row in gone:
            for column in self.question.columns:
                self._texts.pop(cell_key(row, column), None)
        self.put(ROWS, " ".join(rows))


class Slot:
    """A place for one value in a draft: the answer itself, a field, or a cell."""

    def __init__(self, draft: Draft, field: Field, key: str) -> None:
        self.draft, self.field, self.key = draft, field, key
        self.is_answer = key == ANSWER

    @property
    def text(self) -> str:
        return self.draft.text(self.key)

    @text.setter
    def text(self, text: str) -> None:
        self.draft.put(self.key, text)


def answer_slot(draft: Draft) -> Slot:
    """The place of the question's own value."""
    return Slot(draft, own_field(draft.question), ANSWER)


def field_slot(draft: Draft, field: Field) -> Slot:
    """The place of a field."""
    return Slot(draft, field, field_key(field))


def cell_slot(draft: Draft, row: str, column: Field) -> Slot:
    """The place of a cell."""
    return Slot(draft, column, cell_key(row, column))


def is_simple(question: Question) -> bool:
    """Whether the question has a value of its own, beside fields and rows."""
    return question.kind in SIMPLE
