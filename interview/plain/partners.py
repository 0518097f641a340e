"""Who takes part: adding partners as you go, and changing them later."""

from __future__ import annotations

from typing import Final

from interview import actions
from interview import commands as c
from interview.partners import joins_late
from interview.plain import passing
from interview.plain.small import ask_text, ask_words
from interview.plain.talk import Talk
from interview.record import Partner

_NEW: Final = f"{passing.PASSING}partner.new."
_BODY: Final = "What sort of body is it (community group, charity, company …)?"


def partners(talk: Talk) -> None:
    """Ask who takes part; where that is known, show it and offer to change it."""
    talk.page(actions.PARTNERS, _partners)


def _partners(talk: Talk) -> None:
    if not talk.session.record.partners:
        talk.say()
        talk.say("Which organisations are working together? One at a time; Enter alone ends.")
        _add_all(talk)
        _ask_lead(talk)
        return
    while True:
        _list(talk)
        typed = talk.ask("Enter goes on, 1 changes, d 1 drops, a adds, l the lead:")
        match typed.casefold():
            case "":
                return
            case "a":
                _add_all(talk)
            case "l":
                _ask_lead(talk)
            case other:
                _change_one(talk, other)


def _list(talk: Talk) -> None:
    record = talk.session.record
    talk.say()
    talk.say("Who takes part:")
    for n, partner in enumerate(_in_order(talk), 1):
        told = [
            *([partner.body] if partner.body else []),
            *(["leads"] if partner.id == record.lead else []),
            *(["not here tonight"] if partner.id in record.absent else []),
            *(["taken out; its number brings it back"] if partner.removed else []),
        ]
        described = f" ({', '.join(told)})" if told else ""
        talk.say(f"{partner.name}{described}", indent=2, mark=str(n))


def _in_order(talk: Talk) -> list[Partner]:
    """Those who take part, then those who were taken out."""
    return sorted(talk.session.record.partners, key=lambda p: p.removed)


def _add_all(talk: Talk) -> None:
    if late := joins_late(talk.session.record):
        talk.say(late)
    while name := ask_words(talk, f"{_NEW}name", "Name of the organisation, or Enter to end:"):
        short = ask_words(talk, f"{_NEW}short", "A short name for it, if you use one:")
        body = ask_words(talk, f"{_NEW}body", _BODY)
        committee = ask_text(
            talk, f"{_NEW}committee", "Its own word for who runs it (trustees …)", "committee"
        )
        if talk.change(c.AddPartner(name, short, body, committee)):
            passing.forget(talk.workspace, _NEW)
            _ask_here(talk, talk.session.record.partners[-1])


def _ask_here(talk: Talk, partner: Partner) -> None:
    absent = partner.id in talk.session.record.absent
    here = talk.ask_yes(f"Is {partner.said} here tonight?", default=not absent)
    if here == absent:
        talk.change(c.SetAbsent(partner.id, not here))


def _ask_lead(talk: Talk) -> None:
    record = talk.session.record
    if len(record.present) < 2:
        return
    listed = ", ".join(f"{n} {p.said}" for n, p in enumerate(record.present, 1))
    now = record.partner(record.lead)
    label = f"Does one of you lead, or answer to a funder? {listed}, - for none"
    while typed := talk.ask(f"{label} [{now.said if now else 'none'}]:"):
        if typed == "-":
            talk.change(c.SetLead(""))
            return
        named = talk.session.group.named(typed)
        at = None if named else talk.ask_number(typed, len(record.present))
        if named or at is not None:
            talk.change(c.SetLead(named.id if named else record.present[at or 0].id))
            return


def _change_one(talk: Talk, typed: str) -> None:
    removing = typed.startswith("d")
    found = _in_order(talk)
    at = talk.ask_number(typed.removeprefix("d").strip(), len(found))
    if at is None:
        return
    partner = found[at]
    if partner.removed:
        talk.change(c.BringBack(partner.id))
    elif removing:
        talk.change(c.RemovePartner(partner.id))
    else:
        _describe(talk, partner)


def _describe(talk: Talk, partner: Partner) -> None:
    key = f"{passing.PASSING}partner.{partner.id}."
    committee = "Its own word for who runs it"
    changed = c.ChangePartner(
        partner.id,
        name=ask_text(talk, f"{key}name", "Name", partner.name),
        short=ask_text(talk, f"{key}short", "Short name", partner.short),
        body=ask_text(talk, f"{key}body", "What sort of body", partner.body),
        committee=ask_text(talk, f"{key}committee", committee, partner.committee),
    )
    if talk.change(changed):
        passing.forget(talk.workspace, key)
        _ask_here(talk, partner)
