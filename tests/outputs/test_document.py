"""What is in the document, and what is not."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from outputs import markdown
from outputs.agreement import Agreement, Clause, Meeting, Position, Signature, Version
from outputs.blocks import Block, Bullets, Heading, Paragraph, Sentences, Table, Title, clean
from outputs.document import AGREED as AGREED_TO
from outputs.document import blocks, document_of, footer, state
from outputs.numbering import fingerprint
from tests.outputs.examples import (
    FIRST,
    FULL,
    FULL_OUT,
    PARTNERS,
    SECOND,
    agreed_to,
    clause,
    position,
)


def under(title: str, agreement: Agreement = FULL) -> list[Block]:
    """The blocks between a heading and the next."""
    document = list(blocks(agreement))
    at = next(n for n, b in enumerate(document) if isinstance(b, Heading) and b.text == title)
    rest = document[at + 1 :]
    end = next((n for n, b in enumerate(rest) if isinstance(b, Heading)), len(rest))
    return rest[:end]


ALL_THERE = Meeting(FIRST)


def with_positions(*positions: Position, meeting: Meeting = ALL_THERE) -> Agreement:
    """An agreement of one clause, with these positions on it."""
    one = evolve(clause("one", "purpose", "One", "We will."), positions=positions)
    return agreed_to(evolve(FULL, clauses=(one,), meetings=(meeting,)))


def room(*positions: Position, meeting: Meeting = ALL_THERE) -> list[Block]:
    """What is printed below the one sentence of a clause with these positions."""
    return under("One", with_positions(*positions, meeting=meeting))[1:]


def with_first(change: Clause) -> Agreement:
    """The full agreement with another first clause."""
    return evolve(FULL, clauses=(change, *FULL.clauses[1:]))


def printed(agreement: Agreement) -> str:
    """The document as text."""
    return markdown.render(document_of(agreement))


def test_it_begins_with_a_title_and_that_it_is_a_draft() -> None:
    """Title, kind of document, DRAFT: before anything else."""
    title, kind, draft, *_ = blocks(FULL)
    assert title == Title("Mill Lane warm hall")
    assert kind == Paragraph("Joint working agreement")
    assert draft == Paragraph(state(FULL), strong=True)


@pytest.mark.parametrize(
    ("agreement", "said"),
    [
        (FULL, "DRAFT of 13 June 2027. No version has been handed out yet."),
        (FULL_OUT, "DRAFT. Version 1, handed out on 6 June 2027."),
        (
            evolve(FULL, versions=(Version(3, dt.datetime(2027, 6, 6), "00000000"),)),
            "DRAFT. Version 3, handed out on 6 June 2027, and changed since, last on 13 June 2027.",
        ),
    ],
)
def test_it_says_which_version_it_is(agreement: Agreement, said: str) -> None:
    """A version is named only while its words are still those that were handed out."""
    assert state(agreement) == said
    assert footer(agreement) == f"Mill Lane warm hall. {said} Fingerprint {fingerprint(FULL)}."


def test_who_we_are() -> None:
    """The partners who are still there, their people, who leads, and when they met."""
    table, leads, met, _ = under("Who we are")
    assert isinstance(table, Table)
    assert table.rows == (
        ("The Riverside Trust (Riverside)", "Charity", "Ann Price", "Dev Shah"),
        ("St Anne’s", "Church", "not said yet", "not said yet"),
        ("The Hub", "not said yet", "Jo March", "not said yet"),
    )
    assert leads == Paragraph("Riverside leads.")
    assert met == Paragraph(
        "We met on 6 June 2027. The Hub was not in the room. We met on 13 June 2027."
    )


def test_what_is_never_printed() -> None:
    """Neither clauses that are not for us, nor other answers, notes, or reasons kept private."""
    text = printed(with_first(evolve(FULL.clauses[0], note="A private note")))
    for hidden in ("Never printed", "Not for us", "private note", "Not for printing", "Library"):
        assert hidden not in text


def test_a_clause_has_its_sentences_and_its_table() -> None:
    """Values in the table are said in words."""
    sentences, table, *_ = under("What each of us brings")
    assert sentences == Sentences(("Nobody has to give more than this.",))
    assert isinstance(table, Table)
    assert table.columns == ("Partner", "Will do", "Up to", "From")
    assert table.rows[0] == ("Riverside", "Open up | lock up", "£250.50", "13 June 2027")
    assert table.rows[2] == ("The Hub", "Bring friends", "", "")


def test_a_clause_without_words_says_so() -> None:
    """All its sentences may have been struck out."""
    assert Paragraph("No wording yet.") in under(
        "What we are for", with_first(evolve(FULL.clauses[0], theme="empty", wording=()))
    )


AGREED = (position("riverside", "agree"), position("st-annes", "agree"))


def test_plain_agreement_is_said_once_for_all_clauses() -> None:
    """Nothing stands under a clause when all who were there say yes to it."""
    assert room(*AGREED, position("hub", "agree")) == []
    assert room(*AGREED, meeting=Meeting(FIRST, ("hub",))) == []
    assert Paragraph(AGREED_TO) in blocks(with_positions(*AGREED, position("hub", "agree")))


def test_plain_agreement_is_not_claimed_where_there_was_none() -> None:
    """With no clause that all agreed to, the sentence is left out."""
    assert Paragraph(AGREED_TO) not in blocks(with_positions())


def test_who_was_not_asked_is_named() -> None:
    """A partner that joined later has not agreed by saying nothing."""
    assert room(*AGREED) == [
        Bullets(
            "The view in the room on 6 June 2027",
            ("The Hub: not asked yet", "Agreed: Riverside and St Anne’s"),
        )
    ]


def test_nothing_is_claimed_where_nobody_was_asked() -> None:
    """Without a position there is no view in the room."""
    assert room() == []


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (position("hub", "can-live-with-it"), "The Hub: can live with it"),
        (position("hub", "stand-aside"), "The Hub: not for us, but go ahead"),
        (position("hub", "cannot-accept"), "The Hub: not as it stands"),
        (position("hub", "cannot-accept", reason="No", would_change="Yes"), "The Hub: not as it stands"),
        (
            position("hub", "stand-aside", reason="No", would_change="Yes", print_reason=True),
            "The Hub: not for us, but go ahead\nIts reason: “No”\nWhat would change it: “Yes”",
        ),
        (
            position("hub", "agree", saw="Other words"),
            "The Hub: to be asked again, because the words have changed since",
        ),
        (
            position("hub", "agree", words="12345678"),
            "The Hub: to be asked again, because the words have changed since",
        ),
        (
            position("hub", "cannot-accept", reason="No", print_reason=True, words="12345678"),
            "The Hub: to be asked again, because the words have changed since",
        ),
    ],
)  # fmt: skip
def test_what_was_not_plain_agreement_is_listed(given: Position, line: str) -> None:
    """Reservations first, then who agreed; a reason only where its partner said to print it."""
    [listed] = room(*AGREED, given)
    assert isinstance(listed, Bullets)
    assert listed.items == (line, "Agreed: Riverside and St Anne’s")


def test_two_evenings_are_told_apart() -> None:
    """Each day has its own line, with who agreed on it."""
    assert room(*AGREED, position("hub", "agree", SECOND)) == [
        Paragraph("In the room on 6 June 2027, Riverside and St Anne’s agreed."),
        Paragraph("In the room on 13 June 2027, The Hub agreed."),
    ]


def test_an_open_clause_keeps_its_number_and_is_not_agreed() -> None:
    """Its draft wording is set apart, and nobody's position is printed."""
    assert under("How we decide") == [
        Paragraph("Still to agree.", strong=True),
        Paragraph("Draft wording, not agreed:"),
        Sentences(("More than half decide.",), agreed=False),
    ]
    assert Heading(3, "How we decide", "3.1") in blocks(FULL)
    assert under("First jobs") == [Paragraph("Still to agree.", strong=True)]


def test_still_to_agree() -> None:
    """What is put off, undecided, disputed, to be asked, and not talked about, all said."""
    _, table, undecided, disputed, owner, asked, left = under("Still to agree")
    assert isinstance(table, Table)
    assert table.rows == (
        ("3.2 First jobs", "The Hub", "13 June 2027"),
        ("Who insures the hall", "Nobody yet", "No date yet"),
        ("A name", "Ann Price", "13 June 2027"),
    )
    assert isinstance(undecided, Bullets)
    assert undecided.items == ("3.3 Who is in the chair",)
    assert disputed == Bullets(
        "We see 3.1 How we decide differently:",
        ("Riverside: “Every partner\nsays yes.”", "The Hub: “More than half is enough.”"),
    )
    assert owner == Paragraph("Who takes this on: Ann Price, by 30 June 2027.")
    assert isinstance(asked, Bullets)
    assert asked.items == (
        "Nobody has been asked yet about 3.4",
        "St Anne’s has to be asked again about 2.2",
        "The Hub still has to be asked about 1.1",
        "The Hub cannot accept 2.2 as it stands",
    )
    assert left == Paragraph("3 of the 11 questions are left to talk about.")


def test_nothing_is_left_open_only_when_nothing_is() -> None:
    """The section is there even when it is empty."""
    done = evolve(FULL, clauses=(), parked=(), about=evolve(FULL.about, answered=11))
    assert under("Still to agree", done) == [Paragraph("Nothing is left open.")]


def test_who_signs() -> None:
    """A row for each partner, with its own word for who decides; what is signed is filled in."""
    [_, table, *_] = under("Who signs")
    assert isinstance(table, Table)
    assert table.rows[0] == (
        "The Riverside Trust (Riverside)",
        *("Trustees", "Ann Price", "Signed", "1 July 2027", "28 June 2027"),
    )
    assert table.rows[1] == ("St Anne’s", "Church council", "", "", "", "")
    assert len(table.rows) == 3


def test_a_removed_partner_is_nowhere() -> None:
    """What it said or signed stays in the file, and is not printed."""
    one = evolve(FULL.clauses[0], positions=(position("gone", "cannot-accept"),))
    gone = evolve(FULL, clauses=(one,), signatures=(Signature("gone", "X", FIRST),))
    assert PARTNERS[3].name not in printed(agreed_to(gone))


def test_it_ends_with_the_fingerprint() -> None:
    """Two people can tell over the telephone whether they hold the same words."""
    assert fingerprint(FULL) in printed(FULL).split("\n")[-2]
    assert fingerprint(FULL) in document_of(FULL).footer


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two   spaces ", "two spaces"),
        ("one\r\n\r\n two\u2028three", "one\ntwo\nthree"),
        ("\x1b[31mred\x07", "[31mred"),
        ("abc\u202edef\u2069", "abcdef"),
        ("\ud800lone", "lone"),
        ("no\ufffe\uffff character", "no character"),
        ("שלום 👩‍👩‍👧", "שלום 👩‍👩‍👧"),
    ],
)
def test_text_is_fit_for_every_format(typed: str, kept: str) -> None:
    """Control characters and marks that turn text round go; letters and emoji stay."""
    assert clean(typed) == kept
    assert Title(typed).text == kept.replace("\n", " ")


def test_usual_wording_that_nobody_talked_through_says_so() -> None:
    """Under the clause's words, and in what the document says of itself at the start."""
    one = evolve(clause("one", "purpose", "One", "We will."), talked_through=False)
    unread = evolve(FULL, clauses=(one,))
    sentences, mark = under("One", unread)
    assert isinstance(sentences, Sentences)
    assert mark == Paragraph("Usual wording, not talked through.")
    assert "all but the clauses that say otherwise" in printed(unread)
    assert "talked through" not in printed(FULL)


def test_what_was_left_open_unread_is_not_said_to_have_been_talked_about() -> None:
    """It is listed by itself, and its draft wording bears no mark."""
    chair = next(c for c in FULL.clauses if c.question == "chair")
    other = evolve(chair, question="desk", heading="The desk", talked_through=False)
    listed = under("Still to agree", evolve(FULL, clauses=(chair, other)))
    bullets = [(b.lead, b.items) for b in listed if isinstance(b, Bullets)]
    assert (
        "We have talked about these and not decided yet:",
        ("1.1 Who is in the chair",),
    ) in bullets
    assert ("We have left these open, and not talked about them:", ("1.2 The desk",)) in bullets
    assert under("The desk", evolve(FULL, clauses=(other,))) == [
        Paragraph("Still to agree.", strong=True)
    ]
