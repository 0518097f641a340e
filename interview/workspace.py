"""An agreement open on this laptop: its session, its file, its lock.

Front ends hold one of these, and send their commands through ``apply``, which also saves.
"""

from __future__ import annotations

import datetime as dt
import secrets
import time
from collections.abc import Callable
from pathlib import Path

from interview import atomic, half_typed, recent, versions
from interview import events as e
from interview.commands import BringBackVersion, Command
from interview.disk import AgreementFile, SaveState
from interview.gate import safe_agreement
from interview.lock import InUse, Lock
from interview.meetings import evening
from interview.places import COMMITTEES, FILE_NAME, VERSIONS, state_folder
from interview.record import Record
from interview.reopen import reopen
from interview.saver import Saver
from interview.session import Clock, Session
from interview.timekeeper import Timekeeper
from outputs import toml
from outputs.agreement import Agreement
from outputs.limits import MOST_BYTES
from questions.model import Bank, Depth
from questions.text import clean


class CannotOpen(Exception):
    """An agreement that cannot be opened, and why, in sentences."""


class OpenElsewhere(CannotOpen):
    """Another window holds it; it can be looked at all the same."""


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
        self, session: Session, path: Path, lock: Lock, known: bytes | None = None
    ) -> None:
        self.session = session
        self.noticed: tuple[str, ...] = ()
        self.on_save: Callable[[SaveState], None] = lambda _: None
        self.home = path
        self._lock = lock
        self._worked = False
        self._before = known
        self._file = AgreementFile(path, known)
        self._writer = toml.Writer()
        self._draft = half_typed.path_for(state_folder(), session.record.id)
        self._saver = Saver(self._file, self._draft, lambda state: self.on_save(state))

    @property
    def path(self) -> Path:
        """Where the agreement lies: its file, or one beside it."""
        return self._saver.state.path

    @property
    def save_state(self) -> SaveState:
        """How things stand with the disk."""
        return self._saver.state

    @property
    def changed_elsewhere(self) -> bool:
        """Whether somebody else has written the file, and the group has not chosen yet."""
        return self._file.changed

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
        if self._before is not None and not self._worked:  # how it stood when this meeting began
            day = evening(self.session.clock())
            self._saver.keep(versions.beginning_file(self.home.parent, day), self._before)
        self._worked = True
        self._saver.put(self._writer.write(self.session.agreement()))

    def look_at_the_file(self) -> None:
        """See, soon, whether somebody else has changed the file; what came of it is told."""
        self._saver.look()

    def sweep(self) -> None:
        """Take away what writes that were cut off have left behind, here and in the state folder."""
        for file in (self.home, self._draft):
            atomic.sweep(file.parent, file.name)
        for folder in (VERSIONS, COMMITTEES):
            atomic.sweep(self.home.parent / folder)
        atomic.sweep(state_folder())

    def bring_back(self, kept: Path) -> tuple[e.Event, ...]:
        """Make the agreement what it was in an earlier state; how it stands now is kept.

        Raises:
            CannotOpen, BadAgreement: that state cannot be read.
        """
        reopened = reopen(load(kept), self.session.bank)
        now = self._writer.write(self.session.agreement())
        self._saver.keep(versions.before_file(self.home.parent, self.session.clock()), now.encode())
        return self.apply(BringBackVersion(reopened.record))

    def keep_ours(self) -> Path:
        """Put ours in the file's place, and what others wrote there beside it: where that lies.

        Raises:
            CannotOpen: theirs cannot be read, or not be written beside; nothing was changed.
        """
        theirs = read(self.home)
        stamp = f"{self.session.clock():%Y-%m-%d %H.%M}"
        try:
            beside = atomic.write_new(
                self.home.with_stem(f"{self.home.stem} theirs {stamp}"), theirs
            )
        except OSError as error:
            raise CannotOpen(f"Theirs cannot be kept: {atomic.reason(error)}.") from None
        self._file.let_go_of(theirs)
        self.save()
        return beside

    def use_theirs(self) -> Workspace:
        """Close this, and open what others wrote; ours stays beside it.

        Raises:
            CannotOpen, BadAgreement: theirs cannot be read; ours is still open.
        """
        load(self.home)
        if not self._worked:
            self.save()  # so that how ours stood is kept, and not theirs in its name
        self.close()
        return resume(self.home, self.session.bank, clock=self.session.clock)

    def close(self) -> SaveState:
        """Write what is left, let the lock go, and say where things stand."""
        if self._worked:
            self.session.time.tick(self.session.at)
            self.save()  # how long the meeting took
        state = self._saver.close()
        self.sweep()
        if state.path != self.home:
            recent.remember(state_folder(), state.path)  # so that it is found again
        self._lock.let_go()
        return state


def start(
    folder: Path, title: str, depth: Depth, bank: Bank, *, clock: Clock = now, id: str = ""
) -> Workspace:
    """A new agreement in this folder.

    Raises:
        CannotOpen: there is one in it already, the folder cannot be used, or the questions have
            no such depth.
    """
    if depth == "short" and bank.short is None:
        raise CannotOpen("These questions have no short way. Please choose quick or full.")
    path = _usable(folder) / FILE_NAME
    at = clock().replace(microsecond=0)
    record = Record(
        id=id or secrets.token_hex(4),
        title=clean(title) or "Our agreement",
        created=at.date(),
        changed=at,
        depth=depth,
    )
    lock = _hold(path)
    workspace = Workspace(Session(bank, record, clock, time=Timekeeper(monotonic)), path, lock)
    workspace.save()
    recent.remember(state_folder(), path)
    return workspace


def resume(path: Path, bank: Bank, *, clock: Clock = now) -> Workspace:
    """Take an agreement up again.

    Raises:
        OpenElsewhere: another window holds it.
        CannotOpen: it cannot be read.
        BadAgreement: it is not an agreement; the file is not touched.
    """
    path = path.resolve()  # a link goes on leading to the file, instead of becoming one
    if path.is_dir():
        path = path / FILE_NAME
    data = read(path)
    reopened = reopen(toml.read(data), bank)
    lock = _hold(path)
    session = Session(bank, reopened.record, clock, reopened.at, Timekeeper(monotonic))
    draft = half_typed.path_for(state_folder(), reopened.record.id)
    session.half_typed.update(half_typed.load(draft, reopened.record, bank))
    workspace = Workspace(session, path, lock, data)
    workspace.sweep()
    workspace.noticed = (*reopened.noticed, *_newer(path, reopened.record.changed))
    # Made once now, so that the first answer pays only for what it changes.
    workspace._writer.write(session.agreement())
    recent.remember(state_folder(), path)
    return workspace


def _newer(path: Path, changed: dt.datetime) -> tuple[str, ...]:
    """That a copy beside the file is newer: one of two was kept, and perhaps not the right one."""
    return tuple(
        f"Beside it lies a newer copy, {copy.path.name}, of {copy.found.in_words}."
        for copy in versions.copies(path)
        if copy.found.changed > changed
    )


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
        return atomic.read(path, MOST_BYTES)
    except atomic.TooLarge:
        raise CannotOpen(f"{path} is far too large to be an agreement.") from None
    except FileNotFoundError:
        raise CannotOpen(f"There is no file {path}. Please check its name.") from None
    except OSError as error:
        raise CannotOpen(f"{path} cannot be read: {atomic.reason(error)}.") from None


def _usable(folder: Path) -> Path:
    """The folder for a new agreement, made if it is not there; our own are for us alone."""
    try:
        folder = folder.resolve()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        taken = (folder / FILE_NAME).exists()
    except OSError as error:
        raise CannotOpen(f"The folder {folder} cannot be used: {atomic.reason(error)}.") from None
    if taken:
        raise CannotOpen(
            f"There is an agreement in {folder} already. Open it, or use another folder."
        )
    return folder


def _hold(path: Path) -> Lock:
    try:
        return Lock(state_folder(), path)
    except InUse as error:
        raise OpenElsewhere(
            f"{path} is open {error}. Close it there first, or look at it without changing it."
        ) from None
