"""Which groups are called the same and are neither tied nor told apart: what a picture of the region marks with "?".

Quick, and only of equal names; what is alike in other ways `proposing` finds, at its leisure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from itadmin.domain.keys import Key
from itadmin.services.matching.groups import Groups


def similar_groups(found: Groups, named: Iterable[tuple[Key, str]]) -> Mapping[Key, frozenset[Key]]:
    """By group, the others that have a system of the same name as one of its own; those without are left out.

    `named` are the systems that are looked at, each with its sort key.
    """
    similar: dict[Key, set[Key]] = defaultdict(set)
    for alike in _together(found, named):
        for one, other in combinations(alike, 2):
            if not found.tied.is_settled(one, other):
                similar[one].add(other)
                similar[other].add(one)
    return {group: frozenset(others) for group, others in similar.items()}


def _together(found: Groups, named: Iterable[tuple[Key, str]]) -> Iterable[set[Key]]:
    """The groups that are called the same, two or more; most names are those of one group alone."""
    group_of = found.group
    firsts: dict[str, Key] = {}
    together: dict[str, set[Key]] = {}
    for system, sort_key in named:
        name = sort_key.partition("\x01")[0]
        group = group_of(system)
        first = firsts.setdefault(name, group)
        if group != first:
            together.setdefault(name, {first}).add(group)
    return together.values()
