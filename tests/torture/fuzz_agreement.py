"""Any bytes as an agreement: read and taken up again, or refused in words."""

from __future__ import annotations

import datetime as dt
from typing import Final

from hypothesis import strategies as st

from interview import commands as c
from interview.answers_file import play
from interview.examples import examples
from interview.gaps import gaps
from interview.reopen import reopen
from interview.session import Session
from outputs import toml
from outputs.formats import FORMATS
from outputs.problems import BadAgreement
from questions.load import bundled, load
from tests.interview.talking import KINDS, START, do, talk
from tests.interview.test_session_machine import WHOLE
from tests.outputs.examples import EMPTY, FULL_OUT
from tests.torture.mutations import made_up, mutated, words_of

NCVO: Final = load(bundled())


def _texts() -> list[str]:
    """Files as the program writes them: small ones, hostile ones, whole agreements."""
    session = talk(KINDS)
    do(session, c.AddPartner("The Riverside Trust", "Riverside"), c.AddPartner("The Hub"))
    do(session, *(c.Answer(id, answer) for id, answer in WHOLE.items()))
    played = [play(e.path, NCVO, lambda: START, "ab").agreement() for e in examples(bundled())]
    return [toml.write(a) for a in (EMPTY, FULL_OUT, session.agreement(), *played)]


TEXTS: Final = _texts()
FILES: Final = st.one_of(
    mutated(TEXTS[:3]),
    mutated(TEXTS[:3]),
    mutated(TEXTS),
    made_up(words_of(TEXTS[:3])).map(lambda made: b"format = 1\n" + made),
    st.binary(max_size=4000),
)


def example(data: bytes) -> None:
    """Read it; what reads can be taken up, looked at, saved and read back as the same record."""
    try:
        agreement = toml.read(data)
    except BadAgreement as error:
        assert error.faults
        assert all(fault.what for fault in error.faults)
        return
    bank = KINDS if agreement.about.bank == KINDS.id else NCVO
    reopened = reopen(agreement, bank)
    session = Session(bank, reopened.record, _now, reopened.at)
    text = toml.write(session.agreement())
    again = reopen(toml.read(text.encode()), bank)
    assert again.record == reopened.record
    assert toml.write(Session(bank, again.record, _now, again.at).agreement()) == text
    gaps(session)
    for made in (agreement, session.agreement()):
        for name in ("md", "html", "ics"):
            FORMATS[name].written(made)


def _now() -> dt.datetime:
    return START
