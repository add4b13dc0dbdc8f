"""Who has what as a table, from the system or from who has it."""

from datetime import date

import pytest

from itadmin.domain.fields import Computed
from itadmin.domain.registers import REGISTERS
from itadmin.services.access import grants
from itadmin.services.access_overview import access_overview, by_holder
from itadmin.services.workspace import Workspace

DAY = date(2026, 11, 22)


@pytest.fixture
def rights(workspace: Workspace) -> None:
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    for name, held in (("Ale", {"person": str(anna)}), ("Ekot", {"function": "Ärendehandläggare"})):
        system = workspace.records.add("systems", {"name": name})
        workspace.records.add(
            "access_decisions",
            {
                "access_right": "Läsa",
                "system": str(system),
                "decided_on": "2026-02-01",
                "ends_on": "2027-01-31",
                **held,
            },
        )


def test_it_begins_with_the_system_or_with_who_has_the_right(workspace: Workspace, rights: None) -> None:
    found = grants(workspace.reading())
    by_system = access_overview(found, DAY, holder_first=False)
    assert by_system.told == "Beslutade behörigheter som gäller 2026-11-22: 2 behörigheter."
    (table,) = by_system.tables
    assert [row[:3] for row in table.rows] == [("Ale", "Läsa", "Anna Ek"), ("Ekot", "Läsa", "Ärendehandläggare")]
    assert next(iter(table.rows))[3:] == ("", None, date(2027, 1, 31), date(2026, 2, 1), None)
    (table,) = access_overview(by_holder(found), DAY, holder_first=True).tables
    assert [row[:3] for row in table.rows] == [("Anna Ek", "Ale", "Läsa"), ("Ärendehandläggare", "Ekot", "Läsa")]
    assert [column.title for column in table.columns[:3]] == ["Har behörigheten", "System", "Behörighet"]


def test_nothing_of_a_right_ever_leaves_the_file() -> None:
    fields = REGISTERS["access_decisions"].fields
    stored = {name: field.exposure for name, field in fields.items() if not isinstance(field, Computed)}
    assert {exposure.share for exposure in stored.values()} == {"lokal"}
    assert all(field.exposure.personal for field in fields.values())
