"""What is special of the page of a styrande dokument: its parts and their order, and the way to its paper."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.services.reading import Read
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.comparing.window import ComparisonWindow
from itadmin.ui.panels.goals.of_document import GoalsPanel
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.panels.steering.decisions import DecisionsPanel, come_so_far
from itadmin.ui.panels.steering.deeds import REGISTER, DeedsPanel
from itadmin.ui.panels.steering.validity import ValidityPanel
from itadmin.ui.panels.steering.versions import VersionsPanel
from itadmin.ui.register.special import Action, Head, Papers, Parts, Related, Special
from itadmin.ui.session import Session
from itadmin.ui.steering import ChapterEditor
from itadmin.ui.steering.paper_types import paper_type
from itadmin.ui.steering.words import SHOW_PAPER
from itadmin.ui.widgets.prose import Prose


def _come(session: Session, read: Read, _related: Related) -> Prose:
    """How far the kommuner have come and which version is replaced, told last under the name."""
    document, reading = read.record, session.reading()
    if not isinstance(document, SteeringDocument):
        return ()
    replaced = reading.many(REGISTER, [document.replaces]).values() if document.replaces else ()
    versions = (getattr(each.record, "version", "") for each in replaced)
    return (come_so_far(reading, document), *(f" Ersätter version {version}." for version in versions if version))


def _open_paper(session: Session, document_id: UUID) -> None:
    """Open the document window on the document's paper."""
    document: Any = session.reading().one(REGISTER, document_id).record
    session.guide.open_paper(paper_type(document.template), document_id)


SPECIAL = Special(
    head=Head(chips=("status", "kind"), tells=("version", "responsible_function"), told=_come),
    parts=Parts(
        panels=(
            DeedsPanel,
            DecisionsPanel,
            ValidityPanel,
            VersionsPanel,
            GoalsPanel,
            partial(PapersPanel, REGISTER),
            partial(AttachmentsPanel, REGISTER, "dokument"),
        ),
        order=("oversikt", "beslut", "mal", "handlingar", "giltighet", "versioner", "ansvar", "dokument"),
        left_out=(ATTACHMENTS,),
    ),
    papers=Papers(
        lambda document: paper_type(document.template),
        Action(SHOW_PAPER, _open_paper, "document_pdf", only_shows=True),
        lambda document: bool(paper_type(document.template)),
    ),
    windows={"chapters": ChapterEditor, "compare_versions": ComparisonWindow},
)
