"""What each partner said of a clause in the room, and what that leaves to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from outputs.agreement import Agreement, Clause, Position
from outputs.blocks import Block, Bullets, Paragraph
from outputs.numbering import short_hash, words_of
from outputs.words import STANCES, Names, date, join, names

AGAIN: Final = "to be asked again, because the words have changed since"


@frozen
class Said:
    """Where the partners stand on one clause; each is in exactly one of these groups."""

    agreed: tuple[Position, ...] = ()
    otherwise: tuple[Position, ...] = ()
    again: tuple[Position, ...] = ()
    """Said of words that have changed since."""
    absent: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()

    @property
    def positions(self) -> tuple[Position, ...]:
        """Whatever was said; empty if no partner has been asked."""
        return (*self.agreed, *self.otherwise, *self.again)


def said(agreement: Agreement, clause: Clause) -> Said:
    """Where every partner stands on a clause."""
    now = short_hash(words_of(clause, names(agreement)))
    by_partner = {p.partner: p for p in clause.positions}
    positions = [by_partner[p.id] for p in agreement.present if p.id in by_partner]
    silent = [p.id for p in agreement.present if p.id not in by_partner]
    missing = _missing(agreement, positions)
    fresh = [p for p in positions if not p.saw and p.words == now]
    return Said(
        agreed=tuple(p for p in fresh if p.stance == "agree"),
        otherwise=tuple(p for p in fresh if p.stance != "agree"),
        again=tuple(p for p in positions if p not in fresh),
        absent=tuple(each for each in silent if each in missing),
        not_asked=tuple(each for each in silent if each not in missing),
    )


def _missing(agreement: Agreement, positions: list[Position]) -> tuple[str, ...]:
    """Who was not in the room when the clause was last talked about; now, if it never was."""
    day = max((p.on for p in positions), default=None)
    met = [m for m in agreement.meetings if m.date == day] or agreement.meetings
    return met[-1].absent if met else ()


def plain(where: Said) -> bool:
    """Whether every partner that was there agreed, on one evening: then nothing need be printed."""
    other = where.otherwise or where.again or where.not_asked
    return not other and len({p.on for p in where.agreed}) == 1


def view(agreement: Agreement, clause: Clause) -> Iterator[Block]:
    """The clause's "view in the room": a block for each day, where it was not plain agreement."""
    where, called = said(agreement, clause), names(agreement)
    if plain(where):
        return
    days = sorted({p.on for p in where.positions})
    for day in days:
        agreed = [called.of(p.partner) for p in where.agreed if p.on == day]
        lines = [_in_words(p, called) for p in where.otherwise if p.on == day]
        lines += [f"{called.of(p.partner)}: {AGAIN}" for p in where.again if p.on == day]
        missing: list[str] = []
        if day == days[-1]:
            lines += [f"{called.of(each)}: not asked yet" for each in where.not_asked]
            missing = [called.of(each) for each in where.absent]
        if lines:
            lines += [f"{each}: was not in the room" for each in missing]
            lines += [f"Agreed: {join(agreed)}"] if agreed else []
            yield Bullets(f"The view in the room on {date(day)}", lines)
        else:
            yield Paragraph(
                f"In the room on {date(day)}, {join(agreed)} agreed.{not_there(missing)}"
            )


def not_there(who: Sequence[str]) -> str:
    """The sentence that says who was missing, to go after another; "" if nobody was."""
    return f" {join(who)} {'was' if len(who) == 1 else 'were'} not in the room." if who else ""


def _in_words(position: Position, called: Names) -> str:
    """A position in words, with its reason only where the partner said to print it."""
    lines = [f"{called.of(position.partner)}: {STANCES[position.stance]}"]
    if position.print_reason and position.reason:
        lines.append(f"Its reason: “{position.reason}”")
    if position.print_reason and position.would_change:
        lines.append(f"What would change it: “{position.would_change}”")
    return "\n".join(lines)
