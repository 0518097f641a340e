"""Earlier states of the agreement, to look at or bring back; and the choice between two files."""

from __future__ import annotations

from textual.content import Content

from interview import actions
from interview.atomic import reason
from interview.tui import bindings
from interview.tui.screens.list import ListScreen
from interview.two_files import OURS, THEIRS, two_files
from interview.versions import Kept, kept
from interview.workspace import CannotOpen, load
from outputs.problems import BadAgreement

NOTHING_YET = (
    "There is no earlier state yet. Each version that you hand out is kept, and how the agreement "
    "stood when a meeting began."
)


class VersionsScreen(ListScreen):
    """First what was changed elsewhere, if it was; then the states, the latest first."""

    PLACE = actions.VERSIONS
    HEADING = "Earlier versions. Enter shows one, and then you can bring it back."
    ENTER = "Enter show"
    BINDINGS = bindings.for_place(actions.VERSIONS)

    _kept: tuple[Kept, ...] = ()

    def entries(self) -> list[tuple[str | None, Content]]:
        lines = self._choice()
        self._kept = kept(self.workspace.home)
        for n, each in enumerate(self._kept):
            line = Content.assemble((each.label, "bold"), f"   {each.found.in_words}")
            lines.append((f"kept-{n}", line))
        if not self._kept:
            lines.append((None, Content(NOTHING_YET)))
        return lines

    def _choice(self) -> list[tuple[str | None, Content]]:
        """What there is to choose between, if the file was changed elsewhere."""
        found = two_files(self.workspace)
        if found is None:
            return []
        lines: list[tuple[str | None, Content]] = [(None, Content(found.said))]
        if found.readable:
            lines.append(("read", Content.styled("Read theirs", "bold")))
        lines.append(("ours", Content.styled(OURS, "bold")))
        if found.readable:
            lines.append(("theirs", Content.styled(THEIRS, "bold")))
        lines += [(None, Content(f"  {line}")) for line in found.differ]
        return lines

    async def chosen(self, id: str) -> None:
        try:
            if id == "ours":
                beside = self.workspace.keep_ours()
                self.fill()
                self.tell(f"Yours is in its place again. Theirs is kept as {beside.name}.")
            elif id == "read":
                await self._read_theirs()
            elif id == "theirs":
                ours = self.workspace.path.name
                await self.shell.open_workspace(self.workspace.use_theirs())
                self.shell.say(f"This is theirs. Yours is kept as {ours}; Ctrl+R has it.")
            else:
                await self._look(self._kept[int(id.removeprefix("kept-"))])
        except (CannotOpen, BadAgreement) as error:
            self.tell(str(error).split("\n", 1)[0])
        except OSError as error:
            self.tell(f"That did not work: {reason(error)}.")

    async def _read_theirs(self) -> None:
        from interview.tui.screens.look import LookScreen

        await self.app.push_screen(LookScreen("Theirs", load(self.workspace.home)))

    async def _look(self, each: Kept) -> None:
        from interview.tui.screens.look import LookScreen

        async def bring() -> None:
            self.workspace.bring_back(each.path)
            await self.shell.show_current()
            self.shell.say("It is as it was then. z takes that back.")

        await self.app.push_screen(LookScreen(each.label, load(each.path), bring))
