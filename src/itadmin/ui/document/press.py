"""Making a paper from a private copy of the register: what it says of itself, what it needs, and its file. No Qt.

Loading this module loads the PDF renderer and the page painter, so it is loaded on the worker thread that uses it.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from itadmin.documents.catalogue import TYPES, prepare
from itadmin.documents.content import Paper
from itadmin.documents.issuing import is_to_sign, issue_paper
from itadmin.documents.making import make
from itadmin.documents.pdf.render import render
from itadmin.documents.proposals import PROPOSAL
from itadmin.domain.registers import REGISTERS
from itadmin.domain.values import label_of
from itadmin.services.findings import of_record
from itadmin.services.papers import Issued
from itadmin.services.reading import Reading
from itadmin.services.workspace import Workspace
from itadmin.ui.document.gathering import gather_needs
from itadmin.ui.document.needs import NeedGroup, count_missing
from itadmin.ui.document.pages import PdfPages

_MOST_GROUPS = 30


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper as it would print now, and what to tell about it.

    `status` is the code of the record's status among `states`, "" where it has none, and `status_word` what it is
    called. `remarks` are sentences about what is wrong with the record of a paper to sign, though nothing is missing;
    `thoughts` about what to think of before the paper is given to anybody. `to_sign` says that it has lines for
    signatures, `proposal` that it is marked as not decided yet, `locked` that its record is decided and can no longer
    change. `draft` says that something is missing, so that the paper is marked as a draft. `missing` is how many values
    are not known; of the records that lack them the first are in `groups`, as there may be thousands.
    """

    kind: str
    heading: str
    parties: str
    version: str
    status: str
    states: str
    status_word: str
    file_name: str
    draft: bool
    to_sign: bool
    proposal: bool
    locked: bool
    remarks: tuple[str, ...]
    thoughts: tuple[str, ...]
    missing: int
    groups: tuple[NeedGroup, ...]
    content: bytes

    def open_pages(self) -> PdfPages:
        """The pages, to be painted on the thread that calls this."""
        return PdfPages(self.content)


def print_now(reading: Reading, type_name: str, record_id: UUID | None) -> Printed:
    """Make a paper as it would print now, and close the reading. Raises KnownError."""
    with closing(reading):
        prepared = prepare(type_name, reading, record_id, draft=False)
        lacking = prepared.missing
        register = TYPES[type_name].register
        record = reading.one(register, record_id).record if register and record_id else None
        locked = register is not None and record is not None and reading.lock_of(register, record) is not None
        draft = bool(lacking) and not locked
        if draft:
            prepared = prepare(type_name, reading, record_id, draft=True)
        groups = gather_needs(type_name, reading, record_id, lacking or prepared.untold)
        to_sign = is_to_sign(prepared.paper)
        findings = of_record(reading, register, record_id) if to_sign and register and record_id else ()
        status, states = str(getattr(record, "status", "")), _states(register)
        return Printed(
            kind=TYPES[type_name].name,
            heading=prepared.paper.subject or prepared.paper.title,
            parties=parties_of(prepared.paper),
            version=str(getattr(record, "version", "")),
            status=status,
            states=states,
            status_word=label_of(states, status) if states and status else "",
            file_name=prepared.file_name,
            draft=draft,
            to_sign=to_sign,
            proposal=PROPOSAL in prepared.paper.marks,
            locked=locked,
            remarks=tuple(found.text for found in findings),
            thoughts=prepared.remarks,
            missing=count_missing(groups),
            groups=groups[:_MOST_GROUPS],
            content=render(prepared.paper),
        )


def issue_file(workspace: Workspace, reading: Reading, type_name: str, record_id: UUID | None, out: Path) -> Issued:
    """Make the finished paper, register it and write its file, and close the reading. Raises KnownError."""
    with closing(reading):
        return issue_paper(workspace, reading, type_name, record_id, out)


def open_pages(content: bytes) -> PdfPages:
    """The pages of a PDF that was made here, to be painted on the thread that calls this."""
    return PdfPages(content)


def make_file(reading: Reading, type_name: str, record_id: UUID | None, *, draft: bool) -> bytes:
    """The bytes of a paper, and close the reading. Raises IncompleteError for a final one that lacks something."""
    with closing(reading):
        return make(type_name, reading, record_id, draft=draft)


def parties_of(paper: Paper) -> str:
    """The parties by name; those of one name by their parts of it."""
    parties = paper.cover.parties if paper.cover else ()
    names = [party.name for party in parties if isinstance(party.name, str)]
    units = [party.unit for party in parties if isinstance(party.unit, str)]
    is_one = len(set(names)) == 1 < len(names) == len(set(units)) and all(units)
    return " och ".join(units if is_one else names)


def _states(register: str | None) -> str:
    """The value list of the states that a register's records may have; "" where they have none."""
    field = REGISTERS[register].fields.get("status") if register else None
    return getattr(field, "values", "")
