"""Files that are no tables, hostile or broken: each is refused with a sentence that says what to do, and at once."""

import os
import re
import struct
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.problems import KnownError
from itadmin.services.tables import limits
from itadmin.services.tables.reading import read_table
from itadmin.services.tables.table import Row
from itadmin.services.tables.workbook import read_workbook
from itadmin.services.workspace import Workspace

Saved = Callable[..., Path]
_NOT_IN_XML = re.compile("[\x00-\x1f\ufffe\uffff]")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        read_table(path)
    sentence = caught.value.sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_an_empty_file(saved: Saved, name: str) -> None:
    assert "är tom. Välj en fil med en rubrikrad" in refused(saved(b"", name))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "finns inte" in refused(tmp_path / "borta.xlsx")


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "mapp.xlsx"
    folder.mkdir()
    assert refused(folder) == "mapp.xlsx är en mapp. Välj en fil med en tabell."


@pytest.mark.skipif(os.name != "posix", reason="pipes and links of POSIX")
def test_what_never_ends_or_leads_nowhere_is_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ror.csv")
    assert "är ingen fil" in refused(tmp_path / "ror.csv")
    assert "är ingen fil" in refused(Path("/dev/zero"))
    (tmp_path / "ring.csv").symlink_to(tmp_path / "ring.csv")
    assert "Det går inte att läsa ring.csv" in refused(tmp_path / "ring.csv")


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert "finns inte. Kontrollera namnet" in refused(tmp_path / "a\x00b.xlsx")


def test_a_file_that_grows_while_it_is_read(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(b"Namn\n", "a.csv")
    monkeypatch.setattr("itadmin.services.tables.reading.LARGEST_FILE", 5)
    monkeypatch.setattr("itadmin.storage.locks.read", lambda _path, size: (b"Namn\n" + b"x" * 9)[:size])
    assert "för stor" in refused(path)


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX belong to a process")
def test_a_register_that_is_open_here_keeps_its_lock_when_it_is_taken_for_a_table(workspace: Workspace) -> None:
    assert "är ett register eller en annan databas" in refused(workspace.path)
    look = "import sys; from pathlib import Path; from itadmin.storage.locks import lock_state; "
    look += "print(lock_state(Path(sys.argv[1])))"
    told = subprocess.run([sys.executable, "-c", look, workspace.path], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "SQLITE_BUSY"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "är skyddad med lösenord. Ta bort lösenordet"),
        (OLE + "Workbook".encode("utf-16-le"), "är i Excels gamla format. Spara den som Excelarbetsbok"),
        (b"<html><table><tr><td>Namn</td></tr></table></html>", "är en webbsida"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "är en webbsida"),
        (b"PK\x03\x04" + b"x" * 30, "är skadad eller ofullständig. Öppna filen i Excel"),
        (b"%PDF-1.7\n" + bytes(range(1, 9)) * 200, "är ingen tabell"),
    ],
)
def test_other_kinds_of_file(saved: Saved, content: bytes, sentence: str) -> None:
    assert sentence in refused(saved(content, "lista.xls"))


def test_other_kinds_of_zip(saved: Saved) -> None:
    def zipped(**members: str) -> bytes:
        stream = BytesIO()
        with ZipFile(stream, "w") as archive:
            for name, content in members.items():
                archive.writestr(name.replace("__", "/").replace("_", "."), content)
        return stream.getvalue()

    assert "OpenDocument" in refused(saved(zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet")))
    assert "binär Excelfil" in refused(saved(zipped(xl__workbook_bin="x")))
    assert "skadad" in refused(saved(zipped(readme_txt="hej")))


def test_a_locked_part(package: Callable[..., Path], saved: Saved) -> None:
    content = bytearray(package('<row r="1"><c r="A1"><v>1</v></c></row>').read_bytes())
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.find(signature)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(signature, place + 4)
    assert "lösenord" in refused(saved(bytes(content)))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "_rels/.rels"])
def test_a_laughing_part(package: Callable[..., Path], part: str) -> None:
    laugh = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laugh}]><x>&l8;</x>'
    assert "skadad" in refused(package(parts={part: bomb}))


def test_an_entity_that_reads_a_file(package: Callable[..., Path]) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>'
    assert "skadad" in refused(package(parts={"xl/worksheets/sheet1.xml": bomb}))


def test_a_part_that_unpacks_to_too_much(package: Callable[..., Path]) -> None:
    assert "för stor" in refused(package(parts={"xl/sharedStrings.xml": b" " * (limits.LARGEST_PART + 1)}))


def test_a_cell_that_never_ends(package: Callable[..., Path]) -> None:
    rows = f'<row r="1"><c r="A1" t="str"><v>{"x" * (limits.LONGEST_TEXT + 1)}</v></c></row>'
    assert "för stor" in refused(package(rows))


@pytest.mark.parametrize(
    "rows",
    [f"<!--{'x' * 6 * 2**20}-->", f'<row x="{"x" * 6 * 2**20}"/>', "<a>" * 5000 + "</a>" * 5000, "<!--", "<a>"],
)
def test_what_goes_on_as_if_it_never_ended(package: Callable[..., Path], rows: str) -> None:
    assert "skadad" in refused(package(f'<row r="1"><c r="A1"><v>1</v></c></row>{rows}'))


def test_more_cells_than_anybody_has(package: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itadmin.services.tables.workbook.MOST_CELLS", 5)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>1</v></c></row>' for n in range(1, 5))
    assert "för stor" in refused(package(rows))


def test_a_column_beyond_the_last(package: Callable[..., Path]) -> None:
    assert "för stor" in refused(package('<row r="1"><c r="XFD1"><v>1</v></c></row>'))


def test_three_hundred_columns_are_read(workbook: Callable[..., Path]) -> None:
    path = workbook(Blad=[[f"Kolumn {n}" for n in range(300)], list(range(300))])
    assert read_table(path).sheets[0].width == 300


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>inte ett tal</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        f'<row r="{"9" * 5000}"><c><v>1</v></c></row>',
        f'<row r="1"><c r="A1" s="{"9" * 5000}"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>igår</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row>',
    ],
)
def test_cells_that_make_no_sense(package: Callable[..., Path], rows: str) -> None:
    assert "skadad" in refused(package(rows))


@pytest.fixture(scope="module")
def whole() -> bytes:
    book = openpyxl.Workbook()
    for number in range(30):
        book.worksheets[0].append([f"System {number}", number])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows_unless_refused(content: bytes) -> list[Row]:
    try:
        return [row for sheet in read_workbook(content, "lista.xlsx") for row in sheet.rows]
    except KnownError:
        return []


@given(part=st.floats(0, 1))
def test_a_file_that_is_cut_is_refused(whole: bytes, part: float) -> None:
    with pytest.raises(KnownError):
        read_workbook(whole[: int((len(whole) - 30) * part)], "lista.xlsx")


@given(changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_file_that_is_changed_is_read_or_refused_and_never_more(
    whole: bytes, changes: list[tuple[float, int]]
) -> None:
    content = bytearray(whole)
    for place, value in changes:
        content[int(len(content) * place)] = value
    rows = rows_unless_refused(bytes(content))
    assert len(rows) <= 30
    assert all(len(row.cells) <= limits.MOST_COLUMNS for row in rows)


@pytest.mark.parametrize("encoding", ["okänd", "utf-7", "shift_jis", "rot13", "zlib", "idna"])
def test_a_part_in_an_encoding_that_nobody_has(package: Callable[..., Path], encoding: str) -> None:
    part = f'<?xml version="1.0" encoding="{encoding}"?><worksheet/>'.encode()
    assert "skadad" in refused(package(parts={"xl/worksheets/sheet1.xml": part}))


def directory_changed(content: bytes, form: str, offset: int, value: int) -> bytes:
    """A ZIP file with something changed in what its directory says of each part."""
    changed = bytearray(content)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into(form, changed, place + offset, value)
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)


@pytest.mark.parametrize("method", [12, 14, 99])
def test_parts_packed_by_another_method_than_they_say(whole: bytes, saved: Saved, method: int) -> None:
    assert "skadad" in refused(saved(directory_changed(whole, "<H", 10, method)))


def test_parts_with_names_that_are_no_text(whole: bytes, saved: Saved) -> None:
    changed = directory_changed(whole, "<H", 8, 0x800)
    assert "skadad" in refused(saved(directory_changed(changed, "<B", 46, 0xFF)))


def test_more_parts_than_any_workbook_has_are_not_even_listed(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itadmin.services.tables.container.ZipFile", None)
    assert "för stor" in refused(saved(b"PK\x03\x04" + b"PK\x01\x02" * (limits.MOST_PARTS + 1)))


def test_elements_without_number(package: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itadmin.services.tables.container.MOST_ELEMENTS", 1000)
    assert "för stor" in refused(package("<row/>" * 1000))


def test_one_sheet_named_many_times_is_not_unpacked_without_end(
    package: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = "".join(f'<sheet name="Blad{n}" r:id="r1"/>' for n in range(100))
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    workbook = f'<workbook xmlns:r="{office}"><sheets>{names}</sheets></workbook>'
    monkeypatch.setattr("itadmin.services.tables.container.LARGEST_SHEET", 2**20)
    assert "för stor" in refused(package(" " * 2**15, {"xl/workbook.xml": workbook}))


def test_a_size_that_lies_is_seen(package: Callable[..., Path], saved: Saved) -> None:
    content = bytearray(package('<row r="1"><c r="A1"><v>1</v></c></row>').read_bytes())
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", content, place + 24, 10)
        place = content.find(b"PK\x01\x02", place + 4)
    assert "skadad" in refused(saved(bytes(content)))


def test_the_largest_file(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itadmin.services.tables.reading.LARGEST_FILE", 3)
    assert "för stor" in refused(saved(b"Namn\n", "a.csv"))


@pytest.mark.skipif("ITADMIN_CORPORA" not in os.environ, reason="the corpora are not here")
def test_naughty_strings_come_through(workbook: Callable[..., Path]) -> None:
    lines = Path(os.environ["ITADMIN_CORPORA"], "naughty-strings", "blns.txt").read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if line.strip() and not _NOT_IN_XML.search(line) and not line.startswith("=")]
    found = read_table(workbook(Blad=[["Namn"], *[[line] for line in kept]])).sheets[0].rows
    assert [row.cells[0] for row in found[1:]] == kept
