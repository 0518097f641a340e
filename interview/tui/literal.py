"""Text of the group's or the bank's own, shown as it is: never read as markup."""

from __future__ import annotations

from textual.content import Content

from questions.text import safe


def literal(text: str, style: str = "") -> Content:
    """The text, character for character, in one style; a place on the disk may hold any signs."""
    text = safe(text)
    return Content.styled(text, style) if style else Content(text)


def labelled(label: str, said: Content | str) -> Content:
    """A text after the word that says what to do with it, in a column of such words."""
    return Content.assemble((f"{label:<12}", "bold $accent"), said)


def lines(*parts: Content | str) -> Content:
    """Parts put under each other."""
    return Content("\n").join([Content(p) if isinstance(p, str) else p for p in parts])
