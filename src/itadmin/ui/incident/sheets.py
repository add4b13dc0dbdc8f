"""Making the incident sheet from a private copy of the register. No Qt.

Loading this module loads the PDF renderer and the page painter, so it is loaded on the worker thread that uses it.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from itadmin.documents.incident_sheet import prepare_for
from itadmin.documents.pdf.render import render
from itadmin.services.incidents import Subject
from itadmin.services.reading import Reading
from itadmin.ui.document.pages import PdfPages


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished sheet: what it is about, its title, the name to propose for its file, and its bytes."""

    subject: Subject
    title: str
    file_name: str
    content: bytes

    def open_pages(self) -> PdfPages:
        """The pages, to be painted on the thread that calls this."""
        return PdfPages(self.content)


def make_sheet(reading: Reading, subject: Subject) -> Sheet:
    """Make the sheet, and close the reading. Raises KnownError."""
    with closing(reading):
        prepared = prepare_for(reading, subject, draft=False)
        return Sheet(subject, prepared.paper.title, prepared.file_name, render(prepared.paper))
