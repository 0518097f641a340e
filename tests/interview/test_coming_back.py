"""Coming back: what is found, who holds it, what was changed elsewhere, and earlier states."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview import atomic, half_typed, two_files, versions, workspace
from interview import commands as c
from interview.recent import glance, recent
from interview.workspace import CannotOpen, OpenElsewhere, Workspace, load
from outputs.agreement import Agreement
from outputs.problems import BadAgreement
from questions.load import load as load_bank
from questions.model import Bank
from questions.values import Answer

pytestmark = pytest.mark.usefixtures("state")
SMALL = Path(__file__).parents[1] / "banks" / "small"
FIRST = dt.datetime(2027, 3, 4, 19, 0)
SECOND = dt.datetime(2027, 3, 11, 19, 0)


@pytest.fixture(scope="module")
def bank() -> Bank:
    """Five questions."""
    return load_bank(SMALL)


@pytest.fixture
def first(tmp_path: Path, bank: Bank) -> Workspace:
    """A first evening: two partners, one answer; closed."""
    made = workspace.start(tmp_path / "ours", "Mill Lane", "quick", bank, clock=lambda: FIRST)
    for name in ("The Hub", "Lunch Club"):
        made.apply(c.AddPartner(name))
    made.apply(c.Answer("money", Answer(True)))
    made.close()
    return made


@pytest.fixture
def second(first: Workspace, bank: Bank) -> Iterator[Workspace]:
    """The same agreement, opened on a second evening."""
    again = workspace.resume(first.home, bank, clock=lambda: SECOND)
    yield again
    again.close()


def settle(opened: Workspace) -> None:
    """Until the saving thread has done what it was asked."""
    end = dt.datetime.now() + dt.timedelta(seconds=10)
    while opened.save_state.kind == "saving":
        assert dt.datetime.now() < end


def money(agreement: Agreement) -> object:
    """What was answered about money."""
    every = (*agreement.clauses, *agreement.other_answers)
    return next(clause.answer for clause in every if clause.question == "money")


def edited(path: Path, old: str, new: str) -> bytes:
    """Change a file as somebody with Notepad would; its bytes afterwards."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return path.read_bytes()


# Two files


def test_what_differs_is_shown_clause_by_clause_with_when(second: Workspace) -> None:
    """Both dates, each clause that differs, and that theirs can be used."""
    edited(second.home, "answer = true", "answer = false")
    second.apply(c.AddPartner("St Anne’s"))
    settle(second)
    found = two_files.two_files(second)
    assert found is not None
    assert "of 11/03/2027 19:00" in found.said
    assert f"Theirs was written at {dt.datetime.now():%d/%m/%Y}" in found.said
    assert any(line.endswith("something beside them differs.") for line in found.differ)
    assert "Who takes part differs." in found.differ
    assert "Only in ours: St Anne’s. Only in theirs: nobody." in found.differ
    assert found.readable


def test_keeping_ours_puts_theirs_beside_it(second: Workspace) -> None:
    """Ours is the file again; theirs is there to the byte, under a name that says so."""
    theirs = edited(second.home, "answer = true", "answer = false")
    second.apply(c.AddPartner("St Anne’s"))
    settle(second)
    beside = second.keep_ours()
    settle(second)
    assert second.save_state.kind == "saved"
    assert not second.changed_elsewhere
    assert beside.read_bytes() == theirs
    assert beside.name.startswith("agreement theirs ")
    assert [p.name for p in load(second.home).partners] == ["The Hub", "Lunch Club", "St Anne’s"]
    toml_files = {p.name for p in second.home.parent.glob("*.toml")}
    assert toml_files == {"agreement.toml", beside.name}


def test_using_theirs_leaves_ours_beside_it(second: Workspace) -> None:
    """Theirs is open, and saved to; ours is beside it with every change of ours."""
    edited(second.home, "answer = true", "answer = false")
    second.apply(c.AddPartner("St Anne’s"))
    settle(second)
    ours = second.path
    theirs = second.use_theirs()
    assert [p.name for p in theirs.session.record.partners] == ["The Hub", "Lunch Club"]
    assert money(theirs.session.agreement()) is False
    assert [p.name for p in load(ours).partners] == ["The Hub", "Lunch Club", "St Anne’s"]
    assert theirs.noticed[-1].startswith(f"Beside it lies a newer copy, {ours.name}, of 11/03/2027")
    theirs.apply(c.AddPartner("The Choir"))
    assert theirs.close().kind == "saved"


def test_theirs_that_cannot_be_read_cannot_be_used(second: Workspace) -> None:
    """It is said why; ours stays open, and can be put in its place."""
    second.home.write_text("format = 1\n[agreement\n")
    second.apply(c.AddPartner("St Anne’s"))
    settle(second)
    found = two_files.two_files(second)
    assert found is not None
    assert not found.readable
    assert "Theirs cannot be read: line 2" in found.said
    with pytest.raises(BadAgreement):
        second.use_theirs()
    second.apply(c.AddPartner("The Choir"))
    second.keep_ours()
    assert second.close().kind == "saved"


def test_a_change_elsewhere_is_noticed_while_nobody_changes_anything(second: Workspace) -> None:
    """On a look at the file, as the clock brings one about; our own copy is then written beside."""
    told: list[str] = []
    second.on_save = lambda state: told.append(state.kind)
    before = second.home.read_bytes()
    edited(second.home, "answer = true", "answer = false")
    second.look_at_the_file()
    end = dt.datetime.now() + dt.timedelta(seconds=10)
    while "changed" not in told:
        assert dt.datetime.now() < end
    assert second.path.read_bytes() == before


# The lock


def test_who_holds_it_is_named_and_the_note_is_gone_afterwards(
    second: Workspace, bank: Bank, state: Path
) -> None:
    """Since when, by whom, on which computer; and it can be looked at meanwhile."""
    note = next((state / "locks").glob("*.json"))
    note.write_text(json.dumps({"user": "ann\x1b[31m", "computer": "hall", "since": "19:02"}))
    with pytest.raises(OpenElsewhere) as caught:
        workspace.resume(second.home, bank)
    said = str(caught.value)
    assert "is open in another window since 19:02 (by ann, on the computer hall)." in said
    assert "look at it without changing it" in said
    assert load(second.home).about.title == "Mill Lane"
    second.close()
    assert not note.exists()
    workspace.resume(second.home, bank).close()


# What is found


def test_the_start_says_what_was_found_and_what_is_half_typed(
    second: Workspace, state: Path
) -> None:
    """From when it is, how far it has got, and the words nobody had accepted yet."""
    words = "keep the hall warm and open every Tuesday of the year"
    second.apply(c.Type("purpose", {"fields.what": words, "rows": "r1 r2"}))
    second.close()
    (found,) = recent(state)
    said = f"half typed: “{words[:40].rstrip()}…”"
    assert found.in_words == f"04/03/2027 19:00, {found.answered} of {found.asked} answered, {said}"


def test_an_agreement_that_was_ruined_is_still_said_to_be_there(
    first: Workspace, state: Path
) -> None:
    """Or a group would think that its evening is gone, and begin again."""
    for ruined in (b"", b"\xff\xfe", first.home.read_bytes()[:900]):
        first.home.write_bytes(ruined)
        (found,) = recent(state)
        assert (found.called, found.broken) == ("ours", True)
        assert "cannot be read as it is" in found.in_words


def test_a_copy_is_called_by_its_own_name(first: Workspace, state: Path, bank: Bank) -> None:
    """Two lines on the start screen can be told apart."""
    copy = first.home.with_name("agreement rescued 2027-03-04 20.51.toml")
    copy.write_bytes(first.home.read_bytes())
    workspace.resume(copy, bank, clock=lambda: SECOND).close()
    assert {found.called for found in recent(state)} == {
        "Mill Lane",
        "Mill Lane (agreement rescued 2027-03-04 20.51)",
    }


def test_an_older_bank_is_noticed(first: Workspace, bank: Bank) -> None:
    """Made with another version of the questions: it opens, and that is said."""
    edited(first.home, f'bank_version = "{bank.version}"', 'bank_version = "0.1"')
    again = workspace.resume(first.home, bank, clock=lambda: SECOND)
    assert any("version 0.1 of these questions" in line for line in again.noticed)
    again.close()


def test_a_copy_cut_off_between_two_tables_is_noticed(first: Workspace, bank: Bank) -> None:
    """It reads as a shorter agreement, but it does not have what its head says."""
    text = first.home.read_text("utf-8")
    first.home.write_text(text[: text.rindex("[[other_answer]]")], "utf-8")
    again = workspace.resume(first.home, bank, clock=lambda: SECOND)
    said = "Questions dealt with, by its own count: 1. There are 0 in it."
    assert again.noticed[-1].startswith(said)
    again.close()


# Earlier states


def test_how_it_stood_when_the_meeting_began_is_kept_once_something_changes(
    second: Workspace,
) -> None:
    """Not by opening alone; and once an evening, however often it is opened."""
    before = second.home.read_bytes()
    assert versions.kept(second.home) == ()
    second.apply(c.AddPartner("St Anne’s"))
    second.close()
    (kept,) = versions.kept(second.home)
    assert kept.label == "As the meeting of 11 March 2027 began"
    assert kept.path.read_bytes() == before
    again = workspace.resume(second.home, second.session.bank, clock=lambda: SECOND)
    again.apply(c.AddPartner("The Choir"))
    again.close()
    assert [k.path.read_bytes() for k in versions.kept(second.home)] == [before]


def test_an_earlier_state_is_brought_back_and_that_can_be_undone(second: Workspace) -> None:
    """Who joined since is out, and can be asked back; how it stood is kept, and undo works."""
    second.apply(c.AddPartner("St Anne’s"))
    second.apply(c.SetAbsent("st-annes"))
    second.apply(c.Answer("money", Answer(False)))
    stood = second.session.record
    settle(second)
    beginning = versions.beginning_file(second.home.parent, SECOND.date())
    second.bring_back(beginning)
    record = second.session.record
    assert [p.name for p in record.present] == ["The Hub", "Lunch Club"]
    assert money(second.session.agreement()) is True
    settle(second)
    assert load(second.home) == second.session.agreement()  # references and all
    before = [k for k in versions.kept(second.home) if "before going back" in k.path.name]
    assert [len(load(k.path).present) for k in before] == [3]
    second.apply(c.Undo())
    assert second.session.record == stood


def test_bringing_back_keeps_what_was_handed_out(second: Workspace) -> None:
    """A version's number is on paper by now."""
    second.apply(c.HandOut())
    settle(second)
    second.bring_back(second.home)
    assert [v.number for v in second.session.record.versions] == [1]


def test_a_state_that_cannot_be_read_is_not_brought_back(second: Workspace, tmp_path: Path) -> None:
    """The agreement is as it was."""
    bad = tmp_path / "bad.toml"
    bad.write_text("nothing of ours")
    stood = second.session.record
    with pytest.raises(BadAgreement):
        second.bring_back(bad)
    with pytest.raises(CannotOpen):
        second.bring_back(tmp_path / "not there.toml")
    assert second.session.record is stood


def test_copies_are_those_of_this_agreement_and_no_links(first: Workspace, tmp_path: Path) -> None:
    """A synchronised copy is listed; another agreement, a link and a stray file are not."""
    folder = first.home.parent
    copy = folder / "agreement (conflicted copy).toml"
    copy.write_bytes(first.home.read_bytes())
    (folder / "agreement link.toml").symlink_to(copy)
    (folder / "agreement of others.toml").write_text(
        first.home.read_text("utf-8").replace(f'id = "{first.session.record.id}"', 'id = "x"', 1)
    )
    (folder / "agreement empty.toml").write_bytes(b"")
    assert [k.path for k in versions.copies(first.home)] == [copy]
    assert glance(folder / "agreement empty.toml") is None


# Privacy


def test_a_new_folder_and_all_in_it_are_for_its_owner_alone(first: Workspace, state: Path) -> None:
    """Unless the folder was there and says otherwise."""
    atomic.write(first.home.parent / "versions" / "version 1.toml", b"")
    every = [first.home.parent, *first.home.parent.rglob("*"), state, *state.rglob("*")]
    assert [p for p in every if p.stat().st_mode & 0o077] == []


def test_nothing_that_was_cut_off_lies_about_afterwards(
    second: Workspace, state: Path, bank: Bank
) -> None:
    """Half-written files of the agreement and of what is half typed go on the next opening."""
    draft = half_typed.path_for(state, second.session.record.id)
    second.apply(c.Type("purpose", {"fields.what": "keep the hall warm"}))
    second.close()
    left = [second.home.with_name(".agreement.toml.abcd1234.tmp")]
    left.append(draft.with_name(f".{draft.name[:20]}.abcd1234.tmp"))
    old = second.home.parent / "versions" / ".version 1.toml.abcd1234.tmp"
    old.parent.mkdir(exist_ok=True)
    for path in (*left, old):
        path.write_text("half")
    os.utime(old, (0, 0))
    workspace.resume(second.home, bank, clock=lambda: SECOND).close()
    assert [path for path in (*left, old) if path.exists()] == []
    assert draft.exists()
