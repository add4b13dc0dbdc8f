"""Pairs in words."""

import pytest

from itadmin.ui.duplicates.words import heading, leaning, looking


@pytest.mark.parametrize(
    ("number", "more", "words"),
    [
        (1, False, "1 par som kan vara samma system"),
        (3, False, "3 par som kan vara samma system"),
        (500, True, "De 500 säkraste paren som kan vara samma system"),
    ],
)
def test_how_many(number: int, more: bool, words: str) -> None:
    assert heading(number, "system", more=more) == words


@pytest.mark.parametrize(
    ("registers", "words"),
    [
        ([], ""),
        (["roles"], "1 roll"),
        (["roles", "agreements", "roles"], "2 roller · 1 avtal"),
        (["system_uses", "integrations", "integrations"], "1 användning · 2 integrationer"),
    ],
)
def test_what_leans_on_a_system(registers: list[str], words: str) -> None:
    assert leaning(registers) == words


@pytest.mark.parametrize(
    ("done", "total", "words"), [(0, 0, "Letar efter dubbletter …"), (1, 3, "Letar efter dubbletter 33\u00a0% …")]
)
def test_how_far_the_search_has_come(done: int, total: int, words: str) -> None:
    assert looking(done, total) == words
