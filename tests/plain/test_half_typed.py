"""Half a sentence is kept: going back, leaving, a broken line, a power cut."""

from __future__ import annotations

from interview.workspace import Workspace
from tests.plain.conftest import Open
from tests.plain.scripted import answer_plainly, sit


def test_going_back_in_the_middle_keeps_what_was_typed(small: Workspace) -> None:
    """The fields that were filled are shown when the question comes round again."""
    printed = answer_plainly(small, ["n", "", "Run a lunch", "/back", "", "", "", "e"])
    assert "We will [Run a lunch]:" in printed
    answer = small.session.entry("purpose").answer
    assert answer is not None
    assert answer.fields["what"] == "Run a lunch"


def test_a_sentence_broken_off_is_there_the_next_evening(reopen: Open, small: Workspace) -> None:
    """Ctrl+C in the middle of a word keeps the word's beginning, and exits with 130."""
    code, printed = sit(small, ["n", ""], then="Run a lun\x03")
    assert code == 130
    assert f"Saved: {small.path}" in printed
    assert not small.session.entry("purpose").dealt_with
    again = reopen("small")
    assert "We will [Run a lun]:" in answer_plainly(again, ["", ""])
    assert again.session.entry("purpose").settled


def test_words_of_our_own_are_kept_while_they_are_typed(reopen: Open, small: Workspace) -> None:
    """Half a sentence in place of an option comes back as our own words."""
    sit(small, ["n", "/skip"], then="By tossing a co\x03")
    assert "A number [By tossing a co]:" in answer_plainly(reopen("small"), [])


def test_a_mistake_is_kept_as_it_was_typed(small: Workspace) -> None:
    """What could not be read is not lost by leaving it, and is not an answer."""
    answer_plainly(small, ["n", "", "Run a lunch", "next lambing", "/leave"])
    assert small.session.half_typed["purpose"]["fields.end"] == "next lambing"
    assert not small.session.entry("purpose").dealt_with


def test_a_command_is_not_kept_as_text(small: Workspace) -> None:
    """A word after a slash leaves nothing behind."""
    answer_plainly(small, ["n", "", "/why", "/leave"])
    assert small.session.half_typed == {}


def test_an_accepted_answer_leaves_nothing_half_typed(small: Workspace) -> None:
    """Once it is an answer, the draft is gone."""
    answer_plainly(small, ["n", "", "Run a lunch", "", "/leave"])
    assert small.session.half_typed == {}


def test_rows_half_made_are_there_on_coming_back(kinds: Workspace) -> None:
    """A row that was added before going back is still in the list."""
    from interview import commands as c

    kinds.apply(c.GoTo("jobs"))
    printed = answer_plainly(kinds, ["a", "Ann", "Lock up", "/back", "/skip", "/leave"])
    assert printed.count("2 Who: Ann; What: Lock up") == 1
    assert kinds.session.half_typed["jobs"]["rows.r1.what"] == "Lock up"


def test_the_end_of_the_input_saves_and_leaves(small: Workspace) -> None:
    """Ctrl+D, or a line that goes dead, is a way of leaving like any other."""
    code, printed = sit(small, ["n", "^D"])
    assert code == 0
    assert f"Saved: {small.path}" in printed


def test_a_note_behind_its_word_is_kept_while_it_is_typed(reopen: Open, small: Workspace) -> None:
    """Half a note is said again when the note is asked for; once handed over it is gone."""
    sit(small, ["n", ""], then="/note ask Ann fir\x03")
    again = reopen("small")
    printed = answer_plainly(again, ["", "/note", "ask Ann first", "/leave"])
    assert "ask Ann fir\n" in printed
    assert again.session.entry("purpose").note == "ask Ann first"
    assert again.session.half_typed == {}


def test_a_sentence_of_our_own_is_kept_while_it_is_typed(reopen: Open, small: Workspace) -> None:
    """Half a new wording is said again when that sentence is changed."""
    sit(small, ["n", "", "Run a lunch", "", "/words", "1"], then="Each of us will coo\x03")
    printed = answer_plainly(reopen("small"), ["/words", "1"])
    assert "Each of us will coo\n" in printed


def test_a_partner_is_kept_while_its_lines_are_typed(reopen: Open, small: Workspace) -> None:
    """Its name comes back although it was only being asked what sort of body it is."""
    sit(small, ["/partners", "a", "The Boathouse", ""], then="rowing cl\x03")
    again = reopen("small")
    printed = answer_plainly(
        again, ["/partners", "a", "The Boathouse", "", "rowing club", "", "", "", "", "/leave"]
    )
    assert "The Boathouse\n" in printed
    assert "rowing cl\n" in printed
    assert "The Boathouse" in [p.name for p in again.session.record.partners]
    assert again.session.half_typed == {}


def test_the_sheet_is_kept_while_it_is_typed(reopen: Open, small: Workspace) -> None:
    """Lines of the sheet, and half a line, are what is shown the next time."""
    sit(small, ["/room", "75", "Ann Price, The Hub"], then="Bo L\x03")
    assert small.session.half_typed["@sheet"]["people"] == "Ann Price, The Hub\nBo L"
    printed = answer_plainly(reopen("small"), ["/room", ""])
    assert "[75]" in printed
    assert "Bo L\n" in printed
