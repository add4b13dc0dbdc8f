"""With which chip each standing of a goal is shown."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.calculations.goals import STANDING_WORDS, Standing
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.chip import Chip, ChipKind

_KINDS: Mapping[Standing, ChipKind] = {
    Standing.BEHIND: ChipKind.LATE,
    Standing.UNDER_WAY: ChipKind.PLANNED,
    Standing.REACHED: ChipKind.IN_FORCE,
    Standing.UNMEASURED: ChipKind.PLAIN,
    Standing.DROPPED: ChipKind.RETIRED,
}


def standing_chip(look: Look, standing: Standing) -> Chip:
    """The chip of a standing."""
    return Chip(look, _KINDS[standing], STANDING_WORDS[standing])
