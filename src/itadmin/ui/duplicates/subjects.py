"""What may be there twice – systems, people – with how pairs are found, told apart and made one, and its words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.changes import ChangeSet
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.duplicates import MOST, Candidates, candidates, not_the_same
from itadmin.services.merging import merge
from itadmin.services.people_twins import merge_people, not_the_same_person, people_candidates
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.records import Records


@dataclass(frozen=True, slots=True)
class Subject:
    """One register whose records may be the same twice.

    `one` is how one of a pair is called after "samma", `question` asks about a pair, `none` says that there is none.
    """

    register: Register
    one: str
    question: str
    none: str
    find: Callable[[Reading, int, Progress | None], Candidates]
    tell_apart: Callable[[Records, Reading, UUID, UUID], ChangeSet]
    merge: Callable[[Records, Reading, UUID, UUID, Collection[str]], ChangeSet]

    def candidates(self, reading: Reading, progress: Progress) -> Candidates:
        """The pairs there are."""
        return self.find(reading, MOST, progress)


SUBJECTS: Mapping[str, Subject] = {
    "systems": Subject(
        REGISTERS["systems"],
        "system",
        "Är det samma system? Slå ihop dem till ett, eller säg att de inte är samma så frågas det aldrig igen.",
        "Inga system ser ut att vara samma. Nya som liknar varandra visas här.",
        candidates,
        not_the_same,
        merge,
    ),
    "people": Subject(
        REGISTERS["people"],
        "person",
        "Är det samma person? Slå ihop posterna till en, eller säg att de inte är samma så frågas det aldrig igen.",
        "Inga personer ser ut att vara samma. Nya som liknar varandra visas här.",
        people_candidates,
        not_the_same_person,
        merge_people,
    ),
}
