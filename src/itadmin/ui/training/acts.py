"""What can be done with a utbildningsplan, wherever it is asked for. Raises KnownError where it is refused."""

from __future__ import annotations

from uuid import UUID

from itadmin.services.training.copying import next_year
from itadmin.ui.session import Session
from itadmin.ui.training.words import BEGUN


def begin_next_version(session: Session, plan_id: UUID) -> UUID:
    """Begin the next version of an adopted plan in one step; gives its id."""
    workspace = session.workspace
    new_id, step = next_year(workspace.reading(), workspace.records, plan_id)
    workspace.records.apply(step)
    return new_id


def open_next_version(session: Session, plan_id: UUID) -> None:
    """Begin the next version, and go there."""
    new_id = begin_next_version(session, plan_id)
    session.guide.open_record("training_plans", new_id)
    session.guide.say(BEGUN, undoable=True)
