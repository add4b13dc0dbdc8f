"""What is special of a role's page: its uppdragsbrev."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from itadmin.documents import role_assignment
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.register.special import Action, Head, Papers, Parts, Special
from itadmin.ui.session import Session


def _open_assignment(session: Session, role_id: UUID) -> None:
    """Open the document window on the uppdragsbrev of a role."""
    session.guide.open_paper(role_assignment.TYPE, role_id)


SPECIAL = Special(
    head=Head(tells=("system", "starts_on")),
    parts=Parts(panels=(partial(PapersPanel, "roles"),)),
    papers=Papers(
        role_assignment.TYPE,
        Action("Skapa uppdragsbrev…", _open_assignment),
        lambda role: role.kind in role_assignment.KINDS,
    ),
)
