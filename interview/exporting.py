"""Documents on the disk: one file a format, never over another that differs."""

from __future__ import annotations

from pathlib import Path

from interview import atomic
from interview.places import folder_name
from outputs import toml
from outputs.agreement import Agreement
from outputs.formats import FORMATS, Format


def write_version(agreement: Agreement, folder: Path) -> Path:
    """Write the version just numbered: a page to read, and the agreement as it was.

    Returns the page, which lies in the folder; the agreement lies in "versions" below it.

    Raises:
        OSError: the folder cannot be written.
    """
    kept = folder / "versions" / f"version {agreement.about.version}.toml"
    atomic.write_new(kept, toml.write(agreement).encode())
    return export_to(agreement, FORMATS["md"], folder)


def export_to(agreement: Agreement, format: Format, folder: Path) -> Path:
    """Write the agreement as a document in a folder, and say where it lies.

    Raises:
        CannotWrite: this computer cannot make that format.
        OSError: the folder cannot be written.
    """
    return export(agreement, format, folder)[0]


def export(agreement: Agreement, format: Format, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """The same, with a sentence for each thing that the format could not hold.

    An equal document there is left alone, and one that differs is never written over. Once a
    version was handed out, its number is part of the name.

    Raises:
        CannotWrite: this computer cannot make that format.
        OSError: the folder cannot be written.
    """
    version = f" version {agreement.about.version}" if agreement.about.version else ""
    name = f"{folder_name(agreement.about.title)}{version}{format.suffix}"
    made = format.written(agreement)
    return atomic.write_new(folder / name, made.data), made.notes
