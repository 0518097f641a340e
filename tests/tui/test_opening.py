"""The first questions on one page."""

from __future__ import annotations

from interview import commands as c
from interview.tui.widgets.tick import Tick
from interview.workspace import Workspace
from questions.values import Answer
from tests.tui.hands import Hands, at, click_words, frame, message, opened


def ticked(pilot: Hands) -> list[str]:
    """What is ticked on the page."""
    return [tick.label for tick in pilot.app.screen.query(Tick) if tick.on]


async def test_ticks_become_answers(bare: Workspace) -> None:
    """Space ticks, y and n say yes and no, Enter takes the page and goes on."""
    async with opened(bare) as pilot:
        await pilot.press("space", "down", "down", "y", "down", "y", "n", "enter")
        await pilot.pause()
        values = {q: bare.session.entry(q).answer for q in ("together", "money", "place")}
        assert values == {
            "together": Answer(("share",)),
            "money": Answer(True),
            "place": Answer(False),
        }
        assert at(pilot) == "PartnersScreen"


async def test_ticks_can_be_clicked(bare: Workspace) -> None:
    """On and off."""
    async with opened(bare) as pilot:
        await click_words(pilot, "Run something together")
        await click_words(pilot, "Is any money involved?")
        assert ticked(pilot) == ["Run something together", "Is any money involved?"]
        await click_words(pilot, "Run something together")
        assert ticked(pilot) == ["Is any money involved?"]
        assert "[x] Is any money involved?" in frame(pilot), "said by a letter, not by colour alone"


async def test_no_to_what_has_answers_warns_once(evening: Workspace) -> None:
    """What would go out of sight is named; the second Enter goes through."""
    evening.apply(c.Answer("money", Answer(True)))
    evening.apply(c.Answer("holder", Answer(fields={"most": 500})))
    async with opened(evening, at="money") as pilot:
        await pilot.press("tab", "tab", "n", "enter")
        assert "out of sight" in message(pilot)
        assert "The money" in message(pilot)
        assert "holder" in evening.session.flow.place
        await pilot.press("enter")
        await pilot.pause()
        assert "holder" not in evening.session.flow.place


async def test_a_new_change_is_warned_of_again(evening: Workspace) -> None:
    """One warning does not cover whatever else is changed afterwards."""
    for question, answer in (
        ("money", Answer(True)),
        ("place", Answer(True)),
        ("holder", Answer(fields={"most": 500})),
        ("keys", Answer("with Ann")),
    ):
        evening.apply(c.Answer(question, answer))
    async with opened(evening, at="money") as pilot:
        await pilot.press("tab", "tab", "n", "enter")
        assert "The money" in message(pilot)
        await pilot.press("up", "y", "n", "enter")
        assert "The keys" in message(pilot)
        assert "keys" in evening.session.flow.place


async def test_what_was_ticked_is_there_when_the_page_is_left(bare: Workspace) -> None:
    """Help or check answers in between take no tick away; nor is it an answer yet."""
    async with opened(bare) as pilot:
        await pilot.press("space")
        for key, out in (("h", "escape"), ("c", "b")):
            await pilot.press(key)
            await pilot.pause()
            await pilot.press(out)
            await pilot.pause()
            assert ticked(pilot) == ["Share a place or things"]
        assert not bare.session.entry("together").dealt_with
