"""A cat on the keyboard: any key, click, paste and size of window, on any screen.

Whoever mashes hands in the app's Pilot; everything goes through it, as events.
"""

from __future__ import annotations

import string
import time
from collections.abc import Awaitable, Callable, Sequence
from random import Random
from typing import Final

from attrs import define, field
from textual import events

from interview.tui.app import JointWorking
from interview.workspace import Workspace, load
from tests.tui.hands import Hands, at

MOST_SECONDS: Final = 2.0
"""Of the processor's time, from a key until the screen is still again."""

KEYS: Final = (
    *string.ascii_letters,
    *string.digits,
    *(f"f{number}" for number in range(1, 13)),
    *(f"ctrl+{letter}" for letter in string.ascii_lowercase),
    *("enter", "tab", "shift+tab", "escape", "space", "backspace", "delete", "insert"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("shift+up", "shift+right", "ctrl+left", "ctrl+right", "ctrl+home", "ctrl+end", "ctrl+delete"),
    *("plus", "minus", "slash", "question_mark", "full_stop", "comma", "left_square_bracket"),
    *("ctrl+shift+a", "ctrl+backspace", "alt+b", "alt+enter"),
)
_USEFUL: Final = ("enter", "enter", "tab", "down", "escape", "space", "e", "b", "ctrl+s", "z", "y")
_PASTES: Final = ("", "x", "Ann Price, The Hub\nBo", "[/]\x1b[2J", "9" * 5000, "é\u0301👩‍👩‍👧" * 50)
Sizes = Sequence[tuple[int, int]]
LARGE: Final[Sizes] = ((40, 12), (80, 24), (100, 36), (200, 60))
SIZES: Final[Sizes] = ((1, 1), (2, 1), (1, 40), (39, 11), *LARGE)

Open = Callable[[Hands], Awaitable[None]]
"""Brings the app to the screen that is looked at."""


@define
class Mashed:
    """What was done, what took longest, and how long that was; ``done`` tells how to do it again."""

    done: list[str] = field(factory=list)
    slowest: float = 0.0
    what: str = ""

    async def do(self, pilot: Hands, what: str, does: Awaitable[object]) -> None:
        """Do one thing and wait until its effects are over."""
        where = at(pilot) if pilot.app.screen_stack else "nowhere"
        self.done.append(f"{where}: {what}")
        began = time.process_time()
        await does
        await pilot.pause()
        took = time.process_time() - began
        if took > self.slowest:
            self.slowest, self.what = took, f"{where}: {what}"


async def mash(
    pilot: Hands, chance: Random, times: int, mashed: Mashed, *, sizes: Sizes = SIZES
) -> None:
    """Do so many things at random, or until one of them leaves the program."""
    for _ in range(times):
        if not pilot.app.is_running or pilot.app._exit:
            return
        await _one(pilot, chance, mashed, sizes)


async def _one(pilot: Hands, chance: Random, mashed: Mashed, sizes: Sizes) -> None:
    match chance.randrange(20):
        case 0:
            size = chance.choice(sizes)
            await mashed.do(pilot, f"size {size}", pilot.resize_terminal(*size))
        case 1 | 2:
            await click(pilot, chance.randrange(80), chance.randrange(24), mashed)
        case 3:
            text = chance.choice(_PASTES)
            pilot.app.post_message(events.Paste(text))
            await mashed.do(pilot, f"paste {text[:20]!r}", pilot.pause())
        case 4:
            keys = [chance.choice(KEYS) for _ in range(chance.randint(2, 8))]
            await mashed.do(pilot, f"keys {keys}", pilot.press(*keys))
        case 5 | 6 | 7 | 8 | 9 | 10:
            key = chance.choice(_USEFUL)
            await mashed.do(pilot, f"key {key}", pilot.press(key))
        case _:
            key = chance.choice(KEYS)
            await mashed.do(pilot, f"key {key}", pilot.press(key))


async def click(pilot: Hands, x: int, y: int, mashed: Mashed) -> None:
    """Click on a cell, if the window is as large as that."""
    width, height = pilot.app.size
    if x < width and y < height:
        await mashed.do(pilot, f"click {x}, {y}", pilot.click(offset=(x, y)))


async def click_everywhere(pilot: Hands, place: Open, by: tuple[int, int], mashed: Mashed) -> None:
    """Click on every cell of a screen, or one of so many columns and rows.

    It is opened again whenever a click has led away from it.
    """
    await place(pilot)
    screen = pilot.app.screen
    for y in range(0, 24, by[1]):
        for x in range(y % by[0], 80, by[0]):
            await click(pilot, x, y, mashed)
            if pilot.app._exit:
                return
            if pilot.app.screen is not screen:
                await place(pilot)
                screen = pilot.app.screen


async def to(pilot: Hands, place: str) -> None:
    """Open a screen by name: one of the app's own places, or a question."""
    from interview import commands as c

    app = pilot.app
    assert isinstance(app, JointWorking)
    assert app.workspace is not None
    while len(app.screen_stack) > 2:
        app.pop_screen()
    if hasattr(app, f"do_{place}"):
        await getattr(app, f"do_{place}")()
    else:
        app.workspace.apply(c.GoTo(place))
        await app.show_current()
    await pilot.pause()


def is_kept(opened: Workspace) -> bool:
    """Whether the closed agreement's file says what its session says."""
    return load(opened.path) == opened.session.agreement()
