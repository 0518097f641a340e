"""Who is agreeing, as far as the wording needs to know."""

from __future__ import annotations

import datetime as dt

from attrs import frozen


@frozen
class Party:
    """A partner as sentences name it: ``committee`` is the partner's own word for it."""

    id: str
    name: str
    short: str = ""
    committee: str = "committee"

    @property
    def said(self) -> str:
        """The name that sentences use."""
        return self.short or self.name


@frozen
class Group:
    """The partners in order, which of them leads (an id, or ""), and the day it is.

    ``former`` are those who dropped out: answers may still name them.
    """

    partners: tuple[Party, ...] = ()
    lead: str = ""
    today: dt.date = dt.date(2026, 1, 1)
    former: tuple[Party, ...] = ()

    def party(self, partner: str) -> Party | None:
        """The partner with that id, or None."""
        return next((p for p in self.partners if p.id == partner), None)

    def known(self, partner: str) -> Party | None:
        """The partner with that id, even one that dropped out."""
        return next((p for p in (*self.partners, *self.former) if p.id == partner), None)

    def named(self, typed: str) -> Party | None:
        """The partner that this name, short name or id means, even one that dropped out."""
        wanted = typed.strip().casefold()
        if not wanted:
            return None
        # Names before ids: a partner that was renamed keeps an id that may be another's name.
        known = (*self.partners, *self.former)
        called = (p for p in known if wanted in {p.name.casefold(), p.short.casefold()})
        return next(called, None) or next((p for p in known if p.id == wanted), None)
