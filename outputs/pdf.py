"""The document as a PDF: tagged and to PDF/UA-1, so that screen readers can read it too.

The template gets the blocks as JSON. Our own fonts draw nearly everything, so that the same
document gives the same bytes on every system. Where they cannot, fonts of the system help out;
where those cannot either, the PDF still comes, and a note names the characters.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, assert_never

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
from outputs.rendered import CannotWrite, Rendered

if TYPE_CHECKING:
    import typst

    Standards: TypeAlias = list[typst.PDFStandard]

_HERE: Final = Path(__file__).parent
_TEMPLATE: Final = _HERE / "templates" / "agreement.typ"
_FONTS: Final = _HERE / "fonts"

NO_TYPST: Final = "A PDF cannot be made on this computer. Print the web page instead."
NOT_THIS_ONE: Final = "A PDF cannot be made of this document. Print the web page instead."

_NOT_DRAWN: Final = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}|\\(?P<sign>.)")

# Of a table, in letters of its size: how wide a page is; how wide a column is at least that is to
# be filled in by hand; how long a word may get before it is broken.
_PAGE: Final = 88
_BY_HAND: Final = 13
_LONGEST_WORD: Final = 22
# In lines: how long a row, or a table to be signed, may be and is still kept whole; other tables.
_A_PAGE: Final = 40
_HALF_A_PAGE: Final = 25
# In letters: how long a text may be and still be kept with what it leads to.
_SHORT: Final = 600


def render(document: Document) -> bytes:
    """The document as a PDF.

    Raises:
        CannotWrite: no PDF can be made here.
    """
    return rendered(document).data


def rendered(document: Document) -> Rendered:
    """The document as a PDF, and a note on what could not be drawn in it.

    Raises:
        CannotWrite: no PDF can be made here.
    """
    try:
        import typst
    except ImportError as error:
        raise CannotWrite(NO_TYPST) from error
    missing: list[str] = []
    attempts: list[tuple[bool, Standards]] = [(False, ["ua-1"]), (True, ["ua-1"]), (True, [])]
    for system_fonts, standards in attempts:
        try:
            made = _compiled(document, _fonts(system_fonts), standards)
        except typst.TypstError as error:
            missing = _not_drawn(error.diagnostic)
            failure = error
        else:
            return Rendered(made, () if standards else _notes(missing))
    raise CannotWrite(NOT_THIS_ONE) from failure


def _compiled(document: Document, fonts: typst.Fonts, standards: Standards) -> bytes:
    import typst

    return typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=fonts,
        sys_inputs={"data": json.dumps(_data(document), ensure_ascii=False)},
        pdf_standards=standards,
        timestamp=_seconds(document.made),
    )


@functools.cache
def _fonts(of_the_system: bool) -> typst.Fonts:
    import typst

    return typst.Fonts(
        include_system_fonts=of_the_system, include_embedded_fonts=False, font_paths=[_FONTS]
    )


def _seconds(made: dt.datetime) -> int:
    """The time for the file's properties: that on the clock of the room, in every time zone."""
    return max(0, int(made.replace(tzinfo=dt.UTC).timestamp()))


def _not_drawn(diagnostic: str) -> list[str]:
    """What no font could draw, from all that typst said."""
    return [_ESCAPED.sub(_character, m["text"]) for m in _NOT_DRAWN.finditer(diagnostic)]


def _character(match: re.Match[str]) -> str:
    return chr(int(match["code"], 16)) if match["code"] else match["sign"]


def _notes(missing: Iterable[str]) -> tuple[str, ...]:
    """Which characters are missing, but for those that only join others and are never seen."""
    seen = [text for text in dict.fromkeys(missing) if not all(map(_unseen, text))]
    if not seen:
        return ()
    return (
        f"These characters could not be drawn in the PDF: {' '.join(seen)}. "
        "The Word document and the web page have them.",
    )


def _unseen(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _data(document: Document) -> dict[str, Any]:
    """All that the template draws."""
    all_of_them = document.blocks
    around = zip((None, *all_of_them), all_of_them, (*all_of_them[1:], None), strict=False)
    return {
        "title": document.title,
        "header": document.header,
        "footer": document.footer,
        "blocks": [
            _block(at) | {"leads": _leads(before, at, after)} for before, at, after in around
        ],
    }


def _leads(before: Block | None, block: Block, after: Block | None) -> bool:
    """Whether a paragraph or a list is to stay on one page with what comes after it."""
    match block:
        case Paragraph(text, strong):
            first = isinstance(before, Heading) and isinstance(after, Paragraph)
            led_to = isinstance(after, Table | Lines | Bullets) or text.endswith(":")
            return strong or (len(text) < _SHORT and (first or led_to))
        case Bullets(_, items):
            return isinstance(after, Lines) and sum(map(len, items)) < _SHORT
        case _:
            return False


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Title(text):
            return {"is": "heading", "level": 1, "text": text}
        case Heading(level, text, number):
            return {"is": "heading", "level": level, "text": f"{number} {text}".strip()}
        case Paragraph(text, strong):
            return {"is": "paragraph", "text": text, "strong": strong}
        case Sentences(items, agreed):
            return {"is": "sentences", "items": items, "agreed": agreed}
        case Bullets(lead, items):
            return {"is": "bullets", "lead": lead, "items": items}
        case Table():
            return _table(block)
        case Lines(count):
            return {"is": "lines", "count": count}
        case PageBreak():
            return {"is": "page"}
        case _:
            assert_never(block)


def _table(table: Table) -> dict[str, Any]:
    letters = _widths(table)
    by_hand = [_by_hand(table, cells) for cells in table.rows]
    lines = [
        _lines(cells, letters) + (2 if hand else 1)
        for cells, hand in zip(table.rows, by_hand, strict=True)
    ]
    whole = _A_PAGE if any(by_hand) else _HALF_A_PAGE
    return {
        "is": "table",
        "caption": table.caption,
        "columns": table.columns,
        "letters": letters,
        "long": sum(lines) > whole,
        "rows": [
            {"cells": cells, "by-hand": hand, "long": count > _A_PAGE}
            for cells, hand, count in zip(table.rows, by_hand, lines, strict=True)
        ],
    }


def _by_hand(table: Table, cells: Sequence[str]) -> bool:
    """Whether a row is there to be filled in: most of it is empty, or a whole column is."""
    columns = range(len(table.columns))
    return _mostly_empty(cells) or any(not any(row[n] for row in table.rows) for n in columns)


def _mostly_empty(texts: Sequence[str]) -> bool:
    return 2 * texts.count("") > len(texts)


def _lines(cells: Sequence[str], letters: Sequence[int]) -> int:
    """About how many lines of text a row has."""
    texts = zip(cells, letters, strict=True)
    return max((len(textwrap.wrap(text, width)) for text, width in texts), default=0)


def _widths(table: Table) -> list[int]:
    """How many letters go in a line of each column.

    Each gets its longest word. What is left is shared out evenly, but none gets more than its
    longest text, so that names and dates stay on one line and sentences wrap.
    """
    columns = [[row[n] for row in table.rows] for n in range(len(table.columns))]
    widths = [_least(*column) for column in zip(table.columns, columns, strict=True)]
    extra = {
        n: max(2 * _BY_HAND * _mostly_empty(texts), *map(len, [name, *texts])) + 2 - widths[n]
        for n, (name, texts) in enumerate(zip(table.columns, columns, strict=True))
    }
    spare = max(0, _PAGE - sum(widths))
    for left, n in enumerate(sorted(extra, key=extra.__getitem__)):
        given = max(0, min(extra[n], spare // (len(extra) - left)))
        widths[n] += given
        spare -= given
    scale = _PAGE / (sum(widths) or 1)
    return [max(3, int(width * scale)) for width in widths]


def _least(name: str, texts: Sequence[str]) -> int:
    longest = max(len(word) for text in (name, *texts) for word in (text.split() or [""]))
    least = min(_LONGEST_WORD, longest) + 2
    return max(_BY_HAND, least) if _mostly_empty(texts) else least
