"""Files and folders made to command a terminal: nothing in them reaches it, whatever is done."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

from outputs import toml
from outputs.agreement import Agreement, Parked
from tests.interview.naughty import NAUGHTY
from tests.outputs.examples import hostile
from tests.questions import house
from tests.terminal.driver import Terminal
from tests.terminal.hands import PROGRAM, Hands, new

pytestmark = pytest.mark.terminal

EVIL: Final = (
    "\x1b]0;evil\x07\x1b[8mevil\x9b31mevil\u202eevil\u2066evil\u200bevil\x1bPevil\x1b\\ \x1b[2Jevil"
)
RAW: Final = re.compile(
    rb"\x07"  # a bell, or the end of a title
    rb"|\xc2[\x80-\x9f]"  # commands of one byte, as UTF-8
    rb"|\xe2\x80[\x8b\x8e\x8f\xaa-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf"  # what turns or hides text
    rb"|\x1b[\]PX^_](?:0;)?evil|\x1b\[8mevil|\x1b\[2Jevil|\x1b\[20C"
)

OURS: Final = re.compile(rb"\x1b\](?:1[01];\?|22;[a-z]*)(?:\x07|\x1b\\)")
"""The full screen asks the terminal for its colours, and gives the mouse a shape."""


def raw(written: bytes) -> list[bytes]:
    """What would have commanded the terminal, or turned or hidden text."""
    return [found[0] for found in RAW.finditer(OURS.sub(b"", written))]


def evil_agreement() -> Agreement:
    """An agreement with that wherever a person could have typed."""
    made = hostile(EVIL)
    return evolve(made, parked=(Parked(EVIL, EVIL),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an evil name, and an evil agreement in it, spelt so that no editor shows it."""
    folder = tmp_path / "evil \x1b]0;evil\x07\u202e \x9b8m"
    folder.mkdir()
    escaped = (
        f"\\u{ord(sign):04x}"
        if sign != "\n" and not (sign.isascii() and sign.isprintable())
        else sign
        for sign in toml.write(evil_agreement())
    )
    (folder / "agreement.toml").write_text("".join(escaped), "utf-8")
    return folder


def _shown_by(home: dict[str, str], *arguments: str, cwd: Path | None = None) -> bytes:
    with Terminal([*PROGRAM, *arguments], env=home, cwd=cwd) as terminal:
        terminal.wait_exit(timeout=60)
        return terminal.written


def test_no_command_prints_what_commands_a_terminal(home: dict[str, str], folder: Path) -> None:
    """What it did, what it noticed, where it lies, and why it could not."""
    path = str(folder / "agreement.toml")
    answers = folder / "answers.toml"
    answers.write_text(
        '"\\u001b]0;evil\\u0007" = "\\u202e"\n[[partner]]\nid = "\\u001b"\n', "utf-8"
    )
    bank = folder / "bank"
    bank.mkdir()
    house.write(bank, {'id = "decide"': 'id = "\\u001b]0;evil\\u0007"'})
    for arguments in (
        ("check", path),
        ("check", path, "--json"),
        ("export", path, "--to", "md,html,ics"),
        ("export", path, "--to", "md", "--for", "all"),
        ("export", path, "--to", "md", "--for", EVIL.replace("\x00", "")),
        ("export", path, "--to", EVIL),
        ("draft", str(answers), "-o", str(folder / "made.toml")),
        ("draft", str(answers), "-o", path),
        ("bank", "check", str(bank)),
        ("bank", "check", str(folder / EVIL.replace("/", ""))),
        ("worksheet", "-o", str(folder / "sheet.md")),
        ("open", str(folder / "not there")),
        ("new", str(folder)),
        ("--\x1b]0;evil\x07",),
        ("\x1b]0;evil\x07",),
    ):
        written = _shown_by(home, *arguments)
        assert written.strip(), arguments
        assert raw(written) == [], arguments


def test_no_paper_holds_what_commands_a_terminal(home: dict[str, str], folder: Path) -> None:
    """Somebody may look at a Markdown file with a command."""
    _shown_by(home, "export", str(folder / "agreement.toml"), "--to", "md,html,ics")
    papers = [path for path in folder.iterdir() if path.suffix in (".md", ".html", ".ics")]
    assert len(papers) == 3
    for path in papers:
        data = path.read_bytes()
        assert b"evil" in data
        assert raw(data) == [], path.suffix
        assert b"\x1b" not in data


def test_an_evil_agreement_on_the_full_screen(home: dict[str, str], folder: Path) -> None:
    """On opening, in what was noticed, in help and at the end."""
    with Terminal([*PROGRAM, "open", str(folder / "agreement.toml")], env=home) as terminal:
        terminal.wait_for("evil")
        terminal.settle(0.3)
        for keys in (("escape",), ("escape",), ("f1",), ("escape",), ("f",), ("escape",), ("l",)):
            terminal.send(*keys)
            terminal.settle(0.3)
        terminal.send("ctrl+q")
        terminal.wait_exit()
        assert raw(terminal.written) == []


def test_an_evil_agreement_line_by_line(home: dict[str, str], folder: Path) -> None:
    """The same without a full screen."""
    command = [*PROGRAM, "open", str(folder / "agreement.toml"), "--plain"]
    with Terminal(command, env=home) as terminal:
        terminal.wait_for("evil")
        terminal.settle(0.5)
        terminal.send("ctrl+c")
        terminal.wait_exit()
        assert raw(terminal.written) == []


def test_what_is_pasted_never_commands_the_terminal(home: dict[str, str], tmp_path: Path) -> None:
    """Strings with commands in them, pasted as names; terminals take ESC itself out of a paste."""
    pasted = [text for text in NAUGHTY if RAW.search(text.encode()) or "\x1b" in text]
    assert len(pasted) > 4
    with Terminal(new(tmp_path / "ours"), env=home) as terminal:
        Hands(terminal).to_partners()
        for text in (*pasted, EVIL):
            terminal.paste(text.replace("\x1b", ""))
            terminal.settle(0.2)
        terminal.wait_for("evil")
        terminal.send("ctrl+q")
        terminal.wait_exit()
        assert raw(terminal.written) == []
