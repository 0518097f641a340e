"""The words after a slash: every one works, at any prompt, and nothing is lost by it."""

from __future__ import annotations

import pytest

from interview import actions
from interview import commands as c
from interview.plain.handlers import HANDLERS
from interview.workspace import Workspace
from questions.values import Answer
from tests.plain.scripted import answer_quickly


def _lunch(opened: Workspace) -> None:
    """Answer and agree to the second question, and stay on it."""
    opened.apply(c.Answer("purpose", Answer(fields={"what": "Run a lunch"})))
    opened.apply(c.EveryoneAgrees("purpose"))
    opened.apply(c.GoTo("purpose"))


def test_every_action_with_a_word_has_a_handler() -> None:
    """A row in the table of actions that this form cannot do is named here."""
    assert {a.id for a in actions.ACTIONS if a.word} == set(HANDLERS)


@pytest.mark.parametrize("action", actions.at(actions.QUESTION), ids=lambda a: a.word)
def test_every_word_can_be_typed_on_a_question(small: Workspace, action: actions.Action) -> None:
    """No word is unknown where the table says that it is on offer, and none stops the sitting."""
    _lunch(small)
    printed = answer_quickly(small, [f"/{action.word}", "", "", "/leave"])
    assert "There is no /" not in printed
    assert "Saved: " in printed


def test_help_lists_every_word_with_what_it_does(small: Workspace) -> None:
    """The list is made from the table of actions."""
    printed = " ".join(answer_quickly(small, ["/help"]).split())
    for action in actions.at(actions.QUESTION):
        assert f"/{action.word}: {action.help}" in printed


def test_a_slip_in_a_word_is_met_with_a_suggestion(small: Workspace) -> None:
    """A word that does not exist does nothing, and the nearest is named."""
    printed = answer_quickly(small, ["/bakc"])
    assert "There is no /bakc. Did you mean /back?" in printed


def test_a_word_that_does_nothing_here_says_so(small: Workspace) -> None:
    """A word of another place is not called unknown."""
    assert "/more does nothing here." in answer_quickly(small, ["/more"])


def test_text_may_begin_with_a_slash(small: Workspace) -> None:
    """Two slashes are text with one."""
    answer_quickly(small, ["n", "", "//dev/null the past", ""])
    answer = small.session.entry("purpose").answer
    assert answer is not None
    assert answer.fields["what"] == "/dev/null the past"


def test_back_goes_back_and_shows_what_was_said(small: Workspace) -> None:
    """The session decides where back is; the answer is there to keep with Enter."""
    _lunch(small)
    small.apply(c.GoTo("decide"))
    printed = answer_quickly(small, ["/back", "/leave"])
    assert small.session.at == "purpose"
    assert "Enter keeps this and goes on, c changes it:" in printed


def test_back_at_the_start_shows_who_takes_part(small: Workspace) -> None:
    """Before the first question there are the partners."""
    printed = answer_quickly(small, ["/back", "/leave"])
    assert "This is the first question." in printed
    assert "1 Meadow Lane Lunch Club" in printed


def test_park_takes_a_name_and_a_day_and_goes_on(small: Workspace) -> None:
    """A parked question has an owner and a date, and is in the list."""
    printed = answer_quickly(
        small, ["n", "/park", "Ann", "some day", "6 June 2027", "/parked", "", "/leave"]
    )
    entry = small.session.entry("purpose")
    assert (entry.standing, entry.owner, str(entry.by)) == ("parked", "Ann", "2027-06-06")
    assert small.session.at == "decide"
    assert "1 What we are for, with Ann, by 6 June 2027" in printed
    assert "Please type a day" in printed


def test_undo_takes_the_last_change_back_and_redo_makes_it_again(small: Workspace) -> None:
    """Undo goes to the question that was changed."""
    printed = answer_quickly(small, ["y", "/undo", "/redo", "/undo", "/leave"])
    assert small.session.at == "money"
    assert not small.session.entry("money").dealt_with
    assert printed.count("The last change was taken back.") == 2


def test_a_change_that_hides_an_answer_asks_first(small: Workspace) -> None:
    """One line says what would go, and no is taken for an answer."""
    small.apply(c.GoTo("money"))
    first = ["y", "/skip", "2", "e", "/back", "/back", "/back"]
    printed = answer_quickly(small, [*first, "n", "n", "/leave"])
    assert "This hides “Who holds the money”. The answer is kept." in printed
    assert "Nothing was changed." in printed
    assert small.session.entry("holder").settled
    assert "holder" in small.session.flow.place


def test_a_change_that_hides_an_answer_is_made_after_a_yes(small: Workspace) -> None:
    """The answer goes out of sight and is kept."""
    answer_quickly(small, ["y", "/skip", "2", "e", "/back", "/back", "/back", "n", "y"])
    assert "holder" not in small.session.flow.place
    assert small.session.entry("holder").answer is not None


def test_the_usual_choice_is_taken_with_its_blanks(small: Workspace) -> None:
    """One word answers; then the clause is read back."""
    printed = answer_quickly(small, ["n", "/skip", "/usual", "e"])
    assert small.session.entry("decide").settled
    assert len(small.session.entry("decide").positions) == 2
    assert "The clause: How we decide together" in printed


def test_our_own_words_strike_change_and_add(small: Workspace) -> None:
    """Sentences are changed by number, and read back before anyone agrees."""
    script = [*("n", "/skip", "/usual", "/words"), *("s 2", "1", "We all say yes."), "a"]
    answer_quickly(small, [*script, "And we drink tea.", "", "e"])
    said = small.session.sentences(small.session.bank.questions[3])
    assert [s.text for s in said if not s.struck] == ["We all say yes.", "And we drink tea."]
    assert small.session.view("decide", "the-hub") == "stands"


def test_two_views_are_kept_in_their_own_words(small: Workspace) -> None:
    """Each partner is asked for its view, and who takes the question on."""
    answer_quickly(small, ["n", "/disagree", "Lunch", "Supper", "Ann", "", "/leave"])
    entry = small.session.entry("purpose")
    assert entry.standing == "disputed"
    assert dict(entry.views) == {"meadow-lane": "Lunch", "the-hub": "Supper"}


@pytest.mark.parametrize(
    ("word", "standing"), [("undecided", "undecided"), ("notforus", "not-for-us")]
)
def test_a_question_can_be_left(small: Workspace, word: str, standing: str) -> None:
    """Both are answers too, and the next question follows."""
    answer_quickly(small, ["n", f"/{word}", "/leave"])
    assert small.session.entry("purpose").standing == standing
    assert small.session.at == "decide"


def test_what_was_parked_can_be_taken_up(small: Workspace) -> None:
    """Enter leaves it parked; c asks it after all."""
    answer_quickly(small, ["n", "/park", "", "", "/back", "c", "Run a lunch", "", "/leave"])
    assert small.session.entry("purpose").standing == "decided"


def test_from_check_answers_to_a_question_and_back(small: Workspace) -> None:
    """Once the question is done, the list is shown again."""
    _lunch(small)
    printed = answer_quickly(small, ["/check", "2", "", "/leave"])
    assert printed.count("Every answer so far.") == 2


def test_a_gap_leads_to_the_question_that_mends_it(small: Workspace) -> None:
    """At the finish each gap is a question with a number."""
    printed = answer_quickly(small, ["n", "/finish", "1", "", "Run a lunch", "", "e", "q"])
    assert "“What we are for” has not been talked about. What do we say?" in printed
    assert small.session.entry("purpose").settled


def test_what_no_question_asks_can_be_parked_and_dropped(small: Workspace) -> None:
    """The parked list takes a thing, a name and a day, and lets it go again."""
    answer_quickly(small, ["/parked", "a", "The cat", "Ann", "", "a", "Keys", "", "", "d 1"])
    assert [item.what for item in small.session.record.parked] == ["Keys"]


def test_a_note_is_kept_beside_the_question(small: Workspace) -> None:
    """It may be typed behind the word."""
    printed = answer_quickly(small, ["/note ask the treasurer", "/leave"])
    assert small.session.entry("money").note == "ask the treasurer"
    assert "Your note: ask the treasurer" in printed


def test_partners_can_be_changed_taken_out_and_brought_back(small: Workspace) -> None:
    """The list of partners is there at any prompt."""
    script = ["/partners", "2", "", "Hub", "charity", "trustees", "n", "d 1", "2", "l", "Hub", ""]
    answer_quickly(small, script)
    record = small.session.record
    hub = record.partner("the-hub")
    assert hub is not None
    assert (hub.short, hub.body, hub.committee) == ("Hub", "charity", "trustees")
    assert record.absent == ("the-hub",)
    assert record.lead == "the-hub"
    assert not any(p.removed for p in record.partners)
