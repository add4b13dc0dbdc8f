"""Handlingar about a driftavtal, made as if by the document window, and a window for dialogs to stand over."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.documents.content import Paper, Paragraph, Profile
from itadmin.documents.pdf.render import render
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import MadePaper, issue, next_number, paper_of
from itadmin.services.workspace import Workspace

Make = Callable[..., IssuedPaper]
WORDS = " ".join(f"bestämmelse{number}" for number in range(60))


def page(number: str, words: str = WORDS) -> bytes:
    """A PDF of one page with a number and some words."""
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    return render(
        Paper(title="Prov", created=moment, profile=Profile("Bengtsfors"), body=(Paragraph(words),), number=number)
    )


@pytest.fixture
def pdf_of() -> Callable[..., bytes]:
    """Make a PDF of one page: its number, and other words than the usual ones."""
    return page


@pytest.fixture
def agreement_id(workspace: Workspace) -> UUID:
    return workspace.records.add("agreements", {"title": "Driftavtal Lifecare", "kind": "driftavtal"})


@pytest.fixture
def make_paper(workspace: Workspace, agreement_id: UUID) -> Make:
    """Issue a handling about the driftavtal; of its own kind unless another is said."""

    def make(paper_type: str = "operations_agreement") -> IssuedPaper:
        reading = workspace.reading()
        number = next_number(reading)
        values = b'{"signatories": [{"title": "IT-chef", "party": "Melleruds kommun"}]}'
        made = MadePaper(
            paper_type=paper_type,
            title="Driftavtal för Lifecare",
            number=number,
            register="agreements",
            record_id=agreement_id,
            made_on=reading.day,
            file_name=f"{number}_Driftavtal.pdf",
            content=page(number),
            values=values,
        )
        issued = issue(workspace, made)
        workspace.records.announce(issued.changes)
        return paper_of(workspace.reading(), issued.paper_id)

    return make


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window for dialogs to stand over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget
