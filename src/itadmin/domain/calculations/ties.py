"""Which systems of several kommuner are the same one: tied by what somebody has said, else by what they are.

Pure, and the same whatever order files have come in. A verdict on a pair is ours if we have given one, else the newest
that a neighbour has given. What is said to be the same is one group, unless that would bring together two that are said
not to be: then the answers contradict each other, and the one that is worth least is let be. What is alike by itself is
tied last, and never against an answer.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple, TypeAlias

Id: TypeAlias = bytes
Pair: TypeAlias = tuple[Id, Id]


class Verdict(NamedTuple):
    """What somebody has said of a pair. `number` is the id of the match that says it, which is greater the newer."""

    number: Id
    one: Id
    other: Id
    same: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all be right: the pairs of `same` make one of two that `apart` says are not.

    The first of `same` is the answer that was let be.
    """

    same: tuple[Pair, ...]
    apart: Pair


@dataclass(slots=True)
class Bonds:
    """Groups that grow: what is tied stays so, and what is kept apart is never tied."""

    _of: dict[Id, Id] = field(default_factory=dict)
    _members: dict[Id, list[Id]] = field(default_factory=dict)
    _apart: dict[Id, dict[Id, Pair]] = field(default_factory=dict)

    def group(self, one: Id) -> Id:
        """The group of something, named by one of its members; alone when nothing is tied to it."""
        return self._of.get(one, one)

    def members(self, one: Id) -> Sequence[Id]:
        """All that are the same as something, itself too."""
        return self._members.get(self.group(one), (one,))

    def apart(self, one: Id, other: Id) -> Pair | None:
        """The pair by which two are known not to be the same; None when they may be."""
        return self._apart.get(self.group(one), {}).get(self.group(other))

    def is_settled(self, one: Id, other: Id) -> bool:
        """Whether it is known of two that they are the same, or that they are not."""
        return self.group(one) == self.group(other) or self.apart(one, other) is not None

    def keep_apart(self, one: Id, other: Id) -> None:
        """Let two never be tied; nothing is done where they are already."""
        first, second = self.group(one), self.group(other)
        if first != second:
            self._apart.setdefault(first, {}).setdefault(second, (one, other))
            self._apart.setdefault(second, {}).setdefault(first, (one, other))

    def copy(self) -> Bonds:
        """The same groups, to grow by themselves."""
        members = {group: list(found) for group, found in self._members.items()}
        return Bonds(dict(self._of), members, {group: dict(found) for group, found in self._apart.items()})

    def tie(self, one: Id, other: Id) -> bool:
        """Make the groups of two one group; nothing is done, and False given, where they are kept apart."""
        first, second = self._of.get(one, one), self._of.get(other, other)
        if first == second:
            return True
        if self._apart and second in self._apart.get(first, ()):
            return False
        members = self._members
        if first in members and second not in members and second not in self._apart:
            members[first].append(second)
            self._of[second] = first
            return True
        staying, moved = members.get(first) or [first], members.pop(second, None) or [second]
        if len(staying) < len(moved):
            first, second, staying, moved = second, first, moved, staying
            members.pop(second, None)
        staying += moved
        members[first] = staying
        for each in moved:
            self._of[each] = first
        if second in self._apart:
            self._keep_apart_as(first, second)
        return True

    def _keep_apart_as(self, group: Id, gone: Id) -> None:
        """Keep a group apart from all that another one was kept apart from, which is now in it."""
        for another, pair in self._apart.pop(gone).items():
            self._apart.setdefault(group, {}).setdefault(another, pair)
            self._apart[another].setdefault(group, pair)
            del self._apart[another][gone]


def standing(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The verdict that counts on each pair, the weightiest first: our own, then others', the newest of each first."""
    newest = sorted(verdicts, key=attrgetter("own", "number"), reverse=True)
    best: dict[frozenset[Id], Verdict] = {}
    for verdict in newest:
        best.setdefault(frozenset((verdict.one, verdict.other)), verdict)
    return list(best.values())


def said(counted: Sequence[Verdict]) -> tuple[Bonds, list[Contradiction]]:
    """The groups that standing verdicts make, the weightiest first, and what in them contradicts itself."""
    bonds = Bonds()
    for verdict in counted:
        if not verdict.same:
            bonds.keep_apart(verdict.one, verdict.other)
    ways: dict[Id, set[Id]] = defaultdict(set)
    found = []
    for verdict in counted:
        if verdict.same and bonds.tie(verdict.one, verdict.other):
            ways[verdict.one].add(verdict.other)
            ways[verdict.other].add(verdict.one)
        elif verdict.same:
            found.append(_contradiction(verdict, bonds, ways))
    return bonds, found


def tie_alike(bonds: Bonds, keyed: Iterable[tuple[Hashable, Id]]) -> list[Pair]:
    """Tie what shares a key to the first that it may be tied to; give the pairs that share one and are not tied."""
    firsts: dict[Hashable, list[Id]] = defaultdict(list)
    left = []
    for key, one in keyed:
        others = firsts[key]
        is_tied = False
        for first in others:
            if is_tied or not bonds.tie(first, one):
                left.append((first, one))
            else:
                is_tied = True
        if not is_tied:
            others.append(one)
    return [(first, one) for first, one in left if bonds.group(first) != bonds.group(one)]


def _contradiction(verdict: Verdict, bonds: Bonds, ways: Mapping[Id, Iterable[Id]]) -> Contradiction:
    """What stands against a verdict that cannot be followed. Raises ValueError when nothing does."""
    apart = bonds.apart(verdict.one, verdict.other)
    if apart is None:
        raise ValueError("Nothing stands against the verdict.")
    first, second = apart
    if bonds.group(verdict.one) != bonds.group(first):
        first, second = second, first
    before, after = _way(first, verdict.one, ways), _way(verdict.other, second, ways)
    return Contradiction(((verdict.one, verdict.other), *before, *after), apart)


def _way(start: Id, goal: Id, ways: Mapping[Id, Iterable[Id]]) -> list[Pair]:
    """The shortest way along pairs from one to another of the same group."""
    come_from: dict[Id, Id] = {start: start}
    waiting = deque([start])
    while goal not in come_from:
        here = waiting.popleft()
        for there in sorted(ways.get(here, ())):
            if there not in come_from:
                come_from[there] = here
                waiting.append(there)
    way = []
    while goal != start:
        way.append((come_from[goal], goal))
        goal = come_from[goal]
    return way[::-1]
