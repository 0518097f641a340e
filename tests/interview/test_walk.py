"""Made-up groups walk through banks: each path ends in a whole agreement, or the hole is named."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from interview.chance import Chance
from interview.holes import in_sentences
from interview.walk import enough, one, problems_of_walk, walk
from outputs import toml
from outputs.agreement import Clause
from questions.load import bundled, load, load_with_files
from tests.conftest import THOROUGH
from tests.questions import house

BANKS: Final = Path(__file__).parents[1] / "banks"
DECIDE: Final = 't.toml: question "decide"'
RUNS: Final = 200


def problems(folder: Path, runs: int = RUNS) -> list[str]:
    """What walking through a bank found, a line each."""
    bank, files = load_with_files(folder)
    return [str(problem) for problem in problems_of_walk(bank, files, walk(bank, runs))]


@pytest.mark.parametrize("name", ["small", "kinds", "evening"])
def test_the_test_banks_are_whole(name: str) -> None:
    """Every path through the banks that tests use ends in a whole agreement."""
    assert problems(BANKS / name, 1000) == []


def test_the_bundled_bank_is_whole() -> None:
    """Every path through what we ship ends in a whole agreement, and all of it is reached."""
    assert problems(bundled(), 5000 if THOROUGH else 400) == []


def test_the_same_seed_walks_the_same_path() -> None:
    """A hole that was found once is found again."""
    bank = load(bundled())
    once, again = (one(bank, Chance(7))[2] for _ in range(2))
    assert once == again
    assert one(bank, Chance(8))[2] != once


def test_what_is_walked_can_be_saved() -> None:
    """An agreement of a made-up group is one that the file takes, and gives back."""
    bank = load(bundled())
    for seed in range(20):
        agreement = one(bank, Chance(seed))[2]
        assert toml.read(toml.write(agreement).encode()) == agreement


def test_groups_differ() -> None:
    """Few and many partners, with a lead and without, in each depth."""
    groups = [Chance(seed).record() for seed in range(200)]
    assert {len(g.partners) for g in groups} == set(range(2, 13))
    assert {g.depth for g in groups} >= {"quick", "full"}
    assert {bool(g.lead) for g in groups} == {True, False}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "wait {wait} and try",
            "wait one days, {wait} and try",
            f'{DECIDE}, sentence "stuck": it says one, and means many, as in “If we cannot',
        ),
        (
            "leave it out",
            "leave it out at at once",
            f'{DECIDE}, sentence "no-wait": it says a word twice, as in “If we cannot agree, we',
        ),
        (
            "when most of us say",
            "after an week, if most say",
            f'{DECIDE}, option "most": “a” should be “an”, or “an” “a”',
        ),
        (
            "We will not wait.",
            "We will not wait .",
            'bank.toml: always "first": it has a space before a stop',
        ),
        (
            'when = { question = "money", is = ["yes"] }, text',
            'options = ["most"], when = { all = [{ question = "money", is = ["yes"] }, '
            '{ question = "money", is = ["no"] }] }, text',
            f'{DECIDE}, sentence "costs": it was never reached in 400 walks; is there an answer',
        ),
        (
            "If we cannot agree, we will leave it out.",
            "We will not wait {wait}.",
            f'{DECIDE}, sentence "no-wait": it was never reached',
        ),
        (
            'heading = "How we decide"',
            'heading = "How we decide"\nwhen = { partners = { at_least = 13 } }',
            f"{DECIDE}: it was never asked in 400 walks; is there an answer that leads to it?",
        ),
    ],
)
def test_each_hole_has_its_place(old: str, new: str, problem: str, tmp_path: Path) -> None:
    """A hole is told once, with where it is and a sentence that shows it."""
    (said,) = problems(house.write(tmp_path, {old: new}))
    assert problem in said


def test_an_answer_that_says_nothing(tmp_path: Path) -> None:
    """A choice that leaves its clause empty, with no blank to blame, is a hole."""
    spoilt = {
        ', says = ["We will go on when all of us say yes."]': "",
        'id = "stuck", ': 'id = "stuck", options = ["most"], ',
        'without = ["wait"], ': 'without = ["wait"], options = ["most"], ',
        'id = "costs", ': 'id = "costs", options = ["most"], ',
    }
    (said,) = problems(house.write(tmp_path, spoilt))
    assert said == f"{DECIDE}: it is answered, and says nothing, as in “all”"


def test_a_row_that_no_sentence_says(tmp_path: Path) -> None:
    """What a group typed into a table is lost where its sentence needs a blank beside it."""
    table = """
    [[question]]
    id = "jobs"
    code = "E1"
    kind = "rows"
    heading = "Who does what"
    ask = "Who does what?"
    column = [{ id = "what", label = "What" }]
    field = [{ id = "place", label = "Where", default = "the hall" }]
    sentence = [{ id = "does", each = "rows", text = "At {place}, we will do this: {what}." }]
    """
    house.write(tmp_path)
    (tmp_path / "t.toml").write_text(table, "utf-8")
    (said,) = problems(tmp_path)
    assert said.startswith('t.toml: question "jobs": no sentence says a full row; mark the blank')
    assert ", as in “what: " in said
    required = table.replace('default = "the hall"', 'default = "the hall", required = true')
    (tmp_path / "t.toml").write_text(required, "utf-8")
    assert problems(tmp_path) == []


def test_blanks_that_were_left_empty_are_no_hole(tmp_path: Path) -> None:
    """A group that fills in nothing has a gap, which the draft asks about."""
    spoilt = {
        ', says = ["We will go on when all of us say yes."]': ', says = ["We will wait {wait}."]',
        'without = ["wait"], ': 'without = ["wait"], options = ["most"], ',
        'id = "costs", ': 'id = "costs", options = ["most"], ',
    }
    assert problems(house.write(tmp_path, spoilt)) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "it is empty"),
        ("We will {wait}.", "a blank is left in it"),
        ("We will wait None.", "something unfinished is left in it"),
        ("We will wait TODO.", "something unfinished is left in it"),
        ("We will  wait.", "it has two spaces together"),
        ("We will wait, etc..", "it has two stops together"),
        ("We will wait ,and go.", "it has a space before a stop"),
        ("We will wait 1 days.", "it says one, and means many"),
        ("We will wait one working days.", "it says one, and means many"),
        ("One partners must take part.", "it says one, and means many"),
        ("We will wait a hour.", "“a” should be “an”, or “an” “a”"),
        ("We will go to the the hall.", "it says a word twice"),
        ("We will say “”.", "it has nothing between its quotation marks or brackets"),
        ("we will wait.", "it does not begin with a capital or a name"),
        ("We will wait", "it does not end with a full stop"),
    ],
)
def test_what_is_not_whole_in_a_sentence(text: str, what: str) -> None:
    """Each thing that no sentence of an agreement may have."""
    assert [hole.what for hole in in_sentences(_clause(text), ["de Souza"])] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "None of us will sign.",
        "de Souza will wait one working day.",
        "“Partner” means one of us.",
        "12 of us must take part.",
        "£20 is enough!",
        "Twenty-one days, and it is that that counts.",
        "What do we want? A yes, a “yes if” or a no.",
    ],
)
def test_what_is_whole(text: str) -> None:
    """What looks like a hole and is none."""
    assert [*in_sentences(_clause(text), ["de Souza"])] == []


def test_a_large_bank_is_walked_less_often() -> None:
    """So that checking it stays quick."""
    small, large = load(BANKS / "small"), load(bundled())
    assert enough(small) >= enough(large) >= 300


def _clause(text: str) -> Clause:
    return Clause("q", "A1", "t", "", "It", "decided", by=dt.date(2027, 1, 1), wording=(text,))
