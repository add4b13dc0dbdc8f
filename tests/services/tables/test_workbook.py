"""Excel workbooks, those of other programs and those made by hand."""

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from itadmin.services.tables.reading import read_table
from itadmin.services.tables.table import Cell, Fault, Formula, Moment, cell_text
from itadmin.services.tables.workbook import read_workbook

Package = Callable[..., Path]


def read(path: Path) -> dict[str, list[tuple[Cell, ...]]]:
    return {sheet.name: [row.cells for row in sheet.rows] for sheet in read_table(path).sheets}


def bytes_of(book: openpyxl.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_every_kind_of_cell(saved: Callable[..., Path]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    afternoon = datetime.combine(date(2019, 3, 14), time(13, 30))
    sheet.append(["Åäö", 412, 99.5, True, date(2019, 3, 14), afternoon, time(13, 30), None, "sist"])
    sheet.append([0.995, date(2019, 3, 1), date(2019, 1, 1), "=B1*12", "#N/A"])
    for cell, code in (("A2", "0.0%"), ("B2", "mmm\\-yy"), ("C2", "yyyy")):
        sheet[cell].number_format = code
    sheet["E2"].data_type = "e"
    first, second = read(saved(bytes_of(book)))["Sheet"]
    day = Moment(date(2019, 3, 14))
    assert first == ("Åäö", 412, 99.5, True, day, day, "13.30", None, "sist")
    assert second == (
        "99,5 %", Moment(date(2019, 3, 1), 7), Moment(date(2019, 1, 1), 4), Formula("=B1*12"), Fault("#N/A"),
    )  # fmt: skip


def test_whole_numbers_are_whole_also_where_excel_writes_decimals(package: Package) -> None:
    rows = '<row r="1"><c r="A1"><v>7.05551234E8</v></c><c r="B1"><v>3.0</v></c><c r="C1"><v>1E400</v></c></row>'
    assert read(package(rows))["Blad1"] == [(705551234, 3, Fault("inf"))]


@given(st.dates(date(1900, 3, 1), date(9999, 12, 31)))
def test_days_are_those_of_another_program(day: date) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append([day])
    assert read_workbook(bytes_of(book), "lista.xlsx")[0].rows[0].cells == (Moment(day),)


@pytest.mark.parametrize(
    ("number", "day"), [("1", date(1900, 1, 1)), ("59", date(1900, 2, 28)), ("61", date(1900, 3, 1))]
)
def test_the_day_that_never_was_is_left_out(package: Package, number: str, day: date) -> None:
    styles = '<styleSheet xmlns="x"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    rows = f'<row r="1"><c r="A1" s="0"><v>{number}</v></c></row>'
    assert read(package(rows, {"xl/styles.xml": styles}))["Blad1"] == [(Moment(day),)]


@pytest.mark.parametrize("number", ["-1", "3000000", "1e300"])
def test_a_number_that_is_no_day_is_a_fault(package: Package, number: str) -> None:
    styles = '<styleSheet xmlns="x"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    (cell,) = read(package(f'<row r="1"><c r="A1" s="0"><v>{number}</v></c></row>', {"xl/styles.xml": styles}))[
        "Blad1"
    ][0]
    assert isinstance(cell, Fault)


@pytest.mark.parametrize("form", ["9", "18"])
def test_a_share_or_a_time_beyond_all_bounds_is_a_fault(package: Package, form: str) -> None:
    styles = f'<styleSheet xmlns="x"><cellXfs><xf numFmtId="{form}"/></cellXfs></styleSheet>'
    rows = '<row r="1"><c r="A1" s="0"><v>1e306</v></c></row>'
    (row,) = read(package(rows, {"xl/styles.xml": styles}))["Blad1"]
    assert isinstance(row[0], Fault)


def test_a_format_without_a_number_formats_nothing(package: Package) -> None:
    styles = f'<styleSheet xmlns="x"><cellXfs><xf numFmtId="{"9" * 5000}"/></cellXfs></styleSheet>'
    assert read(package('<row r="1"><c r="A1" s="0"><v>7</v></c></row>', {"xl/styles.xml": styles}))["Blad1"] == [(7,)]


def test_half_of_a_sign_is_no_sign(package: Package) -> None:
    strings = "<sst><si><t>a_xD800_b_xD83D__xDE00_</t></si></sst>"
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    assert read(package(rows, {"xl/sharedStrings.xml": strings}))["Blad1"] == [("a\ufffdb😀",)]


def test_days_counted_from_1904(saved: Callable[..., Path]) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.worksheets[0].append([date(2019, 3, 14)])
    assert read(saved(bytes_of(book)))["Sheet"] == [(Moment(date(2019, 3, 14)),)]


def test_rich_text_is_one_text_and_reading_aids_are_left_out(package: Package, saved: Callable[..., Path]) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append([CellRichText("Life", TextBlock(InlineFont(b=True), "care"))])
    assert read(saved(bytes_of(book)))["Sheet"] == [("Lifecare",)]
    strings = (
        '<sst><si><r><t>Åm</t></r><r><t>ål</t></r><rPh sb="0"><t>oм</t></rPh></si>'
        "<si><t>a_x000D_b_x005F_</t></si></sst>"
    )
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    assert read(package(rows, {"xl/sharedStrings.xml": strings}))["Blad1"] == [("Åmål", "a\rb_")]


def test_cells_without_references_follow_each_other(package: Package) -> None:
    rows = '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>2</v></c></row><row/><row><c t="str"><v>b</v></c></row>'
    found = read_table(package(rows)).sheets[0].rows
    assert [(row.number, row.cells) for row in found] == [(1, ("a", 2)), (3, ("b",))]


def test_rows_and_cells_that_are_left_out_leave_room(package: Package) -> None:
    rows = '<row r="7"><c r="C7"><v>1</v></c><c r="AA7"><v>2</v></c></row>'
    (row,) = read_table(package(rows)).sheets[0].rows
    assert (row.number, len(row.cells), row.cells[2], row.cells[26]) == (7, 27, 1, 2)


def test_shared_formulas_are_the_first_one_s_text(package: Package) -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>8</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>10</v></c></row>'
    )
    assert read(package(rows))["Blad1"] == [(Formula("=B1*2"),), (Formula("=B1*2"),)]


def test_other_namespaces_and_prefixes_are_read(package: Package) -> None:
    sheet = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1">'
        '<x:c r="A1" t="inlineStr"><x:is><x:t>strikt</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert read(package(parts={"xl/worksheets/sheet1.xml": sheet}))["Blad1"] == [("strikt",)]


def test_hidden_rows_and_sheets_are_read_and_merged_cells_stand_at_their_first(saved: Callable[..., Path]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Rubrik", "", "Not"])
    sheet.append(["a", "b", "c"])
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[2].hidden = True
    hidden = book.create_sheet("Dold")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    assert read(saved(bytes_of(book))) == {"Sheet": [("Rubrik", None, "Not"), ("a", "b", "c")], "Dold": [("x",)]}


def test_macros_lie_beside_and_are_not_run(workbook: Callable[..., Path]) -> None:
    path = workbook("makro.xlsm", Blad=[["Namn"], ["Lifecare"]])
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x00\x01macro")
    assert read(path) == {"Blad": [("Namn",), ("Lifecare",)]}


def test_charts_are_no_sheets(saved: Callable[..., Path]) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a"])
    book.create_chartsheet("Diagram")
    assert list(read(saved(bytes_of(book)))) == ["Sheet"]


@pytest.mark.parametrize(
    ("merged", "told"),
    [(("A1:C1",), []), (("B2:B3",), ["B2–B3"]), (("A1:C1", "B2:C3"), ["B2–C3"])],
)
def test_cells_merged_over_several_rows_are_told(
    saved: Callable[..., Path], merged: tuple[str, ...], told: list[str]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Namn", "Datum"], ["Anna Ek", "2026-03-03"], ["Bo Al"]):
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    (found,) = read_table(saved(bytes_of(book))).sheets
    assert [row.cells[0] for row in found.rows] == ["Namn", "Anna Ek", "Bo Al"]
    start = "Cellerna {} är sammanfogade över flera rader, och "
    assert [remark[: len(start.format(where))] for remark, where in zip(found.remarks, told, strict=True)] == [
        start.format(where) for where in told
    ]


def test_a_million_empty_rows_are_no_work(package: Package) -> None:
    empty = "".join(f'<row r="{number}"/>' for number in range(3, 100_003))
    far = '<row r="1048576"><c r="A1048576"><v>9</v></c></row>'
    path = package(f'<row r="2"><c r="A2"><v>1</v></c></row>{empty}{far}')
    (sheet,) = read_table(path).sheets
    assert [row.number for row in sheet.rows] == [2]
    assert sheet.remarks == ("Det som kan stå under rad 2 efter hundratusen tomma rader är inte läst.",)


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(str.strip)


@given(st.lists(st.lists(st.none() | texts | st.integers(-(2**53), 2**53) | st.booleans(), min_size=1), min_size=1))
def test_any_table_is_read_as_another_program_reads_it(rows: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
        cell.data_type = "s"
    content = bytes_of(book)
    again = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    theirs = {cell.coordinate: cell.value for row in again.iter_rows() for cell in row if cell.value is not None}
    ours = {
        f"{openpyxl.utils.get_column_letter(column + 1)}{row.number}": cell
        for row in read_workbook(content, "lista.xlsx")[0].rows
        for column, cell in enumerate(row.cells)
        if cell is not None
    }
    assert ours == theirs
    assert all(cell_text(cell) for cell in ours.values())
