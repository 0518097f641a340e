"""`when`: what holds, what is refused, how it is said."""

from __future__ import annotations

from typing import Any

import pytest

from questions import conditions
from questions.conditions import Facts, holds, in_words, leaves, parse
from questions.values import Mistake

YES = {"question": "money", "is": ["yes"]}
WALK = {"question": "way", "is": ["walk", "cycle"]}
SPOKEN = {"question": "aim", "answered": True}
FACTS = Facts({"money": frozenset({"yes"}), "way": frozenset({"cycle", "bus"})}, {}, 3)


@pytest.mark.parametrize(
    ("data", "so"),
    [
        (YES, True),
        ({"question": "money", "is": ["no"]}, False),
        (WALK, True),
        ({"question": "way", "is": ["walk"]}, False),
        ({"question": "unasked", "is": ["yes"]}, False),
        (SPOKEN, False),
        ({"question": "way", "answered": True}, True),
        ({"partners": {"at_least": 3}}, True),
        ({"partners": {"at_least": 4}}, False),
        ({"partners": {"at_most": 3}}, True),
        ({"partners": {"at_most": 2}}, False),
        ({"partners": {"at_least": 2, "at_most": 4}}, True),
        ({"all": [YES, WALK]}, True),
        ({"all": [YES, SPOKEN]}, False),
        ({"any": [SPOKEN, WALK]}, True),
        ({"any": [SPOKEN]}, False),
        ({"not": SPOKEN}, True),
        ({"not": {"all": [YES, {"not": SPOKEN}]}}, False),
    ],
)
def test_holds(data: dict[str, Any], so: bool) -> None:
    """A condition is true of what was settled, and of nothing else."""
    assert holds(parse(data), FACTS) is so


def test_no_condition_holds() -> None:
    """What has no `when` is always so."""
    assert holds(None, Facts())


def test_an_empty_choice_is_an_answer() -> None:
    """Answered is not the same as having chosen something."""
    facts = Facts({"aim": frozenset()})
    assert holds(parse(SPOKEN), facts)
    assert not holds(parse({"question": "aim", "is": ["yes"]}), facts)


@pytest.mark.parametrize(
    "data",
    [
        "money",
        None,
        [],
        {},
        {"question": "money"},
        {"question": "money", "is": "yes"},
        {"question": "money", "is": []},
        {"question": "money", "is": [1]},
        {"question": "money", "answered": False},
        {"question": "money", "answered": 1},
        {"question": 1, "is": ["yes"]},
        {"question": "money", "is": ["yes"], "answered": True},
        {"questions": "money", "is": ["yes"]},
        {"partners": 3},
        {"partners": {}},
        {"partners": {"more_than": 3}},
        {"partners": {"at_least": True}},
        {"partners": {"at_least": "3"}},
        {"all": []},
        {"all": YES},
        {"any": [YES, "no"]},
        {"all": [YES], "any": [YES]},
        {"not": [YES]},
    ],
)
def test_parse_says_what_a_condition_looks_like(data: Any) -> None:
    """Whatever else is written is refused with what can be."""
    with pytest.raises(Mistake, match="condition"):
        parse(data)


def _label(question: str, option: str) -> str:
    return {"yes": "Yes", "walk": "We walk", "cycle": "We cycle"}.get(option, question.title())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (YES, "you said “Yes”"),
        (WALK, "you said “We walk” or “We cycle”"),
        (SPOKEN, "you answered “Aim”"),
        ({"partners": {"at_least": 4}}, "there are 4 or more of you"),
        ({"partners": {"at_most": 4}}, "there are no more than 4 of you"),
        ({"partners": {"at_least": 2, "at_most": 4}}, "there are 2 to 4 of you"),
        ({"all": [YES, SPOKEN]}, "you said “Yes” and you answered “Aim”"),
        ({"any": [YES, SPOKEN]}, "you said “Yes” or you answered “Aim”"),
        ({"not": SPOKEN}, "it is not so that you answered “Aim”"),
    ],
)
def test_in_words(data: dict[str, Any], said: str) -> None:
    """A condition can be read out."""
    assert in_words(parse(data), _label) == said


def test_no_condition_has_no_words() -> None:
    """There is nothing to say about what is always asked."""
    assert in_words(None, _label) == ""


def test_leaves() -> None:
    """Every simple condition is found, however deep."""
    deep = parse({"all": [YES, {"any": [{"not": SPOKEN}, {"partners": {"at_least": 2}}]}]})
    assert [type(leaf) for leaf in leaves(deep)] == [
        *(conditions.Is, conditions.Answered, conditions.Partners)
    ]
    assert list(leaves(None)) == []
