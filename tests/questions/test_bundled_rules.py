"""The bundled bank's rules: each asks about a draft that it is meant for, and not once it is mended."""

from __future__ import annotations

from typing import Any, Final

import pytest

from questions.draft import Draft
from questions.load import bundled, load
from questions.rules import asked
from tests.questions.drafts import day, draft_with

BANK: Final = load(bundled())

YEAR: Final = {
    "answer": "year",
    "fields": {"start": day("2027-05-01"), "finish": day("2028-04-30")},
}
SHORT: Final = {
    "answer": "year",
    "fields": {"start": day("2027-05-01"), "finish": day("2027-06-01")},
}
TRIAL: Final = {
    "answer": "trial",
    "fields": {"start": day("2027-05-01"), "trial_end": day("2027-11-01")},
}


def over(first: str, last: str) -> dict[str, Any]:
    """A year with other dates."""
    return {"answer": "year", "fields": {"start": day(first), "finish": day(last)}}


def people(*names: str, stand_in: str = "Dev Shah") -> list[dict[str, Any]]:
    """Who speaks for each partner; one after the other in the room."""
    ids = ("lunch-club", "st-annes", "the-hub")
    stand_ins = {"stand_in": stand_in} if stand_in else {}
    return [{"id": i, "contact": n, **stand_ins} for i, n in zip(ids, names, strict=False)]


def brings(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    """What each partner brings; the first in the room first."""
    ids = ("lunch-club", "st-annes", "the-hub")
    return [{"id": i, **row} for i, row in zip(ids, rows, strict=False)]


def grid(row: str, **cells: Any) -> list[dict[str, Any]]:
    """A table of decisions with one suggested row, changed."""
    return [{"id": row, "decision": "It", **cells}]


def jobs(*rows: tuple[str, str, str]) -> list[dict[str, Any]]:
    """First jobs: row id, who, by when."""
    return [{"id": i, "job": "It", "who": [w], "by": day(d)} for i, w, d in rows]


def review(on: str, caller: str = "lunch-club") -> dict[str, Any]:
    """A review after three months."""
    return {"answer": "three-months", "fields": {"caller": [caller], "on": day(on)}}


def yes_by(text: str, **more: Any) -> dict[str, Any]:
    """When every committee answers."""
    return {"answer": "every-partner", "fields": {"by": day(text), **more}}


def steps(helper: str = "", *within: str) -> dict[str, Any]:
    """The steps, with their days."""
    rows = [
        {"id": f"r{n}", "step": "Talk", "who": "both", "within": w} for n, w in enumerate(within)
    ]
    return {"rows": rows, "fields": {"helper": helper} if helper else {}}


LET_GO: Final = {"answer": ["leave"]}
WORDS: Final = {"fields": {"sayers": "Joy Bello and Sam Reed", "within": "4 hours"}}
DETAILS: Final = {"fields": {"what": "a name", "why": "a visit", "delete_by": day("2028-01-01")}}
MONEY: Final[dict[str, Any]] = {
    "rows": [{"id": "r1", "paid_to": ["the-hub"], "gets": 10000, "on": day("2027-09-01")}],
    "fields": {"holder": ["st-annes"]},
}


def paid(on: str) -> dict[str, Any]:
    """Shared money, paid on a day."""
    return {**MONEY, "rows": [{**MONEY["rows"][0], "on": day(on)}]}


def money_with(holder: str) -> dict[str, Any]:
    """Shared money, with its holder."""
    return {**MONEY, "fields": {"holder": [holder]}}


Said = dict[str, Any]
CASES: Final[list[tuple[str, Said, Said]]] = [
    (
        "no-way-out",
        {"decide": {"answer": "every-yes"}},
        {"decide": {"answer": "every-yes", "fields": {"way_out": "leave it out"}}},
    ),
    (
        "too-few-decide",
        {"decide": {"answer": "two-thirds", "fields": {"quorum": "other: one of us"}}},
        {"decide": {"answer": "two-thirds", "fields": {"quorum": "half of us"}}},
    ),
    (
        "more-than-there-are",
        {"decide": {"answer": "two-thirds", "fields": {"quorum": "other: four of us"}}},
        {"decide": {"answer": "two-thirds", "fields": {"quorum": "other: three of us"}}},
    ),
    (
        "seats-and-votes",
        {"majorities": {"fields": {"seats": "two people each", "votes": "for each partner"}}},
        {"majorities": {"fields": {"seats": "two people each", "votes": "for each seat"}}},
    ),
    (
        "steps-still-open",
        {"in-the-end": ["leave"]},
        {"in-the-end": ["less"]},
    ),
    (
        "grant-without-money",
        {"together": ["grant"], "money": False},
        {"together": ["grant"], "money": True},
    ),
    (
        "holder-without-limit",
        {"who-decides": grid("spend-small", who_decides="the holder of the money")},
        {"who-decides": grid("spend-small", who_decides="the holder of the money", limit="£100")},
    ),
    (
        "vote-changes-aims",
        {"who-decides": grid("change", who_decides="two partners")},
        {"who-decides": grid("change", who_decides="our committees")},
    ),
    (
        "vote-changes-aims",
        {
            "who-decides": grid("change", who_decides="all of us"),
            "decide": {"answer": "more-than-half"},
        },
        {
            "who-decides": grid("change", who_decides="all of us"),
            "decide": {"answer": "every-yes"},
        },
    ),
    (
        "words-two-deciders",
        {"who-decides": grid("statement", who_decides="the lead"), "speaking-for-us": WORDS},
        {
            "who-decides": grid("statement", who_decides="other: two named people"),
            "speaking-for-us": WORDS,
        },
    ),
    (
        "together-but-table-differs",
        {
            "deciding-shape": "together",
            "who-decides": grid("daily", who_decides="whoever has the task"),
        },
        {
            "deciding-shape": "together",
            "who-decides": grid("daily-together", who_decides="all of us"),
        },
    ),
    (
        "daily-two-deciders",
        {"deciding-shape": "team", "who-decides": grid("daily", who_decides="two partners")},
        {"deciding-shape": "team", "who-decides": grid("daily-team", who_decides="a named team")},
    ),
    (
        "table-names-no-lead",
        {"deciding-shape": "shared", "who-decides": grid("r1", who_decides="the lead")},
        {"deciding-shape": "shared", "who-decides": grid("r1", who_decides="all of us")},
    ),
    (
        "table-names-no-holder",
        {"money": False, "who-decides": grid("r1", who_decides="the holder of the money")},
        {"money": True, "who-decides": grid("r1", who_decides="the holder of the money")},
    ),
    (
        "team-of-nobody",
        {"deciding-shape": "team"},
        {"deciding-shape": {"answer": "team", "fields": {"team": ["the-hub"]}}},
    ),
    (
        "money-not-binding",
        {"money": True, "the-money": MONEY, "status": "not-binding"},
        {"money": True, "the-money": MONEY, "status": "part"},
    ),
    (
        "grant-ends-first",
        {"together": ["grant"], "start-and-finish": YEAR},
        {"together": ["grant"], "start-and-finish": {**YEAR, "answer": "grant"}},
    ),
    (
        "paid-after-the-end",
        {"start-and-finish": YEAR, "the-money": paid("2028-05-01")},
        {"start-and-finish": YEAR, "the-money": paid("2028-04-01")},
    ),
    (
        "paid-before-yes",
        {"sign-up": yes_by("2027-10-01"), "the-money": MONEY},
        {"sign-up": yes_by("2027-08-01"), "the-money": MONEY},
    ),
    (
        "one-person-holds-money",
        {"the-money": money_with("other: Ann Price")},
        {"the-money": money_with("the-hub")},
    ),
    (
        "stops-before-it-starts",
        {"start-and-finish": over("2027-05-01", "2027-04-01")},
        {"start-and-finish": over("2027-05-01", "2027-06-01")},
    ),
    (
        "review-after-the-end",
        {"start-and-finish": YEAR, "review": review("2028-05-01")},
        {"start-and-finish": YEAR, "review": review("2028-04-01")},
    ),
    (
        "review-after-the-end",
        {
            "start-and-finish": TRIAL,
            "review": {"answer": "trial", "fields": {"trial_on": day("2027-12-01")}},
        },
        {
            "start-and-finish": TRIAL,
            "review": {"answer": "trial", "fields": {"trial_on": day("2027-10-01")}},
        },
    ),
    (
        "start-before-yes",
        {"start-and-finish": YEAR, "sign-up": yes_by("2027-06-01")},
        {"start-and-finish": YEAR, "sign-up": yes_by("2027-04-01")},
    ),
    (
        "too-late-to-leave",
        {
            "start-and-finish": SHORT,
            "leaving": {"answer": "notice", "fields": {"notice": "3 months"}},
        },
        {
            "start-and-finish": SHORT,
            "leaving": {"answer": "notice", "fields": {"notice": "2 weeks"}},
        },
    ),
    (
        "steps-past-the-end",
        {"start-and-finish": SHORT, "steps": steps("Jo", "14 days", "21 days")},
        {"start-and-finish": SHORT, "steps": steps("Jo", "7 days", "14 days")},
    ),
    (
        "answer-time-too-short",
        {"mandate": {"fields": {"answer_time": "5 days"}}},
        {"mandate": {"fields": {"answer_time": "28 days"}}},
    ),
    (
        "answer-time-too-long",
        {"mandate": {"fields": {"answer_time": "28 days"}}, "sign-up": yes_by("2027-03-20")},
        {"mandate": {"fields": {"answer_time": "28 days"}}, "sign-up": yes_by("2027-04-20")},
    ),
    ("review-gone-by", {"review": review("2027-03-03")}, {"review": review("2027-03-04")}),
    (
        "end-gone-by",
        {"start-and-finish": over("2026-01-01", "2027-03-03")},
        {"start-and-finish": over("2026-01-01", "2027-03-04")},
    ),
    ("answers-gone-by", {"sign-up": yes_by("2027-03-03")}, {"sign-up": yes_by("2027-03-04")}),
    (
        "job-before-the-start",
        {"start-and-finish": YEAR, "first-jobs": jobs(("r1", "all", "2027-04-01"))},
        {
            "start-and-finish": YEAR,
            "first-jobs": jobs(("committee", "all", "2027-04-01"), ("r2", "all", "2027-05-01")),
        },
    ),
    (
        "job-for-the-absent",
        {"first-jobs": jobs(("r1", "the-hub", "2027-06-01"))},
        {"first-jobs": jobs(("r1", "st-annes", "2027-06-01"))},
    ),
    (
        "promise-of-the-absent",
        {"contributions": brings({"does": "cook"}, {"does": "lend"}, {"does": "wash up"})},
        {"contributions": brings({"does": "cook"}, {"does": "lend"})},
    ),
    (
        "money-for-the-absent",
        {"the-money": money_with("the-hub")},
        {"the-money": money_with("st-annes")},
    ),
    (
        "half-the-jobs",
        {
            "contributions": brings({"does": "cook"}),
            "first-jobs": jobs(
                ("r1", "st-annes", "2027-06-01"),
                ("r2", "st-annes", "2027-06-01"),
                ("r3", "lunch-club", "2027-06-01"),
            ),
        },
        {
            "contributions": brings({"does": "cook"}),
            "first-jobs": jobs(
                ("r1", "st-annes", "2027-06-01"),
                ("r2", "all", "2027-06-01"),
                ("r3", "lunch-club", "2027-06-01"),
            ),
        },
    ),
    (
        "same-words-for-all",
        {"contributions": brings({"does": "help"}, {"does": "Help"})},
        {"contributions": brings({"does": "help"}, {"does": "cook"})},
    ),
    (
        "no-limit",
        {"contributions": brings({"does": "cook"})},
        {"contributions": brings({"does": "cook", "most": "six hours a week"})},
    ),
    (
        "need-nobody-meets",
        {"contributions": brings({"needs": "a key"})},
        {"contributions": brings({"needs": "a key", "whom": ["st-annes"]})},
    ),
    (
        "no-stand-in",
        {"who-we-are": people("Ann", stand_in="")},
        {"who-we-are": people("Ann")},
    ),
    (
        "one-speaker-for-two",
        {"who-we-are": people("Ann Price", "ann price")},
        {"who-we-are": people("Ann Price", "Ruth Cole")},
    ),
    (
        "limit-without-amount",
        {"mandate": [{"id": "the-hub", "can": "spending up to a limit"}]},
        {"mandate": [{"id": "the-hub", "can": "spending up to a limit", "limit": 25000}]},
    ),
    (
        "limit-without-amount",
        {"mandate": [{"id": "the-hub", "can": "everything here"}]},
        {"mandate": [{"id": "the-hub", "can": "everything here", "agreed_on": day("2027-01-01")}]},
    ),
    (
        "one-holds-the-logins",
        {"the-logins": {"fields": {"holders": "Joy Bello"}}},
        {"the-logins": {"fields": {"holders": "Joy Bello and Sam Reed"}}},
    ),
    (
        "one-holds-the-keys",
        {"our-place": {"fields": {"keeper": ["other: the warden"]}}},
        {"our-place": {"fields": {"keeper": ["st-annes"]}}},
    ),
    (
        "one-passes-the-words",
        {"speaking-for-us": {"fields": {"sayers": "Joy Bello"}}},
        {"speaking-for-us": WORDS},
    ),
    (
        "caller-is-a-friend",
        {
            "who-we-are": {"rows": people("Ann"), "fields": {"friend": "Jo Marsh"}},
            "review": review("2027-06-01", "other: Jo Marsh"),
        },
        {
            "who-we-are": {"rows": people("Ann"), "fields": {"friend": "Jo Marsh"}},
            "review": review("2027-06-01"),
        },
    ),
    (
        "ringer-is-a-friend",
        {
            "who-we-are": {"rows": people("Ann"), "fields": {"adviser": "Jo Marsh"}},
            "sign-up": yes_by("2027-06-01", caller=["other: Jo Marsh"]),
        },
        {
            "who-we-are": {"rows": people("Ann"), "fields": {"adviser": "Jo Marsh"}},
            "sign-up": yes_by("2027-06-01", caller=["the-hub"]),
        },
    ),
    ("helper-not-named", {"steps": steps("", "7 days")}, {"steps": steps("Jo", "7 days")}),
    (
        "helper-is-one-of-us",
        {"steps": steps("the chair of St Anne’s", "7 days")},
        {"steps": steps("the chair of the village hall", "7 days")},
    ),
    (
        "helper-is-one-of-us",
        {"steps": steps("Ann Price", "7 days"), "who-we-are": people("Ann Price")},
        {"steps": steps("Jo Marsh", "7 days"), "who-we-are": people("Ann Price")},
    ),
    (
        "step-without-days",
        {"steps": {"rows": [{"id": "r1", "step": "Talk", "who": "both"}]}},
        {"steps": steps("Jo", "7 days")},
    ),
    (
        "votes-on-itself",
        {"in-the-end": LET_GO, "who-decides": grid("not-kept", who_decides="all of us")},
        {"in-the-end": LET_GO, "who-decides": grid("not-kept", who_decides="other: the others")},
    ),
    (
        "details-without-end",
        {"passing-on-details": {"fields": {"what": "a name", "why": "a visit"}}},
        {"passing-on-details": DETAILS},
    ),
    (
        "counts-with-too-few",
        {"sign-up": {"answer": "enough", "fields": {"number": 1}}},
        {"sign-up": {"answer": "enough", "fields": {"number": 2}}},
    ),
    (
        "counts-with-too-few",
        {"sign-up": {"answer": "enough", "fields": {"number": 4}}},
        {"sign-up": {"answer": "enough", "fields": {"number": 3}}},
    ),
    (
        "own-costs-and-paid-back",
        {"costs-of-taking-part": {"answer": ["own-costs", "time"]}},
        {"costs-of-taking-part": {"answer": ["own-costs"]}},
    ),
    (
        "asked-each-time-or-not",
        {"names-and-logos": {"answer": ["each-time", "free-for-this"]}},
        {"names-and-logos": {"answer": ["each-time"]}},
    ),
    (
        "change-without-committees",
        {"changing": "two-thirds", "who-decides": grid("change", who_decides="our committees")},
        {"changing": "all", "who-decides": grid("change", who_decides="our committees")},
    ),
]
OF_TWO_OR_MANY: Final[list[tuple[str, Said, int, int]]] = [
    ("two-cannot-outvote", {"decide": "two-thirds"}, 2, 3),
    ("two-asked-to-leave", {"in-the-end": LET_GO}, 2, 3),
    (
        "all-must-come",
        {"decide": {"answer": "two-thirds", "fields": {"quorum": "all of us"}}},
        5,
        4,
    ),
]


def asks(draft: Draft) -> set[str]:
    """The rules that ask something about a draft."""
    return {rule.id for rule in asked(BANK.rules, draft)}


def with_one_absent(said: Said) -> Draft:
    """The draft of three partners, of which the last is not in the room."""
    return draft_with(BANK, said, absent=dict.fromkeys(said, frozenset({"the-hub"})))


@pytest.mark.parametrize(("rule", "said", "mended"), CASES, ids=[case[0] for case in CASES])
def test_each_rule_asks_until_it_is_mended(rule: str, said: Said, mended: Said) -> None:
    """One answer changed, in the question that mends it or one it is compared with, is enough."""
    assert rule in asks(with_one_absent(said))
    assert rule not in asks(with_one_absent(mended))


@pytest.mark.parametrize(("rule", "said", "asking", "silent"), OF_TWO_OR_MANY)
def test_some_rules_are_for_two_or_for_many(
    rule: str, said: Said, asking: int, silent: int
) -> None:
    """What is no trouble for three may be some for two, or for five."""
    assert rule in asks(draft_with(BANK, said, partners=asking))
    assert rule not in asks(draft_with(BANK, said, partners=silent))


def test_a_lead_that_is_named_is_not_asked_for() -> None:
    """The table may speak of the lead once one of the partners is."""
    said = {"deciding-shape": "lead"}
    assert "table-names-no-lead" in asks(draft_with(BANK, said))
    assert "table-names-no-lead" not in asks(draft_with(BANK, said, lead="the-hub"))


def test_a_struck_sentence_can_be_asked_about() -> None:
    """Whoever strikes out the way out, or that nobody votes on itself, is asked what then."""
    ways = {"decide": {"answer": "every-yes", "fields": {"way_out": "leave it out"}}}
    struck = {"decide": frozenset({"way-out"}), "in-the-end": frozenset({"heard"})}
    said = {**ways, "in-the-end": LET_GO}
    assert {"no-way-out", "votes-on-itself"} <= asks(draft_with(BANK, said, struck=struck))
    assert not {"no-way-out", "votes-on-itself"} & asks(draft_with(BANK, said))


def test_every_rule_has_been_tried() -> None:
    """A rule without a draft to try it on may never ask anything."""
    tried = {case[0] for case in (*CASES, *OF_TWO_OR_MANY)}
    assert {rule.id for rule in BANK.rules} == tried


def test_what_the_program_finds_by_itself_is_left_to_it() -> None:
    """No holder, nobody who hears a worry: both are required, so that they are asked about."""
    for question, field in (("the-money", "holder"), ("safeguarding", "hears")):
        found = BANK.find(question)
        assert found is not None
        assert [f.required for f in (*found.fields, *found.columns) if f.id == field] == [True]


def test_nothing_said_is_nothing_asked() -> None:
    """An empty draft has no rule to answer to."""
    assert asks(draft_with(BANK, {})) == set()
