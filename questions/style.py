"""Everything that can be better about a bank that loads: what ``bank check`` says of it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from questions.model import Bank
from questions.problems import Problem
from questions.prose import problems_of_prose
from questions.reading import Reading, measure, problems_of_reading, report
from questions.texts import texts
from questions.whole import problems_of_questions


@frozen
class Style:
    """What is to be mended, lines that say how the bank reads, and the grades behind them."""

    problems: tuple[Problem, ...]
    report: tuple[str, ...]
    reading: Reading | None


def style_of(bank: Bank, files: Mapping[str, str]) -> Style:
    """Look a bank through; ``files`` says which file each question is from."""
    found = tuple(texts(bank, files))
    reading = measure(found)
    problems = [*problems_of_questions(bank, files), *problems_of_prose(bank, found)]
    problems += problems_of_reading(reading) if reading else ()
    order = {file: n for n, file in enumerate(t.file for t in bank.themes)}
    problems.sort(key=lambda problem: order.get(problem.file, -1))
    return Style(tuple(problems), tuple(report(found, reading)), reading)
