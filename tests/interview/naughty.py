"""Strings that break programs, and a group that types one of them wherever it can."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attrs import evolve

from interview import commands as c
from interview.session import Session
from interview.typed import read_texts
from outputs.agreement import Agreement
from questions.text import clean
from tests.interview.talking import KINDS, ask, do, talk

_FILE: Final = Path(__file__).parents[1] / "data" / "naughty" / "strings.json"
_STRINGS: Final = tuple(dict.fromkeys(json.loads(_FILE.read_text("utf-8"))))
NAUGHTY: Final = tuple(text for text in _STRINGS if clean(text))
"""Those of which something is left once they are cleaned."""
NOTHING: Final = tuple(text for text in _STRINGS if not clean(text))
"""Those that are blank, or of which nothing is left."""

BY: Final = dt.date(2027, 7, 9)


def said_of(text: str) -> Session:
    """A session in which somebody typed that text wherever something can be typed."""
    session = talk(KINDS, "Lunch Club", "St Anne’s", text)
    group = session.group

    def typed(question: str, **texts: str) -> c.Answer:
        meant = read_texts(ask(session, question), texts, group)
        assert not meant.mistakes, meant.mistakes
        return c.Answer(question, meant.answer)

    cells = {"rows": "one", "rows.one.what": text, "rows.one.who": "Lunch Club"}
    contact = {"rows": "lunch-club", "rows.lunch-club.contact": text, "rows.lunch-club.more": text}
    do(
        session,
        c.SetTitle(text),
        typed("aim", answer=text),
        typed("name", answer=text),
        typed("decide", answer=f"other: {text}", **{"fields.wait": "7 days"}),
        typed("share", answer=f"other: {text}"),
        typed("jobs", **cells),
        typed("brings", **contact),
        c.Reword("decide", "stuck", text),
        c.AddSentence("name", text),
        c.Note("name", text),
        c.TakePosition("name", "lunch-club", "cannot-accept", text, text, print_reason=True),
        c.Disagree("holder", {"st-annes": text}, text, BY),
        c.ParkItem(text, text, BY),
    )
    return session


def gathered(agreements: Sequence[Agreement], *, whole: bool = True) -> Agreement:
    """What many groups typed as one agreement of two partners, so that one paper holds it all.

    Unless it is to be whole, each group gives one clause only, by turns: some papers take long.
    """
    first = agreements[0]
    clauses = [[c for c in each.clauses if c.status != "always"] for each in agreements]
    return evolve(
        first,
        partners=first.partners[:2],
        clauses=tuple(
            evolve(clause, question=f"{clause.question}-{n}")
            for n, each in enumerate(clauses)
            for clause in (each if whole else [each[n % len(each)]])
        ),
        other_answers=(),
        parked=tuple(item for each in agreements for item in each.parked),
    )


def all_partners(agreements: Sequence[Agreement]) -> Agreement:
    """The partners of many groups in one agreement, with nothing else in it."""
    partners = (p for each in agreements for p in each.partners[2:])
    named = tuple(evolve(p, id=f"naughty-{n}") for n, p in enumerate(partners))
    return evolve(agreements[0], partners=named, clauses=(), other_answers=(), parked=())
