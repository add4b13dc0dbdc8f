"""What leaves comes back as it was: no record is new, none is changed, and nothing is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadmin.domain.changes import Plain
from itadmin.domain.registers import REGISTERS
from itadmin.services.exporting.files import make_file
from itadmin.services.exporting.records import Selection, all_fields
from itadmin.services.importing.opening import open_for
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.workspace import Workspace

RISKY = ("=1+1", "'=1+1", "''x", "+46 70", "-5", "12", "1,5", "2026-01-01", "TRUE", "#N/A", "@a", "'a")


@pytest.fixture
def targets(workspace: Workspace) -> dict[str, list[UUID]]:
    """Two records in every register, for references to lead to."""
    found: dict[str, list[UUID]] = {}
    for name in REGISTERS:
        found[name] = []
    add = workspace.records.add
    found["organisations"] = [add("organisations", {"name": name}) for name in ("Ömse Data AB", "IT-enheten")]
    found["people"] = [add("people", {"name": name}) for name in ("Åsa Öberg", "Kim Berg")]
    found["systems"] = [add("systems", {"name": name}) for name in ("Lifecare", "Treserva, äldre")]
    found["agreements"] = [add("agreements", {"title": name}) for name in ("PUB-avtal", "Driftavtal 1")]
    return found


def refused_or_changed(workspace: Workspace, register: str, ending: str, folder: Path) -> list[Any]:
    """What comes of taking in the file of a register that nobody has touched."""
    description, reading = REGISTERS[register], workspace.reading()
    ids = reading.keys(register)
    made = make_file(reading, Selection(description, ids, all_fields(description)), ending, Progress())
    out = folder / f"ut{ending}"
    out.write_bytes(made.content)
    proposal = open_for(description, out)
    found = plan(reading, description, proposal.table, proposal.columns, workspace.around.new_id, Progress())
    assert len(found.rows) == len(ids)
    return [row for row in found.rows if row.state != "oforandrad" or row.problems]


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("register", ["systems", "agreements", "organisations", "people"])
@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_a_record_says(
    register: str,
    ending: str,
    workspace: Workspace,
    targets: dict[str, list[UUID]],
    values_of: Callable[..., st.SearchStrategy[Plain]],
    tmp_path: Path,
    data: st.DataObject,
) -> None:
    values = data.draw(values_of(REGISTERS[register], targets))
    workspace.records.add(register, {**values, REGISTERS[register].title_fields[0]: data.draw(names())})
    assert refused_or_changed(workspace, register, ending, tmp_path) == []


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("name", RISKY)
def test_names_that_look_like_something_else(name: str, ending: str, workspace: Workspace, tmp_path: Path) -> None:
    workspace.records.add("systems", {"name": name})
    assert refused_or_changed(workspace, "systems", ending, tmp_path) == []


def names() -> st.SearchStrategy[str]:
    """Names, among them such that a spreadsheet takes for something else."""
    return st.sampled_from(RISKY).flatmap(lambda start: st.text(max_size=5).map(lambda end: f"{start}{end}"))
