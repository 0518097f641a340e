"""The screens that are a list: check answers, what is parked, finish, our own words."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList, TextArea

from interview import commands as c
from interview.tui.widgets.positions import Positions
from interview.workspace import Workspace
from questions.model import Question
from questions.values import Answer, Period
from tests.tui.hands import (
    Hands,
    at,
    click_words,
    find,
    flat,
    frame,
    message,
    opened,
    until,
    write,
)

DECIDED = Answer("every-yes", {"wait": Period(7, "day")})


async def choose(pilot: Hands, id: str) -> None:
    """Put the cursor on a line of the list, and press Enter."""
    listed = find(pilot, OptionList)
    listed.highlighted = listed.get_option_index(id)
    await pilot.press("enter")
    await pilot.pause()


@pytest.fixture
def decided(evening: Workspace) -> Workspace:
    """How to decide is agreed, and the story is parked."""
    evening.apply(c.Answer("together", Answer(("share", "run"))))
    evening.apply(c.Answer("decide", DECIDED))
    evening.apply(c.EveryoneAgrees("decide"))
    evening.apply(c.Park("story", "Ann Price"))
    return evening


async def test_check_answers_says_every_clause_in_words(decided: Workspace) -> None:
    """What it says, how it stands, who agrees; never an id."""
    async with opened(decided, at="decide") as pilot:
        await pilot.press("c")
        await pilot.pause()
        said = flat(pilot)
        assert "share a place or things and run something together" in said
        assert "1 We will go ahead when every partner says yes." in said
        assert "Lunch Club: agrees St Anne’s: agrees The Hub: not here tonight" in said
        assert "Parked, Ann Price" in said
        assert "not talked about yet" in said
        assert "Who we are and why" in said


async def test_a_change_from_check_answers_comes_back_to_it(decided: Workspace) -> None:
    """To the question, its positions, and back."""
    async with opened(decided, at="story") as pilot:
        await pilot.press("f3")
        await pilot.pause()
        await choose(pilot, "decide")
        assert at(pilot) == "QuestionScreen"
        assert decided.session.at == "decide"
        await pilot.press("2", "enter", "enter", "e")
        await pilot.pause()
        assert at(pilot) == "CheckScreen"
        assert "unless a partner objects" in flat(pilot)


async def test_back_from_a_list_goes_to_the_open_question(decided: Workspace) -> None:
    """As if the list had never been there."""
    async with opened(decided, at="decide") as pilot:
        for key in ("c", "l", "f"):
            await pilot.press("escape", key)
            await pilot.pause()
            assert at(pilot) != "QuestionScreen"
            await pilot.press("b")
            await pilot.pause()
            assert at(pilot) == "QuestionScreen"
            assert decided.session.at == "decide"


async def test_what_is_parked_can_be_taken_up_again(decided: Workspace) -> None:
    """Enter goes to the question, and answering it ends the parking."""
    async with opened(decided, at="decide") as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert "W4 Our story Ann Price" in flat(pilot)
        await choose(pilot, "story")
        assert decided.session.at == "story"
        await write(pilot, "We met on a bus.")
        await pilot.press("ctrl+s")
        assert decided.session.entry("story").standing == "decided"


async def test_nothing_parked_is_said_so(evening: Workspace) -> None:
    """An empty list would look broken."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert "Nothing has been put off." in flat(pilot)
        await pilot.press("enter")
        assert at(pilot) == "ParkedScreen"


async def test_finish_lists_gaps_and_leads_to_their_mend(decided: Workspace) -> None:
    """The parked story has no day; Enter on that line opens it."""
    async with opened(decided, at="decide") as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert "“Our story” is parked. Who takes it on, and by when?" in flat(pilot)
        gap = next(
            option.id
            for option in find(pilot, OptionList).options
            if option.id and option.id.endswith("-story")
        )
        await choose(pilot, gap)
        assert at(pilot) == "QuestionScreen"
        assert decided.session.at == "story"


async def test_handing_out_numbers_a_version_and_writes_it(decided: Workspace) -> None:
    """Every format lies beside the agreement, a copy for each committee below; it is said where."""
    async with opened(decided, at="decide") as pilot:
        await pilot.press("f")
        await pilot.pause()
        await choose(pilot, "do-hand-out")
        assert [v.number for v in decided.session.record.versions] == [1]
        await until(pilot, lambda: "o opens the folder" in message(pilot))
        folder = decided.path.parent
        written = sorted(path.name for path in folder.glob("Mill Lane version 1.*"))
        assert [name.rpartition(".")[2] for name in written] == ["docx", "html", "ics", "md", "pdf"]
        copies = sorted(path.stem for path in (folder / "For committees").iterdir())
        assert copies == [
            f"Mill Lane version 1 for {p}" for p in ("Lunch Club", "St Anne’s", "The Hub")
        ]
        assert (folder / "Mill Lane, whom to ring.docx").exists()
        page = (folder / "Mill Lane version 1.md").read_text("utf-8")
        assert "We will go ahead when every partner says yes." in page
        assert f"Version 1: nine files in {folder}" in message(pilot)
        assert "Version 1 was handed out." in flat(pilot)


async def test_a_list_can_be_clicked(decided: Workspace) -> None:
    """A line, and the footer."""
    async with opened(decided, at="decide") as pilot:
        await pilot.press("f")
        await pilot.pause()
        await click_words(pilot, "Check answers")
        await pilot.pause()
        assert at(pilot) == "CheckScreen"
        await click_words(pilot, "How we decide together")
        await pilot.pause()
        assert decided.session.at == "decide"


async def words_of_decide(pilot: Hands) -> None:
    """Open the words of how we decide."""
    await pilot.press("f5")
    await pilot.pause()
    assert at(pilot) == "WordsScreen"


async def test_a_sentence_is_struck_out_and_taken_back_in(decided: Workspace) -> None:
    """The same key, and the screen says it in words too."""
    async with opened(decided, at="decide") as pilot:
        await words_of_decide(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert "(struck out)" in frame(pilot)
        assert [s.struck for s in decided.session.sentences(_decide(decided))] == [True, False]
        await pilot.press("s")
        await pilot.pause()
        assert "(struck out)" not in frame(pilot)


async def test_a_sentence_is_put_in_our_own_words_and_back(decided: Workspace) -> None:
    """Enter changes it; u takes the suggested words again."""
    async with opened(decided, at="decide") as pilot:
        await words_of_decide(pilot)
        await pilot.press("enter")
        written = pilot.app.focused
        assert isinstance(written, TextArea)
        assert written.text == "We will go ahead when every partner says yes."
        written.text = "We all say yes first."
        await pilot.press("enter")
        await pilot.pause()
        assert "We all say yes first. (ours" in flat(pilot)
        await pilot.press("u")
        await pilot.pause()
        assert "We will go ahead when every partner says yes." in flat(pilot)


async def test_a_sentence_of_our_own_is_added(decided: Workspace) -> None:
    """At the end; and leaving goes back to the positions, which are to be asked again."""
    async with opened(decided, at="decide") as pilot:
        await words_of_decide(pilot)
        await choose(pilot, "add")
        await write(pilot, "We never vote by email.")
        await pilot.press("enter")
        await pilot.pause()
        assert "We never vote by email." in flat(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.focused, Positions)
        assert "to be asked again" in flat(pilot)


async def test_words_wait_for_an_answer(evening: Workspace) -> None:
    """There is nothing to change before."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("o")
        assert at(pilot) == "QuestionScreen"
        assert "Press Enter first" in message(pilot)


async def test_the_end_of_the_questions_is_the_finish_screen(evening: Workspace) -> None:
    """After the last question there is something to do, not nothing."""
    async with opened(evening, at="brings") as pilot:
        await pilot.press("escape", "n")
        await pilot.pause()
        assert at(pilot) == "FinishScreen"


async def test_going_on_to_full_asks_the_rest(decided: Workspace) -> None:
    """From check answers or finish, with what is answered kept."""
    async with opened(decided, at="decide") as pilot:
        await pilot.press("f", "m", "m")
        await pilot.pause()
        assert "extras" in decided.session.flow.place
        assert decided.session.entry("decide").settled


def _decide(workspace: Workspace) -> Question:
    found = workspace.session.bank.find("decide")
    assert found is not None
    return found
