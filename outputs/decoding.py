"""The bytes of a file as text; or what sort of file it is instead, and what to do about that."""

from __future__ import annotations

import re
from typing import AnyStr, Final

from outputs.problems import BadAgreement, Fault, short

SAVE_AS: Final = (
    "open it in Notepad (or another plain text editor), choose File, then Save as, choose UTF-8 "
    "beside Encoding, and save"
)
_OURS: Final = "the agreement itself is a text file, called agreement.toml, in the folder beside it"

_OTHER_FILES: Final = (
    (b"PK\x03\x04", f"this is a Word file or a zip, whatever its name says; {_OURS}"),
    (b"%PDF", f"this is a PDF, whatever its name says; {_OURS}"),
    (b"\xd0\xcf\x11\xe0", f"this is an old Word or Excel file, whatever its name says; {_OURS}"),
    (b"{\\rtf", f"this is a word processor’s file, whatever its name says; {_OURS}"),
)
_WEB_PAGE: Final = re.compile(r"\s*<(?:!doctype html|html|\?xml)", re.IGNORECASE)
_LINE_END: Final = re.compile(r"\r+\n?")  # Windows, old Macs, and what mail makes of the two
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_WIDE: Final = 0.3
"""Of all bytes, how many are 0 in UTF-16 at the least: half of them, but for what is not Latin."""


def decoded(data: bytes) -> str:
    """The text of an agreement file, with the line ends of one system.

    Raises:
        BadAgreement: it is no UTF-8 text; or it is the text of something else.
    """
    for begins, what in _OTHER_FILES:
        if data.startswith(begins):
            raise BadAgreement([Fault("line 1", what)])
    if _is_utf_16(data):
        what = f"this file was saved as UTF-16, which Notepad calls Unicode; {SAVE_AS}"
        raise BadAgreement([Fault("line 1", what)])
    try:
        text = _LINE_END.sub("\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadAgreement([_another_encoding(data, error.start)]) from None
    if not text.strip():
        what = "the file is empty; look in its folder, and on other laptops, for a copy of it"
        raise BadAgreement([Fault("line 1", what)])
    if _WEB_PAGE.match(text):
        raise BadAgreement(
            [Fault("line 1", f"this is a web page, whatever its name says; {_OURS}")]
        )
    if wrong := _NOT_TEXT.search(text):
        raise BadAgreement([_not_a_letter(text, wrong.start())])
    return text


def _is_utf_16(data: bytes) -> bool:
    begin = data[:400]
    marked = begin[:2] in (b"\xff\xfe", b"\xfe\xff")
    return marked or (len(begin) > 3 and begin.count(0) >= len(begin) * _WIDE)


def _another_encoding(data: bytes, at: int) -> Fault:
    """A letter as Windows writes it ("ANSI"): its line is shown as it was meant."""
    line = _line_round(data, at, b"\n").decode("cp1252", errors="replace")
    what = f"“{short(line)}” is not UTF-8 text; {SAVE_AS}"
    return Fault(f"line {data.count(bytes([10]), 0, at) + 1}", what)


def _not_a_letter(text: str, at: int) -> Fault:
    line = _line_round(text, at, "\n")
    what = (
        f"“{short(line)}” has a character in it that cannot be seen and is no letter "
        f"(number {ord(text[at])}); delete it, or take a copy of the file that was not damaged"
    )
    return Fault(f"line {text.count(chr(10), 0, at) + 1}", what)


def _line_round(whole: AnyStr, at: int, end: AnyStr) -> AnyStr:
    begin = whole.rfind(end, 0, at) + 1
    return whole[begin : begin + 200].split(end)[0]
