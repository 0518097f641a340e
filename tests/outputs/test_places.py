"""The line and the words by which a place in the file is named."""

from __future__ import annotations

import tomllib

import pytest

from outputs.places import Path, lines_of, place

TEXT = '''\
format = 1

[agreement]
title = "A"  # [[clause]]

[[clause]]
question = "one"
wording = """
1 Looks like
[[clause]]
question = "no"
"""

[clause.fields]
"odd key" = 1

[[clause.position]]
partner = "a"
[[clause.position]]
partner = "b"

[[clause]]
heading = "no id"
[[clause.position]]
partner = "c"
list = [
    "a",
]
'''


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ((), ""),
        (("agreement", "title"), "line 4, agreement, title"),
        (("agreement", "missing"), "line 3, agreement, missing"),
        (("clause", 0), 'line 6, clause "one"'),
        (("clause", 0, "wording"), 'line 8, clause "one", wording'),
        (("clause", 0, "fields", "odd key"), 'line 15, clause "one", fields, odd key'),
        (("clause", 0, "position", 1, "partner"), 'line 20, clause "one", position 2, partner'),
        (("clause", 1, "position", 0, "partner"), "line 25, clause 2, position 1, partner"),
        (("clause", 1, "position", 0, "list", 0), "line 26, clause 2, position 1, list 1"),
        (("clause",), "line 6, clause"),
        (("nowhere", 3, "at", "all"), "nowhere 4, at, all"),
    ],
)
def test_a_place_has_a_line_and_a_name(path: Path, said: str) -> None:
    """Tables are named by their id where they have one, and otherwise counted from 1."""
    assert place(path, tomllib.loads(TEXT), lines_of(TEXT)) == said


def test_without_the_text_there_is_no_line() -> None:
    """Data that came from elsewhere is named all the same."""
    assert place(("clause", 0), tomllib.loads(TEXT), {}) == 'clause "one"'
