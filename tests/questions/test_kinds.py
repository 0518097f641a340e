"""Every kind: typed, said, kept, and back."""

from __future__ import annotations

import contextlib
import datetime as dt
import locale
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from questions.answers import is_empty
from questions.group import Group, Party
from questions.kinds import KINDS, SIMPLE
from questions.kinds.period import after
from questions.model import Field, Option
from questions.text import clean
from questions.values import ANSWER, Item, Mistake, Own, Period, Value
from tests.interview.strategies import values

TODAY: Final = dt.date(2026, 11, 23)  # a Monday
GROUP: Final = Group(
    (
        Party("riverside", "The Riverside Trust", "Riverside"),
        Party("the-hub", "The Hub"),
        Party("bread-and-roses", "Bread and Roses"),
        Party("everyone", "Everyone"),
    ),
    lead="the-hub",
    today=TODAY,
    former=(Party("gone", "Gone Fishing"),),
)
OPTIONS: Final = (
    Option("tea", "Tea"),
    Option("food", "Food, hot or cold", words="food, hot or cold"),
    Option("bbc", "BBC"),
)


def field(kind: str, id: str = "blank", *, lower: bool = False) -> Field:
    """A field of that kind."""
    return Field(id, "Label", kind, options=OPTIONS if "choice" in kind else (), lower=lower)


def read(kind: str, typed: str, group: Group = GROUP) -> Value:
    """What typing this means."""
    return SIMPLE[kind].read(typed, field(kind), group)


@pytest.mark.parametrize(
    ("kind", "typed", "value", "said"),
    [
        ("choice", "Tea", "tea", "tea"),
        ("choice", "tea", "tea", "tea"),
        ("choice", "food, hot or cold", "food", "food, hot or cold"),
        ("choice", "BBC", "bbc", "BBC"),
        ("choice", "Ask Ann.", Own("Ask Ann."), "Ask Ann"),
        ("choices", "tea, BBC", ("tea", "bbc"), "tea and BBC"),
        ("choices", "tea, tea", ("tea",), "tea"),
        ("choices", "food, hot or cold", ("food",), "food, hot or cold"),
        ("choices", "Tea; cake, iced; bbc", ("tea", Own("cake, iced"), "bbc"), None),
        ("choices", " , ", (), ""),
        ("yes_no", "Yes", True, "yes"),
        ("yes_no", "n", False, "no"),
        ("text", " Keep  it warm. ", "Keep it warm.", "Keep it warm"),
        ("text", "a\nb", "a b", "a b"),
        ("paragraph", "One.\nTwo.", "One.\nTwo.", "One. Two"),
        ("number", "3", 3, "three"),
        ("number", "three", 3, "three"),
        ("number", "none", 0, "0"),
        ("number", "1,500", 1500, "1,500"),
        ("money", "£250", 25000, "£250"),
        ("money", "£1,250.50", 125050, "£1,250.50"),
        ("money", " 12 ", 1200, "£12"),
        ("date", "6 June 2027", dt.date(2027, 6, 6), "6 June 2027"),
        ("period", "7 days", Period(7, "day"), "seven days"),
        ("period", "one month", Period(1, "month"), "one month"),
        ("period", "5 Working Days", Period(5, "working day"), "five working days"),
        ("period", "a fortnight", Period(2, "week"), "two weeks"),
        ("period", "an hour", Period(1, "hour"), "one hour"),
        ("who", "riverside", ("riverside",), "Riverside"),
        ("who", "The Riverside Trust", ("riverside",), "Riverside"),
        ("who", "the hub and Riverside", ("the-hub", "riverside"), "the Hub and Riverside"),
        ("who", "Bread and Roses", ("bread-and-roses",), "Bread and Roses"),
        ("who", "Bread and Roses; Ann", ("bread-and-roses", Own("Ann")), "Bread and Roses and Ann"),
        ("who", "all of us", ("all",), "all of us"),
        ("who", "everyone", ("everyone",), "Everyone"),
        ("who", "the lead", ("lead",), "the Hub"),
        ("who", "Ann Price, Bob", (Own("Ann Price"), Own("Bob")), "Ann Price and Bob"),
        ("who", "Gone Fishing", ("gone",), "Gone Fishing"),
    ],
)
def test_typed_is_understood_and_said(
    kind: str, typed: str, value: Value, said: str | None
) -> None:
    """Typed words become a value, the value reads well, and as text to edit it comes back."""
    got = read(kind, typed)
    assert got == value
    if said is not None:
        assert SIMPLE[kind].say(got, field(kind), GROUP) == said
    assert read(kind, SIMPLE[kind].typed(got, field(kind), GROUP)) == value


@pytest.mark.parametrize("kind", ["choice", "choices", "text", "paragraph", "who"])
@pytest.mark.parametrize("typed", ["", "  ", "\x1b[0m"])
def test_nothing_typed_is_nothing_said(kind: str, typed: str) -> None:
    """An empty line chooses nothing: not the first option, not the first partner."""
    assert is_empty(read(kind, typed))


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("yes_no", ""),
        ("yes_no", "perhaps"),
        ("number", ""),
        ("number", "-1"),
        ("number", "3.5"),
        ("number", "1,5"),
        ("number", "٣"),
        ("number", "1" * 13),
        ("money", "£"),
        ("money", "12,50"),
        ("money", "12.5"),
        ("money", "£-3"),
        ("money", "two pounds"),
        ("period", ""),
        ("period", "soon"),
        ("period", "0 days"),
        ("period", "many days"),
        ("period", "10000 days"),
        ("period", "7"),
        ("date", ""),
        ("date", "soon"),
        ("date", "2027"),
    ],
)
def test_mistakes_are_sentences(kind: str, typed: str) -> None:
    """What cannot be understood is answered with a sentence that says what to type."""
    with pytest.raises(Mistake) as mistake:
        read(kind, typed)
    said = str(mistake.value)
    assert said.startswith("Please type")
    assert said.endswith(".")


@pytest.mark.parametrize(
    ("kind", "plain", "names"),
    [
        ("choice", 3, "quotation marks"),
        ("choices", "tea", "list"),
        ("yes_no", "yes", "true or false"),
        ("yes_no", 1, "true or false"),
        ("text", 3, "quotation marks"),
        ("number", "3", "whole number"),
        ("number", True, "whole number"),
        ("number", -1, "whole number"),
        ("number", 10**12, "whole number"),
        ("money", 2.5, "whole pence"),
        ("date", "2027-06-06", "without quotation marks"),
        ("date", dt.datetime(2027, 6, 6), "without quotation marks"),
        ("period", 7, "7 days"),
        ("period", "a while", "7 days"),
        ("who", 3, "partner ids"),
        ("who", [3], "partner ids"),
        ("who", ["nobody"], "riverside"),
    ],
)
def test_wrong_plain_data(kind: str, plain: object, names: str) -> None:
    """Data that does not fit is refused with what should stand there."""
    with pytest.raises(Mistake, match=names):
        SIMPLE[kind].check(plain, field(kind), GROUP)


def test_an_option_misspelled_in_a_file() -> None:
    """A wrong option id names the nearest, and how to write own words."""
    with pytest.raises(Mistake, match=r'did you mean "tea"\? Or write "other: …"'):
        SIMPLE["choice"].check("tee", field("choice", ANSWER), GROUP)


def test_the_first_of_a_bank_is_whoever_is_first() -> None:
    """A bank cannot know partners: "first" is the first of them."""
    assert SIMPLE["who"].check("first", field("who"), GROUP) == ("riverside",)
    assert SIMPLE["who"].check("first", field("who"), Group()) == ("all",)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Keep it warm", "keep it warm"),
        ("Riverside’s hall", "Riverside’s hall"),
        ("The Hub opens", "The Hub opens"),
        ("NHS forms", "NHS forms"),
    ],
)
def test_lower(typed: str, said: str) -> None:
    """Text for the middle of a sentence loses its capital, unless a partner’s name has it."""
    assert SIMPLE["text"].say(typed, field("text", lower=True), GROUP) == said


def test_a_renamed_partners_id_is_not_its_name() -> None:
    """Typing a name means whoever is called so now, even if another’s id looks like it."""
    group = Group((Party("hub", "Centre"), Party("hub-2", "Hub")))
    assert read("who", "Hub", group) == ("hub-2",)
    assert read("who", "centre", group) == ("hub",)


@pytest.mark.parametrize("kind", sorted(SIMPLE))
def test_suggestions_and_examples_are_understood(kind: str) -> None:
    """Whatever is offered to pick from can be typed."""
    for text in SIMPLE[kind].suggestions(field(kind), GROUP):
        value = read(kind, text)
        assert not isinstance(value, Own)
        assert not (isinstance(value, tuple) and any(isinstance(v, Own) for v in value))
    if kind in {"number", "money", "date", "period"}:
        read(kind, SIMPLE[kind].example)


def test_every_kind_is_tried() -> None:
    """A new kind needs a row in the strategies, and with it all that is tested below."""
    for kind in SIMPLE:
        values(field(kind), GROUP)
    assert set(SIMPLE) < set(KINDS)


@pytest.mark.parametrize("id", ["blank", ANSWER])
@pytest.mark.parametrize("kind", sorted(SIMPLE))
@given(data=st.data())
def test_plain_and_back(kind: str, id: str, data: st.DataObject) -> None:
    """Kept in a file and read again, a value is what it was, and says the same."""
    of = field(kind, id)
    value = _settled(kind, of, data.draw(values(of, GROUP)))
    plain = SIMPLE[kind].plain(value, of)
    assert SIMPLE[kind].check(plain, of, GROUP) == value
    assert SIMPLE[kind].say(value, of, GROUP).count("  ") == 0


@pytest.mark.parametrize("kind", sorted(SIMPLE))
@given(data=st.data())
def test_typed_and_back(kind: str, data: st.DataObject) -> None:
    """Put into an editor and accepted unchanged, a value is what it was."""
    of = field(kind)
    value = _settled(kind, of, data.draw(values(of, GROUP)))
    for item in value if isinstance(value, tuple) else ():
        # In a list, what people type as one name must not look like several.
        text = item.text if isinstance(item, Own) else ""
        assume(";" not in text)
    again = SIMPLE[kind].read(SIMPLE[kind].typed(value, of, GROUP), of, GROUP)
    assert again == value or (is_empty(again) and is_empty(value))


def _settled(kind: str, of: Field, value: Value) -> Value:
    """The value as the session keeps it: cleaned, nothing empty, no option as own words."""

    def words(item: Item) -> Item:
        if not isinstance(item, Own):
            return item
        text = clean(item.text)
        if kind == "who":
            return _meant(text)
        read_again = SIMPLE["choice"].read(text, of, GROUP)
        assert isinstance(read_again, str | Own)
        return read_again

    if isinstance(value, tuple):
        items = dict.fromkeys(words(item) for item in value)
        return tuple(item for item in items if item != Own(""))
    if isinstance(value, Own):
        return words(value)
    if isinstance(value, str) and kind in {"text", "paragraph"}:
        return clean(value, lines=kind == "paragraph")
    return value


def _meant(text: str) -> Item:
    value = SIMPLE["who"].read(f"{text};", field("who"), GROUP)
    assert isinstance(value, tuple)
    return value[0] if len(value) == 1 else Own(text)


class TestDates:
    @pytest.mark.parametrize(
        ("typed", "day"),
        [
            ("6 June", dt.date(2027, 6, 6)),
            ("6th of June", dt.date(2027, 6, 6)),
            ("June 6", dt.date(2027, 6, 6)),
            ("24 november", dt.date(2026, 11, 24)),
            ("22 November", dt.date(2027, 11, 22)),
            ("6 jun 2027", dt.date(2027, 6, 6)),
            ("Monday 6 June", dt.date(2027, 6, 6)),
            ("29 February", dt.date(2028, 2, 29)),
            ("01/10/2027", dt.date(2027, 10, 1)),
            ("1/10/27", dt.date(2027, 10, 1)),
            ("1.10.2027", dt.date(2027, 10, 1)),
            ("13-10-2027", dt.date(2027, 10, 13)),
            ("2027-10-01", dt.date(2027, 10, 1)),
            ("today", TODAY),
            ("tomorrow", dt.date(2026, 11, 24)),
            ("friday", dt.date(2026, 11, 27)),
            ("next friday", dt.date(2026, 11, 27)),
            ("in 3 months", dt.date(2027, 2, 23)),
            ("In  three months", dt.date(2027, 2, 23)),
            ("3 months", dt.date(2027, 2, 23)),
            ("in a fortnight", dt.date(2026, 12, 7)),
            ("in 5 working days", dt.date(2026, 11, 30)),
            ("in a year", dt.date(2027, 11, 23)),
            ("in 1 year and 2 months", dt.date(2028, 1, 23)),
        ],
    )
    def test_understood(self, typed: str, day: dt.date) -> None:
        """Days as people in Britain say them, the day first, the next one that comes."""
        assert read("date", typed) == day

    @pytest.mark.parametrize(
        "typed",
        [
            "soon",
            "June",
            "in June",
            "June 2027",
            "early 2027",
            "2027",
            "next month",
            "this year",
            "next week",
            "end of the month",
            "every friday",
            "one day",
            "some day",
            "the 6th",
            "99 June",
            "6 apples",
            "spring",
            "31/02/2027",
            "00/01/2027",
            "10/13/2027",
            "2027-02-30",
            "31 February 2027",
            "31 June",
            "6 June or 7 June",
            "in 99999 years",
            "in 999999999999999 days",
            "6 juin",
            "6 June " * 2000,
            "\x00",
        ],
    )
    def test_not_a_day(self, typed: str) -> None:
        """What names no day, or no such day, is asked again, never made up."""
        with pytest.raises(Mistake, match="Please type a day"):
            read("date", typed)

    @given(st.text(max_size=80) | st.text("0123456789 /-.adehijmnorsuy", max_size=30))
    def test_never_another_exception(self, typed: str) -> None:
        """Whatever is typed is a day or a mistake."""
        with contextlib.suppress(Mistake):
            assert isinstance(read("date", typed), dt.date)

    @given(st.dates())
    def test_any_day_can_be_edited(self, day: dt.date) -> None:
        """Every day there is comes back from its own words."""
        text = SIMPLE["date"].typed(day, field("date"), GROUP)
        assert read("date", text) == day

    @given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)))
    def test_the_day_it_is_decides(self, today: dt.date) -> None:
        """What is relative is counted from the group’s day and never from the machine’s."""
        group = Group(today=today)
        assert read("date", "tomorrow", group) == today + dt.timedelta(days=1)
        assert read("date", "in 3 weeks", group) == today + dt.timedelta(weeks=3)
        friday = read("date", "friday", group)
        assert isinstance(friday, dt.date)
        assert friday.weekday() == 4
        assert 0 <= (friday - today).days <= 7
        june = read("date", "6 June", group)
        assert isinstance(june, dt.date)
        assert (june.day, june.month) == (6, 6)
        assert 0 <= (june - today).days <= 366

    @pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows sets its zone otherwise")
    @pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
    def test_the_zone_does_not_matter(self, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """East or west of the date line, tomorrow is the day after the group’s today."""
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        try:
            assert read("date", "tomorrow") == dt.date(2026, 11, 24)
            assert read("date", "6 June") == dt.date(2027, 6, 6)
            assert read("date", "friday") == dt.date(2026, 11, 27)
        finally:
            monkeypatch.undo()
            time.tzset()

    @pytest.fixture
    def german(self) -> Iterator[None]:
        """A German machine, where one is installed."""
        before = locale.setlocale(locale.LC_ALL)
        try:
            locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
        except locale.Error:
            pytest.skip("no German locale here")
        yield
        locale.setlocale(locale.LC_ALL, before)

    def test_the_locale_does_not_matter(self, german: None) -> None:
        """Months are English, the day comes first, whatever the machine speaks."""
        assert read("date", "6 June") == dt.date(2027, 6, 6)
        assert read("date", "01/10/2027") == dt.date(2027, 10, 1)

    def test_the_environment_does_not_matter(self) -> None:
        """A machine that says it is American reads 01/10/2027 as the first of October too."""
        code = (
            "import datetime as dt\n"
            "from questions.group import Group\n"
            "from questions.kinds import SIMPLE\n"
            "from questions.model import Field\n"
            "of, group = Field('d', 'D', 'date'), Group(today=dt.date(2026, 11, 23))\n"
            "for typed in ('01/10/2027', '6 June', 'next friday', '3.4.2027'):\n"
            "    print(SIMPLE['date'].read(typed, of, group))\n"
        )
        environment = os.environ | {"LC_ALL": "en_US.UTF-8", "LANG": "en_US", "TZ": "Asia/Tokyo"}
        said = subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert said.stdout.split() == ["2027-10-01", "2027-06-06", "2026-11-27", "2027-04-03"]


class TestAfter:
    @pytest.mark.parametrize(
        ("start", "length", "day"),
        [
            (dt.date(2027, 1, 31), Period(1, "month"), dt.date(2027, 2, 28)),
            (dt.date(2028, 2, 29), Period(1, "year"), dt.date(2029, 2, 28)),
            (dt.date(2026, 11, 27), Period(1, "working day"), dt.date(2026, 11, 30)),
            (dt.date(2026, 11, 28), Period(5, "working day"), dt.date(2026, 12, 4)),
            (TODAY, Period(2, "week"), dt.date(2026, 12, 7)),
            (TODAY, Period(5, "hour"), TODAY),
            (TODAY, Period(9999, "year"), dt.date.max),
            (dt.date.max, Period(1, "day"), dt.date.max),
            (dt.date.max, Period(1, "working day"), dt.date.max),
        ],
    )
    def test_after(self, start: dt.date, length: Period, day: dt.date) -> None:
        """A month after the 31st is the last of the next; no length leads off the calendar."""
        assert after(start, length) == day
