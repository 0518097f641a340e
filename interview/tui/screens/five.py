"""Take five: the clock stops until somebody is back."""

from __future__ import annotations

from interview.session import Session
from interview.tui.screens.text import TextScreen

_SAID = (
    "The clock has stopped, and everything is kept.\n"
    "Stretch, have tea, ring home, or just sit. Nobody needs to say why.\n\n"
    "Enter when you are back."
)


class FiveScreen(TextScreen):
    """A pause."""

    def __init__(self, session: Session) -> None:
        super().__init__("Take five", _SAID)
        self._session = session

    def on_mount(self) -> None:
        self._session.time.pause(self._session.at)

    def on_unmount(self) -> None:
        self._session.time.go_on()
