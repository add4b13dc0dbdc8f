"""All registers of the program, one module each, in the order they are shown.

A new register is a module here and a line below.
"""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.fields import Held
from itadmin.domain.register import Register, Tenure
from itadmin.domain.registers import (
    access_decisions,
    agreements,
    allocations,
    attention_marks,
    audience_members,
    competence_actions,
    competences,
    cooperation_cases,
    cooperation_levels,
    cooperation_stances,
    cost_lines,
    decisions,
    document_variables,
    goals,
    implementation_activities,
    implementations,
    integrations,
    lead_times,
    matches,
    networks,
    opportunity_notes,
    organisations,
    paper_profiles,
    papers,
    people,
    platform_changes,
    platform_notices,
    populations,
    regions,
    retention_rules,
    roles,
    saved_views,
    share_profiles,
    steering_chapters,
    steering_decisions,
    steering_documents,
    system_uses,
    systems,
    training_modules,
    training_needs,
    training_participations,
    training_plans,
    training_sessions,
    value_words,
    yearly_activities,
)

REGISTERS: Mapping[str, Register] = {
    register.name: register
    for register in (
        systems.REGISTER,
        agreements.REGISTER,
        system_uses.REGISTER,
        integrations.REGISTER,
        access_decisions.REGISTER,
        training_plans.REGISTER,
        training_modules.REGISTER,
        training_sessions.REGISTER,
        training_participations.REGISTER,
        training_needs.REGISTER,
        audience_members.REGISTER,
        competences.REGISTER,
        competence_actions.REGISTER,
        networks.REGISTER,
        implementations.REGISTER,
        implementation_activities.REGISTER,
        platform_changes.REGISTER,
        platform_notices.REGISTER,
        cooperation_levels.REGISTER,
        cooperation_cases.REGISTER,
        cooperation_stances.REGISTER,
        opportunity_notes.REGISTER,
        decisions.REGISTER,
        regions.REGISTER,
        cost_lines.REGISTER,
        allocations.REGISTER,
        populations.REGISTER,
        steering_documents.REGISTER,
        goals.REGISTER,
        steering_decisions.REGISTER,
        papers.REGISTER,
        yearly_activities.REGISTER,
        document_variables.REGISTER,
        paper_profiles.REGISTER,
        steering_chapters.REGISTER,
        organisations.REGISTER,
        people.REGISTER,
        roles.REGISTER,
        lead_times.REGISTER,
        matches.REGISTER,
        retention_rules.REGISTER,
        value_words.REGISTER,
        share_profiles.REGISTER,
        saved_views.REGISTER,
        attention_marks.REGISTER,
    )
}

WORDS = value_words.REGISTER
"""The register whose records word the value lists."""

OWNERS = organisations.REGISTER
"""The register whose records own files and records."""


def tenure_of(field: Held) -> Tenure:
    """By which fields of the register behind a held field its holder is found. Raises LookupError when it says none."""
    tenure = REGISTERS[field.through].tenure
    if tenure is None:
        raise LookupError(f"{field.through} has no tenure")
    return tenure
