"""The short way through a bank: what is wrong with its table is told like the rest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from questions.load import bundled, load
from questions.problems import BadBank

SHORT = Path(__file__).parents[1] / "banks" / "short"


def problems(folder: Path, *edits: tuple[str, str, str]) -> list[str]:
    """What is wrong with the bank of the short way after edits: file, old text, new text."""
    bank = folder / "bank"
    shutil.copytree(SHORT, bank)
    for file, old, new in edits:
        text = (bank / file).read_text("utf-8")
        assert text.count(old) == 1, (text.count(old), old)
        (bank / file).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BadBank) as bad:
        load(bank)
    return [str(problem) for problem in bad.value.problems]


@pytest.mark.parametrize(
    ("edits", "problem"),
    [
        (
            [("bank.toml", '"early"', '"eary"')],
            'bank.toml: short: there is no question "eary"; did you mean "early"?',
        ),
        (
            [("bank.toml", '"jobs"', '"job"')],
            'bank.toml: short: there is no question "job"; did you mean "jobs"?',
        ),
        (
            [("bank.toml", '"status"', '"statuss"')],
            'bank.toml: short: there is no question "statuss"; did you mean "status"?',
        ),
        (
            [("bank.toml", 'usual = ["treat", "early", "tell"]', "usual = []")],
            "bank.toml: short: usual: name at least one question",
        ),
        (
            [("bank.toml", '"jobs"', '"treat"')],
            'bank.toml: short: the id "treat" is used 2 times',
        ),
        ([("bank.toml", "minutes = 35\n", "")], 'bank.toml: short: "minutes" is missing'),
        (
            [("bank.toml", "minutes = 35", 'minutes = "35"')],
            "bank.toml: short, minutes: '35' should be a whole number",
        ),
        (
            [("bank.toml", "before =", "befor =")],
            'bank.toml: short: there is no key "befor"; did you mean "before"?',
        ),
        (
            [("keeping.toml", 'usual = [{ options = ["same-day"] }]\n', "")],
            'bank.toml: short, "early": it has no usual answer to take',
        ),
        (
            [
                (
                    "keeping.toml",
                    'usual = [{ options = ["same-day"] }]',
                    'usual = [{ options = ["same-day"], when = { partners = { at_least = 3 } } }]',
                )
            ],
            'bank.toml: short, "early": it has no usual answer to take',
        ),
        (
            [("keeping.toml", ', default = "7 days" }', " }")],
            'bank.toml: short, "tell": it has no usual answer to take',
        ),
        (
            [("bank.toml", '"treat"', '"money"')],
            'bank.toml: short, "money": it makes no clause',
        ),
        (
            [("bank.toml", '"treat"', '"aims"')],
            'bank.toml: short, "aims": it is asked in the long interview only',
        ),
        (
            [
                (
                    "together.toml",
                    'code = "T1"\nkind = "form"',
                    'code = "T1"\nkind = "per_partner"',
                ),
                (
                    "together.toml",
                    'field = [{ id = "day", label = "We start on", kind = "date", default = "2 months" }]',
                    'column = [{ id = "day", label = "We start on", kind = "date" }]',
                ),
                ("together.toml", 'text = "We will start on {day}."', 'text = "We will start."'),
                ("bank.toml", '"treat"', '"start"'),
            ],
            'bank.toml: short, "start": each partner has to fill in its own line',
        ),
        (
            [("bank.toml", '"status"', '"decide"')],
            'bank.toml: short, before: "early" is asked after "decide"',
        ),
        (
            [("bank.toml", '"status"', '"tell"')],
            'bank.toml: short, before: "tell" has to be a question that everybody is asked',
        ),
        (
            [
                (
                    "keeping.toml",
                    'ask = "How do we decide?"',
                    'ask = "How do we decide?"\nwhen = { question = "treat", is = ["sing"] }',
                )
            ],
            'bank.toml: short, before: "decide" leans on "treat"',
        ),
        (
            [
                (
                    "keeping.toml",
                    'ask = "Who tells the funder?"\nwhen = { question = "money", is = ["yes"] }',
                    'ask = "Who tells the funder?"\nwhen = { question = "early", answered = true }',
                )
            ],
            'bank.toml: short, before: "tell" leans on "early"',
        ),
    ],
)
def test_each_problem_of_the_short_way_has_its_place_and_mend(
    edits: list[tuple[str, str, str]], problem: str, tmp_path: Path
) -> None:
    """A mistake is told with what it is about and what to write instead."""
    said = problems(tmp_path, *edits)
    assert any(each.startswith(problem) for each in said), said


def test_a_question_of_a_file_that_cannot_be_read_is_no_mistake(tmp_path: Path) -> None:
    """What is only missing because its file is broken is not told as missing."""
    said = problems(tmp_path, ("keeping.toml", '[[question]]\nid = "decide"', "[[question"))
    assert len(said) == 1
    assert said[0].startswith("keeping.toml: is not TOML")


def test_a_question_may_lean_on_the_page_once_it_was_asked(tmp_path: Path) -> None:
    """What comes after the page can look back at it."""
    bank = tmp_path / "bank"
    shutil.copytree(SHORT, bank)
    with (bank / "keeping.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[question]]\nid = "song"\ncode = "X9"\nkind = "text"\nask = "Which song?"\n'
            'when = { question = "treat", is = ["sing"] }\n'
        )
    assert load(bank).short is not None


def test_the_bundled_bank_has_a_short_way() -> None:
    """Four usual clauses and two that are put off, before the paper itself is talked about."""
    short = load(bundled()).short
    assert short is not None
    assert short.usual == ("conduct", "keeping-in-touch", "saying-it-early", "leaving")
    assert short.park == ("first-jobs", "in-the-end")
    assert (short.minutes, short.before) == (35, "status")
