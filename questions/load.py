"""A bank folder becomes a ``Bank``, or a list of every mistake in it.

A bank is a folder with ``bank.toml`` and one TOML file for each theme that it names. It may have
``rules.toml``, ``rehearsals.toml`` and ``stop-signs.toml`` as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, Literal, get_args

from attrs import evolve, field, fields_dict, frozen, has
from cattrs import Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from questions import conditions, files, looks, model, values
from questions.model import Bank, Question, Theme
from questions.problems import (
    MOST_PROBLEMS,
    REHEARSALS,
    RULES,
    STOP_SIGNS,
    BadBank,
    Problem,
    did_you_mean,
)
from questions.text import clean
from questions.values import Mistake

BUNDLED: Final = Path(__file__).parent / "banks"
_MOST_THEMES: Final = 50
_MOST_QUESTIONS: Final = 1_000
_MISSING: Final = " is missing"
_Look = Callable[[Mapping[str, Any]], conditions.Look | None]

_IN_TOML: Final = {
    "themes": "theme",
    "questions": "question",
    "words": "word",
    "swaps": "swap",
    "options": "option",
    "fields": "field",
    "columns": "column",
    "rows": "row",
    "sentences": "sentence",
    "examples": "example",
    "rules": "rule",
    "rehearsals": "rehearsal",
    "moments": "moment",
    "stop_signs": "stop_sign",
    "helpers": "helper",
}
"""Attributes whose TOML key is the singular, since TOML repeats a table to make a list."""


@frozen
class _Head:
    """bank.toml: the bank without its questions."""

    bank: dict[str, str]
    themes: tuple[Theme, ...]
    always: tuple[model.AlwaysClause, ...] = ()
    vague: tuple[str, ...] = ()
    words: tuple[model.Word, ...] = ()
    short: model.Short | None = None
    room: model.Room = field(factory=model.Room)
    swaps: tuple[model.Swap, ...] = ()


@frozen
class _ThemeFile:
    questions: tuple[Question, ...] = ()


@frozen
class _Rules:
    """rules.toml."""

    rules: tuple[model.Rule, ...] = ()


@frozen
class _Rehearsals:
    """rehearsals.toml."""

    rehearsals: tuple[model.Rehearsal, ...] = ()


@frozen
class _StopSigns:
    """stop-signs.toml."""

    stop_signs: tuple[model.StopSign, ...] = ()
    helpers: tuple[model.Helper, ...] = ()


def bundled(bank: str = "ncvo") -> Path:
    """The folder of a bank that ships with the program."""
    return BUNDLED / bank


def load(folder: Path) -> Bank:
    """Read a bank.

    Raises:
        BadBank: with every problem of every file, each with where, what and the mend.
    """
    return load_with_files(folder)[0]


def load_with_files(folder: Path) -> tuple[Bank, dict[str, str]]:
    """A bank, and the file that each of its questions stands in, by question id.

    Raises:
        BadBank: as ``load`` does.
    """
    from questions.check import problems_across
    from questions.check_draft import problems_about_the_draft
    from questions.check_evening import problems_of_room, problems_of_short

    problems: list[Problem] = []
    head = _structured(folder, "bank.toml", _Head, problems)
    if head is None:
        raise BadBank(problems)
    if len(head.themes) > _MOST_THEMES:
        what = f"there are {len(head.themes)} themes; a bank has {_MOST_THEMES} at most"
        raise BadBank([*problems, Problem("bank.toml", "theme", what)])
    questions: list[Question] = []
    sources: dict[str, str] = {}
    taken: set[str] = set()
    for theme in head.themes:
        if theme.file in taken:  # or a page of themes by mistake would read it a thousand times
            what = f"the file {theme.file} is another theme’s; each has one of its own"
            problems.append(Problem("bank.toml", f'theme "{theme.id}"', what))
            continue
        taken.add(theme.file)
        page = _structured(folder, theme.file, _ThemeFile, problems)
        for question in page.questions if page else ():
            questions.append(question if question.theme else evolve(question, theme=theme.id))
            sources[question.id] = theme.file
    if len(questions) > _MOST_QUESTIONS:
        what = f"there are {len(questions)} questions; a bank has {_MOST_QUESTIONS} at most"
        raise BadBank([*problems, Problem("bank.toml", "", what)])
    known = {name: clean(head.bank.get(name, ""), lines=True) for name in _ABOUT}
    for key in head.bank:
        if key not in _ABOUT:
            what = f'there is no key "{key}"; {did_you_mean(key, _ABOUT)}'
            problems.append(Problem("bank.toml", "bank", what))
    missing = [key for key in _NEEDED if not known[key]]
    problems += [Problem("bank.toml", "bank", f'"{key}" is missing') for key in missing]
    rules, rehearsals, signs = _about_the_draft(folder, problems)
    bank = Bank(
        id=known["id"],
        title=known["title"],
        version=known["version"],
        document=known["document"],
        about=known["about"],
        opening=known["opening"],
        themes=head.themes,
        questions=tuple(questions),
        always=head.always,
        vague=head.vague,
        words=head.words,
        rules=rules.rules,
        rehearsals=rehearsals.rehearsals,
        stop_signs=signs.stop_signs,
        helpers=signs.helpers,
        short=head.short,
        room=head.room,
        swaps=head.swaps,
    )
    whole = not problems
    problems += problems_across(bank, sources, whole=whole)
    problems += problems_of_short(bank, whole=whole)
    if whole:
        problems += problems_of_room(bank)
    if whole:  # what they refer to may be in a file that could not be read
        problems += problems_about_the_draft(bank)
    # Only a bank that could be read whole can be said to lack a question.
    if not problems and not any(q.depth == "quick" and q.when is None for q in questions):
        what = "one question at least has to be asked of everybody: quick, and without a `when`"
        problems.append(Problem("bank.toml", "", what))
    if problems:
        raise BadBank(problems)
    return bank, sources


_NEEDED: Final = ("id", "title", "version", "document")
_ABOUT: Final = (*_NEEDED, "about", "opening")


def _about_the_draft(
    folder: Path, problems: list[Problem]
) -> tuple[_Rules, _Rehearsals, _StopSigns]:
    """What there is to ask and to tell of a whole draft; none of the files has to be there."""

    def read(file: str, empty: Any) -> Any:
        if not (folder / file).exists():
            return empty
        return _structured(folder, file, type(empty), problems, looks.read) or empty

    return (
        read(RULES, _Rules()),
        read(REHEARSALS, _Rehearsals()),
        read(STOP_SIGNS, _StopSigns()),
    )


def _structured(
    folder: Path,
    name: str,
    cls: type[Any],
    problems: list[Problem],
    look: _Look = lambda _: None,
) -> Any:
    data = files.read(folder, name, problems)
    if data is None:
        return None
    try:
        return _converter(look).structure(_cleaned(data), cls)
    except Exception as error:  # cattrs raises a group; every leaf becomes a problem
        found: dict[Problem, None] = {}  # in order, each once; there may be thousands
        for line in transform_error(error, format_exception=_in_words):
            what, _, where = line.rpartition(" @ $")
            if what.endswith(_MISSING):  # its place is where it is not
                where = where.rpartition(".")[0]
            found[Problem(name, _place(where, data), what)] = None
            if len(found) > MOST_PROBLEMS:
                break
        problems += (each for each in found if each not in problems)
        return None


def _cleaned(data: Any) -> Any:
    match data:
        case str():
            return clean(data, lines=True)
        case dict():
            return {key: _cleaned(value) for key, value in data.items()}
        case list():
            return [_cleaned(value) for value in data]
        case _:
            return data


@cache  # making one costs as much as reading a theme's file with it
def _converter(look: _Look) -> Converter:
    """A converter that refuses unknown keys and says a text where a text belongs."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(bool, _exactly(bool, "true or false"))
    converter.register_structure_hook(int, _exactly(int, "a whole number"))
    unions = {
        values.Plain: lambda value, _: value,  # its kind checks it, later
        values.Plain | None: lambda value, _: value,
        conditions.Condition: lambda value, _: conditions.parse(value, look),
        conditions.Condition | None: lambda value, _: conditions.parse(value, look),
    }
    converter.register_structure_hook_func(lambda cls: cls == tuple[str, ...], _texts)
    converter.register_structure_hook_func(_is_literal, _one_of)
    for union, hook in unions.items():
        converter.register_structure_hook_func(partial(_same, union), hook)
    for cls in _RENAMED:
        renamed: dict[str, Any] = {
            name: override(rename=_IN_TOML[name]) for name in fields_dict(cls) if name in _IN_TOML
        }
        converter.register_structure_hook(
            cls,
            make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **renamed),
        )
    return converter


_RENAMED: Final = (
    *(model.Field, model.Question, model.Rehearsal),
    *(_Head, _ThemeFile, _Rules, _Rehearsals, _StopSigns),
)
"""The classes that have an attribute whose key is the singular."""


def _same(one: Any, other: Any) -> bool:
    return bool(one == other)


def _texts(value: Any, _: Any) -> tuple[str, ...]:
    """A list of texts; one text alone is a list of one."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Mistake(f"{value!r} should be a list of texts")
    return tuple(value)


def _is_literal(cls: Any) -> bool:
    return getattr(cls, "__origin__", None) is Literal


def _one_of(value: Any, cls: Any) -> str:
    known = [each for each in get_args(cls) if each]
    if not isinstance(value, str) or value not in get_args(cls):
        raise Mistake(f"{value!r} is not known here; {did_you_mean(str(value), known)}")
    return value


def _text(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise Mistake(f"{value!r} should be text in quotation marks")
    return value


def _exactly(cls: type, name: str) -> Any:
    def structured(value: Any, _: Any) -> Any:
        if type(value) is not cls:
            raise Mistake(f"{value!r} should be {name}")
        return value

    return structured


def _in_words(error: BaseException, _: Any) -> str:
    match error:
        case ForbiddenExtraKeysError(cl=cls, extra_fields=keys):
            singular = _IN_TOML if cls in _RENAMED else {}
            known = [singular.get(n, n) for n in fields_dict(cls)] if has(cls) else []
            return "; ".join(f'there is no key "{k}"; {did_you_mean(k, known)}' for k in keys)
        case KeyError():
            return f'"{_IN_TOML.get(str(error.args[0]), error.args[0])}"{_MISSING}'
        case Mistake():
            return str(error)
        case AttributeError() | TypeError():
            return 'a table belongs here, [[…]] or { id = "…" }, or a list of them'
        case _:
            return f"this is not what belongs here ({error})"


def _place(path: str, data: Mapping[str, Any]) -> str:
    """The place in a bank's words: .questions[3].options[1] → question "decide", option "lead"."""
    names: list[str] = []
    here: Any = data
    for name, index in re.findall(r"\.?(\w+)(?:\[(\d+)\])?", path):
        key = name if isinstance(here, Mapping) and name in here else _IN_TOML.get(name, name)
        here = here.get(key) if isinstance(here, Mapping) else None
        if index and isinstance(here, list) and int(index) < len(here):
            here = here[int(index)]
            label = here.get("id", f"number {int(index) + 1}") if isinstance(here, dict) else here
            names.append(f'{key} "{label}"')
        else:
            names.append(key)
    return ", ".join(names)
