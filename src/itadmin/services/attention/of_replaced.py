"""Lines about styrande dokument that a later version has taken the place of, and that still say that they hold."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.calculations.attention import Act
from itadmin.domain.calendar import spoken_day
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told


def of_replaced(known: Known) -> Iterator[tuple[Key, Told]]:
    """Each adopted document whose next version is adopted too, from the day on which that begins to hold."""
    for key, document in known.facts.steering.items():
        later = document.later
        if document.status != MADE or later is None or later.status != MADE:
            continue
        if later.valid_from is not None and later.valid_from > known.day:
            continue
        version = f"Version {later.version}" if later.version else "En ny version"
        since = f" sedan {spoken_day(later.valid_from, known.day)}" if later.valid_from else ""
        reason = f"{version} gäller{since}, men det här dokumentet har fortfarande läget Fastställd."
        yield key, Told("ny_version_galler", reason, later.valid_from, field="status", act=Act.REPLACE)
