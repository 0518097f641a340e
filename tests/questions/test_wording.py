"""Answers become sentences."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from questions import wording
from questions.answers import usual_answer
from questions.conditions import Facts, parse
from questions.group import Group, Party
from questions.load import load
from questions.model import Field, Option, Question, Sentence
from questions.values import Answer, Own, Period, Row, Value
from tests.interview.strategies import BRACES, answers

BANK: Final = load(Path(__file__).parents[1] / "banks" / "kinds")
GROUP: Final = Group(
    (Party("hub", "The Hub"), Party("friends", "Friends"), Party("bread", "the bread co")),
    lead="hub",
)
FACTS: Final = Facts(partners=3)


def question(kind: str, *texts: str, **more: Any) -> Question:
    """A question of that kind that says these sentences."""
    sentences = tuple(Sentence(f"s{n}", text) for n, text in enumerate(texts, start=1))
    given = {"theme": "t", "heading": "It", "sentences": sentences} | more
    return Question("q", "Q1", kind, "Which?", **given)


def say(asked: Question, answer: Answer, facts: Facts = FACTS, group: Group = GROUP) -> list[str]:
    """The sentences that an answer makes."""
    return [line.text for line in wording.suggest(asked, answer, facts, group)]


def test_blanks_are_filled_in_words() -> None:
    """The answer and the fields stand in the sentence as their kinds say them."""
    fields = (Field("by", "By", "date"), Field("wait", "Wait", "period"))
    asked = question("money", "We spend {answer} by {by}, {wait} later.", fields=fields)
    answer = Answer(1250, {"by": dt.date(2027, 6, 6), "wait": Period(5, "working day")})
    assert say(asked, answer) == ["We spend £12.50 by 6 June 2027, five working days later."]


def test_a_sentence_with_an_empty_blank_is_left_out() -> None:
    """No half sentence is ever made; the others are."""
    fields = (Field("by", "By", "date"), Field("note", "Note"))
    asked = question("text", "We {answer} by {by}.", "We {answer}.", "{note}.", fields=fields)
    assert say(asked, Answer("cook", {"note": "..."})) == ["We cook."]
    assert say(asked, Answer()) == []


def test_without() -> None:
    """A sentence for when a field is empty is left out once it is filled."""
    asked = question("form", fields=(Field("what", "What"), Field("end", "End", "date")))
    open_end = Sentence("open", "We will {what}.", without=("end",))
    asked = evolve(asked, sentences=(open_end, Sentence("do", "We will {what} until {end}.")))
    assert say(asked, Answer(fields={"what": "cook"})) == ["We will cook."]
    answer = Answer(fields={"what": "cook", "end": dt.date(2027, 1, 2)})
    assert say(asked, answer) == ["We will cook until 2 January 2027."]


def test_when() -> None:
    """A sentence with a condition is said while it holds."""
    when = parse({"any": [{"partners": {"at_least": 4}}, {"question": "m", "is": ["yes"]}]})
    asked = question("text", sentences=(Sentence("s", "We meet.", when=when),))
    assert say(asked, Answer("x")) == []
    assert say(asked, Answer("x"), Facts({"m": frozenset({"yes"})})) == ["We meet."]


OPTIONS: Final = (
    Option("a", "All say yes", says=("We all say yes.", "Silence is no.")),
    Option("b", "Ballot", says=("We vote.",)),
    Option("c", "Coin"),
)


def test_options_say_their_sentences_in_the_banks_order() -> None:
    """Whatever order was picked, the clause has the bank's; own words come after."""
    asked = question("choices", "Said: {answer}.", options=OPTIONS)
    lines = wording.suggest(asked, Answer(("b", Own("dance"), "a", "c")), FACTS, GROUP)
    assert [(line.key, line.text) for line in lines] == [
        ("a", "We all say yes."),
        ("a-2", "Silence is no."),
        ("b", "We vote."),
        ("other", "Dance."),
        ("s1", "Said: ballot, dance, all say yes and coin."),
    ]


def test_own_words_in_a_cell_whose_options_have_sentences() -> None:
    """They are said as they were typed, after the name of what the row is about."""
    can = Field("can", "Can", "choice", options=(Option("all", "All", says=("{partner} can.",)),))
    asked = question("per_partner", columns=(can,))
    answer = Answer(rows=(Row("hub", {"can": Own("up to {£50}")}), Row("friends", {"can": "all"})))
    assert say(asked, answer) == ["The Hub: up to {£50}.", "Friends can."]
    where = Field("where", "Where", "choice", options=can.options)
    asked = question("rows", columns=(Field("what", "What"), where))
    answer = Answer(rows=(Row("r1", {"what": "trips", "where": Own("only in May")}),))
    assert say(asked, answer) == ["Trips: only in May."]


def test_before_and_options() -> None:
    """A sentence may stand before the options', and belong to some of them only."""
    sentences = (
        Sentence("last", "We write it down."),
        Sentence("first", "We decide together.", before=True),
        Sentence("vote", "Votes are open.", options=("b", "other")),
    )
    asked = question("choice", options=OPTIONS, sentences=sentences)
    assert say(asked, Answer("b")) == [
        *("We decide together.", "We vote.", "We write it down.", "Votes are open.")
    ]
    assert say(asked, Answer("c")) == ["We decide together.", "We write it down."]
    assert say(asked, Answer(Own("we sing"))) == [
        *("We decide together.", "We sing.", "We write it down.", "Votes are open.")
    ]


def test_each_row() -> None:
    """A sentence said for each row has that row's cells, and a key of its own for each."""
    columns = (Field("who", "Who", "who"), Field("what", "What"))
    sentences = (
        Sentence("does", "{who} will {what}.", each="rows"),
        Sentence("open", "Somebody will {what}.", each="rows", without=("who",)),
        Sentence("end", "That is all."),
    )
    asked = question("rows", columns=columns, sentences=sentences)
    rows = (Row("r1", {"who": ("hub",), "what": "cook"}), Row("r2", {"what": "sing"}))
    lines = wording.suggest(asked, Answer(rows=rows), FACTS, GROUP)
    assert [(line.key, line.text) for line in lines] == [
        ("does_r1", "The Hub will cook."),
        ("open_r2", "Somebody will sing."),
        ("end", "That is all."),
    ]


def test_options_of_a_column_speak_for_their_row() -> None:
    """What is picked in a cell says its sentences with that row's blanks, if it may."""
    often = Option("weekly", "Weekly", says=("{who} comes weekly.", "Keys are lent."))
    secret = Option("never", "Never", says=("Nobody.",), when=parse({"partners": {"at_least": 9}}))
    columns = (Field("who", "Who", "who"), Field("often", "O", "choice", options=(often, secret)))
    asked = question("rows", columns=columns)
    rows = (
        Row("r1", {"who": ("friends",), "often": "weekly"}),
        Row("r2", {"who": ("hub",), "often": "never"}),
    )
    lines = wording.suggest(asked, Answer(rows=rows), FACTS, GROUP)
    assert [(line.key, line.text) for line in lines] == [
        ("weekly_r1", "Friends comes weekly."),
        ("weekly-2_r1", "Keys are lent."),
    ]


def test_partners_rows_are_those_of_the_partners_there_are() -> None:
    """A removed partner's row says nothing and is not in the table; its cells are kept."""
    asked = question(
        "per_partner",
        columns=(Field("does", "Does"),),
        sentences=(Sentence("s", "{partner} will {does}.", each="rows"),),
    )
    answer = Answer(rows=(Row("hub", {"does": "cook"}), Row("gone", {"does": "sing"})))
    assert say(asked, answer) == ["The Hub will cook."]
    assert not wording.has_table(asked), "its rows are said, so there is no table"
    assert wording.has_table(evolve(asked, sentences=()))


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("{answer} will cook.", "hub", "The Hub will cook."),
        ("Then {answer} will cook.", "hub", "Then the Hub will cook."),
        ("{answer} will bake.", "bread", "the bread co will bake."),
        ("{answer’s} oven is hot.", "bread", "the bread co’s oven is hot."),
        ("Ask {answer’s} cook.", "friends", "Ask Friends’ cook."),
        ("{answer's} hall.", "hub", "The Hub’s hall."),
        ("{answer} will cook.", "all", "All of us will cook."),
        ("{answer} will cook.", "lead", "The Hub will cook."),
    ],
)
def test_names_at_the_start_and_inside(text: str, who: str, said: str) -> None:
    """A sentence begins with a capital or with a name as it is written."""
    if who == "bread" and said.startswith("the"):
        # A name whose own first word is "the" takes the capital of the sentence.
        said = f"T{said[1:]}"
    assert say(question("who", text), Answer((who,))) == [said]


def test_a_name_written_small_stays_small() -> None:
    """A sentence that begins with a name in small letters leaves it so."""
    group = Group((Party("e", "eastside arts"),))
    assert say(question("who", "{answer} will paint."), Answer(("e",)), group=group) == [
        "eastside arts will paint."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We are {partners}.", "We are the Hub, Friends and the bread co."),
        ("{partners} agree.", "The Hub, Friends and the bread co agree."),
        ("There are {how_many} of us.", "There are three of us."),
        ("{lead} answers.", "The Hub answers."),
        ("It is for {lead} to say.", "It is for the Hub to say."),
    ],
)
def test_what_the_group_fills(text: str, said: str) -> None:
    """Some blanks are filled by the group itself."""
    assert say(question("text", text), Answer("x")) == [said]


def test_without_a_lead() -> None:
    """Where nobody leads, "the lead" is said."""
    group = Group((Party("hub", "The Hub"),))
    assert say(question("text", "{lead} decides."), Answer("x"), group=group) == [
        "The lead decides."
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("We meet. Then we eat.", "We meet. Then we eat."),
        ("we meet\nthen we eat", "We meet then we eat."),
        ("Do we meet?", "Do we meet?"),
        ("we meet..", "We meet."),
        (BRACES, f"{BRACES}."),
    ],
)
def test_own_words_are_one_sentence(typed: str, said: str) -> None:
    """Words of the group's own are one numbered line, ended once, braces and all."""
    assert say(question("choice", options=OPTIONS), Answer(Own(typed))) == [said]


def test_several_sentences_in_a_blank() -> None:
    """What was typed in several lines stands in one, without a double stop."""
    asked = question("paragraph", "We are here: {answer}.")
    assert say(asked, Answer("To cook.\n\nTo eat.")) == ["We are here: To cook. To eat."]
    assert say(asked, Answer("why not?")) == ["We are here: why not?"]
    assert say(asked, Answer("and so on…")) == ["We are here: and so on…"]


def test_braces_in_the_groups_own_text_are_text() -> None:
    """Nobody's words are taken for a blank."""
    asked = question("text", "We say {answer} to {lead}.")
    assert say(asked, Answer(BRACES)) == [f"We say {BRACES} to the Hub."]


def test_live_fields() -> None:
    """Only the blanks in the sentences that an answer makes are asked for."""
    fields = (Field("x", "X"), Field("y", "Y"), Field("z", "Z"))
    options = (Option("a", "A", says=("We {x}.",)), Option("b", "B", says=("We {y}.",)))
    sentences = (Sentence("s", "All {z}.", options=("b",)),)
    asked = question("choice", fields=fields, options=options, sentences=sentences)

    def live(value: Value | None) -> list[str]:
        return [f.id for f in wording.live_fields(asked, Answer(value), FACTS)]

    assert (live("a"), live("b"), live(None)) == (["x"], ["y", "z"], [])


def test_leans_on() -> None:
    """A clause knows which earlier answers its sentences depend on."""
    jobs = BANK.find("jobs")
    assert jobs is not None
    assert wording.leans_on(jobs) == ("money",)


@pytest.mark.parametrize("asked", BANK.questions, ids=lambda q: q.id)
@settings(max_examples=40)
@given(data=st.data())
def test_no_answer_makes_half_a_sentence(asked: Question, data: st.DataObject) -> None:
    """Whatever is answered, each sentence is whole, its key its own, its text one line."""
    group = evolve(GROUP, former=(Party("gone", "Gone"),))
    money = data.draw(st.sampled_from(["yes", "no"]))
    facts = Facts({"money": frozenset({money})}, partners=3)
    answer = data.draw(answers(asked, group))
    lines = wording.suggest(asked, answer, facts, group)
    assert len({line.key for line in lines}) == len(lines)
    for line in lines:
        assert line.text.rstrip("\"'”’)")[-1] in ".!?…"
        assert not re.search(r"[.!?…]\.$", line.text)
        assert "  " not in line.text
        assert "\n" not in line.text
        assert "None" not in line.text
        own = line.text.replace(BRACES, "")
        assert not re.search(r"\{(answer|partners?|committee|lead|who|what|by|end)\b", own)


@pytest.mark.parametrize("asked", BANK.questions, ids=lambda q: q.id)
def test_the_usual_answer_is_whole(asked: Question) -> None:
    """Where there is a usual choice, accepting it says something."""
    usual = usual_answer(asked, FACTS, GROUP)
    if usual is not None and usual.value is not None and asked.makes_clause:
        assert say(asked, usual)
