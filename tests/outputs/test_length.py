"""A document that would take for ever to draw is not made, and it is said what is too long."""

from __future__ import annotations

import pytest

from outputs.blocks import Block, Document, Heading, Paragraph, Sentences, Table, Title
from outputs.document import document_of
from outputs.formats import FORMATS
from outputs.length import LONGEST, MOST_LETTERS, MOST_TEXTS, too_long
from outputs.rendered import CannotWrite
from tests.outputs.examples import ABOUT, FULL


def made_of(*blocks: Block) -> Document:
    """Blocks under one heading."""
    return Document("A", (Title("A"), Heading(2, "Money"), *blocks), "", "", ABOUT.changed)


def test_what_a_group_writes_is_not_too_long() -> None:
    """Nor the longest text that a field keeps, in one word."""
    assert too_long(document_of(FULL)) == ""
    assert too_long(made_of(Paragraph("x" * LONGEST))) == ""


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (Paragraph("x" * 1_000_000), "a text of 1,000,000 letters under “Money”"),
        (Sentences(("We will.",) * MOST_TEXTS), "There are 10,002 texts"),
        (Table("", ("a",), (("b",),) * MOST_TEXTS), "There are 10,003 texts"),
        (Sentences(("x" * 50_000,) * (MOST_LETTERS // 50_000)), "There are 2,000,006 letters"),
    ],
)
def test_what_is_too_long_is_said_with_where(block: Block, told: str) -> None:
    """At once, in every format but Markdown."""
    for id in ("docx", "pdf", "html"):
        with pytest.raises(CannotWrite, match=told):
            FORMATS[id].rendered(made_of(block))
    assert FORMATS["md"].rendered(made_of(block)).data
