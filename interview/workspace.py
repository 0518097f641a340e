"""An agreement open on this laptop: its session, its file, its lock.

Front ends hold one of these, and send their commands through ``apply``, which also saves.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from interview import atomic, half_typed, recent
from interview import events as e
from interview.commands import Command
from interview.gate import safe_agreement
from interview.places import FILE_NAME, state_folder
from interview.record import Record
from interview.reopen import reopen
from interview.saver import Saver, SaveState
from interview.session import Clock, Session
from interview.timekeeper import Timekeeper
from outputs import toml
from outputs.agreement import Agreement
from questions.model import Bank, Depth
from questions.text import clean

if TYPE_CHECKING:
    from filelock import BaseFileLock


class CannotOpen(Exception):
    """An agreement that cannot be opened, and why, in sentences."""


def now() -> dt.datetime:
    """The local time, as agreements keep it."""
    return dt.datetime.now()


def monotonic() -> float:
    """Seconds that only ever grow, whatever is done to the clock on the wall."""
    return time.monotonic()


class Workspace:
    """An open agreement.

    Attributes:
        session: the conversation.
        noticed: sentences about what was found on reopening.
        on_save: called whenever the state of the disk changes: on this thread when something is
            about to be saved, else from the saving thread.
    """

    def __init__(
        self, session: Session, path: Path, known: bytes | None, lock: BaseFileLock | None
    ) -> None:
        self.session = session
        self.noticed: tuple[str, ...] = ()
        self.on_save: Callable[[SaveState], None] = lambda _: None
        self._lock = lock
        self._worked = False
        self._writer = toml.Writer()
        draft = half_typed.path_for(state_folder(), session.record.id)
        self._saver = Saver(path, draft, lambda state: self.on_save(state), known)

    @property
    def path(self) -> Path:
        """Where the agreement lies: its file, or one beside it."""
        return self._saver.state.path

    @property
    def save_state(self) -> SaveState:
        """How things stand with the disk."""
        return self._saver.state

    def apply(self, command: Command) -> tuple[e.Event, ...]:
        """Send a command to the session, and save what came of it."""
        typed, revision = dict(self.session.half_typed), self.session.revision
        events = self.session.apply(command)
        if moved := self.session.revision != revision:
            self.save()
        if self.session.half_typed != typed or (moved and typed):
            self._saver.put_draft(half_typed.dump(self.session))
        return events

    def save(self) -> None:
        """Put the agreement as it stands on the disk, soon."""
        self._worked = True
        self._saver.put(self._writer.write(self.session.agreement()))

    def close(self) -> SaveState:
        """Write what is left, let the lock go, and say where things stand."""
        if self._worked:
            self.session.time.tick(self.session.at)
            self.save()  # how long the meeting took
        state = self._saver.close()
        if self._lock:
            with contextlib.suppress(OSError):
                self._lock.release()
        return state


def start(
    folder: Path, title: str, depth: Depth, bank: Bank, *, clock: Clock = now, id: str = ""
) -> Workspace:
    """A new agreement in this folder.

    Raises:
        CannotOpen: there is one in it already, the folder cannot be used, or the questions have
            no such depth.
    """
    path = folder.resolve() / FILE_NAME
    if depth == "short" and bank.short is None:
        raise CannotOpen("These questions have no short way. Please choose quick or full.")
    if path.exists():
        raise CannotOpen(
            f"There is an agreement in {folder} already. Open it, or use another folder."
        )
    _usable(folder)
    at = clock().replace(microsecond=0)
    record = Record(
        id=id or secrets.token_hex(4),
        title=clean(title) or "Our agreement",
        created=at.date(),
        changed=at,
        depth=depth,
    )
    lock = _lock(path)
    workspace = Workspace(
        Session(bank, record, clock, time=Timekeeper(monotonic)), path, None, lock
    )
    workspace.save()
    recent.remember(state_folder(), path)
    return workspace


def resume(path: Path, bank: Bank, *, clock: Clock = now) -> Workspace:
    """Take an agreement up again.

    Raises:
        CannotOpen: it cannot be read, or is open elsewhere.
        BadAgreement: it is not an agreement; the file is not touched.
    """
    path = path.resolve()  # a link goes on leading to the file, instead of becoming one
    if path.is_dir():
        path = path / FILE_NAME
    data = read(path)
    reopened = reopen(toml.read(data), bank)
    lock = _lock(path)
    session = Session(bank, reopened.record, clock, reopened.at, Timekeeper(monotonic))
    draft = half_typed.path_for(state_folder(), reopened.record.id)
    session.half_typed.update(half_typed.load(draft, reopened.record, bank))
    workspace = Workspace(session, path, data, lock)
    workspace.noticed = reopened.noticed
    # Made once now, so that the first answer pays only for what it changes.
    workspace._writer.write(session.agreement())
    recent.remember(state_folder(), path)
    return workspace


def load(path: Path) -> Agreement:
    """The agreement in a file, without opening it for work.

    Raises:
        CannotOpen: the file cannot be read.
        BadAgreement: it is not an agreement.
    """
    return safe_agreement(toml.read(read(path / FILE_NAME if path.is_dir() else path)))


def read(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        CannotOpen: with why, and what to do.
    """
    try:
        if path.stat().st_size > toml.MOST_BYTES:
            raise CannotOpen(f"{path} is far too large to be an agreement.")
        return path.read_bytes()
    except FileNotFoundError:
        raise CannotOpen(f"There is no file {path}. Please check its name.") from None
    except OSError as error:
        raise CannotOpen(f"{path} cannot be read: {atomic.reason(error)}.") from None


def _usable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpen(f"The folder {folder} cannot be made: {atomic.reason(error)}.") from None


def _lock(path: Path) -> BaseFileLock | None:
    """Hold the agreement, so that a second window cannot write to it as well."""
    from filelock import FileLock, Timeout

    key = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    folder = state_folder() / "locks"
    note = folder / f"{key}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / f"{key}.lock")
        lock.acquire(timeout=0)
    except Timeout:
        raise CannotOpen(
            f"{path} is open in another window{_since(note)}. Close it there first."
        ) from None
    except OSError:
        return None  # no state folder: work on without a lock rather than not at all
    with contextlib.suppress(OSError):
        note.write_text(json.dumps({"since": f"{now():%H:%M on %d %B}"}), "utf-8")
    return lock


def _since(note: Path) -> str:
    try:
        return f", since {clean(str(json.loads(note.read_text('utf-8'))['since']))}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
