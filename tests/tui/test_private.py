"""Nothing leaves this laptop: no network is opened, from the first screen to the last paper."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator

import pytest

from interview import commands as c
from interview.worksheet import worksheet
from interview.workspace import Workspace
from outputs.formats import FORMATS
from questions.values import Answer, Period
from tests.tui.conftest import EVENING
from tests.tui.hands import message, opened, until, write

_CALLS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname")
_watching: list[str] = []
_on = [False]


def _hook(event: str, args: tuple[object, ...]) -> None:
    """Note what reaches for a network; a pair of sockets inside the program is none."""
    if not _on[0] or not event.startswith("socket."):
        return
    made = event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6)
    if made or event in _CALLS:
        _watching.append(event)
        raise PermissionError(f"{event}: nothing here may use a network")


sys.addaudithook(_hook)  # it cannot be taken out again, so it is switched


@pytest.fixture
def no_network() -> Iterator[list[str]]:
    """Whoever reaches for a network fails, and is noted."""
    _watching.clear()
    _on[0] = True
    yield _watching
    _on[0] = False


def test_the_watch_sees_a_network(no_network: list[str]) -> None:
    """Or the next test would pass whatever happened."""
    with pytest.raises(PermissionError):
        socket.socket(socket.AF_INET)
    assert no_network == ["socket.__new__"]


async def test_an_evening_and_its_papers_open_no_network(
    evening: Workspace, no_network: list[str]
) -> None:
    """Typing, answering, agreeing, saving, handing out in every format, and the worksheet."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("1", "enter", "e")
        await pilot.press("escape", "j")
        await write(pilot, "a jotting")
        await pilot.press("enter", "f1", "escape", "f")
        await pilot.pause()
        evening.apply(c.Answer("decide", Answer("every-yes", {"wait": Period(7, "day")})))
        await pilot.press("down", "up", "enter")
        await until(pilot, lambda: "o opens the folder" in message(pilot))
    for format in FORMATS.values():
        assert format.write(evening.session.agreement())
    assert FORMATS["html"].render(worksheet(evening.session.bank, "quick", EVENING))
    assert no_network == []
