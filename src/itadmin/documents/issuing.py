"""Making a numbered paper and keeping it: the number is printed on its pages, and what it says is kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from itadmin.documents.catalogue import TYPES, IncompleteError, prepare
from itadmin.documents.content import Inline, Link, Paper, SignatureBlock, Strong
from itadmin.documents.pdf.render import render
from itadmin.domain.problems import KnownError
from itadmin.services.papers import (
    FINISHED,
    Issued,
    MadePaper,
    Remembering,
    issue,
    next_number,
    papers_about,
    values_used,
)
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.services.workspace import Workspace


def issue_paper(workspace: Workspace, reading: Reading, type_name: str, record_id: UUID | None, out: Path) -> Issued:
    """Make a paper of what `reading` says, number and register it, and write its file: all of it or nothing.

    May be called beside the window, with a reading of its own. Raises IncompleteError when something obligatory is
    missing, and KnownError, also when what it is about is decided and kept already: that paper is the one that holds.
    """
    _refuse_decided(reading, type_name, record_id)
    made = make_numbered(reading, type_name, record_id, next_number(workspace.reading(reading.day)))
    return issue(workspace, made, lambda: write_file(out, made.content))


def make_numbered(reading: Reading, type_name: str, record_id: UUID | None, number: str) -> MadePaper:
    """A paper under a number, with what it was made of. Raises IncompleteError and KnownError."""
    remembering = Remembering(reading)
    prepared = prepare(type_name, remembering, record_id, draft=False)
    kind = TYPES[type_name]
    if prepared.missing:
        raise IncompleteError(kind.name, prepared.missing)
    paper = replace(prepared.paper, number=number)
    title = paper.subject or paper.title
    about = {
        "number": number,
        "type": type_name,
        "title": title,
        "on": reading.day.isoformat(),
        "signatories": list(_signatories(paper)),
        **({"values": dict(prepared.values)} if prepared.values else {}),
    }
    return MadePaper(
        paper_type=type_name,
        title=title,
        number=number,
        register=kind.register or "" if record_id else "",
        record_id=record_id,
        made_on=reading.day,
        file_name=f"{number}_{prepared.file_name}",
        content=render(paper),
        values=values_used(remembering, about),
        to_sign=is_to_sign(paper),
    )


def _refuse_decided(reading: Reading, type_name: str, record_id: UUID | None) -> None:
    register = TYPES[type_name].register if type_name in TYPES else None
    if register is None or record_id is None:
        return
    kept = [paper for paper in papers_about(reading, register, record_id, type_name) if paper.status == FINISHED]
    if kept and reading.lock_of(register, reading.one(register, record_id).record) is not None:
        raise KnownError(
            f"Dokumentet är beslutat och lagrat som handling {kept[0].number}. Öppna den, eller gör en ny version."
        )


def is_to_sign(paper: Paper) -> bool:
    """Whether the paper has lines for signatures; one that is decided on or only read has none."""
    return any(_signature_blocks(paper))


def _signatories(paper: Paper) -> Iterator[dict[str, str]]:
    """Who is to sign, as the paper's own lines for signatures have them: befattning and party."""
    for block in _signature_blocks(paper):
        for party in block.parties:
            for signatory in party.signatories:
                yield {"title": _words(signatory.title), "party": _words(party.name)}


def _signature_blocks(paper: Paper) -> Iterator[SignatureBlock]:
    blocks = (*paper.front, *paper.body, *(block for appendix in paper.appendices for block in appendix.blocks))
    return (block for block in blocks if isinstance(block, SignatureBlock))


def _words(text: Inline) -> str:
    """Running text without its marks."""
    if isinstance(text, str):
        return text
    return "".join(run if isinstance(run, str) else run.text for run in text if isinstance(run, (str, Strong, Link)))
