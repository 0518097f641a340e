"""One run: open the agreement, do as a group does, be stopped, look at what is left."""

from __future__ import annotations

import contextlib
from types import ModuleType

from tests.terminal.driver import Terminal, hermetic
from tests.torture import kills_lines, kills_screens
from tests.torture.kills_hands import Hands, Stopped, ended
from tests.torture.kills_judge import Verdict, judge, left_well, read, unchanged
from tests.torture.kills_plan import Plan
from tests.torture.kills_watch import Watch, now
from tests.torture.kills_world import ROOT, World


def run(plan: Plan, world: World) -> Verdict:
    """Play one run in this world, and say what came of it."""
    began = now()
    verdict = Verdict(plan.seed, plan.plain, plan.stop, plan.moment)
    before = read(world, Verdict(0, False, "", ""))
    group = kills_lines if plan.plain else kills_screens
    env = hermetic(world.home, PYTHONPATH=str(ROOT))
    with Terminal(world.command(plain=plan.plain), *plan.size, env=env, cwd=ROOT) as terminal:
        watch = Watch(terminal, plain=plan.plain)
        hands = Hands(terminal, watch, plan, world)
        there = False
        with contextlib.suppress(Stopped):
            there = _arrive(hands, group, verdict)
            if there:
                verdict.temporary = len(world.temporary())
                _sit(hands, group)
        try:
            code = terminal.wait_exit()
        except AssertionError:  # the terminal ends it
            code = -1
            verdict.wrong("ended badly", f"still running long after {plan.stop}")
        watch.look()
        verdict.moment = hands.stopped_in or plan.moment
        hands.stopped_at = hands.stopped_at or now()
        left_well(verdict, plan, hands, code, there=there)
        kept = read(world, verdict)
        if plan.moment == "not at all" and before is not None:
            unchanged(verdict, before, kept)
        judge(verdict, watch, kept, hands)
        verdict.did, verdict.last_frame = hands.did, hands.last_frame or watch.text
    verdict.seconds = now() - began
    return verdict


def _arrive(hands: Hands, group: ModuleType, verdict: Verdict) -> bool:
    """Wait for the first screen; whether it came."""
    hands.comes("starting")
    with contextlib.suppress(Stopped):
        if hands.until(group.first_screen, 10):
            return True
    how = "ended" if ended(hands.terminal) else "showed nothing to answer"
    verdict.wrong("not opened", f"the program {how}: {hands.text.strip()[-300:]}")
    hands.terminal.hang_up()
    raise Stopped


def _sit(hands: Hands, group: ModuleType) -> None:
    """Do one thing after another until the moment comes; leaving is one of them."""
    moment = hands.plan.moment
    if moment == "not at all":
        hands.pause(0.2)
        group.leave(hands)
        return
    acts = hands.chance.choice((0, 0, 1, 2))
    while True:
        if acts == 0 and moment == "leaving":
            group.leave(hands)
            return
        if acts <= 0 and moment == "handing out":
            group.hand_out(hands)
        else:
            group.act(hands)
        if ended(hands.terminal):
            return
        hands.rest()
        acts -= 1
