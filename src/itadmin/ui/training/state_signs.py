"""The state of a utbildningsplan as a sign with its word, and why it is as it is."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from itadmin.domain.calculations.training_plans import STATE_WORDS, Judged, PlanState
from itadmin.services.reading import Reading
from itadmin.services.training.plans import worth_of_plan
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.chip import Chip, ChipKind

KINDS: Mapping[PlanState, ChipKind] = {
    PlanState.MISSING: ChipKind.MISSING,
    PlanState.OUTDATED: ChipKind.SOON,
    PlanState.DRAFT: ChipKind.DRAFT,
    PlanState.COMING: ChipKind.SENT,
    PlanState.ADOPTED: ChipKind.IN_FORCE,
}


class StateChip(Chip):
    """The chip of a plan."""

    def show_judged(self, judged: Judged) -> None:
        """Show a state; its reason is told to who cannot see what stands beside it."""
        self.show_as(KINDS[judged.state], STATE_WORDS[judged.state])
        self.setAccessibleName(state_words(judged))
        self.setToolTip(state_words(judged) if judged.reason else "")

    def show_state(self, reading: Reading, plan_id: UUID) -> None:
        """Show how it is with a plan. Raises NotFoundError."""
        self.show_judged(worth_of_plan(reading, plan_id))


def state_chip(look: Look) -> StateChip:
    """A chip that says nothing yet but that there is no plan."""
    return StateChip(look, ChipKind.MISSING, STATE_WORDS[PlanState.MISSING])


def state_words(judged: Judged) -> str:
    """A state with why: "Inaktuell: fastställd för mer än 12 månader sedan"."""
    return f"{STATE_WORDS[judged.state]}: {judged.reason}" if judged.reason else STATE_WORDS[judged.state]
