"""A file that an act attaches to the agreement: a row as the attachments service gives it, with what the file is."""

from __future__ import annotations

from typing import Any

from itadmin.domain.changes import Plain
from itadmin.domain.record import plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.services.acting.case import REGISTER, Case


def with_file(case: Case, file: Plain | None, purpose: str) -> dict[str, Any]:
    """The attachments with one more; nothing to write when there is no file. `purpose` is a code of filslag."""
    if file is None:
        return {}
    rows = plain_value(REGISTERS[REGISTER].fields["attachments"], case.agreement.attachments)
    return {"attachments": [*rows, {**file, "purpose": purpose}]}
