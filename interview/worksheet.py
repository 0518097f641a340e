"""The worksheet: the questions on paper, to send out a week before the meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from interview.flow import asked
from outputs.blocks import Block, Bullets, Document, Heading, Lines, Paragraph, Table, Title
from questions.conditions import in_words
from questions.model import Bank, Depth, Question

_LINES: Final = 2
"""Lines to write on after each question."""

_BRING: Final = (
    "When your committee meets next, and what it calls itself",
    "What you can say yes to, and up to what",
    "Your limit, in hours and in pounds",
    "One worry",
    "Slips of paper, food, and a charger for the laptop",
)
_BEFORE: Final = (
    "Read the questions, and jot two lines on each. Answers that were written first are heard.",
    "Ask who should be there and is not.",
    "Tell your committee that it will be asked.",
)


def worksheet(bank: Bank, depth: Depth, on: dt.datetime) -> Document:
    """The questions of a depth, with room to write; their codes are those of screen and file."""
    title = "Before we meet: questions to think about"
    return Document(title, tuple(_blocks(bank, depth, title)), "", f"{title}. {bank.about}", on)


def _blocks(bank: Bank, depth: Depth, title: str) -> Iterator[Block]:
    yield Title(title)
    yield Paragraph(bank.title)
    yield Paragraph(bank.about)
    yield Heading(2, "Before the meeting")
    yield Table("Who fills this in", ("Your name", "Your group", "We meet on"), [("", "", "")])
    yield Paragraph("Bring this with you. Nobody collects it.")
    yield Bullets("Please:", _BEFORE)
    yield Bullets("Bring:", _BRING)
    themes = {t.id: t.title for t in bank.themes}
    theme = ""
    for question in asked(bank, depth):
        if question.theme != theme:
            theme = question.theme
            yield Heading(2, themes[theme])
        yield from _question(bank, question)


def _question(bank: Bank, question: Question) -> Iterator[Block]:
    yield Heading(3, question.ask, question.code)
    if why := in_words(question.when, lambda q, option: _label(bank, q, option)):
        yield Paragraph(f"Only if {why}.")
    if question.read_aloud:
        yield Paragraph(question.read_aloud)
    if question.options:
        choices = [_choice(o.label, o.explain) for o in question.options]
        yield Bullets("Some answers:", choices)
    elif question.trigger:
        yield Paragraph("Yes ______     No ______")
    if not question.trigger:
        yield Lines(_LINES)


def _choice(label: str, explain: str) -> str:
    return f"{label}. {explain}" if explain else label


def _label(bank: Bank, question: str, option: str) -> str:
    """A question, or one of its options, as a person would name it."""
    found = bank.find(question)
    if found is None:
        return question
    label = next((o.label for o in found.options if o.id == option), option)
    return f"{found.ask} {label.capitalize()}" if option else found.ask
