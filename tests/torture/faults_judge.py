"""Was a promise broken? What is looked at while the program runs, and what is found afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from interview.workspace import CannotOpen, load
from outputs.problems import BadAgreement
from tests.terminal.driver import Terminal
from tests.torture.faults_kinds import Fault
from tests.torture.faults_world import World

WORD: Final = re.compile(r"Saved beside|NOT SAVED|Two files|Saving…|Saved \d\d:\d\d")
"""What the header says of the disk."""

_SAID: Final = re.compile(
    r"NOT SAVED YET|changed elsewhere|deleted elsewhere|Another program|nothing is kept"
    r"|not all written|cannot be|in another window|There is no file|Saved again|usual place"
)
"""What tells a sentence about the disk from the rest of a screen."""

_PLACE: Final = re.compile(r"(/[^\n]*?\.toml)")


@dataclass
class Seen:
    """What one run showed."""

    fault: str
    moment: str
    saw: list[str] = field(default_factory=list)
    """The words in the header and the sentences, in the order in which they came."""
    broken: list[str] = field(default_factory=list)
    """The promises that were not kept."""
    lies: str = ""
    """What was on the disk afterwards."""
    skipped: str = ""
    accepted: str = ""
    """An answer that was taken, in the words that it makes in the file."""

    def note(self, what: str) -> None:
        """Something that was seen, once."""
        if what and what not in self.saw:
            self.saw.append(what)


def look(seen: Seen, terminal: Terminal, world: World) -> str:
    """Note what the screen says of the disk, and see whether it is so; gives back the word."""
    text = terminal.text
    words = WORD.findall(text)
    word = words[0] if words else ""
    seen.note(re.sub(r" \d\d:\d\d", "", word))
    for line in text.split("\n"):
        if _SAID.search(line):
            said = short(re.sub(r"[│ ]{2,}", " ", line).strip("│ "), world)
            seen.note(f"“{said}{'' if said.endswith('.') else ' …'}”")
    holders = [p for p in world.agreements() if seen.accepted in _text(p)]
    # Of what was saved before it is not known at once that it is gone: it is looked at now and then.
    saved = word.startswith("Saved ") and word != "Saved beside"
    if saved and seen.accepted and world.real not in holders:
        seen.broken.append("the header says Saved, and the file does not hold it")
    if word in ("Saved beside", "Two files") and not holders:
        seen.broken.append(f"the header says {word}, and nothing holds it")
    if word == "NOT SAVED" and not _SAID.search(text):
        seen.broken.append("NOT SAVED without a sentence that says why")
    return word


def judge(seen: Seen, fault: Fault, world: World, before: bytes, ended: tuple[int, str]) -> None:
    """What was found afterwards, and what the last words said of it."""
    code, told = ended
    whole = []
    for path in world.agreements():
        try:
            load(path)
            whole.append(path)
        except (CannotOpen, BadAgreement):
            seen.broken.append(f"{path.name} is half a file, or none")
    for path in world.files():
        if path.stat().st_size == 0:
            seen.broken.append(f"{path.name} is empty")
    there = world.real.read_bytes() if world.real.exists() else None
    not_opened = seen.moment == "start" and code == 3 and not seen.accepted
    if fault.theirs and there != before:
        seen.broken.append("what somebody else wrote was written over")
    if not_opened and there not in (before, None):
        seen.broken.append("it could not be opened, and was changed all the same")
    holders = [path for path in whole if seen.accepted in _text(path)]
    nowhere = code == 3 and fault.everywhere and "NOT SAVED" in told
    if not holders and not not_opened and not nowhere:
        seen.broken.append("an answer that was taken lies nowhere")
    if code == 3 and not not_opened and not nowhere:
        seen.broken.append("not saved, though another place would have taken it")
    if code not in (0, 3):
        seen.broken.append(f"exit status {code}")
    if "Traceback" in told:
        seen.broken.append("a traceback")
    places = [Path(place) for place in _PLACE.findall(told)]
    if code == 0 and not any(world.outside(place) in holders for place in places):
        seen.broken.append("the last words name no place that holds it")
    if code == 3 and not told.strip():
        seen.broken.append("it ended without a word")
    found = (p for p in whole if p.parent.name != "versions")
    seen.lies = ", ".join(sorted(_where(world, p, seen.accepted) for p in found)) or "nothing"
    seen.note(f"exit {code}: “{short(told, world)}”")


def short(told: str, world: World) -> str:
    """What was said, without the folders of this run and what is said each time."""
    again = "We go on, and try again every few seconds."
    return " ".join(told.replace(f"{world.folder}/", "").replace(again, "").split())


def _where(world: World, path: Path, accepted: str) -> str:
    place = path.relative_to(world.folder).as_posix()
    return f"{'new' if accepted in _text(path) else 'old'}: {_no_days(place)}"


def _no_days(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d \d\d\.\d\d", "…", text)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def table(rows: list[Seen]) -> Iterator[str]:
    """All that was seen, as a table in Markdown."""
    yield "| fault | moment | what the person saw | what was on the disk afterwards | promise |"
    yield "|---|---|---|---|---|"
    for row in rows:
        saw = _no_days(" · ".join(row.saw)).replace("|", "\\|")
        kept = "**broken**: " + "; ".join(row.broken) if row.broken else "kept"
        if row.skipped:
            saw, kept = f"not tried: {row.skipped}", "—"
        yield f"| {row.fault} | {row.moment} | {saw} | {row.lies} | {kept} |"
