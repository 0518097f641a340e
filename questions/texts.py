"""Every text that a bank holds, with its place and what sort of text it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from attrs import frozen

from questions.model import Bank, Field, Option, Question
from questions.problems import REHEARSALS, RULES, STOP_SIGNS
from questions.sample import Sample

Sort = Literal["aloud", "spoken", "clause", "always", "words", "example", "quoted"]
"""What becomes of it.

Two are read out at every question ("aloud"), the rest of what the bank says is "spoken". The
sentences of a clause, and those of one that is "always" printed, are filled from "words": cells
and defaults. An "example" is what a group might say. What is "quoted" is there because it is not
ours: weak answers, titles of sources.
"""

SPOKEN: Final = ("aloud", "spoken")
CLAUSE: Final = ("clause", "always")

_ALOUD: Final = ("ask", "read_aloud")
_SPOKEN: Final = ("heading", "why", "round", "watch_for", "follow_up", "get_help")


@frozen
class Text:
    """One text: where it stands, what it is, and how it reads once its blanks are filled."""

    file: str
    place: str
    text: str
    sort: Sort
    filled: str = ""


def texts(bank: Bank, files: Mapping[str, str]) -> Iterator[Text]:
    """Every text of the bank; ``files`` says which file each question is from."""
    found = [*_of_head(bank)]
    for question in bank.questions:
        found += _of_question(question, files[question.id])
    found += _of_draft(bank)
    yield from (text for text in found if text.text)


def _of_head(bank: Bank) -> Iterator[Text]:
    def text(place: str, said: str, sort: Sort = "spoken") -> Text:
        return Text("bank.toml", place, said, sort, said)

    for key in ("title", "document", "about", "opening"):
        yield text(f"bank, {key}", getattr(bank, key))
    for rule in bank.room.ground_rules:
        yield text("room, ground_rules", rule)
    yield text("room, thumbs", bank.room.thumbs)
    yield text("room, ending", bank.room.ending)
    for theme in bank.themes:
        yield text(f'theme "{theme.id}", title', theme.title)
        yield text(f'theme "{theme.id}", short', theme.short)
    for always in bank.always:
        yield text(f'always "{always.id}", heading', always.heading)
        yield from (text(f'always "{always.id}"', each, "always") for each in always.says)
    for word in bank.words:
        yield text(f'word "{word.word}", means', word.means)


def _of_draft(bank: Bank) -> Iterator[Text]:
    """What is asked and told of a whole draft. It names nothing that a blank would fill."""

    def text(file: str, place: str, said: str) -> Text:
        return Text(file, place, said, "spoken", said)

    for rule in bank.rules:
        yield text(RULES, f'rule "{rule.id}", ask', rule.ask)
    for story in bank.rehearsals:
        place = f'rehearsal "{story.id}"'
        yield text(REHEARSALS, f"{place}, title", story.title)
        yield text(REHEARSALS, f"{place}, story", story.story)
        for n, moment in enumerate(story.moments, start=1):
            yield text(REHEARSALS, f'{place}, moment "number {n}", day', moment.day)
            yield text(REHEARSALS, f'{place}, moment "number {n}", silent', moment.silent)
    for sign in bank.stop_signs:
        place = f'stop_sign "{sign.id}"'
        yield text(STOP_SIGNS, f"{place}, title", sign.title)
        yield from (text(STOP_SIGNS, f"{place}, says", each) for each in sign.says)


def _of_question(question: Question, file: str) -> Iterator[Text]:
    where = f'question "{question.id}"'
    for key in _ALOUD:
        yield Text(file, f"{where}, {key}", getattr(question, key), "aloud")
    for key in _SPOKEN:
        yield Text(file, f"{where}, {key}", getattr(question, key), "spoken")
    for example in question.examples:
        place = f'{where}, example "{example.who}"'
        yield Text(file, place, example.who, "example")
        yield Text(file, place, example.text, "example")
    yield Text(file, f"{where}, source", question.source, "quoted")
    for weak in question.weak:
        yield Text(file, f"{where}, weak", weak, "quoted")
    for row in question.rows:
        for name, cell in row.cells.items():
            if isinstance(cell, str):
                yield Text(file, f'{where}, row "{row.id}", {name}', cell, "words")
    for option in question.options:
        yield from _of_option(option, file, where)
    for word, fields in (("field", question.fields), ("column", question.columns)):
        for each in fields:
            yield from _of_field(each, file, f'{where}, {word} "{each.id}"')
    yield from _of_clause(question, file, where)


def _of_field(field: Field, file: str, where: str) -> Iterator[Text]:
    yield Text(file, f"{where}, label", field.label, "spoken")
    yield Text(file, f"{where}, hint", field.hint, "example")
    if isinstance(field.default, str):
        yield Text(file, f"{where}, default", field.default, "words")
    for option in field.options:
        yield from _of_option(option, file, where)
        if not option.words:
            yield Text(file, f'{where}, option "{option.id}", label', option.label, "words")


def _of_option(option: Option, file: str, where: str) -> Iterator[Text]:
    place = f'{where}, option "{option.id}"'
    yield Text(file, f"{place}, label", option.label, "spoken")
    yield Text(file, f"{place}, explain", option.explain, "spoken")
    yield Text(file, f"{place}, words", option.words, "words")


def _of_clause(question: Question, file: str, where: str) -> Iterator[Text]:
    sample = Sample(question)
    for option in question.options:
        for text in option.says:
            said = sample.said(text, chosen=option.id)
            yield Text(file, f'{where}, option "{option.id}"', text, "clause", said)
    for column in question.columns:
        for option in column.options:
            for text in option.says:
                place = f'{where}, column "{column.id}", option "{option.id}"'
                yield Text(file, place, text, "clause", sample.said(text, in_row=True))
    for sentence in question.sentences:
        said = sample.said(sentence.text, in_row=bool(sentence.each))
        yield Text(file, f'{where}, sentence "{sentence.id}"', sentence.text, "clause", said)
