"""What has changed, as a file: a row for each field, whoever opens it."""

import csv
import io
from uuid import UUID

import pytest
from openpyxl import load_workbook

from itadmin.services.changes_between import Between, ChangesBetween
from itadmin.services.changes_file import ENDINGS, changes_file
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.workspace import Workspace

HEADINGS = ["Slag", "Post", "Vad", "Fält", "Före", "Efter", "Senast ändrad", "Av", "Antal ändringar"]


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    key = workspace.records.add("systems", {"name": "=cmd|' /C calc'!A0", "area": "Omsorg"})
    workspace.records.save("systems", key, {"area": "Skola", "version": "2"})
    workspace.records.add("systems", {"name": "Bara skapad och bortångrad"})
    workspace.undo.undo()
    return key


def made(workspace: Workspace, ending: str) -> bytes:
    reading = workspace.reading()
    changes = ChangesBetween(reading, Between(registers=("systems",)))
    return changes_file(reading, changes, ending, "Ändringar i år", Progress()).content


def test_a_workbook_has_a_row_for_each_field(workspace: Workspace, system: UUID) -> None:
    sheet = load_workbook(io.BytesIO(made(workspace, ".xlsx"))).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0] == "Ändringar i år"
    start = rows.index(HEADINGS)
    told = {(row[1], row[3]): row for row in rows[start + 1 :]}
    area = told["=cmd|' /C calc'!A0", "Område"]
    assert area[4:6] == [None, "Skola"]
    assert area[8] == 2
    assert not any(label == "Bara skapad och bortångrad" for label, _field in told), "it is as before"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_separated_text_has_the_same_and_no_formulas(workspace: Workspace, system: UUID) -> None:
    rows = list(csv.reader(io.StringIO(made(workspace, ".csv").decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == HEADINGS
    assert any(row[3] == "Område" and row[5] == "Skola" for row in rows)
    assert not any(cell.startswith("=") for row in rows for cell in row)


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_stops_when_asked(workspace: Workspace, system: UUID, ending: str) -> None:
    reading, progress = workspace.reading(), Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        changes_file(reading, ChangesBetween(reading, Between()), ending, "", progress)
