"""Earlier versions, a file changed elsewhere, and looking without changing, on the screens."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview import commands as c
from interview import recent
from interview.tui.app import JointWorking
from interview.workspace import Workspace, load
from questions.values import Answer, Period
from tests.tui.hands import at, click_words, flat, frame, message, opened, until, words


def change_elsewhere(workspace: Workspace) -> None:
    """What somebody with Notepad does to the file."""
    text = workspace.home.read_text("utf-8")
    workspace.home.write_text(text.replace('name = "The Hub"', 'name = "The Club"'), "utf-8")


async def test_a_file_changed_elsewhere_is_told_and_ours_is_kept(evening: Workspace) -> None:
    """The line says so and how to choose; the choice is shown with what differs; ours wins."""
    async with opened(evening, at="decide") as pilot:
        await until(pilot, lambda: words(pilot, "#header-saved").startswith("Saved "))
        change_elsewhere(evening)
        evening.apply(c.Answer("decide", Answer("every-yes", {"wait": Period(7, "day")})))
        await until(pilot, lambda: "The file was changed elsewhere." in message(pilot))
        assert "Ctrl+R shows both, and you choose." in message(pilot)
        assert words(pilot, "#header-saved") == "Two files"
        await pilot.press("ctrl+r")
        assert "Who takes part differs." in flat(pilot)
        assert "Theirs was written at" in flat(pilot)
        await pilot.press("enter")  # the arrow stands on nothing that decides
        await until(pilot, lambda: at(pilot) == "LookScreen")
        assert "The Club" in frame(pilot)
        await pilot.press("escape")
        await click_words(pilot, "Keep ours, and put theirs beside it")
        await until(pilot, lambda: words(pilot, "#header-saved").startswith("Saved "))
        assert "Yours is in its place again. Theirs is kept as agreement theirs" in message(pilot)
    assert [p.name for p in load(evening.home).partners][-1] == "The Hub"
    (theirs,) = evening.home.parent.glob("agreement theirs *.toml")
    assert [p.name for p in load(theirs).partners][-1] == "The Club"


async def test_theirs_can_be_used_and_leaving_asks_first(evening: Workspace) -> None:
    """Q shows the choice before it leaves; theirs is open then, and ours lies beside it."""
    async with opened(evening, at="decide") as pilot:
        await until(pilot, lambda: words(pilot, "#header-saved").startswith("Saved "))
        change_elsewhere(evening)
        evening.apply(c.Note("decide", "ours alone"))
        await until(pilot, lambda: "changed elsewhere" in message(pilot))
        await pilot.press("escape", "ctrl+q")
        assert at(pilot) == "VersionsScreen"
        assert "Ctrl+Q leaves both" in message(pilot)
        await click_words(pilot, "Use theirs, and leave ours beside it")
        await until(pilot, lambda: "This is theirs. Yours is kept as" in flat(pilot))
        app = pilot.app
        assert isinstance(app, JointWorking)
        assert app.workspace is not None
        theirs = app.workspace
        assert [p.name for p in theirs.session.record.partners][-1] == "The Club"
    (ours,) = evening.home.parent.glob("agreement ours *.toml")
    kept = load(ours)
    assert "ours alone" in {clause.note for clause in (*kept.clauses, *kept.other_answers)}
    assert theirs.close().kind == "saved"


async def test_a_version_is_looked_at_and_brought_back(evening: Workspace) -> None:
    """Enter shows it as a document; Ctrl+S brings it back; z takes that back."""
    folder = evening.home.parent / "versions"
    folder.mkdir()
    evening.apply(c.HandOut())
    async with opened(evening, at="decide") as pilot:
        await until(pilot, lambda: words(pilot, "#header-saved").startswith("Saved "))
        (folder / "version 1.toml").write_bytes(evening.home.read_bytes())
        evening.apply(c.SetTitle("Another name"))
        await pilot.press("ctrl+r")
        assert "Version 1, as handed out   04/03/2027 19:00" in frame(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "Ctrl+S bring this back" in frame(pilot))
        assert "Mill Lane" in frame(pilot)
        await click_words(pilot, "Ctrl+S bring this back")
        await until(pilot, lambda: "It is as it was then." in flat(pilot))
        assert evening.session.record.title == "Mill Lane"
        await pilot.press("escape", "z")
        await pilot.pause()
        assert evening.session.record.title == "Another name"


async def test_there_may_be_nothing_yet(evening: Workspace) -> None:
    """It is said what will be kept; Esc goes back to the question."""
    async with opened(evening, at="decide") as pilot:
        await pilot.press("ctrl+r")
        assert "There is no earlier state yet." in flat(pilot)
        await pilot.press("enter", "escape")
        assert at(pilot) == "QuestionScreen"


async def test_the_start_offers_to_look_without_changing(
    evening: Workspace, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found, with its earlier states; nothing in the folder changes."""
    monkeypatch.setattr("interview.tui.screens.start.StartScreen.AUTO_FOCUS", "")
    evening.apply(c.Type("decide", {"fields.wait": "as long as it takes"}))
    evening.close()
    recent.remember(state, evening.home)
    before = {p: p.read_bytes() for p in evening.home.parent.rglob("*.toml")}
    async with opened(None) as pilot:
        await until(pilot, lambda: "Go on with Mill Lane" in frame(pilot))
        assert "half typed: “as long as it takes”" in flat(pilot)
        await click_words(pilot, "Look at one of these")
        await until(pilot, lambda: at(pilot) == "FoundScreen")
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot) == "LookScreen")
        assert "bring this back" not in frame(pilot)
        await pilot.press("escape", "escape")
        assert at(pilot) == "StartScreen"
    assert {p: p.read_bytes() for p in evening.home.parent.rglob("*.toml")} == before


async def test_what_another_window_holds_is_shown_and_not_opened(
    evening: Workspace, state: Path
) -> None:
    """The start screen says who holds it, and shows it as it was saved."""
    recent.remember(state, evening.home)
    async with opened(None) as pilot:
        await until(pilot, lambda: "▸ Go on with Mill Lane" in frame(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot) == "LookScreen")
        assert "is open in another window since" in flat(pilot)
        assert "This is how it was saved." in flat(pilot)
        await pilot.press("escape")
        assert "is open in another window" in words(pilot, "#message")
