"""Plain values said in words."""

from __future__ import annotations

import datetime as dt

import pytest

from outputs.agreement import Plain
from outputs.words import cell, date, join, names
from tests.outputs.examples import FULL

CALLED = names(FULL)


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        (None, "text", ""),
        (True, "yes_no", "Yes"),
        (False, "yes_no", "No"),
        (dt.date(2027, 6, 6), "date", "6 June 2027"),
        (250, "money", "£2.50"),
        (205, "money", "£2.05"),
        (100000, "money", "£1,000"),
        (-250, "money", "-£2.50"),
        (0, "money", "£0"),
        (7, "number", "7"),
        ("st-annes", "who", "St Anne’s"),
        ("other: ann Price", "who", "Ann Price"),
        ("all", "who", "All of us"),
        ("lead", "who", "Riverside"),
        (["riverside", "hub", "other: Jo"], "who", "Riverside, The Hub and Jo"),
        (["a", "b"], "choices", "A and b"),
        ([], "choices", ""),
        ("riverside", "text", "Riverside"),
        ("", "text", ""),
    ],
)
def test_a_cell_in_words(value: Plain | None, kind: str, said: str) -> None:
    """Dates in full, money in pounds, ids as names, a capital at the beginning."""
    assert cell(value, kind, CALLED) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_a_list_in_words(items: list[str], said: str) -> None:
    """Commas, and one "and"."""
    assert join(items) == said


@pytest.mark.parametrize("month", range(1, 13))
def test_months_have_their_names(month: int) -> None:
    """In English, whatever the system speaks."""
    assert date(dt.date(2027, month, 1)) == f"1 {dt.date(2027, month, 1):%B} 2027"
