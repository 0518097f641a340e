"""Mistakes across a bank.

Names that lead nowhere, references that look forward, blanks that nothing fills, defaults
that no kind accepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from questions.answers import default_of
from questions.conditions import Answered, Condition, Facts, Is, leaves
from questions.group import Group, Party
from questions.kinds import COMPOUND, FORM, KINDS, PER_PARTNER, SIMPLE, TABLES
from questions.model import Bank, Field, Option, Question
from questions.problems import Problem, did_you_mean
from questions.values import ANSWER, ID, OTHER, Mistake
from questions.wording import BLANK, GROUP_BLANKS, ROW_BLANKS

_FIELD_ID: Final = re.compile(r"[a-z][a-z0-9_]*")
_NOT_THERE: Final = "is not asked before this; a condition looks only back"
_CHOOSING: Final = ("choice", "choices")
_OURS: Final = "ours-"  # what the keys of a group's own sentences begin with
_SAMPLE: Final = Group((Party("one", "One"), Party("two", "Two")), lead="one")


def problems_across(
    bank: Bank, sources: Mapping[str, str], *, whole: bool = True
) -> Iterator[Problem]:
    """Every problem that only shows when the whole bank is looked at.

    ``sources`` says which file each question is from. If a file could not be read, the bank is
    not ``whole``, and a question that seems to be missing is no mistake of those who refer to it.
    """
    themes = [t.id for t in bank.themes]
    yield from (Problem("bank.toml", "theme", what) for what in repeated(themes))
    seen: dict[str, Question] = {}
    for question in bank.questions:
        where = f'question "{question.id}"'
        for place, what in _question_problems(question, seen, themes):
            if whole or _NOT_THERE not in what:
                yield Problem(sources[question.id], f"{where}{place}", what)
        for name in (question.id, *question.was):
            if name in seen:
                what = f'the id "{name}" is used twice; give one of them another'
                yield Problem(sources[question.id], where, what)
            seen[name] = question
    for what in repeated([a.id for a in bank.always]):
        yield Problem("bank.toml", "always", what)
    for always in bank.always:
        if always.id in seen:
            what = f'the id "{always.id}" is that of a question; give it another'
            yield Problem("bank.toml", f'always "{always.id}"', what)
        if not always.says or not all(always.says):
            what = "says: there is a sentence without words; write one, or take the clause out"
            yield Problem("bank.toml", f'always "{always.id}"', what)
        if always.theme not in themes:
            what = f'there is no theme "{always.theme}"; {did_you_mean(always.theme, themes)}'
            yield Problem("bank.toml", f'always "{always.id}"', what)


def _question_problems(
    question: Question, before: Mapping[str, Question], themes: list[str]
) -> Iterator[tuple[str, str]]:
    if not ID.fullmatch(question.id):
        yield "", "an id is small letters, numbers and hyphens, such as how-we-decide"
    if question.kind not in KINDS:
        yield "", f'there is no kind "{question.kind}"; {did_you_mean(question.kind, KINDS)}'
        return
    for theme in dict.fromkeys((question.theme, question.chapter)):
        if theme not in themes:
            yield "", f'there is no theme "{theme}"; {did_you_mean(theme, themes)}'
    yield from _shape(question)
    for place, condition in conditions_of(question):
        for what in _condition_problems(condition, question, before):
            yield place, what
    known_fields = list(fields_of(question))
    for place, each in known_fields:
        for what in _field_problems(each, question, before):
            yield place, what
    yield from _blank_problems(question)
    for usual in question.usual:
        if not usual.options:
            yield ", usual", "options: name at least one"
        for option in usual.options:
            if option not in option_ids(question):
                yield ", usual", no_option(option, question)
    if all(f.kind in SIMPLE for _, f in known_fields):
        yield from _default_problems(question)


def _shape(question: Question) -> Iterator[tuple[str, str]]:
    """Whether it has what its kind needs, and nothing that it cannot use."""
    if question.kind in _CHOOSING and not question.options:
        yield "", "a choice needs at least one option"
    if question.options and question.kind not in _CHOOSING:
        yield "", f"a {question.kind} question has no options; put them in a field"
    if question.columns and question.kind not in TABLES:
        yield "", f"a {question.kind} question has no columns; use fields"
    if question.kind in TABLES and not question.columns:
        yield "", "a table needs at least one column"
    if question.kind == FORM and not question.fields:
        yield "", "a form needs at least one field"
    if question.rows and question.kind != "rows":
        yield "", f"a {question.kind} question has no suggested rows"
    for name, ids in (
        ("option", [o.id for o in question.options]),
        ("field", [f.id for f in question.fields]),
        ("column", [c.id for c in question.columns]),
        ("row", [r.id for r in question.rows]),
        ("sentence", sentence_keys(question)),
    ):
        for what in repeated(ids):
            yield f", {name}", what
    for sentence in question.sentences:
        place = f', sentence "{sentence.id}"'
        if sentence.id == OTHER or not ID.fullmatch(sentence.id) or sentence.id.startswith(_OURS):
            yield place, "a sentence needs an id of its own, such as how-long"
        if sentence.each and question.kind not in TABLES:
            yield place, f"a {question.kind} question has no rows to say it for each"
    yield from _option_problems(question.options)
    for option in (*question.options, *(o for f in question.fields for o in f.options)):
        if option.when:
            yield f', option "{option.id}"', "only an option in a column can have a `when`"
    for row in question.rows:
        if not ID.fullmatch(row.id):
            yield f', row "{row.id}"', "a row needs an id of its own, such as first-meeting"
        for cell in row.cells:
            if cell not in [c.id for c in question.columns]:
                yield f', row "{row.id}"', f'there is no column "{cell}"'


def sentence_keys(question: Question) -> list[str]:
    """What the sentences of this question are told apart by, as ``wording`` makes it."""
    of_rows = [o for column in question.columns for o in column.options]
    return [s.id for s in question.sentences] + [
        option.id if n == 1 else f"{option.id}-{n}"
        for option in (*question.options, *of_rows)
        for n in range(1, len(option.says) + 1)
    ]


def _option_problems(options: Sequence[Option]) -> Iterator[tuple[str, str]]:
    """Options that cannot be told apart, by id or as typed."""
    called: dict[str, str] = {}
    for option in options:
        place = f', option "{option.id}"'
        if option.id == OTHER or not ID.fullmatch(option.id) or option.id.startswith(_OURS):
            yield place, "an option needs an id of its own, such as all-say-yes"
        for name in (option.id, option.label, option.words):
            if name and called.setdefault(name.casefold(), option.id) != option.id:
                yield place, f'“{name}” also means option "{called[name.casefold()]}"'


def conditions_of(question: Question) -> Iterator[tuple[str, Condition]]:
    """Every condition of a question, each with its place in it."""
    if question.when:
        yield ", when", question.when
    for sentence in question.sentences:
        if sentence.when:
            yield f', sentence "{sentence.id}"', sentence.when
    for row in question.rows:
        if row.when:
            yield f', row "{row.id}"', row.when
    for option in (*question.options, *(o for _, f in fields_of(question) for o in f.options)):
        if option.when:
            yield f', option "{option.id}"', option.when
    for usual in question.usual:
        if usual.when:
            yield ", usual", usual.when


def _condition_problems(
    condition: Condition, question: Question, before: Mapping[str, Question]
) -> Iterator[str]:
    for leaf in leaves(condition):
        if not isinstance(leaf, Is | Answered):
            continue
        if leaf.question not in before:
            yield _not_before(leaf.question, question, before)
        elif isinstance(leaf, Is):
            asked = before[leaf.question]
            if asked.id != leaf.question:
                yield f'"{leaf.question}" is now called "{asked.id}"; write that'
            for option in leaf.options:
                if option not in option_ids(asked):
                    yield no_option(option, asked)


def _not_before(name: str, question: Question, before: Mapping[str, Question]) -> str:
    hint = did_you_mean(name, [q for q in before if q != question.id])
    return f'"{name}" {_NOT_THERE}; {hint}'


def fields_of(question: Question) -> Iterator[tuple[str, Field]]:
    """Every field and column of a question, each with its place in it."""
    yield from ((f', field "{f.id}"', f) for f in question.fields)
    yield from ((f', column "{c.id}"', c) for c in question.columns)


def _field_problems(
    each: Field, question: Question, before: Mapping[str, Question]
) -> Iterator[str]:
    if not _FIELD_ID.fullmatch(each.id) or each.id in (ANSWER, "id", *GROUP_BLANKS, *ROW_BLANKS):
        yield "a field needs an id of its own, small letters and underscores, such as by_when"
    if each.kind in COMPOUND or each.kind not in KINDS:
        yield f'there is no simple kind "{each.kind}"; {did_you_mean(each.kind, SIMPLE)}'
    if each.kind in _CHOOSING and not each.options:
        yield "a choice needs at least one option"
    yield from repeated(o.id for o in each.options)
    yield from (what for _, what in _option_problems(each.options))
    if each.after:
        name, _, field = each.after.rpartition(".")
        asked = before.get(name) if name else question
        if asked is None:
            yield _not_before(name, question, before)
        elif field not in [f.id for f in asked.fields if f.kind == "date"]:
            yield f'"{each.after}" is not a date field'


def _blank_problems(question: Question) -> Iterator[tuple[str, str]]:
    fields = {f.id for f in question.fields}
    columns = {c.id for c in question.columns}
    rows = columns | (set(ROW_BLANKS) if question.kind == PER_PARTNER else set())
    main = {ANSWER} if question.kind in SIMPLE else set()
    whole = fields | main | set(GROUP_BLANKS)
    texts: list[tuple[str, str, set[str]]] = []
    for option in question.options:
        texts += [(f', option "{option.id}"', text, whole) for text in option.says]
    for column in question.columns:
        for option in column.options:
            texts += [(f', option "{option.id}"', text, whole | rows) for text in option.says]
    for sentence in question.sentences:
        place = f', sentence "{sentence.id}"'
        within = whole | rows if sentence.each else whole
        texts.append((place, sentence.text, within))
        for name in sentence.without:
            if name not in (columns if sentence.each else fields):
                yield place, f'without: there is no field "{name}"'
        for option_id in sentence.options:
            if option_id not in option_ids(question):
                yield place, no_option(option_id, question)
    for place, text, known in texts:
        for match in BLANK.finditer(text):
            if match[1] not in known:
                yield (
                    place,
                    f"nothing fills {{{match[1]}}}; {did_you_mean(match[1], sorted(known))}",
                )
        if wrong := re.search(r"\{([a-z][a-z0-9_]*)\}['’]s", text):
            yield place, f"write {{{wrong[1]}’s}}: a name that ends in s may take the ’ alone"
        if "{" in BLANK.sub("", text) or "}" in BLANK.sub("", text):
            yield place, "a blank is written {name}: one opening and one closing brace"


def _default_problems(question: Question) -> Iterator[tuple[str, str]]:
    for place, each in fields_of(question):
        try:
            default_of(each, question, Facts(), _SAMPLE)
        except Mistake as mistake:
            yield f"{place}, default", str(mistake)
    columns = {c.id: c for c in question.columns}
    for row in question.rows:
        for name, plain in row.cells.items():
            try:
                if name in columns:
                    SIMPLE[columns[name].kind].check(plain, columns[name], _SAMPLE)
            except Mistake as mistake:
                yield f', row "{row.id}", {name}', str(mistake)


def option_ids(question: Question) -> list[str]:
    """What there is to choose: option ids, "other" for words of their own, or yes and no."""
    if question.kind == "yes_no":
        return ["yes", "no"]
    own = [OTHER] if question.something_else and question.options else []
    return [*(o.id for o in question.options), *own]


def no_option(option: str, question: Question) -> str:
    """What is wrong where a question has no such option."""
    hint = did_you_mean(option, option_ids(question))
    return f'question "{question.id}" has no option "{option}"; {hint}'


def repeated(names: Iterable[str]) -> Iterator[str]:
    """A sentence for each id that stands there more than once."""
    names = list(names)
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield f'the id "{name}" is used {names.count(name)} times; ids must differ'
