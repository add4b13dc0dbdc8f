"""Styrande dokument: who decides on them, new versions, and what is usual. Knows nothing of their text on paper."""

from itadmin.services.steering.decisions import (
    adoption_of,
    adoption_sentence,
    decisions_on,
    is_proposal,
    proposed_decisions,
)
from itadmin.services.steering.versions import new_version, versions_of

__all__ = [
    "adoption_of",
    "adoption_sentence",
    "decisions_on",
    "is_proposal",
    "new_version",
    "proposed_decisions",
    "versions_of",
]
