"""What is seen of a file that comes back: which handling it is by its number or name, and what to think of. No Qt."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import Match, Scan, file_of, is_unlike, match, values_of
from itadmin.services.signatures import SignatureSeen, is_same_paper, signatures_of
from itadmin.services.workspace import Workspace

_TEXT, _NUMBER = "itadmin.ui.papers.pdf_text", "itadmin.documents.known_number"
_NOT_SURELY_OURS = (
    "Sidorna i den underskrivna filen kan inte kännas igen som handlingens. Jämför dem innan du registrerar."
)
_UNLIKE = "Texten i filen liknar inte handlingens. Kontrollera att filen hör till just den."


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that has come back: the text of its first pages, its signatures, and which handling it seems to be.

    `trouble` says why its signatures could not be read, "" when they could.
    """

    scan: Scan
    text: str
    match: Match
    signatures: tuple[SignatureSeen, ...] = ()
    trouble: str = ""

    @property
    def signers(self) -> tuple[SignatureSeen, ...]:
        """The signatures that are somebody's, and no timestamps."""
        return tuple(seen for seen in self.signatures if seen.kind == "underskrift")


def look_at(workspace: Workspace, scan: Scan) -> Returned:
    """See which handling a file is. Reads its pages on the thread that calls this, which is to be the window's."""
    if not scan.is_pdf:
        return Returned(scan, "", match(workspace.reading(), scan.name, ""))
    signatures, trouble = _signatures(scan.content)
    found = match(workspace.reading(), scan.name, _number_in(scan.content))
    return Returned(scan, _text_of(scan.content), found, signatures, trouble)


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
    if returned.trouble:
        yield returned.trouble
    if chosen is not None:
        yield from _about_content(workspace, returned, chosen)


def signatories_of(workspace: Workspace, paper: IssuedPaper) -> list[Mapping[str, Any]]:
    """Who is to sign, by the paper's own lines for signatures; none when that is not kept."""
    try:
        told = json.loads(values_of(workspace.attachments, paper).content)
    except (KnownError, ValueError):
        return []
    rows = told.get("signatories") if isinstance(told, dict) else None
    return [row for row in rows or () if isinstance(row, dict)]


def signed_rows(returned: Returned, expected: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Who has signed by the file's electronic signatures, with the befattning that is expected of their party."""
    titles = {str(row.get("party", "")).casefold(): row.get("title", "") for row in expected}
    return [
        {"name": seen.name, "party": seen.organisation, "title": titles.get(seen.organisation.casefold(), "")}
        for seen in returned.signers
    ]


def still_to_sign(returned: Returned | None, expected: Sequence[Mapping[str, Any]]) -> str:
    """That fewer have signed electronically than the paper has lines for; "" when not, or when nobody can tell."""
    signed = len(returned.signers) if returned is not None else 0
    if not 0 < signed < len(expected):
        return ""
    return f"{signed} av {len(expected)} har skrivit under. Vänta med att registrera tills alla har gjort det."


def _about_content(workspace: Workspace, returned: Returned, paper: IssuedPaper) -> Iterator[str]:
    """What is strange with the content of a file that is to be a handling; nothing where the stored one is not here."""
    try:
        ours = file_of(workspace.attachments, paper).content
        if returned.text and is_unlike(returned.text, _text_of(ours)):
            yield _UNLIKE
        elif returned.signers and not is_same_paper(returned.scan.content, ours):
            yield _NOT_SURELY_OURS
    except KnownError:
        return


def _signatures(content: bytes) -> tuple[tuple[SignatureSeen, ...], str]:
    try:
        return signatures_of(content), ""
    except KnownError as error:
        return (), error.sentence


def _number_in(content: bytes) -> str:
    number: str = import_module(_NUMBER).number_in(content)
    return number


def _text_of(content: bytes) -> str:
    text: str = import_module(_TEXT).text_of(content)
    return text
