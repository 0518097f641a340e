"""What each example of a fuzzing target costs: processor time, and memory over what was held."""

from __future__ import annotations

import gc
import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from attrs import define, field

MOST_SECONDS: Final = 2.0
"""Of the processor's time, since other work on the machine must not fail an example."""

MOST_MEGABYTES: Final = 200.0
STUCK: Final = 30
"""Seconds of the processor's time after which an example is broken off."""

ADDRESS_SPACE: Final = 3_000_000_000
"""Bytes that the process may ask for: what runs away fails here, and not the whole machine."""


class Stuck(Exception):
    """An example that would not end."""


@define
class Watch:
    """Counts the examples of one target, and keeps those that were slow or large."""

    kept: Path
    until: float
    name: str
    examples: int = 0
    slowest: float = 0.0
    most: float = 0.0
    failures: list[str] = field(factory=list)
    failing: bool = False

    @property
    def over(self) -> bool:
        """Whether the time is up; never while a failure is being made smaller."""
        return not self.failing and time.monotonic() > self.until

    @contextmanager
    def example(self, said: object) -> Iterator[None]:
        """Run one example; ``said`` tells which, should it cost too much."""
        self.examples += 1
        gc.collect(0)
        before, began = _held(), time.process_time()
        signal.setitimer(signal.ITIMER_PROF, STUCK)
        try:
            yield
        except Exception:
            self.failing = True
            raise
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            seconds, grown = time.process_time() - began, _peak() - before
            self.slowest, self.most = max(self.slowest, seconds), max(self.most, grown)
            if not self.failing and (seconds > MOST_SECONDS or grown > MOST_MEGABYTES):
                what = f"{seconds:.1f} s of the processor, {grown:.0f} MB more memory"
                self.keep(what, repr(said))

    def keep(self, what: str, whole: str) -> None:
        """A failure, in short and as a whole: the whole goes into a file."""
        file = self.kept / f"{self.name}-{len(self.failures) + 1}.txt"
        file.write_text(f"{what}\n\n{whole}\n", "utf-8", "backslashreplace")
        self.failures.append(f"{what} (all of it: {file})")


def limit() -> None:
    """Bound what this process can take, before it starts."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    signal.signal(signal.SIGPROF, _stop)


def _stop(_: int, __: FrameType | None) -> None:
    raise Stuck(f"still at it after {STUCK} s of the processor's time")


def _held() -> float:
    """The memory held now, in megabytes; on Linux its peak is counted afresh from here."""
    try:
        Path("/proc/self/clear_refs").write_text("5", "ascii")
        return _of_linux("VmRSS:")
    except OSError:
        return _peak()


def _peak() -> float:
    """The most memory held since ``_held``; elsewhere than on Linux, since the start."""
    try:
        return _of_linux("VmHWM:")
    except OSError:
        unit = 1e6 if sys.platform == "darwin" else 1e3
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _of_linux(key: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith(key))
