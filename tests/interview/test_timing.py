"""The time plan: honest at the start, and shared again as the evening goes. With a made clock."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pytest

from interview import commands as c
from interview import timing, tonight
from interview.flow import first_open
from interview.session import Session
from interview.timekeeper import Timekeeper
from questions.load import bundled, load
from questions.model import Depth
from questions.values import Answer
from tests.interview.talking import Clock, do, talk

NCVO: Final = load(bundled())
NAMES: Final = ("Riverside", "St Anne’s", "The Hub", "Hill", "Grove", "Traders", "Youth")
TRIGGERS: Final = tuple(q.id for q in NCVO.questions if q.trigger)


class Watch:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def minutes(self, session: Session, minutes: float) -> None:
        """So long passes; somebody looks at the clock every few seconds."""
        for _ in range(int(minutes * 6)):
            self.seconds += 10
            session.time.tick(session.at)


@pytest.fixture
def watch() -> Watch:
    """A made clock."""
    return Watch()


def evening(watch: Watch, minutes: int, depth: Depth = "quick", partners: int = 3) -> Session:
    """A meeting that has just begun, with so many minutes to go."""
    session = talk(NCVO, *NAMES[:partners], clock=Clock())
    session.time = Timekeeper(watch)
    do(session, c.SetDepth(depth), c.Begin(planned=minutes))
    return session


def plan(session: Session) -> timing.Plan:
    """The plan as it is now."""
    found = tonight.plan(session)
    assert found is not None
    return found


def deal_with(session: Session, question: str) -> None:
    """Any way of being done with a question will do here."""
    do(session, c.LeaveUndecided(question), c.Next())


def on_to(session: Session, theme: str) -> None:
    """Deal with every question before a theme."""
    while session.question.theme != theme:
        deal_with(session, session.at)


class TestEstimates:
    @pytest.mark.parametrize(
        ("partners", "minutes"), [(2, 62), (3, 68), (5, 80), (7, 92), (12, 122)]
    )
    def test_more_partners_take_longer(self, partners: int, minutes: int) -> None:
        """About six minutes for each, since each speaks in every round."""
        flow = talk(NCVO).flow
        found = timing.estimates(NCVO, flow, "quick", partners)
        assert round(sum(found.values())) == minutes

    def test_a_trigger_adds_its_own(self) -> None:
        """With all seven, quick is longer by what each of them asks."""
        session = talk(NCVO, *NAMES[:3])
        before = tonight.fit(session, 0).needed
        do(session, *(c.Answer(id, Answer(True)) for id in TRIGGERS))
        assert tonight.fit(session, 0).needed == before + 18 - len(TRIGGERS), "they are dealt with"

    @pytest.mark.parametrize(("partners", "minutes"), [(3, 35), (7, 35), (12, 47)])
    def test_the_short_way_takes_seven_partners_what_it_promises(
        self, partners: int, minutes: int
    ) -> None:
        session = talk(NCVO)
        do(session, c.SetDepth("short"))
        found = timing.estimates(NCVO, session.flow, "short", partners)
        assert round(sum(found.values())) == minutes

    def test_it_is_said_at_once_when_it_will_not_fit_and_the_short_way_offered(self) -> None:
        """As soon as somebody says “we have 50 minutes”."""
        session = talk(NCVO, *NAMES[:5])
        fit = tonight.fit(session, 50)
        assert fit.instead == "short"
        assert "about 80 minutes for five partners" in fit.said
        assert "30 more than you have" in fit.said
        assert "The short way takes about 35" in fit.said
        assert tonight.fit(session, 80).instead is None
        assert (
            tonight.fit(session, 0).said
            == "These questions take about 80 minutes for five partners."
        )

    def test_where_even_the_short_way_is_too_long_the_rest_can_be_put_off(self) -> None:
        session = talk(NCVO, *NAMES)
        do(session, c.SetDepth("short"))
        fit = tonight.fit(session, 20)
        assert fit.instead is None
        assert "can be put off" in fit.said


@pytest.mark.parametrize(
    ("minutes", "depth"),
    [(35, "short"), (35, "quick"), (60, "quick"), (90, "quick"), (150, "quick"), (150, "full")],
)
class TestSharing:
    """The same, whatever the evening and the depth."""

    def test_no_more_is_given_out_than_there_is(
        self, watch: Watch, minutes: int, depth: Depth
    ) -> None:
        """At the beginning, and after every question, however long it took."""
        session = evening(watch, minutes, depth)
        for n in range(20):
            now = plan(session)
            assert sum(now.shares.values()) <= now.left + 0.01
            watch.minutes(session, n % 4)
            deal_with(session, session.at)

    def test_early_gives_the_others_more_and_late_less(
        self, watch: Watch, minutes: int, depth: Depth
    ) -> None:
        """What one question saves, the rest have; what it overruns, they lack."""
        session = evening(watch, minutes, depth)
        on_to(session, "expectations")
        last = session.path[-1].id
        before = plan(session).shares[last]
        here = plan(session).here
        assert here is not None
        session.time.tick(session.at)
        watch.minutes(session, here + 6)
        late = plan(session).shares[last]
        assert late < before or plan(session).spare > 0
        assert (plan(session).here or 0) <= 0
        deal_with(session, session.at)
        on_time = plan(session).shares[last]
        deal_with(session, session.at)  # in no time at all
        assert plan(session).shares[last] >= on_time >= late - 0.01

    def test_a_pause_costs_nothing(self, watch: Watch, minutes: int, depth: Depth) -> None:
        """Take five, and the laptop's lid."""
        session = evening(watch, minutes, depth)
        session.time.watch_closely(90)
        watch.minutes(session, 4)
        before = plan(session)
        session.time.pause(session.at)
        watch.minutes(session, 10)
        session.time.go_on()
        assert plan(session) == before
        watch.seconds += 3600  # nobody looked for an hour: the lid was shut
        session.time.tick(session.at)
        assert plan(session) == before
        watch.minutes(session, 1)
        assert plan(session).left == pytest.approx(before.left - 1)

    def test_questions_that_appear_and_vanish_are_shared_in(
        self, watch: Watch, minutes: int, depth: Depth
    ) -> None:
        """Every trigger ticked, and taken back."""
        session = evening(watch, minutes, depth)
        before = plan(session)
        do(session, *(c.Answer(id, Answer(True)) for id in TRIGGERS))
        more = plan(session)
        assert len(more.shares) > len(before.shares) - len(TRIGGERS)
        assert more.needed > before.needed - len(TRIGGERS)
        assert sum(more.shares.values()) <= more.left + 0.01
        do(session, *(c.Undo() for _ in TRIGGERS))
        assert plan(session).shares == pytest.approx(before.shares)


class TestLate:
    def test_nothing_is_late_that_fits(self, watch: Watch) -> None:
        assert not plan(evening(watch, 70)).late

    def test_it_is_late_once_hurrying_no_longer_helps(self, watch: Watch) -> None:
        session = evening(watch, 60)
        assert not plan(session).late
        watch.minutes(session, 35)
        assert not plan(session).late, "it is a long agenda, and not late yet"
        watch.minutes(session, 10)
        assert plan(session).late

    def test_the_rest_is_put_off_with_one_command_but_how_the_evening_ends(
        self, watch: Watch
    ) -> None:
        """With an owner, as not talked through; what was said already stays; then to the end."""
        session = evening(watch, 60)
        on_to(session, "expectations")
        dealt_with = {q.id for q in session.path if session.entry(q.id).dealt_with}
        do(session, c.ParkTheRest("Ann Price"))
        closing = session.path[-1].theme
        assert session.question.theme == closing
        for question in session.path:
            entry = session.entry(question.id)
            if question.id in dealt_with:
                assert entry.standing == "undecided"
            elif question.makes_clause and question.theme != closing:
                assert (entry.standing, entry.owner) == ("parked", "Ann Price")
                assert not entry.talked_through
        do(session, c.Undo())
        assert {q.id for q in session.path if session.entry(q.id).dealt_with} == dealt_with

    def test_where_nothing_is_left_there_is_nothing_to_put_off(self, watch: Watch) -> None:
        session = evening(watch, 60)
        do(session, c.ParkTheRest())
        assert first_open(session.flow, session.record) is not None
        refused = session.apply(c.ParkTheRest())
        assert "nothing left to put off" in str(refused)


def test_time_spent_on_a_question_is_its_own(watch: Watch) -> None:
    """Going back to it goes on counting there."""
    session = evening(watch, 90)
    first = session.at
    watch.minutes(session, 1)
    do(session, c.Next())
    watch.minutes(session, 2)
    do(session, c.Back())
    watch.minutes(session, 3)
    assert session.time.spent(first) == pytest.approx(4)
    assert session.time.minutes == pytest.approx(6)


def test_without_a_length_there_is_no_plan(watch: Watch) -> None:
    """A group that does not care how long it takes is shown no time."""
    assert tonight.plan(evening(watch, 0)) is None


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (12.4, "about 12 minutes left"),
        (1.2, "a minute left"),
        (0.2, "time is up"),
        (-3, "time is up"),
    ],
)
def test_minutes_in_words(minutes: float, said: str) -> None:
    """As people say it."""
    assert timing.in_words(minutes) == said


def test_lines_are_not_looked_at_so_often_and_a_long_talk_counts(watch: Watch) -> None:
    """Up to an hour between two lines; what is more, somebody had shut the lid."""
    session = evening(watch, 90)
    watch.seconds += 20 * 60
    session.time.tick(session.at)
    assert session.time.minutes == 20
    watch.seconds += 10 * 3600
    session.time.tick(session.at)
    assert session.time.minutes == 80


def test_past_midnight_it_is_the_same_evening(watch: Watch) -> None:
    """And a week later it is another, whose minutes are its own."""
    clock = Clock()
    session = talk(NCVO, *NAMES[:3], clock=clock)
    session.time = Timekeeper(watch)
    do(session, c.Begin(planned=240, funds=("The Hub",)))
    watch.minutes(session, 100)
    clock.now += dt.timedelta(hours=6)  # ten past one
    do(session, c.LeaveUndecided("purpose"))
    assert len(session.record.meetings) == 1
    assert plan(session).left == pytest.approx(140)
    clock.now += dt.timedelta(days=7)
    assert tonight.plan(session) is None
    do(session, c.LeaveUndecided("conduct"))
    watch.minutes(session, 5)
    first, second = session.agreement().meetings
    assert (first.took, second.took) == (100, 5)
    assert second.funds == ("the-hub",), "who funds another speaks last then too"


def test_what_is_left_is_what_has_to_fit(watch: Watch) -> None:
    """On another evening, what is dealt with already takes no time."""
    session = evening(watch, 60)
    on_to(session, "keeping-to-it")
    fit = tonight.fit(session, 60)
    assert fit.needed < 20
    assert fit.instead is None


def test_how_long_it_took_is_kept_with_the_meeting(watch: Watch) -> None:
    """In whole minutes, and on the same evening from where it was left."""
    session = evening(watch, 60)
    watch.minutes(session, 12.5)
    assert session.agreement().meetings[-1].took == 12
