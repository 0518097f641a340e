"""The wheel, as somebody who never saw the repository would have it."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("interview", "outputs", "questions")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    # --no-isolation: hatchling is among the dev dependencies, so no network is needed.
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    _run([*build, "--outdir", str(folder), str(ROOT)], cwd=folder)
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_holds_all_of_the_packages_and_nothing_else(wheel: Path) -> None:
    """Banks, styles and py.typed go where the code goes; tests stay at home."""
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    assert ours - names == set()
    assert {name for name in names - ours if ".dist-info/" not in name} == set()


@pytest.mark.parametrize(
    ("under", "ending"),
    [
        ("questions/banks/ncvo/", "bank.toml"),
        ("questions/banks/ncvo/examples/", ".toml"),
        ("interview/tui/", ".tcss"),
        ("interview/", "interview/py.typed"),
        ("outputs/", "outputs/py.typed"),
        ("outputs/templates/", "agreement.typ"),
        ("outputs/fonts/", "NotoSans-Regular.ttf"),
        ("outputs/fonts/", "NotoSans-Bold.ttf"),
        ("outputs/fonts/", "NotoSans-Italic.ttf"),
        ("outputs/fonts/", "OFL.txt"),
        ("outputs/templates/", ".html"),
        ("outputs/templates/word/", "styles.xml"),
        ("questions/", "questions/py.typed"),
    ],
)
def test_the_wheel_holds_what_the_program_reads(wheel: Path, under: str, ending: str) -> None:
    """None of these is Python, so nothing else would miss it until somebody started the program."""
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.startswith(under) and name.endswith(ending)]


@pytest.mark.slow
def test_the_wheel_drafts_an_agreement_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    """Installed with what it asks for and no more, and far from the checkout, the program works."""
    clean = tmp_path / "clean"
    scripts = clean / ("Scripts" if os.name == "nt" else "bin")
    # Our own pip fills it: to put one inside would take longer than all the rest.
    _run([sys.executable, "-m", "venv", "--without-pip", str(clean)], cwd=tmp_path)
    pip = [sys.executable, "-m", "pip", "--python", str(clean), "install", "--quiet"]
    _run([*pip, "-c", str(ROOT / "constraints.txt"), str(wheel)], cwd=tmp_path)

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    answers = min((ROOT / "questions" / "banks" / "ncvo" / "examples").glob("*.toml"))
    program = str(scripts / "joint-working")
    _run([program, "draft", str(answers), "-o", "agreement.toml"], cwd=elsewhere)

    made = tomllib.loads((elsewhere / "agreement.toml").read_text("utf-8"))
    assert made["clause"]


def _run(command: list[str], cwd: Path) -> None:
    """Run `command` as if nothing of the checkout were on the path; fail with what it said."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ran = subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
