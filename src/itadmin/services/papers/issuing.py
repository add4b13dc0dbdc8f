"""A handling that has been made gets its record, its stored file and the values it was made of, as one step.

What was out to be signed of the same kind and record is replaced by it, and so is one that nobody was to sign. Knows
nothing of how papers are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers.about import FINISHED, REGISTER, UNSIGNED, papers_about
from itadmin.services.papers.values_used import as_kept
from itadmin.services.workspace import Workspace

_FIRST = 1
_VERSIONS_THEMSELVES = ("steering_documents",)
"""Registers whose records are each a version, so that their handlingar are not counted as versions."""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A numbered paper as it was made on a day: its file, and the JSON of what it was made of.

    `paper_type` is a code of the catalogue of papers, `register` "" for one about the whole file; `file_name` is what
    its file is called. `to_sign` says that somebody is to sign it.
    """

    paper_type: str
    title: str
    number: str
    register: str
    record_id: UUID | None
    made_on: date
    file_name: str
    content: bytes
    values: bytes
    to_sign: bool = True


@dataclass(frozen=True, slots=True)
class Issued:
    """A handling that is registered, and the step that did it, which is still to be announced."""

    paper_id: UUID
    number: str
    changes: ChangeSet


def issue(
    workspace: Workspace,
    made: MadePaper,
    beside: Callable[[], object] | None = None,
    *,
    also: tuple[Change, ...] = (),
    title: str = "",
) -> Issued:
    """Register a paper; `beside` is done in the same breath: when it fails nothing has been registered.

    `also` are changes of other records in the same step, `title` what the step is called when it is more than that.
    May be called beside the window, and is then announced on its thread. Raises KnownError, and then the register says
    what it said.
    """
    keep = workspace.attachments.keep
    rows = [
        {**keep(made.file_name, made.content), "purpose": "handling"},
        {**keep(*as_kept(made.number, made.values)), "purpose": "uppgifter"},
    ]
    earlier = papers_about(workspace.reading(), made.register, made.record_id, made.paper_type)
    living = [paper for paper in earlier if paper.status != "makulerat"]
    values = {
        "number": made.number,
        "title": made.title,
        "paper_type": made.paper_type,
        "about_register": made.register or None,
        "about": str(made.record_id) if made.record_id else None,
        "version": _version_after(earlier, made.register),
        "status": "for_underskrift" if made.to_sign else FINISHED,
        "made_on": made.made_on.isoformat(),
        "replaces": str(living[0].id) if living else None,
        "digest": rows[0]["digest"],
        "attachments": rows,
    }
    addition = workspace.records.addition(REGISTER, values)
    passed = [paper.id for paper in living if paper.status in (*UNSIGNED, FINISHED)]
    changes = (*also, addition, *_replaced(workspace, passed))
    step = ChangeSet(title or f"Skapade handling {made.number}, {made.title}", changes)
    workspace.records.write(step, beside=beside)
    return Issued(addition.record_id, made.number, step)


def _version_after(earlier: Iterable[IssuedPaper], register: str) -> int | None:
    if register in _VERSIONS_THEMSELVES:
        return None
    return max((paper.version or 0 for paper in earlier), default=0) + _FIRST


def _replaced(workspace: Workspace, papers: list[UUID]) -> Iterator[Change]:
    found, _refused = workspace.records.changes_of_save(REGISTER, papers, {"status": "ersatt"})
    for changes in found.values():
        yield from changes
