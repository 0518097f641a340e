"""What a screen reader finds in a PDF: its tags, and the text under each, in reading order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final
from unicodedata import category

from pypdf import PdfReader
from pypdf.generic import ContentStream

_MAPPED: Final = re.compile(r"<([0-9A-F]+)> <([0-9A-F]+)>\n")
_SHOWN: Final = frozenset({"H1", "H2", "H3", "P", "Lbl", "Caption", "TH", "TD"})


def outline(data: bytes) -> str:
    """One line for each heading, paragraph, number, caption and cell, and one for each page.

    What is drawn with fonts of the system, or not at all where it has none, is a box here.
    """
    reader = PdfReader(io.BytesIO(data))
    lines = [f"{tag}: {text}".strip() for tag, text in tagged(data) if text or tag == "TD"]
    on_each = [f"Page {n}: {text}" for n, text in enumerate(not_tagged(data), start=1)]
    root: Any = reader.trailer["/Root"]
    title = reader.metadata.title if reader.metadata else ""
    about = [f"Language: {root['/Lang']}", f"Title: {title}"]
    everything = "\n".join([*about, *lines, *on_each]) + "\n"
    return "".join("▯" if category(c) in {"Lo", "So", "Cn"} else c for c in everything)


def tagged(data: bytes) -> list[tuple[str, str]]:
    """Each tag that holds text of its own sort, with that text."""
    reader = PdfReader(io.BytesIO(data))
    pages = {page.indirect_reference.idnum: dict(_texts(reader, page)) for page in reader.pages}  # type: ignore[union-attr]
    root: Any = reader.trailer["/Root"]
    return list(_walk(root["/StructTreeRoot"]["/K"], pages, None))


def not_tagged(data: bytes) -> list[str]:
    """What stands on each page beside the document: its head and its foot."""
    reader = PdfReader(io.BytesIO(data))
    return [" / ".join(t for key, t in _texts(reader, p) if key is None) for p in reader.pages]


def _walk(node: Any, pages: dict[int, dict[int | None, str]], page: int | None) -> Iterator[Any]:
    """The tags under a node of the tree; those that hold no such tag come with their text."""
    node = node.get_object()
    if isinstance(node, list):
        for kid in node:
            yield from _walk(kid, pages, page)
        return
    if not isinstance(node, dict) or "/K" not in node:
        if isinstance(node, dict) and node.get("/S") == "/TD":
            yield "TD", ""
        return
    tag = str(node.get("/S", ""))[1:]
    if tag in _SHOWN:
        yield tag, "".join(_under(node, pages, page))
    else:
        yield from _walk(node["/K"], pages, page)


def _under(node: Any, pages: dict[int, dict[int | None, str]], page: int | None) -> Iterator[str]:
    """All text under a node, in the order of the tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for kid in node:
            yield from _under(kid, pages, page)
    elif isinstance(node, int):
        yield pages[page][int(node)] if page is not None else ""
    elif isinstance(node, dict):
        page = node.raw_get("/Pg").idnum if "/Pg" in node else page  # type: ignore[attr-defined]
        if "/MCID" in node:
            yield pages[page or 0][int(node["/MCID"])]
        elif "/K" in node:
            yield from _under(node["/K"], pages, page)


def _texts(reader: PdfReader, page: Any) -> list[tuple[int | None, str]]:
    """The pieces of text on a page in the order they are drawn, each with its mark, if any."""
    fonts = {name: _letters(font) for name, font in page["/Resources"].get("/Font", {}).items()}
    found: dict[int | None, list[str]] = {}
    loose: list[str] = []
    marks: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            about = operands[1] if operator == b"BDC" else {}
            marks.append(about.get("/MCID") if isinstance(about, dict) else None)
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            items = operands[0] if operator == b"TJ" else operands
            text = "".join(_read(item, font) for item in items if hasattr(item, "original_bytes"))
            mark = next((m for m in reversed(marks) if m is not None), None)
            (loose if mark is None else found.setdefault(mark, [])).append(text)
    return [(None, text) for text in loose] + [(m, "".join(t)) for m, t in found.items()]


def _read(item: Any, font: dict[int, str]) -> str:
    codes = item.original_bytes
    return "".join(
        font.get(int.from_bytes(codes[n : n + 2]), "\ufffd") for n in range(0, len(codes), 2)
    )


def _letters(font: Any) -> dict[int, str]:
    """Which text each glyph of a font stands for."""
    table = font["/ToUnicode"].get_object().get_data().decode("ascii")
    return {int(g, 16): bytes.fromhex(u).decode("utf-16-be") for g, u in _MAPPED.findall(table)}
