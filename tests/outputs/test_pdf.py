"""The PDF: tagged, to PDF/UA-1, the same bytes each time, and literally what the blocks say."""

from __future__ import annotations

import datetime as dt
import io
import sys
from itertools import chain
from typing import Any

import pytest
from attrs import evolve
from pypdf import PdfReader

from outputs import pdf
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
from outputs.pdf import NO_TYPST, render, rendered
from outputs.rendered import CannotWrite
from tests.outputs.examples import FULL, NASTY
from tests.outputs.pdf_text import not_tagged, tagged

FULL_DOCUMENT = document_of(FULL)
# What our own fonts hold, so that this says the same on every system.
DRAWN = [text for text in NASTY if max(text) < "\u0400"]
HOSTILE = [
    *DRAWN,
    '#panic("x")',
    '#eval(read("/etc/passwd")) #import "@preview/x:1.0.0": *',
    "@ref <label> //comment /* more */ ~ -- ... 'quotes' \"more\"",
    "\\u{41} \\n \\ #{1+1} $sum$ ]#text[",
    "= no heading",
    "/ term: no list",
]


def made_of(*blocks: Block) -> Document:
    """A small document."""
    when = dt.datetime(2027, 6, 6, 21, 2)
    return Document("Title", (Title("Title"), *blocks), "DRAFT of today", "At the foot", when)


def read(*blocks: Block) -> list[tuple[str, str]]:
    """What is tagged in the PDF of these blocks, after the title."""
    return tagged(render(made_of(*blocks)))[1:]


def opened(data: bytes) -> PdfReader:
    """The PDF, for its properties."""
    return PdfReader(io.BytesIO(data))


def test_the_same_document_gives_the_same_bytes() -> None:
    """Twice in a row; another time of the agreement gives others."""
    assert render(FULL_DOCUMENT) == render(FULL_DOCUMENT)
    later = evolve(FULL_DOCUMENT, made=FULL_DOCUMENT.made + dt.timedelta(days=1))
    assert render(FULL_DOCUMENT) != render(later)


def test_its_properties_are_those_of_the_document() -> None:
    """PDF/UA-1, language, title, time, tags, bookmarks."""
    reader = opened(render(FULL_DOCUMENT))
    root: Any = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert FULL_DOCUMENT.title in xmp
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == FULL_DOCUMENT.title
    assert str(reader.metadata["/CreationDate"]) == f"D:{FULL_DOCUMENT.made:%Y%m%d%H%M%S}Z"
    marks = [mark["/Title"] for mark in _flat(reader.outline)]
    headings = [block for block in FULL_DOCUMENT.blocks if isinstance(block, Heading)]
    assert marks == [f"{h.number} {h.text}".strip() for h in headings]


def _flat(marks: list[Any]) -> list[Any]:
    return list(chain(*(_flat(mark) if isinstance(mark, list) else [mark] for mark in marks)))


def test_its_fonts_are_ours_and_inside_it() -> None:
    """Nothing depends on what the reader's computer has."""
    fonts = {}
    for page in opened(render(FULL_DOCUMENT)).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[inner["/BaseFont"][8:]] = inner["/FontDescriptor"].keys()
    assert fonts.keys() == {"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"}
    assert all(any(key.startswith("/FontFile") for key in keys) for keys in fonts.values())


def test_every_page_is_a4_with_its_head_its_foot_and_its_number() -> None:
    """They are no part of the text that is read aloud."""
    data = render(made_of(Paragraph("One"), PageBreak(), Paragraph("Two")))
    assert not_tagged(data) == [f"DRAFT of today / At the foot / Page {n} of 2" for n in (1, 2)]
    assert [tuple(map(round, page.mediabox[2:])) for page in opened(data).pages] == [(595, 842)] * 2


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_out_as_it_went_in(text: str) -> None:
    """Wherever it stands, and whatever it would mean to anything that reads markup."""
    table = Table(text, (text, "B"), ((text, "b"),))
    blocks = (
        Heading(2, text, "1"),
        Heading(3, text, "1.1"),
        Paragraph(text),
        Sentences((text,)),
        Sentences((text,), agreed=False),
        Bullets(text, (text,)),
        table,
    )
    text = Paragraph(text).text.replace("\n", " ")
    assert read(*blocks) == [
        ("H2", f"1 {text}"),
        ("H3", f"1.1 {text}"),
        *[("P", text), ("Lbl", "1."), ("P", text), ("Lbl", "1."), ("P", text)],
        *[("P", text), ("Lbl", "•"), ("P", text)],
        *[
            ("Caption", f"Table\N{NO-BREAK SPACE}1. {text}"),
            ("TH", text),
            ("TH", "B"),
            ("TD", text),
            ("TD", "b"),
        ],
    ]


def test_a_title_head_and_foot_are_literal_too() -> None:
    """They are typed as well, and one of them goes into the file's properties."""
    for text in HOSTILE:
        document = evolve(made_of(), title=text, header=text, footer=text, blocks=(Title(text),))
        data = render(document)
        assert tagged(data) == [("H1", document.title)]
        assert not_tagged(data)[0].startswith(f"{document.title} / {document.title}"[:40])
        metadata = opened(data).metadata
        assert metadata is not None
        assert metadata.title == document.title


def test_sentences_are_counted_in_each_clause() -> None:
    """The numbers begin at 1 again."""
    found = read(Sentences(("One.", "Two.")), Heading(2, "B", "2"), Sentences(("Three.",)))
    assert [text for tag, text in found if tag == "Lbl"] == ["1.", "2.", "1."]


def test_a_table_repeats_its_head_and_keeps_each_row_whole() -> None:
    """The head is tagged once; where it is drawn again, it is not read again."""
    rows = [(str(n), "word " * 40) for n in range(40)]
    data = render(made_of(Table("Long", ("Number", "Words"), rows)))
    pages = opened(data).pages
    assert len(pages) > 2
    assert [text for tag, text in tagged(data) if tag == "TH"] == ["Number", "Words"]
    for page in pages[:3]:
        words = page.extract_text()
        assert "Number" in words
        assert words.count("word") % 40 == 0


def test_a_heading_and_a_leading_line_stay_with_what_they_lead_to() -> None:
    """Wherever the page ends: tried with one line more at a time."""
    kept = (Heading(2, "Section", "7"), Heading(3, "Clause", "7.1"), Paragraph("Draft:"))
    what = (
        Sentences(("First.",)),
        Bullets("Lead", ("First.",)),
        Table("Caption", ("First.",), [("a",)] * 60),
    )
    for length in range(30, 46):
        for block in what:
            filler = Paragraph("\n".join("x" * length))
            pages = opened(render(made_of(filler, *kept, block))).pages
            texts = [page.extract_text() for page in pages]
            [at] = [text for text in texts if "7 Section" in text]
            assert "First." in at, f"{length} lines, then {block}"


def test_a_row_or_a_word_longer_than_a_page_or_line_is_not_cut() -> None:
    """Kept whole they would run off the paper."""
    long = "word " * 3000
    unbroken = "x" * 400
    data = render(made_of(Table("T", ("A", "B"), [(long, unbroken)]), Paragraph(unbroken)))
    assert ("TD", long.strip()) in tagged(data)
    assert ("TD", unbroken) in tagged(data)
    assert ("P", unbroken) in tagged(data)
    assert len(opened(data).pages) > 2
    lines = "\n".join(["One"] * 100)
    pages = opened(render(made_of(Sentences((lines,)), Bullets("Lead", (lines,))))).pages
    assert len(pages) > 3
    assert all(page.extract_text().count("One") < 60 for page in pages)


@pytest.mark.parametrize(
    "block",
    [
        Sentences(()),
        Bullets("", ()),
        Table("", (), ()),
        Table("None", ("A",), ()),
        Lines(0),
        Lines(60),
        Paragraph(""),
        Heading(3, ""),
        Heading(3, "With no heading above it"),
    ],
    ids=repr,
)
def test_next_to_nothing_can_be_written_too(block: Block) -> None:
    """No block is too small, nor room to write on too large."""
    assert rendered(made_of(block)).notes == ()


def test_what_no_font_holds_is_named_and_the_rest_still_comes() -> None:
    """A character that nobody has yet drawn, so that this says the same on every system."""
    made = rendered(made_of(Paragraph("Yes \U0003fffd and \u0378 and é.")))
    assert made.notes == (
        "These characters could not be drawn in the PDF: \U0003fffd \u0378. "
        "The Word document and the web page have them.",
    )
    found = tagged(made.data)
    assert found[0] == ("H1", "Title")
    assert found[1][1].startswith("Yes ")
    root: Any = opened(made.data).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]


def test_pictures_and_chinese_come_or_are_named() -> None:
    """Whether they are drawn depends on the fonts of this computer."""
    text = "👍 中文 👩‍👩‍👧‍👦"
    made = rendered(made_of(Paragraph(text)))
    drawn = tagged(made.data)[1][1]
    named = "".join(made.notes)
    assert all(c in drawn or c in named for c in text if c not in " \u200d")


def test_fonts_of_the_system_are_asked_only_where_ours_lack_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They differ from computer to computer, and so would the bytes."""
    asked = []
    fonts = pdf._fonts

    def watched(of_the_system: bool) -> object:
        asked.append(of_the_system)
        return fonts(of_the_system)

    monkeypatch.setattr(pdf, "_fonts", watched)
    render(FULL_DOCUMENT)
    assert asked == [False]
    render(made_of(Paragraph("שלום")))
    assert asked[:3] == [False, False, True]


def test_hebrew_and_arabic_are_read_from_the_right() -> None:
    """A line that begins with them begins at the right edge; others begin at the left."""
    found: list[tuple[str, float]] = []

    def visit(text: str, at: list[float], *_: object) -> None:
        found.extend((letter, at[4]) for letter in text.strip())

    data = render(made_of(Paragraph("שלום."), Paragraph("Hello")))
    opened(data).pages[0].extract_text(visitor_text=visit)
    [hebrew] = [x for letter, x in found if letter == "."]
    [latin] = [x for letter, x in found if letter == "H"]
    assert hebrew > latin + 300


def test_without_typst_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no wheel of it for some computers."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(CannotWrite) as caught:
        render(FULL_DOCUMENT)
    assert (
        str(caught.value)
        == NO_TYPST
        == ("A PDF cannot be made on this computer. Print the web page instead.")
    )
