"""What else can become of a question, and the other ways to say so: footer, palette, letters."""

from __future__ import annotations

import pytest

from interview.workspace import Workspace
from tests.tui.hands import (
    at,
    click_words,
    flat,
    frame,
    line,
    opened,
    until,
    write,
)
from tests.tui.hands import words as shown


async def test_parking_keeps_who_and_when(evening: Workspace) -> None:
    """Two lines, Enter after each, and on to the next question."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("p")
        await write(pilot, "Ann")
        await pilot.press("enter")
        await write(pilot, "6 June 2027")
        await pilot.press("enter")
        await pilot.pause()
        entry = evening.session.entry("decide")
        assert (entry.standing, entry.owner, str(entry.by)) == ("parked", "Ann", "2027-06-06")
        assert evening.session.at == "table"
        assert "1 parked" in frame(pilot)


async def test_a_day_that_is_none_is_said_under_its_line(evening: Workspace) -> None:
    """Parking waits until the day can be read, or the line is empty."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("p", "enter")
        await write(pilot, "whenever")
        await pilot.press("enter")
        assert "Please type a day" in flat(pilot)
        assert evening.session.entry("decide").standing != "parked"


async def test_escape_gives_up_parking(evening: Workspace) -> None:
    """The lines go away, and nothing has happened."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("p", "escape")
        await pilot.pause()
        assert "Who takes it on?" not in flat(pilot)
        assert evening.session.entry("decide").standing != "parked"


async def test_disagreeing_keeps_each_view(evening: Workspace) -> None:
    """A line for every partner, absent or not; each view is kept in its own words."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("d")
        for text in ("All must agree", "Most will do", "", "", ""):
            await write(pilot, text)
            await pilot.press("enter")
        await pilot.pause()
        entry = evening.session.entry("decide")
        assert entry.standing == "disputed"
        assert entry.views == {"lunch-club": "All must agree", "st-annes": "Most will do"}


@pytest.mark.parametrize(("key", "standing"), [("n", "undecided"), ("x", "not-for-us")])
async def test_a_question_can_be_left(evening: Workspace, key: str, standing: str) -> None:
    """Not decided yet, or not for us: said, kept, and on."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert evening.session.entry("decide").standing == standing
        assert evening.session.at == "table"


async def test_undo_and_redo_go_to_the_question(evening: Workspace) -> None:
    """What is taken back is seen to be taken back."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("x")
        await pilot.press("z")
        await pilot.pause()
        assert evening.session.at == "decide"
        assert not evening.session.entry("decide").dealt_with
        await pilot.press("y")
        await pilot.pause()
        assert evening.session.entry("decide").standing == "not-for-us"
        assert "Not for us" in shown(pilot, "#clause")


async def test_a_note_is_kept(evening: Workspace) -> None:
    """And offered again to be changed."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("j")
        await write(pilot, "Ask the diocese")
        await pilot.press("enter")
        assert evening.session.entry("decide").note == "Ask the diocese"
        await pilot.press("escape", "j")
        assert line(pilot).value == "Ask the diocese"


async def test_why_opens_and_closes(evening: Workspace) -> None:
    """What is half typed is still there afterwards."""
    async with opened(evening, at="purpose") as pilot:
        await pilot.press("enter", "enter")
        await write(pilot, "keep the ha")
        await pilot.press("f2")
        await pilot.pause()
        assert at(pilot) == "TextScreen"
        assert "Every later answer leans on this one." in flat(pilot)
        assert "We will keep the 42 bus." in flat(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert at(pilot) == "QuestionScreen"
        assert line(pilot).value == "keep the ha"


async def test_going_on_leaves_the_question_for_later(evening: Workspace) -> None:
    """It is not dealt with, and the next one opens."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("g")
        await pilot.pause()
        assert evening.session.at == "table"
        assert not evening.session.entry("decide").dealt_with


async def test_footer_links_can_be_clicked(evening: Workspace) -> None:
    """Each does what its key does."""
    async with opened(evening, at="decide") as pilot:
        await click_words(pilot, "b back")
        await pilot.pause()
        assert evening.session.at == "story"
        await click_words(pilot, "why")
        await pilot.pause()
        assert at(pilot) == "TextScreen"
        await click_words(pilot, "Esc close")
        await pilot.pause()
        assert at(pilot) == "QuestionScreen"


async def test_the_palette_lists_what_can_be_done(evening: Workspace) -> None:
    """By name, and choosing a name does it."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Everyone agrees" in frame(pilot))
        await pilot.press(*"not", "space", *"for")
        await until(pilot, lambda: "Not for us" in frame(pilot))
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: evening.session.entry("decide").standing == "not-for-us")
