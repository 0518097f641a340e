"""Putting bytes on the disk so that a crash leaves the old file or the new one, never half."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Final

_PATIENCE: Final = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
"""Seconds between tries to replace a file that another program holds: Windows refuses that."""

_TEMPORARY: Final = re.compile(r"\..+\.\w{8}\.tmp")
_OLD: Final = 60.0
"""Seconds after which nobody is still writing a temporary file."""


class Held(PermissionError):
    """The new file is whole, but the old one cannot be replaced: another program holds it."""


def write(path: Path, data: bytes, *, private: bool = False) -> None:
    """Replace the file at ``path``: temporary file beside it, flush, fsync, replace.

    A new file can be read by its owner alone if ``private``, else by whoever can read the folder.

    Raises:
        Held: another program holds the file.
        OSError: the disk said no; the file at ``path`` is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            _same_mode(path, name)
        _replace(Path(name), path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def write_new(path: Path, data: bytes, *, private: bool = False) -> Path:
    """Write under this name, or "name 2", "name 3" …: never over a file with other bytes.

    Returns where it lies; a file that holds these bytes already is left alone.

    Raises:
        OSError: the disk said no.
    """
    for number in count(1):
        here = path if number == 1 else path.with_stem(f"{path.stem} {number}")
        try:
            if here.read_bytes() == data:
                return here
        except FileNotFoundError:
            write(here, data, private=private)
            return here
    raise AssertionError  # numbers do not end


def sweep(folder: Path, name: str) -> None:
    """Take away what a write left behind that was cut off: of this file, and old ones of others.

    Only for somebody who alone writes the file called ``name`` there.
    """
    with contextlib.suppress(OSError):
        for left in folder.iterdir():
            if not _TEMPORARY.fullmatch(left.name):
                continue
            ours = left.name.startswith(f".{name}.")
            if ours or time.time() - left.lstat().st_mtime > _OLD:
                left.unlink(missing_ok=True)


def _replace(new: Path, path: Path) -> None:
    for pause in (*_PATIENCE, None):
        try:
            new.replace(path)
        except PermissionError as error:
            if pause is None:
                raise Held(*error.args) from None
            time.sleep(pause)
        else:
            return


def _same_mode(path: Path, name: str) -> None:
    """Give the new file the old one's permissions; if there is none, the folder's."""
    with contextlib.suppress(OSError):
        like = path if path.exists() else path.parent
        Path(name).chmod(like.stat().st_mode & 0o666)


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself last; Windows has no such call, and some network disks refuse."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno in (errno.EIO, errno.ENOSPC):  # it could, and failed
            raise


def reason(error: OSError) -> str:
    """Why the disk said no, in words that a tired person understands."""
    known = {
        errno.ENOSPC: "the disk is full",
        errno.EROFS: "the disk can only be read",
        errno.EACCES: "we are not allowed to write there",
        errno.EPERM: "we are not allowed to write there",
        errno.ENOENT: "the folder is gone",
        errno.ENAMETOOLONG: "the folder’s name is too long",
        errno.EIO: "the disk reports a fault",
    }
    return known.get(error.errno or 0, (error.strerror or "the disk said no").lower())
