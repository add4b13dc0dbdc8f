"""What an auditor gets: the tables that are in the pack, what they say, and that it is the same each time."""

from __future__ import annotations

import hashlib
import io
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import openpyxl
import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.audit_pack import audit_pack
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.workspace import Workspace

AGREEMENTS = REGISTERS["agreements"].fields
PAPER = b"%PDF-1.7 papper"
NAMES = [
    "las-mig.txt",
    "systemforteckning.pdf",
    "systemforteckning.xlsx",
    "avtal.xlsx",
    "system-utan-avtal.xlsx",
    "vakanta-roller.xlsx",
    "andringar-2026.xlsx",
]


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    return workspace.records.add(
        "systems",
        {"name": "Lifecare", "lifecycle": "i_drift", "purpose": "=1+1 <b>å</b>", "database": "Hemlig databas"},
    )


def pack(workspace: Workspace) -> ZipFile:
    return ZipFile(io.BytesIO(audit_pack(workspace.reading(), PAPER, Progress()).content))


def rows(made: ZipFile, name: str) -> list[dict[str, Any]]:
    """The rows of a table by its headings, whatever stands above these."""
    page = openpyxl.load_workbook(io.BytesIO(made.read(name))).worksheets[0]
    lines = list(page.iter_rows(values_only=True))
    first = next(place for place, line in enumerate(lines) if line[1] is not None)
    return [dict(zip(map(str, lines[first]), line, strict=True)) for line in lines[first + 1 :] if any(line)]


@pytest.mark.usefixtures("system")
def test_the_list_of_contents_tells_each_file_with_its_sum(workspace: Workspace) -> None:
    made = pack(workspace)
    told = made.read("las-mig.txt").decode("utf-8-sig")
    assert made.namelist() == NAMES
    assert "Läget den 22 november 2026\r\n" in told
    assert "Alla system i registret: 1.\r\n" in told
    assert "Pröva sekretessen" in told
    assert "Övningsdata" not in told
    for name in NAMES[1:]:
        assert f"{name}\r\n" in told
        assert hashlib.sha256(made.read(name)).hexdigest() in told
    assert made.read("systemforteckning.pdf") == PAPER


@pytest.mark.usefixtures("system")
def test_equal_records_and_day_give_equal_bytes(workspace: Workspace) -> None:
    first, second = (audit_pack(workspace.reading(), PAPER, Progress()) for _ in range(2))
    assert first.content == second.content
    assert first.remarks == ()
    with ZipFile(io.BytesIO(first.content)) as made:
        assert {member.date_time for member in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_systems_are_told_without_what_stays_in_the_register(workspace: Workspace, system: UUID) -> None:
    del system
    (row,) = rows(pack(workspace), "systemforteckning.xlsx")
    assert (row["Namn"], row["Syfte"], row["Läge"]) == ("Lifecare", "=1+1 <b>å</b>", "I drift")
    assert "Hemlig databas" not in row.values()


def test_agreements_are_told_with_their_days(workspace: Workspace, system: UUID) -> None:
    term = {"starts_on": "2025-01-01", "first_term_months": 24, "renewal_months": 12, "notice_months": 3}
    values = {"title": "Supportavtal", "kind": "supportavtal", "status": "gallande", "systems": [str(system)], **term}
    workspace.records.add("agreements", values)
    made = pack(workspace)
    (row,) = rows(made, "avtal.xlsx")
    assert row["System"] == "Lifecare"
    assert str(row[AGREEMENTS["term_ends_on"].label])[:10] == "2026-12-31"
    assert str(row[AGREEMENTS["next_notice_day"].label])[:10] == "2027-09-30"
    (lacking,) = rows(made, "system-utan-avtal.xlsx")
    assert (lacking["System"], lacking["Gällande avtal"]) == ("Lifecare", "Supportavtal")
    assert (lacking["Saknar driftavtal"], lacking["Saknar PUB-avtal"]) == ("Ja", "Nej")


def test_a_system_with_its_driftavtal_lacks_none(workspace: Workspace, system: UUID) -> None:
    agreed = {"kind": "driftavtal", "status": "gallande", "starts_on": "2025-01-01", "open_ended": True}
    workspace.records.add("agreements", {"title": "Driftavtal", "systems": [str(system)], **agreed})
    assert rows(pack(workspace), "system-utan-avtal.xlsx") == []


def test_roles_that_nobody_holds_are_told_one_by_one(workspace: Workspace, system: UUID) -> None:
    assert [row["Vakant roll"] for row in rows(pack(workspace), "vakanta-roller.xlsx")] == [
        "Systemägare",
        "Systemansvarig",
    ]
    for kind in ("systemagare", "systemansvarig", "ersattare"):
        workspace.records.add("roles", {"system": str(system), "kind": kind, "function": f"Chef {kind}"})
    assert rows(pack(workspace), "vakanta-roller.xlsx") == []


def test_what_has_changed_this_year_is_told(workspace: Workspace, system: UUID) -> None:
    workspace.records.save("systems", system, {"name": "Lifecare 2"})
    assert {row["Post"] for row in rows(pack(workspace), "andringar-2026.xlsx")} == {"Lifecare 2"}


def test_an_empty_register_has_empty_tables(workspace: Workspace) -> None:
    assert all(not rows(pack(workspace), name) for name in NAMES[2:])


@pytest.mark.usefixtures("system")
def test_it_can_be_stopped(workspace: Workspace) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        audit_pack(workspace.reading(), PAPER, progress)
