"""Documents on the disk: one file at a time, never over another that differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from attrs import frozen

from interview import atomic, versions
from interview.places import COMMITTEES, VERSIONS, folder_name
from outputs import committee, toml
from outputs.agreement import Agreement, Partner
from outputs.formats import FORMATS, Format
from outputs.rendered import CannotWrite, Rendered

_TO_SIGN: Final = ("pdf", "html")
"""What a committee's copy is made in: the first of these that this computer can make."""


@frozen
class Written:
    """One file that was written, or that could not be made: ``path`` is None, and why is said."""

    what: str
    path: Path | None
    notes: tuple[str, ...] = ()


def hand_out(agreement: Agreement, folder: Path) -> Iterator[Written]:
    """Write the version just numbered, file by file: what is signed, read, put in a diary.

    The agreement in every format and a sheet of whom to ring lie in the folder, a copy for each
    committee below it, and the agreement as it was in "versions".

    Raises:
        OSError: the folder cannot be written, or one in it is a link that leads out of it; what
            was written before stays.
    """
    atomic.must_be_there(folder)  # a new one would part the papers
    atomic.inside(folder, VERSIONS)  # or the version would lie somewhere else
    kept = versions.version_file(folder, agreement.about.version)
    atomic.write_new(kept, toml.write(agreement).encode())
    for format in FORMATS.values():
        yield export(agreement, format, folder)
    for partner in agreement.present:
        yield take_home(agreement, partner, atomic.inside(folder, COMMITTEES))
    yield contacts(agreement, FORMATS["docx"], folder)


def export(agreement: Agreement, format: Format, folder: Path) -> Written:
    """Write the agreement in a format, into a folder.

    An equal file there is left alone, and one that differs is never written over. Once a
    version was handed out, its number is part of the name.

    Raises:
        OSError: the folder cannot be written.
    """
    path = folder / f"{_name(agreement)}{format.suffix}"
    return _put(format.label, path, lambda: format.written(agreement))


def take_home(
    agreement: Agreement, partner: Partner, folder: Path, formats: tuple[str, ...] = _TO_SIGN
) -> Written:
    """Write what one partner takes home, in the first of some formats that can be made.

    Raises:
        OSError: the folder cannot be written.
    """
    document = committee.take_home(agreement, partner)
    for format in (FORMATS[id] for id in formats):
        path = folder / f"{_name(agreement)} for {folder_name(partner.said)}{format.suffix}"
        made = _put(f"for {partner.said}", path, partial(format.rendered, document))
        if made.path is not None:
            break
    return made


def contacts(agreement: Agreement, format: Format, folder: Path) -> Written:
    """Write the sheet of whom to ring, with room for numbers that travel with no copy.

    Raises:
        OSError: the folder cannot be written.
    """
    path = folder / f"{folder_name(agreement.about.title)}, whom to ring{format.suffix}"
    sheet = committee.contact_sheet(agreement)
    return _put("whom to ring", path, lambda: format.rendered(sheet))


def _put(what: str, path: Path, make: Callable[[], Rendered]) -> Written:
    """Make a document and write it; or say why this computer cannot make it."""
    try:
        made = make()
    except CannotWrite as error:
        return Written(what, None, (str(error),))
    return Written(what, atomic.write_new(path, made.data), made.notes)


def _name(agreement: Agreement) -> str:
    version = f" version {agreement.about.version}" if agreement.about.version else ""
    return f"{folder_name(agreement.about.title)}{version}"
