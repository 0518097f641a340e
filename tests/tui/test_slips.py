"""Keys pressed a little wrong: nothing is lost, and what came of it is said."""

from __future__ import annotations

import pytest

from interview import commands as c
from interview.tui import keys
from interview.tui.widgets.editors.fields import FieldInput
from interview.tui.widgets.editors.table import RowList
from interview.tui.widgets.footer import First
from interview.tui.widgets.positions import Positions
from interview.tui.widgets.sentence_form import SentenceForm
from interview.workspace import Workspace
from questions.values import Answer, Period
from tests.tui.hands import (
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
    words,
    write,
)

DECIDED = Answer("every-yes", {"wait": Period(7, "day")})


async def test_ctrl_s_hands_over_the_form_that_is_open(evening: Workspace) -> None:
    """Both views are kept, and not thrown away for the answer above them."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("enter", "d")
        await until(pilot, lambda: "We keep each view" in flat(pilot))
        await write(pilot, "A vote.")
        await pilot.press("tab")
        await write(pilot, "No vote.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: evening.session.entry("decide").standing == "disputed")
        assert list(evening.session.entry("decide").views.values()) == ["A vote.", "No vote."]


async def test_typing_goes_on_where_it_stopped(evening: Workspace) -> None:
    """A line of words is not wiped by the next key; a date, which is typed anew, is."""
    evening.apply(c.Type("decide", {"aside.note.0": "Ask the war"}))
    async with opened(evening, at="decide") as pilot:
        await pilot.press("j")
        await until(pilot, lambda: "A jotting" in flat(pilot))
        await write(pilot, "den")
        assert line(pilot).value == "Ask the warden"


async def test_undo_can_be_pressed_again_and_again(evening: Workspace) -> None:
    """Each time letters are still commands, and none is typed into a blank."""
    evening.apply(c.Answer("money", Answer(True)))
    evening.apply(c.Answer("decide", DECIDED))
    async with opened(evening, at="decide") as pilot:
        for key in "zzyyzz":
            await pilot.press("escape", key)
            await pilot.pause()
            assert not getattr(pilot.app.focused, "takes_text", False)
        assert evening.session.entry("decide").answer is None
        assert evening.session.entry("money").answer is None


async def test_enter_with_nothing_chosen_chooses_what_the_arrow_is_on(evening: Workspace) -> None:
    """It is marked, to be seen first; a question is never passed over for want of a mark."""
    evening.session.half_typed["decide"] = {"answer": ""}
    async with opened(evening, at="decide") as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "(•) 1" in flat(pilot))
        assert not evening.session.entry("decide").dealt_with
        await pilot.press("enter")
        await until(pilot, lambda: evening.session.entry("decide").settled)


async def test_a_letter_that_moves_on_says_what_it_did(evening: Workspace) -> None:
    """And how to take it back."""
    async with opened(evening, at="decide") as pilot:
        title = evening.session.question.heading
        await pilot.press("escape", "x")
        await until(pilot, lambda: f"“{title}” is marked as not for us." in message(pilot))
        assert "“z” takes that back" in message(pilot)


async def test_nobody_agrees_to_what_was_not_taken_yet(evening: Workspace) -> None:
    """Neither e nor a number: the words on the screen are not those of the draft. Enter takes them."""
    evening.apply(c.Answer("decide", DECIDED))
    async with opened(evening, at="decide") as pilot:
        await pilot.press("2", "escape")
        for key in ("e", "1"):
            await pilot.press(key)
            await until(pilot, lambda: "Press Enter first" in message(pilot))
        assert not evening.session.entry("decide").positions
        await pilot.press("enter")
        await until(pilot, lambda: evening.session.entry("decide").answer != DECIDED)


async def test_everyone_says_whom_it_did_not_count(evening: Workspace) -> None:
    """A no is taken back by the partner that said it."""
    evening.apply(c.Answer("decide", DECIDED))
    partner = evening.session.record.present[0]
    evening.apply(c.TakePosition("decide", partner.id, "cannot-accept"))
    async with opened(evening, at="decide") as pilot:
        await pilot.press("escape", "e")
        await until(pilot, lambda: "did not count it" in message(pilot))
        assert partner.said in message(pilot)


async def test_a_date_that_cannot_be_read_leaves_the_clause_in_sight(evening: Workspace) -> None:
    """Until it is mended the words are those from before."""
    evening.apply(c.Answer("decide", DECIDED))
    async with opened(evening, at="decide") as pilot:
        before = words(pilot, "#clause")
        await pilot.press("tab")
        await write(pilot, "banana")
        await pilot.pause(0.4)
        assert words(pilot, "#clause") == before


async def test_the_mouse_can_do_what_enter_does(evening: Workspace) -> None:
    """The first thing in the bottom line is a place to click."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("1")
        await pilot.click(First)
        await until(pilot, lambda: find(pilot, Positions).has_focus)


async def test_escape_leads_back_from_the_lists(evening: Workspace) -> None:
    """As it does from a page to read."""
    async with opened(evening, at="decide") as pilot:
        for place in ("check", "parked", "finish"):
            await getattr(app_of(pilot), f"do_{place}")()
            await pilot.pause()
            await pilot.press("escape")
            await until(pilot, lambda: at(pilot) == "QuestionScreen")


async def test_a_row_shows_its_name_as_soon_as_its_line_is_left(evening: Workspace) -> None:
    """And the list says how a row is taken out again."""
    async with opened(evening, at="table") as pilot:
        await pilot.press("plus")
        await until(pilot, lambda: "▸ (new)" in flat(pilot))
        await write(pilot, "Prices")
        await pilot.press("tab")
        await until(pilot, lambda: "▸ Prices" in flat(pilot))
        find(pilot, RowList).focus()
        await until(pilot, lambda: "Delete takes this row out" in flat(pilot))
        await pilot.press("delete")
        await until(pilot, lambda: "Prices" not in flat(pilot))


async def test_what_is_typed_below_stays_with_its_question(evening: Workspace) -> None:
    """Left half typed, a jotting is not carried to the next question, and is there on return."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("escape", "j")
        await until(pilot, lambda: "A jotting" in flat(pilot))
        await write(pilot, "Ask the war")
        await pilot.press("ctrl+g")
        await until(pilot, lambda: evening.session.at == "table")
        await pilot.press("plus")
        await write(pilot, "Prices")
        await until(pilot, lambda: "table" in evening.session.half_typed)
        assert "Ask the war" not in str(evening.session.half_typed["table"])
        assert "Ask the war" in str(evening.session.half_typed["decide"])


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (80, 16)])
async def test_what_is_wrong_is_in_sight_under_its_line(
    evening: Workspace, size: tuple[int, int]
) -> None:
    """Though the sentence at the bottom takes room from what is above it."""
    evening.apply(c.Answer("money", Answer(True)))
    async with opened(evening, at="holder", size=size) as pilot:
        await pilot.press("shift+tab")
        pilot.app.screen.query(FieldInput).last().focus()
        await write(pilot, "soonish")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "could not be read" in message(pilot))
        await pilot.pause()
        assert "Please type a day" in flat(pilot)


NOT_AS_IT_STANDS = "Lunch Club said “not as it stands”, so “everyone” did not count it."


async def test_everyone_says_whom_it_did_not_count_of_who_takes_part(evening: Workspace) -> None:
    """There one word is for two clauses; and who has left the room since is named as well."""
    async with opened(evening, at="who-we-are") as pilot:
        await pilot.press("ctrl+s")
        await pilot.pause()
        evening.apply(c.TakePosition("mandate", "lunch-club", "cannot-accept"))
        evening.apply(c.SetAbsent("lunch-club"))
        await pilot.press("e")
        await until(pilot, lambda: NOT_AS_IT_STANDS in message(pilot))
        assert evening.session.at == "purpose"


async def test_everyone_says_whom_it_did_not_count_of_the_usual_clauses(short: Workspace) -> None:
    """Each of the page may have its own no."""
    async with opened(short, at="treat") as pilot:
        await pilot.press("ctrl+s")
        await pilot.pause()
        short.apply(c.TakePosition("tell", "lunch-club", "cannot-accept"))
        await pilot.press("e")
        await until(pilot, lambda: NOT_AS_IT_STANDS in message(pilot))
        short.apply(c.TakePosition("early", "st-annes", "cannot-accept"))
        await go(pilot, "treat")
        await pilot.press("escape", "e")
        await until(pilot, lambda: "Lunch Club and St Anne’s said" in message(pilot))
        assert "Only they can change that." in message(pilot)


async def test_both_clauses_of_a_page_are_agreed_or_neither(evening: Workspace) -> None:
    """Where one of them says nothing any more, nobody agrees to the other by a slip."""
    async with opened(evening, at="who-we-are") as pilot:
        await pilot.press("ctrl+s")
        await pilot.pause()
        mandate = evening.session.bank.find("mandate")
        assert mandate is not None
        for sentence in evening.session.sentences(mandate):
            evening.apply(c.Strike("mandate", sentence.key))
        for key in ("e", "1"):
            await pilot.press(key)
            await until(pilot, lambda: "no wording yet" in message(pilot))
            assert "“What each of us can say yes to”" in message(pilot)
            assert not evening.session.entry("who-we-are").positions


async def test_a_partner_that_joins_late_is_told_what_it_is_asked(evening: Workspace) -> None:
    """Before its name is typed, in a line, without a key more."""
    async with opened(evening, at="who-we-are") as pilot:
        await pilot.press("plus")
        await pilot.pause()
        assert "Whoever joins now" not in message(pilot)
    evening.apply(c.Answer("decide", DECIDED))
    evening.apply(c.EveryoneAgrees("decide"))
    async with opened(evening, at="who-we-are") as pilot:
        find(pilot, RowList).focus()
        await pilot.press("plus")
        await until(pilot, lambda: "Whoever joins now is asked about every" in message(pilot))


async def test_a_long_sentence_is_in_sight_as_a_whole(evening: Workspace) -> None:
    """In the smallest usual window, from its first word to its last."""
    long = f"We will {'wait and then try again and ' * 6}go home."
    evening.apply(c.Answer("decide", DECIDED))
    evening.apply(c.AddSentence("decide", long))
    async with opened(evening, at="decide", size=(80, 24)) as pilot:
        await pilot.press("escape", "o", "end", "up", "enter")
        await until(pilot, lambda: "In your own words:" in flat(pilot))
        form = find(pilot, SentenceForm)
        assert form.size.height >= 4
        assert frame(pilot).count("try again") >= 2 * 6 - 2, "in the list, and in the form"
        await pilot.press("enter")
        await until(pilot, lambda: "In your own words:" not in flat(pilot))
        assert evening.session.entry("decide").reworded["ours-1"].text == long


async def test_a_word_typed_where_letters_are_commands_decides_nothing(
    evening: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its second letter comes too soon to be meant; a letter alone, a key or a click is."""
    monkeypatch.setattr(keys, "TYPING", 0.35)
    evening.apply(c.Answer("decide", DECIDED))
    async with opened(evening, at="decide") as pilot:
        await pilot.press("escape", "P", "e")
        await until(pilot, lambda: "That looked like typing" in message(pilot))
        assert evening.session.entry("decide").positions == {}
        await pilot.press("f1")
        await until(pilot, lambda: at(pilot) == "TextScreen")
        await pilot.press("escape")
        await click_words(pilot, "h help")
        await until(pilot, lambda: at(pilot) == "TextScreen")
        await pilot.press("escape")
        await pilot.pause(0.4)
        await pilot.press("e")
        await until(pilot, lambda: len(evening.session.entry("decide").positions) == 2)


async def test_a_word_that_begins_with_q_does_not_close_the_program(evening: Workspace) -> None:
    """Where nobody is typing, q asks once; another key, and it asks again; twice, it leaves."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("escape", "q")
        assert "q again saves and leaves." in message(pilot)
        await pilot.press("w", "escape", "q")
        await pilot.pause()
        assert pilot.app.is_running
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)
