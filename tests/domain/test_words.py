"""Own words stand over the built-in ones; codes are permanent, and what is hidden is only hidden from choosing."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.entry import plain_from_text, text_from_plain
from itadmin.domain.fields import OPEN, Choice
from itadmin.domain.values import LISTS, is_own_code
from itadmin.domain.words import BUILT_IN, words_of


@dataclass
class Word:
    name: str
    code: str
    value_list: str = "systemkategori"
    hidden: bool | None = None
    ordinal: int | None = None
    adopted_on: date | None = None


FIELD = Choice("Kategori", OPEN, values="systemkategori")


def test_without_own_words_the_built_in_ones_hold() -> None:
    assert words_of([]) is BUILT_IN
    assert BUILT_IN.label_of("livscykel", "i_drift") == "I drift"
    assert BUILT_IN.offered("livscykel") == LISTS["livscykel"]


def test_a_relabelled_code_is_read_and_written_by_its_new_word_and_still_by_its_old() -> None:
    words = words_of([Word("Webbtjänst", "e_tjanst")])
    assert text_from_plain(FIELD, "e_tjanst", words) == "Webbtjänst"
    for said in ("webbtjänst", "E-tjänst", "e_tjanst"):
        assert plain_from_text(FIELD, said, words) == "e_tjanst"
    assert list(words.all_of("systemkategori")) == list(LISTS["systemkategori"])


def test_a_code_of_ones_own_comes_last_unless_it_says_where() -> None:
    words = words_of([Word("E-arkiv", "1460.e_arkiv"), Word("Först", "1460.forst", ordinal=-1)])
    assert list(words.all_of("systemkategori")) == ["1460.forst", *LISTS["systemkategori"], "1460.e_arkiv"]
    assert plain_from_text(FIELD, "e-arkiv", words) == "1460.e_arkiv"
    with pytest.raises(ValueError, match="E-arkiv"):
        plain_from_text(FIELD, "finns inte", words)


def test_what_is_hidden_is_not_offered_but_read_and_kept_where_it_is_chosen() -> None:
    words = words_of([Word("Skola", "skola", hidden=True)])
    assert "skola" not in words.offered("systemkategori")
    assert words.offered("systemkategori", "skola")["skola"] == "Skola"
    assert words.label_of("systemkategori", "skola") == "Skola"


def test_the_first_word_for_a_code_holds_and_strange_ones_are_left_out() -> None:
    words = words_of([Word("Ett", "iot"), Word("Två", "iot"), Word("x", "y", value_list="okand"), Word("", "skola")])
    assert words.label_of("systemkategori", "iot") == "Ett"
    assert words.label_of("systemkategori", "1461.okant") == "1461.okant"
    assert words.label_of("systemkategori", "skola") == "Skola"


def test_a_word_is_adopted_when_somebody_has_said_so() -> None:
    words = words_of([Word("3 Samma program", "3", "samverkansniva", adopted_on=date(2026, 3, 12))])
    assert words.is_adopted("samverkansniva", "3")
    assert not words.is_adopted("samverkansniva", "4")
    assert not BUILT_IN.is_adopted("samverkansniva", "5")


@given(st.lists(st.builds(Word, st.text(min_size=1), st.sampled_from([*LISTS["systemkategori"], "1460.a", "1460.b"]))))
def test_every_built_in_code_stays_whatever_the_words(own: list[Word]) -> None:
    words = words_of(own)
    assert set(words.all_of("systemkategori")) >= set(LISTS["systemkategori"])
    assert words.all_of("livscykel") == LISTS["livscykel"]


@pytest.mark.parametrize(
    ("code", "own"),
    [
        ("1460.e_arkiv", True),
        ("212000-1470.x", False),
        ("i_drift", False),
        ("1460.", False),
        (".x", False),
        ("å.x", False),
    ],
)
def test_own_codes_are_told_by_their_form(code: str, own: bool) -> None:
    assert is_own_code(code) is own
