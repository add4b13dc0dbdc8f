"""What happens to the record that a handling is about, when it is sent and when it comes back signed.

A register whose records follow their papers has a line here; of others nothing changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.problems import NotFoundError, ReadOnlyError
from itadmin.domain.registers.implementations import WORKED_ON
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.acting import case_of, register_signed, step_of
from itadmin.services.implementation.approving import approved
from itadmin.services.implementation.parts import PLANS as IMPLEMENTATIONS
from itadmin.services.implementation.parts import plan_of
from itadmin.services.papers.about import about_of
from itadmin.services.platform import answered_on, informing
from itadmin.services.platform.standing import NOTICES
from itadmin.services.training.plans import REGISTER as PLANS
from itadmin.services.training.plans import plan_in
from itadmin.services.training.versions import Adoption, adopt
from itadmin.services.workspace import Workspace

AGREEMENT_ITSELF = "operations_agreement"
"""The paper that is the agreement; signing any other paper about it leaves it as it is."""
PLAN_ITSELF = "training_plan"
"""The paper that is the utbildningsplan."""
IMPLEMENTATION_ITSELF = "implementation_plan"
"""The paper that is the införandeplan with its approval."""
_ADOPTS = "Systemägare"
_BEING_WRITTEN = ("utkast", "forhandling")


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """What is known of a paper that has come back: the day it was signed, and the row of its file if there is one."""

    on: date
    file: Plain | None


Sending = Callable[[Workspace, IssuedPaper, UUID, date], tuple[Change, ...]]
Signing = Callable[[Workspace, IssuedPaper, UUID, SignedCopy], tuple[Change, ...]]


def _send_agreement(workspace: Workspace, paper: IssuedPaper, agreement_id: UUID, on: date) -> tuple[Change, ...]:
    """An agreement that is being written waits for signatures from now on."""
    del on
    found = workspace.reading().many("agreements", [agreement_id]).get(agreement_id)
    status: Any = getattr(found.record, "status", "") if found else None
    if paper.paper_type != AGREEMENT_ITSELF or status not in (*_BEING_WRITTEN, ""):
        return ()
    waiting = {"status": "invantar_underskrift"}
    changes, _refused = workspace.records.changes_of_save("agreements", [agreement_id], waiting)
    return changes.get(agreement_id, ())


def _sign_agreement(
    workspace: Workspace, paper: IssuedPaper, agreement_id: UUID, copy: SignedCopy
) -> tuple[Change, ...]:
    """The agreement is signed, as when that is noted on its own page; one that cannot be changed stays as it is."""
    if paper.paper_type != AGREEMENT_ITSELF:
        return ()
    try:
        case = case_of(workspace.reading(), agreement_id)
    except (NotFoundError, ReadOnlyError):
        return ()
    return step_of(workspace.records, register_signed(case, signed_on=copy.on, file=copy.file)).changes


def _sign_training_plan(
    workspace: Workspace, paper: IssuedPaper, plan_id: UUID, copy: SignedCopy
) -> tuple[Change, ...]:
    """A plan is adopted by being signed; one that is adopted already, or no more a draft, stays as it is."""
    reading = workspace.reading()
    found = reading.many(PLANS, [plan_id]).get(plan_id)
    if paper.paper_type != PLAN_ITSELF or found is None or reading.lock_of(PLANS, found.record) is not None:
        return ()
    function = plan_in(found).adopted_function or _ADOPTS
    return adopt(reading, workspace.records, plan_id, Adoption(copy.on, function=function)).changes


def _send_notice(workspace: Workspace, paper: IssuedPaper, notice_id: UUID, on: date) -> tuple[Change, ...]:
    """A förvaltning is told of a change of the platform by being sent the paper of it."""
    del paper
    return informing(workspace.records, workspace.reading(), [notice_id], on).changes


def _sign_notice(workspace: Workspace, paper: IssuedPaper, notice_id: UUID, copy: SignedCopy) -> tuple[Change, ...]:
    """A förvaltning has answered when its slip is back; what it answers is read on the paper and filled in by hand."""
    del paper
    return answered_on(workspace.records, workspace.reading(), notice_id, copy.on)


def _sign_implementation(
    workspace: Workspace, paper: IssuedPaper, plan_id: UUID, copy: SignedCopy
) -> tuple[Change, ...]:
    """An införandeplan is approved by being signed; one that nobody works on any more stays as it is."""
    reading = workspace.reading()
    found = reading.many(IMPLEMENTATIONS, [plan_id]).get(plan_id)
    if paper.paper_type != IMPLEMENTATION_ITSELF or found is None:
        return ()
    plan = plan_of(found)
    if plan.status not in WORKED_ON:
        return ()
    return step_of(workspace.records, approved(reading, plan_id, copy.on, plan.approved_by or _ADOPTS)).changes


SENDING: Mapping[str, Sending] = {"agreements": _send_agreement, NOTICES: _send_notice}
"""What sending a paper changes in the record it is about, by register."""
SIGNING: Mapping[str, Signing] = {
    "agreements": _sign_agreement,
    PLANS: _sign_training_plan,
    IMPLEMENTATIONS: _sign_implementation,
    NOTICES: _sign_notice,
}
"""What a signed paper changes in the record it is about, by register."""


def changes_of_sending(workspace: Workspace, paper: IssuedPaper, on: date) -> tuple[Change, ...]:
    """What sending a paper on a day changes beside the paper. Raises KnownError."""
    record_id, effect = about_of(paper), SENDING.get(paper.about_register)
    return effect(workspace, paper, record_id, on) if effect and record_id else ()


def changes_of_signing(workspace: Workspace, paper: IssuedPaper, copy: SignedCopy) -> tuple[Change, ...]:
    """What a signed paper changes beside the paper. Raises KnownError."""
    record_id, effect = about_of(paper), SIGNING.get(paper.about_register)
    return effect(workspace, paper, record_id, copy) if effect and record_id else ()
