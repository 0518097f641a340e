"""The one gate that all text passes on its way in: from a file, a paste or the keyboard."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MOST: Final = 20_000
"""The longest text that one field keeps, in characters."""

_ESCAPES: Final = re.compile(
    # Whole terminal sequences first, so that "ESC[31m" does not leave "[31m" behind. One that
    # nothing closes loses only its ESC: it must not swallow what somebody wrote after it.
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-OQ-WYZ\\]?"
)
_BREAKS: Final = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNWANTED: Final = re.compile(
    # The flags of Wales, Scotland and England are a black flag and tag letters: they stay.
    r"(\U0001f3f4[\U000e0061-\U000e007a]{1,6}\U000e007f)|"
    # Control characters but tab and newline; marks that turn or hide text; lone surrogates.
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    r"\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean(text: str, *, lines: bool = False, most: int = MOST) -> str:
    r"""Text as we keep it: NFC, no control or text-turning characters, trimmed.

    With ``lines`` line breaks stay (as "\n"); without, every run of white space is one space.
    Joiners inside emoji and Indic words stay: they change what is read.
    """
    text = unicodedata.normalize("NFC", safe(text))
    if lines:
        text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    else:
        text = " ".join(text.split())
    return text[:most].rstrip()


def safe(text: str) -> str:
    """Text that can be shown: nothing in it commands a terminal, or hides or turns words."""
    return _UNWANTED.sub(r"\1", _BREAKS.sub("\n", _ESCAPES.sub("", text)))
