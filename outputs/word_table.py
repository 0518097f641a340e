"""A table in Word: full width, its first row repeated, no row cut by the end of a page."""

from __future__ import annotations

from typing import Final

from docx.document import Document as WordDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Twips
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from outputs import word_text
from outputs.blocks import Table

_PAGE: Final = 9072  # from margin to margin, in twentieths of a point
_PERCENT: Final = 50  # a width in Word is in fiftieths of a percent
_SIGN: Final = 100  # a letter of the table's text, roughly
_PADDING: Final = 3  # both of a cell's margins, in signs
_MOST: Final = 20  # a longer word is broken
_WIDEST: Final = 60  # what a long text would have, were there room
_BLANK: Final = (13, 20)  # a column to write in by hand: what it must have, what it would have
_TALL: Final = Cm(1.3)
_FEW_ROWS: Final = 6


def write(word: WordDocument, table: Table) -> Paragraph:
    """Writes the table at the document's end; its first paragraph, in the table's first cell."""
    made = word.add_table(1 + len(table.rows), len(table.columns), "Agreement Table")
    _describe(made, table)
    _lay_out(made, widths(table))
    head, *rows = made.rows
    _fill(head, table.columns, "Table Heading")
    _set(head, "w:tblHeader")
    for row, cells in zip(rows, table.rows, strict=True):
        _fill(row, cells, "Table Text")
        if cells.count("") >= min(2, len(cells) / 2):  # to be written in, by hand
            row.height, row.height_rule = _TALL, WD_ROW_HEIGHT_RULE.AT_LEAST
    for row in made.rows:
        _set(row, "w:cantSplit")
    if len(rows) <= _FEW_ROWS:
        _keep_whole(rows)
    return _paragraphs(head)[0]


def widths(table: Table) -> list[int]:
    """The columns' widths: each has room for its longest word; the rest goes where the text is."""
    columns = list(zip(table.columns, *table.rows, strict=True))
    least = [_least(cells) for cells in columns]
    more = [max(_wanted(cells) - had, 1) for cells, had in zip(columns, least, strict=True)]
    spare = max(_PAGE // _SIGN - sum(least), 0)
    shares = [had + spare * each / sum(more) for had, each in zip(least, more, strict=True)]
    return [round(_PAGE * share / sum(shares)) for share in shares]


def _least(cells: tuple[str, ...]) -> int:
    longest = max((len(word) for cell in cells for word in cell.split()), default=0)
    return max(min(longest, _MOST) + _PADDING, _BLANK[0] if "" in cells else 0)


def _wanted(cells: tuple[str, ...]) -> int:
    longest = max(map(len, cells))
    return max(min(longest, _WIDEST) + _PADDING, _BLANK[1] if "" in cells else 0)


def _describe(made: WordTable, table: Table) -> None:
    """What a screen reader says of the table before it reads it."""
    for tag, text in (
        ("w:tblCaption", table.caption),
        ("w:tblDescription", f"Columns: {'; '.join(table.columns)}."),
    ):
        made._tbl.tblPr.append(OxmlElement(tag, {qn("w:val"): text}))


def _lay_out(made: WordTable, across: list[int]) -> None:
    made.autofit = False
    [width] = made._tbl.tblPr.xpath("w:tblW")
    width.set(qn("w:type"), "pct")
    width.set(qn("w:w"), str(100 * _PERCENT))
    for column, wide in zip(made.columns, across, strict=True):
        column.width = Twips(wide)  # for LibreOffice
    for row in made.rows:
        for cell, wide in zip(row.cells, across, strict=True):
            cell.width = Twips(wide)  # for Word


def _fill(row: _Row, cells: tuple[str, ...], style: str) -> None:
    for cell, text in zip(row.cells, cells, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        word_text.write(paragraph, text)


def _keep_whole(rows: list[_Row]) -> None:
    """A short table stays on one page."""
    for row in rows[:-1]:
        for paragraph in _paragraphs(row):
            paragraph.paragraph_format.keep_with_next = True


def _paragraphs(row: _Row) -> list[Paragraph]:
    cells: tuple[_Cell, ...] = row.cells
    return [paragraph for cell in cells for paragraph in cell.paragraphs]


def _set(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))
