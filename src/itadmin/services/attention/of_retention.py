"""Lines about gallring: how much is kept longer than each of the kommun's own gallringsfrister says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from itadmin.domain.calculations.attention import Act, Band
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.storage.queries.retention import LEFT, PARTICIPATIONS

_WORDS: Mapping[str, tuple[str, str]] = {
    LEFT: ("1 person som har slutat ska gallras.", "{number} personer som har slutat ska gallras."),
    PARTICIPATIONS: ("Texterna i 1 deltagande ska gallras.", "Texterna i {number} deltaganden ska gallras."),
}


def of_retention(known: Known) -> Iterator[tuple[Key, Told]]:
    """What each rule says is to go. A mark on it is about that many, so that it comes back with the next one."""
    for key, (kind, number) in known.facts.overdue.items():
        one, many = _WORDS[kind]
        reason = one if number == 1 else many.format(number=number)
        yield key, Told("ska_gallras", reason, act=Act.OPEN, occasion=str(number), undated=Band.FORSENAT)
