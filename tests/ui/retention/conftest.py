"""Somebody who left long ago and has been written of, and the kommun's own months."""

from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace


@pytest.fixture
def anna(workspace: Workspace) -> UUID:
    """Anna Ek, rektor, who left in the summer of 2020 with a role that nobody has taken over."""
    values = {"name": "Anna Ek", "title": "Rektor", "email": "anna.ek@kommun.example", "left_on": "2020-06-30"}
    person = workspace.records.add("people", values)
    workspace.records.add("systems", {"name": "Skola24", "system_owner": str(person)})
    session = workspace.records.add("training_sessions", {"title": "Kurs", "teacher_name": "Anna Ek"})
    taken = {"person": str(person), "session": str(session), "status": "genomford", "completed_on": "2019-05-06"}
    workspace.records.add("training_participations", {**taken, "note": "Kom sent"})
    return person


@pytest.fixture
def months(workspace: Workspace) -> None:
    """Let both kinds be kept for a year."""
    for kind in ("slutat", "deltaganden"):
        workspace.records.add("retention_rules", {"kind": kind, "months": 12})
