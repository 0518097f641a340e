"""Signals that ask the program to stop: none is lost, whenever it comes."""

from __future__ import annotations

import contextlib
import signal
import weakref

import pytest

from interview.signals import calling


class _Thing:
    """Something that can go."""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_signal_that_was_swallowed_is_told_to_whoever_listens_next() -> None:
    """While something is cleared away Python cannot raise, so leaving at once comes to nothing."""
    told: list[str] = []

    def leave() -> None:
        raise SystemExit(130)

    with calling(leave):
        thing = _Thing()
        watched = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGTERM))
        with contextlib.suppress(SystemExit):  # should a later Python raise it after all
            del thing
        assert watched() is None
        with calling(lambda: told.append("stop")):
            pass
    assert told == ["stop"]
    with calling(lambda: told.append("again")):
        pass
    assert told == ["stop"], "it has had its way"
