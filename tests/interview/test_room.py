"""Who is here, who does what, who speaks when: the commands, the sheet, and what is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

import pytest

from interview import commands as c
from interview import jobs, rounds, sign_in, tonight, turn
from interview.clauses import people_columns
from interview.fair import fair_view, in_lines
from interview.gaps import gaps, soft_line
from interview.last_look import last_look
from interview.reopen import reopen
from interview.session import Session
from interview.timekeeper import Timekeeper
from outputs import toml
from outputs.agreement import Attendee, Job
from questions.load import bundled, load
from questions.values import Answer, Period, Row
from tests.interview.talking import START, do, refusal, talk

NCVO: Final = load(bundled())
THREE: Final = (("Ann Price", "Meadow Lane"), ("Bo Li", "The Hub"), ("Cy Roe", "St Anne’s"))
HERE: Final = c.Begin(planned=60, people=THREE, called="The Hub")


@pytest.fixture
def ours() -> Session:
    """A new agreement on the bundled bank, with nobody in it yet."""
    return talk(NCVO)


def names(session: Session, question: str) -> list[str]:
    """The partners in the order they speak on a question."""
    return [p.said for p in tonight.speaking_order(session, question)]


def sheet(session: Session, **typed: str) -> dict[str, str]:
    """The sheet with some of its lines filled."""
    return {**sign_in.texts(session), **{key.replace("_", "-"): v for key, v in typed.items()}}


class TestBegin:
    def test_an_organisation_that_somebody_is_here_for_becomes_a_partner(
        self, ours: Session
    ) -> None:
        """Once, however many people it sent; one that is known is known by either name."""
        do(ours, c.AddPartner("Meadow Lane Lunch Club", "Meadow Lane"))
        do(ours, c.Begin(people=(*THREE, ("Di Fox", "the hub"))))
        assert [p.said for p in ours.record.present] == ["Meadow Lane", "The Hub", "St Anne’s"]
        people = ours.record.meetings[-1].people
        assert people[0] == Attendee("Ann Price", "meadow-lane")
        assert people[-1] == Attendee("Di Fox", "the-hub")

    def test_who_is_missing_is_absent_and_may_be_new(self, ours: Session) -> None:
        do(ours, c.Begin(people=THREE, missing=("The Grove",), rings="Ann Price"))
        assert ours.record.absent == ("the-grove",)
        assert ours.record.meetings[-1].rings == "Ann Price"

    def test_who_called_it_can_be_a_partner_or_somebody_here_for_one(self, ours: Session) -> None:
        do(ours, c.Begin(people=THREE, called="cy roe"))
        assert ours.record.meetings[-1].called == "st-annes"

    def test_a_name_that_is_nobodys_is_refused_and_nothing_changes(self, ours: Session) -> None:
        said = refusal(ours, c.Begin(people=THREE, called="The Grove"))
        assert said.startswith("“The Grove” is not one of the partners.")

    @pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1])
    def test_minutes_that_make_no_evening_are_refused(self, ours: Session, minutes: int) -> None:
        assert "how many minutes" in refusal(ours, c.Begin(planned=minutes))

    def test_it_is_in_the_file_and_comes_back(self, ours: Session) -> None:
        """Who was there, for whom, their jobs, how long, and who rings whom by when."""
        do(
            ours,
            c.Begin(
                planned=60,
                people=THREE,
                called="The Hub",
                funds=("St Anne’s",),
                missing=("The Grove",),
                rings="Ann Price",
                rings_by=dt.date(2026, 12, 1),
                jobs={"types": "Ann Price", "reads": "Di Fox"},
                ground_rules=("Be kind.",),
            ),
        )
        written = toml.write(ours.agreement())
        again = reopen(toml.read(written.encode()), NCVO)
        assert again.record.meetings == ours.record.meetings
        assert again.noticed == ()
        met = again.record.meetings[-1]
        assert met.people[-1] == Attendee("Di Fox", "", ("reads",)), "who has a job is here"
        assert met.people[0].jobs == ("types",)

    @pytest.mark.parametrize("name", ["L" * 250, "\u200b", " , ", "The  Hub\u202e"])
    def test_whatever_a_name_is_the_file_can_be_opened_again(
        self, ours: Session, name: str
    ) -> None:
        """Too long, nothing at all, or with marks that turn it round."""
        ours.apply(c.Begin(people=(("Ann", name),), missing=(name,), funds=("Ann",), called="Ann"))
        again = reopen(toml.read(toml.write(ours.agreement()).encode()), NCVO)
        assert "" not in again.record.absent
        assert again.record.meetings == ours.record.meetings

    def test_an_empty_sheet_is_a_meeting_all_the_same(self, ours: Session) -> None:
        do(ours, c.Begin())
        assert tonight.meeting(ours) is not None


class TestTheSheet:
    def test_what_was_typed_stands_there_again(self, ours: Session) -> None:
        """Every line, read and shown, means the same."""
        typed = sheet(
            ours,
            minutes="1h30",
            people="Ann Price, Meadow Lane\nBo Li,The Hub\n",
            called="The Hub",
            funds="Meadow Lane",
            missing="The Grove, The Mill",
            rings="Bo Li",
            rings_by="1 December 2026",
            reads="Bo Li",
            ground_rules="Be kind.\n\nBe short.",
        )
        command, mistakes = sign_in.read(ours, typed)
        assert command is not None
        assert mistakes == {}
        do(ours, command)
        shown = sign_in.texts(ours)
        assert sign_in.read(ours, shown) == (command, {})
        assert shown["minutes"] == "90"
        assert shown["missing"] == "The Grove, The Mill"

    @pytest.mark.parametrize(
        ("typed", "minutes"),
        [
            ("90", 90),
            ("1 hour 30", 90),
            ("2h", 120),
            ("45 min", 45),
            ("1 hour and 15 minutes", 75),
            ("", 0),
        ],
    )
    def test_minutes_as_people_write_them(self, ours: Session, typed: str, minutes: int) -> None:
        command, _ = sign_in.read(ours, sheet(ours, minutes=typed))
        assert command is not None
        assert command.planned == minutes

    @pytest.mark.parametrize(
        "wrong", [{"minutes": "till nine"}, {"minutes": "ninety"}, {"rings_by": "soon"}]
    )
    def test_a_line_that_cannot_be_read_is_named(
        self, ours: Session, wrong: Mapping[str, str]
    ) -> None:
        command, mistakes = sign_in.read(ours, {**sign_in.texts(ours), **wrong})
        assert command is None
        assert list(mistakes) == list(wrong)
        assert all(said.startswith("Please type") for said in mistakes.values())

    def test_the_ground_rules_are_those_of_the_bank_until_they_are_changed(
        self, ours: Session
    ) -> None:
        command, _ = sign_in.read(ours, sign_in.texts(ours))
        assert command is not None
        assert command.ground_rules == ()
        assert "One at a time" in sign_in.texts(ours)["ground_rules"]

    def test_the_sheet_taken_as_it_stands_changes_nothing(self, ours: Session) -> None:
        """A name with a comma is one name, and a partner that has left does not come back."""
        do(ours, c.AddPartner("Smith, Jones & Co"), c.AddPartner("The Hub"))
        do(ours, c.Begin(people=(("Bo", "The Hub"),), missing=("Smith, Jones & Co", "The Hub")))
        do(ours, c.RemovePartner("the-hub"))
        before = [p.id for p in ours.record.present]
        command, _ = sign_in.read(ours, sign_in.texts(ours))
        assert command is not None
        do(ours, command)
        assert [p.id for p in ours.record.present] == before
        assert ours.record.absent == ("smith-jones-co",)

    def test_an_organisation_without_a_person_is_not_dropped_in_silence(
        self, ours: Session
    ) -> None:
        """The line is named."""
        command, mistakes = sign_in.read(ours, sheet(ours, people=", Meadow Lane"))
        assert command is None
        assert "begin each line with a name" in mistakes["people"]

    def test_a_job_that_is_left_empty_is_done_by_whoever_was_suggested(self, ours: Session) -> None:
        typed = sheet(
            ours, people="Ann, Meadow Lane\nBo, The Hub\nCy, St Anne’s", called="Meadow Lane"
        )
        suggested = sign_in.suggestions(ours, typed)
        assert suggested["types"] == "Bo", "whoever called the meeting does not type"
        command, _ = sign_in.read(ours, {**typed, "reads": "Di"})
        assert command is not None
        assert command.jobs == {**suggested, "reads": "Di"}


class TestJobs:
    @pytest.mark.parametrize("last", [{"called": "Meadow Lane"}, {"funds": ("Meadow Lane",)}])
    def test_whoever_called_or_funds_never_types(self, ours: Session, last: dict[str, str]) -> None:
        """In no theme, as the jobs go round."""
        do(ours, c.Begin(people=THREE, **last, jobs={"types": "Bo Li", "reads": "Ann Price"}))  # type: ignore[arg-type]  # one of two fields
        typists = [jobs.doing(ours.record, theme)["types"] for theme in range(6)]
        assert set(typists) == {"Bo Li", "Cy Roe"}

    def test_nor_does_the_lead(self, ours: Session) -> None:
        do(ours, c.Begin(people=THREE, jobs={"types": "Bo Li"}), c.SetLead("meadow-lane"))
        assert {jobs.doing(ours.record, n)["types"] for n in range(6)} == {"Bo Li", "Cy Roe"}

    def test_every_job_moves_on_and_nobody_has_two_where_there_are_enough(
        self, ours: Session
    ) -> None:
        four = (*THREE, ("Di Fox", "Grove"))
        named = dict(zip(jobs.JOBS, (name for name, _ in four), strict=True))
        do(ours, c.Begin(people=four, jobs=named))
        before: dict[Job, str] = {}
        for theme in range(6):
            now = jobs.doing(ours.record, theme)
            assert len(set(now.values())) == 4
            assert all(now[job] != before.get(job) for job in jobs.JOBS)
            before = now

    def test_nobody_named_nothing_said(self, ours: Session) -> None:
        do(ours, c.Begin(people=THREE))
        assert jobs.in_words(jobs.doing(ours.record, 0)) == ""

    def test_in_words(self) -> None:
        said = jobs.in_words({"types": "Ann", "reads": "Bo", "watches": "Ann"})
        assert said == "Ann types and watches that everyone is heard and Bo reads aloud."


class TestRounds:
    TALK: Final = tuple(q.id for q in NCVO.questions if q.weight == "talk" and q.depth == "quick")

    def test_the_order_moves_on_by_one_each_time(self, ours: Session) -> None:
        do(ours, c.Begin(people=THREE))
        orders = [names(ours, id) for id in self.TALK[:4]]
        assert [order[0] for order in orders] == [
            "Meadow Lane",
            "The Hub",
            "St Anne’s",
            "Meadow Lane",
        ]
        assert orders[1] == ["The Hub", "St Anne’s", "Meadow Lane"]

    def test_whoever_called_it_leads_or_funds_goes_last_each_time(self, ours: Session) -> None:
        do(ours, HERE)
        assert {names(ours, id)[-1] for id in self.TALK} == {"The Hub"}
        assert {names(ours, id)[0] for id in self.TALK} == {"Meadow Lane", "St Anne’s"}
        do(ours, c.SetLead("st-annes"))
        assert {tuple(names(ours, id)[-2:]) for id in self.TALK} == {("The Hub", "St Anne’s")}

    def test_who_is_not_here_does_not_speak(self, ours: Session) -> None:
        do(ours, HERE, c.SetAbsent("meadow-lane"))
        assert names(ours, self.TALK[0]) == ["St Anne’s", "The Hub"]

    def test_all_of_them_last_is_an_order_too(self, ours: Session) -> None:
        do(ours, c.Begin(people=THREE[:2], called="The Hub", funds=("Meadow Lane",)))
        assert names(ours, self.TALK[0]) == ["Meadow Lane", "The Hub"]
        assert rounds.order(talk(NCVO).record, ours.flow, self.TALK[0]) == ()


def filled(session: Session) -> None:
    """What the three bring, one job, a review and the vote of three committees."""
    do(
        session,
        c.Answer(
            "contributions",
            Answer(
                rows=(
                    Row("meadow-lane", {"does": "cook", "most": "six hours a week"}),
                    Row("the-hub", {"does": "wash up", "needs": "the key", "whom": ("st-annes",)}),
                    Row("st-annes", {}),
                )
            ),
        ),
        c.Answer(
            "first-jobs",
            Answer(
                rows=(
                    Row(
                        "a",
                        {"job": "Cut two keys", "who": ("st-annes",), "by": dt.date(2026, 12, 1)},
                    ),
                    Row("b", {"job": "Ring the caterer", "who": ("other: Ann Price",)}),
                )
            ),
        ),
    )


class TestTheFairView:
    def test_each_partner_has_what_it_does_and_needs_in_the_words_of_the_clauses(
        self, ours: Session
    ) -> None:
        """With limits and days; a person’s job is that of the partner they are here for."""
        do(ours, HERE)
        filled(ours)
        meadow, hub, annes = fair_view(ours)
        assert meadow.does == (
            "Meadow Lane will cook, up to six hours a week.",
            "Our first jobs: Ring the caterer.",
        )
        assert hub.does == ("The Hub will wash up.",)
        assert hub.needs == ("The Hub will need the key from St Anne’s.",)
        assert annes.does == ("Our first jobs: Cut two keys, by 1 December 2026.",)

    def test_it_neither_counts_nor_ranks(self, ours: Session) -> None:
        """In the order of joining, and who has nothing is not told off."""
        do(ours, HERE)
        said = "\n".join(line for side in fair_view(ours) for line in in_lines(side))
        assert said.split("\n")[::2] == ["Meadow Lane", "The Hub", "St Anne’s"]
        assert not any(letter.isdigit() for letter in said)

    def test_who_is_not_here_is_asked_and_has_not_promised(self, ours: Session) -> None:
        do(ours, HERE, c.SetAbsent("the-hub"))
        filled(ours)
        hub = fair_view(ours)[1]
        assert in_lines(hub)[0] == (
            "The Hub, not in the room: asked of it, and not yet its promise"
        )


class TestTheLastLook:
    def test_it_ends_on_who_does_what_who_says_yes_and_when_we_look_again(
        self, ours: Session
    ) -> None:
        do(ours, HERE)
        filled(ours)
        for id in ("start-and-finish", "review", "sign-up"):
            question = NCVO.find(id)
            assert question is not None
            usual = ours.usual(question)
            assert usual is not None
            do(ours, c.Answer(id, usual))
        lines = last_look(ours)
        assert lines[0] == "Our first jobs"
        assert "  Cut two keys; St Anne’s; 1 December 2026" in lines
        assert "  Meadow Lane takes it to the committee." in lines
        assert any("review" in line for line in lines)
        assert lines[-1] == NCVO.room.ending

    def test_the_contact_is_who_takes_it(self, ours: Session) -> None:
        do(ours, HERE)
        asked = next(q for q in ours.path if people_columns(q))
        column = next(c for c, role in people_columns(asked).items() if role == "contact")
        do(ours, c.Answer(asked.id, Answer(rows=(Row("the-hub", {column: "Bo Li"}),))))
        question = NCVO.find("sign-up")
        assert question is not None
        usual = ours.usual(question)
        assert usual is not None
        do(ours, c.Answer("sign-up", usual))
        assert "  Bo Li takes it to the committee of The Hub." in last_look(ours)

    def test_what_is_open_says_who_has_it(self, ours: Session) -> None:
        do(ours, HERE, c.Park("first-jobs", "Ann Price", dt.date(2026, 12, 1)))
        assert "  This is still open. Ann Price has it. It is due by 1 December 2026." in last_look(
            ours
        )

    def test_a_bank_that_has_none_has_nothing_to_read(self, session: Session) -> None:
        assert last_look(session) == ()


def how(action: str) -> str:
    """How an action is done: by its id, in these tests."""
    return action


class TestBetweenThemes:
    def test_what_was_put_off_is_named_and_whether_there_is_time(self, ours: Session) -> None:
        do(ours, c.Begin(planned=200, people=THREE))
        do(ours, c.Park("purpose", "Bo Li", dt.date(2026, 12, 1)), c.GoTo("contributions"))
        said = turn.turn(ours, "purpose", how)
        assert "“What we are for” (Bo Li, by 1 December 2026)" in said
        assert "There is time for it now" in said
        assert turn.turn(ours, "purpose", how) == "", "once is enough"

    def test_where_time_is_short_it_can_wait(self, ours: Session) -> None:
        do(ours, c.Begin(planned=30, people=THREE), c.Park("purpose"), c.GoTo("contributions"))
        assert "It can wait" in turn.turn(ours, "purpose", how)

    def test_what_a_theme_may_take_is_said(self, ours: Session) -> None:
        """The plan shares the time by theme too."""
        do(ours, c.Begin(planned=60, people=THREE), c.GoTo("contributions"))
        assert "“What we expect of each other” has about 12 minutes." in turn.turn(
            ours, "purpose", how
        )

    def test_the_jobs_move_on_in_a_line(self, ours: Session) -> None:
        do(ours, c.Begin(people=THREE, jobs={"types": "Ann Price"}), c.GoTo("contributions"))
        assert turn.turn(ours, "purpose", how) == "The jobs move on: Bo Li types."

    def test_tea_comes_before_the_hardest_theme(self, ours: Session) -> None:
        do(ours, c.GoTo("saying-it-early"))
        assert "A good moment for tea: five stops the clock." in turn.turn(ours, "authority", how)

    def test_and_after_45_minutes_without_a_pause(self, ours: Session) -> None:
        seconds = [0.0]
        ours.time = Timekeeper(lambda: seconds[0])

        def after(minutes: int) -> str:
            for _ in range(minutes):
                seconds[0] += 60
                ours.time.tick(ours.at)
            return turn.nudge(ours, how)

        assert after(44) == ""
        assert after(1).startswith("You have talked for 45 minutes.")
        assert after(10) == "", "once is enough"
        ours.time.pause(ours.at)
        ours.time.go_on()
        assert after(44) == ""
        assert after(1) != ""


def test_a_rule_can_be_told_that_it_is_meant_so(ours: Session) -> None:
    """Then it is not asked again, nor after reopening; and that can be taken back."""
    do(ours, c.Begin(people=THREE))
    do(ours, c.Answer("decide", Answer("every-yes", {"wait": Period(7, "day")})))
    asked = [gap for gap in gaps(ours) if gap.rule]
    assert asked, "the draft must give a rule something to ask"
    gap = asked[0]
    do(ours, c.Meant(gap.question, gap.rule))
    assert gap not in gaps(ours)
    again = reopen(toml.read(toml.write(ours.agreement()).encode()), NCVO)
    assert again.record.entry(gap.question).meant == {gap.rule}
    assert again.record.entry(gap.question).talked_through
    do(ours, c.Undo())
    assert gap in gaps(ours)


def test_a_vague_word_is_asked_about_softly(ours: Session) -> None:
    """The bank’s words, and those that are weak at this question; a plain answer says nothing."""
    question = NCVO.find("purpose")
    assert question is not None
    vague = Answer("provide", {"do_what": "help out as appropriate"})
    said = soft_line(ours, question, vague)
    assert said.startswith("“")
    assert said.endswith("?")
    assert soft_line(ours, question, Answer("provide", {"do_what": "cook lunch"})) == ""


def test_the_evening_starts_at_the_date_of_the_clock(ours: Session) -> None:
    """That of the wall, which also says which evening it is."""
    do(ours, c.Begin())
    assert ours.record.meetings[-1].date == START.date()
