"""The document as a Word file, as if a careful person had typed it.

Every look is a style, so that a group can change one in one place; ``templates/word/styles.xml``
has them all.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, assert_never

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.numbering import CT_Num
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from outputs import word_package, word_table, word_text
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

_GAP: Final = Pt(10)
_AGREED_LIST: Final = 1  # the lists in templates/word/numbering.xml
_DRAFT_LIST: Final = 2
_LONGEST_PROPERTY: Final = 255
_EARLIEST: Final = dt.datetime(1980, 1, 1)  # Word takes a file with years such as 7 for broken


def render(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    word = word_package.empty()
    _properties(word, document)
    _on_every_page(word, document)
    _body(word, document.blocks)
    return word_package.packed(word)


def _properties(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title = document.title[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = ""
    properties.language = "en-GB"
    properties.created = properties.modified = max(document.made, _EARLIEST)


def _on_every_page(word: WordDocument, document: Document) -> None:
    [section] = word.sections
    word_text.write(section.header.paragraphs[0], document.header)
    word_text.write(section.footer.paragraphs[0], document.footer)


def _body(word: WordDocument, blocks: tuple[Block, ...]) -> None:
    """Writes the blocks, and between two of them what depends on both."""
    new_page = after_table = False
    for block in blocks:
        if isinstance(block, PageBreak):
            new_page = True
            continue
        if after_table and isinstance(block, Table):
            word.add_paragraph(style="After Table")
        elif isinstance(block, Lines | Table) and not (new_page or after_table):
            _keep_with_next(_last(word))
        first = _block(word, block)
        if first is None:
            continue
        if new_page:
            first.paragraph_format.page_break_before = True
            first.paragraph_format.space_before = Pt(0)
        elif after_table and not isinstance(block, Heading | Table):
            first.paragraph_format.space_before = _GAP
        new_page, after_table = False, isinstance(block, Table)
    if after_table:
        word.add_paragraph(style="After Table")


def _block(word: WordDocument, block: Block) -> WordParagraph | None:
    """Writes a block at the document's end: its first paragraph, None if there is none in it."""
    match block:
        case Title(text):
            return _paragraph(word, text, "Title")
        case Heading(level, text, number):
            return _paragraph(word, f"{number} {text}".strip(), f"Heading {level - 1}")
        case Paragraph(text, strong):
            style = "Lead In" if text.endswith(":") else "Normal"
            return _paragraph(word, text, style, "Strong" if strong else None)
        case Sentences(items, agreed):
            return _first(_sentences(word, items, agreed=agreed))
        case Bullets(lead, items):
            before = _paragraph(word, lead, "Lead In")
            listed = _list(word, items, "List Bullet")
            return before or _first(listed)
        case Table(_, columns):
            return word_table.write(word, block) if columns else None
        case Lines(count):
            return _first(_lines(word, count))
        case PageBreak():
            return None
        case _:
            assert_never(block)


def _last(word: WordDocument) -> list[WordParagraph]:
    """The paragraph that the document ends with so far, found without counting the others."""
    before = word.element.body.sectPr.getprevious()
    is_paragraph = before is not None and before.tag == qn("w:p")
    return [WordParagraph(before, word._body)] if is_paragraph else []


def _first(written: list[WordParagraph]) -> WordParagraph | None:
    return written[0] if written else None


def _paragraph(
    word: WordDocument, text: str, style: str, letters: str | None = None
) -> WordParagraph | None:
    """A paragraph, in a character style if one is given; nothing where there is no text."""
    return word_text.write(word.add_paragraph(style=style), text, letters) if text else None


def _list(word: WordDocument, items: tuple[str, ...], style: str) -> list[WordParagraph]:
    """The items of a list, the first and the last never alone on a page."""
    written = [word_text.write(word.add_paragraph(style=style), item) for item in items]
    _keep_with_next([*written[:-1][:1], *written[:-1][-1:]])
    return written


def _lines(word: WordDocument, count: int) -> list[WordParagraph]:
    """Lines to write on by hand, all on one page."""
    written = [word.add_paragraph(style="Writing Line") for _ in range(count)]
    _keep_with_next(written[:-1])
    for paragraph in written[-1:]:
        paragraph.paragraph_format.space_after = _GAP
    return written


def _keep_with_next(paragraphs: list[WordParagraph]) -> None:
    for paragraph in paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _sentences(word: WordDocument, items: tuple[str, ...], *, agreed: bool) -> list[WordParagraph]:
    """Numbered sentences: a list of their own, which begins at 1."""
    style = "List Number" if agreed else "List Draft Wording"
    number = _new_list(word, _AGREED_LIST if agreed else _DRAFT_LIST)
    written = _list(word, items, style)
    for paragraph in written:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number
    return written


def _new_list(word: WordDocument, kind: int) -> int:
    """The number of a new list of a kind."""
    lists = word.part.numbering_part.element
    # Its number is that of the last and one: python-docx would look at all of them for a gap.
    new = CT_Num.new(int(lists[-1].numId) + 1, kind)  # type: ignore[no-untyped-call]
    lists.append(new)
    new.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(new.numId)
