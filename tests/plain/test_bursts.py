"""A page pasted where a line is asked for: taken, or refused in a line, and at once."""

from __future__ import annotations

import time

import pytest

from interview import commands as c
from interview.workspace import Workspace, load
from questions.values import Answer
from tests.plain.scripted import answer_quickly

MOST = 100_000
PASTES = {
    "digits": "9" * MOST,
    "words": "warm hall " * (MOST // 10),
    "one word": "x" * MOST,
    "blanks": "1" + " " * MOST + "2",
    "commas": "1," * (MOST // 2),
    "brackets": "[/" * (MOST // 2),
    "a path": "/" + "x" * MOST,
}
QUESTIONS = ("name", "aim", "pot", "size", "begin", "decide", "share", "holder", "jobs", "brings")


@pytest.mark.parametrize("paste", PASTES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_long_paste_is_answered_at_once(kinds: Workspace, question: str, paste: str) -> None:
    """Whatever is asked: nothing stops, the file reads, and nothing is repeated at length."""
    kinds.apply(c.Answer("money", Answer(True)))
    kinds.apply(c.GoTo(question))
    began = time.process_time()
    printed = answer_quickly(kinds, [*[PASTES[paste]] * 4, "/leave", "", "/leave"])
    assert time.process_time() - began < 4
    assert "Traceback" not in printed
    assert load(kinds.path) == kinds.session.agreement()


@pytest.mark.parametrize("page", ["/parked", "/clauses", "/finish", "/partners", "/words"])
@pytest.mark.parametrize("paste", ["digits", "words", "a path"])
def test_a_long_paste_into_a_list_is_no_place_in_it(
    kinds: Workspace, page: str, paste: str
) -> None:
    """It is said so in a line, and the list stays."""
    kinds.apply(c.ParkItem("The kettle"))
    kinds.apply(c.Answer("money", Answer(True)))
    printed = answer_quickly(kinds, [page, PASTES[paste], "/leave", "", "/leave"])
    assert max(map(len, printed.splitlines())) < 2000
    assert load(kinds.path) == kinds.session.agreement()
