"""Files made wrong: what editors, cables and people do to a text, as a Hypothesis strategy."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from hypothesis import strategies as st

VALUES: Final = (
    *(
        '""',
        '"x"',
        '"{answer}"',
        "'it''s'",
        '"""',
        "'''",
        '"""\nx\n"""',
        "“x”",
        '"\\q"',
        '"\\u0000"',
    ),
    *("0", "-1", "1_000", "9" * 30, "9" * 5000, "0x1f", "1e400", "nan", "inf", "1.5", "+0", "007"),
    *("true", "false", "True", "yes", "null", "None"),
    *("2027-06-30", "2027-02-30", "0001-01-01", "9999-12-31", "31/12/2027", "2027-06-30T25:00:00"),
    *("2027-06-30 20:51:07", "2027-06-30T10:00:00Z", "10:00:00", "9999-12-31T23:59:59"),
    *("[]", "{}", "[1, 'a', true]", '["all"]', '["x", "x"]', "[[[]]]", '{ id = "x" }', "[" * 400),
    *('[{ id = "r1" }, { id = "r1" }]', "{ a = { a = { a = {} } } }", '"' + "x" * 100_000 + '"'),
    *('"all"', '"lead"', '"other: me"', '"1 month"', '"\U0001f469\u200d\U0001f469"', '"\u202ex"'),
    *('["' + '", "'.join(["x"] * 2000) + '"]', "£5", '"always"', '"decided"', '"disputed"'),
)
LINES: Final = (
    *(
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> theirs",
        "[",
        "[[",
        "[[]]",
        "[a",
        "]]",
        "=",
        '"',
        "#",
        "",
    ),
    *("[[clause]]", "[[partner]]", "[clause.fields]", "[[clause.row]]", "[agreement]", "[[x.y.z]]"),
    *("a.b.c.d = 1", '"" = 1', "\tx = 1", "\\", "id = 1", "<html><body>", "%PDF-1.7", "a" * 50_000),
    *("[[question]]", "[[question.option]]", "[[question.field]]", "[question.when]", "[[theme]]"),
    *("[" + ".".join("a" * 900) + "]", "x = " + "{a=" * 300, "[[a]]\n[a.b]\n[[a.b.c]]"),
)
ENCODINGS: Final = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "utf-8-sig")
_KEY: Final = re.compile(r'^(\s*"?[\w-]+"?\s*=\s*)(.*)$')
_WORD: Final = re.compile(r"[a-z][a-z_-]+")

Text = Callable[[list[str], int, int], list[str]]
"""Lines, where, and one number more to choose by: the lines as they then are."""


def _cut(lines: list[str], at: int, more: int) -> list[str]:
    return lines[:at] + lines[at + 1 + more % 4 :]


def _again(lines: list[str], at: int, more: int) -> list[str]:
    end = at + 1 + more % 12
    return lines[:end] + lines[at:end] + lines[end:]


def _swap(lines: list[str], at: int, more: int) -> list[str]:
    other = more % len(lines)
    lines = list(lines)
    lines[at], lines[other] = lines[other], lines[at]
    return lines


def _value(lines: list[str], at: int, more: int) -> list[str]:
    """Another value on the first line from here on that has one."""
    for number in (*range(at, len(lines)), *range(at)):
        if found := _KEY.match(lines[number]):
            return [*lines[:number], found[1] + VALUES[more % len(VALUES)], *lines[number + 1 :]]
    return lines


def _borrow(lines: list[str], at: int, more: int) -> list[str]:
    """The value of another line: of the wrong sort often, a reference to elsewhere sometimes."""
    other = _KEY.match(lines[more % len(lines)])
    found = _KEY.match(lines[at])
    return [*lines[:at], found[1] + other[2], *lines[at + 1 :]] if found and other else lines


def _rename(lines: list[str], at: int, more: int) -> list[str]:
    """A word of this line becomes one of another line: a key, an id, a header."""
    there = _WORD.findall(lines[more % len(lines)])
    here = list(_WORD.finditer(lines[at]))
    if not here or not there:
        return lines
    word = here[more % len(here)]
    line = lines[at][: word.start()] + there[more % len(there)] + lines[at][word.end() :]
    return [*lines[:at], line, *lines[at + 1 :]]


def _insert(lines: list[str], at: int, more: int) -> list[str]:
    return [*lines[:at], LINES[more % len(LINES)], *lines[at:]]


def _many(lines: list[str], at: int, more: int) -> list[str]:
    """A part of the file, hundreds of times."""
    return lines[:at] + lines[at : at + 1 + more % 30] * 300 + lines[at:]


TEXTS: Final[Sequence[Text]] = (
    *(_cut, _again, _swap, _insert, _many),
    *(_value, _value, _value, _borrow, _borrow, _rename, _rename),
)
_numbers: Final = st.integers(0, 1_000_000)


def _mangled(data: bytes, how: int, at: int, more: int) -> bytes:
    """Bytes flipped, put in, left out, cut off; line ends and encodings changed."""
    at %= len(data) + 1
    match how:
        case 0:
            return data[:at]
        case 1:
            return data[:at] + bytes([more % 256]) + data[at + 1 :]
        case 2:
            return data[:at] + bytes([more % 256]) * (1 + more % 9) + data[at:]
        case 3:
            return data[:at] + data[at + more % 4000 :]
        case 4:
            return data.replace(b"\n", (b"\r\n", b"\r", b"\n\n", b"\n\t", b"\x0b")[more % 5])
        case _:
            text = data.decode("utf-8", errors="replace")
            return text.encode(ENCODINGS[more % len(ENCODINGS)], errors="replace")


_edits: Final = st.lists(
    st.tuples(st.sampled_from(range(len(TEXTS))), _numbers, _numbers), min_size=1, max_size=5
)
_bytes: Final = st.lists(st.tuples(st.integers(0, 5), _numbers, _numbers), min_size=1, max_size=3)


@st.composite
def mutated(draw: st.DrawFn, texts: Sequence[str]) -> bytes:
    """One of these texts with a few things done to it, mostly to its lines."""
    lines = draw(st.sampled_from(texts)).split("\n")
    how = draw(st.integers(0, 5))
    if how < 5:
        for number, at, more in draw(_edits):
            lines = TEXTS[number](lines, at % len(lines), more) or [""]
    data = "\n".join(lines).encode()
    if how >= 4:
        for number, at, more in draw(_bytes):
            data = _mangled(data, number, at, more)
    return data


@st.composite
def made_up(draw: st.DrawFn, words: Sequence[str]) -> bytes:
    """Something like TOML, of words that the reader knows."""
    word = st.sampled_from(words)
    line = st.one_of(
        st.tuples(word, st.sampled_from(VALUES)).map(lambda pair: f"{pair[0]} = {pair[1]}"),
        word.map(lambda name: f"[[{name}]]"),
        st.tuples(word, word).map(lambda pair: f"[{pair[0]}.{pair[1]}]"),
        st.tuples(word, word).map(lambda pair: f"[[{pair[0]}.{pair[1]}]]"),
        st.sampled_from(LINES),
        st.text(max_size=20),
    )
    return "\n".join(draw(st.lists(line, max_size=25))).encode(errors="surrogatepass")


def words_of(texts: Sequence[str]) -> list[str]:
    """Every word that looks like a key or an id."""
    return sorted({word for text in texts for word in _WORD.findall(text) if len(word) < 30})
