"""What a partner takes home: the page for its committee, and whom to ring."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from outputs import committee, markdown
from outputs.agreement import Agreement, Clause, Meeting
from outputs.blocks import Bullets, Heading, PageBreak, Table, Title
from outputs.document import blocks
from tests.outputs.examples import FIRST, FULL, PARTNERS, clause, position

RIVERSIDE: Final = PARTNERS[0]
HUB: Final = PARTNERS[2]
MONEY: Final = evolve(
    clause("money", "authority", "The money", "Riverside will keep the money."), concerns=("money",)
)
LEAVING: Final = evolve(
    clause("leaving", "authority", "Leaving", "We will give a month’s notice."),
    concerns=("leaving",),
)
ANSWER: Final = evolve(
    clause("sign-up", "authority", "Who says yes", "Each committee will answer by 1 July 2027."),
    concerns=("sign-up",),
)


def drafted(*clauses: Clause) -> Agreement:
    """The full example with these clauses alone."""
    return evolve(FULL, clauses=clauses)


def page(agreement: Agreement, partner: int = 0) -> str:
    """A partner’s page, as text."""
    made = committee.page(agreement, PARTNERS[partner])
    return markdown.render(evolve(committee.take_home(agreement, PARTNERS[partner]), blocks=made))


def test_it_says_what_is_asked_what_it_costs_and_how_to_get_out() -> None:
    """In that order, each with the number of its clause."""
    said = page(drafted(MONEY, LEAVING, ANSWER))
    parts = (
        "for the trustees of Riverside",
        "## What you are asked to decide",
        "Who says yes, and by when (1.3):",
        "Each committee will answer by 1 July 2027.",
        "## What Riverside would do",
        "Riverside will keep the money.",
        "## Money",
        "## How we get out",
        "## What is still open",
        "## Four questions before you answer",
        "Is it within our powers?",
        "Yes, if (say below what would have to change)",
        "Date of the meeting",
    )
    places = [said.index(part) for part in parts]
    assert places == sorted(places)


def test_nothing_is_printed_of_what_does_not_arise() -> None:
    """No heading without a clause under it."""
    said = page(drafted(LEAVING))
    assert "## Money" not in said
    assert "People’s details" not in said


def test_what_other_partners_think_stays_out_of_it() -> None:
    """Neither views, nor positions, nor reasons: only that it is open, and its name."""
    disputed = evolve(
        clause("dogs", "authority", "Dogs", status="disputed"),
        views=FULL.clauses[4].views,
        positions=(position("hub", "cannot-accept", reason="They bite."),),
    )
    said = page(drafted(disputed, evolve(MONEY, talked_through=False)))
    assert "Dogs (1.1)" in said
    assert "The money (1.2)" in said.split("nobody has talked through")[1]
    assert all(view.words not in said for view in disputed.views)
    assert "They bite." not in said


def test_a_partner_that_was_not_there_is_told_that_it_promised_nothing() -> None:
    """Its page says so before anything else is asked of it."""
    away = evolve(drafted(MONEY), meetings=(Meeting(FIRST, ("hub",)),))
    assert "Nobody was there for The Hub, so nothing in it is its promise." in page(away, 2)
    assert "Nobody was there" not in page(away, 0)


def test_it_comes_first_in_what_is_taken_home_and_there_is_one_title() -> None:
    """The whole agreement follows on a page of its own."""
    home = committee.take_home(FULL, RIVERSIDE)
    assert [type(b) for b in home.blocks].count(Title) == 1
    at = home.blocks.index(PageBreak())
    assert home.blocks[at + 1] == Heading(2, FULL.about.title)
    assert home.blocks[at + 2 :] == blocks(FULL)[1:]


def test_an_unfinished_agreement_has_a_page_too() -> None:
    """An honest half."""
    said = page(evolve(drafted(), parked=(), meetings=()))
    assert "Nothing is asked of it by name." in said
    assert "Nothing is left open." in said


def test_whom_to_ring_has_names_and_room_for_numbers() -> None:
    """It is a sheet of its own, and has no number in it."""
    sheet = committee.contact_sheet(FULL)
    table = next(b for b in sheet.blocks if isinstance(b, Table))
    assert table.rows[0] == ("Riverside", "First", "Ann Price", "", "")
    assert table.rows[1] == ("Riverside", "When the first is away", "Dev Shah", "", "")
    assert ("St Anne’s", "First", "", "", "") in table.rows
    assert not any(name == "The Old Library" for name, *_ in table.rows)


def test_the_slip_can_be_ticked() -> None:
    """Three answers, and empty places beside them."""
    slip = next(
        b for b in committee.page(FULL, HUB) if isinstance(b, Table) and b.caption == "Our answer"
    )
    assert [row[0].split(",")[0] for row in slip.rows] == ["Yes", "Yes", "No"]
    assert all(row[1] == "" for row in slip.rows)
    assert any(isinstance(b, Bullets) for b in committee.page(FULL, HUB))
