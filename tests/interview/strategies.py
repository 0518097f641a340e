"""What people might say and do, for the tests that try everything: names, texts, answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from hypothesis import strategies as st

from questions.answers import is_table, own_field
from questions.group import Group
from questions.kinds import PER_PARTNER, SIMPLE
from questions.kinds.period import UNITS
from questions.model import Field, Question
from questions.values import Answer, Item, Own, Period, Row, Value

BRACES: Final = "{answer} {partner} {nobody}"
"""What looks like blanks, but is somebody's own words and stays as it is."""

HOSTILE: Final = (
    "[/]",
    "[bold]x[/bold] [@click=app.quit]y",
    "\x1b[31mred\x1b]0;title\x07 not",
    "\x1b]0;never closed, and then words",
    "مرحبا بالعالم",
    "\u202etxt.exe\u202c",
    "Cymdeithas Llŷn a’r Ŵyl",
    "👩‍👩‍👧 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "e\u0301t\u00e9 ǰ ΐ ŉ ß",
    BRACES,
    '"""',
    "'''\\u0041 \\",
    "other: somebody",
    "2 June is a date. 3) so is this",
    "one; two, three and four",
    "ends already.",
    "does it?",
    "…",
    "  \t ",
    "a\u0000b\ud800c",
    "line one\nline two\r\n\n  line four\u2028five",
)
LONG: Final = "We will not stop. " * 280

texts: Final = st.one_of(
    st.sampled_from(HOSTILE),
    st.sampled_from(["Open the hall", "cook", "The Hub", "Ann Price", "all", "lead", "first"]),
    st.text(max_size=30).filter(lambda text: "{" not in text and "None" not in text),
    st.integers(1, 1).map(lambda _: LONG),  # not `just`: failures would print it each time
)
"""Anything that might be typed or pasted, mostly short."""

dates: Final = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))


def values(field: Field, group: Group) -> st.SearchStrategy[Value]:
    """Values that fit a field, as an editor would hand them in."""
    return _OF_KIND[field.kind](field, group)


def answers(question: Question, group: Group) -> st.SearchStrategy[Answer]:
    """Whole answers to a question, down to those that say nothing at all."""
    value: st.SearchStrategy[Value | None] = st.none()
    if question.kind in SIMPLE:
        own = values(own_field(question), group)
        value = st.integers(0, 9).flatmap(lambda n: own if n else st.none())
    rows: st.SearchStrategy[list[Row]] = st.just([])
    if is_table(question):
        ids = [p.id for p in (*group.partners, *group.former)]
        if question.kind != PER_PARTNER:
            ids = [*(row.id for row in question.rows), "r1", "r2"]
        cells = _cells(question.columns, group)
        if ids:
            rows = st.lists(st.sampled_from(ids), unique=True, max_size=4).flatmap(
                lambda chosen: st.tuples(
                    *(st.builds(Row, st.just(id), cells) for id in chosen)
                ).map(list)
            )
    return st.builds(Answer, value, _cells(question.fields, group), rows.map(tuple))


def _cells(fields: tuple[Field, ...], group: Group) -> st.SearchStrategy[Mapping[str, Value]]:
    return st.fixed_dictionaries({}, optional={f.id: values(f, group) for f in fields})


def _choice(field: Field, _: Group) -> st.SearchStrategy[Value]:
    return st.sampled_from([o.id for o in field.options]) | st.builds(Own, texts)


def _choices(field: Field, _: Group) -> st.SearchStrategy[Value]:
    item: st.SearchStrategy[Item] = st.sampled_from([o.id for o in field.options])
    return st.lists(item | st.builds(Own, texts), max_size=3, unique=True).map(tuple)


def _who(_: Field, group: Group) -> st.SearchStrategy[Value]:
    known = ["all", "lead", *(p.id for p in (*group.partners, *group.former))]
    item: st.SearchStrategy[Item] = st.sampled_from(known)
    return st.lists(item | st.builds(Own, texts), max_size=3, unique=True).map(tuple)


_OF_KIND: Final[dict[str, Callable[[Field, Group], st.SearchStrategy[Value]]]] = {
    "choice": _choice,
    "choices": _choices,
    "yes_no": lambda _, __: st.booleans(),
    "text": lambda _, __: texts,
    "paragraph": lambda _, __: texts,
    "number": lambda _, __: st.integers(0, 10**12 - 1),
    "money": lambda _, __: st.integers(0, 10**12 - 1),
    "date": lambda _, __: dates,
    "period": lambda _, __: st.builds(Period, st.integers(1, 9999), st.sampled_from(UNITS)),
    "who": _who,
}
"""A row for each simple kind; tests/questions/test_kinds.py sees that none is missing."""
