"""Running the room, line by line: the same as on the screens."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview import commands as c
from interview import workspace
from interview.workspace import Workspace
from questions.load import bundled, load
from questions.values import Answer, Period
from tests.plain.conftest import EVENING
from tests.plain.scripted import answer_plainly

SHEET = [
    "y",  # shall we do that now?
    "60",
    *("Ann Price, Meadow Lane", "Bo Li, The Hub", ""),
    "The Hub",  # called it
    "",  # nobody funds another
    "The Grove",  # is missing
    *("Ann Price", "9 March 2027"),  # rings it, by then
    *("", "", "", ""),  # the jobs as suggested
    "",  # the ground rules as they are
    "",  # no short way
]


@pytest.fixture
def new(tmp_path: Path) -> Workspace:
    """An agreement of which nothing at all has been said."""
    return workspace.start(
        tmp_path / "new", "Mill Lane", "quick", load(bundled()), clock=lambda: EVENING, id="n"
    )


@pytest.fixture
def begun(new: Workspace) -> Workspace:
    """Two are here for two partners, with an hour, and the first questions are done."""
    people = (("Ann Price", "Meadow Lane"), ("Bo Li", "The Hub"))
    new.apply(c.Begin(planned=60, people=people, called="Meadow Lane"))
    new.apply(c.GoTo("purpose"))
    return new


def test_the_sheet_is_asked_line_by_line(new: Workspace) -> None:
    """With what is suggested shown, and the honest estimate said."""
    printed = answer_plainly(new, SHEET)
    met = new.session.record.meetings[-1]
    assert met.planned == 60
    assert [(p.name, p.partner) for p in met.people] == [
        ("Ann Price", "meadow-lane"),
        ("Bo Li", "the-hub"),
    ]
    assert met.people[0].jobs[0] == "types", "the Hub called the meeting, so Bo does not type"
    assert (met.called, met.absent, met.rings) == ("the-hub", ("the-grove",), "Ann Price")
    assert "These questions take about 68 minutes for three partners." in printed
    assert "Thumb level: I can live with it." in printed


def test_enter_goes_straight_to_the_questions(new: Workspace) -> None:
    """A group that only wants a draft is not slowed."""
    printed = answer_plainly(new, [""])
    assert "Which organisations" in printed or "Name of the organisation" in printed
    assert new.session.record.meetings[-1].people == ()


def test_a_round_is_called_in_order(begun: Workspace) -> None:
    """And the time is said before each question."""
    printed = answer_plainly(begun, [])
    assert "In this order: The Hub, then Meadow Lane." in printed
    assert "This question: about 5 minutes left. The meeting: about 60 minutes left." in printed


def test_a_pause_stops_the_clock(begun: Workspace) -> None:
    """Until Enter."""
    printed = answer_plainly(begun, ["/five", "", "/quiet", ""])
    assert "The clock has stopped" in printed
    assert "jot your own answer on paper" in printed
    assert not begun.session.time._paused


def test_the_rest_can_be_put_off(begun: Workspace) -> None:
    """And the evening goes to how it ends."""
    answer_plainly(begun, ["/late", "Ann Price", ""])
    assert begun.session.entry("steps").owner == "Ann Price"
    assert begun.session.question.theme == "closing"


def test_who_does_what_and_the_end_are_read_out(begun: Workspace) -> None:
    """The same lines as on the screens."""
    printed = answer_plainly(begun, ["/fair", "/finish", "/end"])
    assert "Nothing is asked of it by name yet." in printed
    assert "Thank each other before you go." in printed


def test_what_is_meant_is_said_with_its_number(begun: Workspace) -> None:
    """On the finish page."""
    begun.apply(c.Answer("decide", Answer("every-yes", {"wait": Period(7, "day")})))
    printed = answer_plainly(begun, ["/finish", ""])
    number = next(n for n in range(1, 60) if f"(k{n}: it is meant so)" in printed)
    again = workspace.resume(begun.path, begun.session.bank, clock=lambda: EVENING)
    printed = answer_plainly(again, ["/finish", f"k{number}", "k1"])
    assert "It is meant so, and is not asked again." in printed
    assert "is not a question of whether it is meant" in printed
    assert again.session.entry("decide").meant


def test_the_short_way_can_be_taken(new: Workspace) -> None:
    """Where the questions do not fit."""
    answer_plainly(new, ["y", "30", *[""] * 11, "y"])
    assert new.session.record.depth == "short"
