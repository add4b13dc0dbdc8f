"""Which of many people may be the same person twice: by address, by name however it is put, by nearly equal spelling.

"Ek, Anna", "Anna  Ek" and anna.ek@kommun.se are all Anna Ek. Slips of the pen count only within one organisation, as
there are many people and few names. Two of one name who have different addresses in different organisations are two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from uuid import UUID

from itadmin.domain.calculations.similarity import Keys, Known, Pair, Reason, nearly, pairs_sharing, silent
from itadmin.domain.calculations.spelling import spelling_key
from itadmin.domain.text import fold

_WORDS = re.compile(r"[^\W_]+")


def likely_people(
    people: Sequence[Known],
    apart: AbstractSet[frozenset[UUID]] = frozenset(),
    passed: Callable[[], object] = silent,
) -> Iterator[Pair]:
    """Every pair once, with its surest reason. Of each, `others` is the e-mail address and `supplier` the organisation.

    `apart` are pairs that are known not to be the same; `passed` is called for each person and way.
    """
    by_id = {person.id: person for person in people}
    for pair in pairs_sharing(people, PERSON_WAYS, apart, passed):
        if pair.reason == "e_post" or not _are_two(by_id[pair.one], by_id[pair.other]):
            yield pair


def _are_two(one: Known, other: Known) -> bool:
    """Whether both have an address and an organisation, and neither is the same."""
    whole = all((one.others, other.others, one.supplier, other.supplier))
    return whole and one.supplier != other.supplier and one.others.casefold() != other.others.casefold()


def _address(person: Known) -> Iterator[str]:
    if person.others:
        yield person.others.casefold().strip()


def _said(name: str) -> str:
    """The words of a name in any order; of an address, those before the @."""
    return " ".join(sorted(_WORDS.findall(fold(name.partition("@")[0].replace("_", " ")))))


def _name(person: Known) -> Iterator[str]:
    if said := _said(person.name):
        yield said


def _name_or_address(person: Known) -> Iterator[str]:
    """The name, and the name that the address seems to be made of, where it has more than one word."""
    yield from _name(person)
    said = _said(person.others)
    if " " in said:
        yield said


def _nearly(person: Known) -> Iterator[Hashable]:
    """How the name sounds, as numbers do not; and within an organisation the name but for a slip of the pen."""
    sounding = spelling_key(person.name)
    if sounding and not any(sign.isdigit() for sign in person.name):
        yield sounding
    if person.supplier:
        yield from ((key, person.supplier) for key in nearly(person))


PERSON_WAYS: tuple[tuple[Reason, Keys], ...] = (
    ("e_post", _address),
    ("namn", _name),
    ("adress", _name_or_address),
    ("stavning", _nearly),
)
"""By what two people are taken for the same, the surest first."""
