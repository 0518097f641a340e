"""The table at the end: what was done, what was checked, and what was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tests.torture.kills_judge import MOST_LOST, Verdict


def lines(verdicts: Sequence[Verdict], seconds: float) -> Iterator[str]:
    """The table, line by line."""
    plain = sum(verdict.plain for verdict in verdicts)
    yield f"{len(verdicts)} runs in {seconds:.0f} s, {plain} of them line by line"
    yield f"  stopped by      {_counts(verdict.stop for verdict in verdicts)}"
    yield f"  stopped while   {_counts(verdict.moment for verdict in verdicts)}"
    yield f"  called saved    {sum(v.checked for v in verdicts)} checked, {_runs(verdicts, 'saved lost')}"
    for door in (False, True):
        yield _typing("line by line" if door else "full screen", verdicts, plain=door)
    yield f"  too much typing {_runs(verdicts, 'typing lost')} (at most {MOST_LOST:.1f} s may be lost)"
    for name in ("unreadable", "not opened", "ended badly", "not restored"):
        yield f"  {name:15} {_runs(verdicts, name)}"
    left = [verdict.temporary for verdict in verdicts if verdict.temporary]
    yield f"  temporary files found on opening: in {len(left)} runs, at most {max(left, default=0)}"


def _typing(name: str, verdicts: Sequence[Verdict], *, plain: bool) -> str:
    lost = sorted(v.lost for v in verdicts if v.lost is not None and v.plain is plain)
    if not lost:
        return f"  {name:15} nothing was typed"
    p50, p99 = (lost[int(part * (len(lost) - 1))] for part in (0.5, 0.99))
    return (
        f"  {name:15} most typing lost {lost[-1]:.2f} s, p50 {p50:.2f} s, p99 {p99:.2f} s"
        f" ({len(lost)} runs)"
    )


def _counts(names: Iterable[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in Counter(names).most_common())


def _runs(verdicts: Sequence[Verdict], problem: str) -> str:
    """In how many runs there was a problem of this name, and the seeds of the first."""
    seeds = [v.seed for v in verdicts if any(name == problem for name, _ in v.problems)]
    some = f": seeds {', '.join(map(str, seeds[:8]))}{' …' if len(seeds) > 8 else ''}"
    return f"{len(seeds)} runs{some if seeds else ''}"
