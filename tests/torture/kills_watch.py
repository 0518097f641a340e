"""Somebody who looks at the screen, frame by frame, and notes what it called saved.

What the screen calls saved. In the full screen, a frame whose header says "Saved 19:42" calls all
saved that the same frame shows as done. A sentence is done when the screen shows it and no longer
as something being typed: each act says by what that can be seen (`Claim.seen`), and no frame from
before its last key counts. Once it was called saved it stays so, whatever the header says later.
Line by line, "Saved: …" on leaving calls all saved that was handed over before.

What is being typed. A letter counts once a frame has shown it; its age is reckoned from when it
was sent. Letters that the program never showed were never promised to anybody.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from tests.terminal.driver import Terminal

_SAVED: Final = re.compile(r"Saved \d\d:\d\d$")
_DONE: Final = re.compile(r"(\d+) of (\d+) done")
_VERSION: Final = re.compile(r"Version (\d+) was handed out")
_LONGEST_PIECE, _SHORTEST_PIECE = 6, 3


@dataclass
class Sentence:
    """Words found nowhere else, and when each of their letters was sent."""

    text: str
    sent: list[float] = field(default_factory=list)
    shown: int = 0
    """How many letters, from the first, some frame has shown."""
    handed_over: bool = False
    """Whether the key that hands it over was pressed, so that leaving must save it."""

    def look(self, screen: str) -> None:
        """Note how far the screen shows it: by the end of a word, since lines wrap and scroll."""
        if not self.shown and self.text.split()[0][:_SHORTEST_PIECE] not in screen:
            return  # its first letters went elsewhere, as commands
        for count in range(len(self.sent), self.shown, -1):
            piece = self.text[:count].rpartition(" ")[2][-_LONGEST_PIECE:]
            if len(piece) >= _SHORTEST_PIECE and piece in screen:
                self.shown = count
                return

    def kept(self, text: str) -> int:
        """How many letters, from the first, a text holds."""
        return next(
            n for n in range(len(self.sent), -1, -1) if not n or self.text[:n].strip() in text
        )

    def lost(self, text: str, at: float) -> float:
        """The age, at a time, of the oldest letter that was shown and that a text lacks; or 0."""
        kept = self.kept(text)
        return at - self.sent[kept] if kept < self.shown else 0.0


@dataclass
class Claim:
    """Words that must be in the file as soon as a frame that says "Saved" shows them as `seen`.

    Only frames between the key that hands them over and the next key count: later, the words may
    be on the screen because they were refused and still stand where they were typed.
    """

    words: str
    seen: Callable[[str], bool]
    open: bool = False
    called_saved: bool = False


class Watch:
    """What was seen of one run so far."""

    def __init__(self, terminal: Terminal, *, plain: bool) -> None:
        self._terminal, self._plain = terminal, plain
        self.text = ""
        """The last whole frame."""
        self.ever_saved = False
        self.done: tuple[int, int] | None = None
        """What the last frame said of how far they are, if it said "Saved" as well."""
        self.done_at = 0.0
        self.version = 0
        """The latest version that a frame which said "Saved" called handed out."""
        self.left_saved = False
        """Whether "Saved: …" was said on leaving."""
        self.sentences: list[Sentence] = []
        self.claims: list[Claim] = []

    def look(self) -> None:
        """Show all that has come, chunk by chunk, and look at each whole frame."""
        shown: float | None = None
        while chunk := self._terminal.show_next():
            shown = chunk.at
            if not self._terminal.painting:
                self.frame("\n".join(line.rstrip() for line in self._terminal.shown), shown)

    def frame(self, text: str, at: float) -> None:
        """Take one frame in."""
        self.text = text
        for sentence in self.sentences[-1:]:
            sentence.look(text)
        if "Saved: " in text:
            self.left_saved = self.ever_saved = True
        if self._plain:
            return
        header = text.partition("\n")[0]
        self.done = None
        if not _SAVED.search(header):
            return
        self.ever_saved = True
        if found := _DONE.search(header):
            self.done, self.done_at = (int(found[1]), int(found[2])), at
        if handed := _VERSION.search(text):
            self.version = max(self.version, int(handed[1]))
        for claim in self.claims:
            claim.called_saved |= claim.open and claim.seen(text)

    def key(self, *, hands_over: bool) -> None:
        """A key is being pressed: what it hands over may be called saved until the next one."""
        for claim in self.claims:
            claim.open = False
        if hands_over:
            for claim in self.claims[-1:]:
                claim.open = True

    def forget(self, words: str | None = None) -> None:
        """These words, or all so far, may be taken back by what comes now: nothing is owed."""
        self.sentences = [s for s in self.sentences if words is not None and words not in s.text]
        self.claims = [c for c in self.claims if words is not None and words != c.words]


def now() -> float:
    """The time as the terminal stamps its chunks."""
    return time.perf_counter()
