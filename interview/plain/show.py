"""What is read out: a question's head, a clause, where partners stand, why we ask."""

from __future__ import annotations

from interview.plain.talk import Talk
from interview.record import Entry
from interview.stop_signs import HEADING, LABEL, in_full
from outputs.words import NOT_TALKED_THROUGH, STANCES
from questions.answers import own_field
from questions.conditions import in_words
from questions.kinds import SIMPLE
from questions.language import date, join
from questions.model import Question, StopSign

STANDING = {
    "parked": "Parked",
    "undecided": "Not decided yet",
    "disputed": "We see this in two ways",
    "not-for-us": "Not for us",
}


def head(talk: Talk, question: Question) -> None:
    """Where we are, what is asked, and what somebody reads aloud."""
    talk.say()
    theme = next((t for t in talk.session.bank.themes if t.id == question.theme), None)
    place = talk.session.flow.place.get(question.id, 0) + 1
    title = f"{theme.title}. " if theme else ""
    talk.say(f"{title}Question {place} of {len(talk.session.path)}.")
    talk.say(question.ask)
    if question.read_aloud:
        talk.say(f"Read aloud: {question.read_aloud}")
    if note := talk.session.entry(question.id).note:
        talk.say(f"Your note: {note}")
    stop_signs(talk, question)


def stop_signs(talk: Talk, question: Question) -> None:
    """What is worth knowing at this question, once in a sitting; /why says it again."""
    for sign in talk.session.stop_signs(question.id):
        if sign.id not in talk.told_signs:
            talk.told_signs.add(sign.id)
            _stop_sign(talk, sign)


def _stop_sign(talk: Talk, sign: StopSign) -> None:
    said, *helpers = in_full(talk.session.bank, sign)
    talk.say(f"{LABEL}: {said}")
    for line in helpers:
        talk.say(line, indent=2)


def ask_first(talk: Talk) -> None:
    """Every stop sign that is so, as a short list."""
    if signs := talk.session.stop_signs():
        talk.say(f"{HEADING}:")
    for sign in signs:
        said, *helpers = in_full(talk.session.bank, sign)
        talk.say(f"{sign.title}. {' '.join((said, *helpers))}", indent=2, mark="–")


def clause(talk: Talk, question: Question) -> None:
    """The clause as it reads now: numbered sentences, and its table in words."""
    sentences = [s for s in talk.session.sentences(question) if not s.struck]
    talk.say(f"The clause: {question.heading}")
    for n, sentence in enumerate(sentences, 1):
        talk.say(sentence.text, indent=2, mark=str(n))
    table(talk, question)
    if not talk.session.entry(question.id).talked_through:
        talk.say(NOT_TALKED_THROUGH, indent=2)
    if not sentences:
        talk.say("It has no sentence yet.", indent=2)


def table(talk: Talk, question: Question) -> None:
    """The rows of a clause, one line each, where no sentence says them."""
    if any(s.each for s in question.sentences):
        return
    for row in talk.session.table(question):
        talk.say("; ".join(cell for cell in row if cell), indent=2, mark="–")


def answer(talk: Talk, question: Question) -> None:
    """What was said of a question: its clause, or its answer in a few words."""
    entry = talk.session.entry(question.id)
    if entry.standing != "decided":
        talk.say(f"{STANDING[entry.standing]}{taken_on(entry)}.")
        for partner, view in entry.views.items():
            who = talk.session.record.partner(partner)
            talk.say(f"{who.said if who else partner}: {view}", indent=2)
    elif entry.answer is None:
        talk.say("Nothing is said yet.")
    elif question.makes_clause:
        clause(talk, question)
    elif entry.answer.value is not None:
        said = SIMPLE[question.kind].say(
            entry.answer.value, own_field(question), talk.session.group
        )
        talk.say(f"We said: {said}.")


def taken_on(entry: Entry) -> str:
    """Who takes a thing on and by when: ", with Ann, by 6 June 2027"."""
    owner = f", with {entry.owner}" if entry.owner else ""
    return f"{owner}{f', by {date(entry.by)}' if entry.by else ''}"


def positions(talk: Talk, question: Question) -> None:
    """Where each partner stands on the clause, one line each."""
    held = talk.session.entry(question.id).positions
    for partner in talk.session.record.present:
        view = talk.session.view(question.id, partner.id)
        words = {
            "open": "has not said yet",
            "absent": "is not here tonight",
            "ask-again": "spoke of other words, and is asked again",
        }.get(view, "")
        if view == "stands":
            words = STANCES[held[partner.id].stance]
        talk.say(f"{partner.said}: {words}", indent=2)


def why(talk: Talk, question: Question) -> None:
    """Why it is asked, what others said, what to watch for, where to find help."""
    talk.say(f"About “{question.ask}”")
    if question.why:
        talk.say(question.why)
    if question.when is not None:
        talk.say(f"It is asked because {in_words(question.when, lambda q, o: _said(talk, q, o))}.")
    for example in question.examples:
        talk.say(f"For example, {example.who}: {example.text}")
    if question.weak:
        weak = join([f"“{words}”" for words in question.weak])
        talk.say(f"Too thin: {weak}. {question.follow_up}")
    signs = talk.session.stop_signs(question.id)
    for label, text in (
        ("Watch for", question.watch_for),
        # A stop sign says the same, and more.
        ("Where to get help", "" if signs else question.get_help),
        ("Source", question.source),
    ):
        if text:
            talk.say(f"{label}: {text}")
    for sign in signs:
        _stop_sign(talk, sign)
    if not question.why and not question.examples:
        talk.say("There is nothing more to say about this one.")


def _said(talk: Talk, question: str, option: str) -> str:
    """A question or one of its options, as a person would name it."""
    found = talk.session.bank.find(question)
    if found is None:
        return question
    label = next((o.label for o in found.options if o.id == option), option)
    return f"{found.ask} {label}" if option else found.ask
