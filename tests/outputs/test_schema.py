"""The JSON Schema and the reader accept and refuse the same files."""

from __future__ import annotations

import copy
import datetime as dt
import tomllib
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outputs import toml
from outputs.agreement import Agreement
from outputs.problems import BadAgreement
from outputs.schema import schema
from outputs.shape import IN_FILE, structured
from tests.outputs.examples import EMPTY, FULL, FULL_OUT
from tests.outputs.strategies import agreements

SCHEMA = schema()
VALIDATOR = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker(["date"]))

CONTENT = tomllib.loads(toml.write(FULL_OUT))
FREE = ("fields", "struck", "suggested", "row")
"""Tables whose keys are the bank's, so that any key is known."""


def tables(content: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every table whose keys are ours."""
    if isinstance(content, dict):
        yield path
    pairs = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in pairs:
        if isinstance(value, dict | list) and key not in FREE:
            yield from tables(value, (*path, key))


def at(content: Any, path: tuple[Any, ...]) -> Any:
    """The value that a path leads to."""
    for step in path:
        content = content[step]
    return content


TABLES = sorted(tables(CONTENT), key=str)
KEYS = [
    (path, key)
    for path in TABLES
    for key in sorted(at(CONTENT, path))
    if key != "format"  # which the reader takes off before it looks at the rest
]


def as_json(value: Any) -> Any:
    """TOML data as tools hand it to JSON validators: dates as ISO strings."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def both_accept(content: dict[str, Any]) -> tuple[bool, bool]:
    """What the schema and the reader say."""
    try:
        structured({key: value for key, value in content.items() if key != "format"})
    except BadAgreement:
        read = False
    else:
        read = True
    return VALIDATOR.is_valid(as_json(content)), read


def test_it_is_a_draft_07_schema() -> None:
    """The schema keeps to the rules of its own draft, which it names."""
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("agreement", [FULL, FULL_OUT, EMPTY])
def test_it_accepts_what_is_written(agreement: Agreement) -> None:
    """Examples, written out, are valid."""
    VALIDATOR.validate(as_json(tomllib.loads(toml.write(agreement))))


@settings(max_examples=40, deadline=None)
@given(agreements())
def test_it_accepts_whatever_is_written(agreement: Agreement) -> None:
    """So is any agreement that there could be."""
    VALIDATOR.validate(as_json(tomllib.loads(toml.write(agreement))))


@pytest.mark.parametrize("path", TABLES, ids=str)
def test_both_refuse_an_unknown_key(path: tuple[Any, ...]) -> None:
    """A key that is not in the design is refused in every table."""
    content = copy.deepcopy(CONTENT)
    at(content, path)["colour"] = "blue"
    assert both_accept(content) == (False, False)


@pytest.mark.parametrize(("path", "key"), KEYS, ids=str)
def test_both_ask_for_the_same_keys(path: tuple[Any, ...], key: str) -> None:
    """A key that is left out is missed by both, or by neither."""
    content = copy.deepcopy(CONTENT)
    del at(content, path)[key]
    valid, read = both_accept(content)
    # Without its partners or themes a file is well-formed; that ids lead nowhere, no schema sees.
    assert valid == read or (valid and path == () and key in ("partner", "theme"))


# No texts or dates here (but for a list of ids that lead somewhere): JSON has no dates, so a text where a date belongs may look like one.
WRONG = st.sampled_from([True, 3, -1, 2.5, [], {}, ["hub"], [1], {"a": 1}, [[]], [{}]])


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(KEYS), WRONG)
def test_both_agree_on_types(where: tuple[tuple[Any, ...], str], value: object) -> None:
    """A value of another type is accepted by both or by neither."""
    path, key = where
    content = copy.deepcopy(CONTENT)
    at(content, path)[key] = value
    valid, read = both_accept(content)
    assert valid == read or (valid and value == [] and key in ("partner", "theme"))


def test_every_table_is_tried() -> None:
    """The example has each kind of table in it, so the tests above leave none out."""
    tried = {path[-2] if isinstance(path[-1], int) else path[-1] for path in TABLES if path}
    assert tried | set(FREE) == set(IN_FILE.values()) | set(FREE)
