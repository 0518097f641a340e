"""What the bank asks and tells of the whole draft, said line by line."""

from __future__ import annotations

import pytest

from interview import commands as c
from interview.workspace import Workspace
from questions.values import Answer
from tests.plain.conftest import Open
from tests.plain.scripted import answer_quickly


@pytest.fixture
def looked(reopen: Open) -> Workspace:
    """A new agreement on the bank that looks at the draft, with two partners and money."""
    opened = reopen("looks")
    for name in ("Lunch Club", "St Anne’s"):
        opened.apply(c.AddPartner(name))
    opened.apply(c.Answer("money", Answer(True)))
    return opened


def said(opened: Workspace, *script: str) -> str:
    """What a sitting prints, as one line."""
    return " ".join(answer_quickly(opened, list(script)).split())


def test_a_stop_sign_is_said_once_at_its_question(looked: Workspace) -> None:
    """With whom to ask in each nation; coming back to the question does not say it again."""
    looked.apply(c.GoTo("holder"))
    printed = said(looked, "/skip", "/back", "/leave")
    assert printed.count("Worth knowing: Sharing money can count as a legal partnership.") == 1
    assert printed.count("Local voluntary council: CVS (England)") == 1


def test_a_stop_sign_is_said_after_the_answer_that_brings_it(looked: Workspace) -> None:
    """It comes with the clause that was just made."""
    looked.apply(c.GoTo("decide"))
    printed = said(looked, "2", "", "", "", "/leave")
    assert "Worth knowing" in printed.partition("We will go ahead when more than half")[2]


def test_why_says_it_again(looked: Workspace) -> None:
    """Whoever asks why is told whom to ask."""
    looked.apply(c.GoTo("holder"))
    assert said(looked, "/why", "/leave").count("Worth knowing: Sharing money") == 2


@pytest.mark.parametrize("word", ["/check", "/finish"])
def test_the_lists_say_whom_to_ask(looked: Workspace, word: str) -> None:
    """A short list of the stop signs that are so."""
    printed = said(looked, word, "", "/leave")
    assert "Ask before you sign: – Money can bind you. Sharing money can count" in printed
    assert "A vote can hurt" not in printed


def test_a_story_is_chosen_and_told(looked: Workspace) -> None:
    """From the finish: titles first, then the story of that number."""
    printed = said(looked, "/finish", "/story", "1", "9", "", "", "/leave")
    assert "1 A partner goes quiet 2 The money runs short" in printed
    assert "A partner answers nobody. At once (Z1 What comes first)" in printed
    assert "That day (A2 How we decide together) The draft says nothing here. How long" in printed
    assert "There is no 9 in the list." in printed


def test_a_bank_without_stories_says_so(small: Workspace) -> None:
    """Nothing is asked then."""
    assert "There is no story to try yet." in said(small, "/finish", "/story", "", "/leave")
