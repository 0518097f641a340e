"""Stop signs: shown when their trigger is so, with whom to ask in each nation; and the draft."""

from __future__ import annotations

from typing import Final

import pytest

from interview import commands as c
from interview.gaps import gaps
from interview.session import Session
from interview.stop_signs import in_full
from questions.load import load
from questions.values import Answer, Own, Period, Row
from tests.interview.talking import BANKS, do, talk

LOOKS: Final = load(BANKS / "looks")


@pytest.fixture
def session() -> Session:
    """Two partners, and nothing said yet."""
    return talk(LOOKS, "Riverside", "The Hub")


def shown(session: Session, at: str = "") -> list[str]:
    """The stop signs that are so."""
    return [sign.id for sign in session.stop_signs(at)]


def test_a_stop_sign_waits_for_its_trigger(session: Session) -> None:
    """It is there once the answer is, and goes with it."""
    assert shown(session) == []
    do(session, c.Answer("money", Answer(True)))
    assert shown(session) == shown(session, "holder") == ["money"]
    assert shown(session, "decide") == []
    do(session, c.Answer("decide", Answer("most")))
    assert shown(session) == ["money", "most"]
    do(session, c.Answer("money", Answer(False)), c.Park("decide", "Ann"))
    assert shown(session) == []
    do(session, c.Undo())
    assert shown(session) == ["most"]


def test_a_helper_has_its_name_in_each_nation(session: Session) -> None:
    """Where a sentence names one; otherwise the two sentences are all."""
    money, most = LOOKS.stop_signs
    said, helper = in_full(LOOKS, money)
    assert said == (
        "Sharing money can count as a legal partnership. "
        "Ask your local voluntary council before any comes in."
    )
    assert helper == (
        "Local voluntary council: CVS (England), county voluntary council (Wales), "
        "third sector interface (Scotland), NICVA (Northern Ireland)."
    )
    assert len(in_full(LOOKS, most)) == 1


def test_rules_are_among_the_gaps(session: Session) -> None:
    """Where the question is that mends them, and only while they are so."""
    do(session, c.Answer("money", Answer(True)), c.Answer("holder", Answer((Own("Ann"),))))
    do(session, c.Answer("decide", Answer("every-yes")))
    asked = [(g.question, g.code, g.ask) for g in gaps(session)]
    assert ("holder", "M1", "One person holds the money. Who else can look?") in asked
    assert ("decide", "A2", "One “no” would stop you. What then?") in asked
    do(session, c.Answer("decide", Answer("every-yes", {"wait": Period(7, "day")})))
    do(session, c.Park("holder", "Ann"))
    assert not {"holder", "decide"} & {g.question for g in gaps(session) if "One " in g.ask}


def test_an_absent_partner_is_asked_about(session: Session) -> None:
    """A promise of somebody not here is asked about; not of one who was here when it was made."""
    ask = "Somebody who is not here has a task. Who will ring?"
    rows = (Row("riverside", {"does": "cook"}), Row("the-hub", {"does": "wash up"}))
    do(session, c.Answer("brings", Answer(rows=rows)), c.SetAbsent("the-hub"))
    assert ask in [g.ask for g in gaps(session)]
    do(session, c.SetAbsent("the-hub", False))
    do(session, c.TakePosition("brings", "the-hub", "agree"), c.SetAbsent("the-hub"))
    assert ask not in [g.ask for g in gaps(session)]


def test_a_partner_that_dropped_out_says_nothing(session: Session) -> None:
    """Its row is kept for its return, and no rule sees it."""
    rows = (Row("riverside", {"does": "cook"}), Row("the-hub", {"does": "wash up"}))
    do(session, c.Answer("brings", Answer(rows=rows)))
    assert len(session.draft.rows("brings") or ()) == 2
    do(session, c.RemovePartner("the-hub"))
    assert [row.id for row in session.draft.rows("brings") or ()] == ["riverside"]


def test_the_draft_counts_positions_and_what_is_struck(session: Session) -> None:
    """Who took which position how often, and sentences by key without their row."""
    rows = (Row("riverside", {"does": "cook"}), Row("the-hub", {"does": "wash up"}))
    do(session, c.Answer("brings", Answer(rows=rows)), c.Strike("brings", "does_riverside"))
    do(session, c.TakePosition("brings", "the-hub", "stand-aside"))
    assert session.draft.struck["brings"] == {"does"}
    assert session.draft.stances["the-hub"] == {"stand-aside": 1}
