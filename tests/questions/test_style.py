"""What a bank should write: each rule broken once, and told with its file, place and mend."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import pytest

from questions.load import bundled, load_with_files
from questions.model import Swap
from questions.reading import NOT_MEASURED, measure, worst
from questions.sample import Sample
from questions.style import style_of
from questions.texts import texts
from tests.questions import house

DECIDE: Final = 't.toml: question "decide"'


def problems(folder: Path) -> list[str]:
    """What can be better about a bank that loads, a line each."""
    return [str(problem) for problem in style_of(*load_with_files(folder)).problems]


def test_a_bank_can_be_clean(tmp_path: Path) -> None:
    """The bank that the tests below spoil has nothing to mend."""
    assert problems(house.write(tmp_path)) == []


def test_the_bundled_bank_is_clean() -> None:
    """What we ship keeps our own rules."""
    assert problems(bundled()) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        # Swaps
        (
            "small sum counts",
            "breach counts",
            't.toml: question "money", read_aloud: “breach” is a word for lawyers or managers; '
            "write “not kept to”",
        ),
        ("One voice each.", "Who was notified?", f"{DECIDE}, read_aloud: “notified” is"),
        ("One voice each.", "Notifying counts.", f"{DECIDE}, read_aloud: “Notifying” is"),
        ("leave it out", "breach it", f'{DECIDE}, sentence "no-wait": “breach” is'),
        ("when most of us say", "when parties say", f'{DECIDE}, option "most": “parties” is'),
        ('"Most say yes"', '"Most parties"', f'{DECIDE}, option "most", label: “parties” is'),
        ('"We wait"', '"We endeavour"', f'{DECIDE}, field "wait", label: “endeavour” is'),
        ("We are here", "As a party we are here", "bank.toml: bank, opening: “party” is"),
        ("a promise that", "a party that", 'bank.toml: word "breach", means: “party” is'),
        ("We will not wait", "We will notify", 'bank.toml: always "first": “notify” is'),
        # Vague words
        (
            "leave it out",
            "hold regular talks",
            f'{DECIDE}, sentence "no-wait": “regular” sounds like a promise and is none; say who',
        ),
        ("when all of us say", "as needed if all say", f'{DECIDE}, option "all": “as needed”'),
        (
            'kind = "period", default = "7 days"',
            'default = "regular talks"',
            f'{DECIDE}, field "wait", default: “regular”',
        ),
        # Words that are not ours
        ("All say yes.", "We organize it.", "“organize” is American; write “organise”"),
        ("All say yes.", "The Community Center.", "“Center” is American; write “centre…”"),
        ("Most do.", "She says yes.", 'example "A choir": “She” says man or woman; write “they”'),
        ("By when?", "Who is chairman?", "follow_up: “chairman” says man or woman; write “chair”"),
        # Sentences
        ("If we cannot agree, we will leave", "we will leave", '"no-wait": a sentence begins with'),
        ("leave it out.", "leave it out", '"no-wait": a sentence ends with a full stop'),
        ("leave it out.", "stop. We will go.", '"no-wait": one sentence, one thought'),
        ("leave it out", "go on" + " and on" * 10, '"no-wait": 28 words once its blanks are'),
        ("leave it out", 'say \\"no\\"', '"no-wait": a straight quotation mark; write a curly one'),
        ('weak = ["a breach"]', 'weak = ["I\'m in"]', f"{DECIDE}, weak: a straight quotation mark"),
        ("Stop here.", "Stop. Wait.", f"{DECIDE}, get_help: 3 sentences; two are the most here"),
        ("It is no advice.", "It is no. It is not.", "bank.toml: bank, about: 3 sentences"),
        # What is missing
        ('round = "No round."\n', "", f'{DECIDE}: "round" is missing; say how to go round'),
        ('weak = ["a breach"]\n', "", f'{DECIDE}: "weak" is missing; list answers'),
        (
            'why = "It is where friends fall out."\n',
            "",
            't.toml: question "money": "why" is missing',
        ),
        (
            '{ who = "A choir", text = "Most do." }',
            '{ who = "a club", text = "Most do." }',
            f"{DECIDE}: it needs two examples, from different sorts of partnership",
        ),
        # Options and sentences that are idle
        (
            "when most of us say yes",
            "when all of us say yes",
            f'{DECIDE}, option "most": it makes the same wording as option "all"',
        ),
        (
            "If we cannot agree, we will leave it out.",
            "We will not wait {wait}.",
            f'{DECIDE}, sentence "no-wait": it is never said: it needs {{wait}}',
        ),
    ],
)
def test_each_rule_has_its_place_and_mend(old: str, new: str, problem: str, tmp_path: Path) -> None:
    """What is not as a bank should write is told once, with where it is and what to write."""
    (said,) = problems(house.write(tmp_path, {old: new}))
    assert problem in said
    assert said.startswith(("t.toml: question ", "bank.toml: "))


def test_options_that_say_nothing(tmp_path: Path) -> None:
    """Two options that change no sentence are one choice too many."""
    spoilt = {
        ', says = ["We will go on when all of us say yes."]': "",
        ', says = ["We will go on when most of us say yes."]': "",
    }
    assert problems(house.write(tmp_path, spoilt)) == [
        f'{DECIDE}, option "most": it makes the same wording as option "all", which is none'
    ]


def test_a_box_to_tick_that_says_nothing(tmp_path: Path) -> None:
    """Where any number can be chosen, each choice has to say something."""
    spoilt = {
        'kind = "choice"': 'kind = "choices"',
        ', says = ["We will go on when all of us say yes."]': "",
    }
    assert problems(house.write(tmp_path, spoilt)) == [
        f'{DECIDE}, option "all": to choose it changes no sentence; say something with it'
    ]


def test_options_told_apart_by_a_blank(tmp_path: Path) -> None:
    """Options that a sentence names, or whose sentences differ, are not the same."""
    spoilt = {
        ', says = ["We will go on when all of us say yes."]': "",
        ', says = ["We will go on when most of us say yes."]': "",
        "we will leave it out": "we will see what {answer} means",
        'without = ["wait"], ': "",
    }
    assert problems(house.write(tmp_path, spoilt)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # A phrase that may hold the word
        ("we will leave it out", "no political party will hear of it"),
        # What somebody else might say
        ("“We will notify you.”", "“We will notify you of a breach.”"),
        # British words that look American
        ("All say yes.", "We prize a sized-up laboratory, an honorary citizen and this program."),
        # A sentence may be as long as twenty-five words
        ("leave it out", "now go on" + " and on" * 8),
    ],
)
def test_what_may_stand(old: str, new: str, tmp_path: Path) -> None:
    """What looks like a mistake and is none."""
    assert problems(house.write(tmp_path, {old: new})) == []


def test_sentences_that_are_long_on_average(tmp_path: Path) -> None:
    """A bank of long sentences is told so once, for the whole of it."""
    spoilt = {
        "when all of us say yes": "when each and every one of all of us in the room has said a yes",
        "when most of us say yes": "when rather more than half of all of us in the room say a yes",
        "we will leave it out": "we will leave it out, and we will talk of it when we meet again",
        "will keep the tin": "will keep the tin with the tea in it, and will look in it at noon",
    }
    (said,) = problems(house.write(tmp_path, spoilt))
    assert said.startswith("bank.toml: the sentences of its clauses have 1")
    assert said.endswith("words on average; 15 is the most")


def test_hard_words(tmp_path: Path) -> None:
    """What is read aloud, and what is agreed, has to be easy; the report names the hardest."""
    hard = "Organisational accountability necessitates comprehensive deliberation."
    spoilt = {"A small sum counts.": hard, "One voice each.": hard}
    found = style_of(*load_with_files(house.write(tmp_path, spoilt)))
    (problem,) = found.problems
    assert str(problem).startswith("bank.toml: what is read aloud is at reading grade ")
    assert found.reading
    assert hard in "\n".join(worst(found.reading, 2))


def test_words_that_the_dictionary_lacks(tmp_path: Path) -> None:
    """A name or a possessive that textstat trips over is counted by its hyphens."""
    spoilt = {"One voice each.": "It is someone’s Oddsockery."}
    assert style_of(*load_with_files(house.write(tmp_path, spoilt))).reading


def test_without_textstat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed, reading age is not measured, and one line says how to."""
    monkeypatch.setitem(sys.modules, "textstat", None)
    found = style_of(*load_with_files(house.write(tmp_path)))
    assert (found.problems, found.reading) == ((), None)
    assert found.report[0] == NOT_MEASURED
    assert len(found.report) == 2


def test_reading_age_is_measured_on_filled_sentences(tmp_path: Path) -> None:
    """A blank is read as what stands in it."""
    reading = measure(tuple(texts(*load_with_files(house.write(tmp_path)))))
    assert reading
    read = [each.text for each in reading.clauses]
    assert "If we cannot agree, we will wait seven days and try once more." in read
    assert "The Hub will keep the tin." in read


def test_the_swap_list_of_a_bank(tmp_path: Path) -> None:
    """`[[swap]]` in bank.toml is a word, what to write, and phrases that may hold it."""
    bank, _ = load_with_files(house.write(tmp_path))
    assert bank.swaps[-1] == Swap("party", "partner", ("political party",))
    assert bank.swaps[-2] == Swap("endeavour")


def test_samples_of_every_kind() -> None:
    """Each kind of field fills a blank with something that a group might say."""
    bank, _ = load_with_files(Path(__file__).parents[1] / "banks" / "kinds")
    for question in bank.questions:
        sample = Sample(question)
        for sentence in question.sentences:
            assert sample.said(sentence.text, in_row=bool(sentence.each))
