"""How few keys a quick draft takes; the terminal tests press these very keys, and reach its end."""

from __future__ import annotations

import pytest

from questions.load import bundled, load
from tests.terminal.hands import QUICK, Step, keystrokes

BY_CODE = {question.code: question for question in load(bundled()).questions}


@pytest.mark.parametrize("step", QUICK, ids=[step.code for step in QUICK])
def test_a_usual_answer_takes_few_keys(step: Step) -> None:
    """Two where the clause is only read, four where it is talked about; names and dates apart."""
    assert (BY_CODE[step.code].weight == "talk") is step.talk
    assert keystrokes(step) <= (4 if step.talk else 2)


def test_every_quick_question_is_among_them() -> None:
    """But for those on the first page, those of the partners, and those that a trigger adds."""
    asked = {q.code for q in BY_CODE.values() if q.depth == "quick" and q.when is None}
    pages = {q.code for q in BY_CODE.values() if q.trigger or not q.makes_clause}
    assert asked - pages - {"W1", "A4"} == {step.code for step in QUICK}
