"""Whether several changes can all be made, before the first of them is."""

from __future__ import annotations

from collections.abc import Iterable

from interview import commands as c
from interview import events as e
from interview.session import Session


def refusal(session: Session, changes: Iterable[c.Change]) -> str:
    """Why the first of these that would be refused is; "" if all of them can be made."""
    tried = Session(session.bank, session.record, session.clock, session.at)
    for each in changes:
        for event in tried.apply(each):
            if isinstance(event, e.Refused):
                found = session.bank.find(getattr(each, "question", ""))
                return f"{event.why} This is about “{found.heading}”." if found else event.why
    return ""
