"""The start screen: something new, something lately, an example, help."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import AsyncMock

import pytest

from interview import commands as c
from interview import places, workspace
from interview.examples import examples
from interview.tui.screens.start import NEW, StartScreen
from questions.load import bundled, load
from tests.tui.conftest import EVENING
from tests.tui.hands import (
    app_of,
    at,
    click_words,
    flat,
    frame,
    line,
    message,
    opened,
    until,
)


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where new agreements go."""
    folder = tmp_path / "Documents"
    monkeypatch.setattr(places, "default_folder", lambda title: folder / title)
    return folder


async def test_a_new_agreement_is_asked_its_name_and_opened(documents: Path) -> None:
    """Two Enters are enough; the name is there to be changed."""
    async with opened(None) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "What do you call your work together?" in flat(pilot))
        line(pilot).value = "Warm Hall"
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot) == "RoomScreen")
        opened_here = app_of(pilot).workspace
        assert opened_here is not None
        assert opened_here.session.record.title == "Warm Hall"
        assert opened_here.session.record.depth == "quick"
        assert opened_here.path.parent == documents / "Warm Hall"
    opened_here.close()


async def test_a_folder_that_is_taken_is_said_and_nothing_is_lost(documents: Path) -> None:
    """Another name can be given."""
    taken = documents / "Our agreement" / places.FILE_NAME
    taken.parent.mkdir(parents=True)
    taken.write_text("ours", encoding="utf-8")
    async with opened(None) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "What do you call" in flat(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "There is an agreement" in message(pilot))
        assert at(pilot) == "StartScreen"
        assert taken.read_text("utf-8") == "ours"


async def test_what_was_opened_lately_is_there_to_go_on_with(tmp_path: Path) -> None:
    """With its title and how far it got; Enter opens it where it was left."""
    first = workspace.start(
        tmp_path / "first", "[b]Warm[/b] Hall", "quick", load(bundled()), clock=lambda: EVENING
    )
    first.apply(c.AddPartner("Lunch Club"))
    first.close()
    async with opened(None) as pilot:
        await until(pilot, lambda: "▸ Go on with [b]Warm[/b] Hall" in frame(pilot))
        assert f"0 of {len(first.session.path)} answered" in flat(pilot)
        assert "04/03/2027 19:00" in flat(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot) == "OpeningScreen")
        again = app_of(pilot).workspace
        assert again is not None
        assert again.session.record.title == "[b]Warm[/b] Hall"
    again.close()


async def test_a_file_that_cannot_be_read_is_said_and_untouched(tmp_path: Path) -> None:
    """The start screen stays; the sentence names the file."""
    first = workspace.start(tmp_path / "first", "Hall", "quick", load(bundled()))
    first.close()
    broken = first.path.read_text("utf-8").replace("format = 1", 'format = 1\nfromat = "x"')
    first.path.write_text(broken, encoding="utf-8")
    async with opened(None) as pilot:
        await until(pilot, lambda: "Go on with Hall" in frame(pilot))
        await click_words(pilot, "Go on with Hall")
        await until(pilot, lambda: "untouched" in message(pilot))
        assert "fromat" in message(pilot)
    assert first.path.read_text("utf-8") == broken


@pytest.mark.parametrize(
    ("key", "there"),
    [("down", "▸ Start a new agreement, in full"), ("enter", "What do you call your work")],
)
async def test_whoever_has_begun_is_not_taken_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, there: str
) -> None:
    """The arrow goes to what was open lately only while nobody has chosen anything else."""
    workspace.start(tmp_path / "first", "Hall", "quick", load(bundled())).close()
    look = StartScreen._show_recent
    monkeypatch.setattr(StartScreen, "_show_recent", AsyncMock())
    async with opened(None) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: there in flat(pilot))
        focused = pilot.app.focused
        screen = pilot.app.screen
        assert isinstance(screen, StartScreen)
        await look(screen)
        await until(pilot, lambda: "Go on with Hall" in frame(pilot))
        assert pilot.app.focused is focused


async def test_one_that_is_finished_is_not_what_to_go_on_with_first(tmp_path: Path) -> None:
    """It is on the list, and the arrow stands on something new."""
    done = workspace.start(tmp_path / "done", "Hall", "quick", load(bundled()))
    for question in done.session.path:
        done.apply(c.NotRelevant(question.id))
    done.close()
    async with opened(None) as pilot:
        await until(pilot, lambda: "Go on with Hall" in frame(pilot))
        assert "▸ Start a new agreement, quick" in frame(pilot)


async def test_where_the_cursor_is_is_not_said_by_colour_alone() -> None:
    """An arrow stands before it, and goes with the arrow keys."""
    async with opened(None) as pilot:
        assert "▸ Start a new agreement, quick" in frame(pilot)
        await pilot.press("down")
        assert "▸ Start a new agreement, in full" in frame(pilot)
        assert frame(pilot).count("▸") == 1


@pytest.mark.parametrize(("choice", "said"), [("Help", "A letter works"), ("Look", "Warm Hall")])
async def test_help_and_the_examples_open_and_close(choice: str, said: str) -> None:
    """A page to read, and back."""
    async with opened(None) as pilot:
        await click_words(pilot, choice)
        await until(pilot, lambda: at(pilot) != "StartScreen" and said in flat(pilot))
        await pilot.press("escape")
        await pilot.pause()
        assert at(pilot) == "StartScreen"


async def test_every_example_is_on_the_list_and_can_be_read() -> None:
    """A line says what each shows; Enter or a click opens it, and closing comes back to the list."""
    known = examples(bundled())
    assert len(known) >= 2
    async with opened(None, size=(80, 24)) as pilot:
        await click_words(pilot, "Look at a finished example")
        await until(pilot, lambda: at(pilot) == "ExamplesScreen" and "▸" in frame(pilot))
        for example in known:
            assert example.shows
            assert f"{example.title} {example.shows}" in flat(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: at(pilot) == "ExampleScreen" and known[1].title in flat(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: at(pilot) == "ExamplesScreen" and known[0].title in flat(pilot))
        await click_words(pilot, known[0].title)
        await until(pilot, lambda: at(pilot) == "ExampleScreen" and known[0].title in flat(pilot))


async def test_each_depth_can_be_chosen(documents: Path) -> None:
    """Short stands above quick, where the cursor begins at first, and full below it."""
    # The second time there is something to go on with, below; the cursor begins there.
    for keys, depth in ((["up"], "short"), (["up"], "full")):
        async with opened(None) as pilot:
            await pilot.pause(0.1)
            await pilot.press(*keys, "enter")
            await until(pilot, lambda: "What do you call your work together?" in flat(pilot))
            line(pilot).value = depth
            await pilot.press("enter")
            await until(pilot, lambda: at(pilot) == "RoomScreen")
            opened_here = app_of(pilot).workspace
            assert opened_here is not None
            assert opened_here.session.record.depth == depth
        opened_here.close()


def test_the_start_screen_and_the_bank_agree_on_how_long_the_short_way_takes() -> None:
    """The screen is drawn before the bank is read, so it cannot ask it."""
    short = load(bundled()).short
    assert short is not None
    (note,) = [note for depth, _, note in NEW if depth == "short"]
    assert f"about {short.minutes} minutes" in note


async def test_the_notice_is_on_the_first_screen() -> None:
    """Whose questions these are, and are not."""
    async with opened(None, size=(80, 24)) as pilot:
        assert "not made or endorsed by NCVO" in flat(pilot)


async def test_leaving() -> None:
    """One letter."""
    async with opened(None) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.return_value == 0
