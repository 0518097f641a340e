"""Who agrees: two different keys to go on, a number for one partner, and a reason kept."""

from __future__ import annotations

import pytest

from interview import commands as c
from interview.tui.widgets.positions import Positions
from interview.workspace import Workspace
from questions.values import Answer, Period
from tests.tui.hands import click_words, flat, frame, line, message, opened, write

STORY = Answer("We met on a bus.")
DECIDED = Answer("every-yes", {"wait": Period(7, "day")})


def stances(workspace: Workspace, question: str) -> dict[str, str]:
    """Who has said what."""
    held = workspace.session.entry(question).positions
    return {partner: position.stance for partner, position in held.items()}


@pytest.fixture
def story(evening: Workspace) -> Workspace:
    """The story is written, and the decisions are made."""
    evening.apply(c.Answer("story", STORY))
    evening.apply(c.Answer("decide", DECIDED))
    return evening


async def test_enter_beside_a_clause_agrees_to_nothing(story: Workspace) -> None:
    """However often it bounces; it says which key does."""
    async with opened(story, at="decide") as pilot:
        await pilot.press("enter", "enter", "enter", "enter")
        assert stances(story, "decide") == {}
        assert story.session.at == "decide"
        assert message(pilot).startswith("Press e if everyone here agrees")
        assert "Enter accept" not in frame(pilot)


async def test_e_agrees_for_everyone_present_and_goes_on(story: Workspace) -> None:
    """Not for the partner that is not here tonight."""
    async with opened(story, at="decide") as pilot:
        await pilot.press("enter", "e")
        await pilot.pause()
        assert stances(story, "decide") == {"lunch-club": "agree", "st-annes": "agree"}
        assert story.session.at == "table"


async def test_e_agrees_to_nothing_before_there_is_an_answer(evening: Workspace) -> None:
    """It says so, and stays."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("e")
        assert evening.session.at == "decide"
        assert stances(evening, "decide") == {}
        assert message(pilot)


async def test_numbers_say_where_each_partner_stands(story: Workspace) -> None:
    """One key a partner, and the arrow goes down by itself."""
    async with opened(story, at="story") as pilot:
        await pilot.press("escape")
        await pilot.press("2", "3")
        assert stances(story, "story") == {
            "lunch-club": "can-live-with-it",
            "st-annes": "stand-aside",
        }
        assert "can live with it" in flat(pilot)
        assert "▸ The Hub" in frame(pilot)


async def test_a_partner_that_is_not_here_is_left_open(story: Workspace) -> None:
    """Nobody can agree for it, and that is said."""
    async with opened(story, at="story") as pilot:
        await pilot.press("escape")
        await pilot.press("up", "1")
        assert stances(story, "story") == {}
        assert "not here tonight" in message(pilot)


async def test_standing_aside_is_refused_where_it_makes_no_sense(story: Workspace) -> None:
    """It is not offered, and its number says why not."""
    async with opened(story, at="decide") as pilot:
        await pilot.press("enter")
        assert "not for us, but go ahead" not in flat(pilot)
        await pilot.press("3")
        assert stances(story, "decide") == {}
        assert message(pilot)


async def test_not_as_it_stands_asks_why_and_keeps_the_reason(story: Workspace) -> None:
    """The view counts at once; the reason, what would change it, and whether to print it."""
    async with opened(story, at="decide") as pilot:
        await pilot.press("enter", "4")
        await pilot.pause()
        assert stances(story, "decide") == {"lunch-club": "cannot-accept"}
        assert "Lunch Club: thank you for saying so." in flat(pilot)
        for text in ("We meet monthly", "A month to answer", "yes"):
            await write(pilot, text)
            await pilot.press("enter")
        await pilot.pause()
        held = story.session.entry("decide").positions["lunch-club"]
        assert held.reason == "We meet monthly"
        assert held.would_change == "A month to answer"
        assert held.print_reason
        assert isinstance(pilot.app.focused, Positions)


async def test_e_afterwards_changes_no_other_view(story: Workspace) -> None:
    """Whoever cannot accept it still cannot."""
    async with opened(story, at="decide") as pilot:
        await pilot.press("enter", "4")
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        assert stances(story, "decide") == {"lunch-club": "cannot-accept", "st-annes": "agree"}


async def test_giving_up_a_reason_keeps_the_old_one(story: Workspace) -> None:
    """Escape takes nothing back, and letters are commands again."""
    story.apply(c.TakePosition("decide", "lunch-club", "cannot-accept", "We meet monthly"))
    async with opened(story, at="decide") as pilot:
        for key in ("r", "4"):
            await pilot.press("enter", key)
            await pilot.pause()
            assert line(pilot).value == "We meet monthly"
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(pilot.app.focused, Positions)
            held = story.session.entry("decide").positions["lunch-club"]
            assert held.reason == "We meet monthly"


async def test_r_gives_a_reason_for_what_was_said(story: Workspace) -> None:
    """The stance stays; before there is one, it asks for that first."""
    async with opened(story, at="story") as pilot:
        await pilot.press("escape")
        await pilot.press("r")
        assert "First say where this partner stands" in message(pilot)
        await pilot.press("2", "up", "r")
        await write(pilot, "It is long")
        await pilot.press("enter", "enter", "enter")
        held = story.session.entry("story").positions["lunch-club"]
        assert (held.stance, held.reason) == ("can-live-with-it", "It is long")


async def test_only_spelling_changed_keeps_positions(story: Workspace) -> None:
    """One explicit key; without it the partners are to be asked again."""
    story.apply(c.EveryoneAgrees("story"))
    story.apply(c.Answer("story", Answer("We met on a tram.")))
    async with opened(story, at="story") as pilot:
        assert "to be asked again" in flat(pilot)
        await pilot.press("escape")
        await pilot.press("k")
        assert "to be asked again" not in flat(pilot)
        assert "agrees" in flat(pilot)


@pytest.mark.parametrize("columns", [60, 78, 120])
async def test_positions_can_be_clicked(story: Workspace, columns: int) -> None:
    """A partner, then one of the keys in sight; the first click alone agrees to nothing."""
    async with opened(story, at="story", size=(columns, 44)) as pilot:
        await click_words(pilot, "St Anne’s")
        await pilot.pause()
        assert "▸ St Anne’s" in frame(pilot)
        assert stances(story, "story") == {}
        await click_words(pilot, "2 can live with it")
        await pilot.pause()
        assert stances(story, "story") == {"st-annes": "can-live-with-it"}
        await click_words(pilot, "4 not as it stands")
        await pilot.pause()
        assert "not here tonight" in message(pilot), "the arrow had gone down to The Hub"
        assert "Why?" not in flat(pilot)
        await click_words(pilot, "e everyone agrees")
        await pilot.pause()
        assert stances(story, "story")["lunch-club"] == "agree"


@pytest.mark.parametrize("size", [(80, 24), (100, 24), (60, 20)])
async def test_the_arrow_is_in_sight_however_many_partners(
    story: Workspace, size: tuple[int, int]
) -> None:
    """Twelve of them are more than a small window holds at once."""
    for n in range(4, 13):
        story.apply(c.AddPartner(f"Group {n}"))
    async with opened(story, at="decide", size=size) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        for name in [p.said for p in story.session.record.present]:
            assert f"▸ {name}" in frame(pilot)
            await pilot.press("down")
            await pilot.pause()
        await pilot.press("up")
        await pilot.pause()
        assert "4 not as it stands" in frame(pilot)
