"""Files around an import: templates, and rows to mend."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.applying import write_plan
from itadmin.services.importing.files import ENDINGS, left_out, template
from itadmin.services.importing.headings import Headed, find_headings, importable, propose
from itadmin.services.importing.opening import open_for
from itadmin.services.importing.plan import ImportPlan
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.tables.reading import read_table
from itadmin.services.workspace import Workspace

DAY = date(2026, 11, 22)
SYSTEMS = REGISTERS["systems"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", REGISTERS)
def test_a_template_has_a_column_for_every_field_that_is_known_again(tmp_path: Path, name: str, ending: str) -> None:
    register = REGISTERS[name]
    path = tmp_path / f"mall{ending}"
    path.write_bytes(template(register, ending, DAY).content)
    headings = find_headings(register, read_table(path).sheets[0]).headings
    wanted = [field for field in importable(register) if field != register.proposal]
    assert sorted(propose(register, headings).values()) == sorted(wanted)
    assert propose(register, headings)[0] == register.title_fields[0]


def test_a_template_in_excel_offers_the_words_of_value_lists() -> None:
    book = openpyxl.load_workbook(BytesIO(template(SYSTEMS, ".xlsx", DAY).content))
    sheet = book.worksheets[0]
    assert len(sheet.data_validations.dataValidation) > 5


ROWS = (
    ["Systemnamn", "Antal anv", "Ort", ""],
    ["Lifecare", "ett 40-tal", "Åmål", "x"],
    ["Raindance", 45, "Ed", None],
    ["", 3, "Dals Långed", None],
    ["=1+1", "många", None, None],
)


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_did_not_go_in_can_be_mended_and_taken_in_again(
    planned: Callable[..., ImportPlan], table: Callable[..., Headed], workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    found = planned("systems", *ROWS)
    workspace.records.apply(found.change_set)
    path = tmp_path / f"rätta{ending}"
    path.write_bytes(left_out(found, table("systems", *ROWS), ending, DAY).content)
    again = read_table(path).sheets[0].rows
    three = 3 if ending == ".xlsx" else "3"
    assert again[0].cells == ("Systemnamn", "Antal anv", "Ort", None, "Vad som inte gick in")
    assert [row.cells[:4] for row in again[1:]] == [
        ("Lifecare", "ett 40-tal", "Åmål", "x"), (None, three, "Dals Långed", None), ("=1+1", "många", None, None),
    ]  # fmt: skip
    assert again[1].cells[4] == "Cellen lästes inte: Antal användare: Skriv ett helt tal, till exempel 120."
    assert str(again[2].cells[4]).startswith("Raden gick inte in: Namn: ")
    proposal = open_for(SYSTEMS, path)
    more = plan(
        workspace.reading(), SYSTEMS, proposal.table, proposal.columns, workspace.around.new_id, Progress(),
        file_name=path.name,
    )  # fmt: skip
    assert [row.state for row in more.rows] == ["oforandrad", "problem", "oforandrad"]


def test_a_backup_is_taken_before_anything_is_written(planned: Callable[..., ImportPlan], workspace: Workspace) -> None:
    before = workspace.file.content()
    backup = write_plan(workspace, planned("systems", *ROWS))
    assert backup is not None
    assert backup.read_bytes() == before
    assert workspace.reading().count("systems") == 3
    assert workspace.undo.state().undo == "Läste in 3 system"


def test_a_plan_without_changes_writes_nothing(planned: Callable[..., ImportPlan], workspace: Workspace) -> None:
    assert write_plan(workspace, planned("systems", ["Namn"], [""])) is None
    assert workspace.undo.state().undo == ""


def test_the_proposal_tells_what_it_takes(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Anteckningar"])
    sheet = book.create_sheet("System")
    for row in (["Våra system"], [], ["System", "Lev.", "Ort", "Lev."], ["Lifecare", "X", "Y", "Z"]):
        sheet.append(row)
    path = tmp_path / "lista.xlsx"
    book.save(path)
    proposal = open_for(SYSTEMS, path)
    assert (proposal.sheets, proposal.table.sheet, proposal.table.number) == (("Sheet", "System"), "System", 3)
    assert proposal.columns == {0: "name", 1: "supplier"}
    assert proposal.not_taken == ("Ort", "Lev.")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Ort;Antal\nÅmål;3\n",
            "har ingen kolumn för Namn. Ge kolumnen den rubriken. Rubrikerna som hittades",
        ),
        ("Systemnamn;Antal anv\n", "har inga rader under rubrikerna"),
    ],
)
def test_a_table_that_names_no_records_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match=sentence):
        open_for(SYSTEMS, path)
