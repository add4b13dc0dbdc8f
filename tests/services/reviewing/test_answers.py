"""What is answered on a review sheet, when it comes back."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.applying import write_plan
from itadmin.services.importing.headings import Headed
from itadmin.services.importing.opening import open_for
from itadmin.services.importing.plan import ImportPlan
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.reviewing.answers import answered
from itadmin.services.reviewing.sheets import review_sheet, reviewers
from itadmin.services.tables.table import Moment, Row
from itadmin.services.workspace import Workspace

DAY = date(2026, 11, 22)
SYSTEMS = REGISTERS["systems"]
COLUMNS = {0: "name", 1: "system_manager", 3: "reviewed_by", 4: "reviewed_on"}
HEADINGS = ("Namn", "Systemansvarig", "Stämmer fortfarande", "Granskad av", "Senast granskad")


def table(*rows: tuple[Any, ...], headings: tuple[str, ...] = HEADINGS) -> Headed:
    return Headed("Granskning", 1, headings, tuple(Row(number, cells) for number, cells in enumerate(rows, start=2)))


@pytest.mark.parametrize(
    ("cells", "after"),
    [
        (("A", "Anna", "Ja", "Bo", "2026-11-01"), ("A", "Anna", "Ja", "Bo", "2026-11-01")),
        (("A", "Anna", "ja ", None, None), ("A", "Anna", "ja ", "Anna", Moment(DAY))),
        (("A", None, "x", " ", ""), ("A", None, "x", None, Moment(DAY))),
        (("A", "Anna", True, None, Moment(DAY)), ("A", "Anna", True, "Anna", Moment(DAY))),
        (("A", "Anna", "Nej", "Bo", "2026-11-01"), ("A", "Anna", "Nej", None, None)),
        (("A", "Anna", None, "Bo", "2026-11-01"), ("A", "Anna", None, None, None)),
        (("A", "Anna", "kanske", "Bo", "2026-11-01"), ("A", "Anna", "kanske", None, None)),
        (("A",), ("A", None, None, None, None)),
    ],
)
def test_only_a_yes_is_a_review(cells: tuple[Any, ...], after: tuple[Any, ...]) -> None:
    (row,) = answered(table(cells), COLUMNS, DAY).rows
    assert (row.number, tuple(row.cell(place) for place in range(5))) == (2, after)


def test_columns_that_are_not_taken_in_are_left_alone() -> None:
    cells = ("A", "Anna", "Ja", None, None)
    (row,) = answered(table(cells), {0: "name"}, DAY).rows
    assert row.cells == cells


def test_a_table_that_is_no_review_sheet_is_as_it_was() -> None:
    other = table(("A", "Anna", "Ja", "Bo", "2026-11-01"), headings=("Namn", "B", "C", "D", "E"))
    assert answered(other, COLUMNS, DAY) is other


def test_how_many_have_answered_and_who_has_said_no_is_told() -> None:
    rows = [(name, None, answer) for name, answer in zip("ABCDEFGH", ["Ja", "", *["Nej"] * 6], strict=True)]
    assert answered(table(*rows), COLUMNS, DAY).remarks == (
        "1 av 8 rader är besvarade med Ja.",
        "Svarat Nej, följ upp: C, D, E, F, G och 1 till.",
    )
    assert len(answered(table(("A", None, "Ja")), COLUMNS, DAY).remarks) == 1


# There and back


@pytest.fixture
def sent(workspace: Workspace, tmp_path: Path) -> Path:
    """The sheet of Anna's two systems, as it is mailed."""
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    for name in ("Ale", "Lifecare"):
        workspace.records.add(
            "systems",
            {"name": name, "lifecycle": "i_drift", "user_count": 9, "system_manager": str(anna), "note": "Står kvar."},
        )
    reading = workspace.reading()
    out = tmp_path / "Granskning_Anna_Ek_2026.xlsx"
    out.write_bytes(review_sheet(reading, reviewers(reading)[0]).content)
    return out


@pytest.fixture
def answer(sent: Path) -> Callable[..., None]:
    """Write into the sheet as Anna does: (system, heading, value) as often as she likes."""

    def write(*cells: tuple[str, str, Any]) -> None:
        book = openpyxl.load_workbook(io.BytesIO(sent.read_bytes()))
        page = book["Granskning"]
        top = next(row[0].row for row in page.iter_rows() if row[0].value == "Namn")
        places = {page.cell(top, column).value: column for column in range(1, page.max_column + 1)}
        for system, heading, value in cells:
            row = next(row for row in range(top + 1, page.max_row + 1) if page.cell(row, 1).value == system)
            page.cell(row, places[heading]).value = value
        book.save(sent)

    return write


def planned(workspace: Workspace, path: Path) -> ImportPlan:
    proposal = open_for(SYSTEMS, path)
    assert proposal.not_taken == ()
    return plan(
        workspace.reading(), SYSTEMS, proposal.table, proposal.columns, workspace.around.new_id, Progress(),
        file_name=path.name,
    )  # fmt: skip


def test_a_sheet_that_nobody_has_answered_changes_nothing(workspace: Workspace, sent: Path) -> None:
    found = planned(workspace, sent)
    assert (found.count("oforandrad"), found.problems) == (2, ())
    assert found.remarks == ("0 av 2 rader är besvarade med Ja.",)


def test_answers_and_corrections_go_in_as_one_step(
    workspace: Workspace, sent: Path, answer: Callable[..., None]
) -> None:
    answer(
        ("Ale", "Stämmer fortfarande", "Ja"),
        ("Ale", "Antal användare", 12),
        ("Lifecare", "Stämmer fortfarande", "Nej"),
        ("Lifecare", "Granskad av", "Anna"),
        ("Lifecare", "Läge", "Under avveckling"),
        ("Lifecare", "Anteckning", None),
    )
    found = planned(workspace, sent)
    write_plan(workspace, found)
    reading = workspace.reading()
    ale, lifecare = (reading.one("systems", record_id(workspace, name)).record for name in ("Ale", "Lifecare"))
    assert (ale.reviewed_on, ale.reviewed_by, ale.user_count) == (DAY, "Anna Ek", 12)
    assert (lifecare.reviewed_on, lifecare.reviewed_by) == (None, "")
    assert (lifecare.lifecycle, lifecare.note) == ("under_avveckling", "Står kvar.")
    assert ale.next_review_on is not None
    workspace.undo.undo()
    assert workspace.reading().one("systems", ale.id).record.reviewed_on is None


def test_the_id_tells_which_system_it_is_even_when_it_has_been_renamed(
    workspace: Workspace, sent: Path, answer: Callable[..., None]
) -> None:
    answer(("Ale", "Stämmer fortfarande", "Ja"), ("Ale", "Granskad av", "Bo"), ("Ale", "Senast granskad", "2026-11-03"))
    system = record_id(workspace, "Ale")
    workspace.records.save("systems", system, {"name": "Ale 2"})
    found = planned(workspace, sent)
    assert found.count("ny") == 0
    write_plan(workspace, found)
    record: Any = workspace.reading().one("systems", system).record
    assert (record.reviewed_on, record.reviewed_by) == (date(2026, 11, 3), "Bo")


def record_id(workspace: Workspace, name: str) -> UUID:
    return workspace.reading().named("systems", name)
