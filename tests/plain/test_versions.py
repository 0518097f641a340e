"""Earlier versions, and a file changed elsewhere, line by line."""

from __future__ import annotations

import time

from interview import commands as c
from interview.workspace import Workspace, load
from tests.plain.scripted import answer_plainly, sit


def changed_elsewhere(workspace: Workspace) -> None:
    """Somebody with Notepad was at the file, and we have saved since."""
    until(workspace, "saved")
    text = workspace.home.read_text("utf-8")
    workspace.home.write_text(text.replace('name = "The Hub"', 'name = "The Club"'), "utf-8")
    workspace.apply(c.SetTitle("Ours"))
    until(workspace, "changed")


def until(workspace: Workspace, kind: str) -> None:
    """Until the saving thread has come so far."""
    end = time.monotonic() + 10
    while workspace.save_state.kind != kind:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_file_changed_elsewhere_is_told_and_ours_is_kept(small: Workspace) -> None:
    """What differs is read out; ours is in its place again, theirs beside it."""
    changed_elsewhere(small)
    printed = answer_plainly(small, ["/versions", "both", "ours", ""])
    assert "/versions shows both, and you choose." in printed
    assert "Who takes part differs." in printed
    assert "Please type one of these words, or press Enter." in printed
    assert "Yours is in its place again." in printed
    assert load(small.home).about.title == "Ours"
    assert len(list(small.home.parent.glob("agreement theirs *.toml"))) == 1


def test_theirs_can_be_used_and_is_what_is_saved_from_then_on(small: Workspace) -> None:
    """The sitting goes on with theirs; the file it says it saved is theirs."""
    changed_elsewhere(small)
    code, printed = sit(small, ["/versions", "theirs", "n"])
    assert code == 0
    assert "This is theirs. Yours is kept as agreement ours" in printed
    partners = [p.name for p in load(small.home).partners]
    assert "The Club" in partners
    assert len(list(small.home.parent.glob("agreement ours *.toml"))) == 1


def test_leaving_with_two_files_asks_once_and_says_where_ours_lies(small: Workspace) -> None:
    """Enter leaves both; nothing is written over."""
    changed_elsewhere(small)
    theirs = small.home.read_bytes()
    printed = answer_plainly(small, ["/leave", "", ""])
    assert "Type ours or theirs; Enter leaves both as they are:" in printed
    assert "yours lies beside it, in agreement ours" in printed
    assert small.home.read_bytes() == theirs


def test_a_version_is_read_and_brought_back(small: Workspace) -> None:
    """By its number; and it can be undone."""
    folder = small.home.parent / "versions"
    folder.mkdir()
    small.apply(c.HandOut())
    until(small, "saved")
    (folder / "version 1.toml").write_bytes(small.home.read_bytes())
    small.apply(c.SetTitle("Another name"))
    printed = answer_plainly(small, ["/versions", "7", "1", "b 1", "/undo"])
    assert "Version 1, as handed out" in printed
    assert "# Mill Lane" in printed
    assert "It is as it was then. /undo takes that back." in printed
    assert small.session.record.title == "Another name"
