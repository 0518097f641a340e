"""One thread that puts the agreement, and what is half typed, on the disk. The latest wins."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from attrs import frozen

from interview import atomic

RETRY: Final = 5.0
"""Seconds between tries while the disk says no."""

DRAFT_DELAY: Final = 0.2
"""Seconds that typing may wait here; with the screen's own wait it must stay below one."""


@frozen
class SaveState:
    """How things stand with the disk. ``why`` is a sentence; ``path`` is where it lies."""

    kind: Literal["saved", "saving", "failed", "aside"]
    at: dt.datetime
    path: Path
    why: str = ""


class Saver:
    """Saves one agreement file. ``put`` and ``put_draft`` return at once.

    ``tell`` is called with each new state: by ``put`` at once, before anything can show what is
    being saved as saved; otherwise from the saving thread.
    """

    def __init__(
        self, path: Path, draft: Path, tell: Callable[[SaveState], None], known: bytes | None
    ) -> None:
        self._path, self._draft_path, self._tell = path, draft, tell
        self._known = _digest(known)
        self._wake = threading.Condition()
        self._text: str | None = None
        self._draft: str | None = None
        self._draft_due = 0.0
        self._retry_at = 0.0
        self._closing = False
        self.state = SaveState("saved", dt.datetime.now(), path)
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def put(self, text: str) -> None:
        """Save this agreement; an earlier one not yet on the disk is forgotten."""
        with self._wake:
            self._text = text
            self._retry_at = 0.0
            self.state = SaveState("saving", self.state.at, self._path)
            self._say(self.state)  # within the lock, or "saved" might be told first
            self._wake.notify_all()

    def put_draft(self, text: str) -> None:
        """Keep what is half typed; "" removes the draft."""
        with self._wake:
            if self._draft is None:
                self._draft_due = time.monotonic() + (DRAFT_DELAY if text else 0)
            self._draft = text
            self._wake.notify_all()

    def close(self, timeout: float = 5.0) -> SaveState:
        """Write what is left and stop; where the disk says no, write wherever it can."""
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        self._thread.join(timeout)
        with self._wake:
            left = self._text
        if left is not None:
            self._become(self._rescue(left))
        return self.state

    def _run(self) -> None:
        while True:
            with self._wake:
                while not self._due() and not self._closing:
                    self._wake.wait(self._patience())
                text, draft, closing = self._text, self._take_draft(), self._closing
            if text is not None:
                self._save(text)
            if draft is not None:
                self._save_draft(draft)
            if closing:
                return

    def _due(self) -> bool:
        now = time.monotonic()
        text_due = self._text is not None and now >= self._retry_at
        return text_due or (self._draft is not None and now >= self._draft_due)

    def _patience(self) -> float | None:
        due = [self._retry_at] if self._text is not None else []
        due += [self._draft_due] if self._draft is not None else []
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _take_draft(self) -> str | None:
        due = self._closing or time.monotonic() >= self._draft_due
        draft, self._draft = (self._draft, None) if due else (None, self._draft)
        return draft

    def _save(self, text: str) -> None:
        data = text.encode()
        try:
            state = self._write(data)
        except OSError as error:
            with self._wake:
                self._retry_at = time.monotonic() + RETRY
            self._become(SaveState("failed", self.state.at, self._path, atomic.reason(error)))
            return
        with self._wake:
            newer = self._text is not text
            if not newer:
                self._text = None
                self.state = state  # within the lock: a change that comes now says "saving" again
        if not newer or state.kind == "aside":  # what is newer is still only on its way
            self._say(state)

    def _write(self, data: bytes) -> SaveState:
        """Write the file, or one beside it if somebody else has changed it meanwhile."""
        kind: Literal["saved", "aside"] = "saved"
        why = ""
        path = self._path
        if self._changed_underneath():
            stamp = f"{dt.datetime.now():%Y-%m-%d %H.%M}"
            path = atomic.write_new(path.with_stem(f"{path.stem} ours {stamp}"), data)
            kind, why = "aside", f"The file was changed elsewhere, so yours is now {path.name}."
        else:
            atomic.write(path, data)
        self._path, self._known = path, _digest(data)
        return SaveState(kind, dt.datetime.now(), path, why)

    def _changed_underneath(self) -> bool:
        try:
            return _digest(self._path.read_bytes()) != self._known
        except FileNotFoundError:
            return False

    def _save_draft(self, draft: str) -> None:
        # The agreement matters more: a draft that cannot be kept is tried again with the next key.
        with contextlib.suppress(OSError):
            if draft:
                atomic.write(self._draft_path, draft.encode(), private=True)
            else:
                self._draft_path.unlink(missing_ok=True)

    def _rescue(self, text: str) -> SaveState:
        """The first place that takes it: the folder, Documents, home, the temporary folder."""
        from platformdirs import user_documents_path

        name = f"{self._path.stem} rescued {dt.datetime.now():%Y-%m-%d %H.%M}.toml"
        for folder in (
            self._path.parent,
            user_documents_path(),
            Path.home(),
            Path(tempfile.gettempdir()),
        ):
            try:
                path = atomic.write_new(folder / name, text.encode())
            except OSError:
                continue
            why = f"The usual place could not be written, so it is in {path}."
            return SaveState("aside", dt.datetime.now(), path, why)
        return SaveState("failed", self.state.at, self._path, "No folder could be written.")

    def _become(self, state: SaveState) -> None:
        self.state = state
        self._say(state)

    def _say(self, state: SaveState) -> None:
        # Whoever listens may be on its way out; the next change must be saved all the same.
        with contextlib.suppress(Exception):
            self._tell(state)


def _digest(data: bytes | None) -> bytes | None:
    return None if data is None else hashlib.sha256(data).digest()
