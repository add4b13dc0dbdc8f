"""What is seen of a file that comes back: which handling it is by its number or name, and what to think of. No Qt."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import Match, Scan, file_of, is_unlike, match, values_of
from itadmin.services.workspace import Workspace

_TEXT, _NUMBER = "itadmin.ui.papers.pdf_text", "itadmin.documents.known_number"
_UNLIKE = "Texten i filen liknar inte handlingens. Kontrollera att filen hör till just den."


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that has come back, the text of its first pages, and which handling it seems to be."""

    scan: Scan
    text: str
    match: Match


def look_at(workspace: Workspace, scan: Scan) -> Returned:
    """See which handling a file is. Reads its pages on the thread that calls this, which is to be the window's."""
    number, text = (_number_in(scan.content), _text_of(scan.content)) if scan.is_pdf else ("", "")
    return Returned(scan, text, match(workspace.reading(), scan.name, number))


def remarks(
    workspace: Workspace, returned: Returned, chosen: IssuedPaper | None, expected: IssuedPaper | None
) -> Iterator[str]:
    """What to think of before a file is registered as a handling, where another one may have been `expected`."""
    found = returned.match.paper
    if returned.match.remark:
        yield returned.match.remark
    elif chosen is not None and found is not None and found.id != chosen.id:
        yield f"Filen ser ut att vara handling {found.number}, inte {chosen.number}."
    elif expected is not None and found is not None and found.id != expected.id:
        yield f"Filen är handling {found.number}, inte {expected.number}."
    if chosen is not None and _is_unlike(workspace, returned, chosen):
        yield _UNLIKE


def signatories_of(workspace: Workspace, paper: IssuedPaper) -> list[Mapping[str, Any]]:
    """Who is to sign, by the paper's own lines for signatures; none when that is not kept."""
    try:
        told = json.loads(values_of(workspace.attachments, paper).content)
    except (KnownError, ValueError):
        return []
    rows = told.get("signatories") if isinstance(told, dict) else None
    return [row for row in rows or () if isinstance(row, dict)]


def _is_unlike(workspace: Workspace, returned: Returned, paper: IssuedPaper) -> bool:
    if not returned.text:
        return False
    try:
        return is_unlike(returned.text, _text_of(file_of(workspace.attachments, paper).content))
    except KnownError:
        return False


def _number_in(content: bytes) -> str:
    number: str = import_module(_NUMBER).number_in(content)
    return number


def _text_of(content: bytes) -> str:
    text: str = import_module(_TEXT).text_of(content)
    return text
