"""Text in a Word paragraph: what is read from right to left is marked so, all else is as typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_RIGHT_TO_LEFT: Final = {"L": False, "R": True, "AL": True, "AN": True}
"""By Unicode's class. Signs, blanks and digits have no direction of their own."""

_AFTER_BIDI: Final = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing"),
    *("w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment"),
    *("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr"),
    "w:pPrChange",
)
"""What may follow w:bidi in a paragraph's properties: Word insists on the order."""
_AFTER_MARK: Final = ("w:sectPr", "w:pPrChange")


def write(paragraph: Paragraph, text: str, style: str | None = None) -> Paragraph:
    """The paragraph with the text at its end, in a character style; line breaks stay breaks."""
    if reads_from_right(text):
        _turn(paragraph)
    for part, from_right in parts(text):
        run = paragraph.add_run(part, style)
        if from_right:
            _mark(run, part)
    return paragraph


def reads_from_right(text: str) -> bool:
    """Whether the first letter that has a direction is one of Hebrew, Arabic and the like."""
    return next((found for found in _directions(text) if found is not None), False)


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts of one direction, each with whether it is read from the right.

    A sign between two letters of one direction goes with them; between two that differ, and at
    an end, with the text as a whole.
    """
    whole = reads_from_right(text)
    found = _directions(text)
    before, after = _nearest(found, whole), _nearest(found[::-1], whole)[::-1]
    directed = [
        (sign, ahead if ahead is behind else whole)
        for sign, ahead, behind in zip(text, before, after, strict=True)
    ]
    for from_right, signs in groupby(directed, key=lambda pair: pair[1]):
        yield "".join(sign for sign, _ in signs), from_right


def _directions(text: str) -> list[bool | None]:
    """Each sign's own direction, if it has one; a mark on a letter has the letter's."""
    found: list[bool | None] = []
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        on_letter = kind == "NSM" and found
        found.append(found[-1] if on_letter else _RIGHT_TO_LEFT.get(kind))
    return found


def _nearest(directions: list[bool | None], whole: bool) -> list[bool]:
    """For each sign its own direction, or that of the last before it which had one."""
    found, last = [], whole
    for direction in directions:
        last = last if direction is None else direction
        found.append(last)
    return found


def _turn(paragraph: Paragraph) -> None:
    """Lets a paragraph begin at the right: so does its mark, which a list's number goes by."""
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
    mark = OxmlElement("w:rPr")
    mark.append(OxmlElement("w:rtl"))
    properties.insert_element_before(mark, *_AFTER_MARK)


def _mark(run: Run, text: str) -> None:
    """Marks a run as read from the right, and says its language as well as its letters tell."""
    run.font.rtl = True
    hebrew = any(unicodedata.bidirectional(sign) == "R" for sign in text)
    language = OxmlElement("w:lang", {qn("w:bidi"): "he-IL" if hebrew else "ar-SA"})
    run._r.get_or_add_rPr().append(language)
