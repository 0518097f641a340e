"""Strings that break programs come back as they were typed: from the file, and from every paper."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from icalendar import Calendar

from interview import commands as c
from interview.reopen import reopen
from interview.session import Session
from outputs import dates, pdf, toml, word
from outputs.agreement import Agreement
from outputs.blocks import Document, Table, one_line
from outputs.document import blocks, document_of
from questions.text import clean
from tests.interview.naughty import BY, NAUGHTY, NOTHING, all_partners, gathered, said_of
from tests.interview.talking import KINDS, Clock, printed, refusal, talk
from tests.outputs import test_markdown, test_webpage, test_word
from tests.outputs.docx_text import opened
from tests.outputs.pdf_text import tagged


@cache
def everything() -> tuple[Agreement, ...]:
    """An agreement for each string, in which it stands wherever it could be typed."""
    return tuple(said_of(text).agreement() for text in NAUGHTY)


def test_the_list_is_there() -> None:
    """Or what follows would show nothing."""
    assert len(NAUGHTY) > 400
    assert len(NOTHING) > 3


def test_every_string_comes_back_from_the_file_as_it_was_typed() -> None:
    """Written, read and reopened, each is what the gate left of it, wherever it was typed."""
    for text, agreement in zip(NAUGHTY, everything(), strict=True):
        read = toml.read(toml.write(agreement).encode())
        assert read == agreement
        reopened = reopen(read, KINDS)
        assert reopened.noticed == ()
        again = Session(KINDS, reopened.record, Clock(), reopened.at).agreement()
        assert again == agreement
        _assert_kept(again, text)


def _assert_kept(agreement: Agreement, text: str) -> None:
    line, lines = clean(text), clean(text, lines=True)
    aim, name, decide, share, jobs, brings, holder = (
        found
        for question in ("aim", "name", "decide", "share", "jobs", "brings", "holder")
        if (found := printed(agreement, question))
    )
    assert agreement.about.title == line
    assert agreement.partners[2].name == line[:200].rstrip()
    assert aim.answer == lines
    assert (name.answer, name.wording[-1], name.note) == (line, line, lines)
    assert (decide.answer, decide.wording[-1]) == (f"other: {line}", line)
    assert share.answer == [f"other: {line}"]
    assert jobs.rows[0]["what"] == line
    assert agreement.partners[0].people[0].name == line
    assert brings.rows[0]["more"] == lines
    (position,) = name.positions
    assert (position.reason, position.would_change) == (lines, lines)
    assert (holder.views[0].words, holder.owner) == (lines, line)
    assert [(item.what, item.owner) for item in agreement.parked] == [(line, line)]


@pytest.mark.parametrize("text", NOTHING)
def test_a_string_of_which_nothing_is_left_is_refused_or_left_out(text: str) -> None:
    """Nothing nameless joins, no empty sentence is printed, and the title stays."""
    session = talk(KINDS, "Lunch Club", "St Anne’s")
    assert refusal(session, c.AddPartner(text)) == "Please type the organisation’s name."
    assert refusal(session, c.ParkItem(text)) == "Please say what is put off."
    for command in (c.SetTitle(text), c.Note("aim", text), c.Disagree("aim", {"st-annes": text})):
        session.apply(command)
    assert session.record.title == "Mill Lane"
    assert (session.record.entry("aim").note, session.record.entry("aim").views) == ("", {})


def _papers() -> tuple[Document, Document]:
    return document_of(gathered(everything())), document_of(all_partners(everything()))


def test_every_string_is_on_the_papers() -> None:
    """Somewhere in their texts, whole: what follows compares each paper with these texts."""
    texts = "\n".join(text for paper in _papers() for text in test_webpage.texts(paper.blocks))
    assert [text for text in NAUGHTY if one_line(clean(text)) not in texts] == []


def test_markdown_is_read_as_it_was_typed() -> None:
    """By a plain reader, and by one that makes links of addresses."""
    for paper in _papers():
        test_markdown.assert_literal(paper.blocks)


def test_a_web_page_is_read_as_it_was_typed() -> None:
    """No string makes an element, or closes one of ours."""
    for paper in _papers():
        page = test_webpage.assert_literal(paper)
        assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)


def test_a_word_file_is_read_as_it_was_typed() -> None:
    """Paragraph by paragraph, and cell by cell."""
    part = document_of(gathered(everything(), whole=False))
    for paper in (part, document_of(all_partners(everything()))):
        expected = [each for each in test_word.texts(paper.blocks) if each]
        assert test_word.read(opened(word.render(paper))) == expected


def test_a_pdf_is_read_as_it_was_typed() -> None:
    """As far as our own fonts go, so that this says the same on every system; blanks aside."""
    drawn = [a for text, a in zip(NAUGHTY, everything(), strict=True) if max(text) < "\u0400"]
    assert len(drawn) > 300
    paper = document_of(gathered(drawn, whole=False))
    named = [b for b in blocks(all_partners(drawn)) if isinstance(b, Table)][:1]
    paper = evolve(paper, blocks=(*paper.blocks, *named))
    made = pdf.rendered(paper)
    assert made.notes == ()
    shown = [_tight(text, tag) for tag, text in tagged(made.data) if tag != "Lbl" and text]
    assert shown == [_tight(text) for text in test_webpage.texts(paper.blocks) if text]


def _tight(text: str, tag: str = "") -> str:
    """The text without blanks, and without the number that typst gives a table."""
    text = re.sub(r"^Table\s\d+\.", "", text) if tag == "Caption" else text
    return "".join(text.split())


def test_what_no_font_can_draw_still_makes_a_pdf_and_is_named() -> None:
    """No string keeps the whole paper from being made."""
    odd = [a for text, a in zip(NAUGHTY, everything(), strict=True) if max(text) >= "\u0400"]
    made = pdf.rendered(document_of(all_partners(odd)))
    assert made.data.startswith(b"%PDF")
    assert "could not be drawn in the PDF: " in "".join(made.notes) or made.notes == ()


def test_a_calendar_is_read_as_it_was_typed() -> None:
    """Each put-off item is one event, on its day, with the string as its summary."""
    calendar = Calendar.from_ical(dates.write(gathered(everything())))
    events: list[Any] = list(calendar.walk("VEVENT"))
    summaries = [str(event["summary"]) for event in events if event["dtstart"].dt == BY]
    for text in map(clean, NAUGHTY):
        said = one_line(text)
        who = said[:1].upper() + said[1:]
        assert f"Still to agree: {said} ({who})" in summaries, text
