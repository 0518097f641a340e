"""The formats an agreement can be taken home in.

To add one: a module here with ``render(document) -> str | bytes``, and a row below. The calendar
is no document: its module has ``write(agreement) -> bytes``.
"""

from __future__ import annotations

import importlib
from typing import Final

from attrs import frozen

from outputs.agreement import Agreement
from outputs.blocks import Document
from outputs.document import document_of
from outputs.length import too_long
from outputs.rendered import CannotWrite, Rendered


@frozen
class Format:
    """One format: its name on the command line, what people call it, its file's suffix.

    ``module`` is imported when it is first written: some need libraries that take long to load.
    One that ``has_pages`` is drawn by some program in the end, which takes only so much.
    """

    id: str
    label: str
    suffix: str
    module: str
    is_document: bool = True
    has_pages: bool = True

    def rendered(self, document: Document) -> Rendered:
        """Any document of ours in this format, with notes on what the format could not hold.

        A module that has notes to give has ``rendered(document) -> Rendered`` as well.

        Raises:
            CannotWrite: this computer cannot make that format, or the document is too long for it.
        """
        if self.has_pages and (why := too_long(document)):
            raise CannotWrite(f"No {self.label} can be made. {why}")
        module = importlib.import_module(self.module)
        if hasattr(module, "rendered"):
            with_notes: Rendered = module.rendered(document)
            return with_notes
        return _plain(module.render(document))

    def written(self, agreement: Agreement) -> Rendered:
        """The agreement in this format, with the same notes.

        Raises:
            CannotWrite: this computer cannot make that format.
        """
        if not self.is_document:
            return _plain(importlib.import_module(self.module).write(agreement))
        return self.rendered(document_of(agreement))

    def write(self, agreement: Agreement) -> bytes:
        """The agreement in this format."""
        return self.written(agreement).data

    def render(self, document: Document) -> bytes:
        """Any document of ours in this format."""
        return self.rendered(document).data


def _plain(made: str | bytes) -> Rendered:
    return Rendered(made.encode() if isinstance(made, str) else made)


FORMATS: Final = {
    format.id: format
    for format in (
        # id, label, suffix, module
        Format("md", "Markdown", ".md", "outputs.markdown", has_pages=False),
        Format("docx", "Word", ".docx", "outputs.word"),
        Format("pdf", "PDF", ".pdf", "outputs.pdf"),
        Format("html", "web page", ".html", "outputs.webpage"),
        Format("ics", "calendar", ".ics", "outputs.dates", is_document=False),
    )
}
