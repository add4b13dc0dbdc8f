"""What is wrong with the records of a register beside their own values: of one record, and how many of each.

Record page, filter and counts ask the same conditions of the storage, so that they always agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from itadmin.domain.findings import Finding
from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Reading
from itadmin.storage.queries import findings


def of_record(reading: Reading, register: str, record_id: UUID) -> tuple[Finding, ...]:
    """What is wrong with a record on the day of the reading, the grave first.

    Others' records, what lies in the bin and mere proposals have no findings.
    """
    description = REGISTERS[register]
    with reading.file.reading() as connection:
        keys = findings.found(connection, description, record_id, reading.day)
    told = [finding for finding in description.findings if finding.key in keys]
    return tuple(sorted(told, key=lambda finding: not finding.grave))


def counts(reading: Reading, register: str) -> Mapping[str, int]:
    """How many own records each finding of a register is true of, by key."""
    with reading.file.reading() as connection:
        return findings.counts(connection, REGISTERS[register], reading.day)
