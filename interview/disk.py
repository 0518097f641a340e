"""One agreement file on the disk: written, looked at, and never over what somebody else wrote."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import sys
import tempfile
from pathlib import Path
from typing import Final, Literal

from attrs import frozen

from interview import atomic
from outputs.limits import MOST_BYTES

CHANGED: Final = (
    "The file was changed elsewhere. It is left as it is, and yours lies beside it, in {name}."
)
HELD: Final = (
    "Another program holds the file, so yours lies beside it, in {name}, until it lets go."
)
WRITTEN_AGAIN: Final = "The file was deleted elsewhere, so it was written again."
ELSEWHERE: Final = "The usual place could not be written."
FAULTY: Final = "The disk reports a fault and may not keep this: please copy it somewhere else now."


@frozen
class SaveState:
    """How things stand with the disk.

    ``saving`` is on its way; ``saved`` lies in the file; ``failed`` lies nowhere but in memory;
    ``aside`` lies elsewhere, because the file itself could not be written; ``changed`` lies
    beside the file, which somebody else has changed: the group is to choose.

    Attributes:
        path: where the agreement lies, or should.
        why: a sentence on what is not as usual.
        typing: why what is half typed cannot be kept, or "".
    """

    kind: Literal["saved", "saving", "failed", "aside", "changed"]
    at: dt.datetime
    path: Path
    why: str = ""
    typing: str = ""

    @property
    def in_words(self) -> str:
        """What a person is to be told, in sentences; "" if all is well."""
        said = self.why
        if self.kind == "failed":
            said = f"NOT SAVED YET: {self.why}. We go on, and try again every few seconds."
        if self.typing:
            lost = f"Of what is half typed nothing is kept: {self.typing}."
            said = f"{said} {lost}".strip()
        return said


class AgreementFile:
    """The file that an agreement is saved in, and what we know to be in it.

    Attributes:
        path: the file itself.
        beside: our own file beside it, while theirs is in its place.
        changed: somebody else has written the file, and the group has not chosen yet.
    """

    def __init__(self, path: Path, known: bytes | None) -> None:
        self.path = path
        self.beside: Path | None = None
        self.changed = False
        self._known = known
        self._tried: bytes | None = None  # may lie there too: the disk failed after the renaming
        self._in_beside: bytes | None = None

    def write(self, data: bytes) -> SaveState:
        """Put this in the file; or beside it, if somebody else has changed or holds it.

        Raises:
            TooLarge: it could not be opened again.
            OSError: the disk said no; what was there is still there.
        """
        if len(data) > MOST_BYTES:
            raise atomic.TooLarge
        atomic.must_be_there(self.path.parent)
        theirs = self._there()
        if theirs is not None and theirs not in (self._known, self._tried, data):
            return self._beside(data, "changed", CHANGED)
        if theirs is not None and not os.access(self.path, os.W_OK):
            raise OSError(_why_not(self.path), "the file is write-protected")
        self._tried = data
        try:
            atomic.write(self.path, data)
        except atomic.Held:
            return self._beside(data, "aside", HELD)
        gone = theirs is None and self._known is not None
        self._known = data
        self._drop_beside()
        return SaveState("saved", _now(), self.path, WRITTEN_AGAIN if gone else "")

    def lost(self) -> bytes | None:
        """What we put there last, if it lies there no longer, or nobody can say; else None."""
        if self.beside is not None:
            return None if self._is_ours(self.beside) else self._in_beside
        try:
            there = self._there()
        except OSError:
            there = None
        return self._known if there not in (self._known, self._tried) else None

    def let_go_of(self, theirs: bytes) -> None:
        """From now on the file may be written over as long as it holds these bytes."""
        self._known = theirs

    def rescue(self, data: bytes, *, folder_too: bool) -> SaveState:
        """Write to the first place that takes it: the folder, Documents, home, the temporary one.

        Where none does in the safe way, the same in the plainest: a faulty disk that will not flush
        or rename may still take a new file, which is better than none.

        Args:
            data: the agreement.
            folder_too: False where the folder's disk does not even answer.
        """
        from platformdirs import user_documents_path

        name = f"{self.path.stem} rescued {_stamp()}.toml"
        ours = [self.path.parent] if folder_too and atomic.is_there(self.path.parent) else []
        folders = (*ours, user_documents_path(), Path.home(), Path(tempfile.gettempdir()))
        for put, why in ((_safely, ELSEWHERE), (atomic.write_plainly, FAULTY)):
            for folder in folders:
                with contextlib.suppress(OSError):
                    return SaveState("aside", _now(), put(folder / name, data), why)
        return SaveState("failed", _now(), self.path, "No folder could be written.")

    def _there(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None

    def _beside(self, data: bytes, kind: Literal["aside", "changed"], why: str) -> SaveState:
        """Write our own file beside the real one: the same each time, unless it was changed too."""
        path = self.beside
        if path is not None and self._is_ours(path):
            atomic.write(path, data)
        else:
            new = self.path.with_stem(f"{self.path.stem} ours {_stamp()}")
            path = atomic.write_new(new, data)
        self.beside, self._in_beside, self.changed = path, data, kind == "changed"
        return SaveState(kind, _now(), path, why.format(name=path.name))

    def _drop_beside(self) -> None:
        """Our file is in its place again, so the one beside it says nothing more."""
        if self.beside is not None and self._is_ours(self.beside):
            with contextlib.suppress(OSError):
                self.beside.unlink()
        self.beside = self._in_beside = None
        self.changed = False

    def _is_ours(self, path: Path) -> bool:
        try:
            return path.read_bytes() == self._in_beside
        except OSError:
            return False


def _safely(path: Path, data: bytes) -> Path:
    return atomic.write_new(path, data, private=True)


def _why_not(path: Path) -> int:
    """Whether nothing on that disk can be written, or only this file cannot."""
    if sys.platform != "win32" and os.statvfs(path).f_flag & os.ST_RDONLY:
        return errno.EROFS
    return errno.EACCES


def _now() -> dt.datetime:
    return dt.datetime.now()


def _stamp() -> str:
    return f"{_now():%Y-%m-%d %H.%M}"
