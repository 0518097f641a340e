"""Shown while the window is too small to hold anything."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static


class SmallScreen(ModalScreen[None]):
    """Says what to do; what lies below is untouched."""

    def compose(self) -> ComposeResult:
        yield Static("Please make the window larger. Nothing is lost.")
