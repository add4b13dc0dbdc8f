from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.fields import Rows
from itadmin.domain.record import described_fields
from itadmin.domain.registers import REGISTERS
from itadmin.services.exporting.records import RecordSheets, Selection, all_fields, may_be_secret
from itadmin.services.exporting.sheet import Sheet
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.workspace import Workspace


@pytest.fixture
def agreement(workspace: Workspace) -> UUID:
    system = workspace.records.add("systems", {"name": "Lifecare"})
    other = workspace.records.add("systems", {"name": "Treserva"})
    return workspace.records.add(
        "agreements",
        {
            "title": "Driftavtal",
            "kind": "driftavtal",
            "systems": [str(system), str(other)],
            "starts_on": "2024-01-01",
            "first_term_months": 36,
            "availability_percent": 9950,
            "annual_price": 123450,
            "open_ended": False,
            "options": [{"months": 12, "decision_day": "2026-06-30"}, {"months": 6}],
        },
    )


def sheets_of(workspace: Workspace, register: str, **selected: Any) -> RecordSheets:
    reading = workspace.reading()
    description = REGISTERS[register]
    selection = Selection(description, reading.keys(register), **{"fields": all_fields(description), **selected})
    return RecordSheets(reading, selection, Progress())


def by_title(sheet: Sheet, row: int = 0) -> dict[str, Any]:
    return dict(zip([column.title for column in sheet.columns], list(sheet.rows)[row], strict=True))


def test_values_keep_their_kinds(workspace: Workspace, agreement: UUID) -> None:
    sheet = sheets_of(workspace, "agreements").apart()[0]
    found = by_title(sheet)
    assert {
        "Benämning": "Driftavtal",
        "Slag": "Driftavtal",
        "System": "Lifecare, Treserva",
        "Gäller från och med": date(2024, 1, 1),
        "Första avtalstid": 36,
        "Tillgänglighet": 9950,
        "Pris": 123450,
        "Gäller tills vidare": False,
        "Id": str(agreement),
    }.items() <= found.items()
    units = {column.title: (column.kind, column.unit) for column in sheet.columns}
    assert units["Pris"] == ("money", "kr per år")
    assert units["Första avtalstid"] == ("whole", "månader")


def test_who_holds_a_role_is_told_by_name(workspace: Workspace) -> None:
    person = workspace.records.add("people", {"name": "Åsa Öberg"})
    workspace.records.add("systems", {"name": "Lifecare", "system_owner": str(person), "in_operation_since": "2019"})
    found = by_title(sheets_of(workspace, "systems").apart()[0])
    assert (found["Systemägare"], found["I drift sedan"]) == ("Åsa Öberg", "2019")


def test_rows_have_sheets_of_their_own_with_name_and_id(workspace: Workspace, agreement: UUID) -> None:
    sheets = sheets_of(workspace, "agreements").apart()
    rows = {name: field for name, field in REGISTERS["agreements"].fields.items() if isinstance(field, Rows)}
    assert [sheet.name for sheet in sheets] == ["Avtal", *(field.label for field in rows.values())]
    assert {field.label for field in rows.values()} & {column.title for column in sheets[0].columns} == set()
    written = {sheet.name: list(sheet.rows) for sheet in sheets}
    options = sheets[[sheet.name for sheet in sheets].index("Optioner")]
    labels = [field.label for field in described_fields(REGISTERS["agreements"].fields["options"].row).values()]
    assert [column.title for column in options.columns] == ["Avtal", *labels, "Id"]
    assert [row[:3] for row in written["Optioner"]] == [
        ("Driftavtal", 12, date(2026, 6, 30)),
        ("Driftavtal", 6, None),
    ]
    assert {row[-1] for row in written["Optioner"]} == {str(agreement)}


def test_together_rows_are_text_in_their_cell(workspace: Workspace, agreement: UUID) -> None:
    found = by_title(sheets_of(workspace, "agreements").together())
    assert found["Optioner"].splitlines()[0].startswith("12")
    assert len(found["Optioner"].splitlines()) == 2


def test_only_the_chosen_fields_in_their_order(workspace: Workspace, agreement: UUID) -> None:
    sheets = sheets_of(workspace, "agreements", fields=("kind", "title")).apart()
    assert [[column.title for column in sheet.columns] for sheet in sheets] == [["Slag", "Benämning", "Id"]]


def test_whose_records_are_is_told_where_it_is_asked_for(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    found = by_title(sheets_of(workspace, "systems", fields=("name",), owners=True).apart()[0])
    assert list(found) == ["Namn", "Ägare", "Id"]
    assert found["Ägare"] == "1460"


@pytest.mark.parametrize("register", REGISTERS)
def test_every_field_of_every_register_is_told_once(workspace: Workspace, register: str) -> None:
    description = REGISTERS[register]
    assert sorted(all_fields(description)) == sorted(description.fields)
    sheets = sheets_of(workspace, register).apart()
    told = [column.title for column in sheets[0].columns[:-1]] + [sheet.name for sheet in sheets[1:]]
    assert sorted(told) == sorted(field.label for field in description.fields.values())
    assert len(set(told)) == len(told)


def test_records_come_in_the_order_asked_for_and_progress_follows(workspace: Workspace) -> None:
    ids = [workspace.records.add("systems", {"name": name}) for name in ("B", "A", "C")]
    progress = Progress()
    selection = Selection(REGISTERS["systems"], ids, ("name",))
    sheet = RecordSheets(workspace.reading(), selection, progress).apart()[0]
    assert [row[0] for row in sheet.rows] == ["B", "A", "C"]
    assert (progress.done, progress.total) == (3, 3)


def test_stopped_work_stops(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "A"})
    progress = Progress()
    progress.cancel()
    selection = Selection(REGISTERS["systems"], workspace.reading().keys("systems"), ("name",))
    with pytest.raises(CancelledError):
        list(RecordSheets(workspace.reading(), selection, progress).apart()[0].rows)


def test_what_secrecy_may_cover_is_what_stays_in_the_file() -> None:
    assert may_be_secret(REGISTERS["systems"], ("name", "placement", "note", "suggestion")) == ["Placering"]
