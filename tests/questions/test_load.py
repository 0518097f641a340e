"""Banks that are broken: every problem named, with where it is and what to write."""

from __future__ import annotations

import copy
import shutil
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.walk import walk
from questions.answers import start, usual_answer
from questions.conditions import Facts
from questions.group import Group, Party
from questions.load import bundled, load
from questions.model import Bank
from questions.problems import BadBank, Problem, did_you_mean
from questions.style import style_of
from questions.wording import suggest
from tests.conftest import THOROUGH

BANKS: Final = Path(__file__).parents[1] / "banks"
SMALL: Final = BANKS / "small"

HEAD: Final = """
[bank]
id = "b"
title = "B"
version = "1"
document = "agreement"
[[theme]]
id = "t"
title = "T"
file = "t.toml"
"""
PLAIN: Final = '[[question]]\nid = "first"\ncode = "A1"\nkind = "yes_no"\nask = "Is it?"\n'


def write(folder: Path, questions: str, head: str = HEAD) -> Path:
    """A bank of one theme in a folder."""
    (folder / "bank.toml").write_text(head, "utf-8")
    (folder / "t.toml").write_text(questions, "utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    """What is wrong with a bank, a line each."""
    with pytest.raises(BadBank) as bad:
        load(folder)
    assert str(bad.value).split("\n") == [str(p) for p in bad.value.problems]
    return [str(problem) for problem in bad.value.problems]


def asks(id: str = "q", kind: str = "text", more: str = "") -> str:
    """A question in TOML, after a plain first one."""
    return (
        f'{PLAIN}\n[[question]]\nid = "{id}"\ncode = "A2"\nkind = "{kind}"\n'
        f'ask = "What?"\nheading = "It"\n{more}\n'
    )


OPTION: Final = 'option = [{ id = "a", label = "A" }]'


@pytest.mark.parametrize("name", ["small", "kinds"])
def test_the_test_banks_are_sound(name: str) -> None:
    """The banks that tests use have nothing wrong with them."""
    assert load(BANKS / name).id == name


@pytest.mark.parametrize(
    ("questions", "problem"),
    [
        # Keys and types
        (
            asks(more='hedding = "x"'),
            'question "q": there is no key "hedding"; did you mean "heading"?',
        ),
        (asks(more="minutes = '3'"), "question \"q\", minutes: '3' should be a whole number"),
        (asks(more="minutes = true"), 'question "q", minutes: True should be a whole number'),
        (asks(more='trigger = "yes"'), "question \"q\", trigger: 'yes' should be true or false"),
        (asks(more="why = 3"), 'question "q", why: 3 should be text in quotation marks'),
        (asks(more="was = [3]"), 'question "q", was: [3] should be a list of texts'),
        (
            asks(kind="choice", more='option = [{ id = "a", labl = "A" }]'),
            'question "q", option "a": there is no key "labl"; did you mean "label"?',
        ),
        (
            asks(kind="choice", more='option = [{ id = "a" }]'),
            'question "q", option "a": "label" is missing',
        ),
        (asks(more='field = [{ label = "x" }]'), 'question "q", field "number 1": "id" is missing'),
        (PLAIN + "[[question]]\nid = 'x'\n", 'question "x": "code" is missing'),
        # Names
        (asks(id="Q 1"), 'question "Q 1": an id is small letters, numbers and hyphens'),
        (asks(id="first"), 'question "first": the id "first" is used twice'),
        (asks(more='was = ["first"]'), 'question "q": the id "first" is used twice'),
        (asks(kind="chioce"), 'question "q": there is no kind "chioce"; did you mean "choice"?'),
        (asks(more='theme = "tt"'), 'question "q": there is no theme "tt"; did you mean "t"?'),
        (asks(more='printed_in = "z"'), 'question "q": there is no theme "z"; use one of t'),
        (
            asks(more='depth = "ful"'),
            'question "q", depth: \'ful\' is not known here; did you mean "full"?',
        ),
        (
            PLAIN + "[[question]]\nid = 'x'\ncode = 'x'\nkind = 'text'\nask = 'x'\nfield = 3",
            "field:",
        ),
        ('[question]\nid = "x"', "question: a table belongs here, [[…]]"),
        (asks(kind="choice", more='option = ["a"]'), 'question "q", option "a": a table belongs'),
        # What a kind needs
        (asks(kind="choice"), 'question "q": a choice needs at least one option'),
        (asks(kind="form"), 'question "q": a form needs at least one field'),
        (asks(kind="rows"), 'question "q": a table needs at least one column'),
        (asks(more=OPTION), 'question "q": a text question has no options'),
        (asks(more='column = [{ id = "x", label = "X" }]'), "a text question has no columns"),
        (asks(more='row = [{ id = "x", cells = {} }]'), "a text question has no suggested rows"),
        # Options
        (
            asks(kind="choice", more='option = [{ id = "other", label = "A" }]'),
            'question "q", option "other": an option needs an id of its own',
        ),
        (
            asks(
                kind="choice",
                more='option = [{ id = "a", label = "A" }, { id = "a", label = "B" }]',
            ),
            'question "q", option: the id "a" is used 2 times',
        ),
        (
            asks(
                kind="choice",
                more='option = [{ id = "a", label = "X" }, { id = "b", label = "x" }]',
            ),
            'question "q", option "b": “x” also means option "a"',
        ),
        (
            asks(kind="choice", more=OPTION + '\nusual = [{ options = ["b"] }]'),
            'question "q", usual: question "q" has no option "b"; use one of a, other',
        ),
        (
            asks(kind="choice", more=OPTION + "\nusual = [{ options = [] }]"),
            'question "q", usual: options: name at least one',
        ),
        # Fields
        (
            asks(more='field = [{ id = "By When", label = "x" }]'),
            'question "q", field "By When": a field needs an id of its own',
        ),
        (asks(more='field = [{ id = "lead", label = "x" }]'), "a field needs an id of its own"),
        (
            asks(more='field = [{ id = "x", label = "x", kind = "rows" }]'),
            'question "q", field "x": there is no simple kind "rows"',
        ),
        (
            asks(more='field = [{ id = "x", label = "x", kind = "choice" }]'),
            'question "q", field "x": a choice needs at least one option',
        ),
        (
            asks(more='field = [{ id = "x", label = "x", kind = "number", default = "many" }]'),
            'question "q", field "x", default: \'many\' should be a whole number',
        ),
        (
            asks(more='field = [{ id = "x", label = "x", kind = "date", default = "soon" }]'),
            'question "q", field "x", default: Please type a length of time',
        ),
        (
            asks(more='field = [{ id = "x", label = "x", kind = "date", after = "q.y" }]'),
            '"q" is not asked before this',
        ),
        (
            asks(more='field = [{ id = "x", label = "x", kind = "date", after = "y" }]'),
            '"y" is not a date field',
        ),
        (
            asks(more='field = [{ id = "x", label = "x" }, { id = "x", label = "y" }]'),
            'question "q", field: the id "x" is used 2 times',
        ),
        # Rows
        (
            asks(
                kind="rows",
                more='column = [{ id = "n", label = "N", kind = "number" }]\n'
                'row = [{ id = "r", cells = { n = "x", m = 1 }, when = { partners = { at_least = 9 } } }]',
            ),
            'question "q", row "r", n: \'x\' should be a whole number',
        ),
        (
            asks(
                kind="rows",
                more='column = [{ id = "n", label = "N" }]\nrow = [{ id = "r", cells = { m = "x" } }]',
            ),
            'question "q", row "r": there is no column "m"',
        ),
        (
            asks(
                kind="rows",
                more='column = [{ id = "n", label = "N" }]\nrow = [{ id = "R 1", cells = {} }]',
            ),
            'question "q", row "R 1": a row needs an id of its own',
        ),
        # Sentences
        (
            asks(more='sentence = [{ id = "s", text = "We {anser}." }]'),
            'question "q", sentence "s": nothing fills {anser}; did you mean "answer"?',
        ),
        (
            asks(more='sentence = [{ id = "s", text = "We {answer." }]'),
            'question "q", sentence "s": a blank is written {name}',
        ),
        (
            asks(more='sentence = [{ id = "s", text = "In {answer}’s way." }]'),
            'question "q", sentence "s": write {answer’s}',
        ),
        (
            asks(more='sentence = [{ id = "s", text = "x", without = ["y"] }]'),
            'question "q", sentence "s": without: there is no field "y"',
        ),
        (
            asks(more='sentence = [{ id = "s", text = "x", each = "rows" }]'),
            'question "q", sentence "s": a text question has no rows',
        ),
        (
            asks(more='sentence = [{ id = "s", text = "x", options = ["y"] }]'),
            'question "q", sentence "s": question "q" has no option "y"',
        ),
        (
            asks(more='sentence = [{ id = "s", text = "x" }, { id = "s", text = "y" }]'),
            'question "q", sentence: the id "s" is used 2 times',
        ),
        (
            asks(more='sentence = [{ id = "other", text = "x" }]'),
            'question "q", sentence "other": a sentence needs an id of its own',
        ),
        (
            asks(more='sentence = [{ id = "ours-1", text = "x" }]'),
            'question "q", sentence "ours-1": a sentence needs an id of its own',
        ),
        (
            asks(
                kind="choice",
                more='option = [{ id = "a", label = "A", says = ["x", "y"] }]\n'
                'sentence = [{ id = "a-2", text = "x" }]',
            ),
            'question "q", sentence: the id "a-2" is used 2 times',
        ),
        # Conditions
        (
            asks(more='when = { question = "frist", is = ["yes"] }'),
            '"frist" is not asked before this; a condition looks only back; did you mean "first"?',
        ),
        (asks(more='when = { question = "q", answered = true }'), '"q" is not asked before this'),
        (
            asks(more='when = { question = "first", is = ["yess"] }'),
            'question "first" has no option "yess"; did you mean "yes"?',
        ),
        (asks(more='when = "always"'), 'question "q", when: a condition is written { question'),
        (asks(more="when = { all = [] }"), "{'all': []} is not a condition"),
        (
            PLAIN.replace('id = "first"', 'id = "first"\nwas = ["older"]')
            + '[[question]]\nid = "q"\ncode = "A"\nkind = "text"\nask = "?"\n'
            + 'when = { question = "older", is = ["yes"] }\n',
            'question "q", when: "older" is now called "first"; write that',
        ),
        # The bank as a whole
        (PLAIN + 'depth = "full"', "one question at least has to be asked of everybody"),
        ("", "one question at least has to be asked of everybody"),
    ],
)
def test_each_problem_has_its_place_and_mend(questions: str, problem: str, tmp_path: Path) -> None:
    """A mistake is told with its file, its place and what to write instead."""
    (said,) = [p for p in problems(write(tmp_path, questions)) if problem in p]
    assert said.startswith("t.toml: " if "everybody" not in problem else "bank.toml: ")


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (
            HEAD.replace("[bank]", "[bank]\nversoin = '1'"),
            'bank.toml: bank: there is no key "versoin"',
        ),
        (HEAD.replace('id = "b"\n', ""), 'bank.toml: bank: "id" is missing'),
        (HEAD.replace('"B"', "3"), "bank.toml: bank, title: 3 should be text"),
        (HEAD.replace('id = "t"', 'idd = "t"'), 'theme "number 1": '),
        (HEAD + "vague = 3", "bank.toml: theme"),
        (HEAD.replace("[[theme]]", "vague = 1\n[[theme]]"), "bank.toml: bank, vague"),
        (
            HEAD + HEAD.split("document")[1].split("\n", 1)[1],
            'bank.toml: theme: the id "t" is used 2',
        ),
        (HEAD.replace("t.toml", "no.toml"), "no.toml: is missing; a bank keeps it in the folder"),
        (HEAD.replace("t.toml", ""), "is not the name of a bank’s file"),
        (HEAD.split("[[theme]]")[0], 'bank.toml: "theme" is missing'),
        (
            HEAD + '[[always]]\nid = "z"\ncode = "Z"\ntheme = "t"\nheading = "H"\nsays = ""',
            'bank.toml: always "z": says: there is a sentence without words',
        ),
        (
            HEAD + '[[always]]\nid = "z"\ncode = "Z"\ntheme = "x"\nheading = "H"\nsays = ["S"]',
            'bank.toml: always "z": there is no theme "x"',
        ),
        (
            HEAD + '[[always]]\nid = "first"\ncode = "Z"\ntheme = "t"\nheading = "H"\nsays = ["S"]',
            'bank.toml: always "first": the id "first" is that of a question',
        ),
        ("[bank", "bank.toml: is not TOML"),
        ("x = " + "[" * 3000 + "]" * 3000, "bank.toml: is n"),
    ],
)
def test_problems_of_the_head(head: str, problem: str, tmp_path: Path) -> None:
    """What is wrong with bank.toml is told like the rest."""
    assert any(problem in p for p in problems(write(tmp_path, PLAIN, head))), problem


def test_several_mistakes_of_several_files_at_once(tmp_path: Path) -> None:
    """Somebody who mends a bank sees all that there is to mend."""
    head = HEAD + '[[theme]]\nid = "u"\ntitle = "U"\nfile = "u.toml"\n'
    write(tmp_path, asks(kind="chioce", more='theme = "x"'), head)
    (tmp_path / "u.toml").write_text(
        PLAIN.replace("first", "later").replace("ask", "aask") + "minutes = 'x'\n", "utf-8"
    )
    said = problems(tmp_path)
    for part in (
        't.toml: question "q": there is no kind',
        'u.toml: question "later": there is no key "aask"; did you mean "ask"?',
        'u.toml: question "later": "ask" is missing',
        'u.toml: question "later", minutes:',
    ):
        assert sum(part in each for each in said) == 1, (part, said)


@pytest.mark.parametrize(("data", "where"), [(b"\xff\xfe", ""), (b"a = 1\nb = \xe9", " in line 2")])
def test_other_encodings(data: bytes, where: str, tmp_path: Path) -> None:
    """A file that is not UTF-8 says how to save it."""
    write(tmp_path, PLAIN)
    (tmp_path / "t.toml").write_bytes(data)
    [told] = problems(tmp_path)
    assert told.startswith(f"t.toml: is not UTF-8 text{where}; save it again as UTF-8")
    assert "in Notepad: File, Save as, and choose UTF-8 beside Encoding" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PLAIN + "minutes = five\n", "is not TOML in line {last}, “minutes = five”: Invalid value"),
        (PLAIN + 'why = """\nNever closed\n\n\n', "in line {last}, “Never closed”: "),
        (PLAIN + "minutes = " + "9" * 5000, "has a number in it that is far too large"),
        (PLAIN + "x = \x1b[31m", "“x = �[31m”: "),
    ],
)
def test_a_syntax_error_shows_its_line(text: str, said: str, tmp_path: Path) -> None:
    """Where the parser gave up, and what stands there; numbers without end are told as well."""
    write(tmp_path, PLAIN)
    (tmp_path / "t.toml").write_text(text, "utf-8")
    [told] = problems(tmp_path)
    last = len(text.rstrip("\n").split("\n"))
    assert said.format(last=last) in told


def test_thousands_of_problems_are_told_in_no_time(tmp_path: Path) -> None:
    """A paste gone wrong: as many as somebody will read, and that there are more."""
    write(tmp_path, "[[question]]\n" * 4000)
    began = time.process_time()
    with pytest.raises(BadBank) as caught:
        load(tmp_path)
    assert time.process_time() - began < 5
    assert str(caught.value).count("\n") == 100
    assert str(caught.value).endswith("There is more to mend; begin with these.")


def test_windows_files_are_read(tmp_path: Path) -> None:
    """A byte order mark and CRLF do no harm."""
    write(tmp_path, PLAIN)
    text = asks().replace("\n", "\r\n")
    (tmp_path / "t.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert [q.id for q in load(tmp_path).questions] == ["first", "q"]


def test_a_missing_bank(tmp_path: Path) -> None:
    """A folder without a bank says which file belongs in it."""
    (said,) = problems(tmp_path / "nowhere")
    assert said == "bank.toml: is missing; a bank keeps it in the folder nowhere"


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    """A bank file of many megabytes is a slip, and is refused before it is read."""
    write(tmp_path, "#" * 2_000_001)
    assert "too large" in problems(tmp_path)[0]


def test_a_bank_is_cleaned(tmp_path: Path) -> None:
    """A bank’s text passes the same gate as everybody’s."""
    write(tmp_path, asks(more='why = "Be\\u001b[31mcause\\u202e"'))
    question = load(tmp_path).find("q")
    assert question is not None
    assert question.why == "Because"


def test_did_you_mean() -> None:
    """The nearest word, or all there are, or that there is none."""
    assert did_you_mean("chioce", ["choice", "text"]) == 'did you mean "choice"?'
    assert did_you_mean("xyz", ["choice", "text"]) == "use one of choice, text"
    assert did_you_mean("xyz", []) == "there is none to refer to"


def test_the_theme_of_a_question_is_its_files(tmp_path: Path) -> None:
    """A question belongs to the theme in whose file it stands."""
    assert [q.theme for q in load(write(tmp_path, asks())).questions] == ["t", "t"]


def test_bundled() -> None:
    """A bundled bank has a folder of its own beside the code."""
    assert bundled("x").parts[-2:] == ("banks", "x")


# Anything may stand where something else belongs.

_JUNK: Final = st.one_of(
    st.sampled_from(
        ["", "first", "{answer}", "{", "choice", "rows", "other", "lead", "../x", "\x00"]
    ),
    st.integers(-1, 10**20),
    st.booleans(),
    st.floats(allow_nan=False),
    st.dates(),
    st.just([]),
    st.just({}),
    st.lists(st.sampled_from(["a", "first", 3, True]), max_size=3),
    st.just({"question": "money", "is": ["yes"]}),
    st.just([{"id": "x", "label": "X"}]),
    st.text(max_size=8),
)


def _places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in plain data that something could stand in."""
    if path:
        yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _places(value, (*path, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _places(value, (*path, n))


def _files(name: str) -> dict[str, dict[str, Any]]:
    return {f.name: tomllib.loads(f.read_text("utf-8")) for f in (BANKS / name).glob("*.toml")}


_BOTH: Final = {name: _files(name) for name in ("small", "kinds")}


@settings(max_examples=1000 if THOROUGH else 100)
@given(data=st.data(), name=st.sampled_from(["small", "kinds"]))
def test_never_another_exception(
    data: st.DataObject, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """However a bank is spoilt, it loads or says what is wrong, and what loads can be asked."""
    files = copy.deepcopy(_BOTH[name])
    for _ in range(data.draw(st.integers(1, 3))):
        file = data.draw(st.sampled_from(sorted(files)))
        places = list(_places(files[file]))
        if not places:
            continue
        *path, last = data.draw(st.sampled_from(places))
        here: Any = files[file]
        for step in path:
            here = here[step]
        match data.draw(st.sampled_from(["junk", "gone", "twice", "renamed"])):
            case "junk":
                # A copy, since what was put in may be spoilt in its turn.
                here[last] = copy.deepcopy(data.draw(_JUNK))
            case "gone":
                del here[last]
            case "twice" if isinstance(here, list):
                here.append(copy.deepcopy(here[last]))
            case "renamed" if isinstance(here, dict):
                here[f"{last}x"] = here.pop(last)
    folder = tmp_path_factory.mktemp("bank", numbered=True)
    for file, content in files.items():
        (folder / file).write_text(tomli_w.dumps(content), "utf-8")
    bank: Bank | None = None
    found: tuple[Problem, ...] = ()
    try:
        bank = load(folder)
    except BadBank as bad:
        found = bad.problems
    shutil.rmtree(folder)
    if bank:
        _ask_everything(bank)
    else:
        assert found
        assert all(p.file and p.what for p in found)


def _ask_everything(bank: Bank) -> None:
    """A bank that loaded can start every question and word what it starts with.

    However it reads, it can be looked through and walked.
    """
    files = dict.fromkeys((question.id for question in bank.questions), "t.toml")
    style_of(bank, files)
    walk(bank, 3)
    group = Group((Party("hub", "The Hub"), Party("gone", "Gone")))
    for facts in (Facts(partners=2), Facts(partners=9)):
        for question in bank.questions:
            suggest(question, start(question, facts, group), facts, group)
            if usual := usual_answer(question, facts, group):
                suggest(question, usual, facts, group)


def test_two_themes_do_not_share_a_file(tmp_path: Path) -> None:
    """It would be read for each; a page of such themes took half a minute."""
    more = '\n[[theme]]\nid = "u"\ntitle = "U"\nfile = "t.toml"\n'
    told = problems(write(tmp_path, PLAIN, HEAD + more))
    assert (
        'bank.toml: theme "u": the file t.toml is another theme’s; each has one of its own' in told
    )
