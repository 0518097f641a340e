"""The commands: what they print, where errors go, and their exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interview.cli import cli
from outputs import toml
from questions.load import BUNDLED
from tests.questions import house

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((BUNDLED / "ncvo" / "examples").glob("*.toml"))
SMALL = ROOT / "tests" / "banks" / "small"


def run(*arguments: str | Path) -> Result:
    """The command's result, without a shell."""
    return CliRunner().invoke(cli, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    """A worked example, drafted."""
    path = tmp_path / "agreement.toml"
    assert run("draft", EXAMPLES[-1], "-o", path).exit_code == 0
    return path


def test_three_worked_examples_ship_and_all_draft(tmp_path: Path) -> None:
    """Each example becomes an agreement that reads back."""
    assert len(EXAMPLES) == 3
    for example in EXAMPLES:
        path = tmp_path / example.name
        assert run("draft", example, "-o", path).exit_code == 0
        assert toml.read(path.read_bytes()).clauses


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "There is no file"),
        ("", "an agreement needs a partner"),
        ('[[partner]]\nid = "a b"\nname = "A"', "without spaces"),
        ('[[partner]]\nid = "a"\nname = "A"\n' * 2, "is another’s"),
    ],
)
def test_draft_of_nothing_is_no_agreement(tmp_path: Path, text: str | None, told: str) -> None:
    """No file, an empty one, or one without a usable partner: a sentence, and nothing written."""
    answers = tmp_path / "answers.toml"
    if text is not None:
        answers.write_text(text, "utf-8")
    result = run("draft", answers, "-o", tmp_path / "made.toml")
    assert result.exit_code != 0
    assert told in result.stderr
    assert not (tmp_path / "made.toml").exists()


def test_draft_never_writes_over_a_file(agreement: Path) -> None:
    """An agreement that is there already stays as it is, and the command says so."""
    before = agreement.read_bytes()
    result = run("draft", EXAMPLES[0], "-o", agreement)
    assert result.exit_code == 3
    assert "is there already" in result.stderr
    assert agreement.read_bytes() == before


def test_draft_names_every_mistake_at_once(tmp_path: Path) -> None:
    """Unknown ids, bad values, unknown keys and refused positions are all told in one go."""
    answers = tmp_path / "answers.toml"
    answers.write_text(
        """
        [agreement]
        titel = "x"
        [[partner]]
        id = "hub"
        name = "The Hub"
        [answers]
        moni = true
        money = "yes"
        [answers.decide]
        answer = "no-objektion"
        fields = { wait = "soon" }
        [answers.status]
        usual = true
        positions = { hub = "stand-aside", hup = "agree" }
        """,
        encoding="utf-8",
    )
    out = tmp_path / "agreement.toml"
    result = run("draft", answers, "-o", out)
    assert result.exit_code == 1
    assert not out.exists()
    for told in (
        'did you mean "title"',
        'no question "moni"; did you mean "money"',
        "should be true or false",
        'did you mean "no-objection"',
        'field "wait"',
        "nobody can stand aside",
        'no partner "hup"; did you mean "hub"',
    ):
        assert told in result.stderr, told


def test_check_lists_gaps_and_says_so_in_its_exit_code(tmp_path: Path) -> None:
    """An empty draft has gaps: exit 1, in words or as JSON; each names its question."""
    answers = tmp_path / "answers.toml"
    answers.write_text('[[partner]]\nid = "hub"\nname = "The Hub"\n', encoding="utf-8")
    path = tmp_path / "agreement.toml"
    run("draft", answers, "-o", path)
    said = run("check", path)
    assert said.exit_code == 1
    assert "has not been talked about" in said.stdout
    told = json.loads(run("check", path, "--json").stdout)
    assert {"who-we-are", "purpose"} <= {gap["question"] for gap in told["gaps"]}


def test_check_of_a_whole_draft_is_content(tmp_path: Path) -> None:
    """A worked example, once everyone has come, gives exit 0 and says that nothing is missing."""
    answers, path = tmp_path / "answers.toml", tmp_path / "agreement.toml"
    text = (BUNDLED / "ncvo" / "examples" / "warm-hall.toml").read_text("utf-8")
    for old, new in (
        ('absent = ["the-hub"]', "absent = []"),
        ('contact = "Kit Osei"', 'contact = "Kit Osei", stand_in = "the youth worker"'),
        ("by = 2027-09-28 },\n]", "by = 2027-10-05 },\n]"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    answers.write_text(text, encoding="utf-8")
    run("draft", answers, "-o", path)
    result = run("check", path)
    assert result.exit_code == 0, result.stdout
    assert "Nothing is missing" in result.stdout


def test_check_says_whom_to_ask_before_signing(agreement: Path) -> None:
    """The stop signs come below the gaps, in words and as JSON, and are no gaps themselves."""
    said = run("check", agreement).stdout
    assert said.index("at.\n\nAsk before you sign") > 0
    assert "You need a named lead and a written rule." in said
    assert "NICVA (Northern Ireland)" in said
    told = json.loads(run("check", agreement, "--json").stdout)["ask_before_you_sign"]
    assert ["Ask the insurer" in " ".join(sign) for sign in told].count(True) == 1


def test_export_writes_once_and_never_over_other_bytes(agreement: Path) -> None:
    """The same document is left alone; another file of that name makes it take the next one."""
    first = run("export", agreement, "--to", "md")
    assert first.exit_code == 0
    (page,) = agreement.parent.glob("*.md")
    run("export", agreement, "--to", "md")
    assert list(agreement.parent.glob("*.md")) == [page]
    page.write_text("mine", encoding="utf-8")
    run("export", agreement, "--to", "md")
    assert page.read_text("utf-8") == "mine"
    assert len(list(agreement.parent.glob("*.md"))) == 2


def test_export_names_a_format_that_cannot_be_made_and_goes_on(
    agreement: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others still come; the exit status says that not all did."""
    monkeypatch.setitem(sys.modules, "typst", None)
    result = run("export", agreement, "--to", "pdf,md")
    assert result.exit_code == 3
    assert result.stderr == "A PDF cannot be made on this computer. Print the web page instead.\n"
    (page,) = agreement.parent.glob("*.md")
    assert result.stdout == f"Written: {page}\n"
    assert not list(agreement.parent.glob("*.pdf"))


def test_export_says_what_a_format_could_not_hold(agreement: Path) -> None:
    """It is written all the same, so that is no failure."""
    text = agreement.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title = "))
    agreement.write_text(text.replace(title, 'title = "Ours \u0378"', 1), encoding="utf-8")
    result = run("export", agreement, "--to", "pdf")
    assert result.exit_code == 0
    assert "could not be drawn in the PDF: \u0378." in result.stderr
    assert len(list(agreement.parent.glob("*.pdf"))) == 1


def test_a_partner_takes_home_a_copy_with_its_committees_page(agreement: Path) -> None:
    """By its id or its name, or all of them; there is no such partner, and it is said which are."""
    result = run("export", agreement, "--to", "md", "--for", "all")
    assert result.exit_code == 0
    copies = sorted(agreement.parent.glob("* for *.md"))
    assert len(copies) >= 2
    assert all("What you are asked to decide" in copy.read_text("utf-8") for copy in copies)
    wrong = run("export", agreement, "--to", "md", "--for", "nobody")
    assert wrong.exit_code == 2
    assert "There is no partner nobody" in wrong.stderr


def test_whom_to_ring_is_a_sheet_of_its_own(agreement: Path) -> None:
    """Of a calendar there is none."""
    result = run("export", agreement, "--to", "md,ics", "--contacts")
    assert result.exit_code == 0
    (sheet,) = agreement.parent.glob("*, whom to ring.md")
    assert "Phone" in sheet.read_text("utf-8")
    assert not list(agreement.parent.glob("*.ics"))


@pytest.mark.parametrize("suffix", [".md", ".docx", ".html"])
def test_the_worksheet_is_in_the_format_of_its_name(tmp_path: Path, suffix: str) -> None:
    """Any format of ours that has pages."""
    path = tmp_path / f"sheet{suffix}"
    assert run("worksheet", "-o", path).exit_code == 0
    assert path.stat().st_size > 2000
    assert run("worksheet", "-o", tmp_path / "sheet.odt").exit_code == 2


def test_schema_prints_the_schema() -> None:
    """It is JSON, and draft-07."""
    assert "draft-07" in json.loads(run("schema").stdout)["$schema"]


def test_bank_check_of_a_sound_bank(tmp_path: Path) -> None:
    """It says how the bank reads and how many groups walked it, and ends with 0."""
    result = run("bank", "check", house.write(tmp_path), "--worst")
    assert (result.exit_code, result.stderr) == (0, "")
    for part in (
        "Reading grade",
        "Hardest aloud:",
        "made-up groups",
        "2 questions, nothing wrong.",
    ):
        assert part in result.stdout


def test_bank_check_looks_at_the_words_of_a_bank_that_loads(tmp_path: Path) -> None:
    """What is not as a bank should write is told with its place, with exit 1."""
    result = run("bank", "check", house.write(tmp_path, {"try once more": "endeavour to"}))
    assert result.exit_code == 1
    assert 't.toml: question "decide", sentence "stuck": “endeavour”' in result.stderr
    assert "1 to mend" in result.stdout


def test_bank_check_names_what_is_wrong(tmp_path: Path) -> None:
    """A bank that does not load is told its mistakes and nothing else, with exit 1."""
    broken = tmp_path / "bank"
    shutil.copytree(SMALL, broken)
    page = broken / "start.toml"
    page.write_text(page.read_text("utf-8").replace("{wait}", "{wayt}"), "utf-8")
    result = run("bank", "check", broken)
    assert result.exit_code == 1
    assert 'start.toml: question "decide", sentence "stuck"' in result.stderr
    assert 'did you mean "wait"' in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "not-there.toml"), 3),
        (("export", "not-there.toml", "--to", "md"), 3),
        (("draft", "not-there.toml", "-o", "x.toml"), 3),
        (("bank", "check", "not-there"), 3),
        (("export", "not-there.toml"), 2),
        (("export", "not-there.toml", "--to", "papyrus"), 2),
        (("nonsense",), 2),
    ],
)
def test_wrong_use_is_two_and_no_file_is_three(
    arguments: tuple[str, ...], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The design's exit codes, with a sentence on stderr and nothing on stdout."""
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == code
    assert result.stderr.strip()
    assert not result.stdout


def test_a_file_that_is_no_agreement_is_named_and_not_touched(tmp_path: Path) -> None:
    """Exit 3, with the line and what to type instead; the bytes stay."""
    path = tmp_path / "agreement.toml"
    path.write_bytes("format = 1\n[agreement]\ntitle = “Ours”\n".encode())
    before = path.read_bytes()
    result = run("check", path)
    assert result.exit_code == 3
    assert "line 3" in result.stderr
    assert "straight" in result.stderr
    assert path.read_bytes() == before


def test_an_agreement_prints_with_the_bank_folder_removed(agreement: Path, tmp_path: Path) -> None:
    """Old files outlive old questions: Markdown needs no bank at all."""
    with_bank = tmp_path / "with"
    assert run("export", agreement, "--to", "md", "-o", with_bank).exit_code == 0
    copy = tmp_path / "copy"
    for room in ("interview", "outputs", "questions"):
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(copy / "questions" / "banks")
    without = tmp_path / "without"
    command = [sys.executable, "-m", "interview", "export", str(agreement), "--to", "md"]
    command += ["-o", str(without)]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONSAFEPATH": "1"}
    subprocess.run(command, check=True, cwd=copy, env=environment, stdout=subprocess.DEVNULL)
    pages = [next(folder.glob("*.md")).read_bytes() for folder in (with_bank, without)]
    assert pages[0] == pages[1]
