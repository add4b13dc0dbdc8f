"""Value lists: codes that last, labels that part them."""

import re

import pytest

from itadmin.domain.values import ALIASES, LISTS, code_from, label_of

EVERY_CODE = [(values, code) for values, labels in LISTS.items() for code in labels]


@pytest.mark.parametrize(("values", "code"), EVERY_CODE)
def test_a_code_is_a_plain_word_with_a_label(values: str, code: str) -> None:
    assert re.fullmatch("[A-Za-z0-9_]+", code)
    assert label_of(values, code) == label_of(values, code).strip() != ""


@pytest.mark.parametrize(("values", "code"), EVERY_CODE)
def test_code_and_label_mean_the_code(values: str, code: str) -> None:
    for text in (code, code.upper(), label_of(values, code), f" {label_of(values, code).upper()} "):
        assert code_from(values, text) == code


@pytest.mark.parametrize("values", LISTS)
def test_no_two_codes_are_called_the_same(values: str) -> None:
    labels = [label.casefold() for label in LISTS[values].values()]
    assert len(set(labels)) == len(labels)


def test_other_words_for_a_code_lead_to_one() -> None:
    for values, words in ALIASES.items():
        for word, code in words.items():
            assert code in LISTS[values]
            assert code_from(values, word.upper()) == code


def test_an_unknown_code_shows_itself() -> None:
    assert label_of("livscykel", "1460.egen") == "1460.egen"
    assert code_from("livscykel", "vet ej") is None
