"""What no agreement needs, but what would take the parser of TOML minutes or a machine's memory.

Whatever people type stays within these: they are of the file's own structure, not of its texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

MOST_BYTES: Final = 10_000_000
"""Of a file: two hundred partners with something to say of every clause need a quarter of them."""

TOO_MANY: Final = "there are far more tables in it than an agreement has"
TOO_DEEP: Final = "this is nested too deeply to be an agreement"

_MOST_TABLES: Final = 30_000
"""Two hundred partners with a position on every clause make about half as many."""

_DEEP: Final = re.compile(r"(?<![\w\-])(?:[\w\-]++[ \t]*+\.[ \t]*+){100}")
"""A key of ever more parts, a.a.a…, takes the parser ever longer."""

_TEXTS: Final = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"""'
    r"|'''(?:[^']++|'(?!''))*+'''"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'|#[^\n]*+",
    re.DOTALL,
)


def too_much(text: str) -> str:
    """What a file has far too much of, in words, before it is parsed; "" if there is nothing."""
    if not _looks_bad(text):
        return ""
    text = _TEXTS.sub('""', text)  # what stands in a text, or in a comment, makes no table
    if text.count("\n[") + text.count("{") > _MOST_TABLES:
        return TOO_MANY
    return TOO_DEEP if _DEEP.search(text) else ""


def more_tables(content: Mapping[str, Any]) -> bool:
    """Whether there are far too many tables in a file's data, at any depth."""
    left: list[Any] = [content]
    tables = 0
    while left and tables <= _MOST_TABLES:
        match left.pop():
            case dict() as table:
                tables += 1
                left.extend(table.values())
            case list() as items:
                left.extend(items)
    return tables > _MOST_TABLES


def _looks_bad(text: str) -> bool:
    """A quick look, which takes texts for tables and keys as well."""
    tables = text.count("\n[") + text.count("{")
    return tables > _MOST_TABLES or _DEEP.search(text) is not None
