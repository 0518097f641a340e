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
from outputs.rendered import Rendered


@frozen
class Format:
    """One format: its name on the command line, what people call it, its file's suffix.

    ``module`` is imported when it is first written: some need libraries that take long to load.
    """

    id: str
    label: str
    suffix: str
    module: str

    def rendered(self, document: Document) -> Rendered:
        """Any document of ours in this format, with notes on what the format could not hold.

        A module that has notes to give has ``rendered(document) -> Rendered`` as well.

        Raises:
            CannotWrite: this computer cannot make that format.
        """
        module = importlib.import_module(self.module)
        if hasattr(module, "rendered"):
            with_notes: Rendered = module.rendered(document)
            return with_notes
        made: str | bytes = module.render(document)
        return Rendered(made.encode() if isinstance(made, str) else made)

    def render(self, document: Document) -> bytes:
        """Any document of ours in this format."""
        return self.rendered(document).data

    def written(self, agreement: Agreement) -> Rendered:
        """The agreement as a document in this format, with the same notes."""
        return self.rendered(document_of(agreement))

    def write(self, agreement: Agreement) -> bytes:
        """The agreement as a document in this format."""
        return self.written(agreement).data


FORMATS: Final = {
    format.id: format
    for format in (
        # id, label, suffix, module
        Format("md", "Markdown", ".md", "outputs.markdown"),
        Format("pdf", "PDF", ".pdf", "outputs.pdf"),
    )
}
