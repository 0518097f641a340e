"""Tables: rows suggested, added, filled and taken away."""

from __future__ import annotations

from interview.tui.widgets.editors.table import RowList
from interview.workspace import Workspace
from tests.tui.hands import click_words, find, flat, frame, go, line, opened, write


def decisions(workspace: Workspace) -> list[object]:
    """What the rows of the table are about."""
    answer = workspace.session.entry("table").answer
    assert answer is not None
    return [row.cells.get("decision") for row in answer.rows]


async def test_suggested_rows_are_accepted_as_they_are(evening: Workspace) -> None:
    """Enter takes the table."""
    async with opened(evening, at="table") as pilot:
        await pilot.press("enter")
        assert decisions(evening) == ["Our own people and money", "A new partner"]


async def test_a_row_is_added_and_filled(evening: Workspace) -> None:
    """With +, then text and Enter from line to line; arrows pick where there is a choice."""
    async with opened(evening, at="table") as pilot:
        await pilot.press("plus")
        await write(pilot, "Opening hours")
        await pilot.press("enter", "down", "down", "enter")
        await pilot.pause()
        assert "Opening hours · all of us" in flat(pilot)
        await pilot.press("ctrl+s")
        assert decisions(evening)[-1] == "Opening hours"


async def test_a_row_is_removed(evening: Workspace) -> None:
    """With Delete; it is gone from the answer too."""
    async with opened(evening, at="table") as pilot:
        await pilot.press("delete", "enter")
        assert decisions(evening) == ["A new partner"]


async def test_an_empty_new_row_is_no_row(evening: Workspace) -> None:
    """Enter in its empty first line takes it away and the table as it was."""
    async with opened(evening, at="table") as pilot:
        await pilot.press("plus", "enter")
        await pilot.pause()
        assert decisions(evening) == ["Our own people and money", "A new partner"]


async def test_the_cursor_shows_the_row_that_is_open(evening: Workspace) -> None:
    """Its texts stand in the lines below, and can be clicked as well."""
    async with opened(evening, at="table") as pilot:
        await pilot.press("down")
        await pilot.pause()
        assert find(pilot, RowList).cursor == 1
        await pilot.press("tab")
        assert line(pilot).value == "A new partner"
        await click_words(pilot, "Our own people and money · the")
        await pilot.pause()
        assert find(pilot, RowList).cursor == 0
        await click_words(pilot, "+ add a row")
        await pilot.pause()
        assert "(new)" in frame(pilot)


async def test_enter_walks_through_every_partner(evening: Workspace) -> None:
    """A line that must be filled is asked of each, then the answer is taken."""
    async with opened(evening, at="brings") as pilot:
        for text in ("Cook", "Lend the hall", "Lay the tables"):
            await write(pilot, text)
            await pilot.press("enter", "enter")
            await pilot.pause()
        entry = evening.session.entry("brings")
        assert entry.settled
        assert entry.answer is not None
        assert [row.id for row in entry.answer.rows] == ["lunch-club", "st-annes", "the-hub"]
        assert "Lunch Club will cook." in flat(pilot)


async def test_a_half_typed_row_is_there_on_return(evening: Workspace) -> None:
    """Also one that was only just added."""
    async with opened(evening, at="table") as pilot:
        await pilot.press("plus")
        await write(pilot, "Opening ho")
        await pilot.press("ctrl+b")
        await pilot.pause()
        await go(pilot, "table")
        assert "Opening ho" in flat(pilot)
        assert not evening.session.entry("table").dealt_with
