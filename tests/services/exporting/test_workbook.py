import gc
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from itadmin.domain.problems import KnownError
from itadmin.services.exporting import workbook
from itadmin.services.exporting.sheet import Column, Row, Sheet, Written
from itadmin.services.exporting.workbook import write_workbook
from itadmin.services.progress import CancelledError

DAY = date(2026, 11, 22)
MIDNIGHT = datetime(2026, 11, 22, tzinfo=UTC).replace(tzinfo=None)
LOOKS_LIKE_MORE = ("=1+1", "=cmd|'/C calc'!A0", "#N/A", "@SUM(A1)", "+1", "-1", "TRUE", "2026-01-01", "12")
Opened = Callable[[bytes], Any]


def written(*sheets: Sheet) -> Written:
    return write_workbook(sheets, "Prov", DAY)


def values(page: Any, row: int) -> list[Any]:
    return [cell.value for cell in page[row]]


def test_every_kind_as_excel_keeps_it(kinds: Sheet, opened: Opened) -> None:
    page = opened(written(kinds).content)["System"]
    assert values(page, 1) == ["Namn", "Text", "Antal", "Kostnad", "Andel", "Dag", "Finns", "Id"]
    assert values(page, 2) == ["Ängslan", "ett\ntvå", 1200, 1234.5, 0.995, MIDNIGHT, "Ja", "abc"]
    assert values(page, 3) == [None, None, 0, 148000, 1, "2019-03", "Nej", "def"]
    assert values(page, 4) == ["Tom", *(None,) * 6, "ghi"]
    formats = [cell.number_format for cell in page[2]]
    assert formats[2:6] == ['#,##0 "timmar"', '#,##0.00 "kr per år"', "0.0%", "yyyy\\-mm\\-dd"]
    assert [cell.number_format for cell in page[3]][3:5] == ['#,##0 "kr per år"', "0%"]
    assert page["F2"].data_type == "d"


@pytest.mark.parametrize(
    ("hundredths", "kept", "shown"), [(9955, 0.9955, "0.00%"), (50, 0.005, "0.0%"), (-100, -0.01, "0%"), (0, 0, "0%")]
)
def test_percentages_show_the_decimals_they_have(hundredths: int, kept: float, shown: str, opened: Opened) -> None:
    cell = opened(written(Sheet("A", (Column("%", "percent"),), ((hundredths,),))).content)["A"]["A2"]
    assert (cell.value, cell.number_format) == (kept, shown)


def test_a_year_has_no_thousands(opened: Opened) -> None:
    cell = opened(written(Sheet("A", (Column("År", "year"),), ((2026,),))).content)["A"]["A2"]
    assert (cell.value, cell.number_format) == (2026, "0")


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(1900, 2, 28), date(1, 1, 1)])
def test_days_that_excel_cannot_count_are_text(day: date, opened: Opened) -> None:
    cell = opened(written(Sheet("A", (Column("Dag", "day"),), ((day,),))).content)["A"]["A2"]
    assert (cell.value, cell.data_type) == (day.isoformat(), "s")


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|'/C calc'!A0", "#N/A", "@SUM(A1)", "+1", "-1", "TRUE", "2026-01-01", "12"]
)
def test_text_is_text_whatever_it_looks_like(text: str, opened: Opened) -> None:
    content = written(Sheet("A", (Column(text), Column("B", "long_text")), ((text, text),), above=(text,))).content
    page = opened(content)["A"]
    for place in ("A1", "A2", "A3", "B3"):
        assert (page[place].value, page[place].data_type) == (text, "s")
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"<f " not in sheet


def test_signs_that_a_workbook_cannot_hold_are_left_out(opened: Opened) -> None:
    page = opened(written(Sheet("A", (Column("B\x0b"),), (("a\x00\x1b\x85\ud800b",),))).content)["A"]
    assert (page["A1"].value, page["A2"].value) == ("B", "a\nb")


def test_what_is_longer_than_a_cell_is_left_out_and_told(opened: Opened) -> None:
    sheet = Sheet("A", (Column("Namn"), Column("Text", "long_text")), (("Lifecare", "x" * 32768), ("B", "y" * 32767)))
    made = written(sheet)
    page = opened(made.content)["A"]
    assert (page["B2"].value, len(page["B3"].value)) == (None, 32767)
    assert [remark.split(" är ")[0] for remark in made.remarks] == ["Text för Lifecare"]


def test_headings_stay_in_view_and_can_be_filtered(kinds: Sheet, opened: Opened) -> None:
    page = opened(written(kinds).content)["System"]
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("B2", "A1:H4", "$1:$1")
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page["A1"].font.bold


def test_columns_are_as_wide_as_what_is_in_them(opened: Opened) -> None:
    columns = (Column("A"), Column("En längre rubrik"), Column("C"), Column("Id", quiet=True))
    page = opened(written(Sheet("A", columns, (("x", "y", "z" * 90, "i" * 36),))).content)["A"]
    assert [page.column_dimensions[letter].width for letter in "ABCD"] == [8, 19, 60, 14]


def test_amounts_have_room_for_their_unit(opened: Opened) -> None:
    column = Column("Kostnad", "money", unit="kr per år")
    page = opened(written(Sheet("X", (column,), [(4_000_000_00,)])).content).worksheets[0]
    assert page["A2"].number_format == '#,##0 "kr per år"'
    assert page.column_dimensions["A"].width > len("4 000 000 kr per år")


def test_lines_above_move_the_headings_down(kinds: Sheet, opened: Opened) -> None:
    sheet = Sheet("A", kinds.columns, kinds.rows, above=("Ett", "Två"))
    page = opened(written(sheet).content)["A"]
    assert [page[f"A{row}"].value for row in (1, 2, 3, 4)] == ["Ett", "Två", "Namn", "Ängslan"]
    assert (page.freeze_panes, page.auto_filter.ref) == ("B4", "A3:H6")
    assert [page[place].font.bold for place in ("A1", "A2")] == [True, False]


def test_a_short_list_is_offered_by_the_cell_itself(opened: Opened) -> None:
    columns = (Column("Namn"), Column("Läge", choices=("Låg", "Hög")))
    book = opened(written(Sheet("A", columns, (("x", "Hög"),), room=2)).content)
    assert book.sheetnames == ["A"]
    (rule,) = book["A"].data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"Låg,Hög"', "B2:B4")


@pytest.mark.parametrize("levels", [("Låg, eller ingen", "Hög"), ('"Låg"', "Hög"), ("x" * 130, "y" * 130)])
def test_other_lists_are_offered_from_a_hidden_sheet(levels: tuple[str, ...], opened: Opened) -> None:
    columns = (Column("Namn"), Column("Läge", choices=levels), Column("Nivå", choices=levels, help="Välj en nivå."))
    book = opened(written(Sheet("A", columns, (("x", "Hög", None),), room=2)).content)
    assert book["Listor"].sheet_state == "hidden"
    assert (values(book["Listor"], 1), values(book["Listor"], 2)) == ([levels[0]], [levels[1]])
    rules = book["A"].data_validations.dataValidation
    assert [(rule.type, rule.formula1, str(rule.sqref)) for rule in rules] == [
        ("list", "Listor!$A$1:$A$2", "B2:B4"),
        ("list", "Listor!$A$1:$A$2", "C2:C4"),
    ]
    assert rules[1].prompt == "Välj en nivå."


def test_without_choices_there_is_no_hidden_sheet(kinds: Sheet, opened: Opened) -> None:
    assert opened(written(kinds).content).sheetnames == ["System"]


def test_a_protected_sheet_lets_all_but_the_fixed_columns_be_changed(opened: Opened) -> None:
    columns = (Column("Namn", fixed=True), Column("Anteckning"))
    page = opened(written(Sheet("A", columns, (("x", "y"), ("z", None)), protected=True)).content)["A"]
    assert page.protection.sheet
    assert page.protection.password is None
    assert [page[place].protection.locked for place in ("A1", "A2", "B2")] == [True, True, False]
    assert [page[place].fill.fill_type for place in ("A2", "B2")] == ["solid", None]
    assert page.column_dimensions["B"].protection.locked is False
    assert page.column_dimensions["A"].protection.locked is True


def test_equal_sheets_give_equal_bytes_that_name_nobody(kinds: Sheet, opened: Opened) -> None:
    first, second = written(kinds), written(kinds)
    assert first.content == second.content
    archive = zipfile.ZipFile(io.BytesIO(first.content))
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = opened(first.content).properties
    assert (properties.creator, properties.lastModifiedBy, properties.title) == ("itadmin", "itadmin", "Prov")
    assert properties.created == properties.modified == MIDNIGHT


def test_sheets_get_names_that_excel_accepts(kinds: Sheet, opened: Opened) -> None:
    names = ["Sys/tem: [a]", "sys tem a", "", "x" * 40, "x" * 40, "History", "'"]
    book = opened(written(*(Sheet(name, kinds.columns, ()) for name in names)).content)
    assert book.sheetnames == [
        "Sys tem a", "sys tem a (2)", "Blad", "x" * 31, f"{'x' * 27} (2)", "History (2)", "Blad (2)",
    ]  # fmt: skip


def test_more_rows_than_a_sheet_can_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    column = (Column("A"),)
    written(Sheet("A", column, (("x",), ("y",))))
    with pytest.raises(KnownError, match="rymmer högst 2 rader"):
        written(Sheet("A", column, (("x",), ("y",), ("z",))))


def test_work_that_is_stopped_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rows() -> Iterator[Row]:
        for _number in range(300):
            yield ("x",)
        raise CancelledError

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(CancelledError):
        written(Sheet("A", (Column("A"),), rows()))
    gc.collect()
    assert list(tmp_path.iterdir()) == []
