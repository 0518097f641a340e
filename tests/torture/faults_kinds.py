"""What can go wrong with a disk, each made for real, and taken away again where that can be."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.torture.faults_world import World

MOMENTS: Final = ("start", "typing", "saving", "exporting", "leaving")

Mend = Callable[[], None]
"""Takes a fault away again."""

Make = Callable[[World, int], Mend | None]
"""Makes a fault, for the program of this process number (0: it is not running yet)."""


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong.

    Attributes:
        needs: tools that it is made with.
        mounted: whether the disk has to be one of its own.
        nobody: whether the program has to run as a user who may not do everything.
        inject: what strace is told, for a fault in the kernel's answers.
        theirs: whether it puts something there that we may not write over.
        everywhere: whether no other place takes anything either.
        patch: Python that stands in for what only another system does.
    """

    name: str
    make: Make
    moments: tuple[str, ...] = MOMENTS
    needs: tuple[str, ...] = ()
    mounted: bool = False
    nobody: bool = False
    inject: str = ""
    theirs: bool = False
    everywhere: bool = False
    patch: str = ""

    def why_not(self, python: str | None) -> str:
        """Why this computer cannot make it, or ""."""
        if missing := [tool for tool in self.needs if shutil.which(tool) is None]:
            return f"there is no {missing[0]} here"
        if (self.mounted or self.nobody) and (not hasattr(os, "geteuid") or os.geteuid() != 0):
            return "only root can make it"
        if self.nobody and python is None:
            return "no Python here that others may run"
        return ""


def run(*command: str) -> None:
    """Run a command that has to do what it says."""
    subprocess.run(command, check=True, capture_output=True)


def mount(world: World) -> None:
    """A disk of its own, that can be pulled out and still be looked at."""
    run("mount", "-t", "tmpfs", "-o", "size=6m", "faults", str(world.store))
    run("mount", "--bind", str(world.store), str(world.disk))


def unmount(world: World) -> None:
    """Give both back, in whatever state they are."""
    for place in (world.disk, world.store):
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def _full(world: World, pid: int) -> Mend:
    filler = world.store / "holiday film"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    return filler.unlink


def _read_only(world: World, pid: int) -> Mend:
    def again(how: str) -> None:
        for _ in range(50):  # not while a file is just being written
            done = subprocess.run(
                ["mount", "-o", f"remount,{how}", str(world.store)],
                check=False,
                capture_output=True,
            )
            if done.returncode == 0:
                return
            time.sleep(0.05)
        raise AssertionError(f"the disk could not be made {how}")

    again("ro")
    return lambda: again("rw")


def _pulled(world: World, pid: int) -> Mend:
    run("umount", "-l", str(world.disk))
    return lambda: run("mount", "--bind", str(world.store), str(world.disk))


def _mode(path: Callable[[World], Path], mode: int, back: int) -> Make:
    def make(world: World, pid: int) -> Mend:
        path(world).chmod(mode)
        return lambda: path(world).chmod(back)

    return make


def _deleted_folder(world: World, pid: int) -> Mend:
    shutil.rmtree(world.ours)
    return lambda: world.ours.mkdir(exist_ok=True)


def _renamed_folder(world: World, pid: int) -> Mend:
    other = world.ours.with_name("ours, old")
    world.ours.rename(other)

    def back() -> None:
        other.rename(world.ours)

    return back


def _no_state(world: World, pid: int) -> Mend:
    away = world.state.with_name("away")
    world.state.parent.mkdir(parents=True, exist_ok=True)
    if world.state.exists():
        world.state.rename(away)
    world.state.write_text("in the way", "utf-8")

    def back() -> None:
        world.state.unlink()
        if away.exists():
            away.rename(world.state)

    return back


def _edited(world: World, pid: int) -> None:
    text = world.path.read_text("utf-8").replace("Mill Lane", "Mill Lane, by hand")
    world.path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))


def _older(world: World, pid: int) -> None:
    text = world.path.read_text("utf-8").replace("The Hub", "The Old Hub")
    old = world.folder / "old.toml"
    old.write_text(text, "utf-8")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    shutil.copy2(old, world.path)


def _deleted(world: World, pid: int) -> None:
    world.path.unlink()


def _small_files(world: World, pid: int) -> Mend:
    run("prlimit", f"--pid={pid}", "--fsize=500:unlimited")
    back = ["prlimit", f"--pid={pid}", "--fsize=unlimited:unlimited"]

    def no_limit() -> None:
        subprocess.run(back, check=False, capture_output=True)  # it may have ended by now

    return no_limit


def _strace(what: str, error: str, *, thread: bool = False) -> Make:
    def make(world: World, pid: int) -> Mend | None:
        if not pid:
            return None  # the program is started under it, and keeps it
        who = ["-p", str(_saver(pid))] if thread else ["-f", "-p", str(pid)]
        tracer = subprocess.Popen(
            ["strace", "-qq", *who, "-o", "/dev/null", *injection(what, error)],
            stderr=subprocess.DEVNULL,
        )
        _until_traced(pid, tracer.pid)

        def stop() -> None:
            tracer.send_signal(signal.SIGTERM)
            tracer.wait(10)

        return stop

    return make


def injection(what: str, error: str) -> list[str]:
    """What strace is told, to let these calls fail."""
    return ["-e", f"trace={what}", "-e", f"inject={what}:error={error}"]


def _until_traced(pid: int, tracer: int) -> None:
    for _ in range(200):
        tasks = Path(f"/proc/{pid}/task").glob("*/status")
        if any(f"TracerPid:\t{tracer}\n" in task.read_text() for task in tasks):
            time.sleep(0.1)  # for the other threads
            return
        time.sleep(0.02)
    raise AssertionError("strace did not attach")


def _saver(pid: int) -> int:
    """The thread that writes to the disk: the one that is not drawing, reading or thinking.

    It is the first that the program started, before there was a screen.
    """
    return sorted(int(task.name) for task in Path(f"/proc/{pid}/task").iterdir())[1]


_HELD: Final = """
import pathlib
replace = pathlib.Path.replace
def refuse(self, target):
    if pathlib.Path(target).name == "agreement.toml":
        raise PermissionError(13, "used by another process")
    return replace(self, target)
pathlib.Path.replace = refuse
from interview.__main__ import main
main()
"""


def _nothing(world: World, pid: int) -> None:
    """It is so from the start."""


_RUNNING: Final = ("typing", "saving", "exporting", "leaving")
_RENAMES: Final = "rename,renameat,renameat2"

FAULTS: Final = (
    Fault("disk full", _full, mounted=True),
    Fault("disk read-only", _read_only, mounted=True),
    Fault("stick pulled out", _pulled, mounted=True),
    Fault("folder 0555", _mode(lambda w: w.ours, 0o555, 0o755), nobody=True, needs=("setpriv",)),
    Fault("file 0444", _mode(lambda w: w.path, 0o444, 0o644), nobody=True, needs=("setpriv",)),
    Fault(
        "fsync → EIO", _strace("fsync", "EIO"), needs=("strace",), inject="fsync", everywhere=True
    ),
    Fault(
        "rename → EIO",
        _strace(_RENAMES, "EIO"),
        needs=("strace",),
        inject=_RENAMES,
        everywhere=True,
    ),
    Fault("write → EIO", _strace("write", "EIO", thread=True), _RUNNING, needs=("strace",)),
    Fault("write → EFBIG", _small_files, _RUNNING, needs=("prlimit",), everywhere=True),
    Fault("folder deleted", _deleted_folder),
    Fault("folder renamed", _renamed_folder),
    Fault("state folder unusable", _no_state),
    Fault("edited in Notepad", _edited, _RUNNING, theirs=True),
    Fault("older copy put there", _older, _RUNNING, theirs=True),
    Fault("file deleted", _deleted),
    Fault("held, as on Windows (stand-in)", _nothing, ("start", "typing", "saving"), patch=_HELD),
)
