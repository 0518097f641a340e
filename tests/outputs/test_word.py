"""A Word file is read as it was meant, by people and by programs, and is always the same."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from attrs import evolve
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings

from outputs import word, word_table, word_text
from outputs.agreement import Agreement
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
from outputs.document import document_of
from tests.outputs.docx_text import cells_of, list_of, opened, style_of
from tests.outputs.examples import ABOUT, EMPTY, FULL, FULL_OUT, NASTY, hostile
from tests.outputs.strategies import agreements

ROOT = Path(__file__).resolve().parents[2]
HEBREW, ARABIC = "נפגש ביום שלישי", "نلتقي كل يوم ثلاثاء"
TABLE = Table("Who brings what", ("Who", "What"), (("Ann", "Tea"), ("Jo", "Cake")))


def made(*blocks: Block) -> WordDocument:
    """A Word file of those blocks, read back."""
    return opened(word.render(Document("A title", blocks, "DRAFT", "Foot", ABOUT.changed)))


def of(agreement: Agreement) -> WordDocument:
    """An agreement as a Word file, read back."""
    return opened(word.render(document_of(agreement)))


def texts(blocks: Iterable[Block]) -> Iterator[str | list[list[str]]]:
    """Every text of a document in order, and every table's cells."""
    for block in blocks:
        match block:
            case Title(text) | Paragraph(text):
                yield text
            case Heading(_, text, number):
                yield f"{number} {text}".strip()
            case Sentences(items):
                yield from items
            case Bullets(lead, items):
                yield from (lead, *items)
            case Table(_, columns, rows):
                yield [list(each) for each in (columns, *rows)]


def read(document: WordDocument) -> list[str | list[list[str]]]:
    """The same, as a reader of the Word file finds it."""
    found = [
        cells_of(each) if isinstance(each, WordTable) else each.text
        for each in document.iter_inner_content()
    ]
    return [each for each in found if each]


def styled(document: WordDocument, *names: str) -> list[WordParagraph]:
    """The paragraphs in those styles."""
    return [each for each in document.paragraphs if style_of(each) in names]


def setting(document: WordDocument, path: str) -> list[str | None]:
    """What the styles say at a path."""
    return [each.get(qn("w:val")) for each in document.styles.element.xpath(path)]


@pytest.mark.parametrize("agreement", [FULL, FULL_OUT, EMPTY])
def test_a_document_is_read_as_it_was_meant(agreement: Agreement) -> None:
    """Every heading, sentence and cell arrives, in order."""
    assert read(of(agreement)) == list(texts(document_of(agreement).blocks))


@pytest.mark.parametrize("text", [*NASTY, "#panic", "x" * 5000, "中文 👍🏽", HEBREW, ARABIC])
def test_hostile_text_is_read_as_it_was_typed(text: str) -> None:
    """Whatever a person types, wherever it is printed, comes out as typed."""
    document = document_of(hostile(text))
    written = opened(word.render(document))
    assert read(written) == [each for each in texts(document.blocks) if each]
    assert written.sections[0].footer.paragraphs[0].text == document.footer


@pytest.mark.parametrize("text", NASTY)
def test_nothing_that_is_typed_becomes_a_link_or_a_field(text: str) -> None:
    """A file from strangers opens without a question, and calls nobody."""
    data = word.render(document_of(hostile(text)))
    with ZipFile(BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
    assert not any(
        tag in body for tag in ("w:hyperlink", "w:fldSimple", "w:instrText", "w:drawing")
    )
    assert "External" not in relations


@settings(max_examples=25, deadline=None)
@given(agreements())
def test_any_agreement_is_read_as_it_is(agreement: Agreement) -> None:
    """So is whatever else a file could hold."""
    document = document_of(agreement)
    assert read(opened(word.render(document))) == [each for each in texts(document.blocks) if each]


def test_the_bytes_are_the_same_at_another_time_in_another_process() -> None:
    """Nothing in the file says when, where or by which run it was written."""
    code = (
        "import hashlib; from outputs import word; from outputs.document import document_of;"
        "from tests.outputs.examples import FULL;"
        "print(hashlib.sha256(word.render(document_of(FULL))).hexdigest())"
    )
    run = [sys.executable, "-c", code]
    first = subprocess.run(run, cwd=ROOT, capture_output=True, check=True).stdout
    time.sleep(2.1)  # a zip counts the time in steps of two seconds
    assert subprocess.run(run, cwd=ROOT, capture_output=True, check=True).stdout == first


def test_properties_are_those_of_the_agreement() -> None:
    """Its title and its time; and nobody's name, the library's least of all."""
    properties = of(FULL).core_properties
    assert properties.title == "Mill Lane warm hall"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created == properties.modified == ABOUT.changed.replace(tzinfo=dt.UTC)
    assert properties.language == "en-GB"


@pytest.mark.parametrize("year", [1, 1979, 9999])
def test_a_time_that_word_does_not_know_does_no_harm(year: int) -> None:
    """A file that was edited by hand may hold any year, and a title of any length."""
    about = evolve(ABOUT, title="x" * 300, changed=dt.datetime(year, 1, 1))
    properties = of(evolve(FULL, about=about)).core_properties
    assert properties.created is not None
    assert properties.created.year == max(year, 1980)
    assert properties.title == "x" * 255


def test_the_language_is_british() -> None:
    """In the defaults, so that whatever is added is checked as British English too."""
    defaults = "w:docDefaults/w:rPrDefault/w:rPr/w:lang"
    assert setting(of(FULL), defaults) == ["en-GB"]


def test_the_page_is_a4_and_says_what_it_is() -> None:
    """Every page has that it is a draft above, and below which it is, of how many."""
    [section] = of(FULL).sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert round(section.page_width.cm, 1) == 21.0
    assert round(section.page_height.cm, 1) == 29.7
    assert section.left_margin is not None
    assert section.left_margin >= Cm(2)
    assert [each.text for each in section.header.paragraphs] == [document_of(FULL).header]
    foot, page = section.footer.paragraphs
    assert foot.text == document_of(FULL).footer
    fields = [each.text.strip() for each in page._p.xpath(".//w:instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert page.text == "Page 1 of 1"


def test_headings_are_headings() -> None:
    """A theme is on the first level and a clause on the second, each with its number."""
    document = made(Title("T"), Heading(2, "Theme", "1"), Heading(3, "Clause", "1.1"))
    assert [(style_of(each), each.text) for each in document.paragraphs] == [
        ("Title", "T"),
        ("Heading 1", "1 Theme"),
        ("Heading 2", "1.1 Clause"),
    ]


@pytest.mark.parametrize("style", ["Title", "Heading1", "Heading2", "LeadIn", "TableHeading"])
def test_what_belongs_to_the_next_stays_with_it(style: str) -> None:
    """No heading and no lead stands alone at the foot of a page."""
    path = f"w:style[@w:styleId='{style}']/w:pPr/w:keepNext"
    assert setting(of(FULL), path) == [None]  # there, and not turned off


def test_what_ends_in_a_colon_leads_in() -> None:
    """A paragraph that announces a list or a table is not left behind by it."""
    document = made(Paragraph("We have put these off:"), Paragraph("We met."))
    assert [style_of(each) for each in document.paragraphs] == ["Lead In", "Normal"]


def test_sentences_begin_at_1_in_each_clause() -> None:
    """Each clause's list is one of its own, and starts again."""
    document = made(Sentences(("a", "b")), Sentences(("c",)), Sentences(("d", "e"), agreed=False))
    lists = [list_of(each) for each in document.paragraphs]
    assert lists[0] == lists[1]
    assert lists[3] == lists[4]
    assert len(set(lists)) == 3
    numbering = document.part.numbering_part.element
    for each in set(lists):
        found = numbering.xpath(f"w:num[@w:numId='{each}']/w:lvlOverride/w:startOverride")
        assert [start.get(qn("w:val")) for start in found] == ["1"]


def test_sentences_that_are_not_agreed_are_set_apart() -> None:
    """In a style of their own: further in, in italics, with a rule beside them."""
    document = made(Sentences(("a",)), Sentences(("b",), agreed=False))
    assert [style_of(each) for each in document.paragraphs] == ["List Number", "List Draft Wording"]
    apart = "w:style[@w:styleId='DraftWording']"
    assert setting(document, f"{apart}/w:rPr/w:i") == [None]
    assert setting(document, f"{apart}/w:pPr/w:pBdr/w:left") == ["single"]
    indents = document.part.numbering_part.element.xpath("w:abstractNum/w:lvl/w:pPr/w:ind/@w:left")
    assert int(indents[1]) > int(indents[0])


def test_no_item_of_a_list_is_alone_on_a_page() -> None:
    """The first stays with the second, the last with the one before it, the lead with the first."""
    document = made(Bullets("Lead:", ("a", "b", "c", "d")), Bullets("Lead:", ("e",)))
    kept = [bool(each.paragraph_format.keep_with_next) for each in styled(document, "List Bullet")]
    assert kept == [True, False, True, False, False]
    assert len(styled(document, "Lead In")) == 2


def test_what_a_table_or_a_line_answers_stays_with_it() -> None:
    """A question is not left on the page before the lines for its answer, nor are those parted."""
    document = made(Paragraph("Why?"), Lines(2), Sentences(("a", "b", "c")), TABLE, PageBreak())
    kept = [bool(each.paragraph_format.keep_with_next) for each in document.paragraphs]
    assert kept == [True, True, False, True, True, True, False]


def test_what_nobody_should_miss_is_strong() -> None:
    """By a style that screen readers can tell, not by a look."""
    [paragraph] = made(Paragraph("Still to agree.", strong=True)).paragraphs
    assert [run.style.name for run in paragraph.runs] == ["Strong"]


def test_a_table_says_what_it_is_and_is_not_cut() -> None:
    """Its first row is repeated, no row is cut, it is described, and as wide as the page."""
    [table] = made(TABLE).tables
    rows = [row._tr for row in table.rows]
    assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [True, False, False]
    assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)
    said = [
        table._tbl.xpath(f"w:tblPr/{tag}/@w:val") for tag in ("w:tblCaption", "w:tblDescription")
    ]
    assert said == [["Who brings what"], ["Columns: Who; What."]]
    [width] = table._tbl.xpath("w:tblPr/w:tblW")
    assert (width.get(qn("w:type")), width.get(qn("w:w"))) == ("pct", "5000")


@pytest.mark.parametrize(("count", "whole"), [(1, True), (6, True), (7, False)])
def test_a_short_table_stays_on_one_page(count: int, whole: bool) -> None:
    """A longer one may be cut between two rows."""
    [table] = made(Table("", ("Who",), [("Ann",)] * count)).tables
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows[1:-1]]
    assert kept == [True if whole else None] * (count - 1)


def test_a_row_to_write_in_is_tall_enough() -> None:
    """A row with two empty cells, or half of it empty, is there to be filled in by hand."""
    [short] = made(Table("", ("Who", "Signature"), (("Ann", ""), ("Jo", "Signed")))).tables
    assert [row.height is None for row in short.rows] == [True, False, True]
    [long] = made(
        Table("", tuple("abcde"), (("x", "x", "x", "", ""), ("x", "x", "x", "x", "")))
    ).tables
    assert [row.height is None for row in long.rows] == [True, False, True]


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("", "", ""),),
        (("x" * 500, "a", ""),),
        (("a word or two " * 40, "14 days", "Nobody"),),
    ],
)
def test_columns_share_the_width_of_the_page(rows: tuple[tuple[str, ...], ...]) -> None:
    """Whatever is in them, none is too narrow to read, and the text has the most room."""
    widths = word_table.widths(Table("", ("What", "When", "Who"), rows))
    assert abs(sum(widths) - 9072) <= 3
    assert min(widths) > 600
    longest = max(range(3), key=lambda n: max((len(row[n]) for row in rows), default=0))
    assert not rows or widths[longest] == max(widths)


def test_every_cell_is_as_wide_as_its_column() -> None:
    """Word goes by the cells, and LibreOffice by the columns."""
    [table] = made(TABLE).tables
    widths = [column.width for column in table.columns]
    assert [[cell.width for cell in row.cells] for row in table.rows] == [widths] * 3


def test_two_tables_stay_two() -> None:
    """Word makes one of two that touch; and it wants a paragraph at the end."""
    document = made(TABLE, PageBreak(), TABLE)
    sorts = [type(each).__name__ for each in document.iter_inner_content()]
    assert sorts == ["Table", "Paragraph", "Table", "Paragraph"]


def test_a_new_page_is_begun_by_what_stands_on_it() -> None:
    """No empty paragraph goes before it, nor is there an empty page at the end."""
    document = made(Paragraph("One."), PageBreak(), PageBreak(), Paragraph("Two."), PageBreak())
    assert [each.text for each in document.paragraphs] == ["One.", "Two."]
    assert [each.paragraph_format.page_break_before for each in document.paragraphs] == [None, True]


def test_lines_to_write_on_are_ruled() -> None:
    """Each of them, not only the last."""
    document = made(Lines(3))
    assert [style_of(each) for each in document.paragraphs] == ["Writing Line"] * 3
    rules = "w:style[@w:styleId='WritingLine']/w:pPr/w:pBdr/*"
    assert setting(document, rules) == ["single", "single"]


def test_blocks_without_text_leave_nothing_behind() -> None:
    """No empty headings, no empty paragraphs, no lists without a lead."""
    nothing = (Paragraph(""), Heading(2, ""), Table("", (), ()), Lines(0), Sentences(()))
    assert made(*nothing, Bullets("", ())).paragraphs == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We meet.", [("We meet.", False)]),
        ("£2.50 (50%)", [("£2.50 (50%)", False)]),
        (HEBREW, [(HEBREW, True)]),
        ("1.1 שלום, עולם!", [("1.1 שלום, עולם!", True)]),
        ("Hub (שלום) ok", [("Hub (", False), ("שלום", True), (") ok", False)]),
        ("שלום Ann Price 12.", [("שלום ", True), ("Ann Price", False), (" 12.", True)]),
        ("الساعة ١٠", [("الساعة ١٠", True)]),
        ("thanks: شكرًا جدًّ!", [("thanks: ", False), ("شكرًا جدًّ", True), ("!", False)]),
        ("cafe\u0301 שלום", [("cafe\u0301 ", False), ("שלום", True)]),
        ("", []),
    ],
)
def test_text_is_parted_by_direction(text: str, parts: list[tuple[str, bool]]) -> None:
    """Signs and digits go with the letters on both sides, or else with the whole."""
    assert list(word_text.parts(text)) == parts


@pytest.mark.parametrize(
    ("text", "turned", "marked", "language"),
    [
        (f"{HEBREW} in English", True, HEBREW, "he-IL"),
        (f"{ARABIC} in English", True, ARABIC, "ar-SA"),
        (f"In English {HEBREW}", False, HEBREW, "he-IL"),
    ],
)
def test_what_is_read_from_the_right_is_marked(
    text: str, turned: bool, marked: str, language: str
) -> None:
    """Its runs are, and the paragraph too if it begins so; Latin letters never are."""
    blocks = (Sentences((text,)), Heading(2, text), Bullets(text, (text,)))
    document = made(*blocks, Table("", (text,), ()))
    [cell] = document.tables[0].rows[0].cells
    for paragraph in (*document.paragraphs[:-1], *cell.paragraphs):
        assert bool(paragraph._p.xpath("w:pPr/w:bidi")) is turned
        runs = [run for run in paragraph.runs if run.font.rtl]
        assert "".join(run.text for run in runs).strip() == marked
        assert [run._r.xpath("w:rPr/w:lang/@w:bidi") for run in runs] == [[language]]
        plain = "".join(run.text for run in paragraph.runs if not run.font.rtl)
        assert {unicodedata.bidirectional(sign) for sign in plain} <= {"L", "WS"}


def test_properties_stand_in_the_order_that_word_wants() -> None:
    """Word calls a file broken whose paragraph has its properties in another order."""
    document = made(PageBreak(), Sentences((HEBREW, "b")), TABLE, Paragraph(HEBREW))
    order = ["pStyle", "keepNext", "pageBreakBefore", "numPr", "bidi", "spacing", "rPr"]
    for properties in document.element.xpath(".//w:pPr"):
        found = [order.index(each.tag.split("}")[1]) for each in properties]
        assert found == sorted(found)
