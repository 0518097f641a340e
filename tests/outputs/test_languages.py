"""Every format shows whatever a group types: any language, any script, and what looks like code."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final

import pytest
import vobject
from attrs import evolve

from outputs.agreement import Agreement, Parked
from outputs.formats import FORMATS
from tests.outputs import docx_text, pdf_text
from tests.outputs.examples import FULL, SECOND, clause
from tests.outputs.test_markdown import GITHUB, read

TEXTS: Final = (
    "Canolfan Gymunedol Llŷn, ŵyl y gwanwyn",
    "Zażółć gęślą jaźń",
    "مركز الحي للشباب",
    "सामुदायिक केंद्र",
    "社区中心",
    "👩‍👩‍👧 🎪",
    '#panic("x")',
    "{{7*7}} {% raw %}",
    "<script>alert(1)</script> & <b>",
    "=cmd|' /C calc'!A0",
    "[x](javascript:alert(1))",
    "$x$ @ref // \\ and \\n",
)
NOT_DRAWN: Final = {"सामुदायिक केंद्र", "社区中心", "👩‍👩‍👧 🎪", "مركز الحي للشباب"}
"""What a PDF may lack where the computer has no font for it, or keep in the order it is drawn."""


def _in_the_diary(made: bytes) -> str:
    events = vobject.readOne(made.decode()).vevent_list
    return " ".join(f"{e.summary.value} {e.description.value}" for e in events)


READ: Final[dict[str, Callable[[bytes], str]]] = {
    "md": lambda made: " ".join(read(made.decode(), GITHUB)[0]),
    "html": lambda made: html.unescape(re.sub(r"</?bdi[^>]*>", "", made.decode())),
    "docx": docx_text.text_of,
    "pdf": pdf_text.outline,
    "ics": _in_the_diary,
}


def typed(text: str) -> Agreement:
    """The text as a partner's name, a heading, a sentence, a view and what is put off."""
    one = clause("one", "purpose", text, f"{text} will do it by 1 July 2028.")
    partner = evolve(FULL.partners[0], name=text, short="")
    return evolve(
        FULL,
        partners=(partner, *FULL.partners[1:]),
        clauses=(one,),
        parked=(Parked(text, text, SECOND),),
    )


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("format", FORMATS.values(), ids=lambda f: f.id)
def test_it_comes_out_as_it_was_typed(format: object, text: str) -> None:
    """Literally, and never as something to be done."""
    id = getattr(format, "id", "")
    shown = " ".join(READ[id](FORMATS[id].write(typed(text))).split())
    if id == "pdf" and text in NOT_DRAWN:
        assert shown, "it is made all the same"
        return
    assert " ".join(text.split()) in shown


def test_what_a_pdf_cannot_draw_is_named() -> None:
    """Or it could be drawn: that is for the fonts of this computer to say."""
    made = FORMATS["pdf"].written(typed("社区中心 \u0378"))
    assert any("\u0378" in note for note in made.notes)
