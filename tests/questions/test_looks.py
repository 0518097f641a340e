"""What can be asked of a whole draft: how it is written, and whether it is so."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, get_args

import pytest

from outputs.agreement import Stance
from questions import looks
from questions.conditions import Facts, holds, in_words, parse
from questions.draft import Draft
from questions.load import load
from questions.rules import asked, so
from questions.values import Mistake
from tests.questions.drafts import day, draft_with

BANK: Final = load(Path(__file__).parents[1] / "banks" / "looks")

WORK: Final = {"start": day("2027-05-01"), "stop": day("2027-08-01")}
JOBS: Final = [
    {"id": "committee", "job": "Ask our committee", "who": ["all"], "by": day("2027-04-01")},
    {"id": "r2", "job": "Cut keys", "who": ["the-hub"], "by": day("2027-05-02")},
    {"id": "r3", "job": "Print a poster", "who": ["the-hub", "other: Jo"], "by": day("2027-06-01")},
]
STEPS: Final = [
    {"id": "r1", "step": "Talk", "who": "the two contacts", "within": "7 days"},
    {"id": "r2", "step": "Meet", "who": "all of us", "within": "1 month"},
]
BRINGS: Final = [
    {"id": "lunch-club", "does": "Help out", "most": "two hours"},
    {"id": "st-annes", "does": "help  out"},
]
SAID: Final[dict[str, Any]] = {
    "money": True,
    "dates": {"fields": WORK},
    "holder": ["other: Ann Price"],
    "decide": {"answer": "every-yes", "fields": {"quorum": "other: one of us", "wait": "7 days"}},
    "brings": BRINGS,
    "jobs": JOBS,
    "steps": {"rows": STEPS, "fields": {"helper": "Jo from the Hub", "helpers": 4}},
}


def draft(**more: Any) -> Draft:
    """A draft in which all is settled."""
    given = {
        "bodies": ("youth club, a charity", "church", ""),
        "struck": {"decide": frozenset({"stuck"})},
        "absent": {"brings": frozenset({"st-annes"}), "jobs": frozenset({"lunch-club"})},
        "stances": {"the-hub": {"stand-aside": 2, "can-live-with-it": 1}},
    }
    return draft_with(BANK, SAID, **{**given, **more})


def read(data: dict[str, Any]) -> Any:
    """A condition as a rule may write it."""
    return parse(data, looks.read)


LEAVES: Final[list[tuple[dict[str, Any], bool]]] = [
    ({"filled": "steps.helper"}, True),
    ({"filled": "brings.most"}, True),
    ({"filled": "jobs.by"}, True),
    ({"empty": "steps.helper"}, False),
    ({"filled": "holder"}, True),
    ({"field": "decide.quorum", "is": ["other"]}, True),
    ({"field": "decide.quorum", "is": ["half"]}, False),
    ({"field": "jobs.who", "is": ["all"]}, True),
    ({"field": "money", "is": ["yes"]}, True),
    ({"earlier": ["dates.start", "dates.stop"]}, True),
    ({"earlier": ["dates.stop", "dates.start"]}, False),
    ({"earlier": ["jobs.by", "dates.start"]}, True),
    ({"earlier": ["dates.stop", "jobs.by"]}, False),
    ({"earlier": ["today", "dates.start"]}, True),
    ({"earlier": ["dates.start", "today"]}, False),
    ({"longer": "decide.wait", "than": "6 days"}, True),
    ({"longer": "decide.wait", "than": "1 week"}, False),
    ({"shorter": "decide.wait", "than": "8 days"}, True),
    ({"shorter": "decide.wait", "than": "7 days"}, False),
    ({"longer": "steps.within", "than": "1 month"}, True),
    ({"longer": "steps.within", "than": "2 months"}, False),
    ({"longer": "steps.within", "than": ["dates.start", "dates.stop"]}, False),
    ({"longer": "steps.within", "than": ["dates.start", "jobs.by"]}, True),
    ({"longer": "steps.within", "than": "decide.wait"}, True),
    ({"shorter": "decide.wait", "than": "steps.within"}, True),
    ({"number": "decide.quorum", "less_than": 2}, True),
    ({"number": "steps.helpers", "more_than": "partners"}, True),
    ({"number": "steps.helpers", "more_than": 4}, False),
    ({"number": "steps.helpers", "less_than": 4}, False),
    ({"repeated": "brings.does"}, True),
    ({"repeated": "jobs.job"}, False),
    ({"alike": "brings.does"}, True),
    ({"alike": "jobs.job"}, False),
    ({"most": "jobs.who"}, True),
    ({"one_name": "holder"}, True),
    ({"one_name": "jobs.job"}, False),
    ({"names_absent": "brings.does"}, True),
    ({"names_absent": "brings.most"}, False),
    ({"names_absent": "jobs.who"}, False),
    ({"names_partner": "steps.helper"}, True),
    ({"names_partner": "holder"}, False),
    ({"same_name": ["jobs.who", "steps.helper"]}, False),
    ({"some_row": {"of": "brings", "filled": ["does"], "empty": ["most"]}}, True),
    ({"some_row": {"of": "brings", "empty": ["does"]}}, False),
    ({"some_row": {"of": "jobs", "where": {"who": ["all"]}}}, True),
    ({"some_row": {"of": "jobs", "where": {"job": ["keys"]}}}, True),
    ({"some_row": {"of": "jobs", "where": {"job": ["key"]}}}, False),
    ({"some_row": {"of": "jobs", "rows": ["committee"], "where": {"job": ["keys"]}}}, False),
    ({"some_row": {"of": "jobs", "not_rows": ["committee"], "where": {"who": ["all"]}}}, False),
    ({"some_row": {"of": "jobs", "before": {"by": "dates.start"}}}, True),
    (
        {"some_row": {"of": "jobs", "not_rows": ["committee"], "before": {"by": "dates.start"}}},
        False,
    ),
    ({"struck": "decide.stuck"}, True),
    ({"struck": "decide.part"}, False),
    ({"body": ["club"]}, True),
    ({"body": ["club"], "but_not": ["charity"]}, False),
    ({"body": ["clu"]}, False),
    ({"lead": False}, True),
    ({"lead": True}, False),
    ({"one_partner": ["stand-aside"], "times": 2}, True),
    ({"one_partner": ["stand-aside", "can-live-with-it"], "times": 3}, True),
    ({"one_partner": ["stand-aside"], "times": 3}, False),
]


@pytest.mark.parametrize(("data", "expected"), LEAVES, ids=str)
def test_each_look_is_so_or_not(data: dict[str, Any], expected: bool) -> None:
    """Of a draft in which all is settled, every look can say, and its `not` says the contrary."""
    assert so(read(data), draft()) is expected
    assert so(read({"not": data}), draft()) is not expected


@pytest.mark.parametrize("data", [data for data, _ in LEAVES if not {*data} & {"lead"}], ids=str)
def test_nothing_settled_is_nothing_to_say(data: dict[str, Any]) -> None:
    """What was not talked about is neither so nor not so, and nor is its `not`."""
    nothing = Draft(stances={"the-hub": {}})
    expected = False if "one_partner" in data else None
    assert so(read(data), nothing) is expected
    if expected is None:
        assert so(read({"not": data}), nothing) is None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"question": "money", "is": ["no"]}, None),
        ({"not": {"question": "money", "is": ["no"]}}, None),
        ({"question": "money", "answered": True}, False),
        ({"partners": {"at_most": 3}}, True),
        ({"all": [{"lead": True}, {"filled": "holder"}]}, False),
        ({"all": [{"lead": False}, {"filled": "holder"}]}, None),
        ({"any": [{"lead": False}, {"filled": "holder"}]}, True),
        ({"any": [{"lead": True}, {"filled": "holder"}]}, None),
    ],
    ids=str,
)
def test_what_is_open_decides_nothing(data: dict[str, Any], expected: bool | None) -> None:
    """One part that decides is enough; otherwise a part that is open leaves the whole open."""
    assert so(read(data), draft_with(BANK, {})) is expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (["other: Ann Price"], True),
        (["other: Ann Price", "other: Dev Shah"], False),
        (["other: Ann Price and Dev Shah"], False),
        (["other: the two contacts"], False),
        (["the-hub"], False),
        (["all"], False),
    ],
)
def test_one_name_is_one_person(who: list[str], expected: bool) -> None:
    """A partner is more than one person; so are two names, and words for several."""
    assert so(read({"one_name": "holder"}), draft_with(BANK, {"holder": who})) is expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (["a", "a", "a"], True),
        (["a", "b", "a", "c"], True),
        (["a", "b", "c", "d", "a"], False),
        (["a", "a"], False),
        (["all", "all", "all"], False),
    ],
)
def test_most_of_the_rows_fall_to_one(who: list[str], expected: bool) -> None:
    """Half of at least three rows; what falls to all of us falls to nobody more."""
    rows = [{"id": f"r{n}", "who": [w if w == "all" else f"other: {w}"]} for n, w in enumerate(who)]
    assert so(read({"most": "jobs.who"}), draft_with(BANK, {"jobs": rows})) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jo Marsh", "jo marsh", True),
        ("Jo Marsh from the library", "Jo Marsh", True),
        ("Jo", "Jo Marsh", False),
        ("the manager of the library", "the manager", False),
    ],
)
def test_one_name_in_two_places(one: str, other: str, expected: bool) -> None:
    """A whole name, perhaps with words beside it; a role is not one person's."""
    said = {"steps": {"fields": {"helper": one}}, "holder": [f"other: {other}"]}
    look = read({"same_name": ["steps.helper", "holder"]})
    assert so(look, draft_with(BANK, said)) is expected


def test_a_rule_asks_only_where_what_mends_it_is_settled() -> None:
    """A group is not asked about a question that it has not come to, or has put off."""
    (rule, *_) = BANK.rules
    answer = {"decide": {"answer": "every-yes"}}
    assert asked([rule], draft_with(BANK, answer)) == (rule,)
    assert asked([rule], draft_with(BANK, {})) == ()
    assert asked([rule], draft_with(BANK, SAID)) == ()


def test_positions_are_called_as_in_the_agreement() -> None:
    """The bank knows the same four positions that are saved."""
    assert get_args(Stance) == looks.STANCES


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ({"fillled": "steps.helper"}, 'did you mean "filled"'),
        ({"filled": ["steps.helper"]}, "not a condition"),
        ({"filled": "a.b", "empty": "a.b"}, "not a condition"),
        ({"earlier": ["a.b"]}, "earlier: .* should be two texts"),
        ({"same_name": "a.b"}, "same_name: .* should be two texts"),
        ({"longer": "a.b"}, "not a condition"),
        ({"longer": "a.b", "than": 3}, "than: 3 should be"),
        ({"longer": "a.b", "than": ["c.d"]}, "than: .* should be two texts"),
        ({"number": "a.b", "less_than": "2"}, "number: its limits"),
        ({"number": "a.b", "less_than": "partners"}, "number: its limits"),
        ({"number": "a.b", "more": 2}, 'there is no condition "more"|number: its limits'),
        ({"some_row": {"off": "a"}}, "some_row is written"),
        ({"some_row": {"of": "a", "where": ["x"]}}, "some_row is written"),
        ({"some_row": {"of": "a", "empty": "x"}}, "empty: 'x' should be a list of texts"),
        ({"body": []}, "body: .* should be a list of texts"),
        ({"lead": "yes"}, "not a condition"),
        ({"one_partner": ["agree"], "times": 0}, "not a condition"),
        ({"all": [{"filled": 3}]}, "not a condition"),
    ],
    ids=str,
)
def test_what_cannot_be_read_says_what_to_write(data: dict[str, Any], what: str) -> None:
    """A slip in a look is told with what belongs there."""
    with pytest.raises(Mistake, match=what):
        read(data)


def test_a_question_may_look_only_back() -> None:
    """The `when` of a question knows none of these: nothing is decided before it is asked."""
    with pytest.raises(Mistake, match="not a condition"):
        parse({"filled": "steps.helper"})
    for judge in (lambda c: holds(c, Facts()), lambda c: in_words(c, lambda q, _: q)):
        with pytest.raises(TypeError):
            judge(read({"filled": "steps.helper"}))
