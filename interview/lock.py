"""One window at a time writes an agreement; the others are told who holds it, and may look."""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import hashlib
import json
import platform
from pathlib import Path
from typing import TYPE_CHECKING

from interview import atomic
from questions.text import clean

if TYPE_CHECKING:
    from filelock import BaseFileLock


class InUse(Exception):
    """Another window holds the agreement; the words say who, where and since when."""


class Lock:
    """Holds an agreement until it is let go, or the program ends in whatever way.

    Args:
        state: the user's state folder; where it cannot be written nothing is held.
        path: the agreement.

    Raises:
        InUse: somebody holds it already.
    """

    def __init__(self, state: Path, path: Path) -> None:
        from filelock import FileLock, Timeout

        key = hashlib.sha256(str(path.resolve()).encode("utf-8", "replace")).hexdigest()[:16]
        self._note = state / "locks" / f"{key}.json"
        self._lock: BaseFileLock | None = None
        try:
            atomic.make_folder(self._note.parent, private=True)
            lock = FileLock(self._note.with_suffix(".lock"), mode=0o600)
            lock.acquire(timeout=0)
        except Timeout:
            raise InUse(_holder(self._note)) from None
        except (OSError, NotImplementedError):  # work on without a lock rather than not at all
            return
        self._lock = lock
        with contextlib.suppress(OSError):
            atomic.write(self._note, json.dumps(_who(), ensure_ascii=False).encode(), private=True)

    def let_go(self) -> None:
        """Let others open it."""
        if self._lock is not None:
            with contextlib.suppress(OSError):
                self._note.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                self._lock.release()


def _who() -> dict[str, str]:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name
        user = ""
    since = f"{dt.datetime.now():%H:%M on %d/%m/%Y}"
    return {"user": user, "computer": platform.node(), "since": since}


def _holder(note: Path) -> str:
    """In another window since 19:02 on 04/03/2027 (by ann, on the computer hall-laptop)."""
    try:
        data = json.loads(note.read_text("utf-8"))
        user, computer, since = (clean(str(data[k])) for k in ("user", "computer", "since"))
    except (OSError, ValueError, KeyError, TypeError):
        return "in another window"
    by = [f"by {user}"] if user else []
    on = [f"on the computer {computer}"] if computer else []
    named = f" ({', '.join((*by, *on))})" if by or on else ""
    return f"in another window since {since}{named}"
