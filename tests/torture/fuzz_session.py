"""Any conversation on a disk that fails: what is called saved lies on it, and reads back."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any, Final
from unittest import mock

from hypothesis import strategies as st
from hypothesis.stateful import rule

from interview import atomic, workspace
from interview import commands as c
from interview import events as e
from interview.session import Session
from interview.workspace import CannotOpen, Workspace
from outputs import toml
from tests.interview.test_session_machine import BANK, Conversation
from tests.torture.watch import Watch

_PATIENCE: Final = 10.0
_SAVED: Final = ("saved", "aside", "changed")
"""What says that it lies somewhere on the disk; in the last two, beside or far from its file."""


class _Kept:
    """A session whose commands go through its workspace, as those of every door do."""

    def __init__(self, opened: Workspace) -> None:
        self.opened = opened

    def apply(self, command: c.Command) -> tuple[e.Event, ...]:
        return self.opened.apply(command)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.opened.session, name)


class Faulty(Conversation):
    """A conversation through a workspace, while the disk and other people do their worst."""

    watch: Watch  # set by whoever runs it

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp()) / "ours"
        self._faults = contextlib.ExitStack()
        self._failing = False
        self._touched = False
        self._kept: _Kept | None = None

    # Conversation makes its sessions itself; each becomes one on the disk.

    @property
    def session(self) -> Any:
        return self._kept

    @session.setter
    def session(self, made: Session) -> None:
        if self._kept is None:
            opened = workspace.start(
                self._folder, "Mill Lane", "full", BANK, clock=lambda: self.now, id="ab"
            )
            assert opened.session.record == made.record
        else:
            opened = self._reopened(self._kept.opened)
            assert opened.session.record == made.record
            assert opened.session.at == made.at
        self._kept, self._touched = _Kept(opened), False

    def _reopened(self, opened: Workspace) -> Workspace:
        self._mend()
        state = opened.close()
        assert state.kind in _SAVED, f"closed on a sound disk, and it says {state}"
        if not self._touched:
            self._lies_at(state.path, opened)
        elif state.kind == "saved":  # nothing was said since it was touched, and it is theirs now
            atomic.write(state.path, toml.write(opened.session.agreement()).encode())
        return workspace.resume(state.path, BANK, clock=lambda: self.now)

    def do(self, command: c.Command) -> tuple[e.Event, ...]:
        """Apply it; what is then called saved is."""
        before = self.session.record
        with self.watch.example(command):
            events = super().do(command)
        if self.session.record is not before:
            self._look()
        return events

    def _look(self) -> None:
        opened = self._kept.opened if self._kept else None
        assert opened is not None
        until = time.monotonic() + _PATIENCE
        while opened.save_state.kind == "saving":
            assert time.monotonic() < until, "it never came to be saved"
            time.sleep(0.001)
        state = opened.save_state
        if state.kind in _SAVED:
            self._touched = False
            self._lies_at(state.path, opened)
        else:
            assert self._failing or self._touched, f"nothing is wrong, and it says {state}"
            assert state.why, "it does not say why"

    @staticmethod
    def _lies_at(path: Path, opened: Workspace) -> None:
        assert toml.read(path.read_bytes()) == opened.session.agreement()

    # What goes wrong

    @rule(code=st.sampled_from((errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)))
    def disk_says_no(self, code: int) -> None:
        self._fault(mock.patch.object(atomic, "write", side_effect=OSError(code, "no")))

    @rule()
    def disk_cannot_be_relied_on(self) -> None:
        self._fault(mock.patch.object(os, "fsync", side_effect=OSError(errno.EIO, "no")))

    def _fault(self, patch: Any) -> None:
        self._mend()
        self._faults.enter_context(patch)
        self._failing = True

    @rule()
    def disk_is_well_again(self) -> None:
        self._mend()

    def _mend(self) -> None:
        self._faults.close()
        self._failing = False

    @rule()
    def folder_goes(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._touched = True

    @rule()
    def file_goes(self) -> None:
        self._path.unlink(missing_ok=True)
        self._touched = True

    @rule(how=st.sampled_from((b"# mine\n", b"", b"\xff\xfe", b"<<<<<<< HEAD\n")))
    def file_is_edited(self, how: bytes) -> None:
        """By hand, by a copy that broke off, by a program that merges."""
        if self._path.exists():
            self._path.write_bytes(self._path.read_bytes() + how if how else b"")
            self._touched = True

    @rule()
    def ours_is_kept(self) -> None:
        """The group chooses, where the file was changed elsewhere."""
        opened = self.session.opened
        if opened.changed_elsewhere:
            with contextlib.suppress(CannotOpen):  # the disk may say no to that as well
                opened.keep_ours()
                self._look()

    @property
    def _path(self) -> Path:
        assert self._kept is not None
        return self._kept.opened.path

    def teardown(self) -> None:
        """Closed while things are wrong: it is honest about where the words are."""
        super().teardown()
        if self._kept is not None:
            self._at_the_end(self._kept.opened)
        self._mend()
        shutil.rmtree(self._folder.parent, ignore_errors=True)

    def _at_the_end(self, opened: Workspace) -> None:
        state = opened.close()
        if state.kind in _SAVED and not self._touched:
            self._lies_at(state.path, opened)
        assert state.kind in _SAVED or self._failing or self._touched, state
