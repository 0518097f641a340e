"""The window, the disk, and text that nobody expected."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview import atomic, saver, workspace
from interview import commands as c
from interview.workspace import Workspace
from questions.load import load
from questions.values import Answer, Own, Period
from tests.tui.conftest import EVENING, EVENING_BANK
from tests.tui.hands import (
    app_of,
    at,
    flat,
    frame,
    go,
    line,
    message,
    opened,
    until,
    words,
    write,
)

HOSTILE = "[/] [b]x[/b] [@click=app.quit]y[/] [0] \\[z] {w} $c"
DECIDED = Answer("every-yes", {"wait": Period(7, "day")})


async def test_a_small_window_says_so_and_loses_nothing(evening: Workspace) -> None:
    """Growing it again brings back the same half-typed text, with the cursor in it."""
    async with opened(evening, at="story") as pilot:
        await write(pilot, "We met on a bu")
        await pilot.resize_terminal(30, 8)
        await until(pilot, lambda: "Please make the window larger." in flat(pilot))
        assert "Nothing is lost." in flat(pilot)
        await pilot.press("x", "enter", "b")
        await pilot.resize_terminal(100, 40)
        await until(pilot, lambda: at(pilot) == "QuestionScreen")
        assert "We met on a bu" in flat(pilot)
        await write(pilot, "s.")
        await pilot.press("ctrl+s")
        answer = evening.session.entry("story").answer
        assert answer is not None
        assert answer.value == "We met on a bus."


async def test_starting_in_a_small_window(evening: Workspace) -> None:
    """It says so from the beginning."""
    async with opened(evening, size=(30, 8)) as pilot:
        await until(pilot, lambda: "Please make the window larger." in flat(pilot))
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: at(pilot) == "OpeningScreen")


@pytest.mark.parametrize("size", [(40, 12), (200, 60)])
async def test_every_screen_draws_at_every_size(evening: Workspace, size: tuple[int, int]) -> None:
    """From the smallest that we take to a wall."""
    evening.apply(c.Answer("money", Answer(True)))
    evening.apply(c.Answer("decide", DECIDED))
    async with opened(evening, size=size) as pilot:
        for question in [q.id for q in evening.session.path]:
            await go(pilot, question)
            assert frame(pilot).strip()
        for place in ("check", "parked", "finish", "help"):
            await getattr(app_of(pilot), f"do_{place}")()
            await pilot.pause()
            assert frame(pilot).strip()


async def test_the_header_follows_the_window(ours: Workspace) -> None:
    """Where the themes do not fit, it is the one that we are at, and of how many."""
    async with opened(ours, size=(100, 24)) as pilot:
        assert "▸ Purpose  · Expectations" in frame(pilot)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "▸ Who we are and why  1 of 6" in frame(pilot))
        await pilot.resize_terminal(100, 24)
        await until(pilot, lambda: "▸ Purpose  · Expectations" in frame(pilot))


async def test_a_disk_that_says_no_is_told_and_tried_again(
    evening: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the header and in the line; the work goes on, and is saved when the disk can."""
    full = True
    write_really = atomic.write

    def write_or_not(path: Path, data: bytes, *, private: bool = False) -> None:
        if full:
            raise OSError(errno.ENOSPC, "No space left on device")
        write_really(path, data, private=private)

    monkeypatch.setattr(atomic, "write", write_or_not)
    monkeypatch.setattr(saver, "RETRY", 0.05)
    async with opened(evening, at="decide") as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "NOT SAVED" in frame(pilot))
        await until(pilot, lambda: "NOT SAVED YET: the disk is full." in message(pilot))
        await pilot.press("e")
        await pilot.pause()
        assert evening.session.at == "table"
        assert "NOT SAVED" in frame(pilot)
        full = False
        await until(pilot, lambda: words(pilot, "#header-saved").startswith("Saved "))
        assert "Saved again" in message(pilot)
    assert "every-yes" in evening.path.read_text("utf-8")


async def test_what_was_said_beside_a_failure_stays_when_it_is_over(
    evening: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a version was not all written is still so once the agreement is saved again."""
    full = OSError(errno.ENOSPC, "No space left on device")
    write_really = atomic.write

    def write_not(path: Path, data: bytes, *, private: bool = False) -> None:
        raise full

    monkeypatch.setattr(saver, "RETRY", 0.3)
    async with opened(evening, at="decide") as pilot:
        await app_of(pilot).do_finish()
        monkeypatch.setattr(atomic, "write", write_not)
        evening.save()
        await until(pilot, lambda: "NOT SAVED YET" in message(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "not all written: the disk is full" in message(pilot))
        await until(pilot, lambda: "NOT SAVED YET" in message(pilot))
        monkeypatch.setattr(atomic, "write", write_really)
        await until(pilot, lambda: "Saved again" in message(pilot))
        assert "not all written: the disk is full" in message(pilot)
        assert "NOT SAVED YET" not in message(pilot)


async def test_nothing_on_its_way_to_the_disk_is_ever_called_saved(ours: Workspace) -> None:
    """The header says "Saving…" before anything that is being saved can be drawn."""
    async with opened(ours) as pilot:
        await until(pilot, lambda: words(pilot, "#header-saved").startswith("Saved "))
        for command in (c.AddPartner("The Hub"), c.Next()):
            ours.apply(command)
            assert words(pilot, "#header-saved") == "Saving…"  # nothing was awaited, so none drawn
            await until(pilot, lambda: words(pilot, "#header-saved").startswith("Saved "))


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Workspace]:
    """Whatever can be called something is called something that is not markup."""
    bank = load(EVENING_BANK)
    made = workspace.start(
        tmp_path / "hostile", HOSTILE, "quick", bank, clock=lambda: EVENING, id="h"
    )
    made.apply(c.AddPartner(f"{HOSTILE} one", HOSTILE, HOSTILE, HOSTILE))
    made.apply(c.AddPartner(f"{HOSTILE} two"))
    made.apply(c.Answer("decide", Answer(Own(HOSTILE), {"wait": Period(7, "day")})))
    made.apply(
        c.TakePosition("decide", made.session.record.partners[0].id, "cannot-accept", HOSTILE)
    )
    made.apply(c.Note("decide", HOSTILE))
    made.apply(c.AddSentence("decide", HOSTILE))
    made.apply(c.Answer("story", Answer(HOSTILE)))
    made.apply(c.Park("keys", HOSTILE))
    made.apply(c.Park("table", HOSTILE))
    made.apply(c.ParkItem(HOSTILE, HOSTILE))
    yield made
    made.close()


async def test_text_is_shown_as_it_is_everywhere(hostile: Workspace) -> None:
    """Titles, names, answers, notes, reasons: on every screen, and nothing crashes."""
    async with opened(hostile, size=(200, 60)) as pilot:
        for question in [q.id for q in hostile.session.path]:
            await go(pilot, question)
            assert HOSTILE in frame(pilot)
        await go(pilot, "decide")
        assert HOSTILE in words(pilot, "#clause")
        for keys in (("escape", "j"), ("escape", "d"), ("escape", "escape", "4")):
            await pilot.press(*keys)
            await pilot.pause()
            assert HOSTILE in frame(pilot)
        await pilot.press("escape", "escape")
        for place in ("check", "parked", "finish"):
            await getattr(app_of(pilot), f"do_{place}")()
            await pilot.pause()
            assert frame(pilot).count(HOSTILE) > 1, place
        pilot.app.notify(HOSTILE, title="", markup=False)
        await pilot.pause()


async def test_the_bank_s_text_is_shown_as_it_is(tmp_path: Path) -> None:
    """A bank is written by people who have never heard of markup."""
    folder = tmp_path / "bank"
    folder.mkdir()
    for file in EVENING_BANK.glob("*.toml"):
        text = file.read_text("utf-8")
        for word in ("Which organisations", "When it is", "Every partner says yes", "One partner"):
            text = text.replace(word, f"[/] [b]{word}")
        for label in ("Decision", "Who we are and why", "We are here to write", "Told by"):
            text = text.replace(label, f"[/] [0] {label}")
        text = text.replace('hint = "', 'hint = "[/] ').replace('explain = "', 'explain = "[/] ')
        (folder / file.name).write_text(text, encoding="utf-8")
    made = workspace.start(tmp_path / "a", "A", "quick", load(folder), clock=lambda: EVENING)
    made.apply(c.AddPartner("Lunch Club"))
    async with opened(made, size=(140, 50)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert "[/] [0] We are here to write a first draft." in frame(pilot)
        await pilot.press("ctrl+s")
        await go(pilot, "who-we-are")
        assert "[/] [b]Which organisations" in frame(pilot)
        await go(pilot, "decide")
        for said in ("[/] [b]When it is", "[/] [b]One partner", "[/] [b]Every partner", "[/] Fair"):
            assert said in frame(pilot)
        await go(pilot, "table")
        assert "[/] [0] Decision" in frame(pilot)
        await pilot.press("escape", "c")
        await pilot.pause()
        assert "[/] [0] Who we are and why" in frame(pilot)
    made.close()


async def test_a_file_with_control_characters_opens_cleaned(evening: Workspace) -> None:
    """Neither an escape sequence nor a turned-round line reaches the terminal."""
    evening.apply(c.Answer("story", Answer("We met on a bus.")))
    evening.close()
    bad = evening.path.read_text("utf-8").replace("on a bus", "on\\u001b[31m a\\u202e bus\\u0007")
    bad = bad.replace('"Mill Lane"', '"Mill\\u001b[2J Lane\\u2066"')
    evening.path.write_text(bad, encoding="utf-8")
    again = workspace.resume(evening.path, load(EVENING_BANK), clock=lambda: EVENING)
    async with opened(again, at="story") as pilot:
        shown = frame(pilot)
        assert not {"\x1b", "\u202e", "\u2066", "\x07"} & set(shown)
        assert "Mill" in shown
        assert "bus" in shown
    again.close()


async def test_pasted_control_characters_are_cleaned(evening: Workspace) -> None:
    """Before they are an answer, and before they are on the screen."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("3", "enter")
        await write(pilot, "a\x1b[31mred\u202e coin")
        assert not {"\x1b", "\u202e"} & set(frame(pilot))
        assert not {"\x1b", "\u202e"} & set(line(pilot).value)
        await pilot.press("enter")
        answer = evening.session.entry("decide").answer
        assert answer is not None
        assert isinstance(answer.value, Own)
        assert not {"\x1b", "\u202e"} & set(answer.value.text)


async def test_a_paste_of_several_lines_is_whole(evening: Workspace) -> None:
    """A line takes it as one line, a page as it is."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("3", "enter")
        await write(pilot, "we toss\r\na coin")
        assert line(pilot).value == "we toss a coin"
        await go(pilot, "story")
        await write(pilot, "One\r\nTwo")
        await pilot.press("ctrl+s")
        answer = evening.session.entry("story").answer
        assert answer is not None
        assert answer.value == "One\nTwo"


async def test_a_narrow_window_cuts_nothing_off_a_long_clause(ours: Workspace) -> None:
    """Its height is reckoned for the width it has, down to the last key under the partners."""
    for name in ("Lunch Club", "St Anne’s", "The Hub"):
        ours.apply(c.AddPartner(name))
    async with opened(ours, at="steps", size=(60, 20)) as pilot:
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "4 not as it stands" in frame(pilot))
        reading = pilot.app.screen.query_one("#reading")
        assert reading.virtual_size.height <= reading.size.height
