"""What stands in the way of people at an utbildningstillfälle, person by person, as sentences that say what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from itadmin.domain.calculations.spelling import spelling_key
from itadmin.domain.registers.people import Person
from itadmin.services.reading import Reading
from itadmin.storage.queries import session_people


def obstacles(
    reading: Reading,
    session: UUID,
    people: Sequence[UUID],
    beside: Iterable[UUID] = (),
    born: Mapping[UUID, str] = MappingProxyType({}),
) -> Mapping[UUID, tuple[str, ...]]:
    """What speaks against each of some people at a session; who has nothing against them is left out.

    `beside` are others who take part in it, whom somebody may turn out to be under another spelling. `born` are the
    names of those of `people` that are made in the same step.
    """
    found: dict[UUID, list[str]] = defaultdict(list)
    known = reading.many("people", {*beside, *people})
    persons = {key: read.record for key, read in known.items() if isinstance(read.record, Person)}
    names = {**{key: person.name for key, person in persons.items()}, **born}
    for key, told in _twins(names, people, beside):
        found[key].append(told)
    for key in people:
        left = persons[key].left_on if key in persons else None
        if left and left < reading.day:
            found[key].append(f"Slutade {left}. Anmäl någon annan.")
    with reading.file.reading() as connection:
        collisions = session_people.elsewhere(connection, session, people, reading.day)
        missing = session_people.presupposed(connection, session, people, reading.day)
    for key, title in collisions:
        found[key].append(f"Är anmäld till {title} samma tid. Avanmäl från det ena.")
    for key, title in missing:
        found[key].append(f"Har inte genomfört {title}, som krävs först. Anmäl till det innan.")
    return {key: tuple(sentences) for key, sentences in found.items()}


def _twins(names: Mapping[UUID, str], people: Sequence[UUID], beside: Iterable[UUID]) -> Iterable[tuple[UUID, str]]:
    """Those whose name sounds as somebody's who takes part too, or stands before them."""
    first: dict[str, UUID] = {}
    for person in dict.fromkeys([*beside, *people]):
        spelling = spelling_key(names.get(person, ""))
        other = first.setdefault(spelling, person)
        if spelling and other != person and person in people:
            told = f"Verkar vara samma person som {names[other]}, som också är med. Slå ihop personerna eller välj en."
            yield person, told
