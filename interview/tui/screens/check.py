"""Check answers: every clause by theme, with its standing; any of them can be changed."""

from __future__ import annotations

from textual.content import Content

from interview import actions
from interview.tui import bindings
from interview.tui.screens.list import ListScreen
from interview.tui.widgets.clause import STANDINGS, table_line
from interview.tui.widgets.positions import standing_in_words
from outputs.words import NOT_TALKED_THROUGH
from questions.answers import own_field
from questions.kinds import SIMPLE
from questions.model import Question


class CheckScreen(ListScreen):
    """The whole draft, to read through."""

    PLACE = actions.CHECK
    HEADING = (
        "Check answers. Enter changes one and comes back here. “(ours)” is in your own words; "
        "the rest is suggested wording."
    )
    BINDINGS = bindings.for_place(actions.CHECK)

    def entries(self) -> list[tuple[str | None, Content]]:
        lines: list[tuple[str | None, Content]] = []
        theme = ""
        for question in self.session.in_order:
            if question.theme != theme:
                theme = question.theme
                title = next(t.title for t in self.session.bank.themes if t.id == theme)
                lines.append((None, Content.styled(title, "bold underline")))
            lines.append((question.id, self._line(question)))
        lines += [
            (
                None,
                Content.assemble(
                    (f"{a.code} {a.heading}   ", "bold"),
                    ("in every draft", "italic"),
                    f"\n  {' '.join(a.says)}",
                ),
            )
            for a in self.session.bank.always
        ]
        return lines + self.stop_signs()

    def _line(self, question: Question) -> Content:
        session, entry = self.session, self.session.entry(question.id)
        head = f"{question.code} {question.heading or question.ask}"
        if not entry.dealt_with:
            return Content.assemble((head, ""), ("   not talked about yet", "italic"))
        unread = "" if entry.talked_through else NOT_TALKED_THROUGH.rstrip(".")
        standing = STANDINGS.get(entry.standing, unread)
        owner = f", {entry.owner}" if entry.owner else ""
        parts = [
            Content.assemble(
                (head, "bold"), (f"   {standing}{owner}" if standing else "", "italic")
            )
        ]
        if not question.makes_clause:
            return Content.assemble(parts[0], f"   {self._said(question)}")
        for n, sentence in enumerate(
            (s for s in session.sentences(question) if not s.struck), start=1
        ):
            parts.append(Content(f"  {n} {sentence.text}{' (ours)' if sentence.ours else ''}"))
        parts += [table_line(cells) for cells in session.table(question)]
        views = [
            f"{p.said}: {standing_in_words(session, (question.id,), p.id)}"
            for p in session.record.present
        ]
        parts.append(Content.styled(f"  {'   '.join(views)}", "dim"))
        return Content("\n").join(parts)

    def _said(self, question: Question) -> str:
        """The answer to a question that makes no clause."""
        answer = self.session.entry(question.id).answer
        if answer is None or answer.value is None:
            return "none of these" if question.options else ""
        return SIMPLE[question.kind].say(answer.value, own_field(question), self.session.group)

    async def chosen(self, id: str) -> None:
        await self.shell.change(id.split("-", 2)[2] if id.startswith("sign-") else id)
