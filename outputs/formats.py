"""The formats an agreement can be taken home in.

To add one: a module here with ``render(document) -> str | bytes``, and a row below.
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

    def render(self, document: Document) -> bytes:
        """Any document of ours in this format."""
        made: str | bytes = importlib.import_module(self.module).render(document)
        return made.encode() if isinstance(made, str) else made

    def write(self, agreement: Agreement) -> bytes:
        """The agreement as a document in this format."""
        return self.render(document_of(agreement))


FORMATS: Final = {
    format.id: format
    for format in (
        # id, label, suffix, module
        Format("md", "Markdown", ".md", "outputs.markdown"),
        Format("docx", "Word", ".docx", "outputs.word"),
    )
}
