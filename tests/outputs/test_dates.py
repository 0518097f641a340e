"""Another program's calendar shows each day on its date, and nothing that was not for printing."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, cast

import pytest
import vobject
from attrs import evolve
from hypothesis import given, settings

from outputs.agreement import Agreement, Clause, Column, Meeting, Parked, Plain, View
from outputs.blocks import one_line
from outputs.dates import write
from outputs.document import footer
from outputs.words import dates_in
from tests.outputs.examples import EMPTY, FIRST, FULL, NASTY, SECOND, clause, hostile
from tests.outputs.strategies import agreements

JULY = dt.date(2027, 7, 9)


def events(agreement: Agreement) -> list[Any]:
    """The events of its calendar, as read by a program that is not ours."""
    text = write(agreement).decode()
    if "BEGIN:VEVENT" not in text:
        return []
    return cast("list[Any]", vobject.readOne(text).vevent_list)


def shown(agreement: Agreement) -> list[tuple[dt.date, str]]:
    """Day and summary of each event."""
    return [(event.dtstart.value, event.summary.value) for event in events(agreement)]


def only(*clauses: Clause, **more: Any) -> Agreement:
    """The full agreement with these clauses, nothing put off and no meeting."""
    there = evolve(FULL, clauses=clauses, parked=(), meetings=())
    return evolve(there, **more)


def table(*rows: dict[str, Plain]) -> Clause:
    """A clause with a table of jobs."""
    columns = (
        Column("job", "Job", "text"),
        Column("who", "Who", "who"),
        Column("by", "By when", "date"),
    )
    return evolve(clause("jobs", "authority", "Our first jobs"), columns=columns, rows=rows)


def test_the_days_of_an_agreement() -> None:
    """What is put off, what is disputed, and the dates of tables, in the order of their days."""
    assert shown(FULL) == [
        (SECOND, "Open up | lock up (Riverside)"),
        (SECOND, "Still to agree: First jobs (The Hub)"),
        (SECOND, "Still to agree: A name (Ann Price)"),
        (dt.date(2027, 6, 30), "Still to agree: How we decide (Ann Price)"),
    ]


def test_a_day_is_all_day() -> None:
    """A date without a time or a zone is the same day wherever it is read."""
    starts = re.findall(r"^DTSTART.*$", write(FULL).decode(), re.MULTILINE)
    assert set(starts) == {"DTSTART;VALUE=DATE:20270613\r", "DTSTART;VALUE=DATE:20270630\r"}
    assert all(type(event.dtstart.value) is dt.date for event in events(FULL))


def test_lines_are_short_and_end_as_they_should() -> None:
    """At most 75 bytes, not counting CRLF, and no letter is broken in two."""
    *lines, last = write(hostile("שלום 👍 " * 30)).split(b"\r\n")
    assert last == b""
    assert all(len(line) <= 75 and b"\n" not in line and line.decode() for line in lines)


def test_nobody_is_named_as_taking_part_and_nobody_is_busy() -> None:
    """The file invites nobody, and rings no bell."""
    text = write(FULL).decode()
    assert not re.search("ATTENDEE|ORGANIZER|VALARM|METHOD", text)
    assert text.count("TRANSP:TRANSPARENT") == text.count("BEGIN:VEVENT") == 4
    assert {event.dtstamp.value.replace(tzinfo=None) for event in events(FULL)} == {
        FULL.about.changed
    }


def test_an_agreement_without_days_makes_an_empty_calendar() -> None:
    """Which is still a calendar."""
    assert events(EMPTY) == []
    assert write(EMPTY).startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_sentence_with_a_date() -> None:
    """The clause is what it is called; the sentence says what is to be done."""
    said = clause("start", "purpose", "When we start", "We start on 9 July 2027.", "We stop later.")
    (event,) = events(only(said))
    assert (event.dtstart.value, event.summary.value) == (JULY, "When we start")
    assert event.description.value.split("\n") == [
        "We start on 9 July 2027.",
        "1.1 When we start",
        footer(only(said)),
    ]


def test_two_sentences_of_one_day_are_one_event() -> None:
    """And one sentence of two days is two."""
    said = clause(
        *("start", "purpose", "When"),
        *("From 6 June 2027 to 9 July 2027.", "A party is on 9 July 2027."),
    )
    made = events(only(said))
    assert [event.dtstart.value for event in made] == [FIRST, JULY]
    assert made[1].description.value.startswith(
        "From 6 June 2027 to 9 July 2027.\nA party is on 9 July 2027.\n"
    )


def test_history_is_not_in_it() -> None:
    """What was before the agreement was begun is nothing to be done; its first day may be."""
    said = clause("lease", "purpose", "The lease", "It is of 5 June 2027, signed 6 June 2027.")
    assert shown(only(said)) == [(FIRST, "The lease")]


def test_the_words_count_and_not_the_answer_behind_them() -> None:
    """A sentence that was struck out or reworded has taken its answer's date with it."""
    said = clause("start", "purpose", "When we start", "We start on 9 July 2027.")
    assert shown(only(evolve(said, fields={"start": FIRST}))) == [(JULY, "When we start")]
    assert shown(only(evolve(said, wording=(), fields={"start": FIRST}))) == []


@pytest.mark.parametrize("status", ["parked", "disputed", "undecided", "not-for-us"])
def test_wording_that_is_not_agreed_makes_no_days(status: Any) -> None:
    """A draft of a sentence is no promise, nor is a table in it."""
    said = clause("start", "purpose", "When", "We start on 9 July 2027.", status=status)
    jobs = evolve(table({"id": "a", "job": "paint", "by": JULY}), status=status)
    other = evolve(said, question="other", status="decided")
    assert shown(only(said, jobs, other_answers=(other,))) == []


def test_rows_say_what_and_who() -> None:
    """The first text of a row and those who do it; the clause where there is no text."""
    jobs = table(
        {"id": "a", "job": "paint the door", "who": ["riverside", "hub"], "by": JULY},
        {"id": "b", "job": "sweep", "who": ["all"], "by": JULY},
        {"id": "c", "who": ["other: Lee Hall"], "by": JULY},
        {"id": "d", "job": "whenever"},
    )
    assert shown(only(jobs)) == [
        (JULY, "Paint the door (Riverside and The Hub)"),
        (JULY, "Sweep (All of us)"),
        (JULY, "Our first jobs (Lee Hall)"),
    ]


def test_partners_who_have_left_are_not_in_it() -> None:
    """Their rows are gone; where others share a row, or an item is open, only their name is."""
    jobs = table(
        {"id": "a", "job": "paint", "who": ["gone"], "by": JULY},
        {"id": "b", "job": "sweep", "who": ["gone", "hub"], "by": JULY},
    )
    made = only(jobs, parked=(Parked("Who sweeps", "gone", JULY),))
    made = evolve(made, meetings=(Meeting(FIRST, ("gone",), rings="Ann", rings_by=JULY),))
    assert shown(made) == [(JULY, "Sweep (The Hub)"), (JULY, "Still to agree: Who sweeps")]
    assert "Library" not in write(made).decode()


def test_who_was_missing_is_to_be_rung() -> None:
    """By the day that was said at the latest meeting; nobody need be found for it yet."""
    met = Meeting(FIRST, ("hub", "st-annes"), rings="Ann Price", rings_by=JULY)
    made = only(meetings=(Meeting(FIRST, ("riverside",), rings_by=FIRST), met))
    assert shown(made) == [(JULY, "Ring St Anne’s and The Hub (Ann Price)")]
    assert shown(only(meetings=(evolve(met, rings=""),))) == [(JULY, "Ring St Anne’s and The Hub")]
    assert shown(only(meetings=(met, Meeting(SECOND)))) == []


def test_nothing_private_gets_in() -> None:
    """Notes, reasons and views stay where they are."""
    text = write(FULL).decode().replace("\r\n ", "")
    assert not re.search("Not for printing|two cooks|third cook|Every partner|More than half", text)
    secret = evolve(
        clause("start", "purpose", "When", status="disputed"),
        by=JULY,
        note="SECRET",
        answer="SECRET",
        wording=("SECRET by 9 July 2027.",),
        views=(View("hub", "SECRET"),),
    )
    assert "SECRET" not in write(only(secret)).decode()


def test_ids_stay_when_words_and_days_change() -> None:
    """So a calendar that had the event before moves it, and makes no second one."""
    before = only(evolve(clause("s", "purpose", "S", "On 9 July 2027."), sentences=("start",)))
    after = only(evolve(clause("s", "purpose", "T", "From 6 June 2027."), sentences=("start",)))
    assert events(before)[0].uid.value == events(after)[0].uid.value
    elsewhere = evolve(before, about=evolve(before.about, id="other"))
    assert events(before)[0].uid.value != events(elsewhere)[0].uid.value


def test_what_is_the_same_twice_is_two_events() -> None:
    """Two things put off in the same words are still two."""
    made = events(only(parked=(Parked("A name", "", JULY), Parked("A name", "hub", JULY))))
    assert len({event.uid.value for event in made}) == 2


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_read_as_it_was_typed(text: str) -> None:
    """Commas, semicolons, backslashes and line ends begin nothing of their own."""
    made = only(parked=(Parked(text, text, JULY),), about=evolve(FULL.about, title=text))
    (event,) = events(made)
    who = one_line(text)
    assert event.summary.value == f"Still to agree: {who} ({who[:1].upper()}{who[1:]})"
    assert event.description.value.endswith(one_line(footer(made)))


@settings(max_examples=50, deadline=None)
@given(agreements())
def test_any_agreement_makes_a_calendar_that_can_be_read(agreement: Agreement) -> None:
    """Always the same, and with ids that differ."""
    made = events(agreement)
    assert len({event.uid.value for event in made}) == len(made)
    assert write(agreement) == write(agreement)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("By 9 July 2027.", [JULY]),
        ("From 6 June 2027 to 9 July 2027", [FIRST, JULY]),
        ("26 June 2027", [dt.date(2027, 6, 26)]),
        ("31 June 2027, 126 June 2027, 6 June 20271, 6 June", []),
        ("", []),
    ],
)
def test_dates_in_words(text: str, days: list[dt.date]) -> None:
    """Whole dates only, and only those that there are."""
    assert dates_in(text) == days
