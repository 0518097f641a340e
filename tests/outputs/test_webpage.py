"""A reader of HTML finds what was typed and nothing else, in a page that anybody can find a way in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outputs import webpage
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
from outputs.webpage import is_rtl, names_rows, render, said
from tests.outputs.examples import ABOUT, EMPTY, FULL, FULL_OUT, NASTY, hostile
from tests.outputs.strategies import agreements

EMPTY_TAGS = {"meta", "br", "hr"}
TEXTS = {"title", "h1", "h2", "h3", "p", "li", "caption", "th", "td"}
OURS = {
    *TEXTS,
    *EMPTY_TAGS,
    *("html", "head", "style", "body", "header", "main", "footer", "section", "div"),
    *("ol", "ul", "table", "thead", "tbody", "tr", "span", "strong", "bdi"),
}


class Reader(HTMLParser):
    """What is in a page: its elements that hold text, in order, and every tag that opens."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        """The path to each, and what it says."""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self._add("\n")
        if tag not in EMPTY_TAGS:
            self.open.append(tag)
        if tag in TEXTS:
            self.texts.append((" ".join(self.open), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style" and (set(self.open) & TEXTS or data.strip()):
            self._add(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def _add(self, text: str) -> None:
        path, so_far = self.texts[-1]
        self.texts[-1] = (path, so_far + text)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each such element."""
        return [attrs for name, attrs in self.tags if name == tag]


def made_of(*blocks: Block) -> Document:
    """Blocks as a document."""
    return Document("A title", blocks, "A DRAFT", "The foot", ABOUT.changed)


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text of a document, in order, as it should be read."""
    for block in blocks:
        match block:
            case Title(text) | Paragraph(text):
                yield text
            case Heading(_, text, number):
                yield f"{number} {text}" if number else text
            case Sentences(items):
                yield from items
            case Bullets(lead, items):
                yield from (lead, *items)
            case Table(caption, columns, rows):
                yield from (caption, *columns, *(cell for row in rows for cell in row))


def assert_literal(document: Document) -> Reader:
    """The page says what the document does, and has no element but ours."""
    page = Reader(render(document))
    # Each text in its order; the line for every printed page stands before all of them.
    shown = [text for _, text in page.texts if text]
    expected = [document.title, document.header, *texts(document.blocks), document.footer]
    assert shown == [each for each in expected if each]
    assert {tag for tag, _ in page.tags} <= OURS
    assert page.open == []
    return page


@pytest.mark.parametrize("agreement", [FULL, FULL_OUT, EMPTY])
def test_a_page_says_what_the_document_says(agreement: Agreement) -> None:
    """Every heading, sentence and cell arrives, in order."""
    assert_literal(document_of(agreement))


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_read_as_it_was_typed(text: str) -> None:
    """Tags, templates, formulas and the like are words, wherever a person could have typed them."""
    assert_literal(document_of(hostile(text)))


SIGNS = st.text(st.sampled_from("<>&;\"'/=!-{}%#x1 aאبé\n]["), max_size=14)


@settings(max_examples=100, deadline=None)
@given(SIGNS, SIGNS)
def test_any_signs_are_read_as_they_were_typed(one: str, two: str) -> None:
    """Signs in any order mean nothing in any sort of block."""
    assert_literal(
        made_of(
            Title(one),
            Paragraph(two, strong=True),
            Heading(2, two, "1"),
            Heading(3, one),
            Sentences((one, two)),
            Sentences((two, one), agreed=False),
            Bullets(one, (two, one)),
            Table(two, (one, two), ((one, two), (two, one))),
        )
    )


@settings(max_examples=25, deadline=None)
@given(agreements())
def test_any_agreement_is_read_as_it_is(agreement: Agreement) -> None:
    """So is whatever else a file could hold."""
    assert_literal(document_of(agreement))


def test_the_page_needs_nothing_else() -> None:
    """No script, no address, nothing that is fetched: it opens in years, and without the network."""
    page = render(document_of(FULL))
    assert not re.search(r"http|<script|<link|<img|@import|url\(|\bsrc=|\bhref=|\bon\w+=", page)
    assert page.startswith("<!DOCTYPE html>\n")
    assert page.endswith("</html>\n")


def test_the_page_says_in_which_language_it_is_and_what_it_is_called() -> None:
    """A screen reader picks its voice by the one, and a browser its tab by the other."""
    page = Reader(render(document_of(FULL)))
    assert page.of("html") == [{"lang": "en-GB"}]
    assert page.texts[0] == ("html head title", "Mill Lane warm hall")
    assert page.of("meta")[0] == {"charset": "utf-8"}


@pytest.mark.parametrize("agreement", [FULL, FULL_OUT, EMPTY, hostile("<h4>x</h4>")])
def test_headings_are_in_order(agreement: Agreement) -> None:
    """One heading is the highest, and none stands more than one below that before it."""
    page = Reader(render(document_of(agreement)))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_level_that_would_be_skipped_is_not() -> None:
    """A clause outside any theme is one below the title."""
    page = Reader(render(made_of(Title("t"), Heading(3, "a"), Heading(2, "b"), Heading(3, "c"))))
    assert [tag for tag, _ in page.tags if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h2", "h3"]


def test_everything_stands_in_a_landmark() -> None:
    """The title in the header, the last line in the footer, all else in the main part."""
    page = Reader(render(document_of(FULL)))
    assert [tag for tag, _ in page.tags if tag in ("header", "main", "footer")] == [
        *("header", "main", "footer")
    ]
    assert {path.split()[2] for path, _ in page.texts[1:]} == {"header", "main", "footer"}
    assert page.texts[-1] == ("html body footer p", document_of(FULL).footer)


def test_a_clause_is_a_section_in_that_of_its_theme() -> None:
    """What belongs together is nested so."""
    page = Reader(render(document_of(FULL)))
    paths = {text: path for path, text in page.texts}
    assert paths["2.2 How we treat each other"] == "html body main section section h3"
    assert paths["We will say early when we cannot."] == "html body main section section ol li"
    assert paths["Still to agree"] == "html body main section h2"


def test_tables_say_what_their_cells_belong_to() -> None:
    """A caption for each; the first row heads the columns, and the first column the rows."""
    document = document_of(FULL)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    page = Reader(render(document))
    captions = [text for path, text in page.texts if path.endswith(" caption")]
    assert captions == [table.caption for table in tables]
    scopes = [attrs.get("scope") for attrs in page.of("th")]
    assert scopes.count("col") == sum(len(table.columns) for table in tables)
    assert scopes.count("row") == sum(len(table.rows) for table in tables)
    assert None not in scopes


def test_a_first_column_that_names_no_row_is_no_heading() -> None:
    """The same twice, or nothing at all, tells no row from another."""
    assert names_rows(Table("", ("a", "b"), (("1", ""), ("2", ""))))
    assert not names_rows(Table("", ("a", "b"), (("1", ""), ("1", ""))))
    assert not names_rows(Table("", ("a", "b"), (("", "1"), ("2", ""))))
    assert not names_rows(Table("", ("a",), (("1",), ("2",))))
    page = Reader(render(made_of(Table("t", ("a", ""), (("1", ""), ("1", ""))))))
    assert page.of("th") == [{"scope": "col"}], "an empty cell is no heading either"


def test_what_is_not_agreed_is_set_apart_and_said_in_words() -> None:
    """Colour alone would say nothing to some, and nothing on a copier."""
    page = render(document_of(FULL))
    assert page.count('<div class="not-agreed">') == 1
    assert re.search(
        r'<p>Draft wording, not agreed:</p>\n<div class="not-agreed">\n<ol>\n<li>More than half',
        page,
    )


def test_lines_and_page_breaks() -> None:
    """Room to write by hand, and a new page where there are pages."""
    page = render(made_of(Title("t"), Lines(3), PageBreak(), Paragraph("p")))
    assert page.count('<div class="line"></div>') == 3
    assert page.count('<hr class="new-page">') == 1


def test_a_signed_document_has_no_draft_line() -> None:
    """Nothing stands where there is nothing to say."""
    signed = Document("t", (Title("t"),), "", "foot", ABOUT.changed)
    assert '<p class="each-page"' not in render(signed)
    assert '<p class="each-page">A DRAFT</p>' in render(made_of(Title("t")))


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("We open at 10.", False),
        ("", False),
        ("10:00, 👍", False),
        ("שלום", True),
        ("نفتح القاعة كل يوم، مع Riverside.", True),
        ("שלום will open the hall.", False),
    ],
)
def test_the_way_of_a_text_is_that_of_most_of_it(text: str, rtl: bool) -> None:
    """A sentence in English that begins with a name in Hebrew still reads from the left."""
    assert is_rtl(text) is rtl
    page = Reader(render(made_of(Title("t"), Sentences((text,)))))
    assert page.of("li") == [{"dir": "rtl"} if rtl else {}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain & simple", "Plain &amp; simple"),
        ("שלום 3 people come", "<bdi>שלום</bdi> 3 people come"),
        ("We and שלום, עולם, 12 of us", "We and <bdi>שלום, עולם</bdi>, 12 of us"),
        ("Ask <نهر> or\nדוד by May", "Ask &lt;<bdi>نهر</bdi>&gt; or<br><bdi>דוד</bdi> by May"),
        ("In English, and then:\nשלום!", "In English, and then:<br><bdi>שלום</bdi>!"),
        ("נפגשים עם Riverside בבוקר", "נפגשים עם Riverside בבוקר"),
    ],
)
def test_names_in_another_script_are_kept_apart(text: str, expected: str) -> None:
    """What follows such a name stays after it."""
    assert said(text) == expected


def test_the_same_document_gives_the_same_page() -> None:
    """Nothing of the day or the machine gets in."""
    assert webpage.render(document_of(FULL)) == webpage.render(document_of(FULL))
