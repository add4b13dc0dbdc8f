"""A file as a table, by what it holds and not by what it is called: Excel workbook or delimited text.

What cannot be read is refused with a sentence that says what to do instead.
"""

from __future__ import annotations

import stat
from pathlib import Path

from itadmin.domain.problems import KnownError
from itadmin.domain.text import clean_line
from itadmin.services.tables.container import locked
from itadmin.services.tables.delimited import read_delimited
from itadmin.services.tables.limits import LARGEST_FILE, too_large
from itadmin.services.tables.table import Table
from itadmin.services.tables.workbook import read_workbook
from itadmin.storage import locks

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_BINARY_WORKBOOK = b"xl/workbook.bin"
_DATABASE = b"SQLite format 3\x00"
_WEB_PAGE = (b"<!doctype html", b"<html", b"<?xml")
_START = 200


def read_table(path: Path) -> Table:
    """The sheets of an Excel file (.xlsx, .xlsm) or of delimited text in any usual encoding.

    Raises KnownError: not there, no table, too large, damaged, or locked with a password.
    """
    content = _content(path)
    _refuse_others(content, path.name)
    is_workbook = content.startswith(_ZIP)
    sheets = read_workbook(content, path.name) if is_workbook else (read_delimited(content, path.name),)
    if not any(sheet.rows for sheet in sheets):
        raise KnownError(f"{path.name} är tom. Välj en fil med en rubrikrad och minst en rad till.")
    return Table(path.name, sheets)


def _content(path: Path) -> bytes:
    """The bytes of a file, which may be one of the program's own that is open: that lock is not to be lost."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise KnownError(f"{path.name} är en mapp. Välj en fil med en tabell.")
        if not stat.S_ISREG(found.st_mode):
            raise KnownError(f"{path.name} är ingen fil. Välj en fil med en tabell.")
        content = locks.read(path, LARGEST_FILE + 1) if found.st_size <= LARGEST_FILE else b""
    except (FileNotFoundError, ValueError) as error:
        raise KnownError(f"Filen {clean_line(str(path))} finns inte. Kontrollera namnet.") from error
    except OSError as error:
        raise KnownError(
            f"Det går inte att läsa {path.name}. Stäng filen om den är öppen i Excel och försök igen.",
            details=str(error),
        ) from error
    if max(found.st_size, len(content)) > LARGEST_FILE:
        raise too_large(path.name)
    return content


def _refuse_others(content: bytes, name: str) -> None:
    """Refuse what looks like a table file but is of a kind that is not read."""
    start = content[:_START]
    if start.startswith(_OLE):
        if _ENCRYPTED_STREAM in content:
            raise locked(name)
        raise KnownError(f"{name} är i Excels gamla format. Spara den som Excelarbetsbok (.xlsx) och försök igen.")
    if start.startswith(_DATABASE):
        raise KnownError(f"{name} är ett register eller en annan databas, ingen tabell. Välj en Excelfil eller CSV.")
    if start.startswith(_ZIP) and _OPEN_DOCUMENT in start:
        raise KnownError(f"{name} är ett OpenDocument-kalkylark. Spara det som Excelarbetsbok (.xlsx) och försök igen.")
    if start.startswith(_ZIP) and _BINARY_WORKBOOK in content:
        raise KnownError(f"{name} är en binär Excelfil. Spara den som Excelarbetsbok (.xlsx) och försök igen.")
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_PAGE):
        raise KnownError(f"{name} är en webbsida, inte en tabell. Öppna den i Excel och spara den som .xlsx.")
