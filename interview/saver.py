"""One thread that puts the agreement, and what is half typed, on the disk. The latest wins."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from attrs import evolve

from interview import atomic, log
from interview.disk import AgreementFile, SaveState

RETRY: Final = 5.0
"""Seconds between tries while the disk says no."""

DRAFT_DELAY: Final = 0.2
"""Seconds that typing may wait here; with the screen's own wait it must stay below one."""


class Saver:
    """Saves one agreement file. ``put``, ``put_draft``, ``keep`` and ``look`` return at once.

    ``tell`` is called with each new state: by ``put`` at once, before anything can show what is
    being saved as saved; otherwise from the saving thread.

    Attributes:
        state: how things stand with the disk.
    """

    def __init__(self, file: AgreementFile, draft: Path, tell: Callable[[SaveState], None]) -> None:
        self._file, self._draft_path, self._tell = file, draft, tell
        self._wake = threading.Condition()
        self._text: str | None = None
        self._draft: str | None = None
        self._aside: list[tuple[Path, bytes]] = []
        self._looking = False
        self._draft_due = 0.0
        self._retry_at = 0.0
        self._closing = False
        self.state = SaveState("saved", dt.datetime.now(), file.path)
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def put(self, text: str) -> None:
        """Save this agreement; an earlier one not yet on the disk is forgotten."""
        with self._wake:
            self._text = text
            self._retry_at = 0.0
            self.state = evolve(self.state, kind="saving", why="")
            self._say(self.state)  # within the lock, or "saved" might be told first
            self._wake.notify_all()

    def put_draft(self, text: str) -> None:
        """Keep what is half typed; "" removes the draft."""
        with self._wake:
            if self._draft is None:
                self._draft_due = time.monotonic() + (DRAFT_DELAY if text else 0)
            self._draft = text
            self._wake.notify_all()

    def keep(self, path: Path, data: bytes) -> None:
        """Put a copy somewhere before the next save, if nothing is there; it may fail quietly."""
        with self._wake:
            self._aside.append((path, data))

    def look(self) -> None:
        """See whether the file is still as we left it, and deal with it if it is not."""
        with self._wake:
            self._looking = self._text is None
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
            self.state = self._file.rescue(left.encode(), folder_too=not self._thread.is_alive())
            self._say(self.state)
        return self.state

    def _run(self) -> None:
        while True:
            with self._wake:
                while not self._due() and not self._closing:
                    self._wake.wait(self._patience())
                looking, self._looking = self._looking, False
                text, draft, closing = self._text, self._take_draft(), self._closing
            if looking and text is None:
                text = self._put_again()
            if text is not None:
                self._save(text)
            if draft is not None:
                self._save_draft(draft)
            if closing:
                return

    def _due(self) -> bool:
        now = time.monotonic()
        text_due = self._text is not None and now >= self._retry_at
        return text_due or self._looking or (self._draft is not None and now >= self._draft_due)

    def _patience(self) -> float | None:
        due = [self._retry_at] if self._text is not None else []
        due += [self._draft_due] if self._draft is not None else []
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _take_draft(self) -> str | None:
        due = self._closing or time.monotonic() >= self._draft_due
        draft, self._draft = (self._draft, None) if due else (None, self._draft)
        return draft

    def _put_again(self) -> str | None:
        """What we saved last, if it no longer lies in the file."""
        lost = self._file.lost()
        with self._wake:
            if self._text is None and lost is not None:
                self._text = lost.decode("utf-8-sig")
            return self._text

    def _save(self, text: str) -> None:
        self._write_copies()
        try:
            state = self._file.write(text.encode())
        except atomic.TooLarge:
            self._failed(text, "there is more text in it than can be opened again; please cut some")
            return
        except OSError as error:
            self._failed(text, atomic.reason(error))
            return
        except Exception as error:  # this thread must live: nothing would be saved without it
            self._failed(text, "the program could not write it")
            log.note(error)
            return
        with self._wake:
            newer = self._text is not text
            state = evolve(state, typing=self.state.typing)
            if not newer:
                self._text = None
                self.state = state  # within the lock: a change that comes now says "saving" again
        if not newer or state.kind != "saved":  # what is newer is still only on its way
            self._say(state)

    def _failed(self, text: str, why: str) -> None:
        """Say why, and try again later; what is newer is tried at once."""
        with self._wake:
            if self._text is not text:
                return
            self._retry_at = time.monotonic() + RETRY
            self.state = evolve(self.state, kind="failed", why=why)
        self._say(self.state)

    def _write_copies(self) -> None:
        if not atomic.is_there(self._file.path.parent):
            return  # a copy would make the folder again, and it may only have another name now
        with self._wake:
            copies, self._aside = self._aside, []
        for path, data in copies:
            with contextlib.suppress(OSError):
                if not path.exists() and not path.parent.is_symlink():  # a link may lead anywhere
                    atomic.write(path, data)

    def _save_draft(self, draft: str) -> None:
        """Keep or remove the draft; where the disk says no, say so and try again."""
        why = ""
        try:
            if draft:
                atomic.write(self._draft_path, draft.encode(), private=True)
            else:
                self._draft_path.unlink(missing_ok=True)
        except OSError as error:
            why = atomic.reason(error) if draft else ""
            with self._wake:
                if self._draft is None and draft:
                    self._draft, self._draft_due = draft, time.monotonic() + RETRY
        if why != self.state.typing:
            with self._wake:
                self.state = evolve(self.state, typing=why)
            self._say(self.state)

    def _say(self, state: SaveState) -> None:
        # Whoever listens may be on its way out; the next change must be saved all the same.
        with contextlib.suppress(Exception):
            self._tell(state)
