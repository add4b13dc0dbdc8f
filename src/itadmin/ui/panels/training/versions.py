"""The versions of a utbildningsplan, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Read, Reading
from itadmin.services.training.versions import versions_of
from itadmin.ui.panels.version_chain import VersionChain


class PlanVersionsPanel(VersionChain):
    """Each version is a link to its page, save the one that is shown."""

    takes = (("training_plans", "replaces"),)
    register = REGISTERS["training_plans"]
    days = ("adopted_on", "valid_from", "revise_by")

    def chain(self, reading: Reading, record_id: UUID) -> Sequence[Read]:
        """The versions."""
        return versions_of(reading, record_id)
