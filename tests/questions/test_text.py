"""The gate that all text passes."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.text import MOST, clean, safe
from tests.interview.strategies import texts

_ANY = (
    st.text()
    | texts
    | st.text("\x1b\x9b[]0;m\x07\\P\u200b\u0301e \n\u202e👩\u200d🏴\U000e0067\U000e007f")
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a  b\tc", "a b c"),
        (" trimmed \n", "trimmed"),
        (
            "one\r\ntwo\rthree\u2028four\u2029five\x0bsix\x85seven",
            "one two three four five six seven",
        ),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[38;2;1;2;3mred", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPdevice\x1b\\after", "after"),
        ("before \x1b]0;and never closed", "before ]0;and never closed"),
        ("\x1b", ""),
        ("a\x00b\x08c\x7fd", "abcd"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066a\u2069\u200e\u200f\u061c", "a"),
        ("zero\u200bwidth\ufeff\u2060", "zerowidth"),
        ("a\ud800b\udfffc", "abc"),
        ("e\u0301", "é"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("क्\u200dष", "क्\u200dष"),
        ("🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", None),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("[/] [bold]", "[/] [bold]"),
        ("مرحبا", "مرحبا"),
        ("Llŷn", "Llŷn"),
        ("non\u00a0breaking", "non breaking"),
    ],
)
def test_clean(text: str, kept: str | None) -> None:
    """What commands a terminal, hides or turns text goes; what people write stays."""
    assert clean(text) == (text if kept is None else kept)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("one\r\n two \n\nthree\n", "one\ntwo\n\nthree"),
        ("\n\n", ""),
        ("one\u2028two\x0cthree", "one\ntwo\nthree"),
    ],
)
def test_clean_lines(text: str, kept: str) -> None:
    """With lines, they stay lines, each trimmed."""
    assert clean(text, lines=True) == kept


def test_most() -> None:
    """A field keeps 20,000 characters."""
    assert len(clean("x" * 30_000)) == MOST == 20_000
    assert clean("x" * (MOST - 1) + " y") == "x" * (MOST - 1)
    assert len(clean("x" * 30_000, most=25_000)) == 25_000


@given(_ANY, st.booleans())
def test_clean_twice_is_clean(text: str, lines: bool) -> None:
    """Cleaned text passes the gate unchanged: nothing is ever cleaned away later."""
    once = clean(text, lines=lines)
    assert clean(once, lines=lines) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", once)
    assert lines or "\n" not in once
    once.encode()  # and it can be written


@given(_ANY)
def test_safe_keeps_spaces(text: str) -> None:
    """What is only made safe keeps its shape."""
    shown = safe(text)
    assert "\x1b" not in shown
    assert safe(" " + shown + "  ") == " " + shown + "  "


@given(st.text(st.characters(categories=["L", "N", "P"], codec="ascii"), min_size=1))
def test_words_are_never_lost(text: str) -> None:
    """Whatever stands behind a lone ESC, what somebody wrote after the next space is kept."""
    assert clean(f"\x1b] {text}").endswith(text)
