"""The versions of a styrande dokument."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Read, Reading
from itadmin.services.steering import versions_of
from itadmin.ui.panels.version_chain import VersionChain


class VersionsPanel(VersionChain):
    """The chain of versions that a document stands in."""

    takes = (("steering_documents", "replaces"),)
    register = REGISTERS["steering_documents"]
    days = ("valid_from", "valid_until", "revise_by")

    def chain(self, reading: Reading, record_id: UUID) -> Sequence[Read]:
        """The versions, newest first."""
        return versions_of(reading, record_id)
