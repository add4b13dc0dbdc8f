"""Lines about handlingar that were sent to be signed and have not come back."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.domain.calculations.attention import Act
from itadmin.domain.calendar import spoken_day
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.storage.queries.attention import PATIENCE


def of_issued_papers(known: Known) -> Iterator[tuple[Key, Told]]:
    """The handlingar that have been away for long."""
    for key, paper in known.facts.papers_away.items():
        to = f" till {paper.sent_to}" if paper.sent_to else ""
        sent = spoken_day(paper.sent_on, known.day)
        reason = f"{paper.title or 'Handlingen'} skickades {sent}{to}. Inget påskrivet exemplar är registrerat."
        yield key, Told("handling_inte_tillbaka", reason, paper.sent_on + PATIENCE, field="signed_on", act=Act.SIGN)
