"""A real terminal to run the program in: a pseudo-terminal, its emulation, and somebody's hands.

There is no thread: the terminal lives while one of its methods is waiting. What the program
writes is stamped as it leaves the pseudo-terminal and shown only when somebody looks.

    with Terminal([sys.executable, "-m", "interview"], env=hermetic(tmp_path)) as terminal:
        terminal.wait_for("Start a new agreement")
        terminal.send("down", "enter", "Ann")
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import shutil
import signal
import tempfile
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pexpect
import pyte

KEY_GAP = 0.008
"""Seconds between two keys that `send` gives, which keeps them in reads of their own."""

ESCAPE_GAP = 0.15
"""Seconds after Escape, so that the next key does not make alt+key of it (Textual waits 0.1)."""

_NAMED = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "escape": "\x1b",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    **{f"f{number}": f"\x1bO{final}" for number, final in enumerate("PQRS", 1)},
    **{
        f"f{number}": f"\x1b[{code}~"
        for number, code in enumerate((15, 17, 18, 19, 20, 21, 23, 24), 5)
    },
}
_SHIFTED = {"shift": 2, "alt": 3, "ctrl": 5, "ctrl+shift": 6}


def key(name: str) -> str | None:
    """What a terminal sends for the key called `name` ("f1", "ctrl+b", "shift+up"), if it is one."""
    if name in _NAMED:
        return _NAMED[name]
    modifier, _, rest = name.rpartition("+")
    if modifier == "ctrl" and len(rest) == 1 and rest.isascii() and rest.isalpha():
        return chr(ord(rest.upper()) - 64)
    if modifier == "alt" and len(rest) == 1:
        return "\x1b" + rest
    plain = _NAMED.get(rest, "")
    if modifier in _SHIFTED and (arrow := re.fullmatch(r"\x1b\[([A-DFH])", plain)):
        return f"\x1b[1;{_SHIFTED[modifier]}{arrow[1]}"
    if modifier in _SHIFTED and (other := re.fullmatch(r"\x1b\[(\d+)~", plain)):
        return f"\x1b[{other[1]};{_SHIFTED[modifier]}~"
    return None


def hermetic(home: Path, **more: str) -> dict[str, str]:
    """A whole environment that leads nowhere but into `home`, with `more` variables on top.

    No NO_COLOR, COLUMNS, locale or Textual setting of the person who runs the tests gets in.
    """
    folders = {"CONFIG": ".config", "DATA": ".local/share", "STATE": ".local/state"}
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        **{f"XDG_{name}_HOME": str(home / folder) for name, folder in folders.items()},
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_RUNTIME_DIR": str(home / ".run"),
        "TMPDIR": tempfile.gettempdir(),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        **more,
    }


_SPECIAL = re.compile(
    rb"\x1b\[\?(?P<switched>[\d;]+)(?P<switch>[hl])"
    rb"|\x1b\[\?(?P<mode>\d+)\$p"
    rb"|\x1b\[(?P<keyboard>[<>])[\d;]*u"
    rb"|\x1b\[(?P<plain>5n|6n|0?c|18t)"
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
    rb"|\x1b\[[<=>?][\d;]*[a-z]"  # what is left of these, pyte would print
    rb"|\x1b[P_^].*?\x1b\\",
    re.DOTALL,
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[?<=>]?[\d;:]*\$?|\][^\x07\x1b]*\x1b?|[P_^][^\x1b]*\x1b?)?\Z")
_NO_CELL = re.compile(
    rb"\xe2\x80\x8d[\xc2-\xf4][\x80-\xbf]+"  # a joiner, and the emoji joined to the one before
    rb"|\xf0\x9f\x8f[\xbb-\xbf]"  # skin tones
    rb"|\xef\xb8[\x8e\x8f]|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xaf]"
)
"""What takes no cell of its own. pyte would lose the rest of the line at some of these."""

_QUESTION = re.compile(rb"\x1b(?:\[\??\d*(?:\$p|[cnt])|\]1[01];\?)")


class Chunk(NamedTuple):
    """What one read took out of the pseudo-terminal, and when (`time.perf_counter`)."""

    at: float
    data: bytes


class Restored(NamedTuple):
    """What a program has put back as it found it; `bool` of it says whether that is everything."""

    screen: bool
    mouse: bool
    paste: bool
    keyboard: bool
    cursor: bool
    modes: bool

    def __bool__(self) -> bool:
        return all(self)


@dataclass
class _Glass:
    """What the terminal shows, and the modes it has been put in.

    pyte draws; what it does not know is done here: the alternate screen, the questions that
    programs ask a terminal, and the sequences that it would print as text.
    """

    columns: int
    rows: int
    modes: set[int] = field(default_factory=lambda: {7, 25})
    keyboard: int = 0
    """How deep the stack of keyboard protocols is (kitty's `CSI > u` and `CSI < u`)."""

    def __post_init__(self) -> None:
        self._screens = [pyte.Screen(self.columns, self.rows) for _ in range(2)]
        self._streams = [pyte.ByteStream(screen) for screen in self._screens]
        self._rest = b""

    @property
    def screen(self) -> pyte.Screen:
        return self._screens[1049 in self.modes]

    def feed(self, data: bytes) -> bytes:
        """Show `data`; gives back what a terminal would answer to the questions in it."""
        data = self._rest + data
        unfinished = _UNFINISHED.search(data)
        self._rest = data[unfinished.start() :] if unfinished else b""
        data = data[: len(data) - len(self._rest)]
        answers, shown = b"", 0
        for special in _SPECIAL.finditer(data):
            self._draw(data[shown : special.start()])
            answers += self._obey(special)
            shown = special.end()
        self._draw(data[shown:])
        return answers

    def resize(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        for screen in self._screens:
            screen.resize(rows, columns)

    def _draw(self, data: bytes) -> None:
        if data:
            self._streams[1049 in self.modes].feed(_NO_CELL.sub(b"", data))

    def _obey(self, special: re.Match[bytes]) -> bytes:
        """Do what pyte cannot, hand it what it can; gives back the answer, if one is due."""
        if switched := special["switched"]:
            self._switch({int(mode) for mode in switched.split(b";") if mode}, special["switch"])
            self._draw(special[0])
        elif mode := special["mode"]:
            state = 0 if mode != b"2026" else 1 if 2026 in self.modes else 2
            return b"\x1b[?%b;%d$y" % (mode, state)
        elif direction := special["keyboard"]:
            self.keyboard = max(0, self.keyboard + (1 if direction == b">" else -1))
        elif colour := special["colour"]:
            shade = b"cccc" if colour == b"10" else b"0000"
            return b"\x1b]%b;rgb:%b\x1b\\" % (colour, b"/".join([shade] * 3))
        elif question := special["plain"]:
            cursor = self.screen.cursor
            return {
                b"5n": b"\x1b[0n",
                b"6n": b"\x1b[%d;%dR" % (cursor.y + 1, cursor.x + 1),
                b"18t": b"\x1b[8;%d;%dt" % (self.rows, self.columns),
            }.get(question, b"\x1b[?62;22c")
        return b""

    def _switch(self, modes: set[int], switch: bytes) -> None:
        if switch == b"h" and 1049 in modes - self.modes:
            self._screens[1].reset()
        self.modes = self.modes | modes if switch == b"h" else self.modes - modes


class Terminal:
    """A program running in a terminal of its own; a context manager that ends it.

    `env` is the whole environment (see `hermetic`, which it is made by if left out), `cwd` the
    folder it starts in.
    """

    def __init__(
        self,
        command: list[str],
        columns: int = 100,
        rows: int = 30,
        env: dict[str, str] | None = None,
        cwd: Path | str | None = None,
    ) -> None:
        self.chunks: list[Chunk] = []
        """All that the program wrote, as it came."""
        self._shown = 0
        self._glass = _Glass(columns, rows)
        self._home = tempfile.mkdtemp() if env is None else None
        if self._home is not None:
            env = hermetic(Path(self._home))
        self.started = time.perf_counter()
        """When the program was started (`time.perf_counter`)."""
        self._child = pexpect.spawn(
            command[0],
            command[1:],
            env=env,
            cwd=None if cwd is None else str(cwd),
            dimensions=(rows, columns),
        )
        self._fd: int = self._child.child_fd
        self._modes_at_start = termios.tcgetattr(self._fd)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            if self._child.isalive():
                os.killpg(self.pid, signal.SIGKILL)
                self._child.wait()
        self.hang_up()
        if self._home is not None:
            shutil.rmtree(self._home, ignore_errors=True)

    @property
    def pid(self) -> int:
        """The program's process; also the group and the session that it leads."""
        pid: int = self._child.pid
        return pid

    # What is sent

    def send(self, *keys: str) -> None:
        """Press keys one at a time: by name where it is one ("enter", "ctrl+b"), else letter by letter."""
        for name in keys:
            for sequence in [named] if (named := key(name)) else name:
                self.burst(sequence)
                self.pump(ESCAPE_GAP if sequence == "\x1b" else KEY_GAP)

    def type(self, text: str) -> None:
        """Type `text` letter by letter, even where it is the name of a key."""
        for letter in text:
            self.send("enter" if letter == "\n" else letter)

    def burst(self, data: bytes | str) -> None:
        """Send `data` in one write, as a slow line or a braille keyboard would."""
        left = data.encode() if isinstance(data, str) else data
        end = time.perf_counter() + 15
        while left:
            if time.perf_counter() > end:
                raise AssertionError(f"the program has stopped reading:\n{self.frame()}")
            # The other end stops reading when nobody reads what it writes.
            self.pump(0)
            _, ready, _ = select.select([], [self._fd], [], 1)
            left = left[os.write(self._fd, left) :] if ready else left

    def paste(self, text: str) -> None:
        """Paste `text`; between brackets if the program has asked for them, as a terminal would."""
        self._show()
        self.burst(f"\x1b[200~{text}\x1b[201~" if 2004 in self._glass.modes else text)

    def click(self, text: str) -> None:
        """Click with the left button in the middle of the first place where `text` is shown."""
        self._show()
        for row, (line, cells) in enumerate(map(self._row, range(self._glass.rows)), 1):
            if (start := line.find(text)) >= 0:
                column = (cells[start] + cells[start + len(text) - 1]) // 2 + 1
                self.burst(f"\x1b[<0;{column};{row}M")
                self.pump(KEY_GAP)
                self.burst(f"\x1b[<0;{column};{row}m")
                self.pump(KEY_GAP)
                return
        raise AssertionError(f"{text!r} is not there to be clicked:\n{self.frame()}")

    def resize(self, columns: int, rows: int) -> None:
        """Make the window `columns` wide and `rows` high; the kernel tells the program."""
        self._show()
        self._glass.resize(columns, rows)
        self._child.setwinsize(rows, columns)

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the window: the program gets SIGHUP and has nowhere left to write to."""
        if self._fd >= 0:
            self._fd = -1
            self._child.ptyproc.fileobj.close()
            self._child.ptyproc.closed = True  # or it would close again, and wait, when collected

    # What is seen

    def pump(self, seconds: float) -> int:
        """Take in what the program writes for so many seconds; gives back how many bytes came."""
        end = time.perf_counter() + seconds
        taken = 0
        while self._fd >= 0:
            left = end - time.perf_counter()
            readable, _, _ = select.select([self._fd], [], [], max(0.0, left))
            if not readable:
                break
            try:
                data = os.read(self._fd, 65536)
            except OSError:  # Linux says so when the program has gone
                data = b""
            now = time.perf_counter()
            if not data:
                time.sleep(max(0.0, min(left, 0.05)))
                break
            self.chunks.append(Chunk(now, data))
            taken += len(data)
            if _QUESTION.search(data):
                self._show()  # which answers it
        return taken

    def show_next(self) -> Chunk | None:
        """Show one more chunk and give it back, or None: for those who ask which one did it."""
        if self._shown == len(self.chunks):
            return None
        chunk = self.chunks[self._shown]
        self._shown += 1
        answer = self._glass.feed(chunk.data)
        if answer and self._fd >= 0:
            with contextlib.suppress(OSError):
                os.write(self._fd, answer)
        return chunk

    @property
    def written(self) -> bytes:
        """All that the program wrote, byte for byte: for what must never reach a terminal."""
        return b"".join(chunk.data for chunk in self.chunks)

    @property
    def painting(self) -> bool:
        """Whether the program is in the middle of a synchronised frame, as shown so far."""
        return 2026 in self._glass.modes

    @property
    def screen(self) -> list[str]:
        """The rows as they are now, each as wide as the terminal."""
        self.pump(0)
        self._show()
        for _ in range(20):  # half a frame is no frame
            if not self.painting:
                break
            self.pump(0.005)
            self._show()
        return self.shown

    @property
    def shown(self) -> list[str]:
        """The rows as of the last chunk shown, without taking in more."""
        return [self._row(row)[0] for row in range(self._glass.rows)]

    @property
    def text(self) -> str:
        """The screen as one string, without the blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self.screen)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        self._show()
        return self._glass.screen.cursor.x, self._glass.screen.cursor.y

    def frame(self) -> str:
        """The screen with a border round it, to be printed or kept."""
        bar = "─" * self._glass.columns
        return "\n".join([f"┌{bar}┐", *(f"│{line}│" for line in self.screen), f"└{bar}┘"])

    # What is waited for

    def wait_for(self, wanted: str | re.Pattern[str], timeout: float = 15) -> re.Match[str]:
        """Wait until text, or a pattern, is on the screen; an AssertionError shows what was."""
        found = self._wait(wanted, True, timeout)
        assert found is not None
        return found

    def wait_gone(self, unwanted: str | re.Pattern[str], timeout: float = 15) -> None:
        """Wait until text, or a pattern, is no longer on the screen."""
        self._wait(unwanted, False, timeout)

    def settle(self, quiet: float = 0.15, timeout: float = 15) -> None:
        """Wait until the program has written nothing for `quiet` seconds."""
        end = time.perf_counter() + timeout
        while self.pump(quiet):
            if time.perf_counter() > end:
                raise AssertionError(f"still writing after {timeout} s:\n{self.frame()}")

    def wait_exit(self, timeout: float = 15) -> int:
        """Wait for the program to end: its exit code, or minus the signal that ended it."""
        end = time.perf_counter() + timeout
        while self._child.isalive():
            if time.perf_counter() > end:
                raise AssertionError(f"still running after {timeout} s:\n{self.frame()}")
            self.pump(0.02)
            time.sleep(0.002)
        self.pump(0.02)
        code: int | None = self._child.exitstatus
        return -self._child.signalstatus if code is None else code

    def restored(self) -> Restored:
        """What of the terminal is now as the program found it."""
        self.pump(0)
        self._show()
        modes = self._glass.modes
        return Restored(
            screen=not modes & {47, 1047, 1049},
            mouse=not modes & {9, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 1016},
            paste=2004 not in modes,
            keyboard=self._glass.keyboard == 0,
            cursor=25 in modes and 7 in modes,
            modes=termios.tcgetattr(self._fd) == self._modes_at_start,
        )

    def _wait(
        self, text: str | re.Pattern[str], there: bool, timeout: float
    ) -> re.Match[str] | None:
        pattern = re.compile(re.escape(text)) if isinstance(text, str) else text
        end = time.perf_counter() + timeout
        while True:
            alive = self._child.isalive()  # asked first, or its last words would go unread
            found = pattern.search(self.text)
            if bool(found) is there:
                return found
            if time.perf_counter() > end or not alive:
                how = "not there" if there else "still there"
                why = f"after {timeout} s" if alive else "when the program ended"
                raise AssertionError(f"{pattern.pattern!r} {how} {why}:\n{self.frame()}")
            self.pump(0.01)

    def _show(self) -> None:
        while self.show_next():
            pass

    def _row(self, row: int) -> tuple[str, list[int]]:
        """A row's text, and for each character of it the cell where it stands."""
        text, cells = "", []
        line = self._glass.screen.buffer[row]
        for column in range(self._glass.columns):
            data = line[column].data  # empty where a wide character's second half is
            text += data
            cells += [column] * len(data)
        return text, cells
