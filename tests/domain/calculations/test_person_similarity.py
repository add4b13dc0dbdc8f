"""One person under several spellings is found; namesakes who are surely two are not."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.person_similarity import PERSON_WAYS, likely_people
from itadmin.domain.calculations.similarity import Known

HERE, THERE = "kommunen", "grannen"


def person(number: int, name: str, email: str = "", organisation: str = "") -> Known:
    return Known(UUID(int=number), name, email, organisation)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("Anna Ek",), ("Ek, Anna",), "namn"),
        (("Anna Ek",), ("Anna  Ek",), "namn"),
        (("Anna Ek",), ("ANNA EK",), "namn"),
        (("Anna-Karin Öberg",), ("Öberg Anna Karin",), "namn"),
        (("Anna Ek",), ("anna.ek@kommun.example",), "namn"),
        (("Åsa Öberg",), ("Å. Öberg", "asa.oberg@kommun.example"), "adress"),
        (("Anna Ek", "anna.ek@kommun.example"), ("A. Berg", "Anna.Ek@kommun.example"), "e_post"),
        (("Anna Ek", "", HERE), ("Anna Eek", "", HERE), "stavning"),
        (("Kristina Lund", "", HERE), ("Christina Lund", "", HERE), "stavning"),
        (("Anna Ek", "", HERE), ("Anna Eek", "", THERE), "stavning"),
        (("Anna Ek", "", HERE), ("Anan Ek", "", HERE), "stavning"),
        (("Anna Ek", "", HERE), ("Anan Ek", "", THERE), None),
        (("Anna Ek",), ("Anna Ekström",), None),
        (("Vikarie 1",), ("Vikarie 2",), None),
        (("Anna Ek", "a@x.example", HERE), ("Anna Ek", "b@x.example", THERE), None),
        (("Anna Ek", "a@x.example", HERE), ("Anna Ek", "", THERE), "namn"),
        (("Anna Ek", "a@x.example", HERE), ("Anna Ek", "b@x.example", HERE), "namn"),
        (("Rektor", "info@kommun.example"), ("info@annan.example",), None),
        (("Info", ""), ("Bo Ek", "info@kommun.example"), None),
    ],
)
def test_pairs(one: tuple[str, ...], other: tuple[str, ...], reason: str | None) -> None:
    found = list(likely_people([person(1, *one), person(2, *other)]))
    assert [(pair.one.int, pair.other.int, pair.reason) for pair in found] == ([(1, 2, reason)] if reason else [])


def test_a_pair_is_told_once_and_not_when_it_is_settled() -> None:
    people = [person(1, "Anna Ek", "a.ek@x.example"), person(2, "Ek Anna", "A.EK@x.example"), person(3, "Anna  Ek")]
    told: list[None] = []
    apart = frozenset({frozenset((UUID(int=1), UUID(int=3)))})
    found = [(pair.one.int, pair.other.int) for pair in likely_people(people, apart, lambda: told.append(None))]
    assert found == [(1, 2), (2, 3)]
    assert len(told) == len(people) * len(PERSON_WAYS)


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["", HERE])), max_size=6))
def test_anything_may_stand_in_a_name(written: list[tuple[str, str, str]]) -> None:
    people = [person(number, *said) for number, said in enumerate(written)]
    found = list(likely_people(people))
    assert len({frozenset((pair.one, pair.other)) for pair in found}) == len(found)
    assert all(pair.one.int < pair.other.int for pair in found)
