"""What is special of single registers on the screen, written by hand and named here by register.

Each is loaded when a page of its register is made.
"""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.ui.later import found_at
from itadmin.ui.register.special import PLAIN, Head, Special

SPECIALS: Mapping[str, str] = {
    "systems": "systems.special:SPECIAL",
    "agreements": "agreements.special:SPECIAL",
    "organisations": "organisations:SPECIAL",
    "papers": "papers:SPECIAL",
    "people": "people:SPECIAL",
    "roles": "roles:SPECIAL",
    "cooperation_cases": "cooperation_cases.special:SPECIAL",
    "cooperation_stances": "cooperation_cases.stance_page:SPECIAL",
    "decisions": "decisions:SPECIAL",
    "allocations": "allocations:SPECIAL",
    "cost_lines": "costs:OF_LINES",
    "retention_rules": "retention_rules:SPECIAL",
    "paper_profiles": "paper_profiles:SPECIAL",
    "document_variables": "document_variables:SPECIAL",
    "goals": "goals.special:SPECIAL",
    "platform_changes": "platform.special:OF_CHANGES",
    "platform_notices": "platform.special:OF_NOTICES",
    "networks": "competence.special:OF_AREAS",
    "competences": "competence.special:OF_COMPETENCES",
    "competence_actions": "competence.special:OF_ACTIONS",
    "training_needs": "competence.special:OF_NEEDS",
    "steering_documents": "steering.special:SPECIAL",
    "training_sessions": "sessions.special:OF_SESSIONS",
    "training_participations": "sessions.special:OF_PARTICIPATIONS",
    "training_plans": "training.special:SPECIAL",
    "implementations": "implementation.special:SPECIAL",
    "access_decisions": "access_decisions:SPECIAL",
}
"""Where that of a register stands among the panels."""

_TELLING: Mapping[str, Special] = {
    "system_uses": Special(Head(tells=("organisation", "system"))),
    "cooperation_levels": Special(Head(tells=("municipality", "system", "target_level"))),
    "populations": Special(Head(tells=("counted_on", "number", "source"))),
    "integrations": Special(Head(tells=("source", "target", "external_party"))),
    "implementation_activities": Special(Head(tells=("plan", "phase", "ends_on"))),
}
"""Registers of which only the line under the name is special."""

RECORD_WINDOWS = (
    "dependencies",
    "act",
    "operations_documentation",
    "chapters",
    "compare_versions",
    "plan_grid",
    "allocation",
)
"""Commands that open a window on a record of some registers: the keys of their `Special.windows`."""


def special_of(register: str) -> Special:
    """What is special of a register's page; most have little."""
    place = SPECIALS.get(register)
    if place is None:
        return _TELLING.get(register, PLAIN)
    special: Special = found_at(f"ui.panels.{place}")
    return special


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
