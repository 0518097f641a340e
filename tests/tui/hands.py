"""What tests of the screens need: an app that is open, and what can be read on it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from rich.text import Text
from textual import events
from textual.content import Content
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from interview.tui.app import JointWorking
from interview.workspace import Workspace

Hands = Pilot[int]
W = TypeVar("W", bound=Widget)

SIZE = (100, 36)
"""Room enough that a test need not scroll."""


@asynccontextmanager
async def opened(
    workspace: Workspace | None, at: str = "", size: tuple[int, int] = SIZE
) -> AsyncIterator[Hands]:
    """The app with this agreement on its screens, at a question if one is named."""
    app = JointWorking(workspace)
    # Toasts and tooltips are off unless asked for, and then one that crashes goes unseen.
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        if at:
            assert workspace is not None
            await go(pilot, at)
        yield pilot


async def go(pilot: Hands, question: str) -> None:
    """Open a question as the flow would, not as a change from check answers."""
    from interview import commands as c

    app = app_of(pilot)
    assert app.workspace is not None
    app.workspace.apply(c.GoTo(question))
    await app.show_current()
    await pilot.pause()


def app_of(pilot: Hands) -> JointWorking:
    """The app, as what it is."""
    assert isinstance(pilot.app, JointWorking)
    return pilot.app


def frame(pilot: Hands) -> str:
    """What is on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def flat(pilot: Hands) -> str:
    """What is on the screen, with every run of blanks and of lines made one blank."""
    return re.sub(r"[\s│]+", " ", frame(pilot))


def find(pilot: Hands, wanted: type[W]) -> W:
    """The one widget of its sort on the screen."""
    return pilot.app.screen.query_one(wanted)


def words(pilot: Hands, selector: str) -> str:
    """All that a widget would show, in sight or not; "" if it is hidden."""
    widget = pilot.app.screen.query_one(selector)
    if not widget.display:
        return ""
    shown = widget.render()
    assert isinstance(shown, Content | Text | str), shown
    return shown if isinstance(shown, str) else shown.plain


def message(pilot: Hands) -> str:
    """The one line that a screen has for what must be said."""
    return words(pilot, "#message")


async def write(pilot: Hands, text: str) -> None:
    """Put a text into the line that has the focus: at one go, for key by key takes its time."""
    assert getattr(pilot.app.focused, "takes_text", False), pilot.app.focused
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def line(pilot: Hands) -> Input:
    """The line that has the focus."""
    focused = pilot.app.focused
    assert isinstance(focused, Input), focused
    return focused


def at(pilot: Hands) -> str:
    """The name of the screen's class."""
    return type(pilot.app.screen).__name__


async def until(pilot: Hands, so: Callable[[], bool]) -> None:
    """Wait for something that a timer or the saving thread brings about."""
    for _ in range(500):
        if so():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"It did not come about:\n{frame(pilot)}")


async def click_words(pilot: Hands, text: str) -> None:
    """Click where these words stand on the screen."""
    for y, row in enumerate(frame(pilot).split("\n")):
        if (x := row.find(text)) >= 0:
            await pilot.click(offset=(x + 1, y))
            return
    raise AssertionError(f"“{text}” is not on the screen:\n{frame(pilot)}")
