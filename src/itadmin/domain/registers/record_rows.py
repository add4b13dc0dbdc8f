"""Rows that records of several registers own: links to what lies elsewhere, and attached files.

A file's content lies beside the register under its digest; the row is what the record says of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import LOCAL, Choice, Day, Text, Whole

SEARCHED_FILES = ("attachments.file_name", "attachments.title", "links.title")
"""What records with links and attached files are found by of those."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """Where something about the record can be read: a web page, a folder, a case."""

    title: Annotated[str, Text("Vad", LOCAL, help="Till exempel Användarhandbok.")] = ""
    address: Annotated[str, Text("Adress", LOCAL, form="address", max_length=2000, help="Webbadress eller sökväg.")] = (
        ""
    )


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """An attached file: its name as it was given, size in bytes, and the SHA-256 of its content in hexadecimal."""

    file_name: Annotated[str, Text("Fil", LOCAL)] = ""
    title: Annotated[str, Text("Vad", LOCAL, help="Till exempel Driftdokumentation.")] = ""
    purpose: Annotated[str, Choice("Slag", LOCAL, values="filslag")] = ""
    size: Annotated[int | None, Whole("Storlek", LOCAL, unit="byte")] = None
    added_on: Annotated[date | None, Day("Bifogad", LOCAL)] = None
    digest: Annotated[str, Text("Kontrollsumma", LOCAL, max_length=64)] = ""
