"""Whether a document is too long to be drawn: page layout of a text without end takes for ever.

No group comes near these limits; a file that was made to hang a program does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

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

MOST_TEXTS: Final = 10_000
"""Paragraphs, sentences and cells."""
MOST_LETTERS: Final = 2_000_000
LONGEST: Final = 60_000
"""Letters of one text: three times what one field takes."""

_INSTEAD: Final = "Markdown takes texts of any length; or shorten it in agreement.toml."


def too_long(document: Document) -> str:
    """What is too long and where, in a sentence; "" if it all can be drawn."""
    count = letters = 0
    heading = document.title
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        for text in _texts(block):
            count, letters = count + 1, letters + len(text)
            if len(text) > LONGEST:
                return (
                    f"There is a text of {len(text):,} letters under “{heading[:60]}”, and at "
                    f"most {LONGEST:,} can be drawn in one. {_INSTEAD}"
                )
    if count > MOST_TEXTS:
        return (
            f"There are {count:,} texts in it, and at most {MOST_TEXTS:,} can be drawn. {_INSTEAD}"
        )
    if letters > MOST_LETTERS:
        return (
            f"There are {letters:,} letters in it, and at most {MOST_LETTERS:,} can be drawn. "
            f"{_INSTEAD}"
        )
    return ""


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Title(text) | Heading(_, text) | Paragraph(text):
            yield text
        case Sentences(items):
            yield from items
        case Bullets(lead, items):
            yield from (lead, *items)
        case Table(_, columns, rows):
            yield from columns
            for row in rows:
                yield from row
        case Lines() | PageBreak():
            pass
