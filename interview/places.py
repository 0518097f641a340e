"""Where things are kept: agreements in Documents, working files in the state folder."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

FILE_NAME: Final = "agreement.toml"
VERSIONS: Final = "versions"
"""The folder, in that of the agreement, where its earlier states lie."""
COMMITTEES: Final = "For committees"
"""The folder, in that of the agreement, where each partner's own copy lies."""
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\..*)?")
"""Names that Windows keeps for its devices, whatever comes after a dot."""
_LONGEST: Final = 60
_MOST_BYTES: Final = 90
"""Of a name in UTF-8: a disk takes 255 of a whole file's name, in which two of ours may stand."""


@cache
def state_folder() -> Path:
    """The user's own folder for drafts, locks, logs and the list of recent agreements."""
    # Loaded when first needed: it would slow the first screen.
    from platformdirs import user_state_path

    return user_state_path("joint-working", appauthor=False)


def default_folder(title: str) -> Path:
    """The folder of a new agreement: Documents, "Joint working", its name; one not yet used."""
    from platformdirs import user_documents_path

    home = user_documents_path() / "Joint working"
    name = folder_name(title)
    choices = (home / (name if n == 1 else f"{name} {n}") for n in range(1, 1000))
    return next(folder for folder in choices if not (folder / FILE_NAME).exists())


def folder_name(title: str) -> str:
    """A title as every file system can hold it: a name, and not a place."""
    kept = "".join(
        ch for ch in title if ch not in '<>:"/\\|?*' and unicodedata.category(ch)[0] != "C"
    )
    short = " ".join(kept.split())[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore")
    name = short.strip(" .") or "Our agreement"
    return f"Our {name}" if _RESERVED.fullmatch(name) else name
