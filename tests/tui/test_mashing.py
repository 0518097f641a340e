"""Keys, clicks, pastes and sizes of the window at random: the program stays up, and the file reads.

``python -m tests.torture mash`` goes on for as long as it is told to, on every cell.
"""

from __future__ import annotations

import asyncio
from functools import partial
from random import Random
from unittest import mock

import click
import pytest

from interview import commands as c
from interview.workspace import Workspace
from questions.values import Answer
from tests.torture.mashing import LARGE, MOST_SECONDS, Mashed, click_everywhere, is_kept, mash, to
from tests.tui.hands import opened, until

PLACES = (
    *("room", "check", "parked", "finish", "help"),
    *("together", "who-we-are", "purpose", "holder", "story", "decide", "table", "brings"),
)


@pytest.fixture(autouse=True)
def no_other_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys may ask to show the folder; the test is not to open a window for it."""
    monkeypatch.setattr(click, "launch", lambda *_: 0)


@pytest.mark.parametrize("place", PLACES)
async def test_mashed_keys_leave_a_program_that_answers_and_a_file_that_reads(
    evening: Workspace, place: str
) -> None:
    """Every screen, at first; from there the keys lead where they lead."""
    evening.apply(c.Answer("money", Answer(True)))
    evening.apply(c.Begin())
    mashed = Mashed()
    async with opened(evening, size=(80, 24)) as pilot:
        await to(pilot, place)
        await mash(pilot, Random(place), 30, mashed, sizes=LARGE)
    evening.close()
    assert is_kept(evening), mashed.done
    assert mashed.slowest < MOST_SECONDS, mashed.what


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
async def test_a_click_anywhere_is_a_click_on_something_or_on_nothing(
    evening: Workspace, place: str
) -> None:
    """One cell in eleven of every fourth row; none brings the program down."""
    evening.apply(c.Answer("money", Answer(True)))
    evening.apply(c.Begin())
    mashed = Mashed()
    async with opened(evening, size=(80, 24)) as pilot:
        await click_everywhere(pilot, partial(to, place=place), (11, 4), mashed)
    evening.close()
    assert is_kept(evening), mashed.done
    assert mashed.slowest < MOST_SECONDS, mashed.what


async def test_a_window_of_one_cell_and_back_loses_nothing_typed(evening: Workspace) -> None:
    """While somebody types, the window takes every size there is."""
    evening.apply(c.Begin())
    chance, mashed = Random(1), Mashed()
    async with opened(evening, at="story", size=(80, 24)) as pilot:
        await pilot.press("enter")  # the round
        await pilot.pause()
        for key in "warm":
            await mashed.do(pilot, f"key {key}", pilot.press(key))
            for size in ((1, 1), (chance.randint(1, 200), chance.randint(1, 60)), (80, 24)):
                await mashed.do(pilot, f"size {size}", pilot.resize_terminal(*size))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: evening.session.entry("story").answer == Answer("warm"))
    assert mashed.slowest < MOST_SECONDS, mashed.what


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 40)])
async def test_a_window_with_no_room_at_all_is_at_rest(
    evening: Workspace, size: tuple[int, int]
) -> None:
    """It does not lay itself out again and again, which would cost a battery."""
    evening.apply(c.Begin())
    async with opened(evening, at="story", size=(80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        await asyncio.sleep(0.5)
        drawn = mock.Mock(wraps=pilot.app.screen._refresh_layout)
        with mock.patch.object(pilot.app.screen, "_refresh_layout", drawn):
            await asyncio.sleep(0.5)
        assert drawn.call_count <= 1
