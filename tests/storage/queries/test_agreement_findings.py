"""What is wrong with an agreement beside its systems and the agreements it hangs together with; and at the system."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.storage.queries import findings

DAY = date(2026, 11, 22)

Plain = dict[str, Any]

INSTRUCTION: Plain = {
    "processing_purpose": "Support och felsökning.",
    "processing_kinds": "Lagring",
    "data_subjects": "Brukare",
    "data_categories": "Hälsa",
}
PUB: Plain = {"kind": "pub_avtal", **INSTRUCTION}


@pytest.fixture
def found(workspace: Workspace) -> Callable[[str, UUID], list[str]]:
    def of(register: str, record_id: UUID) -> list[str]:
        with workspace.file.reading() as connection:
            keys = findings.found(connection, REGISTERS[register], record_id, DAY)
            counted = findings.counts(connection, REGISTERS[register], DAY)
        assert {key for key, number in counted.items() if number} >= set(keys)
        return keys

    return of


@pytest.fixture
def add(workspace: Workspace) -> Callable[..., UUID]:
    def adding(system: UUID | None = None, **values: Any) -> UUID:
        systems = [str(system)] if system else []
        plain = {"title": "Avtal", "status": "gallande", "systems": systems, **values}
        return workspace.records.add("agreements", plain)

    return adding


@pytest.fixture
def needing(workspace: Workspace) -> Callable[..., UUID]:
    """Add a system that nobody has said anything of but what it needs."""

    def adding(**values: Any) -> UUID:
        return workspace.records.add("systems", {"name": "Lifecare", **values})

    return adding


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        (INSTRUCTION, []),
        ({}, ["pub_utan_instruktion"]),
        ({**INSTRUCTION, "processing_kinds": None}, ["pub_utan_instruktion"]),
        ({**INSTRUCTION, "data_categories": None, "kind": "underbitradesavtal"}, ["pub_utan_instruktion"]),
        ({"status": "utkast"}, ["pub_utan_instruktion"]),
        ({"status": None}, ["pub_utan_instruktion"]),
        ({"status": "upphort"}, []),
        ({"kind": "sekretessavtal"}, []),
        ({**INSTRUCTION, "third_country": True}, ["tredje_land_utan_grund"]),
        ({**INSTRUCTION, "third_country": True, "third_country_basis": "Standardklausuler"}, []),
        ({**INSTRUCTION, "third_country": False}, []),
        ({**INSTRUCTION, "third_country": True, "status": "ersatt"}, []),
    ],
)
def test_the_instruction_of_a_pub_agreement_is_whole(
    add: Callable[..., UUID], found: Callable[[str, UUID], list[str]], values: Plain, keys: list[str]
) -> None:
    assert found("agreements", add(**{"kind": "pub_avtal", **values})) == keys


@pytest.mark.parametrize(
    ("said", "values", "keys"),
    [
        ("Molnlagret AB", {}, ["pub_utan_underbitraden"]),
        ("Molnlagret AB", {"subprocessors": [{"name": "Molnlagret AB"}]}, []),
        ("Molnlagret AB", {"kind": "underbitradesavtal"}, []),
        ("Molnlagret AB", {"status": "upphort"}, []),
        (None, {}, []),
    ],
)
def test_subprocessors_that_the_system_tells_of_are_listed(
    add: Callable[..., UUID],
    needing: Callable[..., UUID],
    found: Callable[[str, UUID], list[str]],
    said: str | None,
    values: Plain,
    keys: list[str],
) -> None:
    assert found("agreements", add(needing(sub_processors=said), **{**PUB, **values})) == keys


@pytest.mark.parametrize(("field", "key"), [("main_agreement", "ring_i_avtalskedjan"), ("replaces", "ring_av_ersatta")])
def test_agreements_that_go_round_in_a_ring_are_told(
    add: Callable[..., UUID],
    found: Callable[[str, UUID], list[str]],
    workspace: Workspace,
    field: str,
    key: str,
) -> None:
    first = add()
    second = add(**{field: str(first)})
    outside = add(**{field: str(second)})
    assert found("agreements", first) == found("agreements", second) == []
    workspace.records.save("agreements", first, {field: str(second)})
    assert found("agreements", first) == found("agreements", second) == [key]
    assert found("agreements", outside) == []
    workspace.records.delete("agreements", [second])
    assert found("agreements", first) == []


@pytest.mark.parametrize(
    ("need", "promise", "is_less"),
    [
        ({"rto_hours": 4}, {"rto_hours": 8}, True),
        ({"rto_hours": 4}, {"rto_hours": 4}, False),
        ({"rto_hours": 4}, {"longest_outage": "1 dygn"}, True),
        ({"longest_outage_hours": 4}, {"rto_hours": 8}, True),
        ({"required_availability_percent": 9950}, {"availability_percent": 9900}, True),
        ({"required_support_hours": "dygnet runt"}, {"support_hours": "Vardag 8–17"}, True),
        ({"required_support_hours": "Vardag 8–16"}, {"support_hours": "Vardag 7–17"}, False),
        ({"required_support_hours": "dygnet runt"}, {"support_hours": "Vardag 8–17", "on_call": True}, False),
        ({"availability": "4"}, {"rto_hours": 72}, True),
        ({"availability": "0"}, {"rto_hours": 72}, False),
        ({"rto_hours": 4}, {}, False),
        ({"rto_hours": 4}, {"support_hours": "Vardag 8–17"}, False),
        ({"rto_hours": 4}, {"rto_hours": 8, "kind": "licensavtal"}, False),
        ({"rto_hours": 4, "lifecycle": "avvecklad"}, {"rto_hours": 8}, False),
    ],
)
def test_a_promise_that_is_less_than_the_need_is_told_at_both(
    add: Callable[..., UUID],
    needing: Callable[..., UUID],
    found: Callable[[str, UUID], list[str]],
    need: Plain,
    promise: Plain,
    *,
    is_less: bool,
) -> None:
    system = needing(**need)
    agreement = add(system, **{"kind": "driftavtal", **promise})
    assert ("lovar_mindre_an_behov" in found("agreements", agreement)) is is_less
    assert ("avtal_lovar_for_lite" in found("systems", system)) is is_less


def test_a_draft_is_told_of_at_the_agreement_only_and_what_is_over_not_at_all(
    add: Callable[..., UUID],
    needing: Callable[..., UUID],
    found: Callable[[str, UUID], list[str]],
    workspace: Workspace,
) -> None:
    system = needing(rto_hours=4)
    agreement = add(system, kind="driftavtal", rto_hours=8, status="utkast")
    assert "lovar_mindre_an_behov" in found("agreements", agreement)
    assert "avtal_lovar_for_lite" not in found("systems", system)
    workspace.records.save("agreements", agreement, {"status": "uppsagt"})
    assert "avtal_lovar_for_lite" in found("systems", system)
    workspace.records.save("agreements", agreement, {"status": "ersatt"})
    assert "lovar_mindre_an_behov" not in found("agreements", agreement)
    assert "avtal_lovar_for_lite" not in found("systems", system)
