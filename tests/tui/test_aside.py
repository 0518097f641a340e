"""Words typed into the small forms are kept like any others, and come back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from interview import commands as c
from interview.tui.app import JointWorking
from interview.tui.widgets.editors.choose import Options
from interview.workspace import Workspace
from questions.values import Answer
from tests.tui.hands import find, flat, opened, until, write


async def _until(true: Callable[[], object]) -> None:
    for _ in range(200):
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came")


def _ready(ours: Workspace) -> None:
    ours.apply(c.AddPartner("The Hub"))
    ours.apply(c.Answer("money", Answer(value=False)))
    ours.apply(c.Answer("decide", Answer("all-say-yes")))
    ours.apply(c.GoTo("decide"))


async def test_a_sentence_of_ours_half_typed_is_kept_and_comes_back(small: Workspace) -> None:
    """Typed in the words screen, it is half typed text of the question until Enter takes it."""
    _ready(small)
    app = JointWorking(small)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("escape", "o", "down", "enter")
        await pilot.press("end", *"!!!")
        await _until(lambda: "!!!" in str(small.session.half_typed))
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert "decide" not in small.session.half_typed, "given up, it is forgotten"
        await pilot.press("end", *"???", "enter")
        await _until(lambda: small.session.entry("decide").reworded)
        assert "decide" not in small.session.half_typed


async def test_a_reason_half_typed_is_kept(small: Workspace) -> None:
    """Why a partner cannot accept a clause is kept while it is typed, and prefilled again."""
    _ready(small)
    app = JointWorking(small)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("escape", "4", *"rent")
        await _until(lambda: "rent" in str(small.session.half_typed))
        half = small.session.half_typed["decide"]
        assert half["aside.reason.the-hub.0"] == "rent"
        assert half["answer"] == "all-say-yes", "with the answer above it"


async def test_taking_the_answer_leaves_what_is_typed_below(evening: Workspace) -> None:
    """Enter in the answer takes the answer: it does not hand over half a form, nor forget it."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("escape", "p")
        await until(pilot, lambda: "Put off." in flat(pilot))
        await write(pilot, "Ann Pri")
        find(pilot, Options).focus()
        await pilot.press("enter")
        await until(pilot, lambda: evening.session.entry("decide").answer is not None)
        assert evening.session.entry("decide").standing == "decided"
        assert "Ann Pri" in flat(pilot)
        assert evening.session.half_typed["decide"] == {"aside.park.0": "Ann Pri"}
        await pilot.press("ctrl+g", "b", "escape", "p")
        await until(pilot, lambda: "Ann Pri" in flat(pilot))


async def test_ctrl_s_in_the_answer_hands_over_the_form_below(evening: Workspace) -> None:
    """It is about the whole screen."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("escape", "p")
        await until(pilot, lambda: "Put off." in flat(pilot))
        await write(pilot, "Ann Price")
        find(pilot, Options).focus()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: evening.session.entry("decide").owner == "Ann Price")


async def test_words_below_a_round_are_kept_and_the_round_is_still_to_come(
    evening: Workspace,
) -> None:
    """Words typed below before everybody has spoken come back, and are not the round itself."""
    async with opened(evening, at="purpose") as pilot:
        await pilot.press("p")
        await until(pilot, lambda: "Put off." in flat(pilot))
        await write(pilot, "Ask the war")
        await until(pilot, lambda: "Ask the war" in str(evening.session.half_typed))
    async with opened(evening, at="purpose") as pilot:
        assert "Enter the round is done" in flat(pilot)
        await pilot.press("p")
        await until(pilot, lambda: "Ask the war" in flat(pilot))


async def test_a_jotting_given_up_leaves_nothing_half_typed(evening: Workspace) -> None:
    """What is usual is marked from the start, so it is not something that was typed."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("escape", "j")
        await until(pilot, lambda: "A jotting" in flat(pilot))
        await write(pilot, "Ask")
        await until(pilot, lambda: "Ask" in str(evening.session.half_typed))
        await pilot.press("escape")
        await until(pilot, lambda: "A jotting" not in flat(pilot))
        assert "decide" not in evening.session.half_typed
