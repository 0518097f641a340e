"""A file that is wrong somewhere is refused with a place and a mend, never with a crash."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outputs import limits, toml
from outputs.problems import BadAgreement
from outputs.shape import structured
from tests.outputs.examples import FULL, FULL_OUT
from tests.outputs.strategies import anything

TEXT = toml.write(FULL_OUT)
SMALL = toml.write(FULL)[:2400].encode()


def refused(text: str | bytes) -> list[str]:
    """The faults of a file, in words."""
    with pytest.raises(BadAgreement) as caught:
        toml.read(text if isinstance(text, bytes) else text.encode())
    return [str(fault) for fault in caught.value.faults]


def changed(old: str, new: str) -> str:
    """The full agreement's file with one thing changed in it."""
    assert old in TEXT
    return TEXT.replace(old, new, 1)


def nodes(content: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in plain data."""
    pairs = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in pairs:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from nodes(value, (*path, key))


CONTENT = {key: value for key, value in tomllib.loads(TEXT).items() if key != "format"}
NODES = sorted(nodes(CONTENT), key=str)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NODES), anything())
def test_any_value_anywhere_is_accepted_or_refused_in_words(
    path: tuple[Any, ...], value: object
) -> None:
    """Whatever stands wherever in the file, there are faults to read, each with a place."""
    content = copy.deepcopy(CONTENT)
    here: Any = content
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    try:
        structured(content, TEXT)
    except BadAgreement as error:
        assert_readable(error)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from([p for p in NODES if not isinstance(p[-1], int)]), st.text(), anything())
def test_any_key_anywhere_is_accepted_or_refused_in_words(
    path: tuple[Any, ...], key: str, value: object
) -> None:
    """A key that nobody knows is a fault, wherever it stands, whatever it is called."""
    content = copy.deepcopy(CONTENT)
    here: Any = content
    for step in path[:-1]:
        here = here[step]
    here[key] = value
    try:
        structured(content, TEXT)
    except BadAgreement as error:
        assert_readable(error)


LEAKS = ("object", "NoneType", "attribute", "iterable", "cattrs", "<class", "typing", "unhashable")


def assert_readable(error: BadAgreement) -> None:
    """Faults, each with a place, and in words that come from us and not from a library."""
    assert error.faults
    for fault in error.faults:
        assert fault.place
        assert not any(leak in fault.what for leak in LEAKS)
        assert len(str(fault)) < 900


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('title = "Mill', 'ttile = "Mill', 'agreement, ttile: there is no key "ttile" here; did you mean "title"?'),
        ('title = "Mill', 'title = "x" #', None),
        ("version = 1", "version = true", "version: true should be a whole number, without quotation marks"),
        ("version = 1", 'version = "1"', 'version: "1" should be a whole number, without quotation marks'),
        ("version = 1", "version = 1.0", "version: 1.0 should be a whole number, without quotation marks"),
        ("created = 2027-06-06", 'created = "6 June"', '"6 June" should be a date such as 2027-06-30'),
        ("created = 2027-06-06", "created = 2027-06-06T10:00:00", "should be a date such as 2027-06-30"),
        ("13 20:51:07", "13T20:51:07Z", "should be a date and time such as 2027-06-30T19:42:00"),
        ('depth = "quick"', 'depth = "quik"', '"quik" is not known here; did you mean "quick"?'),
        ('depth = "quick"', "depth = []", "an empty list is not known here; use one of short, quick, full"),
        ("[agreement]", "[[agreement]]", "agreement: a list should be a table"),
        ("[[version]]", "[version]", "version: a table should be tables, each under its own header"),
        ("lead = true", "lead = 1", 'partner "riverside", lead: 1 should be true or false'),
        ("    \"hub\",\n", "    1,\n", "meeting 1, absent 1: 1 should be text"),
        ("absent = [\n    \"hub\",\n]", 'absent = "hub"', 'meeting 1, absent: "hub" should be a list of texts'),
        ("[clause.fields]", "[[clause.fields]]", 'clause "purpose", fields: a list should be a table'),
        ("end = 2028-06-06", "end = 1.5", "money in pence"),
        ("end = 2028-06-06", "end = {}", "end: a table should be text"),
        ("most = 25050", "most = 250.50", 'clause "brings", row "riverside", most: 250.5 should be text'),
        ('theme = "expectations"', 'theme = "expectation"', 'there is no theme "expectation"; did you mean'),
        ('    "hub",\n', '    "hubb",\n', 'there is no partner "hubb"; did you mean "hub"?'),
        ('id = "hub"\nname', 'id = "st-annes"\nname', 'partner "st-annes", id: "st-annes" stands twice'),
        ('question = "treat"', 'question = "brings"', 'clause "brings", question: "brings" stands twice'),
        ('id = "does"', 'id = "most"', 'column "most", id: "most" stands twice'),
        ('name = "Jo March"\n', "", 'person 1: the key "name" is missing'),
    ],
)  # fmt: skip
def test_a_fault_says_where_what_and_the_mend(old: str, new: str, fault: str | None) -> None:
    """Every sort of mistake is told in words a volunteer can act on."""
    text = changed(old, new)
    if fault is None:
        toml.read(text.encode())
    else:
        assert any(fault in each for each in refused(text)), refused(text)


def test_all_mistakes_are_told_at_once() -> None:
    """Mistakes in different tables come together, each with its own line."""
    text = changed('depth = "quick"', 'depth = "slow"').replace(
        'stance = "agree"', 'stance = "yes"'
    )
    found = refused(text)
    assert len(found) == 1 + TEXT.count('stance = "agree"')
    assert all(each.startswith("line ") for each in found)


def test_a_fault_names_the_line_it_is_on() -> None:
    """The line is that of the key; of the table where the key is missing."""
    text = changed('stance = "cannot-accept"', 'stance = "no"')
    line = text[: text.index('stance = "no"')].count("\n") + 1
    assert refused(text)[0].startswith(f'line {line}, clause "treat", position 3, stance: ')
    text = changed('name = "Jo March"\n', "")
    line = text[: text.rindex("[[partner.person]]")].count("\n") + 1
    assert refused(text)[0].startswith(f'line {line}, partner "hub", person 1: ')


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "line 1: the file is empty"),
        (b"\xef\xbb\xbf", "line 1: the file is empty"),
        (b"hello", "line 1: 'hello'"),
        (b"title = 1", "format = 1"),
        (b"format = 1", "format = 1"),
        (b"format = 1\nagreement = 3", "agreement: 3 should be a table"),
        (b"format = true\n[agreement]", "format = 1"),
        (b"format = 0\n[agreement]", "format = 1"),
        (b"format = 2", "newer joint-working (format 2; we know 1)"),
        (b"format = 2\n[agreement]\nnew = 1", "The file has not been touched"),
        (TEXT.encode("utf-16"), "Notepad calls Unicode; open it in Notepad"),
        (TEXT.encode("utf-16-le"), "choose UTF-8 beside Encoding"),
        (TEXT.encode("cp1252"), "is not UTF-8 text; open it in Notepad"),
        (b"PK\x03\x04", "a Word file or a zip, whatever its name says"),
        (b"format = 1\n[agreement]\na = " + b"[" * 100_000, "nested too deeply"),
        (b"format = 1\n[agreement]\ntitle = " + b"9" * 10_000, "far too large"),
        (
            b"format = 1\n[agreement]\ntitle." + b"a." * 900 + b"a = 1",
            "nested too deeply",
        ),
        (b"#" * (limits.MOST_BYTES + 1), "far too large"),
    ],
    ids=range(18),
)
def test_what_is_no_agreement_of_ours_is_refused_kindly(data: bytes, what: str) -> None:
    """Other files, other encodings, newer formats and traps: one sentence that says what to do."""
    assert any(what in each for each in refused(data)), refused(data)


def test_cp1252_names_its_line() -> None:
    """A file saved by an old editor is told from the line of its first strange letter."""
    data = b'format = 1\n[agreement]\ntitle = "Caf\xe9"\n'
    assert refused(data)[0].startswith("line 3: ")
