"""Who takes part: one table, added to as people speak."""

from __future__ import annotations

from interview import commands as c
from interview.tui.widgets.editors.fields import FieldInput
from interview.tui.widgets.editors.table import RowList
from interview.tui.widgets.positions import Positions
from interview.workspace import Workspace
from questions.values import Answer
from tests.tui.hands import (
    app_of,
    at,
    find,
    flat,
    frame,
    go,
    line,
    message,
    opened,
    until,
    words,
    write,
)


def names(workspace: Workspace) -> list[str]:
    """Who is with us."""
    return [p.name for p in workspace.session.record.present]


async def test_partners_are_added_as_they_are_typed(bare: Workspace) -> None:
    """Name, Enter through the lines, and a new row is ready for the next."""
    async with opened(bare, at="who-we-are") as pilot:
        for name, contact in (("Lunch Club", "Ann Price"), ("St Anne’s", "Ruth Cole")):
            await write(pilot, name)
            await pilot.press("enter", "enter", "enter")
            await write(pilot, contact)
            await pilot.press("enter")
            await pilot.pause()
        assert "Lunch Club" in frame(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert names(bare) == ["Lunch Club", "St Anne’s"]
        assert isinstance(pilot.app.focused, Positions)
        assert "Ann Price will speak for Lunch Club." in words(pilot, "#clause")


async def test_both_clauses_of_the_page_are_agreed_at_once(evening: Workspace) -> None:
    """One key for everyone, and on to the purpose."""
    async with opened(evening, at="who-we-are") as pilot:
        await pilot.press("ctrl+s", "e")
        await pilot.pause()
        for question in ("who-we-are", "mandate"):
            assert set(evening.session.entry(question).positions) == {"lunch-club", "st-annes"}
        assert evening.session.at == "purpose"


async def test_a_number_counts_for_both_clauses(evening: Workspace) -> None:
    """A partner has one view of the page."""
    async with opened(evening, at="who-we-are") as pilot:
        await pilot.press("ctrl+s", "2")
        for question in ("who-we-are", "mandate"):
            held = evening.session.entry(question).positions["lunch-club"]
            assert held.stance == "can-live-with-it"


async def test_nobody_is_no_partnership(bare: Workspace) -> None:
    """An empty table is pointed at, kindly."""
    async with opened(bare, at="who-we-are") as pilot:
        await pilot.press("ctrl+s")
        assert "at least one organisation" in message(pilot)
        assert not bare.session.entry("who-we-are").dealt_with


async def test_a_half_typed_partner_is_there_on_return(bare: Workspace) -> None:
    """It is no partner yet, and nothing of it is lost."""
    async with opened(bare, at="who-we-are") as pilot:
        await write(pilot, "Lunch Cl")
        await pilot.press("ctrl+b")
        await pilot.pause()
        assert at(pilot) == "OpeningScreen"
        await go(pilot, "who-we-are")
        assert "Lunch Cl" in flat(pilot)
        assert names(bare) == []


async def test_a_removed_partner_can_be_had_back(evening: Workspace) -> None:
    """Delete takes it out of the list; undo brings it back."""
    async with opened(evening, at="who-we-are") as pilot:
        find(pilot, RowList).focus()
        await pilot.press("delete")
        await pilot.pause()
        assert names(evening) == ["St Anne’s", "The Hub"]
        assert "takes that back" in message(pilot)
        await app_of(pilot).do_undo()
        await pilot.pause()
        assert names(evening) == ["Lunch Club", "St Anne’s", "The Hub"]
        assert "Lunch Club" in flat(pilot)


async def test_presence_and_lead_are_taken_from_the_row(evening: Workspace) -> None:
    """Yes and no, in the partner's own line."""
    async with opened(evening, at="who-we-are") as pilot:
        for field in pilot.app.screen.query(FieldInput):
            if text := {"here": "no", "lead": "yes"}.get(field.slot.field.id):
                field.value = text
        await pilot.pause()
        await pilot.press("ctrl+s")
        assert evening.session.record.lead == "lunch-club"
        assert "lunch-club" in evening.session.record.absent


async def test_a_changed_name_is_used_at_once(evening: Workspace) -> None:
    """In the clauses and beside them."""
    async with opened(evening, at="who-we-are") as pilot:
        await pilot.press("tab")
        line(pilot).value = "Tuesday Lunch Club"
        await pilot.pause()
        await pilot.press("ctrl+s")
        assert names(evening)[0] == "Tuesday Lunch Club"
        assert "Tuesday Lunch Club can agree this draft." in words(pilot, "#clause")


async def test_why_comes_back_to_what_was_typed(bare: Workspace) -> None:
    """Reading why loses nothing."""
    async with opened(bare, at="who-we-are") as pilot:
        await write(pilot, "Lunch Cl")
        await pilot.press("f2")
        await pilot.pause()
        assert at(pilot) == "TextScreen"
        await pilot.press("escape")
        await pilot.pause()
        assert line(pilot).value == "Lunch Cl"


async def test_what_is_typed_is_kept_while_typing(bare: Workspace) -> None:
    """Within a moment, without anybody pressing anything."""
    async with opened(bare, at="who-we-are") as pilot:
        await write(pilot, "Lunch Cl")
        await until(pilot, lambda: "who-we-are" in bare.session.half_typed)


async def test_partners_can_be_seen_from_anywhere(evening: Workspace) -> None:
    """And afterwards we are where we were: at the question, or on the list that was open."""
    evening.apply(c.Answer("decide", Answer("every-yes")))
    async with opened(evening, at="decide") as pilot:
        for list_first, where in (
            ("", "QuestionScreen"),
            ("f", "FinishScreen"),
            ("c", "CheckScreen"),
        ):
            for done in (("g",), ("ctrl+s", "e")):
                await pilot.press("escape", *list_first, "t")
                await pilot.pause()
                assert at(pilot) == "PartnersScreen"
                await pilot.press("escape", *done)
                await pilot.pause()
                assert at(pilot) == where
                await go(pilot, "decide")


async def test_partners_seen_twice_are_left_once(evening: Workspace) -> None:
    """Asking for them while they are there is no place to come back to."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("escape", "t", "escape", "t", "escape", "g")
        await until(pilot, lambda: at(pilot) == "QuestionScreen")
        assert evening.session.at == "decide"


async def test_a_question_gone_since_is_no_place_to_come_back_to(evening: Workspace) -> None:
    """Then we go on from the partners."""
    evening.apply(c.Answer("money", Answer(True)))
    async with opened(evening, at="holder") as pilot:
        await pilot.press("escape", "t")
        await pilot.pause()
        evening.apply(c.Answer("money", Answer(value=False)))
        await pilot.press("escape", "g")
        await until(pilot, lambda: evening.session.at == "purpose")
