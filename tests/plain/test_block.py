"""The usual clauses of the short way, line by line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from interview import commands as c
from interview import workspace
from interview.workspace import Workspace
from questions.load import load
from questions.values import Answer
from tests.plain.conftest import BANKS, EVENING
from tests.plain.scripted import answer_quickly

IN_FOUR_WEEKS = dt.date(2027, 4, 1)


@pytest.fixture
def short(tmp_path: Path) -> Workspace:
    """Two partners with everything said before the page."""
    bank = load(BANKS / "short")
    made = workspace.start(tmp_path, "Mill Lane", "short", bank, clock=lambda: EVENING, id="s")
    for name in ("Meadow Lane", "The Hub"):
        made.apply(c.AddPartner(name))
    for id, answer in (
        ("money", Answer(True)),
        ("start", Answer(fields={"day": EVENING.date()})),
        ("decide", Answer("most")),
    ):
        made.apply(c.Answer(id, answer))
    made.apply(c.GoTo("treat"))
    return made


def standing(ours: Workspace, *questions: str) -> list[str]:
    """What became of questions."""
    return [ours.session.entry(q).standing for q in questions]


def test_the_page_is_read_out_and_taken_with_enter(short: Workspace) -> None:
    """Every clause in words, who takes on the rest, one question for everyone, and on."""
    printed = answer_quickly(short, ["", "Ann Price", "", "e", "/leave"])
    assert printed.index("2 Saying it early") < printed.index("– We will say so the same day.")
    assert "First a round" not in printed
    assert "“First jobs” and “If nothing else helps”." in " ".join(printed.split())
    assert "By when? [1 April 2027]" in printed
    entries = short.session.record.entries
    assert standing(short, "treat", "early", "tell") == ["decided"] * 3
    assert not entries["early"].talked_through
    assert (entries["jobs"].owner, entries["jobs"].by) == ("Ann Price", IN_FOUR_WEEKS)
    assert set(entries["tell"].positions) == {"meadow-lane", "the-hub"}
    assert short.session.at == "status"


def test_numbers_leave_clauses_out(short: Workspace) -> None:
    """One that is not on the list is said so, and asked for again."""
    printed = answer_quickly(short, ["1, 7", "1 and 2", "", "-", "/skip"])
    assert "There is no 7 in the list." in printed
    assert standing(short, "treat", "early", "tell") == ["undecided", "undecided", "decided"]
    assert short.session.entry("jobs").by is None
    assert short.session.at == "status"


def test_partners_can_be_asked_in_turn_about_all_of_them(short: Workspace) -> None:
    """A number counts for every clause; standing aside is not on offer here."""
    printed = answer_quickly(short, ["", "", "", "", "2", "3"])
    assert "3 not as it stands" in printed
    for question in ("treat", "early", "tell"):
        held = short.session.entry(question).positions
        assert held["meadow-lane"].stance == "can-live-with-it"
        assert held["the-hub"].stance == "cannot-accept"


def test_the_word_for_everyone_agrees_waits_for_the_clauses(short: Workspace) -> None:
    """Then it agrees to all of them, and goes on."""
    printed = answer_quickly(short, ["/agree", "", "", "", "/agree"])
    assert "First the clauses." in printed
    assert len(short.session.entry("early").positions) == 2
    assert short.session.at == "status"


def test_one_of_them_is_talked_through_later(short: Workspace) -> None:
    """It bears its mark until somebody says that it suits us; Enter alone does not."""
    short.apply(c.TakeAsUsual())
    short.apply(c.GoTo("early"))
    printed = answer_quickly(short, ["", "/skip", "/back", "/back"])
    assert "Usual wording, not talked through." in printed
    assert not short.session.entry("early").talked_through


def test_that_it_suits_us_takes_the_mark_away(short: Workspace) -> None:
    """With the answer as it was."""
    short.apply(c.TakeAsUsual())
    short.apply(c.GoTo("early"))
    before = short.session.entry("early").answer
    answer_quickly(short, ["s", "e"])
    entry = short.session.entry("early")
    assert (entry.answer, entry.talked_through) == (before, True)
    assert set(entry.positions) == {"meadow-lane", "the-hub"}


def test_more_goes_on_from_short_to_quick(short: Workspace) -> None:
    """At the first that nobody talked through; what is done is passed by."""
    short.apply(c.TakeAsUsual())
    short.apply(c.GoTo("status"))
    printed = answer_quickly(short, ["/finish", "/more", "s", "e"])
    assert "Go on to the quick questions: 5 more to talk through, with /more." in printed
    assert short.session.record.depth == "quick"
    assert "What may we count on from each other?" in printed
    assert short.session.entry("treat").talked_through
    assert short.session.at == "jobs"
