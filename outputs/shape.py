"""The file's shape, from one table of keys: plain TOML data in, an ``Agreement`` out.

The classes of ``outputs.agreement`` are that table; this turns data into them, and names
every unknown key, wrong type and dangling reference at once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from types import GenericAlias
from typing import Any, Final, Literal, get_args, get_origin

from attrs import fields_dict, has
from cattrs import BaseValidationError, Converter
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn, override

from outputs import references
from outputs.agreement import Agreement, Clause, Plain
from outputs.places import Path, lines_of, place
from outputs.problems import BadAgreement, Fault, nearest, shown
from outputs.syntax_help import CONFLICT

IN_FILE: Final = {
    "about": "agreement",
    "themes": "theme",
    "partners": "partner",
    "meetings": "meeting",
    "clauses": "clause",
    "other_answers": "other_answer",
    "parked": "parked",
    "signatures": "signature",
    "versions": "version",
    "people": "person",
    "columns": "column",
    "rows": "row",
    "positions": "position",
    "views": "view",
}
"""Attributes that are tables of their own, and their key: TOML repeats a table for a list."""

MAPPINGS: Final = ("fields", "struck", "suggested")
"""Attributes that are a table with keys of the bank's: [clause.fields] and so on."""

_MOST_FAULTS: Final = 100
_MOST_LINES: Final = 20_000  # one line a letter, in a text as long as one field takes, is fewer
"""Nobody reads more of them; and a file made to have millions is not worth the time."""

_NUMBER: Final = re.compile(r"(\d{1,4})([.)]?)\s+(?=\S)")
_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_PLAIN: Final = (bool, int, str, dt.date)
_Hook = Callable[[Any, Any], Any]


def structured(content: Mapping[str, Any], text: str = "") -> Agreement:
    """The agreement in a file's plain data; ``text`` is the file, to name lines by.

    Raises:
        BadAgreement: with every fault found, or the first hundred.
    """
    wrong: list[tuple[Path, str]]
    try:
        agreement: Agreement = _converter().structure(content, Agreement)
    except BaseValidationError as error:  # a tree of all that is wrong
        wrong = list(islice(_wrong(error, ()), _MOST_FAULTS + 1))
    else:
        wrong = list(islice(references.wrong(agreement), _MOST_FAULTS + 1))
        if not wrong:
            return agreement
    lines = lines_of(text)
    told = [Fault(place(path, content, lines), what) for path, what in wrong[:_MOST_FAULTS]]
    if len(wrong) > _MOST_FAULTS:
        told.append(Fault("", "there is more that is wrong; mend these first"))
    raise BadAgreement(told)


def sentences(wording: str) -> tuple[str, ...]:
    """A wording block as sentences: numbers taken off, continued lines joined."""
    found: list[str] = []
    lines = wording.split("\n")
    for line in lines:
        if line[:1].isspace() and found:
            found[-1] = f"{found[-1]} {line.strip()}".strip()
        elif text := _without_number(line.strip(), len(found) + 1, len(lines)):
            found.append(text)
    return tuple(found)


def _without_number(line: str, place: int, lines: int) -> str:
    """A line without the sentence's number, but with one that belongs to what it says.

    It is the sentence's if it is the one that stands here. After lines were deleted, added or
    moved it is some other small number, and what follows begins as a sentence does.
    """
    match = _NUMBER.match(line)
    if not match:
        return line
    number, rest = int(match[1]), line[match.end() :]
    moved = number <= lines + 9 and (match[2] or not rest[0].islower())
    return rest if number == place or moved else line


@cache
def _converter() -> Converter:
    converter = Converter()
    for cls, name in (
        (str, 'text in quotation marks: "…"'),
        (bool, "true or false, without quotation marks"),
        (int, "a whole number, without quotation marks"),
        (dt.date, "a date such as 2027-06-30, without quotation marks"),
        (dt.datetime, "a date and time such as 2027-06-30T19:42:00, without quotation marks"),
    ):
        converter.register_structure_hook(cls, _exactly(cls, name))
    date_hook = converter.get_structure_hook(dt.date)
    converter.register_structure_hook_func(lambda c: c == dt.date | None, date_hook)
    converter.register_structure_hook_func(lambda c: c in (Plain, Plain | None), _plain)
    converter.register_structure_hook_func(lambda c: _origin(c) is Literal, _literal)
    converter.register_structure_hook_factory(
        lambda c: _origin(c) is tuple, lambda c: _list(c, converter)
    )
    converter.register_structure_hook_factory(
        lambda c: _origin(c) is Mapping, lambda c: _mapping(c, converter)
    )
    converter.register_structure_hook_factory(has, lambda c: _table(c, converter))
    return converter


def _origin(cls: Any) -> Any:
    """What is subscripted in a type: tuple in tuple[str, ...]."""
    return get_origin(cls)


def _exactly(cls: type, name: str) -> _Hook:
    def structure(value: Any, _: Any) -> Any:
        zoned = isinstance(value, dt.datetime) and value.tzinfo is not None
        if type(value) is not cls or zoned:
            raise ValueError(f"{shown(value)} should be {name}")
        return value

    return structure


def _plain(value: Any, _: Any) -> Any:
    texts = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if type(value) not in _PLAIN and not texts:
        what = "text, true or false, a date, a whole number (money in pence) or a list of texts"
        raise ValueError(f"{shown(value)} should be {what}")
    return value


def _literal(value: Any, cls: Any) -> Any:
    known = get_args(cls)
    if value not in known:
        hint = nearest(value if isinstance(value, str) else "", known)
        raise ValueError(f"{shown(value)} is not known here; {hint}")
    return value


def _wording(value: Any, _: Any) -> tuple[str, ...]:
    if not isinstance(value, str):
        raise ValueError(f'{shown(value)} should be a block of text between """ and """')
    if _CONFLICT.search(value):
        raise ValueError(CONFLICT)
    return sentences(value)


def _table(cls: type[Any], converter: Converter) -> _Hook:
    special: dict[str, Any] = {
        n: override(rename=IN_FILE[n]) for n in fields_dict(cls) if n in IN_FILE
    }
    if cls is Clause:
        special["wording"] = override(struct_hook=_wording)
    inner = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **special)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"{shown(value)} should be a table, under a header in brackets")
        return inner(value, cls)

    return structure


def _list(cls: Any, converter: Converter) -> _Hook:
    kind = GenericAlias(list, (get_args(cls)[0],))
    inner = converter.get_structure_hook(kind)
    what = 'a list of texts: ["…", "…"]'
    if has(get_args(cls)[0]):
        what = "tables, each under its own header in two pairs of brackets: [[…]]"

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(f"{shown(value)} should be {what}")
        return tuple(inner(value, kind))

    return structure


def _mapping(cls: Any, converter: Converter) -> _Hook:
    kind = GenericAlias(dict, (str, get_args(cls)[1]))
    inner = converter.get_structure_hook(kind)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"{shown(value)} should be a table, under a header in brackets")
        return inner(value, kind)

    return structure


def _wrong(error: Exception, path: Path) -> Iterator[tuple[Path, str]]:
    """What is wrong, from cattrs' tree of errors, each with the path of its place."""
    match error:
        case ClassValidationError():
            noted, others = error.group_exceptions()
            for each, note in noted:
                yield from _wrong(each, (*path, IN_FILE.get(note.name, note.name)))
            for other in others:
                yield from _wrong(other, path)
        case IterableValidationError():
            listed, others = error.group_exceptions()
            for each, index in listed:
                yield from _wrong(each, (*path, index.index))
            for other in others:
                yield from _wrong(other, path)
        case ForbiddenExtraKeysError(cl=cls, extra_fields=keys):
            known = [IN_FILE.get(name, name) for name in fields_dict(cls)]
            for key in sorted(keys):
                yield (*path, key), f"there is no key {shown(key)} here; {nearest(key, known)}"
        case KeyError():
            key = str(error.args[0])
            yield path[:-1], f'the key "{IN_FILE.get(key, key)}" is missing'
        case _:  # a ValueError of a hook above, which says what should be here
            yield path, str(error)
