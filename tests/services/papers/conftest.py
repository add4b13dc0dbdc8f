"""A driftavtal as a record, and its paper as if it had been made: the loop knows nothing of how papers are made."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from itadmin.services.papers import Issued, MadePaper, Remembering, issue, next_number, values_used
from itadmin.services.workspace import Workspace


@pytest.fixture
def agreement_id(workspace: Workspace) -> UUID:
    return workspace.records.add(
        "agreements", {"title": "Driftavtal Lifecare", "kind": "driftavtal", "status": "utkast"}
    )


@pytest.fixture
def make_paper(workspace: Workspace, agreement_id: UUID) -> Callable[..., Issued]:
    """Issue a paper of the driftavtal, or of another record or type."""

    def make(
        paper_type: str = "operations_agreement",
        record_id: UUID | None = agreement_id,
        day: date | None = None,
        *,
        register: str = "agreements",
        to_sign: bool = True,
    ) -> Issued:
        reading = Remembering(workspace.reading(day))
        if record_id is not None:
            reading.one(register, record_id)
        number = next_number(reading)
        made = MadePaper(
            paper_type=paper_type,
            title="Driftavtal för Lifecare",
            number=number,
            register=register if record_id else "",
            record_id=record_id,
            made_on=reading.day,
            file_name=f"{number}_Driftavtal.pdf",
            content=b"%PDF-1.7 " + number.encode(),
            values=values_used(reading, {"number": number}),
            to_sign=to_sign,
        )
        issued = issue(workspace, made)
        workspace.records.announce(issued.changes)
        return issued

    return make
