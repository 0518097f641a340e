"""Rehearsals: a story told in the draft's own words, and what is asked where it is silent."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pytest

from interview import commands as c
from interview.rehearsal import Played, Rehearsed, in_lines, rehearse
from interview.session import Session
from questions.load import load
from questions.values import Answer, Own, Period, Row
from tests.interview.talking import BANKS, do, talk

LOOKS: Final = load(BANKS / "looks")
STEPS: Final = Answer(
    rows=(
        Row("r1", {"step": "Talk", "who": "the two contacts", "within": Period(7, "day")}),
        Row("r2", {"step": "Meet", "within": Period(14, "day")}),
    )
)


@pytest.fixture
def session() -> Session:
    """Two partners, and nothing said yet."""
    return talk(LOOKS, "Riverside", "The Hub")


def told(session: Session, id: str = "quiet") -> Rehearsed:
    """The story as it is told now."""
    (story,) = [story for story in rehearse(session) if story.id == id]
    return story


def moment(session: Session, question: str) -> Played:
    """The moment of the story at which this question's clause speaks."""
    (found,) = [m for m in told(session).moments if m.question == question]
    return found


def test_what_is_not_said_is_asked(session: Session) -> None:
    """Where nobody has been, the draft says nothing, and the moment asks."""
    found = moment(session, "decide")
    assert (found.said, found.left, found.asks) == ((), "", "How long do we wait?")
    assert "  The draft says nothing here. How long do we wait?" in list(in_lines(told(session)))


def test_the_draft_is_read_in_its_own_words(session: Session) -> None:
    """The sentence named is read, as the group has worded it."""
    do(session, c.Answer("decide", Answer("every-yes", {"wait": Period(7, "day")})))
    assert moment(session, "decide").said == ("If we cannot agree, we will wait seven days.",)
    do(session, c.Reword("decide", "stuck", "We sleep on it."))
    assert moment(session, "decide").said == ("We sleep on it.",)
    assert moment(session, "decide").asks == ""


def test_a_struck_sentence_is_silent(session: Session) -> None:
    """What the group struck out is not read to it."""
    do(session, c.Answer("decide", Answer("every-yes", {"wait": Period(7, "day")})))
    do(session, c.Strike("decide", "stuck"))
    assert moment(session, "decide").said == ()
    assert moment(session, "decide").asks


def test_what_is_left_open_says_who_has_it(session: Session) -> None:
    """A parked clause is silent, with its owner and its day."""
    do(session, c.Park("decide", "Ann Price", dt.date(2027, 6, 6)))
    assert moment(session, "decide").left == "We left this open: Ann Price, 6 June 2027."
    do(session, c.LeaveUndecided("decide"))
    assert moment(session, "decide").left.startswith("We left this open")
    do(session, c.NotRelevant("decide"))
    assert moment(session, "decide").left == "We said that this is not for us."
    assert moment(session, "decide").asks


def test_steps_add_their_days_up(session: Session) -> None:
    """Each step says by which day it is done, counted from the first."""
    do(session, c.Answer("steps", STEPS))
    assert moment(session, "steps").said == (
        "By day 7: Talk. Who: the two contacts.",
        "By day 21: Meet.",
    )


def test_a_step_without_days_says_so(session: Session) -> None:
    """Among steps that have days; and if none has any, that is what to ask about."""
    bare = Row("r2", {"step": "Meet"})
    do(session, c.Answer("steps", Answer(rows=(STEPS.rows[0], bare))))
    assert moment(session, "steps").said[1] == "On no day: Meet."
    do(session, c.Answer("steps", Answer(rows=(bare,))))
    assert moment(session, "steps").said == ()
    assert moment(session, "steps").asks == "What comes next?"


def test_without_a_choice_the_whole_clause_is_read(session: Session) -> None:
    """Every sentence, and every row that a sentence says."""
    rows = (Row("riverside", {"does": "cook"}), Row("the-hub", {"does": "wash up"}))
    do(session, c.Answer("brings", Answer(rows=rows)), c.AddSentence("brings", "We will sing."))
    assert moment(session, "brings").said == (
        "Riverside will cook.",
        "The Hub will wash up.",
        "We will sing.",
    )


def test_a_clause_that_is_always_printed_speaks(session: Session) -> None:
    """It needs no answer."""
    assert moment(session, "comes-first").said == ("If someone is in danger, we will call 999.",)


def test_what_is_not_asked_cannot_come_up(session: Session) -> None:
    """A moment whose question is hidden is passed over, and a story whose trigger is not so."""
    assert [m.question for m in told(session).moments] == [
        *("comes-first", "decide", "steps", "brings")
    ]
    assert [story.id for story in rehearse(session)] == ["quiet"]
    do(session, c.Answer("money", Answer(True)))
    assert told(session).moments[-1].question == "holder"
    assert [story.id for story in rehearse(session)] == ["quiet", "short"]


def test_a_suggested_row_is_read_in_words(session: Session) -> None:
    """A row of a table, its first cell first and then what each column is."""
    row = Row("committee", {"job": "Ask our committee", "who": ("all",), "by": dt.date(2027, 6, 6)})
    other = Row("r1", {"job": "Cut keys", "who": (Own("Jo"),)})
    do(session, c.Answer("money", Answer(True)), c.Answer("jobs", Answer(rows=(row, other))))
    (found,) = told(session, "short").moments
    assert found.said == ("Ask our committee. Who: all of us. By: 6 June 2027.",)


def test_the_child_s_story_shows_no_steps() -> None:
    """Nobody may think that a worry about a child waits for the steps."""
    from questions.load import bundled

    bank = load(bundled())
    story = next(s for s in bank.rehearsals if s.id == "child-tells-something")
    assert not any(m.steps or m.question in ("steps", "in-the-end") for m in story.moments)
    assert story.moments[0].question == "comes-first"
