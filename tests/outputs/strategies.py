"""Agreements that nobody would think of, for hypothesis."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from hypothesis import strategies as st

from outputs import agreement as model
from outputs.agreement import Agreement, Plain
from outputs.blocks import one_line

TEXT = st.text(
    # Everything but lone surrogates, which UTF-8 has not, and CR, which is cleaned on entry.
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"),
    max_size=30,
) | st.sampled_from(
    ['"""', "'''", "\\", "a\\nb", "👩‍👩‍👧", "x\ny", "= [[clause]]\n[x]", "#", " @ $.x[0]"]
)
SENTENCE = TEXT.map(one_line).filter(bool)
IDS = st.lists(TEXT, max_size=3, unique=True)
DAY = st.dates()
MAYBE_DAY = st.none() | DAY
NUMBER = st.integers(-(2**63), 2**63 - 1)
PLAIN: st.SearchStrategy[Plain] = st.one_of(
    st.booleans(), NUMBER, TEXT, DAY, st.lists(TEXT, max_size=3)
)
TABLE = st.dictionaries(TEXT, PLAIN, max_size=3)
TEXTS = st.dictionaries(TEXT, TEXT, max_size=3)


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """A whole agreement whose ids are unique and lead somewhere."""
    partners, themes = draw(IDS), draw(IDS)
    questions = draw(IDS) if themes else []
    clauses = [draw(_clause(id, themes, partners)) for id in questions]
    cut = draw(st.integers(0, len(clauses)))
    some = st.lists(st.sampled_from(partners), unique=True) if partners else st.just([])
    return Agreement(
        about=draw(_about()),
        themes=tuple(model.Theme(id, draw(TEXT)) for id in themes),
        partners=tuple(draw(_partner(id)) for id in partners),
        meetings=tuple(draw(_meeting(partners, some)) for _ in range(draw(_FEW))),
        clauses=tuple(clauses[:cut]),
        other_answers=tuple(clauses[cut:]),
        parked=tuple(draw(st.lists(st.builds(model.Parked, TEXT, TEXT, MAYBE_DAY), max_size=2))),
        signatures=tuple(
            model.Signature(id, draw(TEXT), draw(DAY), draw(MAYBE_DAY)) for id in draw(some)
        ),
        versions=tuple(
            draw(st.lists(st.builds(model.Version, NUMBER, st.datetimes(), TEXT), max_size=2))
        ),
    )


_FEW = st.integers(0, 2)


def _meeting(
    partners: list[str], some: st.SearchStrategy[list[str]]
) -> st.SearchStrategy[model.Meeting]:
    one = st.sampled_from(["", *partners])
    jobs = st.lists(st.sampled_from(get_args(model.Job)), unique=True).map(tuple)
    return st.builds(
        model.Meeting,
        date=DAY,
        absent=some.map(tuple),
        planned=NUMBER,
        took=NUMBER,
        called=one,
        funds=some.map(tuple),
        rings=TEXT,
        rings_by=MAYBE_DAY,
        ground_rules=st.lists(TEXT, max_size=2).map(tuple),
        people=st.lists(st.builds(model.Attendee, TEXT, one, jobs), max_size=2).map(tuple),
    )


def _about() -> st.SearchStrategy[model.About]:
    return st.builds(
        model.About,
        id=TEXT,
        title=TEXT,
        document=TEXT,
        status=st.just("draft"),
        version=NUMBER,
        created=DAY,
        changed=st.datetimes(),
        bank=TEXT,
        bank_version=TEXT,
        note=TEXT,
        depth=st.sampled_from(["short", "quick", "full"]),
        current=TEXT,
        answered=NUMBER,
        asked=NUMBER,
    )


def _partner(id: str) -> st.SearchStrategy[model.Partner]:
    person = st.builds(model.Person, TEXT, st.sampled_from(get_args(model.PersonRole)))
    return st.builds(
        model.Partner,
        id=st.just(id),
        name=TEXT,
        short=TEXT,
        body=TEXT,
        committee=TEXT,
        lead=st.booleans(),
        removed=st.booleans(),
        people=st.lists(person, max_size=2).map(tuple),
    )


def _position(partner: str) -> st.SearchStrategy[model.Position]:
    return st.builds(
        model.Position,
        partner=st.just(partner),
        stance=st.sampled_from(get_args(model.Stance)),
        on=DAY,
        words=TEXT,
        reason=TEXT,
        would_change=TEXT,
        print_reason=st.booleans(),
        saw=TEXT,
    )


@st.composite
def _clause(draw: st.DrawFn, id: str, themes: list[str], partners: list[str]) -> model.Clause:
    rows = [{"id": row} | draw(TABLE) for row in draw(IDS)]
    for row, known in zip(rows, "abc", strict=False):
        row["id"] = known  # not drawn over by a cell
    return model.Clause(
        question=id,
        code=draw(TEXT),
        theme=draw(st.sampled_from(themes)),
        asked=draw(TEXT),
        heading=draw(TEXT),
        status=draw(st.sampled_from(get_args(model.Status))),
        owner=draw(TEXT),
        by=draw(MAYBE_DAY),
        talked_through=draw(st.booleans()),
        note=draw(TEXT),
        answer=draw(st.none() | PLAIN),
        wording=tuple(draw(st.lists(SENTENCE, max_size=12))),
        sentences=tuple(draw(IDS)),
        fields=draw(TABLE),
        struck=draw(TEXTS),
        suggested=draw(TEXTS),
        columns=tuple(model.Column(c, draw(TEXT), draw(TEXT)) for c in draw(IDS)),
        rows=tuple(rows),
        positions=tuple(draw(_position(p)) for p in partners),
        views=tuple(model.View(p, draw(TEXT)) for p in partners if draw(st.booleans())),
    )


def anything() -> st.SearchStrategy[object]:
    """Whatever TOML could hold where something else belongs."""
    leaf = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        TEXT,
        st.dates(),
        st.datetimes(),
        st.times(),
        st.just(dt.datetime(2027, 6, 6, tzinfo=dt.UTC)),
    )
    return st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
        max_leaves=6,
    )
