"""A row of questions: what answers settle is not asked, what is put off comes last, and the last answer can go back."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.ties import Bonds
from itadmin.services.matching import Answer, Asking, Groups, Question
from itadmin.services.matching.questions import Why

A, B, C, D = (bytes([letter]) for letter in b"abcd")


def groups(*tied: tuple[bytes, bytes]) -> Groups:
    bonds = Bonds()
    for one, other in tied:
        bonds.tie(one, other)
    return Groups({}, (), (), Bonds(), bonds)


def question(one: bytes, other: bytes, why: Why = "liknar") -> Question:
    return Question(one, other, why, own=True)


def left(asking: Asking) -> list[tuple[bytes, bytes]]:
    return [question.pair for question in asking.left()]


def test_what_an_answer_settles_is_not_asked() -> None:
    asked = [question(*pair) for pair in ((A, B), (A, C), (B, C), (C, D))]
    asking = Asking(groups(), asked)
    asking.answer(same=True)
    assert left(asking) == [(A, C), (C, D)]
    asking.answer(same=False)
    assert left(asking) == [(C, D)]
    assert asking.answered == 2


def test_what_is_tied_already_counts_as_one() -> None:
    asking = Asking(groups((B, C)), [question(A, B), question(A, C)])
    asking.answer(same=False)
    assert asking.current is None
    assert left(asking) == []


def test_at_least_so_many_are_left_as_when_all_are_the_same() -> None:
    asking = Asking(groups(), [question(*pair) for pair in ((A, B), (A, C), (B, C), (C, D))])
    assert (asking.least(), len(asking.left())) == (3, 4)
    asking.answer(same=True)
    assert (asking.least(), len(asking.left())) == (2, 2)


def test_what_is_put_off_comes_last_and_again_when_it_is_taken_back() -> None:
    asking = Asking(groups(), [question(A, B), question(C, D)])
    asking.put_off()
    assert left(asking) == [(C, D), (A, B)]
    assert asking.answered == 0
    assert asking.take_back() == Answer(question(A, B), None)
    assert left(asking) == [(A, B), (C, D)]


def test_answers_are_taken_back_one_by_one_and_what_they_settled_is_asked_again() -> None:
    asked = [question(*pair) for pair in ((A, B), (A, C), (B, C))]
    asking = Asking(groups(), asked)
    asking.answer(same=True)
    asking.answer(same=True)
    assert left(asking) == []
    assert asking.take_back() == Answer(question(A, C), same=True)
    assert left(asking) == [(A, C)]
    assert asking.take_back() == Answer(question(A, B), same=True)
    assert left(asking) == [(A, B), (A, C), (B, C)]
    assert asking.take_back() is None


def test_contradictions_are_asked_whatever_is_settled_and_unclear_ones_until_they_are_answered() -> None:
    asking = Asking(groups((A, B)), [question(A, B, "motsagelse"), question(A, B, "oklar"), question(A, B)])
    assert len(asking.left()) == 2
    asking.answer(same=True)
    assert left(asking) == []


def test_answers_from_before_are_not_asked_for_again() -> None:
    asking = Asking(groups(), [question(A, B), question(A, C), question(B, C)])
    asking.answer(same=True)
    anew = Asking(groups((A, B)), [question(A, C), question(B, C), question(A, B, "motsagelse")], asking.answers)
    assert left(anew) == [(A, C)]
    assert anew.answered == 1


@given(st.lists(st.sampled_from(["same", "apart", "off"]), max_size=12))
def test_whatever_is_answered_can_be_taken_back_to_the_beginning(said: list[str]) -> None:
    asking = Asking(groups(), [question(*pair) for pair in combinations((A, B, C, D), 2)])
    states = []
    for each in said:
        if asking.current is None:
            break
        states.append(left(asking))
        if each == "off":
            asking.put_off()
        else:
            asking.answer(same=each == "same")
    for state in reversed(states):
        asking.take_back()
        assert sorted(left(asking)) == sorted(state)
        assert left(asking)[0] == state[0]
    assert asking.answered == 0
