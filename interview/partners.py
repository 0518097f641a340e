"""Who takes part: adding, describing, removing and bringing back partners."""

from __future__ import annotations

import re
import unicodedata

from attrs import evolve

from interview import commands as c
from interview.record import Partner, Record
from interview.refusal import Refusal
from questions.text import clean

MOST_PARTNERS = 200
NAME_LENGTH = 200


def change(
    record: Record, command: c.AddPartner | c.ChangePartner | c.RemovePartner | c.BringBack
) -> Record:
    """The record after a command about partners.

    Raises:
        Refusal: when there is no such partner, or its name will not do.
    """
    if isinstance(command, c.AddPartner):
        return _added(record, command)
    partner = record.partner(command.partner)
    if partner is None:
        raise Refusal("There is no such partner.")
    match command:
        case c.ChangePartner():
            new = _described(partner, command)
            _check_name(record, new)
        case c.RemovePartner():
            new = evolve(partner, removed=True)
        case c.BringBack():
            new = evolve(partner, removed=False)
            _check_name(record, new)
    return evolve(record, partners=tuple(new if p is partner else p for p in record.partners))


def joins_late(record: Record) -> str:
    """What to say before a partner joins once others have said where they stand; "" before."""
    if not any(entry.positions for entry in record.entries.values()):
        return ""
    return (
        "Whoever joins now is asked about every clause so far. What the others said holds, "
        "but where the words change."
    )


def _added(record: Record, command: c.AddPartner) -> Record:
    if len(record.partners) >= MOST_PARTNERS:
        raise Refusal(f"This works for up to {MOST_PARTNERS} partners.")
    partner = _described(
        Partner("", ""),
        c.ChangePartner(
            "", command.name, command.short, command.body, command.committee or "committee"
        ),
    )
    _check_name(record, partner)
    partner = evolve(partner, id=_new_id(record, partner.said))
    return evolve(record, partners=(*record.partners, partner))


def _described(partner: Partner, command: c.ChangePartner) -> Partner:
    def new(text: str | None, old: str) -> str:
        return old if text is None else clean(text)[:NAME_LENGTH].rstrip()

    return evolve(
        partner,
        name=new(command.name, partner.name),
        short=new(command.short, partner.short),
        body=new(command.body, partner.body),
        committee=new(command.committee, partner.committee) or "committee",
    )


def _check_name(record: Record, partner: Partner) -> None:
    if not partner.name:
        raise Refusal("Please type the organisation’s name.")
    names = {partner.name.casefold(), partner.said.casefold()}
    for other in record.present:
        if other.id != partner.id and names & {other.name.casefold(), other.said.casefold()}:
            raise Refusal(
                f"There is already a partner called {other.said}. Please tell them apart."
            )


def _new_id(record: Record, name: str) -> str:
    """An id made from a name: "St Anne’s" → "st-annes"; "partner" where no letter is left."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", letters.replace("'", "")).strip("-")[:40].strip("-")
    base = (
        base if base not in ("", "all", "lead", "first", "other") else f"partner-{base}".strip("-")
    )
    taken = {p.id for p in record.partners}
    ids = [base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))]
    return next(id for id in ids if id not in taken)
