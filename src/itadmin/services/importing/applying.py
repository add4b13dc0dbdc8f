"""Doing what a plan says, as one step that can be undone, with a backup of the register before it."""

from __future__ import annotations

from pathlib import Path

from itadmin.services.backups import Backups
from itadmin.services.importing.plan import ImportPlan
from itadmin.services.workspace import Workspace


def write_plan(workspace: Workspace, plan: ImportPlan) -> Path | None:
    """Take a backup and write what a plan changes, all of it or nothing; returns the backup, None for an empty plan.

    May run beside the window, which announces the change set when it is done (`Records.announce`). Raises KnownError,
    as when a record has been changed since the plan was made; nothing is written then.
    """
    if not plan.change_set.changes:
        return None
    backup = Backups(workspace.path, workspace.around).keep(workspace.file.content())
    workspace.records.write(plan.change_set)
    return backup
