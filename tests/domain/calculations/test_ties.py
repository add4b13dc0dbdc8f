"""What ties systems and keeps them apart: worked examples, and what is always so whatever has been said."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.ties import Bonds, Contradiction, Verdict, said, standing, tie_alike

THINGS = [bytes([letter]) for letter in b"abcdefg"]
A, B, C, D, *_ = THINGS

PAIRS = st.sampled_from(list(combinations(THINGS, 2)))
VERDICTS = st.lists(st.tuples(PAIRS, st.booleans(), st.booleans()), max_size=14).map(
    lambda drawn: [
        Verdict(bytes([number]), one, other, same=same, own=own)
        for number, ((one, other), same, own) in enumerate(drawn)
    ]
)
KEYED = st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from(THINGS)), max_size=14)


def verdict(number: int, one: bytes, other: bytes, says: str, whose: str = "own") -> Verdict:
    return Verdict(bytes([number]), one, other, same=says == "samma", own=whose == "own")


def verdicts(*told: tuple[bytes, bytes, str]) -> list[Verdict]:
    return [verdict(number, one, other, says) for number, (one, other, says) in enumerate(told)]


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        (verdict(1, A, B, "samma", "other"), verdict(2, A, B, "inte_samma", "other"), 2),
        (verdict(1, A, B, "samma", "other"), verdict(2, B, A, "inte_samma", "other"), 2),
        (verdict(1, A, B, "samma", "own"), verdict(2, A, B, "inte_samma", "other"), 1),
        (verdict(1, A, B, "samma", "own"), verdict(2, A, B, "inte_samma", "own"), 2),
    ],
    ids=["newest", "either-way-round", "ours-first", "our-newest"],
)
def test_one_verdict_counts_on_a_pair(first: Verdict, second: Verdict, counts: int) -> None:
    for told in ([first, second], [second, first]):
        assert [each.number for each in standing(told)] == [bytes([counts])]


def test_answers_that_cannot_all_be_right_are_told_with_all_the_pairs_they_go_through() -> None:
    told = verdicts((A, B, "samma"), (B, C, "samma"), (C, D, "samma"), (A, D, "inte_samma"))
    bonds, contradictions = said(standing(told))
    assert contradictions == [Contradiction(((A, B), (B, C), (C, D)), (A, D))]
    assert sorted(bonds.members(B)) == [B, C, D]
    assert bonds.members(A) == (A,)


def test_what_is_alike_is_tied_to_the_first_that_it_may_be_tied_to() -> None:
    bonds, _none = said(verdicts((A, B, "inte_samma")))
    assert tie_alike(bonds, [("x", A), ("x", B), ("x", C), ("y", C), ("y", D)]) == [(A, B), (B, C)]
    assert sorted(bonds.members(A)) == [A, C, D]
    assert bonds.members(B) == (B,)
    assert bonds.apart(D, B) == (A, B)


def test_a_copy_grows_by_itself() -> None:
    bonds = Bonds()
    bonds.tie(A, B)
    bonds.keep_apart(A, C)
    copied = bonds.copy()
    assert copied.tie(B, D)
    copied.keep_apart(D, THINGS[-1])
    assert sorted(bonds.members(A)) == [A, B]
    assert not bonds.is_settled(A, THINGS[-1])
    assert copied.is_settled(A, C)


def test_groups_that_are_tied_keep_apart_from_all_that_either_kept_apart_from() -> None:
    bonds = Bonds()
    bonds.keep_apart(A, C)
    bonds.keep_apart(B, D)
    assert bonds.tie(A, B)
    assert not bonds.tie(B, C)
    assert not bonds.tie(D, A)
    assert bonds.tie(C, D)
    assert not bonds.tie(A, D)
    assert bonds.is_settled(B, C)
    assert not bonds.is_settled(B, THINGS[-1])


@given(VERDICTS, KEYED)
def test_nothing_that_counts_as_apart_is_ever_in_one_group(told: list[Verdict], keyed: list[tuple[str, bytes]]) -> None:
    counted = standing(told)
    bonds, _contradictions = said(counted)
    tie_alike(bonds, keyed)
    for verdict in counted:
        if not verdict.same:
            assert bonds.group(verdict.one) != bonds.group(verdict.other)
            assert bonds.is_settled(verdict.one, verdict.other)


@given(VERDICTS)
def test_what_counts_as_the_same_is_one_group_or_contradicts_an_answer(told: list[Verdict]) -> None:
    counted = standing(told)
    bonds, contradictions = said(counted)
    let_be = {contradiction.same[0] for contradiction in contradictions}
    for verdict in counted:
        if verdict.same:
            is_tied = bonds.group(verdict.one) == bonds.group(verdict.other)
            assert is_tied != ((verdict.one, verdict.other) in let_be)


@given(VERDICTS)
def test_a_contradiction_goes_all_the_way_round(told: list[Verdict]) -> None:
    counted = standing(told)
    verdict_of = {frozenset((verdict.one, verdict.other)): verdict.same for verdict in counted}
    for contradiction in said(counted)[1]:
        ends = [end for pair in (*contradiction.same, contradiction.apart) for end in pair]
        assert all(ends.count(end) == 2 for end in ends)
        assert all(verdict_of[frozenset(pair)] for pair in contradiction.same)
        assert not verdict_of[frozenset(contradiction.apart)]


@given(VERDICTS, KEYED, st.randoms())
def test_the_order_in_which_verdicts_come_does_not_matter(
    told: list[Verdict], keyed: list[tuple[str, bytes]], random: Random
) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)
    groups = []
    for each in (told, shuffled):
        bonds, contradictions = said(standing(each))
        tie_alike(bonds, sorted(keyed))
        groups.append(({frozenset(bonds.members(thing)) for thing in THINGS}, contradictions))
    assert groups[0] == groups[1]


@given(VERDICTS)
def test_groups_are_whole(told: list[Verdict]) -> None:
    bonds, _contradictions = said(standing(told))
    for thing in THINGS:
        assert thing in bonds.members(thing)
        assert all(bonds.group(other) == bonds.group(thing) for other in bonds.members(thing))
