"""The clause as it will read, with what was struck out and what is ours."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from interview.clauses import Sentence
from interview.session import Session
from outputs.words import NOT_TALKED_THROUGH
from questions.model import Question
from questions.values import Answer

STANDINGS = {
    "undecided": "Not decided yet",
    "disputed": "We see this in two ways",
    "parked": "Parked",
    "not-for-us": "Not for us: it will not be printed",
}


class ClauseView(Static):
    """One or more clauses, drawn afresh only when told to."""

    def show(
        self, session: Session, questions: Sequence[Question], answers: Sequence[Answer]
    ) -> None:
        """Show the clauses that these answers would make."""
        blocks = [
            clause_text(session, question, answer)
            for question, answer in zip(questions, answers, strict=True)
            if question.makes_clause
        ]
        self.update(Content("\n\n").join(blocks), layout=False)
        # Laying the screen out again costs more than drawing it: only where a line came or went.
        box = self.container_size
        if self.get_content_height(box, self.app.size, self.size.width) != self.size.height:
            self.refresh(layout=True)


def clause_text(session: Session, question: Question, answer: Answer | None = None) -> Content:
    """A clause's number, heading, standing, sentences and table.

    With an empty answer, as while a round goes on, no sentence is shown that nobody has asked for.
    """
    entry = session.entry(question.id)
    number = session.number(question.id)
    parts = [Content.styled(f"{number} {question.heading}".strip(), "bold")]
    if entry.standing in STANDINGS:
        owner = f", {entry.owner}" if entry.owner else ""
        parts.append(Content.styled(f"{STANDINGS[entry.standing]}{owner}.", "italic"))
    elif not entry.talked_through:
        parts.append(Content.styled(NOT_TALKED_THROUGH, "italic"))
    shown = sentence_lines(session, question, answer) if answer != Answer() else []
    parts += shown or [Content.styled("The wording appears here once you answer.", "dim")]
    parts += [table_line(cells) for cells in session.table(question, answer)]
    return Content("\n").join(parts)


def sentence_lines(session: Session, question: Question, answer: Answer | None) -> list[Content]:
    """A clause's sentences, numbered; those struck out have no number."""
    lines: list[Content] = []
    count = 0
    for sentence in session.sentences(question, answer):
        count += not sentence.struck
        lines.append(_sentence(sentence, count))
    return lines


def table_line(cells: Sequence[str]) -> Content:
    """A row of a table in a narrow place: what it is about, then the rest."""
    rest = "; ".join(cell for cell in cells[1:] if cell)
    return Content.assemble(("  · ", "dim"), (cells[0], "bold"), f": {rest}" if rest else "")


def _sentence(sentence: Sentence, number: int) -> Content:
    if sentence.struck:
        return Content.assemble(
            ("– ", "dim"), (sentence.text, "strike dim"), (" (struck out)", "dim")
        )
    mark = " (ours; the suggestion has changed)" if sentence.outdated else " (ours)"
    return Content.assemble(f"{number} {sentence.text}", (mark if sentence.ours else "", "italic"))
