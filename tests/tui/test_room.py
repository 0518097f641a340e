"""Running the room on the screens: the sheet, the time, a round, a pause, the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import OptionList

from interview import commands as c
from interview import workspace
from interview.gaps import gaps
from interview.tui.screens.question import PAUSE
from interview.workspace import Workspace
from questions.load import bundled, load
from questions.values import Answer, Period
from tests.tui.conftest import EVENING
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

THREE = (("Ann Price", "Meadow Lane"), ("Bo Li", "The Hub"), ("Cy Roe", "St Anne’s"))


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Workspace]:
    """An agreement of which nothing at all has been said."""
    made = workspace.start(
        tmp_path / "new", "Mill Lane", "quick", load(bundled()), clock=lambda: EVENING, id="n"
    )
    yield made
    made.close()


@pytest.fixture
def begun(new: Workspace) -> Workspace:
    """Three are here for three partners, with an hour."""
    new.apply(c.Begin(planned=60, people=THREE, called="The Hub", jobs={"types": "Ann Price"}))
    return new


class TestTheSheet:
    async def test_it_comes_first_with_the_opening_to_read_aloud(self, new: Workspace) -> None:
        """In the smallest usual window the first line to fill is in sight."""
        async with opened(new, size=(80, 24)) as pilot:
            assert at(pilot) == "RoomScreen"
            assert "Nobody signs tonight." in flat(pilot)
            assert "How long do we have" in flat(pilot)
            assert line(pilot).value == ""

    async def test_one_key_goes_past_it_and_it_does_not_come_back(self, new: Workspace) -> None:
        """A group that only wants a draft is not slowed."""
        async with opened(new) as pilot:
            await pilot.press("ctrl+s")
            await until(pilot, lambda: at(pilot) == "OpeningScreen")
        async with opened(new) as pilot:
            assert at(pilot) == "OpeningScreen"

    async def test_filled_in_it_makes_partners_and_a_plan(self, new: Workspace) -> None:
        """Names, organisations, time and jobs, typed once."""
        async with opened(new) as pilot:
            await write(pilot, "60")
            await pilot.press("enter")
            await write(pilot, "Ann Price, Meadow Lane\nBo Li, The Hub")
            await pilot.press("tab")
            await write(pilot, "The Hub")
            await pilot.press("enter", "enter")
            await write(pilot, "The Grove")
            assert "(Ann Price, unless you type another name)" in flat(pilot)
            await pilot.press("ctrl+s")
            await until(pilot, lambda: at(pilot) == "OpeningScreen")
            assert "60 min left" in flat(pilot)
        record = new.session.record
        assert [p.name for p in record.present] == ["Meadow Lane", "The Hub", "The Grove"]
        assert record.absent == ("the-grove",)
        assert record.meetings[-1].people[0].jobs[0] == "types"

    async def test_an_honest_estimate_stands_under_the_minutes(self, new: Workspace) -> None:
        """And where it will not fit, one key takes the short way."""
        async with opened(new) as pilot:
            await write(pilot, "40")
            await until(pilot, lambda: "28 more than you have" in flat(pilot))
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "s takes the short way" in message(pilot))
            await pilot.press("s")
            await until(pilot, lambda: new.session.record.depth == "short")

    async def test_a_line_that_cannot_be_read_keeps_the_sheet_open(self, new: Workspace) -> None:
        """The cursor is where it is wrong, and nothing is lost."""
        async with opened(new) as pilot:
            await write(pilot, "till nine")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "Please type how many minutes" in flat(pilot))
            assert at(pilot) == "RoomScreen"
            assert line(pilot).value == "till nine"

    async def test_a_name_that_is_nobodys_is_said(self, new: Workspace) -> None:
        """As a sentence."""
        async with opened(new) as pilot:
            await pilot.press("enter")
            await write(pilot, "Ann, Meadow Lane")
            await pilot.press("tab")
            await write(pilot, "The Grove")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "Please type one of these: Meadow Lane." in flat(pilot))
            assert new.session.record.meetings == ()

    async def test_it_can_be_opened_again_and_changed(self, begun: Workspace) -> None:
        """With what was typed before; then back to the question."""
        async with opened(begun, at="purpose") as pilot:
            await pilot.press("i")
            await until(pilot, lambda: at(pilot) == "RoomScreen")
            assert "Cy Roe, St Anne’s" in frame(pilot)
            await pilot.press("ctrl+s")
            await until(pilot, lambda: at(pilot) == "QuestionScreen")

    async def test_another_evening_is_told_of_it(self, begun: Workspace) -> None:
        """It is not put in the way."""
        begun.close()
        later = EVENING.replace(day=11)
        again = workspace.resume(begun.path, begun.session.bank, clock=lambda: later)
        async with opened(again) as pilot:
            assert "Another evening. i is for who is here" in message(pilot)
        again.close()

    async def test_what_is_typed_outlives_the_program(self, new: Workspace) -> None:
        """Left in the middle, also where a line cannot be read yet, it all comes back."""
        async with opened(new) as pilot:
            await write(pilot, "till nine")
            await pilot.press("enter")
            await write(pilot, "Ann Price, Meadow Lane")
            await until(pilot, lambda: "Ann Price" in str(new.session.half_typed))
            await pilot.press("ctrl+q")
        new.close()
        again = workspace.resume(new.path, new.session.bank, clock=lambda: EVENING)
        async with opened(again) as pilot:
            assert at(pilot) == "RoomScreen"
            assert line(pilot).value == "till nine"
            assert "Ann Price, Meadow Lane" in frame(pilot)
        again.close()


class TestARound:
    async def test_it_says_whose_turn_it_is(self, begun: Workspace) -> None:
        """Space goes on; whoever called the meeting is last."""
        async with opened(begun, at="purpose") as pilot:
            assert "Speaks now Meadow Lane, then St Anne’s, The Hub" in flat(pilot)
            await pilot.press("space")
            assert "Speaks now St Anne’s, then The Hub" in flat(pilot)
            await pilot.press("space", "space")
            assert "Speaks now The Hub, last of all" in flat(pilot)
            await pilot.press("enter")
            assert "Speaks now" not in flat(pilot)

    async def test_what_each_thought_is_shown_and_forgotten(self, begun: Workspace) -> None:
        """It stays in sight, and never reaches the file."""
        async with opened(begun, at="purpose") as pilot:
            await pilot.press("j")
            await until(pilot, lambda: "What each thought" in flat(pilot))
            await write(pilot, "a warm hall")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "Meadow Lane: a warm hall" in flat(pilot))
            await pilot.press("enter")
            assert "Meadow Lane: a warm hall" in flat(pilot)
            begun.close()
        assert "a warm hall" not in begun.path.read_text("utf-8")

    async def test_somebody_leaves_in_the_middle_of_it(self, begun: Workspace) -> None:
        """Then whoever is left speaks."""
        async with opened(begun, at="purpose") as pilot:
            await pilot.press("space", "space")
            begun.apply(c.SetAbsent("the-hub"))
            await app_of(pilot).show_current()
            assert "Speaks now St Anne’s, last of all" in flat(pilot)

    async def test_half_typed_thoughts_reach_no_file(self, begun: Workspace) -> None:
        """And each stays with the partner that it is of, whoever speaks first now."""
        async with opened(begun, at="purpose") as pilot:
            await pilot.press("j")
            await until(pilot, lambda: "What each thought" in flat(pilot))
            await write(pilot, "a warm hall")
            await pilot.pause(0.6)
            assert "a warm hall" not in str(begun.session.half_typed)
            await pilot.press("escape")
            begun.apply(c.SetAbsent("meadow-lane"))
            await app_of(pilot).show_current()
            await pilot.press("j")
            await until(pilot, lambda: "What each thought" in flat(pilot))
            assert line(pilot).value == ""

    async def test_what_each_thought_is_kept_if_the_group_says_so(self, begun: Workspace) -> None:
        """As a note beside the question, which is not printed."""
        async with opened(begun, at="purpose") as pilot:
            await pilot.press("j")
            await until(pilot, lambda: "What each thought" in flat(pilot))
            await write(pilot, "a warm hall")
            await pilot.press("down", "down", "down")
            await write(pilot, "yes")
            await pilot.press("ctrl+s")
            await until(
                pilot, lambda: begun.session.entry("purpose").note == "Meadow Lane: a warm hall"
            )

    async def test_a_quiet_minute_can_come_first(self, begun: Workspace) -> None:
        """Enter ends it, and only then the round is on."""
        async with opened(begun, at="purpose") as pilot:
            await pilot.press("m")
            await until(pilot, lambda: "Nobody speaks." in flat(pilot))
            await pilot.press("enter")
            assert "Speaks now Meadow Lane" in flat(pilot)
            await pilot.press("enter", "escape", "m")
            await until(pilot, lambda: "comes before a round" in message(pilot))


class TestTheTime:
    async def test_it_is_said_in_words_and_shown_as_a_line(self, begun: Workspace) -> None:
        """At the top of every screen, without colour."""
        async with opened(begun, at="purpose") as pilot:
            assert "5 min for this, 60 min left" in flat(pilot)
            assert "─" * 20 in frame(pilot)
            begun.session.time.seconds = 45 * 60
            app_of(pilot)._look_at_the_clock()
            await pilot.pause()
            assert "15 min left" in flat(pilot)
            assert "━" * 70 in frame(pilot)

    async def test_when_it_is_late_one_key_offers_to_put_off_the_rest(
        self, begun: Workspace
    ) -> None:
        """Said once, softly; the form asks who and when, and the evening ends well."""
        async with opened(begun, at="contributions") as pilot:
            begun.session.time.seconds = 50 * 60
            app_of(pilot)._look_at_the_clock()
            await until(pilot, lambda: "a puts off the rest" in message(pilot))
            await pilot.press("a")
            await until(pilot, lambda: "All that is left is put off" in flat(pilot))
            await write(pilot, "Ann Price")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: begun.session.question.theme == "closing")
            assert begun.session.entry("steps").standing == "parked"
            assert "All that was left is put off." in message(pilot)

    async def test_where_nothing_can_be_put_off_nothing_is_said_of_it(
        self, begun: Workspace
    ) -> None:
        """On the finish page, a is something else."""
        async with opened(begun, at="contributions") as pilot:
            await pilot.press("f")
            await until(pilot, lambda: at(pilot) == "FinishScreen")
            begun.session.time.seconds = 50 * 60
            app_of(pilot)._look_at_the_clock()
            assert "puts off" not in message(pilot)

    async def test_take_five_stops_the_clock(self, begun: Workspace) -> None:
        """From anywhere, also in the middle of a word."""
        async with opened(begun, at="purpose") as pilot:
            await pilot.press("enter", "1")
            await pilot.press("ctrl+t")
            await until(pilot, lambda: at(pilot) == "FiveScreen")
            assert begun.session.time._paused
            await pilot.press("enter")
            await until(pilot, lambda: at(pilot) == "QuestionScreen")
            assert not begun.session.time._paused

    async def test_a_new_theme_moves_the_jobs_on(self, begun: Workspace) -> None:
        """In the one line that a screen has."""
        begun.apply(c.Begin(people=THREE, jobs={"types": "Ann Price", "reads": "Bo Li"}))
        async with opened(begun, at="purpose") as pilot:
            await pilot.press("g")
            await until(pilot, lambda: "The jobs move on:" in message(pilot))


class TestNeverStuck:
    async def test_every_question_says_what_to_do_without_an_answer(self, begun: Workspace) -> None:
        """As plain choices, which can be clicked; and how to get at them while typing."""
        async with opened(begun, at="conduct") as pilot:
            assert "No answer?" in flat(pilot)
            await click_words(pilot, "not decided yet")
            await until(pilot, lambda: begun.session.entry("conduct").standing == "undecided")
            await go(pilot, "contributions")
            await pilot.press("enter")
            await until(pilot, lambda: "No answer? Esc, then" in flat(pilot))

    async def test_not_as_it_stands_blocks_nothing(self, begun: Workspace) -> None:
        """After the reason, what can be done is said."""
        async with opened(begun, at="conduct") as pilot:
            await pilot.press("enter")
            await until(pilot, lambda: begun.session.entry("conduct").settled)
            await pilot.press("4")
            await until(pilot, lambda: "thank you for saying so" in flat(pilot))
            await write(pilot, "too long")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "keep both views with d" in message(pilot))

    async def test_a_vague_word_gets_one_soft_line(self, evening: Workspace) -> None:
        """Once typing pauses; Enter goes on regardless."""
        async with opened(evening, at="purpose") as pilot:
            await pilot.press("enter", "1", "enter")
            await write(pilot, "cook as needed")
            await pilot.pause(PAUSE * 2)
            await until(pilot, lambda: words(pilot, "#soft").startswith("“as needed”:"))
            await pilot.press("ctrl+s")
            await until(pilot, lambda: evening.session.entry("purpose").settled)


class TestTheEnd:
    async def test_who_does_what_is_one_key_away(self, begun: Workspace) -> None:
        """From any question, typing or not."""
        async with opened(begun, at="purpose") as pilot:
            await pilot.press("v")
            await until(pilot, lambda: "Nothing is asked of it by name yet." in flat(pilot))
            assert "Meadow Lane" in frame(pilot)
            await pilot.press("escape")
            await pilot.press("enter", "1", "enter", "ctrl+o")
            await until(pilot, lambda: "Nothing is asked of it by name yet." in flat(pilot))

    async def test_the_last_page_is_read_aloud(self, begun: Workspace) -> None:
        """Who does what next stands there, or that it is open."""
        async with opened(begun) as pilot:
            await pilot.press("f")
            await until(pilot, lambda: at(pilot) == "FinishScreen")
            await pilot.press("a")
            await until(pilot, lambda: "Read aloud, to end on" in flat(pilot))
            assert "Our first jobs" in flat(pilot)
            assert "Thank each other before you go." in flat(pilot)

    async def test_what_is_meant_is_not_asked_again(self, begun: Workspace) -> None:
        """With k on its line; a line of another sort says so."""
        begun.apply(c.Answer("decide", Answer("every-yes", {"wait": Period(7, "day")})))
        async with opened(begun) as pilot:
            await pilot.press("f")
            await until(pilot, lambda: at(pilot) == "FinishScreen")
            found = gaps(begun.session)
            place = next(n for n, gap in enumerate(found) if gap.rule)
            listed = find(pilot, OptionList)
            await pilot.press("k")
            assert "k is for a line that says so" in message(pilot)
            listed.highlighted = listed.get_option_index(f"gap-{place}-{found[place].question}")
            await pilot.press("k")
            await until(pilot, lambda: found[place] not in gaps(begun.session))
            assert "is not asked again" in message(pilot)

    async def test_what_is_open_and_whether_there_is_time_stands_at_the_end(
        self, begun: Workspace
    ) -> None:
        """With the key that lists it."""
        begun.apply(c.Park("purpose", "Ann Price"))
        async with opened(begun) as pilot:
            await pilot.press("f")
            await until(pilot, lambda: at(pilot) == "FinishScreen")
            assert "l lists what was put off. It can wait: there is no time to spare." in flat(
                pilot
            )
