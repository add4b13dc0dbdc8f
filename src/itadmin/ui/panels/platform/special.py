"""What is special of the pages of a change of the platform, and of a förvaltning that is told of it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from itadmin.documents import platform_notice
from itadmin.services.platform.standing import CHANGES, NOTICES
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.panels.platform.notices import NoticesPanel
from itadmin.ui.register.special import Action, Head, Papers, Parts, Special
from itadmin.ui.session import Session


def _open_paper(document_type: str, session: Session, record_id: UUID) -> None:
    """Open the document window on the förvarning."""
    session.guide.open_paper(document_type, record_id)


OF_CHANGES = Special(
    head=Head(chips=("status",), tells=("kind", "changes_on", "responsible_function")),
    parts=Parts(
        panels=(NoticesPanel, partial(PapersPanel, CHANGES), partial(AttachmentsPanel, CHANGES, "dokument")),
        order=("oversikt", "tid", "forvarnade", "handlingar", "dokument"),
        left_out=(ATTACHMENTS,),
    ),
    papers=Papers(
        platform_notice.ALL_TYPE, Action("Skapa förvarning…", partial(_open_paper, platform_notice.ALL_TYPE))
    ),
)
OF_NOTICES = Special(
    head=Head(tells=("organisation", "change")),
    parts=Parts(panels=(partial(PapersPanel, NOTICES),)),
    papers=Papers(platform_notice.TYPE, Action("Skapa förvarning…", partial(_open_paper, platform_notice.TYPE))),
)
