"""What holds for the repository as a whole."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("interview", "outputs", "questions")

MOST_LINES = 400

# A folder that only one machine has. /home/x is let be: it is text that once crashed a screen.
MACHINE_PATH = re.compile(r"(?<![\w.~/])/(?:root\b|(?:home|Users|tmp|work)/(?!x\b)\w+)")

# Kept as it was published: some of its strings are commands that name such folders.
NOT_OURS = "tests/data/naughty/"


def test_no_file_is_too_long_to_hold_in_mind() -> None:
    """A file of the three packages has at most 400 lines."""
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
    }
    assert lengths, "no files found: was a package renamed?"
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    """No path that exists only where the file was written has found its way in."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: nothing tells our files from others")
    named = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    names = [name for name in named.decode("utf-8").split("\0") if name]
    paths = [ROOT / name for name in names if not name.startswith(NOT_OURS)]
    assert paths
    found = {
        str(path.relative_to(ROOT)): match.group()
        for path in paths
        if path.is_file()
        # Fonts and pictures have no text to search.
        and (match := MACHINE_PATH.search(path.read_text("utf-8", errors="replace")))
    }
    assert found == {}


def test_constraints_are_names_and_versions_only() -> None:
    """No address, folder or hash: anybody's pip, from anywhere, can use the file."""
    wrong = [
        line
        for line in _constraints()
        if not re.fullmatch(r"[\w.-]+==[\w.]+( ; sys_platform [!=]= '\w+')?", line)
    ]
    assert wrong == []


def test_every_dependency_is_constrained_to_a_version_it_allows() -> None:
    """pyproject.toml and constraints.txt are kept in step."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    constrained = {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin in map(Requirement, _constraints())
    }
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    astray = [
        text
        for text in needed
        if constrained.get(canonicalize_name((need := Requirement(text)).name)) is None
        or not need.specifier.contains(constrained[canonicalize_name(need.name)])
    ]
    assert astray == []


def _constraints() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
