"""Keys that come in one burst have their effects in the order they were sent.

In a real terminal, because that is where several keys come in one read: Pilot waits after each.
Run as a program, this file is the small app that is asked.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from interview.tui.keys import PATIENCE, OrderedKeys
from tests.terminal.driver import Terminal, hermetic

ROOT = Path(__file__).parents[2]


class Page(Screen[None]):
    """Two fields; Enter in one notes what it holds and does what the page is there to show."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("f2", "app.ask", "ask"),
        ("f3", "unfocus", "no focus"),
    ]
    number = 1

    def compose(self) -> ComposeResult:
        yield Static("", id="log")
        with Vertical(), Vertical():
            yield Input(id="first")
            yield Input(id="second")
        yield Static(f"page {self.number}")

    def on_mount(self) -> None:
        self.show_log()

    def show_log(self) -> None:
        self.query_one("#log", Static).update(Content(" ".join(log_of(self))))

    @on(Input.Submitted)
    async def note(self, event: Input.Submitted) -> None:
        log_of(self).append(f"<{event.value}>")
        self.show_log()
        await self.go_on(event.input)

    async def go_on(self, field: Input) -> None:
        """Clear the field and stay."""
        field.clear()

    def action_unfocus(self) -> None:
        self.set_focus(None)

    def on_key(self, event: object) -> None:
        if self.focused is None and (letter := getattr(event, "character", None)):
            log_of(self).append(f"({letter})")
            if letter == "1":
                self.call_after_refresh(self.query_one("#first", Input).focus)
            self.show_log()


class Next(Page):
    """Enter moves to the other field, once a frame has been drawn."""

    async def go_on(self, field: Input) -> None:
        other = self.query_one("#second" if field.id == "first" else "#first", Input)
        other.clear()
        self.call_after_refresh(other.focus)


class Switch(Page):
    """Enter switches to a new page, from the app's own queue and after some work."""

    async def go_on(self, field: Input) -> None:
        await asyncio.sleep(0.05)
        self.app.call_later(self.turn)

    async def turn(self) -> None:
        page = type(self)()
        page.number = self.number + 1
        await self.app.switch_screen(page)


class Push(Page):
    """Enter pushes another page and waits until it is there."""

    async def go_on(self, field: Input) -> None:
        page = type(self)()
        page.number = self.number + 1
        await self.app.push_screen(page)


class Relay(Page):
    """Enter starts a relay: each handler posts to one that an earlier round has already passed."""

    class Baton(Message, bubble=False):
        """What is handed on, downwards, by handlers that then wait for something."""

        def __init__(self, left: int) -> None:
            super().__init__()
            self.left = left

    async def go_on(self, field: Input) -> None:
        self.post_message(self.Baton(3))
        await asyncio.sleep(0.01)

    async def on_relay_baton(self, message: Baton) -> None:
        await asyncio.sleep(0.02)
        if message.left:
            self.post_message(self.Baton(message.left - 1))
            await asyncio.sleep(0.01)
        else:
            for field in self.query(Input):
                field.clear()
            self.query_one("#second", Input).focus()


class Slow(Page):
    """Enter is at work for longer than anybody's patience."""

    async def go_on(self, field: Input) -> None:
        await asyncio.sleep(PATIENCE + 1)
        field.clear()


class Ask(ModalScreen[str]):
    """A question on top of a page; Enter answers it."""

    def compose(self) -> ComposeResult:
        yield Input(placeholder="modal")

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)


class Small(OrderedKeys[int]):
    """The app: which page it starts with is its only argument."""

    BINDINGS: ClassVar[list[BindingType]] = [("f4", "afresh", "afresh"), ("f10", "quit", "leave")]
    PAGES: ClassVar[dict[str, type[Page]]] = {
        page.__name__: page for page in (Page, Next, Switch, Push, Relay, Slow)
    }

    def __init__(self, page: str) -> None:
        super().__init__()
        self.noted: list[str] = []
        self.page = page

    def on_mount(self) -> None:
        self.push_screen(self.PAGES[self.page]())

    def action_afresh(self) -> None:
        self.noted.clear()
        self.switch_screen(self.PAGES[self.page]())

    def action_ask(self) -> None:
        self.push_screen(Ask(), self.answered)

    def answered(self, answer: str | None) -> None:
        self.noted.append(f"[{answer}]")
        if isinstance(self.screen, Page):
            self.screen.show_log()


def log_of(page: Page) -> list[str]:
    """What has been noted so far, on all pages."""
    assert isinstance(page.app, Small)
    return page.app.noted


Start = Callable[[str], Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the small app with a page."""
    started: list[Terminal] = []

    def run(page: str) -> Terminal:
        command = [sys.executable, "-m", "tests.tui.test_keys", page]
        terminal = Terminal(command, env=hermetic(tmp_path), cwd=ROOT).__enter__()
        started.append(terminal)
        terminal.wait_for("page 1")
        terminal.settle()
        return terminal

    yield run
    for terminal in started:
        terminal.__exit__(None, None, None)


BURSTS = [
    ("Page", "Ann\rBob\r", "<Ann> <Bob>"),
    ("Page", "abc\x7fd\r", "<abd>"),
    ("Page", "ab\x1b[D\x1b[Dx\x1b[Fy\r", "<xaby>"),
    ("Page", "one\ttwo\r\x1b[Zthree\r", "<two> <three>"),
    ("Page", "ab\x1b[200~ [p] \x1b[201~c\x7fd\r", "<ab [p] d>"),
    ("Page", "\x1b[200~one\x1b[201~\t\x1b[200~two\x1b[201~\r", "<two>"),
    ("Page", "x\x1bOQyes\rz\r", "[yes] <xz>"),
    ("Page", "x\x1bORab1z\r", "(a) (b) (1) <z>"),
    ("Next", "x\ry\rz\r", "<x> <y> <z>"),
    ("Relay", "x\ry\rz\r", "<x> <y> <z>"),
    ("Switch", "x\ry\rz\rw\r", "<x> <y> <z> <w>"),
    ("Push", "x\ry\rz\rw\r", "<x> <y> <z> <w>"),
]


@pytest.mark.terminal
@pytest.mark.parametrize(("page", "burst", "noted"), BURSTS)
def test_a_burst_is_taken_in_order(start: Start, page: str, burst: str, noted: str) -> None:
    """Text, Enter, Backspace, arrows, Tab, pastes; staying, moving the focus, changing screens."""
    terminal = start(page)
    for _ in range(4):
        terminal.burst(burst)
        terminal.wait_for(noted, timeout=5)
        terminal.settle(0.1)
        assert terminal.screen[0].strip() == noted
        terminal.send("f4")
        terminal.wait_gone(noted)
        terminal.wait_for("page 1")


@pytest.mark.terminal
def test_a_long_burst_is_whole(start: Start) -> None:
    """A paste without brackets: nothing lost, nothing turned round, and no frame for each letter."""
    terminal = start("Page")
    text = "".join(chr(97 + number % 26) for number in range(90))
    terminal.burst(text + "\r")
    terminal.wait_for(f"<{text}>", timeout=5)


@pytest.mark.terminal
def test_a_click_does_not_overtake_the_keys_before_it(start: Start) -> None:
    """Typed into the first field, then a click into the second, in one read."""
    terminal = start("Page")
    terminal.burst("abc\x1b[<0;10;5M\x1b[<0;10;5mde\r")
    terminal.wait_for("<de>")


@pytest.mark.terminal
def test_keys_go_through_while_a_handler_is_stuck(start: Start) -> None:
    """Nobody is locked out: what is held goes through when patience ends, and quitting works."""
    terminal = start("Slow")
    terminal.burst("x\r\x1b[21~")
    assert terminal.wait_exit(timeout=PATIENCE + 3) == 0
    assert terminal.restored()


@pytest.mark.terminal
def test_leaving_with_keys_pending(start: Start) -> None:
    """Keys behind the one that quits neither keep the app open nor break its end."""
    terminal = start("Switch")
    terminal.burst("x\ry\r\x1b[21~more\rand more\r")
    assert terminal.wait_exit(timeout=5) == 0
    assert terminal.restored()
    assert "Traceback" not in terminal.text


async def test_pilot_presses_see_their_effects() -> None:
    """Holding keys back must not make tests with Pilot guess: press returns when it is done."""
    app = Small("Switch")
    async with app.run_test() as pilot:
        await pilot.press(*"ab", "enter", *"cd", "enter")
        await pilot.pause()
        assert app.noted == ["<ab>", "<cd>"]


if __name__ == "__main__":
    Small(sys.argv[1]).run()
