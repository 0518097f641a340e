"""Strings that break programs, pasted into the screens: each is shown as it was typed."""

from __future__ import annotations

import unicodedata
from typing import Final

from rich.cells import cell_len

from interview.partners import NAME_LENGTH
from interview.workspace import Workspace
from questions.text import clean, safe
from tests.interview.naughty import NAUGHTY
from tests.tui.hands import frame, opened, write

_SHORT_ENOUGH: Final = 50  # the line is this wide


def _is_bad(text: str) -> bool:
    """Whether a screen could trip over it: markup, controls, turned, stacked or wide signs."""
    signs = {unicodedata.category(sign) for sign in text} & {"Cc", "Cf", "Mn", "So", "Sk"}
    return bool(signs) or bool({"R", "AL"} & set(map(unicodedata.bidirectional, text)))


_BAD: Final = list(
    {
        clean(text).casefold(): text
        for text in NAUGHTY
        if _is_bad(text) and cell_len(clean(text)) <= _SHORT_ENOUGH
    }.values()
)
WORST: Final = [
    *_BAD[::4],  # all of them would take a minute
    *(text for text in _BAD if set(text) & {"\x1b", "\x07"} and text not in _BAD[::4]),
    *(
        "[/]",
        "[bold]",
        "{{ 7*7 }}",
        "<script>alert(123)</script>",
        "$(touch it)",
        "%*.*s",
        "--help",
    ),
]


def _commands(shown: str) -> set[str]:
    """What is on the screen that would command a terminal, or turn or hide what is there."""
    return {sign for sign in shown.replace("\n", "") if safe(sign) != sign}


def _tight(text: str) -> str:
    """Without blanks: how wide a sign is, terminals do not agree."""
    return "".join(text.split())


def test_there_are_enough_of_them() -> None:
    """Two dozen at least."""
    assert len(WORST) >= 24


async def test_pasted_as_names_they_stand_in_the_table_as_they_are(bare: Workspace) -> None:
    """A row for each, shown whole, and kept as the gate left it."""
    async with opened(bare, at="who-we-are", size=(140, 36)) as pilot:
        for text in WORST:
            await write(pilot, text)
            assert not _commands(frame(pilot)), text
            assert _tight(clean(text)) in _tight(frame(pilot)), text
            await pilot.press(*["enter"] * 4)
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert not _commands(frame(pilot))
    names = [partner.name for partner in bare.session.record.partners]
    assert names == [clean(text)[:NAME_LENGTH].rstrip() for text in WORST]
