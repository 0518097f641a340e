"""A clause in the group’s own words, and what each partner thinks of it."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from interview import commands as c
from interview import events as e
from interview.session import Session
from questions.values import Answer, Period
from tests.interview.talking import (
    Clock,
    again,
    ask,
    decide,
    do,
    refusal,
    words,
)


class TestOwnWords:
    def test_they_survive_a_change_of_answer(self, session: Session) -> None:
        """A reworded sentence stays when the answer changes, and is marked as outdated."""
        decide(session)
        do(session, c.Reword("decide", "stuck", "If stuck, we toss a coin."))
        answer = session.entry("decide").answer
        assert answer is not None
        do(session, c.Answer("decide", evolve(answer, fields={"wait": Period(2, "week")})))
        ours = next(s for s in session.sentences(ask(session, "decide")) if s.key == "stuck")
        assert (ours.text, ours.ours, ours.outdated) == ("If stuck, we toss a coin.", True, True)
        assert "two weeks" in ours.suggested

    def test_they_survive_their_sentence(self, session: Session) -> None:
        """Words of ours for a sentence that is no longer suggested come last, and are printed."""
        decide(session)
        do(session, c.Reword("decide", "all-say-yes", "All of us say yes, aloud."))
        decide(session, "no-objection")
        assert words(session, "decide")[-1] == "All of us say yes, aloud."
        decide(session)
        (first, *_) = session.sentences(ask(session, "decide"))
        assert (first.text, first.outdated) == ("All of us say yes, aloud.", False)

    def test_reworded_twice_it_remembers_what_was_suggested(self, session: Session) -> None:
        """Even where nothing is suggested any more, what last was is kept beside our words."""
        decide(session)
        do(session, c.Reword("decide", "all-say-yes", "All of us say yes, aloud."))
        decide(session, "no-objection")
        do(session, c.Reword("decide", "all-say-yes", "All of us say yes, and loudly."))
        decide(session)
        assert again(session).record == session.record
        assert again(session).noticed == ()

    def test_typing_the_suggestion_gives_up_our_words(self, session: Session) -> None:
        """A sentence put back as it was suggested is no longer ours."""
        decide(session)
        do(session, c.Reword("decide", "stuck", "Coin."))
        suggested = session.sentences(ask(session, "decide"))[-1].suggested
        do(session, c.Reword("decide", "stuck", suggested))
        assert session.entry("decide").reworded == {}

    def test_the_suggestion_comes_back_when_asked_for(self, session: Session) -> None:
        """Restore-suggested takes our words for a sentence away, and only those."""
        decide(session)
        do(session, c.Reword("decide", "stuck", "Coin."), c.AddSentence("decide", "And then tea."))
        do(session, c.RestoreSuggested("decide", "stuck"))
        assert words(session, "decide")[1:] == [
            "If we cannot agree, we will wait seven days and try once more.",
            "And then tea.",
        ]

    def test_a_struck_sentence_stays_out(self, session: Session) -> None:
        """Struck out, a sentence is not printed until it is restored."""
        decide(session)
        do(session, c.Strike("decide", "stuck"))
        assert words(session, "decide") == ["We will go ahead when every partner says yes."]
        do(session, c.Restore("decide", "stuck"))
        assert len(words(session, "decide")) == 2

    def test_it_stays_out_when_it_comes_back(self, session: Session) -> None:
        """Struck out, gone with its answer, saved and reopened, it is still struck out."""
        decide(session)
        do(session, c.Strike("decide", "all-say-yes"))
        decide(session, "no-objection")
        reopened = again(session)
        assert reopened.record == session.record
        assert reopened.noticed == ()
        decide(session)
        assert len(words(session, "decide")) == 1

    def test_no_sentence_is_added_to_nothing(self, session: Session) -> None:
        """Where no clause is printed, a sentence would be lost; so it is refused."""
        assert "no clause" in refusal(session, c.AddSentence("decide", "Tea."))
        do(session, c.Answer("money", Answer(True)))
        assert "no clause" in refusal(session, c.AddSentence("money", "Tea."))

    @pytest.mark.parametrize(
        "command",
        [c.Strike("decide", "nothing"), c.Reword("decide", "nothing", "Words.")],
        ids=lambda command: type(command).__name__,
    )
    def test_a_sentence_that_is_not_there(self, session: Session, command: c.Command) -> None:
        """A sentence that the clause does not have can be neither struck out nor reworded."""
        decide(session)
        assert refusal(session, command) == "That sentence is no longer in the clause."


class TestPositions:
    def test_a_position_is_tied_to_words(self, session: Session) -> None:
        """Changed words open the question again for whoever had spoken, and back they stand."""
        decide(session)
        do(session, c.TakePosition("decide", "st-annes", "can-live-with-it"))
        assert session.view("decide", "st-annes") == "stands"
        events = do(session, c.Strike("decide", "stuck"))
        assert events[1:] == (e.AskAgain("decide", ("st-annes",)),)
        assert session.view("decide", "st-annes") == "ask-again"
        do(session, c.Restore("decide", "stuck"))
        assert session.view("decide", "st-annes") == "stands"

    def test_keep_positions(self, session: Session) -> None:
        """Where only spelling changed, what was said of the old words holds for the new."""
        decide(session)
        do(session, c.TakePosition("decide", "st-annes", "cannot-accept", "Too slow"))
        do(session, c.Reword("decide", "stuck", "If we can’t agree, we will wait seven days."))
        assert do(session, c.KeepPositions("decide")) == (e.Changed("decide"),)
        assert session.view("decide", "st-annes") == "stands"
        assert session.entry("decide").positions["st-annes"].reason == "Too slow"

    def test_everyone_agrees_leaves_standing_views_alone(self, session: Session) -> None:
        """Whoever has said otherwise of these words has said it."""
        decide(session)
        do(session, c.TakePosition("decide", "st-annes", "can-live-with-it", "Not sure"))
        do(session, c.EveryoneAgrees("decide"))
        stances = {p: held.stance for p, held in session.entry("decide").positions.items()}
        assert stances == {"riverside": "agree", "st-annes": "can-live-with-it", "the-hub": "agree"}

    def test_absent_partners_stay_open(self, session: Session) -> None:
        """Nobody agrees for a partner that is not in the room, not even by "everyone"."""
        decide(session)
        do(session, c.SetAbsent("the-hub"), c.EveryoneAgrees("decide"))
        assert session.view("decide", "the-hub") == "absent"
        assert "The Hub is not here" in refusal(
            session, c.TakePosition("decide", "the-hub", "agree")
        )
        do(session, c.SetAbsent("the-hub", absent=False))
        assert session.view("decide", "the-hub") == "open"

    def test_what_an_absent_partner_said_before_still_stands(self, session: Session) -> None:
        """Going home takes nothing back."""
        decide(session)
        do(session, c.EveryoneAgrees("decide"), c.SetAbsent("the-hub"))
        assert session.view("decide", "the-hub") == "stands"

    def test_saying_that_somebody_is_here_who_is_changes_nothing(
        self, session: Session, clock: Clock
    ) -> None:
        """Presence that is as it was is no change, even on another evening."""
        clock.now += dt.timedelta(days=7)
        assert session.apply(c.SetAbsent("the-hub", absent=False)) == ()

    def test_absence_carries_over_to_the_next_meeting(self, session: Session, clock: Clock) -> None:
        """Who was away last time is away until somebody says otherwise; each meeting is kept."""
        do(session, c.SetAbsent("the-hub"))
        clock.now += dt.timedelta(days=7)
        do(session, c.SetTitle("Mill Road"))
        assert [m.absent for m in session.record.meetings] == [("the-hub",), ("the-hub",)]

    def test_a_new_partner_is_open_on_every_clause(self, session: Session) -> None:
        """Joining late binds nobody."""
        decide(session)
        do(session, c.EveryoneAgrees("decide"), c.AddPartner("Late"))
        assert session.view("decide", "late") == "open"
        assert session.view("decide", "the-hub") == "stands"

    def test_no_standing_aside_where_it_cannot_be(self, session: Session) -> None:
        """A clause that works for all or none takes no standing aside, and says what else to say."""
        decide(session)
        why = refusal(session, c.TakePosition("decide", "the-hub", "stand-aside"))
        assert "“not as it stands”" in why

    @pytest.mark.parametrize(
        "putting_by", [c.Park("decide"), c.LeaveUndecided("decide"), c.NotRelevant("decide")]
    )
    def test_nothing_to_agree_to(self, session: Session, putting_by: c.Command) -> None:
        """There are no positions on what is not decided."""
        assert "no wording yet" in refusal(session, c.EveryoneAgrees("decide"))
        decide(session)
        do(session, putting_by)
        assert "no wording yet" in refusal(session, c.EveryoneAgrees("decide"))

    def test_taking_a_view_back(self, session: Session) -> None:
        """A view that was taken back is open."""
        decide(session)
        do(session, c.EveryoneAgrees("decide"), c.ClearPosition("decide", "the-hub"))
        assert session.view("decide", "the-hub") == "open"
