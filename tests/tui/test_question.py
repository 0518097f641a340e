"""The question screen: accepting, changing one's mind, and what is told along the way."""

from __future__ import annotations

import pytest

from interview import commands as c
from interview.tui.widgets.editors.choose import Options
from interview.tui.widgets.positions import Positions
from interview.workspace import Workspace
from questions.values import Answer, Own, Period
from tests.tui.hands import (
    app_of,
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
from tests.tui.hands import words as shown

EVERY_YES = Answer("every-yes", {"wait": Period(7, "day")})


async def test_enter_accepts_and_moves_to_the_positions(evening: Workspace) -> None:
    """The answer is taken, and the letters beside the clause work."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("enter")
        assert evening.session.entry("decide").answer == EVERY_YES
        assert isinstance(pilot.app.focused, Positions)
        assert evening.session.at == "decide"


async def test_the_usual_choice_of_a_check_question_is_there_at_once(evening: Workspace) -> None:
    """Marked, with its clause, and with its blanks filled in; but it is not an answer yet."""
    async with opened(evening, at="decide") as pilot:
        assert "(•) 1 Every partner says yes  usual" in frame(pilot)
        assert "We will go ahead when every partner says yes." in shown(pilot, "#clause")
        assert "wait seven days" in shown(pilot, "#clause")
        assert not evening.session.entry("decide").dealt_with


async def test_a_talk_question_hides_everything_until_the_round_is_done(
    evening: Workspace,
) -> None:
    """Not even what is usual is shown, or the first to speak would read it out."""
    async with opened(evening, at="purpose") as pilot:
        assert "Thirty seconds each" in flat(pilot)
        assert not pilot.app.screen.query(Options)
        assert "usual" not in flat(pilot)
        assert "Do something for people" not in flat(pilot)
        await pilot.press("enter")
        assert "(•) 1 Do something for people  usual" in frame(pilot)
        assert "Thirty seconds each" not in flat(pilot)


async def test_the_round_is_not_asked_for_twice(evening: Workspace) -> None:
    """A talk question that has an answer shows it at once."""
    evening.apply(c.Answer("purpose", Answer("speak")))
    async with opened(evening, at="purpose") as pilot:
        assert find(pilot, Options).chosen == ["speak"]


async def test_blanks_of_the_chosen_option_appear_prefilled(evening: Workspace) -> None:
    """Only those of that option; the others have none."""
    async with opened(evening, at="purpose") as pilot:
        await pilot.press("enter")
        assert "Together we will" in flat(pilot)
        assert "4 March 2028" in flat(pilot), "twelve months from the evening"
        await pilot.press("2")
        assert "Together we will" not in flat(pilot)


async def test_enter_goes_to_a_blank_that_must_be_filled(evening: Workspace) -> None:
    """Then Enter there accepts, and the clause says it."""
    async with opened(evening, at="purpose") as pilot:
        await pilot.press("enter", "enter")
        await write(pilot, "Keep the hall warm")
        await pilot.press("enter")
        assert evening.session.entry("purpose").settled
        assert "Together we will keep the hall warm by 4 March 2028." in shown(pilot, "#clause")


async def test_something_else_is_said_in_our_own_words(evening: Workspace) -> None:
    """The last option opens a line, and Enter there accepts it."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("3", "enter")
        await write(pilot, "we toss a coin")
        await pilot.press("enter")
        answer = evening.session.entry("decide").answer
        assert answer is not None
        assert answer.value == Own("we toss a coin")
        assert "toss a coin" in shown(pilot, "#clause")


async def test_an_example_is_not_taken_for_an_answer(evening: Workspace) -> None:
    """It stands in brackets while the line is empty, and is never accepted."""
    evening.apply(c.Answer("money", Answer(True)))
    async with opened(evening, at="holder") as pilot:
        assert "Spend alone up to (£250)" in flat(pilot)
        await pilot.press("ctrl+s")
        answer = evening.session.entry("holder").answer
        assert answer is not None
        assert "most" not in answer.fields


async def test_a_mistake_is_shown_under_its_line(evening: Workspace) -> None:
    """Nothing is taken, the focus is where the mend is, and the mend is said there."""
    evening.apply(c.Answer("money", Answer(True)))
    async with opened(evening, at="holder") as pilot:
        await write(pilot, "rather a lot")
        await pilot.press("ctrl+s")
        await pilot.pause()
        rows = frame(pilot).split("\n")
        under = next(n for n, row in enumerate(rows) if "rather a lot" in row) + 1
        assert "£" in rows[under]
        assert line(pilot).value == "rather a lot"
        assert not evening.session.entry("holder").dealt_with
        assert "could not be read" in message(pilot)


@pytest.mark.parametrize("text", ["rather a lo", "120"])
async def test_going_back_loses_and_blocks_nothing(evening: Workspace, text: str) -> None:
    """Half typed or meaning nothing: it is there again on return, and still not an answer."""
    evening.apply(c.Answer("money", Answer(True)))
    async with opened(evening, at="holder") as pilot:
        await write(pilot, text)
        await pilot.press("ctrl+b")
        await pilot.pause()
        assert evening.session.at == "purpose"
        await go(pilot, "holder")
        assert text in flat(pilot)
        assert not evening.session.entry("holder").dealt_with


async def test_the_clause_follows_once_typing_pauses(evening: Workspace) -> None:
    """And what is typed is handed on to be kept."""
    async with opened(evening, at="story") as pilot:
        await write(pilot, "We met on a bus.")
        await until(pilot, lambda: "We met on a bus." in shown(pilot, "#clause"))
        await until(pilot, lambda: "story" in evening.session.half_typed)


async def test_a_page_of_text_is_accepted_with_ctrl_s(evening: Workspace) -> None:
    """Enter makes a new line there, and the footer does not say otherwise."""
    async with opened(evening, at="story") as pilot:
        await write(pilot, "One\nTwo")
        assert "Enter accept" not in frame(pilot)
        await pilot.press("ctrl+s")
        answer = evening.session.entry("story").answer
        assert answer is not None
        assert answer.value == "One\nTwo"


async def test_a_change_that_hides_answers_warns_once(evening: Workspace) -> None:
    """The first Enter says what would go out of sight; the second goes through with it."""
    for question, answer in (("money", True), ("holder", None)):
        evening.apply(
            c.Answer(question, Answer(answer) if answer else Answer(fields={"most": 500}))
        )
    async with opened(evening, at="money") as pilot:
        await pilot.press("tab", "tab", "n", "enter")
        assert "out of sight" in message(pilot)
        assert "The money" in message(pilot)
        assert "holder" in evening.session.flow.place
        await pilot.press("enter")
        assert "holder" not in evening.session.flow.place


async def test_a_change_that_rewrites_positions_warns_once(evening: Workspace) -> None:
    """Partners that have agreed must be asked again, and that is told beforehand."""
    evening.apply(c.Answer("decide", EVERY_YES))
    evening.apply(c.EveryoneAgrees("decide"))
    async with opened(evening, at="decide") as pilot:
        await pilot.press("2", "enter")
        assert "asked again" in message(pilot)
        assert evening.session.entry("decide").answer == EVERY_YES
        await pilot.press("enter")
        answer = evening.session.entry("decide").answer
        assert answer is not None
        assert answer.value == "no-objection"
        assert "to be asked again" in flat(pilot)


async def test_there_is_one_editor_whichever_way_one_comes(evening: Workspace) -> None:
    """From a list over the question, the question is shown once and not twice."""
    evening.apply(c.Answer("decide", EVERY_YES))
    async with opened(evening, at="decide") as pilot:
        for question in ("table", "decide", "brings"):
            await pilot.press("escape", "c")
            await pilot.pause()
            await app_of(pilot).change(question)
            await pilot.pause()
            assert len(pilot.app.screen.query("#editor > *")) == 1


async def test_the_usual_key_takes_what_is_usual(evening: Workspace) -> None:
    """Whatever was chosen before; Enter is still needed to accept it."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("2", "f8")
        await pilot.pause()
        assert find(pilot, Options).chosen == ["every-yes"]
        assert not evening.session.entry("decide").dealt_with


@pytest.mark.parametrize("columns", [44, 76, 120])
async def test_options_can_be_clicked(evening: Workspace, columns: int) -> None:
    """A click chooses what it was on, also from elsewhere, when a line that explains appears."""
    async with opened(evening, at="decide", size=(columns, 50)) as pilot:
        find(pilot, Positions).focus()
        await pilot.pause()
        await click_words(pilot, "2 No serious objection")
        await until(pilot, lambda: "unless a partner objects" in shown(pilot, "#clause"))
        await click_words(pilot, "1 Every partner")
        await pilot.pause()
        assert "Fair and clear" in flat(pilot)
        await click_words(pilot, "3 Something else")
        await pilot.pause()
        assert find(pilot, Options).chosen == ["other"]


async def test_what_is_typed_stays_with_its_question(evening: Workspace) -> None:
    """However soon after a key another question is opened."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("3", "enter")
        await write(pilot, "we toss a coin")
        await go(pilot, "story")
        await write(pilot, "We met")
        await until(pilot, lambda: "story" in evening.session.half_typed)
        assert evening.session.half_typed["story"] == {"answer": "We met"}
