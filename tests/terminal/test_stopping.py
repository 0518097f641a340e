"""Signals at awkward moments, a laptop asleep, a window that shrinks or goes: nothing is lost."""

from __future__ import annotations

import json
import signal
import time
from pathlib import Path

import pytest

from interview.workspace import load
from tests.terminal.driver import Terminal
from tests.terminal.hands import PROGRAM, Hands, new

pytestmark = pytest.mark.terminal
ROOT = Path(__file__).parents[2]
SMALL = ["--bank", str(ROOT / "tests" / "banks" / "small")]
BOTH = pytest.mark.parametrize("form", ["full", "plain"])


def _to_a_sentence(terminal: Terminal, form: str) -> None:
    """To the first line of text."""
    if form == "plain":
        terminal.wait_for("Shall we do that now?")
        terminal.send("enter")
        terminal.wait_for("Name of the organisation")
        for line in ("Meadow Lane", "", "", "", "", "", "n", ""):
            terminal.type(f"{line}\n")
        terminal.wait_for("We will")
    else:
        Hands(terminal).to_a_sentence()


def _command(folder: Path, form: str) -> list[str]:
    return [*new(folder), *SMALL, *(["--plain"] if form == "plain" else [])]


def _half_typed(home: dict[str, str]) -> str:
    drafts = Path(home["HOME"]).rglob("drafts/*.json")
    return " ".join(str(json.loads(path.read_text("utf-8"))) for path in drafts)


@BOTH
@pytest.mark.parametrize("after", [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0])
def test_a_signal_while_it_starts_leaves_the_terminal_as_it_was(
    home: dict[str, str], tmp_path: Path, form: str, after: float
) -> None:
    """However early it comes: as soon as the program runs its own code, it leaves by itself."""
    with Terminal(_command(tmp_path / "ours", form), env=home) as terminal:
        terminal.pump(after)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() in (130, -signal.SIGTERM)  # the latter: before our own code
        assert terminal.restored()
        assert b"Traceback" not in terminal.written
    path = tmp_path / "ours" / "agreement.toml"
    if path.exists():
        assert load(path).about.title == "Mill Lane"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_command_that_is_interrupted_says_so_by_its_exit_status_alone(
    home: dict[str, str], sent: signal.Signals
) -> None:
    """130, and not the 1 that stands for problems found."""
    command = [*PROGRAM, "bank", "check", str(ROOT / "questions" / "banks" / "ncvo")]
    with Terminal(command, env=home) as terminal:
        terminal.pump(1.0)
        terminal.kill(sent)
        assert terminal.wait_exit() == 130
        assert terminal.text.strip() in ("", "^C")


@BOTH
@pytest.mark.parametrize("first", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_several_signals_in_a_row_are_one(
    home: dict[str, str], tmp_path: Path, form: str, first: signal.Signals
) -> None:
    """Whoever is impatient, or a shut-down that asks twice, loses nothing either."""
    with Terminal(_command(tmp_path / "ours", form), env=home) as terminal:
        _to_a_sentence(terminal, form)
        terminal.type("keep the hall war")
        terminal.wait_for("keep the hall war")
        terminal.kill(first)
        for _ in range(20):
            terminal.pump(0.01)
            try:
                terminal.kill(signal.SIGINT)
                terminal.kill(signal.SIGTERM)
            except ProcessLookupError:
                break
        # The latter two: all was done, and Python itself was about to end.
        assert terminal.wait_exit() in (130, -signal.SIGTERM, -signal.SIGINT)
        assert terminal.restored()
        assert b"Traceback" not in terminal.written
    assert "keep the hall war" in _half_typed(home)


def test_a_signal_straight_after_a_key_keeps_what_was_typed(
    home: dict[str, str], tmp_path: Path
) -> None:
    """What is still in the editor, and not yet kept, is handed on before we leave."""
    with Terminal(_command(tmp_path / "ours", "full"), env=home) as terminal:
        _to_a_sentence(terminal, "full")
        terminal.type("keep the hall war")
        terminal.wait_for("keep the hall war", timeout=0.3)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 130
    assert "keep the hall war" in _half_typed(home)


def test_a_signal_while_a_version_is_written(home: dict[str, str], tmp_path: Path) -> None:
    """The file that is being written is finished; the terminal is as it was."""
    with Terminal(_command(tmp_path / "ours", "full"), env=home) as terminal:
        _to_a_sentence(terminal, "full")
        terminal.send("escape", "f")
        terminal.wait_for("Hand out a version")
        terminal.send("enter")
        terminal.wait_for("Version 1")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 130
        assert terminal.restored()
        assert b"Traceback" not in terminal.written
    assert load(tmp_path / "ours" / "agreement.toml").about.version == 1
    assert not list(tmp_path.rglob("*.tmp"))


@BOTH
def test_a_window_that_is_closed_takes_nothing_with_it(
    home: dict[str, str], tmp_path: Path, form: str
) -> None:
    """There is nothing left to draw on; the program ends, and what was typed is kept."""
    with Terminal(_command(tmp_path / "ours", form), env=home) as terminal:
        _to_a_sentence(terminal, form)
        terminal.type("keep the hall war")
        terminal.wait_for("keep the hall war")
        terminal.hang_up()
        assert terminal.wait_exit() in (0, 130)
    assert "keep the hall war" in _half_typed(home)
    assert not list(Path(home["HOME"]).rglob("log.txt"))  # it is no fault of the program


@BOTH
def test_a_laptop_that_sleeps_wakes_up_with_everything(
    home: dict[str, str], tmp_path: Path, form: str
) -> None:
    """Stopped in the middle of a word and woken again, twice: typing goes on where it was."""
    with Terminal(_command(tmp_path / "ours", form), env=home) as terminal:
        _to_a_sentence(terminal, form)
        terminal.type("keep the ")
        for word in ("hall ", "war"):
            terminal.kill(signal.SIGSTOP)
            time.sleep(0.3)
            terminal.kill(signal.SIGCONT)
            terminal.pump(0.3)
            terminal.type(word)
            terminal.wait_for(f"keep the {'hall ' if word == 'war' else ''}{word.strip()}")
        terminal.settle(0.8)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 130
        assert terminal.restored()
    assert "keep the hall war" in _half_typed(home)


def test_a_shell_that_asks_gets_its_terminal_back_meanwhile(
    home: dict[str, str], tmp_path: Path
) -> None:
    """As ctrl+Z’s signal asks: the shell can be used, and afterwards typing goes on."""
    with Terminal(_command(tmp_path / "ours", "full"), env=home) as terminal:
        _to_a_sentence(terminal, "full")
        terminal.type("keep the ")
        terminal.settle(0.3)
        for word in ("hall ", "war"):
            terminal.kill(signal.SIGTSTP)
            terminal.pump(0.5)
            assert terminal.restored()
            terminal.kill(signal.SIGCONT)
            terminal.wait_for("keep the")
            terminal.type(word)
            terminal.wait_for(f"keep the {'hall ' if word == 'war' else ''}{word.strip()}")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 130
        assert terminal.restored()
    assert "keep the hall war" in _half_typed(home)


@BOTH
def test_a_window_of_one_letter_and_back_loses_nothing(
    home: dict[str, str], tmp_path: Path, form: str
) -> None:
    """While somebody types, the window shrinks to nothing and grows again, several times."""
    with Terminal(_command(tmp_path / "ours", form), env=home) as terminal:
        _to_a_sentence(terminal, form)
        for word in ("keep ", "the ", "hall ", "war"):
            terminal.type(word)
            terminal.settle(0.2)
            terminal.resize(1, 1)
            terminal.settle(0.2)
            terminal.resize(100, 30)
            terminal.settle(0.3)
        terminal.settle(0.8)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 130
        assert terminal.restored()
    assert "keep the hall war" in _half_typed(home)
