"""What really gets imported, which the static contracts of import-linter cannot see.

They cannot tell an import at the top of a file from one put off into the function that needs it.
So each test here runs a fresh Python and looks at what it has loaded.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "questions" / "banks" / "ncvo" / "examples"

# Most of the time that a screen takes to appear goes on importing these.
FRONT_ENDS = {"textual", "questionary", "prompt_toolkit"}

# What one writer alone needs; textstat and its dictionary for those who write banks.
FOR_ONE_COMMAND_ONLY = FRONT_ENDS | {"jinja2", "docx", "lxml", "typst", "icalendar", "textstat"}

RUN_COMMAND = """
import json, pathlib, sys
report = pathlib.Path(sys.argv.pop(1))
from interview.__main__ import main
try:
    sys.exit(main())
finally:
    report.write_text(json.dumps(list(sys.modules)))
"""

IMPORT_MODULES = """
import importlib, json, pathlib, sys
report = pathlib.Path(sys.argv.pop(1))
for name in sys.argv[1:]:
    importlib.import_module(name)
report.write_text(json.dumps(list(sys.modules)))
"""

# What each command is called with, and the exit codes with which it has done its work.
COMMANDS: dict[str, tuple[list[str], Sequence[int]]] = {
    "help": (["--help"], (0,)),
    "draft": (["draft", "{answers}", "-o", "{folder}/agreement.toml"], (0,)),
    "check": (["check", "{agreement}"], (0, 1)),  # 1: it found something to mend
    "export": (["export", "{agreement}", "--to", "md", "-o", "{folder}"], (0,)),
}


@pytest.fixture(scope="module")
def answers() -> Path:
    """An answers file that comes with the bundled bank."""
    found = sorted(EXAMPLES.glob("*.toml"))
    assert found, "the bank has no example answers"
    return found[0]


@pytest.fixture(scope="module")
def agreement(answers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agreement drafted from it."""
    folder = tmp_path_factory.mktemp("drafted")
    made = folder / "agreement.toml"
    _loaded(RUN_COMMAND, ["draft", str(answers), "-o", str(made)], folder)
    return made


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_without_a_screen_loads_no_front_end(
    command: str, answers: Path, agreement: Path, tmp_path: Path
) -> None:
    """Neither Textual nor questionary is paid for by a command that draws nothing."""
    words, done = COMMANDS[command]
    argv = [
        word.format(answers=answers, agreement=agreement, folder=tmp_path / "out") for word in words
    ]
    (tmp_path / "out").mkdir()
    assert _loaded(RUN_COMMAND, argv, tmp_path, done) & FOR_ONE_COMMAND_ONLY == set()


@pytest.mark.parametrize(
    ("package", "others"),
    [("questions", {"outputs", "interview"}), ("outputs", {"questions", "interview"})],
)
def test_questions_and_outputs_stand_alone(package: str, others: set[str], tmp_path: Path) -> None:
    """Every file of the one can be imported without a file of the others."""
    loaded = _loaded(IMPORT_MODULES, _modules(package), tmp_path)
    assert package in loaded
    assert loaded & (others | FRONT_ENDS) == set()


def test_only_the_front_ends_load_what_they_are_made_of(tmp_path: Path) -> None:
    """Every file of the interview but theirs can be imported without Textual and questionary."""
    headless = [
        name
        for name in _modules("interview")
        if not name.startswith(("interview.tui", "interview.plain"))
    ]
    loaded = _loaded(IMPORT_MODULES, headless, tmp_path)
    assert "interview" in loaded
    assert loaded & FRONT_ENDS == set()


def _modules(package: str) -> list[str]:
    """Every module of `package` by name, from its files: to walk it would import it."""
    names = []
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def _loaded(
    program: str, argv: Sequence[str], folder: Path, done: Sequence[int] = (0,)
) -> set[str]:
    """Run `program` in a fresh Python; the top-level names of all that it loaded."""
    report = folder / "modules.json"
    ran = subprocess.run(
        [sys.executable, "-c", program, str(report), *argv],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.returncode in done, f"{argv} ended with {ran.returncode}\n{ran.stdout}{ran.stderr}"
    return {name.partition(".")[0] for name in json.loads(report.read_text("utf-8"))}
