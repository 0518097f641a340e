"""Every way out keeps what is half typed: asked for, by a signal, by a fault of the program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from interview import commands as c
from interview.exits import FAULT, INTERRUPTED
from interview.tui.app import JointWorking
from interview.tui.screens.question import QuestionScreen
from interview.workspace import Workspace
from questions.values import Answer, Period
from tests.tui.hands import SIZE, app_of, at, go, opened, until, write

SECRET = "we never liked the Hub"


class Broken(Exception):
    """What a mistake of ours would raise."""


def _broken(*_: object, **__: object) -> None:
    raise Broken(SECRET)


async def _work() -> None:
    _broken()


def _draw(screen: QuestionScreen) -> None:
    screen.render_lines = _broken  # type: ignore[method-assign, assignment]  # to break it
    screen.refresh()


FAULTS: dict[str, Callable[[QuestionScreen], object]] = {
    "handler": lambda screen: screen.call_later(_broken),
    "timer": lambda screen: screen.set_timer(0.01, _broken),
    "worker": lambda screen: screen.run_worker(_work()),
    "drawing": _draw,
}


async def _go_wrong(app: JointWorking, where: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await go(pilot, "story")
        await write(pilot, "We met on a bu")
        assert isinstance(app.screen, QuestionScreen)
        FAULTS[where](app.screen)
        await until(pilot, lambda: app.faulty)


@pytest.mark.parametrize("where", FAULTS)
async def test_a_fault_keeps_what_was_typed_and_is_noted(
    evening: Workspace, state: Path, where: str
) -> None:
    """The app ends with a code of its own; the log says where, and nothing of what was said."""
    app = JointWorking(evening)
    with pytest.raises((Broken, WorkerFailed), match=SECRET):  # Textual hands it to tests
        await _go_wrong(app, where)
    assert app.return_code == FAULT
    assert app.noted == state / "log.txt"
    noted = (state / "log.txt").read_text("utf-8")
    assert "Broken" in noted
    assert SECRET not in noted
    assert "We met on a bu" in str(evening.session.half_typed["story"])


async def test_leaving_keeps_what_is_typed_below_another_screen(evening: Workspace) -> None:
    """The question’s own text, while help lies over it."""
    async with opened(evening, at="story") as pilot:
        await write(pilot, "We met on a bu")
        await app_of(pilot).do_help()
        app_of(pilot).leave(0)
    assert "We met on a bu" in str(evening.session.half_typed["story"])


async def test_leaving_keeps_a_sentence_of_their_own(evening: Workspace) -> None:
    """Half a sentence on the screen of words is kept like any other."""
    evening.apply(c.Answer("decide", Answer("every-yes", {"wait": Period(7, "day")})))
    async with opened(evening) as pilot:
        await go(pilot, "decide")
        await app_of(pilot).open_words(evening.session.question)
        await pilot.press("enter")
        await until(pilot, lambda: getattr(pilot.app.focused, "takes_text", False))
        await write(pilot, "by tossing a co")
        app_of(pilot).leave(0)
    assert "by tossing a co" in str(evening.session.half_typed["decide"])


async def test_a_screen_that_cannot_keep_its_text_does_not_keep_us(evening: Workspace) -> None:
    """Where the fault is in the keeping itself, we leave all the same."""
    async with opened(evening, at="story") as pilot:
        app = app_of(pilot)
        app.screen.keep_typing = _broken  # type: ignore[attr-defined]  # to break it
        app.leave(0)
        await until(pilot, lambda: not app.is_running)
    assert app.faulty


async def test_a_signal_that_came_first_opens_nothing(evening: Workspace) -> None:
    """Asked to stop before the first screen is there, it leaves at once."""
    app = JointWorking(evening)
    app.stop()
    assert await app.run_async(headless=True) == INTERRUPTED


async def test_a_signal_leaves(evening: Workspace) -> None:
    """However often it comes."""
    async with opened(evening, at="story") as pilot:
        app = app_of(pilot)
        await write(pilot, "We met on a bu")
        app.stop()
        app.stop()
        await until(pilot, lambda: not app.is_running)
    assert app.return_value == INTERRUPTED
    assert not app.faulty
    assert "We met on a bu" in str(evening.session.half_typed["story"])


async def test_a_task_that_nobody_waits_for_is_noted_and_the_evening_goes_on(
    evening: Workspace, state: Path
) -> None:
    """What it was to do is not done; that is no reason to send everybody home."""
    async with opened(evening, at="story") as pilot:
        loop = asyncio.get_running_loop()
        loop.call_soon(_broken)
        await until(pilot, (state / "log.txt").exists)
        assert at(pilot) == "QuestionScreen"
        assert not app_of(pilot).faulty


async def test_a_screen_that_was_just_opening_is_no_fault_once_we_leave(
    evening: Workspace, state: Path
) -> None:
    """Textual stops filling it, so that its own lines are not there; nothing is lost by that."""
    async with opened(evening, at="story") as pilot:
        app = app_of(pilot)
        app.leave(INTERRUPTED)
        app._handle_exception(Broken(SECRET))
    assert not app.faulty
    assert app.return_value == INTERRUPTED
    assert "Broken" in (state / "log.txt").read_text("utf-8")
