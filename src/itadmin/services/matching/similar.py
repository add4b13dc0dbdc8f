"""Which groups are called the same and are neither tied nor told apart: what a picture of the region marks with "?".

Quick, and only of equal names; what is alike in other ways `proposing` finds, at its leisure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from itadmin.services.matching.groups import Groups
from itadmin.services.reading import Reading
from itadmin.storage.queries import ties
from itadmin.storage.queries.attention_records import Key


def similar_groups(reading: Reading, found: Groups) -> Mapping[Key, frozenset[Key]]:
    """By group, the others that have a system of the same name as one of its own; those without are left out."""
    with reading.file.reading() as connection:
        named = ties.names(connection)
    together: dict[str, dict[Key, None]] = defaultdict(dict)
    for system, name in named:
        together[name][found.group(system)] = None
    similar: dict[Key, set[Key]] = defaultdict(set)
    for alike in together.values():
        for one, other in combinations(alike, 2):
            if not found.tied.is_settled(one, other):
                similar[one].add(other)
                similar[other].add(one)
    return {group: frozenset(others) for group, others in similar.items()}
