"""A row of questions, each put once: what an answer settles besides is not asked, and answers can be taken back.

Pure of the file: whoever asks writes the answers down.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from itadmin.domain.calculations.likeness import Sign
from itadmin.domain.calculations.ties import Bonds, Pair
from itadmin.domain.keys import Key
from itadmin.services.matching.groups import Groups

Why = Literal["motsagelse", "oklar", "liknar"]
"""Why two are asked about: answers contradict each other, one product leaves it unclear, or they are alike."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two systems of different kommuner are the same.

    `own` says that one of them is ours, `signs` what speaks for and against it, the weightiest first. `was` is what has
    been answered where answers contradict each other, None where nothing has; `by_us` that we have answered it.
    """

    one: Key
    other: Key
    why: Why
    own: bool
    signs: tuple[Sign, ...] = ()
    worth: int = 0
    was: bool | None = None
    by_us: bool = False

    @property
    def pair(self) -> Pair:
        """The two."""
        return self.one, self.other


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to a question; None where it was put off."""

    question: Question
    same: bool | None


class Asking:
    """Questions that are left, and the answers given here. Those put off come last."""

    def __init__(self, groups: Groups, questions: Iterable[Question], given: Sequence[Answer] = ()) -> None:
        """`given` are answers from before, which were given to other questions too."""
        self._groups = groups
        self._questions = tuple(questions)
        self._answers: list[Answer] = []
        self._tied, self._answered = groups.tied, groups.answered
        self._waiting: deque[Question] = deque()
        self._begin(given)

    @property
    def answers(self) -> Sequence[Answer]:
        """What has been said here, the last last."""
        return tuple(self._answers)

    @property
    def answered(self) -> int:
        """How many questions have been answered here."""
        return sum(answer.same is not None for answer in self._answers)

    @property
    def put_off_count(self) -> int:
        """How many of those that are left have been put off here."""
        unknown = {answer.question.pair for answer in self._answers if answer.same is None}
        return sum(question.pair in unknown for question in self._waiting)

    @property
    def current(self) -> Question | None:
        """The question that is put now; None when none is left."""
        return self._waiting[0] if self._waiting else None

    def left(self) -> Sequence[Question]:
        """The questions that are left, in their order."""
        return tuple(self._waiting)

    def least(self) -> int:
        """How many of them must be answered at least: so many as when every answer is that two are the same."""
        bonds, number = self._tied.copy(), 0
        for question in self._waiting:
            if question.why == "motsagelse" or not bonds.is_settled(*question.pair):
                number += 1
                bonds.tie(*question.pair)
        return number

    def begin_with(self, pair: Pair) -> None:
        """Put the question about two first, if it is left."""
        first = [question for question in self._waiting if question.pair == pair]
        self._waiting = deque((*first, *(question for question in self._waiting if question.pair != pair)))

    def answer(self, *, same: bool) -> None:
        """Say what the two of the current question are. Raises IndexError when none is put."""
        self._follow(Answer(self._waiting.popleft(), same))
        self._drop_settled()

    def put_off(self) -> None:
        """Let the current question come last. Raises IndexError when none is put."""
        question = self._waiting[0]
        self._put_last(question.pair)
        self._answers.append(Answer(question, None))

    def take_back(self) -> Answer | None:
        """Put the last question again; gives what was said to it, None when nothing has been said."""
        if not self._answers:
            return None
        last = self._answers.pop()
        self._begin(self._answers)
        if last.question not in self._waiting:
            self._waiting.append(last.question)
        self.begin_with(last.question.pair)
        return last

    def _begin(self, given: Sequence[Answer]) -> None:
        """Ask from the beginning, and go through the answers there are as they were given."""
        self._tied, self._answered = self._groups.tied.copy(), self._groups.answered.copy()
        said, self._answers = list(given), []
        self._waiting = deque(self._questions)
        for answer in said:
            if answer.same is None:
                self._drop_settled()
                self._put_last(answer.question.pair)
            self._follow(answer)
        answered = {frozenset(answer.question.pair) for answer in said if answer.same is not None}
        self._waiting = deque(each for each in self._waiting if frozenset(each.pair) not in answered)
        self._drop_settled()

    def _put_last(self, pair: Pair) -> None:
        last = [question for question in self._waiting if question.pair == pair]
        self._waiting = deque((*(question for question in self._waiting if question.pair != pair), *last))

    def _follow(self, answer: Answer) -> None:
        self._answers.append(answer)
        if answer.same is not None:
            for bonds in (self._tied, self._answered):
                _settle(bonds, answer.question.pair, same=answer.same)

    def _drop_settled(self) -> None:
        """Let go of what is known, and keep one question, the first, of those that ask the same of two groups."""
        kept: dict[Hashable, Question] = {}
        for question in self._waiting:
            bonds = self._answered if question.why == "oklar" else self._tied
            if question.why == "motsagelse":
                kept[question.pair] = question
            elif not bonds.is_settled(*question.pair):
                kept.setdefault(frozenset(map(bonds.group, question.pair)), question)
        self._waiting = deque(kept.values())


def _settle(bonds: Bonds, pair: Pair, *, same: bool) -> None:
    if same:
        bonds.tie(*pair)
    else:
        bonds.keep_apart(*pair)
