"""The torture itself: it runs, and it sees what it is there to see."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="a pseudo-terminal is a thing of Unix")

from tests.torture.kills import Chain, play
from tests.torture.kills_judge import Verdict, judge, read
from tests.torture.kills_plan import plan
from tests.torture.kills_table import lines
from tests.torture.kills_watch import Claim, Sentence, Watch
from tests.torture.kills_world import World, begin

BEGINS_WITH_A_DRAFT = 3
"""The seed of a world with answers in it."""

FRAME = " Mill Lane   3 of 9 done          Saved 19:42\n We will qazoj1 vuxik2"


class _NoTerminal:
    """Nothing is shown but what a test hands to the watch."""

    painting = False

    def show_next(self) -> None:
        return None


class _Still:
    """Hands that stopped the program at a time."""

    def __init__(self, at: float) -> None:
        self.stopped_at = self.last_key = at


def _watch(*, plain: bool = False) -> Watch:
    return Watch(_NoTerminal(), plain=plain)  # type: ignore[arg-type]  # all that it asks of one


def _judged(world: World, watch: Watch, at: float = 0.0) -> list[str]:
    verdict = Verdict(0, False, "KILL", "at rest")
    judge(verdict, watch, read(world, verdict), _Still(at))  # type: ignore[arg-type]  # ditto
    return [name for name, _ in verdict.problems]


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A world with a draft in it, in which somebody has said "qazoj1 vuxik2"."""
    made = begin(tmp_path / "world", BEGINS_WITH_A_DRAFT)
    text = made.path.read_text("utf-8")
    before, title, after = text.partition('title = "')
    assert title
    made.path.write_text(f"{before}{title}qazoj1 vuxik2 {after}", "utf-8")
    return made


def _called_saved() -> Watch:
    watch = _watch()
    watch.claims.append(Claim("qazoj1 vuxik2", lambda text: "qazoj1" in text))
    watch.key(hands_over=True)
    watch.frame(FRAME, 1.0)
    return watch


def test_words_called_saved_must_be_in_the_file(world: World) -> None:
    """They are found while they are there, and missed as soon as one of them is taken out."""
    assert _judged(world, _called_saved()) == []
    world.path.write_text(world.path.read_text("utf-8").replace("vuxik2", ""), "utf-8")
    assert _judged(world, _called_saved()) == ["saved lost"]


def test_words_are_not_called_saved_while_the_header_says_otherwise() -> None:
    """Neither "Saving…" nor a frame from before the key, nor one after the next key, counts."""
    for header, keys in (
        ("Saving…", [True]),
        ("Saved 19:42", [False]),
        ("Saved 19:42", [True, False]),
    ):
        watch = _watch()
        watch.claims.append(Claim("qazoj1", lambda text: "qazoj1" in text))
        for hands_over in keys:
            watch.key(hands_over=hands_over)
        watch.frame(FRAME.replace("Saved 19:42", header), 1.0)
        assert not watch.claims[0].called_saved


def test_letters_that_were_shown_and_are_gone_have_an_age(world: World) -> None:
    """The oldest letter that is lost counts, from when it was sent; none that was never shown."""
    text = "qazoj1 vuxik2 zajuv3"
    watch = _watch()
    watch.sentences.append(Sentence(text, [n / 10 for n in range(len(text))]))
    watch.frame("", 1.0)
    assert _judged(world, watch, 9.0) == []
    watch.frame(text[:17], 2.0)
    assert _judged(world, watch, 2.3) == []  # the z, 0.9 s old
    assert _judged(world, watch, 2.5) == ["typing lost"]


def test_half_a_file_under_its_real_name_is_seen(world: World) -> None:
    """The agreement, and what is handed out, cut in the middle; a temporary file is none of them."""
    (world.ours / ".agreement.toml.x.tmp").write_bytes(b"")
    assert _judged(world, _watch()) == []
    (world.ours / "Mill Lane.pdf").write_bytes(b"%PDF-1.7")
    assert _judged(world, _watch()) == ["unreadable"]
    (world.ours / "Mill Lane.pdf").unlink()
    world.path.write_bytes(world.path.read_bytes()[:-7])
    assert _judged(world, _watch()) == ["unreadable"]


def test_a_screen_that_said_saved_without_a_file_is_seen(world: World) -> None:
    """Nothing on the disk is right only as long as nothing was called saved."""
    world.path.unlink()
    assert _judged(world, _watch()) == []
    assert _judged(world, _called_saved()) == ["saved lost", "saved lost"]


def test_a_run_is_the_same_for_the_same_seed() -> None:
    """So that what broke can be played again."""
    assert [plan(seed) for seed in range(50)] == [plan(seed) for seed in range(50)]
    assert {plan(seed).moment for seed in range(200)} >= {"saving", "typing", "leaving"}


@pytest.mark.terminal
def test_a_few_runs_lose_nothing(tmp_path: Path) -> None:
    """Six runs on one agreement in the full screen, and the table that is made of them."""
    seeds = [seed for seed in range(300, 400) if not plan(seed).plain][:6]
    verdicts = play(Chain(seeds, tmp_path / "kept", float("inf")))
    assert [(v.seed, v.problems) for v in verdicts if v.problems] == []
    assert [v.seed for v in verdicts] == seeds
    table = "\n".join(lines(verdicts, 1.0))
    assert table.startswith("6 runs in 1 s, 0 of them line by line")
    assert "unreadable      0 runs" in table
