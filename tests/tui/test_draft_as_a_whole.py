"""What the bank asks and tells of the whole draft, where the group sees it on the screens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from interview import commands as c
from interview import workspace
from interview.tui.screens.help import stories_text, why_text
from interview.workspace import Workspace
from questions.load import load
from questions.values import Answer, Own
from tests.tui.conftest import EVENING
from tests.tui.hands import at, flat, frame, opened, until, words

LOOKS = load(Path(__file__).parents[1] / "banks" / "looks")


@pytest.fixture
def looked(tmp_path: Path) -> Iterator[Workspace]:
    """A new agreement on the bank that looks at the draft, with two partners and money."""
    made = workspace.start(
        tmp_path / "looks", "Mill Lane", "quick", LOOKS, clock=lambda: EVENING, id="l"
    )
    for name in ("Lunch Club", "St Anne’s"):
        made.apply(c.AddPartner(name))
    made.apply(c.Answer("money", Answer(True)))
    yield made
    made.close()


async def test_a_stop_sign_stands_under_what_is_read_aloud(
    looked: Workspace, snapshot: SnapshotAssertion
) -> None:
    """In a small window it takes two lines, and leaves room to type in."""
    async with opened(looked, at="holder", size=(80, 24)) as pilot:
        await until(pilot, lambda: words(pilot, "#header-saved").startswith("Saved"))
        assert re.sub(r"Saved \d\d:\d\d", "Saved 19:42", frame(pilot)) == snapshot


async def test_a_stop_sign_comes_with_the_answer(looked: Workspace) -> None:
    """Where the answer itself is the trigger, it is shown once that was accepted."""
    async with opened(looked, at="decide") as pilot:
        assert words(pilot, "#stop-sign") == ""
        await pilot.press("2", "enter")
        assert words(pilot, "#stop-sign").startswith("Worth knowing  A vote can hurt.")
        assert "F2 says whom to ask" in words(pilot, "#stop-sign")
        await pilot.press("f2")
        await pilot.pause()
        assert "A vote can leave somebody out. Ask a mediator to sit with you." in flat(pilot)


def test_why_says_whom_to_ask_in_each_nation(looked: Workspace) -> None:
    """The two sentences, and what the helper is called."""
    holder, decide = LOOKS.find("holder"), LOOKS.find("decide")
    assert holder is not None
    assert decide is not None
    said = why_text(looked.session, holder)
    assert "Sharing money can count as a legal partnership." in said
    assert "county voluntary council (Wales)" in said
    assert "A vote can" not in why_text(looked.session, decide)


@pytest.mark.parametrize(("key", "screen"), [("c", "CheckScreen"), ("f", "FinishScreen")])
async def test_the_lists_end_with_whom_to_ask(looked: Workspace, key: str, screen: str) -> None:
    """Enter on a stop sign goes to its question."""
    async with opened(looked, at="brings") as pilot:
        await pilot.press("escape", key)
        await pilot.press("end")
        assert at(pilot) == screen
        assert "Ask before you sign Money can bind you. Sharing money" in flat(pilot)
        await pilot.press("enter")
        assert at(pilot) == "QuestionScreen"
        assert looked.session.at == "holder"


async def test_a_rule_is_among_what_to_look_at(looked: Workspace) -> None:
    """Enter on it goes to the question that mends it."""
    looked.apply(c.Answer("holder", Answer((Own("Ann Price"),))))
    async with opened(looked, at="brings") as pilot:
        await pilot.press("escape", "f")
        assert "M1 One person holds the money. Who else can look?" in flat(pilot)


async def test_stories_are_read_on_a_page(looked: Workspace) -> None:
    """From check answers or from the finish, and Esc goes back there."""
    async with opened(looked, at="brings") as pilot:
        await pilot.press("escape", "f", "s")
        await pilot.pause()
        assert at(pilot) == "TextScreen"
        assert "A partner goes quiet" in flat(pilot)
        assert "The draft says nothing here. How long do we wait?" in flat(pilot)
        await pilot.press("escape")
        assert at(pilot) == "FinishScreen"


def test_a_bank_without_stories_says_so(evening: Workspace) -> None:
    """The page is never empty."""
    assert stories_text(evening.session).startswith("There is no story to try")
