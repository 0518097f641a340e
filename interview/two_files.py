"""The file was changed elsewhere: what there is to choose between, in words, for both forms."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from attrs import frozen

from interview.differences import differences
from interview.workspace import CannotOpen, Workspace, load
from outputs.agreement import Agreement
from outputs.problems import BadAgreement

OURS: Final = "Keep ours, and put theirs beside it"
THEIRS: Final = "Use theirs, and leave ours beside it"


@frozen
class TwoFiles:
    """What was found: sentences, a line for each difference, whether theirs can be used."""

    said: str
    differ: tuple[str, ...]
    readable: bool


def two_files(workspace: Workspace) -> TwoFiles | None:
    """What there is to choose between; None if nobody else has changed the file."""
    if not workspace.changed_elsewhere:
        return None
    ours = workspace.session.agreement()
    said = (
        f"The file was changed elsewhere. Yours, of {ours.about.changed:%d/%m/%Y %H:%M}, "
        f"lies in {workspace.path.name}."
    )
    try:
        theirs = load(workspace.home)
    except (CannotOpen, BadAgreement) as error:
        fault = str(error).split("\n", 1)[0]
        return TwoFiles(f"{said} Theirs cannot be read: {fault}", (), readable=False)
    when = f"Theirs was written at {_written(workspace.home, theirs):%d/%m/%Y %H:%M}."
    differ = differences(ours, theirs)
    if not differ:
        when = f"{when} They say the same."
    return TwoFiles(f"{said} {when}", differ, readable=True)


def _written(path: Path, theirs: Agreement) -> dt.datetime:
    """When the file was written: by the disk, since an editor changes no date within it."""
    try:
        return dt.datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return theirs.about.changed
