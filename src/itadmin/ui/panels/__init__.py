"""What is special of single registers on the screen, written by hand and named here by register."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from itadmin.documents import access_decision, incident_sheet, role_assignment
from itadmin.ui.panels import access_rights, costs, document_variables, paper_profiles, papers, people, retention_rules
from itadmin.ui.panels.agreements.special import SPECIAL as AGREEMENTS
from itadmin.ui.panels.competence.special import OF_ACTIONS, OF_AREAS, OF_COMPETENCES, OF_NEEDS
from itadmin.ui.panels.goals.special import SPECIAL as GOALS
from itadmin.ui.panels.implementation.special import SPECIAL as IMPLEMENTATIONS
from itadmin.ui.panels.platform.special import OF_CHANGES, OF_NOTICES
from itadmin.ui.panels.sessions.special import OF_PARTICIPATIONS, OF_SESSIONS
from itadmin.ui.panels.steering.special import SPECIAL as STEERING_DOCUMENTS
from itadmin.ui.panels.systems.special import SPECIAL as SYSTEMS
from itadmin.ui.panels.training.special import SPECIAL as TRAINING_PLANS
from itadmin.ui.register.special import PLAIN, Action, Head, Papers, Parts, Special
from itadmin.ui.session import Session


def _open_assignment(session: Session, role_id: UUID) -> None:
    """Open the document window on the uppdragsbrev of a role."""
    session.guide.open_paper(role_assignment.TYPE, role_id)


SPECIALS: Mapping[str, Special] = {
    "systems": SYSTEMS,
    "agreements": AGREEMENTS,
    "organisations": Special(
        head=Head(tells=("kind", "parent")),
        parts=Parts(panels=(partial(papers.PapersPanel, "organisations"),)),
        papers=Papers(incident_sheet.TYPE, is_for=lambda organisation: organisation.kind == "leverantor"),
    ),
    "papers": papers.SPECIAL,
    "people": people.SPECIAL,
    "roles": Special(
        head=Head(tells=("system", "starts_on")),
        parts=Parts(panels=(partial(papers.PapersPanel, "roles"),)),
        papers=Papers(
            role_assignment.TYPE,
            Action("Skapa uppdragsbrev…", _open_assignment),
            lambda role: role.kind in role_assignment.KINDS,
        ),
    ),
    "system_uses": Special(Head(tells=("organisation", "system"))),
    "cooperation_levels": Special(Head(tells=("municipality", "system", "target_level"))),
    "integrations": Special(Head(tells=("source", "target", "external_party"))),
    "cost_lines": costs.OF_LINES,
    "retention_rules": retention_rules.SPECIAL,
    "paper_profiles": paper_profiles.SPECIAL,
    "document_variables": document_variables.SPECIAL,
    "goals": GOALS,
    "platform_changes": OF_CHANGES,
    "platform_notices": OF_NOTICES,
    "networks": OF_AREAS,
    "competences": OF_COMPETENCES,
    "competence_actions": OF_ACTIONS,
    "training_needs": OF_NEEDS,
    "steering_documents": STEERING_DOCUMENTS,
    "training_sessions": OF_SESSIONS,
    "training_participations": OF_PARTICIPATIONS,
    "training_plans": TRAINING_PLANS,
    "implementations": IMPLEMENTATIONS,
    "implementation_activities": Special(Head(tells=("plan", "phase", "ends_on"))),
    "access_decisions": Special(
        head=Head(tells=("person", "function", "system", "state")),
        parts=Parts(panels=(partial(papers.PapersPanel, "access_decisions"),)),
        papers=Papers(access_decision.TYPE),
        writing=access_rights.WRITING,
    ),
}


def special_of(register: str) -> Special:
    """What is special of a register's page; most have little."""
    return SPECIALS.get(register, PLAIN)


_WAYS: Mapping[str, tuple[str, ...]] = {
    "agreements": ("timeline",),
    "yearly_activities": ("wheel",),
    "training_plans": ("training_coverage", "who_lacks"),
    "training_modules": ("who_lacks",),
    "training_sessions": ("training_calendar", "who_lacks"),
    "training_participations": ("who_lacks",),
    "audience_members": ("who_lacks",),
    "training_needs": ("courses",),
    "competences": ("competence",),
    "competence_actions": ("competence",),
    "networks": ("competence",),
    "implementations": ("gantt",),
    "implementation_activities": ("gantt",),
    "retention_rules": ("retention",),
}
"""Commands that show all of a register in another way than its list, by register."""


def ways_of(register: str) -> tuple[str, ...]:
    """The keys of the commands that show a register in other ways; most have none."""
    return _WAYS.get(register, ())
