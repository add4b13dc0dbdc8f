"""Doing what a plan says, as one step that can be undone, with a backup of the register before it."""

from __future__ import annotations

from pathlib import Path

from itadmin.services.backups import Backups
from itadmin.services.importing.plan import ImportPlan
from itadmin.services.workspace import Workspace


def back_up_before(workspace: Workspace) -> Path:
    """Take the backup that comes before an import. Raises KnownError."""
    return Backups(workspace.path, workspace.around).keep(workspace.file.content())


def apply_plan(workspace: Workspace, plan: ImportPlan, *, initiator: object = None) -> bool:
    """Write what a plan changes, all of it or nothing; says whether there was anything to write.

    Raises KnownError, as when a record has been changed since the plan was made.
    """
    if not plan.change_set.changes:
        return False
    workspace.records.apply(plan.change_set, initiator=initiator)
    return True
