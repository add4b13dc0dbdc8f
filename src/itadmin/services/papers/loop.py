"""A handling on its way: sent, back signed, or withdrawn. Each is one step, with what it leads to in other records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.problems import KnownError
from itadmin.domain.record import row_to_plain
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers.about import REGISTER, UNSIGNED, about_of, paper_of, papers_about
from itadmin.services.papers.effects import SignedCopy, changes_of_sending, changes_of_signing
from itadmin.services.papers.scans import Scan
from itadmin.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Signed:
    """How a handling came back: the day, the kind of signature (a code of `signering`), who signed, and its file.

    `signatories` are plain rows of the paper's own.
    """

    on: date
    signing: str
    signatories: Sequence[Plain]
    scan: Scan


def send(workspace: Workspace, paper_id: UUID, *, on: date, to: str) -> ChangeSet:
    """Note that a handling is sent to be signed. Raises KnownError, and then nothing is written."""
    paper = may_be_sent(workspace, paper_id, on=on)
    values = {"status": "skickat", "sent_on": on.isoformat(), "sent_to": to or None}
    changes = (*_changes(workspace, paper, values), *changes_of_sending(workspace, paper, on))
    return _apply(workspace, ChangeSet(f"Skickade handling {paper.number}", changes))


def may_be_sent(workspace: Workspace, paper_id: UUID, *, on: date) -> IssuedPaper:
    """The handling, when it can be noted as sent on a day. Raises KnownError that says why it cannot."""
    paper = _unsigned(workspace, paper_id)
    _refuse_future(workspace, on, "skickades")
    return paper


def register_signed_paper(workspace: Workspace, paper_id: UUID, signed: Signed) -> ChangeSet:
    """Note that a handling has come back signed and keep its file; what it is about follows.

    An earlier signed one of the same kind and record is replaced by it. Raises KnownError, and then nothing is written.
    """
    paper = _unsigned(workspace, paper_id)
    _refuse_future(workspace, signed.on, "skrevs på")
    row = workspace.attachments.keep(signed.scan.name, signed.scan.content)
    told = {"signing": signed.signing or None, "signatories": [dict(line) for line in signed.signatories]}
    changes = (
        *_signed(workspace, paper, signed.on, row, told),
        *changes_of_signing(workspace, paper, SignedCopy(signed.on, row)),
    )
    return _apply(workspace, ChangeSet(f"Registrerade handling {paper.number} som påskriven", changes))


def with_signed_paper(
    workspace: Workspace, step: ChangeSet, about: tuple[str, UUID], paper_type: str, copy: SignedCopy
) -> ChangeSet:
    """A step that notes by hand that a record is signed, with the handling of it that is out noted as signed too.

    `about` is the record's register and id, `paper_type` the kind of paper that the record itself is.
    """
    papers = papers_about(workspace.reading(), *about, paper_type)
    paper = next((paper for paper in papers if paper.status in UNSIGNED), None)
    if paper is None or copy.file is None:
        return step
    return ChangeSet(step.title, (*step.changes, *_signed(workspace, paper, copy.on, copy.file, {})))


def withdraw(workspace: Workspace, paper_id: UUID) -> ChangeSet:
    """Note that a handling is not to be signed after all; it keeps its number. Raises KnownError."""
    paper = _unsigned(workspace, paper_id)
    changes = _changes(workspace, paper, {"status": "makulerat"})
    return _apply(workspace, ChangeSet(f"Makulerade handling {paper.number}", changes))


def _unsigned(workspace: Workspace, paper_id: UUID) -> IssuedPaper:
    """A handling that may still come back signed. Raises KnownError for any other."""
    paper = paper_of(workspace.reading(), paper_id)
    if paper.deleted:
        raise KnownError(f"Handling {paper.number} ligger i papperskorgen. Ta ur den först.")
    if paper.status not in UNSIGNED and paper.status:
        state = workspace.reading().words.label_of("handlingslage", paper.status)
        raise KnownError(f"Handling {paper.number} har läget {state}. Skapa en ny handling i stället.")
    return paper


def _refuse_future(workspace: Workspace, day: date, did: str) -> None:
    if day > workspace.around.today():
        raise KnownError(f"Dagen ligger i framtiden. Ange dagen då handlingen {did}.")


def _changes(workspace: Workspace, paper: IssuedPaper, values: Plain) -> tuple[Change, ...]:
    found, refused = workspace.records.changes_of_save(REGISTER, [paper.id], values)
    if refused:
        raise KnownError(refused[0].reason)
    return found.get(paper.id, ())


def _signed(workspace: Workspace, paper: IssuedPaper, on: date, file: Plain, told: Plain) -> tuple[Change, ...]:
    """What a signed copy changes of its handling, and of the one that it replaces; `told` is what else is known."""
    values = {
        **told,
        "status": "paskrivet",
        "signed_on": on.isoformat(),
        "signed_digest": file["digest"],
        "attachments": [*map(row_to_plain, paper.attachments), {**file, "purpose": "paskrivet"}],
    }
    return (*_changes(workspace, paper, values), *_replacing(workspace, paper))


def _replacing(workspace: Workspace, paper: IssuedPaper) -> Iterator[Change]:
    """The signed papers of the same kind and record are no longer the ones that hold."""
    for other in papers_about(workspace.reading(), paper.about_register, about_of(paper), paper.paper_type):
        if other.status == "paskrivet" and other.id != paper.id:
            yield from _changes(workspace, other, {"status": "ersatt"})


def _apply(workspace: Workspace, changes: ChangeSet) -> ChangeSet:
    workspace.records.apply(changes)
    return changes
