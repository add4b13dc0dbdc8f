"""What tests of tables share: workbooks made by hand or by another program, and files of any bytes."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_PARTS = {
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Blad1" sheetId="1" '
    'r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" '
    f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="r3" Type="{OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>',
}


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., Path]:
    """Writes bytes to a file and gives its path."""

    def save(content: bytes, name: str = "lista.xlsx") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return save


@pytest.fixture
def package(saved: Callable[..., Path]) -> Callable[..., Path]:
    """Makes a workbook of parts written by hand: the rows of its sheet, and parts beside or instead of the usual."""

    def make(rows: str = "", parts: Mapping[str, str | bytes] | None = None, name: str = "lista.xlsx") -> Path:
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
        whole = {**_PARTS, "xl/worksheets/sheet1.xml": sheet, **(parts or {})}
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for part, content in whole.items():
                archive.writestr(part, content)
        return saved(stream.getvalue(), name)

    return make


@pytest.fixture
def workbook(saved: Callable[..., Path]) -> Callable[..., Path]:
    """Makes a workbook of sheets of rows with openpyxl."""

    def make(name: str = "lista.xlsx", **sheets: Sequence[Sequence[Any]]) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        stream = BytesIO()
        book.save(stream)
        return saved(stream.getvalue(), name)

    return make
