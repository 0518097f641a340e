"""A whole sitting, from an empty agreement to a version handed out."""

from __future__ import annotations

from interview.workspace import Workspace
from tests.plain.conftest import Open
from tests.plain.scripted import answer_plainly, sit

PARTNERS = [
    *("Meadow Lane Lunch Club", "Meadow Lane", "", "trustees", "y"),
    *("The Hub", "", "charity", "", "n"),
    "",  # no more of them
    "1",  # Meadow Lane leads
]
ANSWERS = [
    "y",  # money
    *("", "Run a lunch", "in 6 months", "e"),  # the round; what; by when; everyone agrees
    *("1", "e"),  # Meadow Lane keeps the money
    *("", "", "e"),  # the usual choice and its blank
    *("cook", "six hours", "drive", "", "e"),
]


def test_a_sitting_leads_from_nothing_to_a_version(reopen: Open) -> None:
    """Partners, every question, its clause before anyone agrees, the finish, in one go."""
    ours = reopen("small")
    code, printed = sit(ours, [*PARTNERS, *ANSWERS, "h", "q"])
    record = ours.session.record
    assert code == 0
    assert [p.id for p in record.partners] == ["meadow-lane", "the-hub"]
    assert record.partners[0].committee == "trustees"
    assert record.lead == "meadow-lane"
    assert record.absent == ("the-hub",)
    assert ours.session.progress().done == 5
    assert [v.number for v in record.versions] == [1]
    clause = printed.index("1 Together we will run a lunch by 4 September 2027.")
    assert clause < printed.index("Does everyone here agree?")
    assert "2 If we cannot agree, we will wait seven days and try once more." in printed
    assert f"Saved: {ours.path}" in printed
    assert (ours.path.parent / "Mill Lane version 1.md").exists()


def test_what_was_said_is_there_when_the_agreement_is_opened_again(reopen: Open) -> None:
    """A second sitting goes on where the first stopped, and asks for no partners."""
    answer_plainly(reopen("small"), [*PARTNERS, *ANSWERS[:5]])
    again = reopen("small")
    printed = answer_plainly(again, ["1", "e"])
    assert again.session.entry("holder").settled
    assert "Who keeps the money?" in printed
    assert "Which organisations" not in printed


def test_a_round_comes_before_anything_can_be_chosen(small: Workspace) -> None:
    """On a question to talk about, nothing is offered until Enter says the round is done."""
    printed = answer_plainly(small, ["n", "/usual", "", "Run a lunch"])
    assert printed.index("First a round") < printed.index("We will:")
    assert "First the round." in printed


def test_enter_agrees_to_nothing(small: Workspace) -> None:
    """A bouncing Enter leaves every partner's view open."""
    answer_plainly(small, ["n", "", "Run a lunch", "", "", "", "", "/leave"])
    assert small.session.entry("purpose").settled
    assert small.session.entry("purpose").positions == {}


def test_each_partner_can_be_asked_in_turn(small: Workspace) -> None:
    """A partner that says no is asked why, what would change it, and whether to print it."""
    answer_plainly(
        small,
        ["n", "", "Run a lunch", "", "", "3", "4", "Too big a step", "One lunch first", "y"],
    )
    positions = small.session.entry("purpose").positions
    assert positions["meadow-lane"].stance == "stand-aside"
    no = positions["the-hub"]
    assert no.stance == "cannot-accept"
    assert (no.reason, no.would_change, no.print_reason) == (
        "Too big a step",
        "One lunch first",
        True,
    )


def test_nobody_can_stand_aside_where_it_works_for_all_or_for_none(small: Workspace) -> None:
    """Standing aside is not on the list, so the last number is “not as it stands”."""
    printed = answer_plainly(small, ["n", "/skip", "", "", "", "3", "No", "", "n", "4", "/leave"])
    held = small.session.entry("decide").positions["meadow-lane"]
    assert held.stance == "cannot-accept"
    assert "go ahead" not in printed.split("Does everyone here agree?")[1]
    assert "There is no 4 in the list." in printed


def test_the_same_words_are_not_agreed_to_twice(small: Workspace) -> None:
    """Coming back to a clause that everyone stands by asks nobody again."""
    script = ["n", "", "Run a lunch", "", "e", "/back", "", "/leave"]
    printed = answer_plainly(small, script)
    assert printed.count("Does everyone here agree?") == 1
    assert "Meadow Lane: agrees" in printed
