"""What stands in the way of people at an utbildningstillfälle, person by person, as sentences that say what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from itadmin.domain.registers.people import Person
from itadmin.services.reading import Reading
from itadmin.storage.queries import session_people


def obstacles(
    reading: Reading, session: UUID, people: Sequence[UUID], beside: Iterable[UUID] = ()
) -> Mapping[UUID, tuple[str, ...]]:
    """What speaks against each of some people at a session; who has nothing against them is left out.

    `beside` are others who take part in it, whom somebody may turn out to be under another spelling.
    """
    found: dict[UUID, list[str]] = defaultdict(list)
    for person, told in _twins(reading, people, beside):
        found[person].append(told)
    for person, read in reading.many("people", people).items():
        if isinstance(read.record, Person) and read.record.left_on and read.record.left_on < reading.day:
            found[person].append(f"Slutade {read.record.left_on}. Anmäl någon annan.")
    with reading.file.reading() as connection:
        collisions = session_people.elsewhere(connection, session, people, reading.day)
        missing = session_people.presupposed(connection, session, people, reading.day)
    for person, title in collisions:
        found[person].append(f"Är anmäld till {title} samma tid. Avanmäl från det ena.")
    for person, title in missing:
        found[person].append(f"Har inte genomfört {title}, som krävs först. Anmäl till det innan.")
    return {person: tuple(sentences) for person, sentences in found.items()}


def _twins(reading: Reading, people: Sequence[UUID], beside: Iterable[UUID]) -> Iterable[tuple[UUID, str]]:
    """Those whose name sounds as somebody's who takes part too, or stands before them."""
    everybody = [*dict.fromkeys([*beside, *people])]
    with reading.file.reading() as connection:
        spellings = session_people.spellings(connection, everybody)
    names = reading.labels("people", everybody)
    first: dict[str, UUID] = {}
    for person in everybody:
        spelling = spellings.get(person, "")
        other = first.setdefault(spelling, person)
        if spelling and other != person and person in people:
            told = f"Verkar vara samma person som {names[other]}, som också är med. Slå ihop personerna eller välj en."
            yield person, told
