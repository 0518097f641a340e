"""The texts of the help page, of "why are we asked this?" and of the stories, from data."""

from __future__ import annotations

from interview import actions
from interview.rehearsal import in_lines, rehearse
from interview.session import Session
from interview.stop_signs import LABEL, in_full
from interview.workspace import Workspace
from questions.conditions import in_words
from questions.language import count_of
from questions.model import Question

_FIXED = (
    ("Enter", "Take the answer. In a text it goes to the next empty line first."),
    ("Tab, ↑ ↓", "From one place to the next. On a line with ↑↓ beside it, the arrows choose."),
    ("Esc", "Out of a text, so that letters are commands."),
    ("1 2 3 4", "Beside a clause: where the partner under the arrow stands."),
    ("Ctrl+N", "In a table: on to the next row."),
    ("Ctrl+P", "Find anything by its name."),
    ("Ctrl+S", "Take the answer from anywhere on the question."),
)


def help_text(workspace: Workspace | None) -> str:
    """Keys, then what the words mean."""
    parts = [f"This agreement is kept in {workspace.path}\n"] if workspace else []
    parts.append("A letter works while nobody is typing; the other key works always.\n")
    parts += [f"{keys:<14}{said}" for keys, said in _FIXED]
    for action in actions.ACTIONS:
        keys = " or ".join(filter(None, (action.letter, actions.shown_key(action.key))))
        parts.append(f"{keys:<14}{action.label.capitalize()}. {action.help}")
    if workspace is not None:
        parts.append("\nWords\n")
        parts += [f"{w.word}: {w.means}" for w in workspace.session.bank.words]
        parts.append(f"\n{workspace.session.bank.about}")
    return "\n".join(parts)


def why_text(session: Session, question: Question) -> str:
    """Why it is asked, what others said, what to watch for, and where to get help."""
    parts = [question.why]
    if asked := in_words(question.when, lambda q, o: _label(session, q, o)):
        parts.append(f"It is asked because {asked}.")
    parts.append(f"Allow about {count_of(question.minutes, 'minute')}.")
    # Those of groups that do what this one does come first.
    doing = {option for chosen in session.flow.facts.chosen.values() for option in chosen}
    examples = sorted(question.examples, key=lambda example: doing.isdisjoint(example.suits))
    parts += [f"{example.who}: {example.text}" for example in examples]
    if question.watch_for:
        parts.append(f"Watch for: {question.watch_for}")
    if question.weak:
        parts.append(f"Too little: {', '.join(question.weak)}. {question.follow_up}")
    signs = session.stop_signs(question.id)
    for sign in signs:
        parts.append("\n".join((f"{LABEL}: {sign.title}.", *in_full(session.bank, sign))))
    if question.get_help and not signs:  # a stop sign says the same, and more
        parts.append(f"Get help: {question.get_help}")
    if question.source:
        parts.append(f"Source: {question.source}")
    return "\n\n".join(part for part in parts if part)


def stories_text(session: Session) -> str:
    """Every story that could happen to this group, as its draft has it."""
    told = ["\n".join((story.title, *in_lines(story))) for story in rehearse(session)]
    return "\n\n".join(told) or "There is no story to try yet. Answer a few questions first."


def _label(session: Session, question: str, option: str) -> str:
    found = session.bank.find(question)
    if found is None:
        return question
    if not option:
        return found.heading or found.ask
    named = next((o.label for o in found.options if o.id == option), option)
    return f"{found.ask} {named}"
