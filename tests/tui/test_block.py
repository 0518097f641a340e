"""The usual clauses of the short way on the screen: read, ticked, taken, agreed to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual.containers import VerticalScroll

from interview import commands as c
from interview.tui.screens.block import ClauseTick
from interview.tui.widgets.positions import Positions
from interview.workspace import Workspace
from questions.load import bundled
from tests.tui.conftest import in_a_hurry
from tests.tui.hands import (
    Hands,
    app_of,
    at,
    click_words,
    find,
    flat,
    frame,
    go,
    line,
    message,
    opened,
    until,
    write,
)

IN_FOUR_WEEKS = dt.date(2027, 4, 1)
WINDOWS = [(60, 20), (80, 24), (100, 30)]


def standing(ours: Workspace, *questions: str) -> list[str]:
    """What became of questions."""
    return [ours.session.entry(q).standing for q in questions]


async def settled(pilot: Hands) -> None:
    """Until what a key set going is done."""
    await pilot.pause()
    await pilot.pause()


async def test_the_page_shows_every_clause_ticked_with_its_number(short: Workspace) -> None:
    """The words of all, as they will be numbered; a round is not held."""
    async with opened(short, at="treat") as pilot:
        assert at(pilot) == "BlockScreen"
        shown = flat(pilot)
        for said in (
            "[x] 1.1 How we treat each other",
            "We will thank each other.",
            "[x] 2.1 Saying it early",
            "Nobody will be blamed for saying so.",
            "[x] 2.3 Telling the funder",
            "“First jobs” and “If nothing else helps”.",
            "By when? 01/04/2027",
        ):
            assert said in shown


async def test_enter_takes_them_all_and_e_agrees_to_them_all(short: Workspace) -> None:
    """Enter to the lines, Enter through them, then one key for everyone, and on."""
    async with opened(short, at="treat") as pilot:
        await pilot.press("enter")
        await write(pilot, "Ann Price")
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.focused, Positions)
        entries = short.session.record.entries
        assert all(not entries[q].talked_through for q in ("treat", "early", "tell"))
        assert standing(short, "jobs", "last-step") == ["parked", "parked"]
        jobs = entries["jobs"]
        assert (jobs.owner, jobs.by) == ("Ann Price", IN_FOUR_WEEKS)
        await pilot.press("enter")
        assert "e if everyone" in message(pilot)
        await pilot.press("e")
        await settled(pilot)
        assert short.session.at == "status"
        for question in ("treat", "early", "tell"):
            assert set(short.session.entry(question).positions) == {"lunch-club", "st-annes"}
        await pilot.press("z")
        assert "lunch-club" in short.session.entry("treat").positions


async def turn(pilot: Hands, *clauses: int) -> None:
    """Leave these clauses of the page out, or take them in; from 1."""
    for n in clauses:
        list(pilot.app.screen.query(ClauseTick))[n - 1].focus()
        await pilot.press("space")


async def test_a_space_leaves_a_clause_out(short: Workspace) -> None:
    """The screen says so in words; the clause is open, and is not put to the partners."""
    async with opened(short, at="treat") as pilot:
        await turn(pilot, 2)
        assert "[ ] 2.1 Saying it early left out Space takes it in" in flat(pilot)
        await pilot.press("down", "space")
        assert "[ ] 2.3 Telling the funder left out" in flat(pilot)
        await turn(pilot, 3)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert standing(short, "treat", "early", "tell") == ["decided", "undecided", "decided"]
        await pilot.press("e")
        await settled(pilot)
        assert short.session.entry("early").positions == {}


async def test_with_everything_left_out_there_is_nobody_to_ask(short: Workspace) -> None:
    """On it goes, with all of it open."""
    async with opened(short, at="treat") as pilot:
        await turn(pilot, 1, 2, 3)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert standing(short, "treat", "early", "tell") == ["undecided"] * 3
        assert short.session.at == "status"


async def test_e_agrees_to_nothing_before_anything_is_taken(short: Workspace) -> None:
    """It says what comes first."""
    async with opened(short, at="treat") as pilot:
        await pilot.press("e")
        assert "First take the clauses" in message(pilot)
        assert short.session.at == "treat"


async def test_one_partner_says_where_it_stands_on_all_of_them(short: Workspace) -> None:
    """Standing aside is not on offer where one of the clauses works for all or for none."""
    async with opened(short, at="treat") as pilot:
        await pilot.press("ctrl+s")
        await settled(pilot)
        await pilot.press("3")
        assert "nobody can stand aside" in message(pilot)
        assert short.session.entry("treat").positions == {}
        await pilot.press("2", "1", "g")
        await settled(pilot)
        for question in ("treat", "early", "tell"):
            held = short.session.entry(question).positions
            assert held["lunch-club"].stance == "can-live-with-it"
            assert held["st-annes"].stance == "agree"
        assert short.session.at == "status"


async def test_a_day_that_is_none_is_pointed_at(short: Workspace) -> None:
    """Nothing is taken until it is a day, or empty."""
    async with opened(short, at="treat") as pilot:
        await pilot.press("enter", "enter")
        for _ in range(10):
            await pilot.press("backspace")
        await write(pilot, "soonish")
        await pilot.press("enter")
        await settled(pilot)
        assert "Please type a day" in flat(pilot)
        assert not short.session.entry("treat").dealt_with


@pytest.mark.parametrize("size", WINDOWS)
async def test_the_mouse_alone_can_do_the_page(short: Workspace, size: tuple[int, int]) -> None:
    """Ticks, the line that takes them, and everyone agrees, in every window."""
    async with opened(short, at="treat", size=size) as pilot:
        await click_words(pilot, "How we treat")
        pane = find(pilot, VerticalScroll)
        pane.scroll_end(animate=False)
        await settled(pilot)
        await click_words(pilot, "Take what is ticked")
        await settled(pilot)
        assert standing(short, "treat", "early", "tell") == ["undecided", "decided", "decided"]
        await click_words(pilot, "e everyone agrees")
        await settled(pilot)
        assert short.session.at == "status"
        assert len(short.session.entry("early").positions) == 2


@pytest.mark.parametrize("size", WINDOWS)
async def test_nothing_is_taken_that_was_never_in_sight(
    size: tuple[int, int], tmp_path: Path
) -> None:
    """Enter goes down the page of the bundled bank first, as far as there are clauses."""
    ours = in_a_hurry(tmp_path / "ours", bundled())
    async with opened(ours, at="conduct", size=size) as pilot:
        seen = flat(pilot)
        for _ in range(9):
            if getattr(pilot.app.focused, "takes_text", False):
                break
            await pilot.press("enter")
            await settled(pilot)
            seen += flat(pilot)
        assert getattr(pilot.app.focused, "takes_text", False)
        assert not ours.session.entry("conduct").dealt_with
        for tick in pilot.app.screen.query(ClauseTick):
            found = ours.session.bank.find(tick.question)
            assert found is not None
            for sentence in ours.session.sentences(found, ours.session.usual(found)):
                assert sentence.text.split()[-1] in seen
        assert "Our first jobs" in seen
        await pilot.press("enter", "enter", "e")
        await settled(pilot)
        assert ours.session.at == "status"
    ours.close()


async def test_what_is_half_done_is_there_on_return(short: Workspace) -> None:
    """Ticks and lines, though nothing of them is taken yet."""
    async with opened(short, at="treat") as pilot:
        await turn(pilot, 2)
        await pilot.press("enter")
        await write(pilot, "Ann Pri")
        await until(pilot, lambda: "Ann Pri" in str(short.session.half_typed))
        await pilot.press("ctrl+b")
        await settled(pilot)
        assert short.session.at == "decide"
        await go(pilot, "treat")
        assert "[ ] 2.1 Saying it early" in flat(pilot)
        assert "Ann Pri" in flat(pilot)
        assert not short.session.entry("treat").dealt_with


async def test_one_undo_takes_the_page_back(short: Workspace) -> None:
    """And the page is there again, with nothing taken."""
    async with opened(short, at="treat") as pilot:
        await pilot.press("ctrl+s")
        await settled(pilot)
        await pilot.press("z")
        await settled(pilot)
        assert at(pilot) == "BlockScreen"
        assert not short.session.entry("treat").dealt_with
        assert not find(pilot, Positions).display


async def test_a_clause_of_it_is_changed_alone_from_check_answers(short: Workspace) -> None:
    """With its mark in sight; Enter says that we talked it through, and the mark is gone."""
    short.apply(c.GoTo("treat"))
    short.apply(c.TakeAsUsual())
    async with opened(short, at="status") as pilot:
        await pilot.press("c")
        await settled(pilot)
        assert "How we treat each other Usual wording, not talked through" in flat(pilot)
        await click_words(pilot, "How we treat each other")
        await settled(pilot)
        assert at(pilot) == "QuestionScreen"
        assert "Usual wording, not talked through." in flat(pilot)
        assert "(ours)" not in frame(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert short.session.entry("treat").talked_through
        assert "not talked through" not in flat(pilot)
        await pilot.press("e")
        await settled(pilot)
        assert at(pilot) == "CheckScreen"


async def test_m_goes_on_to_what_is_left(short: Workspace) -> None:
    """From short to quick, at the first that nobody talked through; then past what is done."""
    for command in (c.GoTo("treat"), c.TakeAsUsual(("early",)), c.GoTo("status")):
        short.apply(command)
    async with opened(short, at="status") as pilot:
        await pilot.press("f", "m", "m")
        await settled(pilot)
        assert (at(pilot), short.session.at) == ("QuestionScreen", "treat")
        assert short.session.record.depth == "quick"
        await pilot.press("enter", "e")
        await settled(pilot)
        assert short.session.at == "start"


async def test_the_finish_offers_what_there_is_to_go_on_to(short: Workspace) -> None:
    """In words, with how many are left; a click does it."""
    short.apply(c.GoTo("treat"))
    short.apply(c.TakeAsUsual())
    async with opened(short, at="status") as pilot:
        await pilot.press("f")
        await settled(pilot)
        await click_words(pilot, "Go on to the quick questions: 5 more to talk through")
        await settled(pilot)
        assert "m again does it" in message(pilot)
        await click_words(pilot, "Go on to the quick questions: 5 more to talk through")
        await settled(pilot)
        assert short.session.at == "treat"


async def test_why_is_about_the_clause_under_the_arrow(short: Workspace) -> None:
    """The others have theirs."""
    async with opened(short, at="treat") as pilot:
        await pilot.press("w")
        await settled(pilot)
        assert "we resent aloud" in flat(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert app_of(pilot).screen.focused is not None


async def test_ctrl_s_does_not_drop_a_day_that_is_none(short: Workspace) -> None:
    """It is pointed at, from wherever the page is taken, and what was typed is still there."""
    async with opened(short, at="treat", size=(80, 24)) as pilot:
        await pilot.press("tab", "tab", "tab", "tab")
        for _ in range(10):
            await pilot.press("backspace")
        await write(pilot, "soonish")
        pilot.app.screen.query(ClauseTick).first().focus()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert not short.session.entry("treat").dealt_with
        assert "Please type a day" in flat(pilot)
        assert line(pilot).value == "soonish"
