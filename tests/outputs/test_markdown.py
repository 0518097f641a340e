"""A Markdown reader shows what was typed, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from outputs import markdown
from outputs.agreement import Agreement
from outputs.blocks import Block, Bullets, Document, Heading, Paragraph, Sentences, Table, Title
from outputs.document import blocks
from outputs.markdown import literal
from tests.outputs.examples import ABOUT, EMPTY, FULL_OUT, NASTY, hostile
from tests.outputs.strategies import agreements

PLAIN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
GITHUB = MarkdownIt("gfm-like")  # makes links of bare addresses as well

OURS = {
    *("text", "hardbreak", "strong_open", "strong_close"),
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
    *("ordered_list_open", "ordered_list_close", "bullet_list_open", "bullet_list_close"),
    *("list_item_open", "list_item_close", "blockquote_open", "blockquote_close"),
    *("table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close"),
    *("tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close"),
}


def texts(document: Iterable[Block]) -> Iterator[str]:
    """Every text of a document, in order, as it should be read."""
    for block in document:
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
                yield from (*columns, *(cell for row in rows for cell in row))


def read(text: str, reader: MarkdownIt) -> tuple[list[str], set[str]]:
    """What a Markdown reader shows, text by text, and what it takes the parts to be."""
    shown: list[str] = []
    sorts: set[str] = set()
    for token in reader.parse(text):
        sorts.add(token.type)
        if token.type == "inline":
            children = token.children or []
            sorts.update(child.type for child in children)
            shown.append("".join("\n" if c.type == "hardbreak" else c.content for c in children))
    return [each for each in shown if each], sorts


def assert_literal(document: Iterable[Block]) -> None:
    """The document is read as it is, with no links, pictures, code, tags or emphasis in it."""
    document = list(document)
    written = markdown.render(Document("", tuple(document), "", "", ABOUT.changed))
    expected = [each for each in texts(document) if each]
    shown, sorts = read(written, PLAIN)
    assert shown == expected
    assert sorts <= OURS
    assert read(written, GITHUB)[0] == expected


@pytest.mark.parametrize("agreement", [FULL_OUT, EMPTY])
def test_a_document_is_read_as_it_was_meant(agreement: Agreement) -> None:
    """Every heading, sentence and cell arrives, in order."""
    assert_literal(blocks(agreement))


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_read_as_it_was_typed(text: str) -> None:
    """Whatever a person types, wherever it is printed, comes out as typed."""
    assert_literal(blocks(hostile(text)))


SIGNS = st.text(st.sampled_from("`*_~|$[](){}<>#+-=>!&;:.)12 aé\\\"'\n/?x@"), max_size=14)


@settings(max_examples=250, deadline=None)
@given(SIGNS, SIGNS, SIGNS)
def test_any_signs_are_read_as_they_were_typed(one: str, two: str, three: str) -> None:
    """Signs in any order mean nothing in any kind of block, nor across two of them."""
    assert_literal(
        [
            Title(one),
            Heading(2, two, "1"),
            Heading(3, three),
            Paragraph(one),
            Paragraph(two),
            Sentences((one, two, three)),
            Sentences((three, one), agreed=False),
            Bullets(one, (two, three)),
            Table("", ("a", two), ((one, three), (two, one))),
        ]
    )


@settings(max_examples=25, deadline=None)
@given(agreements())
def test_any_agreement_is_read_as_it_is(agreement: Agreement) -> None:
    """So is whatever else a file could hold."""
    assert_literal(blocks(agreement))


@pytest.mark.parametrize(
    "text",
    [
        "We will open the hall each Tuesday, 10am to 1pm, until 31 March 2027.",
        "it’s “fine” (really) - yes! 50% & £2.50; a/b, c: d? 3 + 4 = 7",
        "Ann's Café-Bar, St Anne’s; ann@example.org; https://example.org/a_b?c=d&e=f#g",
        "snake_case and C:\\Users\\new",
        "a < b > c, x -> y, <3",
        "AT&T, R&D",
        "2027 is the year. 1.5 hours",
        "#hashtag",
        "-5 degrees, +44 20",
        "שלום עולם, مرحبا, 中文, 👩‍👩‍👧‍👦",
    ],
)
def test_ordinary_text_has_no_backslashes(text: str) -> None:
    """What means nothing to Markdown is left alone, so that the source can be read."""
    assert literal(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("[7 days]", "\\[7 days]"),
        ("{{7*7}}", "\\{\\{7\\*7}}"),
        ("1. One", "1\\. One"),
        ("# One", "\\# One"),
        ("C #", "C \\#"),
        ("- One", "\\- One"),
        ("<b>", "\\<b>"),
        ("&amp;", "\\&amp;"),
        ("a\\*b", "a\\\\\\*b"),
        ("https://example.org/~ann", "https\\://example.org/\\~ann"),
        ("www.example.org/a*b", "www\\.example.org/a\\*b"),
        ("http://example.org/<b>", "http\\://example.org/\\<b>"),
    ],
)
def test_what_means_something_has_one(text: str, escaped: str) -> None:
    """Only the sign that would begin something is escaped."""
    assert literal(text) == escaped
