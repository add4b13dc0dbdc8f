"""What Bengtsfors has answered in the sample region about its neighbours' systems: what is sure, and the rest is left.

So the region hangs together at once, and there is something left to try the questions on.
"""

from __future__ import annotations

from uuid import UUID

from itadmin.domain.changes import ChangeSet
from itadmin.services.clock import Surroundings
from itadmin.services.matching.proposing import proposals
from itadmin.services.matching.verdicts import SAME
from itadmin.services.reading import Reading
from itadmin.services.sample_values import addition

SURE = 80
"""From what worth on a question has been answered."""


def answers(reading: Reading, around: Surroundings) -> ChangeSet:
    """The step that says of all pairs that are surely the same that they are; nothing is written."""
    found = proposals(reading)
    tied, changes = found.groups.tied.copy(), []
    for question in found.questions:
        if question.own and question.worth >= SURE and not tied.is_settled(*question.pair):
            tied.tie(*question.pair)
            one, other = (str(UUID(bytes=system)) for system in question.pair)
            changes.append(addition("matches", around.new_id(), {"verdict": SAME, "one": one, "other": other}))
    return ChangeSet("Matchade grannarnas system", tuple(changes))
