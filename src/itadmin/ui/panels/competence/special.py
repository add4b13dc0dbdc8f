"""What is special of the pages of areas, judgements and actions of competence, and of needs of training."""

from __future__ import annotations

from uuid import UUID

from itadmin.ui.panels.competence.gaps import GapsPanel
from itadmin.ui.panels.competence.network import NetworkPanel
from itadmin.ui.register.special import Action, Head, Papers, Parts, Special
from itadmin.ui.session import Session


def _show_map(session: Session, _record: UUID) -> None:
    """Show the map of who knows what."""
    session.guide.do_command("competence")


def _show_courses(session: Session, _record: UUID) -> None:
    """Show what kommuner need together."""
    session.guide.do_command("courses")


_MAP = Papers(action=Action("Kompetenskarta", _show_map, "brain", only_shows=True))

OF_AREAS = Special(
    head=Head(tells=("contact", "contact_organisation")),
    parts=Parts(panels=(GapsPanel, NetworkPanel), order=("kompetens", "natverk", "oversikt")),
    papers=_MAP,
)
OF_COMPETENCES = Special(
    head=Head(names=("person", "area", "system"), chips=("level",), tells=("wanted_level",)), papers=_MAP
)
OF_ACTIONS = Special(
    head=Head(chips=("status",), tells=("kind", "area", "system", "planned_on", "saving")), papers=_MAP
)
OF_NEEDS = Special(
    head=Head(chips=("status",), tells=("system", "municipality", "year", "people")),
    papers=Papers(action=Action("Gemensamma kurser", _show_courses, "people_community", only_shows=True)),
)
