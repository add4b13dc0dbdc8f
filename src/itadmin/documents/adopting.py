"""Adopting a styrande dokument: locked as it is, its paper numbered and kept with what it was made of, all one step.

What it replaces holds until the day from which it holds itself; the work list tells when that day is past.

What a kommun has decided is noted first; this is what follows from it. Loads the PDF renderer.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from itadmin.documents.adoptable import PAPERS, REGISTER, adoptable
from itadmin.documents.issuing import make_numbered
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.steering_documents import SteeringDocument, takes_over_at_once
from itadmin.services.goals import noted_today
from itadmin.services.papers import issue, next_number
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.services.workspace import Workspace

_GOALS = "goals"
_ADOPTED, _REPLACED = "faststalld", "ersatt"


def adopt(workspace: Workspace, reading: Reading, document_id: UUID, out: Path | None = None) -> ChangeSet:
    """Adopt a document as `reading` has it, and write its paper to `out` if it has one: all of it or nothing.

    What the register counts of its goals that day is noted in the same step. Gives that step, which is still to be
    announced; may be called beside the window with a reading of its own. Raises IncompleteError when the paper lacks
    something obligatory, and KnownError.
    """
    document = adoptable(reading, document_id)
    title = f"Fastställde {document.title}{f' {document.version}' if document.version else ''}"
    goals = [goal.record.id for goal in reading.referring(_GOALS, "document", document_id)]
    changes = (*_changes(workspace, document, reading.day), *noted_today(reading, goals))
    kind = PAPERS.get(document.template)
    if kind is None:
        step = ChangeSet(title, changes)
        workspace.records.write(step)
        return step
    made = make_numbered(reading, kind, document_id, next_number(workspace.reading(reading.day)))
    beside = None if out is None else lambda: write_file(out, made.content)
    return issue(workspace, made, beside, also=changes, title=title).changes


def _changes(workspace: Workspace, document: SteeringDocument, today: date) -> list[Change]:
    """The document's new state, and that of the version it replaces if that holds no more."""
    states = {document.id: _ADOPTED}
    if document.replaces and takes_over_at_once(document, today):
        states[document.replaces] = _REPLACED
    found: list[Change] = []
    for record_id, status in states.items():
        changes, refused = workspace.records.changes_of_save(REGISTER, [record_id], {"status": status})
        if refused and record_id == document.id:
            raise KnownError(refused[0].reason)
        found += changes.get(record_id, ())
    return found
