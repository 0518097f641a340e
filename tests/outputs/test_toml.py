"""``agreement.toml`` is read as it was written, in one order and shape."""

from __future__ import annotations

import re
import tomllib

import pytest
from attrs import evolve
from hypothesis import given, settings

from outputs import toml
from outputs.agreement import Agreement
from outputs.shape import sentences, structured
from tests.outputs.examples import ABOUT, EMPTY, FULL, FULL_OUT, NASTY, hostile
from tests.outputs.strategies import agreements

WHOLE = [FULL, FULL_OUT, EMPTY]

ORDER = [
    *("[agreement]", "[[theme]]", "[[partner]]", "[[partner.person]]", "[[meeting]]"),
    *("[[clause]]", "[clause.fields]", "[clause.struck]", "[clause.suggested]"),
    *("[[clause.column]]", "[[clause.row]]", "[[clause.position]]", "[[clause.view]]"),
    *("[[other_answer]]", "[[parked]]", "[[signature]]", "[[version]]"),
]


@settings(max_examples=80, deadline=None)
@given(agreements())
def test_an_agreement_survives_its_file(agreement: Agreement) -> None:
    """Written and read again, an agreement is equal, and so is what is written of it."""
    text = toml.write(agreement)
    again = toml.read(text.encode())
    assert again == agreement
    assert toml.write(again) == text


@settings(max_examples=30, deadline=None)
@given(agreements())
def test_any_toml_reader_sees_the_same(agreement: Agreement) -> None:
    """The standard library's reader finds the same data, without our help."""
    content = tomllib.loads(toml.write(agreement))
    assert content.pop("format") == 1
    assert structured(content) == agreement


@pytest.mark.parametrize("text", [*NASTY, 'a"""b', "'''", "\\", "x" * 20_000, "👍" * 5_000])
def test_hostile_text_survives(text: str) -> None:
    """Text that means something to TOML, to Markdown or to a spreadsheet comes back as it was."""
    agreement = hostile(text)
    assert toml.read(toml.write(agreement).encode()) == agreement


@pytest.mark.parametrize("agreement", WHOLE)
def test_the_file_is_plain_utf_8(agreement: Agreement) -> None:
    """No byte-order mark, no CR, and one line end at the end."""
    data = toml.write(agreement).encode()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")


def test_tables_stand_in_the_design_s_order() -> None:
    """The tables' headers come in one order, whatever the agreement holds."""
    full = evolve(
        FULL_OUT,
        clauses=tuple(
            evolve(c, struck={"a": "b"}, suggested={"a": "b"}) if c.fields else c
            for c in FULL_OUT.clauses
        ),
    )
    headers = re.findall(r"^\[.*\]$", toml.write(full), re.MULTILINE)
    assert set(headers) == set(ORDER)
    top = [h for h in headers if "." not in h]
    assert top == sorted(top, key=ORDER.index)
    for one in re.split(r"\[\[clause\]\]\n", "\n".join(headers))[1:]:
        within = [h for h in one.split("\n") if h.startswith(("[clause.", "[[clause."))]
        assert within == sorted(within, key=ORDER.index)


@settings(max_examples=30, deadline=None)
@given(agreements())
def test_nothing_is_inline(agreement: Agreement) -> None:
    """Tables are never written as { }, at any length."""
    quoted = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"', re.DOTALL)
    bare = re.sub(r"#.*", "", quoted.sub('""', toml.write(agreement)))
    assert "{" not in bare


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("1 One.\n2 Two.\n", ("One.", "Two.")),
        ("1. One.\n2) Two.", ("One.", "Two.")),
        ("One.\nTwo.", ("One.", "Two.")),
        ("1 One\n  goes on.\n\tand on.\n2 Two.", ("One goes on. and on.", "Two.")),
        ("\n1 One.\n\n\n2 Two.\n", ("One.", "Two.")),
        ("1 One.\n3 Three.", ("One.", "Three.")),
        ("2 Two.\n1 One.", ("Two.", "One.")),
        ("1 One.\n12 people come.", ("One.", "12 people come.")),
        ("1 12 people come.", ("12 people come.",)),
        ("2027 is the year.", ("2027 is the year.",)),
        ("3,000 people", ("3,000 people",)),
        ("1 we say it our way.", ("we say it our way.",)),
        ("  Indented.", ("Indented.",)),
        ("1", ("1",)),
        ("", ()),
    ],
)
def test_wording_is_one_sentence_a_line(block: str, found: tuple[str, ...]) -> None:
    """Numbers and line breaks are taken off; a number that a sentence begins with stays."""
    assert sentences(block) == found


def test_a_line_break_in_a_sentence_makes_no_second_one() -> None:
    """Were one to get in, the sentence stays one, so that the sentences' names still fit."""
    broken = evolve(FULL.clauses[0], wording=("One\n2 and more", "Two"))
    again = toml.read(toml.write(evolve(FULL, clauses=(broken,))).encode())
    assert again.clauses[0].wording == ("One 2 and more", "Two")


@pytest.mark.parametrize(
    "change", [lambda d: b"\xef\xbb\xbf" + d, lambda d: d.replace(b"\n", b"\r\n")]
)
def test_what_windows_does_to_a_file_is_put_up_with(change: object) -> None:
    """A byte-order mark and CRLF line ends change nothing."""
    assert callable(change)
    assert toml.read(change(toml.write(FULL).encode())) == FULL


def test_what_is_at_its_default_is_left_out() -> None:
    """A file holds no empty keys, so that a person finds their way in it."""
    text = toml.write(Agreement(about=evolve(ABOUT, current="", answered=0, asked=0)))
    assert "current" not in text
    assert "answered" not in text


def test_a_clause_that_is_no_longer_asked_about_moves_in_the_file() -> None:
    """The writer keeps what it made of a table; not, though, where the table stood."""
    writer = toml.Writer()
    writer.write(FULL)
    moved, *rest = FULL.clauses
    away = evolve(FULL, clauses=tuple(rest), other_answers=(moved, *FULL.other_answers))
    assert writer.write(away) == toml.write(away)
    assert writer.write(FULL) == toml.write(FULL)
