"""The document as a web page: one file that needs nothing else, on a screen and on paper.

Everything in it is text to jinja2, which escapes it: nothing that was typed becomes a tag, a
template or a style. The page itself is in ``templates/agreement.html``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, assert_never

from attrs import Factory, frozen
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from outputs.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Sentences,
    Table,
    Title,
)

_RTL: Final = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RUN: Final = re.compile(rf"([{_RTL}](?:[\W\d_{_RTL}]*[{_RTL}])?)")
"""Hebrew, Arabic and the like, from the first letter to the last before one of another script."""


@frozen
class Part:
    """A heading, the blocks under it, and the parts below it; the whole page has no heading."""

    level: int
    heading: Heading | None = None
    blocks: list[Block] = Factory(list)
    parts: list[Part] = Factory(list)


def render(document: Document) -> str:
    """The document as one HTML file."""
    page: str = _TEMPLATES.get_template("agreement.html").render(
        document=document, whole=whole(document.blocks)
    )
    return page


def whole(blocks: Iterable[Block]) -> Part:
    """A flat list of blocks as parts within parts; a level that would be skipped is not."""
    open_parts = [Part(1)]
    for block in blocks:
        if isinstance(block, Heading):
            del open_parts[block.level - 1 :]
            part = Part(len(open_parts) + 1, block)
            open_parts[-1].parts.append(part)
            open_parts.append(part)
        else:
            open_parts[-1].blocks.append(block)
    return open_parts[0]


def names_rows(table: Table) -> bool:
    """Whether the first column says what each row is: it is never empty and never the same."""
    first = [row[0] for row in table.rows if row]
    return len(table.columns) > 1 and all(first) and len(set(first)) == len(table.rows)


def is_rtl(text: str) -> bool:
    """Whether most of its letters are read from right to left.

    The first letter would not do: a sentence in English may begin with a name in Arabic.
    """
    ways = [unicodedata.bidirectional(sign) for sign in text]
    return sum(way in ("R", "AL") for way in ways) > ways.count("L")


def said(text: str) -> Markup:
    """Text, escaped, with its lines; names in Hebrew or Arabic are kept apart in other text.

    So a number after such a name stays after it.
    """
    apart = not is_rtl(text)
    return Markup("<br>").join(_line(line, apart) for line in text.split("\n"))


def _line(line: str, apart: bool) -> Markup:
    pieces = _RUN.split(line) if apart else [line]
    return Markup("").join(
        Markup("<bdi>{}</bdi>").format(piece) if n % 2 else escape(piece)
        for n, piece in enumerate(pieces)
    )


def _sort(block: Block) -> str:
    """What the template calls a block."""
    match block:
        case Title():
            return "title"
        case Heading():
            return "heading"
        case Paragraph():
            return "paragraph"
        case Sentences():
            return "sentences"
        case Bullets():
            return "bullets"
        case Table():
            return "table"
        case Lines():
            return "lines"
        case PageBreak():
            return "page break"
        case _:
            assert_never(block)


def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"said": said, "sort_of_block": _sort}
    made.tests |= {"rtl": is_rtl, "naming_rows": names_rows}
    return made


_TEMPLATES: Final = _templates()
