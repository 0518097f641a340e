"""The document as Markdown (CommonMark, with the tables of GitHub).

Whatever the group typed comes out of a Markdown reader as it was typed. Only characters that
would mean something where they stand get a backslash, so that the source is readable too.
"""

from __future__ import annotations

import re
from typing import Final, assert_never

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

_ANYWHERE: Final = re.compile(
    r"[`*~|$\[{]"  # code, emphasis, struck out, cells, sums, links, templates such as {{ }}
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis; inside a word it means nothing
    r"|<(?=[A-Za-z/!?])"  # tags, comments, links
    r"|&(?=#?\w+;)"  # entities
    r"|\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash that would itself count as one
)
_AT_START: Final = re.compile(
    r"(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|$)"  # 1. and 1)
    r"|(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-[-\s]*:?$|=+\s*$|:(?:\s|-))"
)
_WORD: Final = re.compile(r"[^\s<]+")
_ADDRESS: Final = re.compile(r"(?<=www)\.|:(?=//)", re.IGNORECASE)
_CLOSING_HASHES: Final = re.compile(r"(?:(?<=\s)|^)#(?=#*$)")


def render(document: Document) -> str:
    """The document as Markdown, which has no pages: what stands on each comes at the end."""
    foot = Paragraph(document.footer)
    return "\n\n".join(filter(None, map(_block, (*document.blocks, foot)))) + "\n"


def literal(text: str) -> str:
    """One line of text that a Markdown reader shows as it is, wherever a line begins."""
    escaped = _ANYWHERE.sub(r"\\\g<0>", text)
    escaped = (
        _AT_START.sub(_escaped_start, escaped, count=1) if _AT_START.match(escaped) else escaped
    )
    return _CLOSING_HASHES.sub(r"\\#", _WORD.sub(_no_link, escaped))


def _no_link(match: re.Match[str]) -> str:
    """A word as it is; but an address with a backslash in it, so that it is not made a link.

    Readers that make links take an address before they look for backslashes: they would show
    them, and let begin what one of them was to keep from beginning.
    """
    word = match[0]
    return _ADDRESS.sub(r"\\\g<0>", word) if "\\" in word else word


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match['number']}\\{match['dot']}" if match["number"] else "\\"


def _lines(text: str, indent: str = "") -> str:
    """Text of one or more lines: two spaces at a line's end keep the next on its own.

    A backslash would do as well, but readers that make links take it into an address before it.
    """
    return f"  \n{indent}".join(map(literal, text.split("\n")))


def _block(block: Block) -> str:
    match block:
        case Title(text):
            return f"# {literal(text)}"
        case Heading(level, text, number):
            return f"{'#' * level} {f'{number} ' if number else ''}{literal(text)}"
        case Paragraph(text, strong):
            return f"**{_lines(text)}**" if strong else _lines(text)
        case Sentences(items, agreed):
            numbered = [
                f"{n}. {_lines(item, ' ' * (len(str(n)) + 2))}" for n, item in _count(items)
            ]
            return "\n".join(numbered) if agreed else _set_apart("\n".join(numbered))
        case Bullets(lead, items):
            listed = "\n".join(f"- {_lines(item, '  ')}" for item in items)
            return f"{literal(lead)}\n\n{listed}"
        case Table(_, columns, rows):
            rule = " | ".join("---" for _ in columns)
            return "\n".join([_row(columns), f"| {rule} |", *map(_row, rows)])
        case Lines(count):
            return "\n\n".join(["\\_" * 40] * count)
        case PageBreak():
            return "* * *"
        case _:
            assert_never(block)


def _count(items: tuple[str, ...]) -> list[tuple[int, str]]:
    return list(enumerate(items, start=1))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(literal, cells))} |"


def _set_apart(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))
