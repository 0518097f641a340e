"""Agreements to test with: one with everything in it, one with next to nothing, one hostile."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from attrs import evolve

from outputs.agreement import (
    About,
    Agreement,
    Clause,
    Column,
    Meeting,
    Parked,
    Partner,
    Person,
    Position,
    Signature,
    Stance,
    Status,
    Theme,
    Version,
    View,
)
from outputs.blocks import one_line
from outputs.numbering import fingerprint, short_hash, words_of
from outputs.words import names

FIRST: Final = dt.date(2027, 6, 6)
SECOND: Final = dt.date(2027, 6, 13)

ABOUT: Final = About(
    id="mill-lane",
    title="Mill Lane warm hall",
    document="joint working agreement",
    status="draft",
    version=1,
    created=FIRST,
    changed=dt.datetime(2027, 6, 13, 20, 51, 7),
    bank="ncvo",
    bank_version="1",
    note="The questions are NCVO-style; they are not made or endorsed by NCVO. Nothing here is legal advice.",
    depth="quick",
    current="first-jobs",
    answered=8,
    asked=11,
)

PARTNERS: Final = (
    Partner(
        "riverside",
        "The Riverside Trust",
        "Riverside",
        "charity",
        "trustees",
        lead=True,
        people=(Person("Ann Price", "contact"), Person("Dev Shah", "stand-in")),
    ),
    Partner("st-annes", "St Anne’s", body="church", committee="church council"),
    Partner("hub", "The Hub", people=(Person("Jo March", "contact"),)),
    Partner("gone", "The Old Library", removed=True),
)


def position(partner: str, stance: Stance, on: dt.date = FIRST, **more: Any) -> Position:
    """A position on words that are filled in by ``agreed_to``."""
    return evolve(Position(partner, stance, on, words=""), **more)


def agreed_to(agreement: Agreement) -> Agreement:
    """The agreement with each position tied to its clause as it is now, unless it ``saw`` other."""

    def tied(clause: Clause) -> Clause:
        now = short_hash(words_of(clause, names(agreement)))
        return evolve(
            clause, positions=tuple(evolve(p, words=p.words or now) for p in clause.positions)
        )

    return evolve(agreement, clauses=tuple(map(tied, agreement.clauses)))


def clause(
    question: str, theme: str, heading: str, *wording: str, status: Status = "decided"
) -> Clause:
    """A clause with no answer beside it."""
    return Clause(
        question, "X1", theme, f"What about {question}?", heading, status, wording=wording
    )


_PURPOSE: Final = evolve(
    clause(
        "purpose", "purpose", "What we are for", "We will keep the hall warm.", "25 people come."
    ),
    fields={"what": "keep the hall warm", "end": dt.date(2028, 6, 6)},
    positions=(position("riverside", "agree"), position("st-annes", "agree")),
)
_BRINGS: Final = evolve(
    clause(
        "brings", "expectations", "What each of us brings", "Nobody has to give more than this."
    ),
    columns=(
        Column("id", "Partner", "who"),
        Column("does", "Will do", "text"),
        Column("most", "Up to", "money"),
        Column("by", "From", "date"),
    ),
    rows=(
        {"id": "riverside", "does": "open up | lock up", "most": 25050, "by": SECOND},
        {"id": "st-annes", "does": "cook", "most": 100000},
        {"id": "hub", "does": "bring friends"},
    ),
    positions=(
        position("riverside", "agree"),
        position(
            "st-annes",
            "can-live-with-it",
            reason="We have two cooks.\nOne is away in May.",
            would_change="A third cook",
            print_reason=True,
        ),
        position("hub", "agree", SECOND),
    ),
)
_TREAT: Final = evolve(
    clause("treat", "expectations", "How we treat each other", "We will say early when we cannot."),
    positions=(
        position("riverside", "stand-aside", reason="Not for printing"),
        position("st-annes", "agree", saw="How we treat each other\nWe will be nice."),
        position("hub", "cannot-accept", SECOND),
    ),
)
_DECIDE: Final = evolve(
    clause("decide", "authority", "How we decide", "More than half decide.", status="disputed"),
    owner="Ann Price",
    by=dt.date(2027, 6, 30),
    answer="majority",
    sentences=("majority",),
    views=(View("riverside", "Every partner\nsays yes."), View("hub", "More than half is enough.")),
)
_FIRST_JOBS: Final = evolve(
    clause("first-jobs", "authority", "First jobs", status="parked"), owner="hub", by=SECOND
)

FULL: Final = agreed_to(
    Agreement(
        about=ABOUT,
        themes=(
            Theme("purpose", "What we are for"),
            Theme("expectations", "What we expect"),
            Theme("empty", "Nothing in it"),
            Theme("authority", "Who decides"),
        ),
        partners=PARTNERS,
        meetings=(Meeting(FIRST, ("hub",)), Meeting(SECOND)),
        clauses=(
            _PURPOSE,
            _BRINGS,
            _TREAT,
            clause("skip", "expectations", "Not for us", "Never printed.", status="not-for-us"),
            _DECIDE,
            _FIRST_JOBS,
            clause("chair", "authority", "Who is in the chair", status="undecided"),
            clause("reply", "authority", "How fast we reply", "Within a week."),
            clause("danger", "authority", "What comes first", "We will call 999.", status="always"),
        ),
        other_answers=(
            evolve(clause("money", "purpose", "", "Never printed either."), answer=False),
        ),
        parked=(Parked("Who insures the hall", "", None), Parked("A name", "Ann Price", SECOND)),
        signatures=(
            Signature("riverside", "Ann Price", dt.date(2027, 7, 1), dt.date(2027, 6, 28)),
        ),
    )
)
FULL_OUT: Final = evolve(
    FULL, versions=(Version(1, dt.datetime(2027, 6, 6, 21, 2), fingerprint(FULL)),)
)

EMPTY: Final = Agreement(about=evolve(ABOUT, title="", document="", note="", asked=0, answered=0))

NASTY: Final = (
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "<script>alert(1)</script> <!-- --> <?php ?> <https://example.org>",
    "# heading",
    "closing #",
    "##",
    "> quote",
    "| pipe | and | pipe |",
    "--- | ---",
    "---",
    "-- -",
    "-:",
    "one\n---\ntwo\n===\n# three\n1. four\n    five",
    "===",
    "- item",
    "+ item",
    "* item",
    "* * *",
    "1. item",
    "12) item",
    "1.",
    "`code` ```",
    "~~~ fence",
    "~~out~~ ~out~",
    "*em* **strong** _em_ __strong__ ***",
    "snake_case __init__ _x_y_",
    "=cmd|' /C calc'!A1",
    "{{7*7}} {% x %} {#id}",
    "$x$ $$y$$",
    "&amp; &#60; &copy; AT&T R&D",
    "\\ \\* C:\\Users\\new ends in \\",
    "[ref]: https://example.org",
    "[^1] [ ] [x] [/] [0]",
    ": definition",
    "www.example.org ann@example.org https://example.org/a_b_c?d=e&f=g",
    "שלום עולם — مرحبا",
    "👩‍👩‍👧‍👦 👍🏽 é ñ 中文",
    "a < b > c; 5 * 3 = 15, 50% & £2.50, it’s “fine” (really) - yes!",
    "<",
    "a\\",
    "\\|",
    "`|`",
)


def hostile(text: str) -> Agreement:
    """The full agreement with that text wherever a person could have typed it."""
    sore = evolve(
        _BRINGS,
        heading=text,
        wording=(one_line(text), one_line(text)),
        columns=(Column("id", text, "who"), Column("does", text, "text")),
        rows=({"id": "riverside", "does": text},),
        positions=(
            position("st-annes", "stand-aside", reason=text, would_change=text, print_reason=True),
        ),
    )
    dispute = evolve(
        _DECIDE, heading=text, owner=text, wording=(one_line(text),), views=(View("hub", text),)
    )
    return agreed_to(
        evolve(
            FULL,
            about=evolve(ABOUT, title=text, document=text, note=text),
            themes=tuple(evolve(t, title=text) for t in FULL.themes),
            partners=(
                evolve(PARTNERS[0], name=text, short=text, body=text, committee=text),
                evolve(PARTNERS[1], people=(Person(text, "contact"),)),
                *PARTNERS[2:],
            ),
            clauses=(sore, dispute, evolve(_FIRST_JOBS, owner=text)),
            parked=(Parked(text, text),),
            signatures=(Signature("hub", text, FIRST),),
        )
    )
