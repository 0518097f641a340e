"""Words that are not ours: American spelling, and words that say man or woman.

A short list of what slips in, and no spelling checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_AMERICAN: Final = {
    # What may not follow keeps words that we spell so too: honorary, laboratory, fulfilled.
    r"behavior": "behaviour",
    r"catalog(?!u)": "catalogue",
    r"center": "centre",
    r"color(?!at)": "colour",
    r"defense": "defence",
    r"enroll(?!ed|ing)": "enrol",
    r"favor": "favour",
    r"fulfill(?!ed|ing)": "fulfil",
    r"gotten": "got",
    r"gray": "grey",
    r"honor(?!ar|if)": "honour",
    r"labor(?!at|i)": "labour",
    r"neighbor": "neighbour",
    r"offense": "offence",
    r"theater": "theatre",
    r"analyz": "analys",
    r"canceled|canceling": "cancelled, cancelling",
    r"traveled|traveling|traveler": "travelled, travelling, traveller",
}
_STEMS: Final = {re.compile(rf"\b(?:{stem})\w*", re.I): ours for stem, ours in _AMERICAN.items()}
_IZE: Final = re.compile(r"\b(\w{2,}i)z((?:e|es|ed|er|ers|ing|ation|ations|ational)\b)", re.I)
_NO_ENDING: Final = re.compile(r"(?:(?:re|cap|down|out|over|up)?siz|priz|seiz|maiz|baiz)", re.I)
"""Words whose z is no ending: size, prize, capsize."""

_NEUTRAL: Final = {
    "he": "they",
    "she": "they",
    "him": "them",
    "his": "their",
    "her": "their",
    "hers": "theirs",
    "himself": "themselves",
    "herself": "themselves",
    "chairman": "chair",
    "chairmen": "chairs",
    "chairwoman": "chair",
    "chairwomen": "chairs",
    "manpower": "people",
    "mankind": "people",
}
_MAN_OR_WOMAN: Final = re.compile(rf"\b(?:{'|'.join(_NEUTRAL)})\b", re.I)


def unlike_us(text: str) -> Iterator[str]:
    """Each word in the text that is American or says man or woman, with what to write."""
    for stem, ours in _STEMS.items():
        for word in dict.fromkeys(stem.findall(text)):
            yield f"“{word}” is American; write “{ours}…”"
    for match in _IZE.finditer(text):
        if not _NO_ENDING.match(match[0]):
            yield f"“{match[0]}” is American; write “{match[1]}s{match[2]}”"
    for word in dict.fromkeys(match[0] for match in _MAN_OR_WOMAN.finditer(text)):
        yield f"“{word}” says man or woman; write “{_NEUTRAL[word.lower()]}”, or name the role"
