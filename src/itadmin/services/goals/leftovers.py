"""The systems that are left before a goal is reached, as a list to work through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from itadmin.domain.filters import Condition
from itadmin.domain.registers.system_record import IN_USE
from itadmin.domain.views import ListView
from itadmin.services.reading import Reading

_IN_USE = Condition("lifecycle", "one_of", IN_USE)
_BY_FINDING: Mapping[str, ListView] = {
    "andel_systemagare": ListView(conditions=(_IN_USE,), findings=("utan_systemagare",)),
    "andel_driftavtal": ListView(findings=("i_drift_utan_driftavtal",)),
    "andel_pub": ListView(conditions=(_IN_USE,), findings=("personuppgifter_utan_pub",)),
}
"""The lists of systems that are left by the code of the measure, where a finding alone tells of them."""


def list_of_left(reading: Reading, measure: str, left: Sequence[UUID]) -> ListView:
    """The list of the systems that are left of a measure: by what is wrong with them, else by their names."""
    known = _BY_FINDING.get(measure)
    if known is not None:
        return known
    labels = reading.labels("systems", left)
    return ListView(conditions=(Condition("name", "one_of", tuple(dict.fromkeys(labels.values()))),))
