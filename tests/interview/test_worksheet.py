"""The questions on paper, to send out before the meeting."""

from __future__ import annotations

from typing import Final

import pytest

from interview.flow import asked
from interview.worksheet import worksheet
from outputs.blocks import Bullets, Heading, Lines, Paragraph, Title
from questions.load import bundled, load
from questions.model import Depth
from tests.interview.talking import START

NCVO: Final = load(bundled())


@pytest.mark.parametrize("depth", ["short", "quick", "full"])
def test_every_question_is_on_it_with_the_code_of_screen_and_file(depth: Depth) -> None:
    """In the order it will be asked, with room to write."""
    made = worksheet(NCVO, depth, START)
    questions = [(b.number, b.text) for b in made.blocks if isinstance(b, Heading) and b.level == 3]
    assert questions == [(q.code, q.ask) for q in asked(NCVO, depth)]
    written = sum(isinstance(b, Lines) for b in made.blocks)
    assert written == sum(not q.trigger for q in asked(NCVO, depth))


def test_it_says_what_to_do_and_bring_first() -> None:
    """Before the first question."""
    made = worksheet(NCVO, "quick", START)
    assert isinstance(made.blocks[0], Title)
    first = next(n for n, b in enumerate(made.blocks) if isinstance(b, Heading) and b.level == 3)
    leads = [b.lead for b in made.blocks[:first] if isinstance(b, Bullets)]
    assert leads == ["Please:", "Bring:"]


def test_a_question_that_not_everybody_is_asked_says_so() -> None:
    """In the words of what brings it."""
    said = [b.text for b in worksheet(NCVO, "quick", START).blocks if isinstance(b, Paragraph)]
    assert "Only if you said “Is any money involved? Yes”." in said
