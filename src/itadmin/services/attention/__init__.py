"""What needs doing: the work list *Kräver åtgärd*, the marks that keep lines quiet, and the figures above it."""

from __future__ import annotations

from itadmin.services.attention.figures import Figures, figures, figures_of
from itadmin.services.attention.known import known_of
from itadmin.services.attention.marking import MARKS, handled, resting
from itadmin.services.attention.work_list import WorkList, work_list, work_list_of
from itadmin.services.collecting import nothing_collected
from itadmin.services.reading import Reading

__all__ = ["MARKS", "Figures", "WorkList", "figures", "handled", "overview", "resting", "work_list"]


def overview(reading: Reading) -> tuple[WorkList, Figures]:
    """The work list and the figures together, in little more time than one of them takes."""
    with nothing_collected():
        known = known_of(reading)
        return work_list_of(known), figures_of(known)
