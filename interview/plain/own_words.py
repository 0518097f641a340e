"""The group's own words: change, strike out, take back or add a sentence of a clause."""

from __future__ import annotations

from interview import actions
from interview import commands as c
from interview.clauses import Sentence
from interview.plain import passing
from interview.plain.small import ask_words
from interview.plain.talk import Talk
from questions.model import Question


def words(talk: Talk, _: str) -> None:
    """Change the sentences of the open question's clause; then it is read back."""
    if not talk.session.entry().settled:
        talk.say("Answer first; then its sentences can be changed.")
        return
    talk.say("1 changes sentence 1. s 1 strikes it out, or takes it back in.")
    talk.say("r 1 takes what was suggested. a adds a sentence at the end.")
    before = talk.session.record
    talk.page(actions.WORDS, _words)
    if talk.session.record != before:
        talk.fresh = talk.question.id


def _words(talk: Talk) -> None:
    question = talk.question
    while True:
        sentences = talk.session.sentences(question)
        _list(talk, question, sentences)
        typed = talk.ask("Enter when done, 1 changes, s 1, r 1, a adds:").casefold()
        if not typed:
            return
        _do(talk, question, sentences, typed)


def _list(talk: Talk, question: Question, sentences: tuple[Sentence, ...]) -> None:
    talk.say()
    talk.say(f"The sentences of “{question.heading}”:")
    for n, sentence in enumerate(sentences, 1):
        marks = [
            *(["struck out"] if sentence.struck else []),
            *(["ours"] if sentence.ours else []),
        ]
        told = f" ({', '.join(marks)})" if marks else ""
        talk.say(f"{sentence.text}{told}", indent=2, mark=str(n))
        if sentence.outdated and sentence.suggested:
            talk.say(f"Suggested now: {sentence.suggested}", indent=4)


def _do(talk: Talk, question: Question, sentences: tuple[Sentence, ...], typed: str) -> None:
    if typed == "a":
        key = f"{passing.PASSING}words.{question.id}.new"
        if text := ask_words(talk, key, "The new sentence:"):
            talk.change(c.AddSentence(question.id, text))
        passing.forget(talk.workspace, key)
        return
    what = typed[0] if typed[0] in "sr" else ""
    at = talk.ask_number(typed.removeprefix(what).strip(), len(sentences))
    if at is None:
        return
    sentence = sentences[at]
    if what == "s" and sentence.struck:
        talk.change(c.Restore(question.id, sentence.key))
    elif what == "s":
        talk.change(c.Strike(question.id, sentence.key))
    elif what == "r":
        talk.change(c.RestoreSuggested(question.id, sentence.key))
    else:
        talk.say("It says now, and the up arrow brings it back to change:")
        talk.say(sentence.text, indent=2)
        key = f"{passing.PASSING}words.{question.id}.{sentence.key}"
        if text := ask_words(talk, key, "In our own words:", sentence.text):
            talk.change(c.Reword(question.id, sentence.key, text))
        passing.forget(talk.workspace, key)
