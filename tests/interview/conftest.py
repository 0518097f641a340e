"""A session to talk to, and the time as a test sets it."""

from __future__ import annotations

import pytest

from interview.session import Session
from tests.interview.talking import SMALL, Clock, talk


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until it is moved."""
    return Clock()


@pytest.fixture
def session(clock: Clock) -> Session:
    """Three partners with the small bank: Riverside, St Anne’s and The Hub."""
    return talk(SMALL, "Riverside", "St Anne’s", "The Hub", clock=clock)
