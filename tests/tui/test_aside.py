"""Words typed into the small forms are kept like any others, and come back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from interview import commands as c
from interview.tui.app import JointWorking
from interview.workspace import Workspace
from questions.values import Answer


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
