"""``agreement.toml``: read and written, in one fixed order and shape.

tomli-w writes the values; the order of the tables, and that they are tables, is decided here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import tomli_w
from attrs import AttrsInstance, fields

from outputs.agreement import FORMAT, Agreement
from outputs.problems import BadAgreement, Fault, shown
from outputs.shape import IN_FILE, MAPPINGS, structured
from outputs.syntax_help import explain

MOST_BYTES: Final = 5_000_000
"""Of an agreement: two hundred partners with something to say of every clause need fewer."""

_MOST_TABLES: Final = 30_000
"""Two hundred partners with a position on every clause make about half as many."""
_MOST_BRACES: Final = 200_000
"""Each may begin a table, or stand in a text, where nobody types ten fields full of them."""
_TOO_MANY: Final = "there are far more tables in it than an agreement has"
_TOO_DEEP: Final = "this is nested too deeply to be an agreement"

_DEEP: Final = re.compile(r"^\s*\[{0,2}(?:[\w\-]++\.){100}", re.MULTILINE)
"""A key of ever more parts, a.a.a…, takes the parser ever longer. No text begins a line so."""
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # UTF-16, a Word file, and the like

HEADER: Final = """\
# A joint working agreement, written by the program joint-working.
#
# You can read and correct this file in any plain text editor (save it as UTF-8).
# The clauses are below, each under [[clause]]: "wording" is what is printed, one numbered
# sentence a line; a line that begins with a space continues the sentence before it.
# Text stands in straight quotation marks "like this", a date as 2027-06-30, money in pence.
# Ids (small letters and hyphens) are used to refer by: please leave them as they are.
# Comments that you add are not kept when the program saves.

"""


def read(data: bytes) -> Agreement:
    """The agreement that a file holds.

    Raises:
        BadAgreement: with every fault found; a syntax error hides those after it.
    """
    if len(data) > MOST_BYTES:
        raise BadAgreement([Fault("", "the file is far too large to be an agreement")])
    text = _decoded(data)
    if text.count("\n[") > _MOST_TABLES or text.count("{") > _MOST_BRACES:
        raise BadAgreement([Fault("", _TOO_MANY)])
    if _DEEP.search(text):
        raise BadAgreement([Fault("", _TOO_DEEP)])
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadAgreement([explain(text, error)]) from None
    except ValueError:  # digits by the thousand
        raise BadAgreement([Fault("", "there is a number in it that is far too large")]) from None
    except RecursionError:
        raise BadAgreement([Fault("", _TOO_DEEP)]) from None
    if _more_tables(content, _MOST_TABLES):
        raise BadAgreement([Fault("", _TOO_MANY)])
    return structured(_right_format(content), text)


def write(agreement: Agreement) -> str:
    """The file's whole text, always the same for the same agreement."""
    return Writer().write(agreement)


class Writer:
    """Writes one agreement again and again; tables that have not changed are not made again."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[AttrsInstance, str]] = {}

    def write(self, agreement: Agreement) -> str:
        """The file's whole text, always the same for the same agreement."""
        parts = [HEADER, _values({"format": FORMAT}), "\n[agreement]\n"]
        parts.append(_values(_scalars(agreement.about)))
        made: dict[int, tuple[AttrsInstance, str]] = {}
        for name, value in _attributes(agreement):
            for table in value if name != "about" else ():
                # Known by identity, so the table is kept as well: its id is not used again.
                known = self._made.get(id(table))
                text = known[1] if known else "".join(_table(IN_FILE[name], table))
                made[id(table)] = (table, text)
                parts.append(text)
        self._made = made
        return "".join(parts)


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        wrong = _NOT_TEXT.search(text)
        before = text[: wrong.start()] if wrong else None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("latin-1")
    if before is not None:
        line = before.count("\n") + 1
        what = "this is not UTF-8 text; save the file again with the encoding UTF-8"
        raise BadAgreement([Fault(f"line {line}", what)])
    return text


def _more_tables(content: Mapping[str, Any], most: int) -> bool:
    """Whether there are more tables than that in a file's data, at any depth."""
    left: list[Any] = [content]
    tables = 0
    while left and tables <= most:
        match left.pop():
            case dict() as table:
                tables += 1
                left.extend(table.values())
            case list() as items:
                left.extend(items)
    return tables > most


def _right_format(content: dict[str, Any]) -> dict[str, Any]:
    number = content.pop("format", None)
    if type(number) is not int or number < 1 or (number == FORMAT and "agreement" not in content):
        what = "this is not an agreement of ours: one begins with format = 1 and [agreement]"
        raise BadAgreement([Fault("", what)])
    if number > FORMAT:
        what = (
            f"this agreement was saved by a newer joint-working (format {shown(number)}; we know "
            f"{FORMAT}). Please update the program. The file has not been touched"
        )
        raise BadAgreement([Fault("format", what)])
    return content


def _table(key: str, table: AttrsInstance) -> Iterator[str]:
    """One [[table]] with what hangs on it: mappings as [table.name], lists as [[table.name]]."""
    yield f"\n[[{key}]]\n{_values(_scalars(table))}"
    for name, value in _attributes(table):
        if name in MAPPINGS and value:
            yield f"\n[{key}.{name}]\n{_values(value)}"
        elif name in IN_FILE:
            for each in value:
                cells = each if isinstance(each, Mapping) else _scalars(each)
                yield f"\n[[{key}.{IN_FILE[name]}]]\n{_values(cells)}"


def _scalars(table: AttrsInstance) -> dict[str, Any]:
    """The keys with a value: those at their default are left out, and read back as it."""
    values: dict[str, Any] = {}
    for attribute in fields(type(table)):
        name, value = attribute.name, getattr(table, attribute.name)
        if name in IN_FILE or name in MAPPINGS or value == attribute.default:
            continue
        if name == "wording":
            values[name] = "".join(_numbered(n, line) for n, line in enumerate(value, start=1))
        else:
            values[name] = list(value) if isinstance(value, tuple) else value
    return values


def _numbered(number: int, sentence: str) -> str:
    """One sentence on its line; were it to hold a line break, the rest would continue it."""
    return f"{number} " + sentence.replace("\n", "\n  ") + "\n"


def _attributes(table: AttrsInstance) -> Iterable[tuple[str, Any]]:
    return [(a.name, getattr(table, a.name)) for a in fields(type(table))]


def _values(values: Mapping[str, Any]) -> str:
    return tomli_w.dumps(values, multiline_strings=True)
