"""What a Word file holds, in words: every paragraph with its style, every table, what is on each page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def opened(data: bytes) -> WordDocument:
    """The file, as python-docx reads it."""
    return docx.Document(BytesIO(data))


def text_of(data: bytes) -> str:
    """The file in words, line by line."""
    return "\n".join(_lines(opened(data))) + "\n"


def style_of(paragraph: Paragraph) -> str:
    """The name of a paragraph's style."""
    return str(paragraph.style.name) if paragraph.style else ""


def list_of(paragraph: Paragraph) -> int | None:
    """The list that a paragraph says it is in; None if its style alone says so."""
    found = paragraph._p.xpath("w:pPr/w:numPr/w:numId")
    return int(found[0].get(qn("w:val"))) if found else None


def cells_of(table: Table) -> list[list[str]]:
    """The text of a table's cells, row by row."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def _lines(word: WordDocument) -> Iterator[str]:
    properties = word.core_properties
    yield f"[title] {properties.title}"
    yield f"[author] {properties.author}"
    yield f"[made] {properties.created}"
    yield f"[language] {properties.language}"
    for section in word.sections:
        for place, part in (("header", section.header), ("footer", section.footer)):
            yield from (f"[{place}] {paragraph.text}" for paragraph in part.paragraphs)
    counted: Counter[int] = Counter()
    for each in word.iter_inner_content():
        yield from _table(each) if isinstance(each, Table) else _paragraph(each, counted)


def _paragraph(paragraph: Paragraph, counted: Counter[int]) -> Iterator[str]:
    number = ""
    if in_list := list_of(paragraph):
        counted[in_list] += 1
        number = f"{counted[in_list]}. "
    first, *rest = paragraph.text.split("\n")
    strong = " (strong)" if any(run.style.name == "Strong" for run in paragraph.runs) else ""
    yield f"{style_of(paragraph)}{strong}: {number}{first}"
    yield from (f"    {line}" for line in rest)


def _table(table: Table) -> Iterator[str]:
    for tag in ("w:tblCaption", "w:tblDescription"):
        [said] = table._tbl.xpath(f"w:tblPr/{tag}")
        yield f"{tag.removeprefix('w:tbl')}: {said.get(qn('w:val'))}"
    for row in cells_of(table):
        yield f"    {' ‖ '.join(row)}"
