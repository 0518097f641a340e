"""Putting bytes on the disk so that a crash leaves the old file or the new one, never half."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import tempfile
import time
from itertools import count, takewhile
from pathlib import Path
from typing import Final

_PATIENCE: Final = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
"""Seconds between tries to replace a file that another program holds: Windows refuses that."""

_TEMPORARY: Final = re.compile(r"\..+\.\w{8}\.tmp")
_SHORT: Final = 20
"""Letters of a file's name that its temporary file has in its own: with all, it could be too long."""
_OLD: Final = 60.0
"""Seconds after which nobody is still writing a temporary file."""


class Held(PermissionError):
    """The new file is whole, but the old one cannot be replaced: another program holds it."""


class TooLarge(Exception):
    """A file with more bytes than whoever reads it can use."""


def write(path: Path, data: bytes, *, private: bool = False) -> None:
    """Replace the file at ``path``: temporary file beside it, flush, fsync, replace.

    A new file can be read by its owner alone if ``private``, else by whoever can read the folder.

    Raises:
        Held: another program holds the file.
        OSError: the disk said no; the file at ``path`` is as it was.
    """
    make_folder(path.parent, private=private)
    handle, name = tempfile.mkstemp(
        prefix=f".{path.name[:_SHORT]}.", suffix=".tmp", dir=path.parent
    )
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
    """Write under this name, or "name 2", "name 3" …: never over anything that is there.

    Returns where it lies; a file that holds these bytes already is left alone. A link, a folder,
    a pipe or a file that we may not read is never followed, opened or replaced.

    Raises:
        OSError: the disk said no.
    """
    for number in count(1):
        here = path if number == 1 else path.with_stem(f"{path.stem} {number}")
        try:
            if _holds(here, data):
                return here
        except FileNotFoundError:
            write(here, data, private=private)
            return here
    raise AssertionError  # numbers do not end


def write_plainly(path: Path, data: bytes) -> Path:
    """A new file, for its owner alone, without what a faulty disk refuses: flushing and renaming.

    Raises:
        OSError: it is there already, or the disk does not take all of it; then nothing is left.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def sweep(folder: Path, name: str = "") -> None:
    """Take away what a write left behind that was cut off: of this file, and old ones of others.

    ``name`` is only for somebody who alone writes the file of that name there.
    """
    if folder.is_symlink():  # it may lead anywhere
        return
    with contextlib.suppress(OSError):
        for left in folder.iterdir():
            if not _TEMPORARY.fullmatch(left.name):
                continue
            ours = bool(name) and left.name.startswith(f".{name[:_SHORT]}.")
            if ours or time.time() - left.lstat().st_mtime > _OLD:
                left.unlink(missing_ok=True)


def is_there(folder: Path) -> bool:
    """Whether it is a folder that can be looked at: a lost share or a locked door is as good as none.

    Not ``Path.is_dir``, which raises on those.
    """
    return os.path.isdir(folder)  # noqa: PTH112 (see above)


def must_be_there(folder: Path) -> None:
    """For what is written into a folder that was made before: it is not to be made again.

    Raises:
        FileNotFoundError: it is deleted, away, or called something else now.
    """
    if not is_there(folder):
        raise FileNotFoundError(errno.ENOENT, "the folder is gone")


def make_folder(folder: Path, *, private: bool) -> None:
    """Make a folder that is not there yet: for its owner alone, or as open as the one it is in."""
    missing = list(takewhile(lambda f: not f.is_dir(), (folder, *folder.parents)))
    if missing:
        mode = 0o700 if private else missing[-1].parent.stat().st_mode & 0o777
        for each in reversed(missing):
            each.mkdir(mode=mode, exist_ok=True)


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


def inside(folder: Path, name: str) -> Path:
    """The folder of that name in a folder, which need not be there yet, but must be no link.

    Raises:
        OSError: it is a link, and what we write there would lie somewhere else.
    """
    path = folder / name
    if path.is_symlink():
        raise OSError(errno.ELOOP, "", str(path))
    return path


def read(path: Path, most: int) -> bytes:
    """The bytes of a file, of which there are at most so many.

    Raises:
        TooLarge: there are more.
        OSError: it cannot be read; or it is no file, so that reading it might never end.
    """
    # Not to wait for whoever writes into a pipe, should it be one. Windows has no such flag.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is not a file", str(path))
    with os.fdopen(handle, "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLarge
    return data


def _holds(path: Path, data: bytes) -> bool:
    """Whether it is a file of its own with these bytes.

    Raises:
        FileNotFoundError: nothing of that name is there.
    """
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size != len(data):
        return False
    with contextlib.suppress(OSError):
        return read(path, len(data)) == data
    return False


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
    if error.errno == errno.ELOOP and error.filename:
        return f"“{Path(error.filename).name}” is a link that leads somewhere else"
    known = {
        errno.ENOSPC: "the disk is full",
        errno.EROFS: "the disk can only be read",
        errno.EACCES: "we are not allowed to write there",
        errno.EPERM: "we are not allowed to write there",
        errno.ENOENT: "the folder is gone",
        errno.ENAMETOOLONG: "the name is too long",
        errno.EISDIR: "it is a folder",
        errno.ENOTDIR: "a file lies where the folder should be",
        errno.EEXIST: "a file lies where the folder should be",
        errno.EFBIG: "a file may not be that large there",
        errno.EDQUOT: "your share of the disk is full",
        errno.EIO: "the disk reports a fault",
    }
    return known.get(error.errno or 0, (error.strerror or "the disk said no").lower())
