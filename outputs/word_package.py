"""The Word file round the text: what it is made from, and how it is packed.

The styles, the lists and the page are in ``templates/word/``, as Word itself would write them.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument

_FOLDER: Final = Path(__file__).parent / "templates" / "word"
_PARTS: Final = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    **{
        f"word/{name}.xml": f"{name}.xml"
        for name in ("document", "styles", "numbering", "settings", "header", "footer")
    },
}
_COMMENT: Final = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def empty() -> WordDocument:
    """A document without text: A4, with our styles and lists, a header and a footer."""
    texts = {part: (_FOLDER / file).read_text(encoding="utf-8") for part, file in _PARTS.items()}
    return docx.Document(
        BytesIO(_zipped({part: _COMMENT.sub("", text).encode() for part, text in texts.items()}))
    )


def packed(word: WordDocument) -> bytes:
    """The file's bytes: the same for the same text, whenever and wherever they are written."""
    saved = BytesIO()
    word.save(saved)
    with ZipFile(saved) as archive:
        return _zipped({name: archive.read(name) for name in archive.namelist()})


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Parts as a zip that says nothing of the time and the system it was made on."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = ZipInfo(name, _NO_TIME)
            info.create_system = 0
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return made.getvalue()
