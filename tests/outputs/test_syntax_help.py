"""The slips that people make in TOML, each with what to type instead."""

from __future__ import annotations

import time

import pytest

from outputs import toml
from outputs.problems import BadAgreement
from tests.outputs.examples import FULL

TEXT = toml.write(FULL)
TITLE = 'title = "Mill Lane warm hall"'
CREATED = "created = 2027-06-06"

CURLY = 'in curly quotation marks; type straight ones: "…"'
DATE = "a date is written year first, without quotation marks: 2027-06-30"
CLOSING = 'the closing quotation mark is missing: the line should end in "'
BRACKETS = "as many brackets after it as before: [[clause]]"
EQUALS = "an = sign is missing between the key and its value"
BLOCK = 'the block of text that begins here is not closed: it should end in """'
MONEY = "money is written in pence, with digits alone"
NOTHING = 'there is nothing after the = sign; type a value, or "" for none'
QUOTES = 'text needs quotation marks round it: "…"'
INSIDE = "a quotation mark inside"
TWICE = "this key stands twice in its table; delete one of them"


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        (TITLE, "title = “Mill Lane”", CURLY),
        (TITLE, "title = ‘Mill Lane’", CURLY),
        (TITLE, "title = „Mill Lane“", CURLY),
        (TITLE, "title = «Mill Lane»", CURLY),
        ('    "hub",', "    “hub”,", CURLY),
        (TITLE, "title = Mill Lane", QUOTES),
        (TITLE, 'title = Mill "Lane"', QUOTES),
        (TITLE, 'title = "Mill Lane', CLOSING),
        (TITLE, "title = 'Mill Lane", CLOSING),
        (TITLE, "title = 'St Anne's'", "an apostrophe inside"),
        (TITLE, 'title = "The "Hub" team"', INSIDE),
        (TITLE, r'title = "C:\Users\ann"', r"a backslash in"),
        (TITLE, "title =", NOTHING),
        (TITLE, "title = # later", NOTHING),
        (TITLE, 'title "Mill Lane"', EQUALS),
        (TITLE, "Mill Lane", EQUALS),
        (TITLE, f"{TITLE}\n{TITLE}", TWICE),
        (CREATED, "created = 01/10/2026", DATE),
        (CREATED, "created = 1.10.26", DATE),
        (CREATED, "created = 1 October 2026", DATE),
        (CREATED, "created = 2026-02-30", "there is no such day"),
        (CREATED, "created = 2026-2-3", "there is no such day; a date is written 2027-06-30"),
        ("most = 25050", "most = £250.50", MONEY),
        ("most = 25050", "most = 1,000", MONEY),
        ("lead = true", "lead = True", "type true or false, in small letters"),
        ("lead = true", "lead = yes", "type true or false, in small letters"),
        ("[[partner]]", "[[partner]", BRACKETS),
        ("[[partner]]", "[partner]]", BRACKETS),
        ("[[partner]]", "[[partner", BRACKETS),
        ("[agreement]", "[agreement", BRACKETS),
    ],
)
def test_a_slip_is_shown_with_its_line_and_its_mend(old: str, new: str, mend: str) -> None:
    """The line on which the slip was made is shown, and what to type there."""
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    line = text[: text.index(new)].count("\n") + 1 + new.count("\n")
    with pytest.raises(BadAgreement) as caught:
        toml.read(text.encode())
    [fault] = caught.value.faults
    assert mend in fault.what
    assert new.split("\n")[-1].strip()[:60] in fault.what.replace("\\\\", "\\")
    assert fault.place == f"line {line}"


@pytest.mark.parametrize("number", range(3))
def test_an_open_block_is_found_where_it_begins(number: int) -> None:
    """A missing end of a wording block is told from its beginning, not from where TOML gave up."""
    parts = TEXT.split('wording = """\n')
    before = 'wording = """\n'.join(parts[: number + 1])
    rest = 'wording = """\n'.join(parts[number + 1 :]).replace('"""\n', "", 1)
    text = f'{before}wording = """\n{rest}'
    with pytest.raises(BadAgreement) as caught:
        toml.read(text.encode())
    [fault] = caught.value.faults
    assert fault.place == f"line {before.count(chr(10)) + 1}"
    assert BLOCK in fault.what


def test_wording_may_look_like_toml() -> None:
    """A block that holds brackets and = signs is not blamed for a slip further down."""
    text = TEXT.replace(
        "1 We will keep the hall warm.\n", "1 We say a = b.\n[[clause]]\nx = 1\n", 1
    )
    text = text.replace('heading = "How we decide"', "heading = How we decide", 1)
    with pytest.raises(BadAgreement) as caught:
        toml.read(text.encode())
    assert "heading = How we decide" in caught.value.faults[0].what


def test_one_bracket_where_two_are_meant() -> None:
    """[partner] beside [[partner]] is told as such."""
    with pytest.raises(BadAgreement) as caught:
        toml.read(TEXT.replace("[[partner]]", "[partner]", 1).encode())
    assert "one bracket on each side" in caught.value.faults[0].what


def test_a_slip_we_do_not_know_still_has_its_line() -> None:
    """What nobody thought of is shown with the line and the parser's reason."""
    with pytest.raises(BadAgreement) as caught:
        toml.read(TEXT.replace(CREATED, "created = 12abc", 1).encode())
    assert "12abc" in caught.value.faults[0].what
    assert caught.value.faults[0].place.startswith("line ")


@pytest.mark.parametrize(
    "line", [" " * 20_000 + "x", "x" * 20_000 + '"', "[ " * 10_000, "= " * 10_000]
)
def test_a_very_long_line_is_explained_at_once_and_shortly(line: str) -> None:
    """A trap for the patterns, or a paste gone wrong: an answer in no time, and not all of it."""
    began = time.perf_counter()
    with pytest.raises(BadAgreement) as caught:
        toml.read(TEXT.replace(TITLE, line, 1).encode())
    assert time.perf_counter() - began < 2
    assert len(str(caught.value)) < 400
