"""What is special of the pages of utbildningstillfällen and of deltaganden."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from itadmin.documents import attendance_list, course_certificate
from itadmin.domain.calculations.participation import ATTENDED
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.panels.sessions.evaluation import EvaluationPanel
from itadmin.ui.panels.sessions.participants import ParticipantsPanel
from itadmin.ui.register.special import Action, Head, Papers, Parts, Special
from itadmin.ui.session import Session


def _open_list(session: Session, session_id: UUID) -> None:
    """Open the document window on the list to sign."""
    session.guide.open_paper(attendance_list.TYPE, session_id)


def _open_certificate(session: Session, participation: UUID) -> None:
    """Open the document window on the certificate."""
    session.guide.open_paper(course_certificate.TYPE, participation)


OF_SESSIONS = Special(
    head=Head(chips=("status",), tells=("starts_on", "starts_at", "venue")),
    parts=Parts(
        panels=(
            ParticipantsPanel,
            EvaluationPanel,
            partial(PapersPanel, "training_sessions"),
            partial(AttachmentsPanel, "training_sessions", "dokument"),
        ),
        order=("oversikt", "deltagarlista", "utvardering", "deltagare", "handlingar", "dokument"),
        left_out=(ATTACHMENTS,),
    ),
    papers=Papers(attendance_list.TYPE, Action("Närvarolista…", _open_list, "document_pdf", only_shows=True)),
)
OF_PARTICIPATIONS = Special(
    head=Head(names=("person", "session"), chips=("status",), tells=("module", "completed_on")),
    parts=Parts(panels=(partial(PapersPanel, "training_participations"),)),
    papers=Papers(
        course_certificate.TYPE,
        Action("Kursintyg…", _open_certificate, "ribbon", only_shows=True),
        lambda participation: participation.status == ATTENDED,
    ),
)
