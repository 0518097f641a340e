"""What a document is made of: a flat list of blocks, which every format writes in its own way.

Text is plain, never markup. It is cleaned as a block is made, so no writer has to: a file that
was edited by hand may hold anything that TOML can.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from attrs import field, frozen

_UNWANTED: Final = re.compile(
    # Control characters but tab and newline; marks that turn text round; lone surrogates; the two
    # codes that are no characters.
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Text that every format can hold: lines without blanks at their ends, none of them empty."""
    for line_end in ("\r\n", "\r", "\u2028", "\u2029"):
        text = text.replace(line_end, "\n")
    lines = (" ".join(line.split()) for line in _UNWANTED.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """The same, where lines make no sense: a title, a heading, a table's cell."""
    return clean(text).replace("\n", " ")


def _all_clean(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(clean, items))


def _all_one_line(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(one_line, items))


def _all_cells(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_all_one_line, rows))


@frozen
class Title:
    """The document's title: the first block, and the only one of its sort."""

    text: str = field(converter=one_line)


@frozen
class Heading:
    """A heading; ``level`` 2 for a theme or section, 3 for a clause. ``number`` may be ""."""

    level: int
    text: str = field(converter=one_line)
    number: str = ""


@frozen
class Paragraph:
    """A few sentences; ``strong`` for what nobody should miss."""

    text: str = field(converter=clean)
    strong: bool = False


@frozen
class Sentences:
    """A clause's sentences, numbered from 1; set apart where they are not ``agreed``."""

    items: tuple[str, ...] = field(converter=_all_clean)
    agreed: bool = True


@frozen
class Bullets:
    """A list without numbers, with the line that leads in to it; keep the two on one page."""

    lead: str = field(converter=one_line)
    items: tuple[str, ...] = field(converter=_all_clean)


@frozen
class Table:
    """A table with one header row. ``caption`` says what it is, to those who cannot see it."""

    caption: str = field(converter=one_line)
    columns: tuple[str, ...] = field(converter=_all_one_line)
    rows: tuple[tuple[str, ...], ...] = field(converter=_all_cells)


@frozen
class Lines:
    """Empty lines to write on by hand, ``count`` of them."""

    count: int


@frozen
class PageBreak:
    """What follows begins on a new page, where a format has pages."""


Block: TypeAlias = Title | Heading | Paragraph | Sentences | Bullets | Table | Lines | PageBreak


@frozen
class Document:
    """A whole document: its blocks, and what stands on every page.

    ``header`` says that it is a draft; "" once it is signed. ``made`` is the time that goes into
    a file's properties: that of the agreement, so that the same agreement gives the same bytes.
    """

    title: str = field(converter=one_line)
    blocks: tuple[Block, ...]
    header: str = field(converter=one_line)
    footer: str = field(converter=one_line)
    made: dt.datetime
