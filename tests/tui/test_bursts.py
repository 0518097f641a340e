"""A whole page pasted into any place to type on: it is taken, and keys go on being quick."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from textual import events

from interview import commands as c
from interview import places, workspace
from interview.tui.screens.room import RoomScreen
from interview.workspace import Workspace, load
from tests.interview.test_session_machine import BANK
from tests.tui.conftest import EVENING
from tests.tui.hands import Hands, app_of, at, flat, opened, until

MOST = 100_000
PASTES = {
    "lines": ("warm hall [bold]x\n" * 6000)[:MOST],
    "one word": "x" * MOST,
    "emoji": ("👩‍👩‍👧e\u0301" * 20_000)[:MOST],
}
PLACES = {
    "a line": ("name", ""),
    "a page": ("aim", ""),
    "a cell": ("jobs", ""),
    "a field": ("begin", ""),
    "a table by partner": ("brings", ""),
    "the note": ("name", "j"),
    "a sentence": ("aim", "o"),
    "who looks into it": ("name", "p"),
}


@pytest.fixture
def kinds(tmp_path: Path) -> Workspace:
    """A new agreement on a bank with every kind, with two partners."""
    made = _new(tmp_path)
    for name in ("The Riverside Trust", "The Hub"):
        made.apply(c.AddPartner(name))
    return made


def _new(folder: Path) -> Workspace:
    return workspace.start(
        folder / "kinds", "Mill Lane", "full", BANK, clock=lambda: EVENING, id="k"
    )


async def burst(pilot: Hands, text: str) -> None:
    """Paste, type on, and accept: each within what one waits without a thought."""
    assert getattr(pilot.app.focused, "takes_text", False), flat(pilot)
    pilot.app.post_message(events.Paste(text))
    for keys in ((), ("x",), ("backspace",), ("ctrl+s",), ("ctrl+o",)):
        began = time.process_time()
        await pilot.press(*keys)
        await pilot.pause()
        assert time.process_time() - began < 2, keys


@pytest.mark.parametrize("paste", PASTES)
@pytest.mark.parametrize("place", PLACES)
async def test_a_page_pasted_anywhere_holds_nothing_up(
    kinds: Workspace, place: str, paste: str
) -> None:
    """And the file says what the session says."""
    question, key = PLACES[place]
    kinds.apply(c.Begin())
    async with opened(kinds, at=question) as pilot:
        if "A round" in flat(pilot):
            await pilot.press("enter")
        if key:
            await pilot.press("escape", key)
            await pilot.pause()
        for _ in range(6):
            if getattr(pilot.app.focused, "takes_text", False):
                break
            await pilot.press("tab")
        await burst(pilot, PASTES[paste])
    kinds.close()
    assert load(kinds.path) == kinds.session.agreement()


@pytest.mark.parametrize("paste", PASTES)
@pytest.mark.parametrize("line", ["people", "minutes", "missing", "ground_rules"])
async def test_a_page_pasted_into_the_sheet_holds_nothing_up(
    tmp_path: Path, line: str, paste: str
) -> None:
    """The box for who is here as well, where each line may be a person of a new partner."""
    new = _new(tmp_path)
    async with opened(new) as pilot:
        assert isinstance(pilot.app.screen, RoomScreen)
        pilot.app.screen.query_one(f"#line-{line}").query("Line, Page").first().focus()
        await pilot.pause()
        await burst(pilot, PASTES[paste])
    new.close()
    assert load(new.path) == new.session.agreement()


async def test_a_page_pasted_as_a_title_makes_a_folder_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A title of a page is cut to what a folder may be called."""
    named = places.folder_name
    monkeypatch.setattr(places, "default_folder", lambda title: tmp_path / named(title))
    async with opened(None) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "What do you call" in flat(pilot))
        pilot.app.post_message(events.Paste("Warm hall " * 10_000))
        began = time.process_time()
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot) == "RoomScreen")
        assert time.process_time() - began < 4
        made = app_of(pilot).workspace
        assert made is not None
    made.close()
    assert load(made.path).about.title.endswith("Warm hall Warm hall")
