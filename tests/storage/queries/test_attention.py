"""What the work list is made of, read set by set, is what the records say one by one."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from itadmin.domain.fields import Held
from itadmin.domain.record import plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreement_rules import terms_of
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.systems import System
from itadmin.services.reading import Reading
from itadmin.services.sample import make_sample_region
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import Workspace, open_reading
from itadmin.storage.file import DamagedError
from itadmin.storage.queries import findings
from itadmin.storage.queries.attention import Facts, facts

OVER = {"systems": ("lifecycle", ("avvecklad",)), "agreements": ("status", ("upphort", "ersatt"))}


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    opened = open_reading(make_sample_region(tmp_path_factory.mktemp("region")).files[0], SAMPLE_DAY)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def known(reading: Reading) -> Facts:
    return gathered(reading)


def gathered(reading: Reading) -> Facts:
    with reading.file.reading() as connection:
        return facts(connection, reading.day)


def test_findings_of_all_are_those_of_each(reading: Reading, known: Facts) -> None:
    for register in (item for item in REGISTERS.values() if item.findings):
        with reading.file.reading() as connection:
            expected = {
                record.bytes: found
                for record in reading.keys(register.name)
                if (found := tuple(findings.found(connection, register, record, reading.day)))
            }
        assert known.found[register.name] == expected


@pytest.mark.parametrize("name", ["systems", "agreements", "organisations", "people", "integrations", "cost_lines"])
def test_what_records_lack_is_what_they_are_expected_to_say(reading: Reading, known: Facts, name: str) -> None:
    register = REGISTERS[name]
    asked = {key: item for key, item in register.fields.items() if item.expected and not isinstance(item, Held)}
    expected: dict[UUID, tuple[str, ...]] = {}
    for record_id, read in reading.many(name, reading.keys(name)).items():
        field, codes = OVER.get(name, ("", ()))
        empty = (
            key
            for key, item in asked.items()
            if register.expects(read.record, key) and plain_value(item, getattr(read.record, key)) in (None, [])
        )
        expected[record_id] = () if field and getattr(read.record, field) in codes else tuple(empty)
    assert {UUID(bytes=key): named.lacks for key, named in known.records[name].items()} == expected


def test_agreements_are_read_as_their_records_say(reading: Reading, known: Facts) -> None:
    reads = reading.many("agreements", reading.keys("agreements"))
    assert {UUID(bytes=key) for key in known.agreements} == {
        key for key, read in reads.items() if getattr(read.record, "status", "") not in OVER["agreements"][1]
    }
    for key, time in known.agreements.items():
        record = reads[UUID(bytes=key)].record
        assert isinstance(record, Agreement)
        assert time.terms == terms_of(record)
        assert tuple(UUID(bytes=system) for system, _name in time.systems) == record.systems
        assert (time.kind, time.annual_price, time.checked_on) == (record.kind, record.annual_price, record.checked_on)


def test_systems_and_who_holds_their_roles_are_as_their_pages_say(reading: Reading, known: Facts) -> None:
    reads = reading.many("systems", reading.keys("systems"))
    assert {UUID(bytes=key) for key in known.systems} == reads.keys()
    for record_id, read in reads.items():
        days, held = known.systems[record_id.bytes], known.holders.get(record_id.bytes, {})
        assert isinstance(read.record, System)
        assert (days.lifecycle, days.reviewed_on) == (read.record.lifecycle, read.record.reviewed_on)
        shown = {
            role: read.holders.get(name)
            for role, name in (("systemagare", "system_owner"), ("systemansvarig", "system_manager"))
        }
        for role, holder in shown.items():
            assert (
                (held[role].name, held[role].person_id) == (holder.label, holder.person_id)
                if holder
                else role not in held
            )


@pytest.mark.parametrize(
    ("register", "field", "value"),
    [("agreements", "starts_on", "nyss"), ("systems", "support_ends", "2026-13"), ("systems", "reviewed_on", "x")],
)
def test_a_day_that_is_none_is_told_as_damage(workspace: Workspace, register: str, field: str, value: Any) -> None:
    name = REGISTERS[register].title_fields[0]
    workspace.records.add(register, {name: "Prov", **({"status": "gallande"} if register == "agreements" else {})})
    with workspace.file.writing() as connection:
        connection.execute(text(f"UPDATE {register} SET {field} = :value"), {"value": value})
    with pytest.raises(DamagedError):
        gathered(workspace.reading(date(2026, 11, 22)))
