"""One target in a process of its own: examples until its time is up, then what came of it as JSON.

python -m tests.torture.fuzz_target agreement 600 1 .torture
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from hypothesis.stateful import run_state_machine_as_test

from tests.torture.watch import Watch, limit

_ROUND: Final = 200
_CONVERSATIONS: Final = 20


def run(name: str, seconds: float, first: int, kept: Path) -> dict[str, Any]:
    """Round after round, each with the next seed, until the time is up or something fails."""
    watch = Watch(kept, time.monotonic() + seconds, name)
    one_round = _conversations(watch) if name == "session" else _examples(name, watch)
    began, number = time.monotonic(), first
    while not watch.over and not watch.failures:
        try:
            one_round(number)
        except Exception as error:  # whatever it is, it is what we are looking for
            watch.keep(f"seed {number}: {_in_short(error)}", traceback.format_exc())
        number += 1
    return {
        "examples": watch.examples,
        "seconds": time.monotonic() - began,
        "slowest": watch.slowest,
        "most": watch.most,
        "failures": watch.failures,
    }


def _examples(name: str, watch: Watch) -> Callable[[int], None]:
    """The rounds of a target that takes one value: its strategy, and what is done with it."""
    module = importlib.import_module(f"tests.torture.fuzz_{name}")
    values = {"agreement": "FILES", "bank": "FOLDERS", "wording": "EVENINGS"}[name]

    @_settings(watch, _ROUND)
    @given(getattr(module, values))
    def attack(value: object) -> None:
        if not watch.over:
            with watch.example(value):
                module.example(value)

    return lambda number: seed(number)(attack)()


def _conversations(watch: Watch) -> Callable[[int], None]:
    from tests.torture.fuzz_session import Faulty

    Faulty.watch = watch
    how = _settings(watch, _CONVERSATIONS, stateful_step_count=40)
    return lambda number: run_state_machine_as_test(seed(number)(Faulty), settings=how)


def _settings(watch: Watch, most: int, **more: Any) -> settings:
    return settings(
        max_examples=most,
        database=DirectoryBasedExampleDatabase(watch.kept / "hypothesis"),
        deadline=None,  # the machine may be busy; the watch counts the processor's time
        derandomize=False,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
        **more,
    )


def _in_short(error: BaseException) -> str:
    if isinstance(error, BaseExceptionGroup):
        return "; ".join(map(_in_short, error.exceptions))
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said[:200]}"


def _at_home_nowhere() -> None:
    """What a rescue writes into Documents, and what is remembered, goes into a folder of our own."""
    home = tempfile.mkdtemp()
    os.environ.update({"HOME": home, "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home})


if __name__ == "__main__":
    _at_home_nowhere()
    limit()
    target, seconds, first, folder = sys.argv[1:]
    # The last line is the report; a library may have said something before it.
    sys.stdout.write("\n" + json.dumps(run(target, float(seconds), int(first), Path(folder))))
