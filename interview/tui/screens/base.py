"""What every screen of an open agreement shares: header, footer, message, and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.screen import Screen
from textual.widgets import Static

from interview import actions
from interview import events as e
from interview.commands import Command
from interview.disk import SaveState
from interview.session import Session
from interview.tui.literal import literal
from interview.tui.widgets.footer import Footer
from interview.tui.widgets.header import Header
from interview.workspace import Workspace

if TYPE_CHECKING:
    from interview.tui.app import JointWorking


KEEP: Final = 0.4
"""Seconds that typing may wait before it is handed on to be kept."""


class AgreementScreen(Screen[None]):
    """A screen with an agreement open. Subclasses set ``PLACE`` and ``BINDINGS``."""

    PLACE: ClassVar[str]
    AUTO_FOCUS = ""  # each screen says itself where typing begins
    _asked = False  # whether the last letter was the first of two that leave
    _told = ""  # what was said of the disk, and not yet taken back

    @property
    def shell(self) -> JointWorking:
        """The app, as what it is."""
        return cast("JointWorking", self.app)

    @property
    def workspace(self) -> Workspace:
        assert self.shell.workspace is not None
        return self.shell.workspace

    @property
    def session(self) -> Session:
        return self.workspace.session

    async def show(self, *, positions: bool = False) -> None:
        """Show what the session has open now; with ``positions``, ready to say who agrees."""
        raise NotImplementedError

    def tell(self, sentence: str) -> None:
        """Say one thing to the group; "" takes it away. Never a window."""
        for note in self.query("#message").results(Static):
            note.update(literal(sentence))
            note.display = bool(sentence)

    def tell_also(self, sentence: str) -> None:
        """Say one thing more, after what is being said."""
        for note in self.query("#message").results(Static):
            before = str(note.content) if note.display else ""
            self.tell(" ".join(filter(None, (before, sentence))))

    def rest(self) -> None:
        """Put the focus where letters are commands."""

    def keep_typing(self) -> None:
        """Hand what is half typed to the session, before anything else is done."""

    def apply(self, command: Command) -> tuple[e.Event, ...]:
        """Send a command to the session, and say why if it refused."""
        events = self.workspace.apply(command)
        refused = [event.why for event in events if isinstance(event, e.Refused)]
        self.tell(refused[0] if refused else "")
        return events

    def show_header(self) -> None:
        """Bring the header up to date."""
        self.query_one(Header).show(self.session, self.workspace.save_state)

    def show_time(self) -> None:
        """Bring the time up to date."""
        for header in self.query(Header):
            header.show_time()

    def show_saved(self, state: SaveState) -> None:
        """Say how things stand with the disk; a failure in so many words."""
        for header in self.query(Header):
            header.show_saved(state)
        if state.kind == "saving":
            return
        told, self._told = self._told, state.in_words
        shown = "".join(str(n.content) for n in self.query("#message").results(Static) if n.display)
        if self._told and (self._told != told or not shown):
            how = "Ctrl+R shows both, and you choose." if state.kind == "changed" else ""
            self.tell(f"{self._told} {how}".strip())
        elif told and not self._told:
            again = "Saved again: everything is on the disk now."
            if told in shown:  # among other things, it may be
                self.tell(shown.replace(told, again))
            else:
                self.tell_also(again)

    @property
    def typing(self) -> bool:
        """Whether letters go into a text just now."""
        return getattr(self.focused, "takes_text", False)

    def on_descendant_focus(self) -> None:
        self.show_footer()

    def on_descendant_blur(self) -> None:
        self.show_footer()

    def show_footer(self) -> None:
        """Show the keys that work where the focus is."""
        enters = getattr(self.focused, "takes_enter", True)
        self.query_one(Footer).show(typing=self.typing, enters=enters)

    async def action_letter(self, id: str) -> None:
        """Do what a letter stands for; leaving asks once, since words may begin with its letter."""
        asked, self._asked = self._asked, id == "leave"
        if id == "leave" and not asked and not self.shell.letters_in_a_row:
            self.tell("q again saves and leaves. Ctrl+Q does it at once.")
            return
        await self.action_do(id)

    async def action_do(self, id: str) -> None:
        """Do one action of ``interview.actions``: here if this screen can, else in the app."""
        if actions.BY_ID[id].decides and self.shell.keys_waiting:
            self.tell("Several keys came at once, so nothing was decided. Please press it again.")
            return
        if self.shell.letters_in_a_row and id not in ("undo", "redo"):
            self.tell(
                "That looked like typing, so this key did nothing. Tab goes to a line to type on."
            )
            return
        self.keep_typing()
        handler = getattr(self, f"do_{id}", None) or getattr(self.shell, f"do_{id}")
        await handler()
