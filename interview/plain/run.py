"""The plain door: the same session, line by line."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable

from interview import log
from interview.exits import DONE, INTERRUPTED, ending, faulty, last_words
from interview.plain.asking import ask_question
from interview.plain.handlers import HANDLERS
from interview.plain.keyboard import without_echo
from interview.plain.meeting import begin
from interview.plain.partners import partners
from interview.plain.talk import Again, Leave, Talk
from interview.plain.voice import Voice
from interview.signals import calling
from interview.workspace import Workspace


def run(workspace: Workspace) -> int:
    """Talk until somebody leaves; save; what the shell is told afterwards."""
    talk = Talk(workspace, Voice(), HANDLERS)
    interrupted, fault = False, None
    with calling(talk.voice.stop):
        with without_echo():
            try:
                _converse(talk)
            except (Leave, EOFError):
                pass
            except KeyboardInterrupt:
                interrupted = True
            except Exception as error:
                fault = error
            finally:
                state = talk.workspace.close()  # which may be another by now
        if fault is not None:
            code, told = faulty(state, log.note(fault))
            last_words(told, sys.stderr)
            return code
        code, told = ending(state)
        with contextlib.suppress(EOFError, KeyboardInterrupt):  # nobody is left to be told
            talk.voice.say_whole(told)
    return INTERRUPTED if interrupted and code == DONE else code


def _converse(talk: Talk) -> None:
    _greet(talk)
    _until_done(talk, begin)
    if not talk.session.record.present:
        _until_done(talk, partners)
    while True:
        _until_done(talk, ask_question)


def _greet(talk: Talk) -> None:
    session = talk.session
    talk.say(session.record.title)
    talk.say(f"{session.bank.title}. {session.bank.about}".strip())
    for line in talk.workspace.noticed:
        talk.say(f"Noticed: {line}")
    if not session.progress().done and session.bank.opening:
        talk.say(f"Read aloud: {session.bank.opening.strip()}")
    talk.say(
        "Enter keeps what is shown in [brackets]. /help lists what you can type at any time, "
        "/back goes back, /leave saves and leaves."
    )


def _until_done(talk: Talk, body: Callable[[Talk], None]) -> None:
    """Do one thing; where something changes meanwhile, let the loop look again."""
    with contextlib.suppress(Again):
        body(talk)
