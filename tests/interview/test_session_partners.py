"""Partners join, change, leave and come back."""

from __future__ import annotations

import pytest

from interview import commands as c
from interview.session import Session
from questions.values import Answer, Row
from tests.interview.talking import (
    KINDS,
    SMALL,
    again,
    do,
    printed,
    refusal,
    talk,
    words,
)


class TestPartners:
    @pytest.mark.parametrize(
        ("name", "id"),
        [
            ("St Anne’s", "st-annes"),
            ("St. Anne's & Co", "st-annes-co"),
            ("Cymdeithas Llŷn", "cymdeithas-llyn"),
            ("Café Zoë", "cafe-zoe"),
            ("协会", "partner"),
            ("المركز", "partner"),
            ("[/]", "partner"),
            ("All", "partner-all"),
            ("LEAD", "partner-lead"),
            ("First", "partner-first"),
            ("Other", "partner-other"),
            ("x" * 300, "x" * 40),
        ],
    )
    def test_ids(self, name: str, id: str) -> None:
        """An id is plain letters, never empty, never a word that means something else."""
        assert [p.id for p in talk(SMALL, name).record.partners] == [id]

    def test_ids_differ(self) -> None:
        """Names that leave the same letters, or none, get numbers."""
        session = talk(SMALL, "协会", "中心", "A B", "A-B", "Partner")
        assert [p.id for p in session.record.partners] == [
            *("partner", "partner-2", "a-b", "a-b-2", "partner-3")
        ]

    def test_the_short_name_makes_the_id(self, session: Session) -> None:
        """The id is made from the name that sentences use."""
        do(session, c.AddPartner("The Mill Lane Allotment Society", "Allotments"))
        assert session.record.partners[-1].id == "allotments"

    @pytest.mark.parametrize("name", ["", "  \t", "\x1b[0m", "\u202e"])
    def test_a_name_is_needed(self, session: Session, name: str) -> None:
        """A partner without a name is refused."""
        assert refusal(session, c.AddPartner(name)) == "Please type the organisation’s name."

    @pytest.mark.parametrize("name", ["Riverside", "RIVERSIDE", " riverside "])
    def test_two_partners_cannot_share_a_name(self, session: Session, name: str) -> None:
        """Nobody could tell them apart in a sentence."""
        assert "already a partner" in refusal(session, c.AddPartner(name))

    def test_a_removed_partners_name_is_free_until_it_comes_back(self, session: Session) -> None:
        """Coming back to a name that is taken is refused, with what to do."""
        do(session, c.RemovePartner("riverside"), c.AddPartner("Riverside"))
        assert session.record.partners[-1].id == "riverside-2"
        assert "tell them apart" in refusal(session, c.BringBack("riverside"))

    def test_rows_come_back(self, session: Session) -> None:
        """What a removed partner was to do goes out of the clause, and comes back with it."""
        rows = (Row("riverside", {"does": "cook"}), Row("the-hub", {"does": "sing"}))
        do(session, c.Answer("brings", Answer(rows=rows)), c.EveryoneAgrees("brings"))
        do(session, c.RemovePartner("the-hub"))
        assert words(session, "brings") == ["Riverside will cook."]
        assert session.view("brings", "riverside") == "ask-again"
        assert again(session).record == session.record
        do(session, c.BringBack("the-hub"))
        assert words(session, "brings") == ["Riverside will cook.", "The Hub will sing."]
        assert session.view("brings", "riverside") == "stands"

    def test_the_words_are_without_a_removed_partners_row(self) -> None:
        """A row that only the table shows leaves the agreed words too when its partner goes."""
        session = talk(KINDS, "Riverside", "The Hub")
        rows = (Row("riverside", {"hours": 3}), Row("the-hub", {"hours": 5}))
        do(session, c.Answer("gives", Answer(rows=rows)), c.EveryoneAgrees("gives"))
        do(session, c.RemovePartner("the-hub"))
        assert session.view("gives", "riverside") == "ask-again"
        do(session, c.BringBack("the-hub"))
        assert session.view("gives", "riverside") == "stands"

    def test_a_removed_partner_is_still_named(self, session: Session) -> None:
        """An answer that names a partner who left says its name until it is changed."""
        do(session, c.Answer("money", Answer(True)), c.Answer("holder", Answer(("the-hub",))))
        do(session, c.RemovePartner("the-hub"))
        assert words(session, "holder") == ["The Hub will keep the shared money apart."]

    def test_only_one_that_is_with_us_can_lead(self, session: Session) -> None:
        """A partner that left, or never was, cannot be made the lead; a lead that leaves is none."""
        do(session, c.SetLead("the-hub"), c.RemovePartner("the-hub"))
        assert session.group.lead == ""
        assert refusal(session, c.SetLead("the-hub")) == "There is no such partner."
        assert refusal(session, c.SetLead("nobody")) == "There is no such partner."

    def test_contacts_are_kept_with_the_partner(self) -> None:
        """Whom to call is with the partner in the file, not in the table, and comes back."""
        session = talk(KINDS, "Riverside")
        row = Row("riverside", {"hours": 3, "contact": "Ann Price"})
        do(session, c.Answer("brings", Answer(rows=(row,))))
        agreement = session.agreement()
        assert [(p.name, p.role) for p in agreement.partners[0].people] == [
            ("Ann Price", "contact")
        ]
        clause = printed(agreement, "brings")
        assert clause is not None
        assert "contact" not in clause.rows[0]
        assert again(session).record == session.record
