"""What a kommun has said of two systems goes with its share file: neighbours are not asked again, in whatever order."""

from collections.abc import Callable
from datetime import date
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.matching import groups, verdict_step
from itadmin.services.matching.proposing import proposals
from itadmin.services.reading import Reading
from itadmin.services.receiving.parcels import Parcel
from itadmin.services.records import Records

Read = Callable[[bytes], Parcel]


def reading(kommun: Any) -> Reading:
    return Reading(kommun.file, date(2026, 11, 22))


def say(kommun: Any, one: UUID, other: UUID, *, same: bool) -> None:
    records = Records(kommun.file, kommun.around, lambda _changes, _initiator: None)
    kommun.write(*verdict_step(records, reading(kommun), one, other, same=same).changes)


def is_asked(kommun: Any) -> bool:
    return bool(proposals(reading(kommun)).questions)


def is_one(kommun: Any, one: UUID, other: UUID) -> bool:
    return other.bytes in groups(reading(kommun)).members(one.bytes)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_one_has_answered_nobody_is_asked_again(
    kommun: Callable[[str], Any], parcel: Read, order: tuple[int, ...]
) -> None:
    ours, theirs, third = kommun("1460"), kommun("1438"), kommun("1439")
    one = ours.add("systems", name="Ciceron")
    other = theirs.add("systems", name="Ciceron ärende", aliases="Ciceron")
    first = parcel(theirs.share())
    ours.receive(first)
    assert is_asked(ours)
    say(ours, one, other, same=True)
    assert not is_asked(ours)
    second = parcel(ours.share())
    theirs.receive(second)
    assert not is_asked(theirs)
    assert is_one(theirs, other, one)
    for _later in range(9):  # ids rise with time, and say which verdict is the newest
        theirs.around.new_id()
    say(theirs, other, one, same=False)
    assert not is_one(theirs, other, one)
    files = [first, second, parcel(theirs.share())]
    for place in order:
        third.receive(files[place])
    assert not is_one(third, one, other)
    assert not is_asked(third)
    ours.receive(files[2])
    assert is_one(ours, one, other)
    assert not is_asked(ours)


def test_systems_hang_together_through_one_that_has_not_come(kommun: Callable[[str], Any], parcel: Read) -> None:
    ours, theirs, third = kommun("1460"), kommun("1438"), kommun("1439")
    one, other, last = (each.add("systems", name=name) for each, name in ((ours, "A"), (theirs, "B"), (third, "C")))
    ours.receive(parcel(theirs.share()))
    say(ours, one, other, same=True)
    theirs.receive(parcel(third.share()))
    say(theirs, other, last, same=True)
    third.receive(parcel(ours.share()))
    assert not is_one(third, last, one)
    third.receive(parcel(theirs.share()))
    assert is_one(third, last, one)
