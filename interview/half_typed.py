"""What was being typed when the program stopped, kept in the user's state folder.

Each question's text carries a stamp of the answer it was typed over, so that text from
before an answer was accepted never comes back after it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from questions.text import clean

if TYPE_CHECKING:  # the start screen reads first words, and needs no session for that
    from interview.record import Record
    from interview.session import Session
    from questions.model import Bank


def path_for(state: Path, agreement: str) -> Path:
    """The draft file of an agreement, by its id."""
    safe = hashlib.sha256(agreement.encode()).hexdigest()[:16]
    return state / "drafts" / f"{safe}.json"


def dump(session: Session) -> str:
    """The session's half-typed text as JSON; "" if there is none."""
    if not session.half_typed:
        return ""
    typed = {
        question: {"over": _stamp(session.record, question), "texts": texts}
        for question, texts in session.half_typed.items()
    }
    return json.dumps({"agreement": session.record.id, "typed": typed}, ensure_ascii=False)


def load(path: Path, record: Record, bank: Bank) -> dict[str, dict[str, str]]:
    """The half-typed text that still belongs; a draft that cannot be read is no draft."""
    from interview.record import SHEET

    try:
        data = json.loads(path.read_text("utf-8"))
        typed = data["typed"] if data["agreement"] == record.id else {}
        return {
            question: {str(key): str(text) for key, text in each["texts"].items()}
            for question, each in typed.items()
            if (bank.find(question) or question == SHEET)
            and each["over"] == _stamp(record, question)
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def first_words(path: Path, most: int) -> str:
    """The longest text of a draft, or how it begins, on one line; "" if there is none."""
    try:
        typed = json.loads(path.read_text("utf-8"))["typed"]
        texts = [
            str(text)
            for each in typed.values()
            for key, text in each["texts"].items()
            if " " in str(text).strip() and key != "rows"  # a word alone may be a choice's id
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""
    text = clean(max(texts, key=len, default=""))
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def _stamp(record: Record, question: str) -> str:
    entry = record.entry(question)
    said = repr((entry.answer, entry.standing)) if entry.answer else ""
    return hashlib.sha256(said.encode()).hexdigest()[:16]
