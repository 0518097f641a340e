"""``agreement.toml``: read and written, in one fixed order and shape.

tomli-w writes the values; the order of the tables, and that they are tables, is decided here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import tomli_w
from attrs import AttrsInstance, fields

from outputs.agreement import FORMAT, Agreement
from outputs.decoding import decoded
from outputs.limits import MOST_BYTES, TOO_DEEP, TOO_MANY, more_tables, too_much
from outputs.problems import BadAgreement, Fault, shown
from outputs.shape import IN_FILE, MAPPINGS, structured
from outputs.syntax_help import explain

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
    text = decoded(data)
    if why := too_much(text):
        raise BadAgreement([Fault("", why)])
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadAgreement([explain(text, error)]) from None
    except ValueError:  # digits by the thousand
        raise BadAgreement([Fault("", "there is a number in it that is far too large")]) from None
    except RecursionError:
        raise BadAgreement([Fault("", TOO_DEEP)]) from None
    if more_tables(content):
        raise BadAgreement([Fault("", TOO_MANY)])
    return structured(_right_format(content), text)


def write(agreement: Agreement) -> str:
    """The file's whole text, always the same for the same agreement."""
    return Writer().write(agreement)


_Made = dict[tuple[str, int], tuple[AttrsInstance, str]]


class Writer:
    """Writes one agreement again and again; tables that have not changed are not made again."""

    def __init__(self) -> None:
        self._made: _Made = {}

    def write(self, agreement: Agreement) -> str:
        """The file's whole text, always the same for the same agreement."""
        parts = [HEADER, _values({"format": FORMAT}), "\n[agreement]\n"]
        parts.append(_values(_scalars(agreement.about)))
        made: _Made = {}
        for name, value in _attributes(agreement):
            for table in value if name != "about" else ():
                # Known by identity, so the table is kept as well: its id is not used again.
                # And by where it stands: a clause that is no longer asked about is another answer.
                known = self._made.get((name, id(table)))
                text = known[1] if known else "".join(_table(IN_FILE[name], table))
                made[name, id(table)] = (table, text)
                parts.append(text)
        self._made = made
        return "".join(parts)


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
