"""British English: lists, plurals, numbers, dates, names, whole sentences."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions import language


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C and D"),
        (["Bread and Roses", "B"], "Bread and Roses and B"),
    ],
)
def test_lists_have_no_comma_before_and(items: list[str], said: str) -> None:
    """A, B and C."""
    assert language.join(items) == said


def test_a_list_may_end_otherwise() -> None:
    """A, B or C."""
    assert language.join(["A", "B", "C"], "or") == "A, B or C"


@pytest.mark.parametrize(
    ("count", "unit", "said"),
    [
        (1, "day", "one day"),
        (2, "day", "two days"),
        (5, "working day", "five working days"),
        (1, "working day", "one working day"),
        (9, "month", "nine months"),
        (10, "week", "10 weeks"),
        (1500, "hour", "1,500 hours"),
        (0, "day", "0 days"),
    ],
)
def test_plurals(count: int, unit: str, said: str) -> None:
    """One of a thing, several things; numbers under ten in words."""
    assert language.count_of(count, unit) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0"), (3, "three"), (9, "nine"), (12, "12"), (1500, "1,500")]
)
def test_numbers(count: int, said: str) -> None:
    """Under ten in words, then in figures, with commas."""
    assert language.number(count) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (dt.date(2027, 6, 6), "6 June 2027"),
        (dt.date(2028, 2, 29), "29 February 2028"),
        (dt.date(2026, 12, 31), "31 December 2026"),
    ],
)
def test_dates(day: dt.date, said: str) -> None:
    """A date in full, without a nought before the day."""
    assert language.date(day) == said


@pytest.mark.parametrize(
    ("pence", "said"),
    [
        (0, "£0"),
        (5, "£0.05"),
        (50, "£0.50"),
        (1250, "£12.50"),
        (50000, "£500"),
        (123456789, "£1,234,567.89"),
    ],
)
def test_money(pence: int, said: str) -> None:
    """Whole pounds without pence, otherwise both."""
    assert language.money(pence) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Hub", "Hub’s"),
        ("Friends", "Friends’"),
        ("FRIENDS", "FRIENDS’"),
        ("St Anne’s", "St Anne’s"),
        ("St Anne's", "St Anne's"),
        ("all of us", "all of us’"),
        ("协会", "协会’s"),
    ],
)
def test_possessives(name: str, said: str) -> None:
    """Names that end in s take a bare apostrophe; those that are possessive already, nothing."""
    assert language.possessive(name) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("The Hub", "the Hub"),
        ("Theatre Royal", "Theatre Royal"),
        ("THE HUB", "THE HUB"),
        ("The", "The"),
        ("Hub", "Hub"),
    ],
)
def test_the_inside_a_sentence(name: str, said: str) -> None:
    """A name that begins with The has a small one inside a sentence."""
    assert language.inside(name) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Keep the hall warm.", "keep the hall warm."),
        ("BBC news", "BBC news"),
        ("I say", "I say"),
        ("A", "A"),
        ("", ""),
        ("Été", "été"),
    ],
)
def test_lower_first(typed: str, said: str) -> None:
    """An ordinary word loses its capital; BBC and I keep theirs."""
    assert language.lower_first(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("cook.", "cook"),
        ("cook  and\nclean ; ", "cook and clean"),
        ("why?", "why?"),
        ("...", ""),
        ("(sometimes)", "(sometimes)"),
    ],
)
def test_phrase(typed: str, said: str) -> None:
    """Typed words lose the stop that would stand in the middle of a sentence."""
    assert language.phrase(typed) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("we go ahead", "We go ahead."),
        ("We go ahead.", "We go ahead."),
        ("We go ahead..", "We go ahead."),
        ("We go ahead...", "We go ahead."),
        ("Do we?.", "Do we?"),
        ("We do!.", "We do!"),
        ("And so on….", "And so on…"),
        ("He said “go.”", "He said “go.”"),
        ("We go ,", "We go."),
        ("  two  spaces ", "Two spaces."),
        ("", ""),
        ("ßtrange", "SStrange."),
    ],
)
def test_sentences_end_once(text: str, said: str) -> None:
    """A capital, single spaces and exactly one stop."""
    assert language.sentence(text) == said


def test_a_name_keeps_its_small_letter() -> None:
    """A sentence that begins with a name begins as the name is written."""
    assert language.sentence("the bread co will bake", named=True) == "the bread co will bake."


@given(st.text())
def test_a_sentence_is_finished(text: str) -> None:
    """Made twice it is the same, it has no double space, and it ends."""
    once = language.sentence(text)
    assert language.sentence(once) == once
    assert "  " not in once
    assert not text.split() or once[-1] in ".!?…\"'”’)"
