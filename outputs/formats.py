"""The formats an agreement can be taken home in.

To add one: a module here with ``render(document) -> str | bytes``, and a row below. A format
that is no document has ``write(agreement) -> str | bytes`` in its place, and says so in its row.
"""

from __future__ import annotations

import importlib
from typing import Final

from attrs import frozen

from outputs.agreement import Agreement
from outputs.blocks import Document
from outputs.document import document_of


@frozen
class Format:
    """One format: its name on the command line, what people call it, its file's suffix.

    ``module`` is imported when it is first written: some need libraries that take long to load.
    """

    id: str
    label: str
    suffix: str
    module: str
    is_document: bool = True

    def render(self, document: Document) -> bytes:
        """Any document of ours in this format."""
        return self._made("render", document)

    def write(self, agreement: Agreement) -> bytes:
        """The agreement in this format."""
        if not self.is_document:
            return self._made("write", agreement)
        return self.render(document_of(agreement))

    def _made(self, how: str, of: Document | Agreement) -> bytes:
        made: str | bytes = getattr(importlib.import_module(self.module), how)(of)
        return made.encode() if isinstance(made, str) else made


FORMATS: Final = {
    format.id: format
    for format in (
        # id, label, suffix, module
        Format("md", "Markdown", ".md", "outputs.markdown"),
        Format("html", "web page", ".html", "outputs.webpage"),
        Format("ics", "calendar", ".ics", "outputs.dates", is_document=False),
    )
}
