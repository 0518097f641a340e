"""The end of the evening: where it is saved, what is open, and a version to hand out."""

from __future__ import annotations

import asyncio

from textual.content import Content
from textual.widgets import OptionList

from interview import actions, flow
from interview import commands as c
from interview import events as e
from interview.gaps import gaps
from interview.tui import bindings
from interview.tui.literal import literal
from interview.tui.meeting import how
from interview.tui.screens.list import ListScreen
from interview.turn import still_open, time_for
from questions.language import count_of


class FinishScreen(ListScreen):
    """What there is to do, then every gap as a question that Enter mends."""

    PLACE = actions.FINISH
    HEADING = "You have a draft."
    ENTER = "Enter choose"
    BINDINGS = bindings.for_place(actions.FINISH)

    _writing = False

    def entries(self) -> list[tuple[str | None, Content]]:
        session = self.session
        how_far = session.progress()
        versions = session.record.versions
        handed = f" Version {versions[-1].number} was handed out." if versions else ""
        said = f"{how_far.done} of {how_far.total} questions dealt with.{handed}"
        lines: list[tuple[str | None, Content]] = [
            (None, Content(said)),
            (None, literal(f"It is kept in {self.workspace.path}")),
            (
                "do-hand-out",
                Content.styled("Hand out a version: Word, PDF, web page, diary dates", "bold"),
            ),
            ("do-check", Content.styled("Check answers (c)", "bold")),
            ("do-rehearse", Content.styled("Try a story on your draft (s)", "bold")),
            ("do-fair", Content.styled("Who does what, and who needs what (v)", "bold")),
            (
                "do-read-last",
                Content.styled("Read aloud to end on: who does what next (a)", "bold"),
            ),
            ("do-versions", Content.styled("Earlier versions (Ctrl+R)", "bold")),
            ("do-leave", Content.styled("Save and leave", "bold")),
        ]
        if more := flow.more(session.bank, session.record):
            lines.insert(-1, ("do-more", Content.styled(f"{more.in_words} (m)", "bold")))
        still = sum(not session.entry(q.id).settled for q in session.path if q.makes_clause)
        if still:
            not_yet = f"Not agreed yet: {count_of(still, 'clause')}. l lists what was put off."
            time = time_for(session, still_open(session), how)
            lines.insert(1, (None, Content(f"{not_yet} {time}".strip())))
        found = gaps(session)
        if found:
            lines.append(
                (None, Content.styled("Before you go, you may want to look at:", "underline"))
            )
        for n, gap in enumerate(found):
            meant = ("   (k: it is meant so)", "italic") if gap.rule else ""
            line = Content.assemble(f"{gap.code:>3}  {gap.ask}", meant)
            lines.append((f"gap-{n}-{gap.question}", line))
        return lines + self.stop_signs()

    async def chosen(self, id: str) -> None:
        if id == "do-hand-out":
            self._hand_out()
        elif id.startswith("do-"):
            await self.action_do(id.removeprefix("do-").replace("-", "_"))
        else:
            await self.shell.change(id.split("-", 2)[2])

    async def do_meant(self) -> None:
        """What the line asks is meant so: it is not asked again."""
        widget = self.query_one(OptionList)
        id = str(widget.highlighted_option.id) if widget.highlighted_option else ""
        found = gaps(self.session)
        gap = found[int(id.split("-")[1])] if id.startswith("gap-") else None
        if gap is None or not gap.rule:
            self.tell("k is for a line that says so. Enter goes to the others.")
            return
        self.apply(c.Meant(gap.question, gap.rule))
        self.fill()
        self.tell("It is meant so, and is not asked again. z takes that back.")

    def _hand_out(self) -> None:
        """Number a version, and write everything that is taken home."""
        if self._writing:
            self.tell("The last version is still being written.")
            return
        if any(isinstance(event, e.Refused) for event in self.apply(c.HandOut())):
            return
        self._writing = True
        self.fill()
        self.run_worker(self._write(), exclusive=True)

    async def _write(self) -> None:
        """File by file, with what is being made on the screen; keys work meanwhile."""
        from interview.atomic import reason
        from interview.exporting import hand_out

        agreement, folder = self.session.agreement(), self.workspace.path.parent
        number = agreement.about.version
        steps, notes, count = hand_out(agreement, folder), [], 0
        try:
            while (made := await asyncio.to_thread(next, steps, None)) is not None:
                count += made.path is not None
                notes += [note for note in made.notes if note not in notes]
                self.tell(f"Version {number}: {made.path.name if made.path else made.what} …")
        except OSError as error:
            self.tell(f"Version {number} is numbered, but not all written: {reason(error)}.")
            self.tell_also(self.workspace.save_state.in_words)
            return
        finally:
            self._writing = False
        said = f"Version {number}: {count_of(count, 'file')} in {folder}. o opens the folder."
        self.tell(" ".join((said, *notes, "a reads aloud what comes next.")))
        self.tell_also(self.workspace.save_state.in_words)

    async def do_open_folder(self) -> None:
        """Show the folder, in the way of this computer."""
        import click

        folder = self.workspace.path.parent
        if click.launch(str(folder)) != 0:
            self.tell(f"The folder could not be opened. It is {folder}")
