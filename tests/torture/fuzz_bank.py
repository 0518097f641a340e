"""Any folder as a bank: loaded and walked, or refused in words."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from interview.chance import Chance
from interview.walk import one
from outputs import markdown, toml
from outputs.document import document_of
from questions.load import load
from questions.problems import BadBank
from tests.interview.talking import BANKS
from tests.torture.mutations import made_up, mutated, words_of

_WALKS: Final = 3

Files = dict[str, bytes]
WHOLE: Final[list[dict[str, str]]] = [
    {path.name: path.read_text("utf-8") for path in sorted(bank.glob("*.toml"))}
    for bank in sorted(BANKS.iterdir())
]
WORDS: Final = words_of([text for bank in WHOLE for text in bank.values()])


@st.composite
def folders(draw: st.DrawFn) -> Files:
    """One of the small banks with a file or two changed, made up or missing."""
    bank = draw(st.sampled_from(WHOLE))
    files = {name: text.encode() for name, text in bank.items()}
    for name in draw(st.lists(st.sampled_from(sorted(bank)), min_size=1, max_size=2, unique=True)):
        how = draw(st.integers(0, 12))
        if how == 0:
            del files[name]
        elif how == 1:
            files[name] = draw(made_up(WORDS))
        else:
            files[name] = draw(mutated([bank[name]]))
    return files


FOLDERS: Final = folders()


def example(files: Files) -> None:
    """Load it; if it loads, a few groups walk it, each to an agreement that reads and prints."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        try:
            bank = load(Path(folder))
        except BadBank as error:
            assert error.problems
            assert all(problem.what for problem in error.problems)
            return
    for seed in range(_WALKS):
        _, _, agreement = one(bank, Chance(seed))
        assert toml.read(toml.write(agreement).encode()) == agreement
        markdown.render(document_of(agreement))
