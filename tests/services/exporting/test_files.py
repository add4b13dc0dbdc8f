import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.exchange_form import ExchangeForm
from itadmin.services.exporting.files import ENDINGS, make_file
from itadmin.services.exporting.records import Selection, all_fields
from itadmin.services.progress import Progress
from itadmin.services.workspace import Workspace

HOSTILE = "=cmd|' /C calc'!A0"


@pytest.fixture
def selection(workspace: Workspace) -> Selection:
    workspace.records.add("systems", {"name": HOSTILE, "note": "@SUM(1)", "annual_cost": 4_120_000_00})
    workspace.records.add("systems", {"name": "Åsa", "purpose": "å ä ö"})
    systems = REGISTERS["systems"]
    return Selection(systems, workspace.reading().keys("systems"), all_fields(systems))


def made(workspace: Workspace, selection: Selection, ending: str) -> bytes:
    return make_file(workspace.reading(), selection, ending, Progress()).content


@pytest.mark.parametrize("ending", ENDINGS)
def test_equal_records_and_day_give_equal_bytes(workspace: Workspace, selection: Selection, ending: str) -> None:
    assert made(workspace, selection, ending) == made(workspace, selection, ending)


def test_a_workbook_is_named_by_register_and_organisation(
    workspace: Workspace, selection: Selection, opened: Callable[[bytes], Any]
) -> None:
    book = opened(made(workspace, selection, ".xlsx"))
    assert book.properties.title == "System – Bengtsfors kommun"
    assert (book["System"]["A2"].value, book["System"]["A2"].data_type) == (HOSTILE, "s")


def test_separated_text_guards_against_formulas(
    workspace: Workspace, selection: Selection, parted: Callable[[bytes], list[list[str]]]
) -> None:
    rows = parted(made(workspace, selection, ".csv"))
    found = dict(zip(rows[0], rows[1], strict=True))
    assert (found["Namn"], found["Anteckning"], found["Kostnad"]) == (f"'{HOSTILE}", "'@SUM(1)", "4120000")


def test_json_is_what_scripts_read_elsewhere(workspace: Workspace, selection: Selection) -> None:
    reading = workspace.reading()
    form, reads = ExchangeForm(reading), reading.many("systems", selection.ids).values()
    content = made(workspace, selection, ".json")
    assert json.loads(content) == [form.record(selection.register, read) for read in reads]
    assert "Åsa".encode() in content


def test_the_library_for_workbooks_waits_until_one_is_made() -> None:
    module = "itadmin.services.exporting.files"
    code = f"import sys; sys.path[:] = {sys.path}; import {module}; print('openpyxl' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True)
    assert told.stdout.strip() == "False"
