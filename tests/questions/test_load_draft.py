"""Rules, rehearsals and stop signs that are broken: each problem with its place and its mend."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from questions.load import bundled, load
from questions.problems import BadBank

LOOKS: Final = Path(__file__).parents[1] / "banks" / "looks"
RULE: Final = '[[rule]]\nid = "r"\nwhen = {when}\nask = "What then?"\nmend = "{mend}"\n'
STORY: Final = (
    '[[rehearsal]]\nid = "s"\ntitle = "S"\nstory = "Once."\n'
    '[[rehearsal.moment]]\nday = "Then"\nquestion = "{question}"\nsilent = "{silent}"\n{more}\n'
)
SIGN: Final = (
    '[[stop_sign]]\nid = "s"\ntitle = "S"\nwhen = { partners = { at_least = 1 } }\n'
    'at = "AT"\nsays = [SAYS]\n'
)


def problems(folder: Path, file: str, text: str) -> list[str]:
    """What is wrong with the bank for looks, with one of its files replaced by this."""
    bank = folder / "bank"
    shutil.copytree(LOOKS, bank)
    (bank / file).write_text(text, "utf-8")
    with pytest.raises(BadBank) as bad:
        load(bank)
    return [str(problem) for problem in bad.value.problems]


def test_none_of_the_files_has_to_be_there() -> None:
    """A bank without them asks and tells nothing of the draft; the bundled one has all three."""
    small = load(LOOKS.parent / "small")
    assert (small.rules, small.rehearsals, small.stop_signs) == ((), (), ())
    ours = load(bundled())
    assert len(ours.rules) >= 30
    assert len(ours.rehearsals) == 8
    assert len(ours.stop_signs) == 9


@pytest.mark.parametrize(
    ("when", "problem"),
    [
        ('{ filled = "stepps.helper" }', 'there is no question "stepps"; did you mean "steps"?'),
        (
            '{ filled = "steps.helpr" }',
            'there is no "helpr" in question "steps"; did you mean "steps.helper"?',
        ),
        ('{ filled = "steps" }', 'question "steps" has several places'),
        ('{ filled = "deciding.wait" }', '"deciding" is now called "decide"; write that'),
        ('{ earlier = ["steps.helper", "today"] }', '"steps.helper" is a text; it looks only at a'),
        ('{ longer = "dates.start", than = "7 days" }', 'longer: "dates.start" is a date; it'),
        ('{ shorter = "decide.wait", than = "steps.step" }', 'than: "steps.step" is a text'),
        ('{ number = "dates.start", less_than = 2 }', 'number: "dates.start" is a date'),
        ('{ repeated = "steps.helper" }', 'repeated: "steps.helper" is no column of a table'),
        ('{ one_name = "decide.wait" }', 'one_name: "decide.wait" is a period'),
        ('{ same_name = ["holder", "decide.wait"] }', 'same_name: "decide.wait" is a period'),
        (
            '{ field = "decide.quorum", is = ["haf"] }',
            '"decide.quorum" has no option "haf"; did you mean "half"?',
        ),
        ('{ field = "steps.who", is = ["all"] }', 'is: "steps.who" is a text'),
        ('{ question = "decide", is = ["every"] }', 'has no option "every"'),
        ('{ question = "steps", is = ["yes"] }', 'question "steps" has no options to be one of'),
        ('{ question = "moni", answered = true }', 'did you mean "money"?'),
        ('{ some_row = { of = "jbs" } }', 'there is no question "jbs"; did you mean "jobs"?'),
        ('{ some_row = { of = "decide" } }', 'some_row: question "decide" is no table'),
        (
            '{ some_row = { of = "jobs", rows = ["comittee"] } }',
            'question "jobs" suggests no row "comittee"; did you mean "committee"?',
        ),
        ('{ some_row = { of = "jobs", empty = ["bye"] } }', 'did you mean "jobs.by"?'),
        (
            '{ some_row = { of = "jobs", before = { job = "dates.start" } } }',
            'before: "jobs.job" is a text',
        ),
        (
            '{ some_row = { of = "jobs", before = { by = "dates.begin" } } }',
            'there is no "begin" in question "dates"',
        ),
        ('{ struck = "decide.stuk" }', 'struck: question "decide" has no sentence "stuk"; did'),
        ('{ one_partner = ["agrees"], times = 2 }', 'no position "agrees"; did you mean "agree"?'),
        ('{ fillled = "steps.helper" }', 'there is no condition "fillled"; did you mean "filled"?'),
    ],
    ids=str,
)
def test_what_a_rule_looks_at_is_there(when: str, problem: str, tmp_path: Path) -> None:
    """A place that leads nowhere, or holds another kind of thing, is named with its neighbour."""
    text = RULE.replace("{when}", when).replace("{mend}", "decide")
    (told,) = problems(tmp_path, "rules.toml", text)
    assert told.startswith('rules.toml: rule "r", when: ') or told.startswith(
        'rules.toml: rule "r": when: '
    )
    assert problem in told


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (RULE.replace("{mend}", "decid"), 'mend: there is no question "decid"; did you mean'),
        (RULE.replace('"r"', '"R 1"'), 'rule "R 1": an id is small letters'),
        (RULE.replace("then?", "then."), "ask: a rule asks, and never blames"),
        (RULE.replace("when = {when}\n", ""), '"when" is missing'),
        (RULE * 2, 'rule: the id "r" is used 2 times'),
        (RULE + 'mends = "decide"\n', 'there is no key "mends"; did you mean "mend"?'),
        ('[[rules]]\nid = "r"', 'there is no key "rules"; did you mean "rule"?'),
        ("[[rule", "rules.toml: is not TOML"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_rule_is_whole(text: str, problem: str, tmp_path: Path) -> None:
    """It has an id of its own, something to ask, and a question that mends it."""
    whole = text.replace("{when}", '{ filled = "steps.helper" }').replace("{mend}", "decide")
    (told,) = problems(tmp_path, "rules.toml", whole)
    assert problem in told


@pytest.mark.parametrize(
    ("question", "more", "problem"),
    [
        ("stepps", "", 'question: there is no question "stepps"; did you mean "steps"?'),
        ("deciding", "", '"deciding" is now called "decide"'),
        ("money", "", 'question "money" makes no clause to read out'),
        ("decide", 'sentences = ["stuk"]', 'has no sentence "stuk"; did you mean "stuck"?'),
        ("jobs", 'rows = ["r1"]', 'question "jobs" suggests no row "r1"'),
        ("jobs", "steps = true", 'steps: question "jobs" is no table with a column for a length'),
        ("comes-first", 'sentences = ["x"]', '"comes-first" is always printed whole'),
        ("decide", 'sentence = ["stuck"]', 'no key "sentence"; did you mean "sentences"?'),
    ],
    ids=str,
)
def test_a_rehearsal_reads_what_is_there(
    question: str, more: str, problem: str, tmp_path: Path
) -> None:
    """A moment names a clause, and sentences and rows of it."""
    text = STORY.format(question=question, silent="What then?", more=more)
    (told,) = problems(tmp_path, "rehearsals.toml", text)
    assert told.startswith('rehearsals.toml: rehearsal "s", moment "number 1"')
    assert problem in told


def test_a_rehearsal_asks_where_the_draft_is_silent(tmp_path: Path) -> None:
    """What it asks is a question; and a story needs a moment."""
    text = STORY.format(question="decide", silent="Nothing.", more="")
    (told,) = problems(tmp_path, "rehearsals.toml", text)
    assert "silent: end it with a question mark" in told


def test_a_rehearsal_needs_a_moment(tmp_path: Path) -> None:
    """A story without one plays nothing back."""
    text = '[[rehearsal]]\nid = "s"\ntitle = "S"\nstory = "Once."\nmoment = []\n'
    (told,) = problems(tmp_path, "rehearsals.toml", text)
    assert "a rehearsal needs at least one" in told


@pytest.mark.parametrize(
    ("at", "says", "problem"),
    [
        ("decid", '"One.", "Two."', 'at: there is no question "decid"; did you mean "decide"?'),
        ("money", '"One.", "Two."', 'at: "money" is asked in one list with others'),
        ("decide", '"One."', "says: write exactly two sentences"),
        ("decide", '"One. And more.", "Two."', "says: write exactly two sentences"),
        ("decide", '"One.", "Two."]\nsay = ["x"', 'there is no key "say"; did you mean "says"?'),
    ],
    ids=str,
)
def test_a_stop_sign_has_two_sentences_and_a_place(
    at: str, says: str, problem: str, tmp_path: Path
) -> None:
    """It is shown at a question that has a screen to itself."""
    text = SIGN.replace("AT", at).replace("SAYS", says)
    (told,) = problems(tmp_path, "stop-signs.toml", text)
    assert told.startswith('stop-signs.toml: stop_sign "s"')
    assert problem in told


def test_a_broken_theme_is_not_blamed_on_those_who_refer_to_it(tmp_path: Path) -> None:
    """Where questions could not be read, nobody is told that they are missing."""
    told = problems(tmp_path, "start.toml", "[[question")
    assert len(told) == 1
    assert told[0].startswith("start.toml: is not TOML")
