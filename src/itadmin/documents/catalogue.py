"""The kinds of paper the program makes, and the one way to get each: gather, say what is missing, refuse or go on.

A new kind is a module of its own and a line here. Knows nothing of how papers look.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from itadmin.documents import (
    access_decision,
    agenda,
    attendance_list,
    competence_plan,
    cooperation_agreement,
    cooperation_overview,
    cost_allocation,
    course_certificate,
    course_list,
    decision_paper,
    dpa_instruction,
    gantt,
    implementation_plan,
    incident_sheet,
    it_policy,
    meeting_minutes,
    notice_letter,
    operations_agreement,
    operations_documentation,
    platform_notice,
    processing_register,
    profile_sample,
    records_description,
    region_overview,
    role_assignment,
    steering_document,
    system_card,
    system_register,
    system_register_internal,
    time_charts,
    training_plan,
    year_wheel,
)
from itadmin.documents.phrases import counted
from itadmin.documents.prepared import MissingValue, Prepared
from itadmin.domain.calculations.participation import ATTENDED
from itadmin.domain.problems import KnownError
from itadmin.services.platform.standing import CHANGES, NOTICES
from itadmin.services.reading import Reading

__all__ = ["TYPES", "DocumentType", "IncompleteError", "MissingValue", "Prepared", "prepare"]


class Build(Protocol):
    """What makes a paper of a record (None for one about the whole file)."""

    def __call__(self, reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
        """Make the paper and say what it lacks. Raises KnownError."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of paper. `where` holds FIELD=VALUE of the records it can be made of; of the same field one must hold."""

    type: str
    name: str
    register: str | None
    where: tuple[str, ...]
    build: Build


TYPES: Mapping[str, DocumentType] = {
    kind.type: kind
    for kind in (
        DocumentType(
            operations_agreement.TYPE,
            "Driftavtal",
            "agreements",
            ("kind=driftavtal", "kind=driftoverenskommelse"),
            operations_agreement.prepare,
        ),
        DocumentType(
            operations_documentation.TYPE,
            operations_documentation.NAME,
            "agreements",
            ("kind=driftavtal", "kind=driftoverenskommelse"),
            operations_documentation.prepare,
        ),
        DocumentType(system_card.TYPE, "Systemkort", "systems", (), system_card.prepare),
        DocumentType(
            incident_sheet.TYPE, incident_sheet.NAME, "organisations", ("kind=leverantor",), incident_sheet.prepare
        ),
        DocumentType(
            notice_letter.TYPE,
            notice_letter.NAME,
            "agreements",
            ("status=gallande", "status=uppsagt"),
            notice_letter.prepare,
        ),
        DocumentType(
            dpa_instruction.TYPE,
            dpa_instruction.NAME,
            "agreements",
            tuple(f"kind={kind}" for kind in dpa_instruction.KINDS),
            dpa_instruction.prepare,
        ),
        DocumentType(
            role_assignment.TYPE,
            role_assignment.NAME,
            "roles",
            tuple(f"kind={kind}" for kind in role_assignment.KINDS),
            role_assignment.prepare,
        ),
        DocumentType(
            it_policy.TYPE,
            it_policy.NAME,
            it_policy.REGISTER,
            (f"template={it_policy.TEMPLATE}",),
            it_policy.prepare,
        ),
        DocumentType(
            steering_document.INSTRUCTION_TYPE,
            steering_document.INSTRUCTION_NAME,
            "steering_documents",
            tuple(f"template={template}" for template in steering_document.INSTRUCTIONS),
            steering_document.prepare,
        ),
        DocumentType(
            steering_document.TYPE,
            steering_document.NAME,
            "steering_documents",
            (f"template={steering_document.OWN_TEXT}",),
            steering_document.prepare,
        ),
        DocumentType(training_plan.TYPE, training_plan.NAME, training_plan.REGISTER, (), training_plan.prepare),
        DocumentType(
            implementation_plan.TYPE,
            implementation_plan.NAME,
            implementation_plan.REGISTER,
            (),
            implementation_plan.prepare,
        ),
        DocumentType(access_decision.TYPE, access_decision.NAME, "access_decisions", (), access_decision.prepare),
        DocumentType(attendance_list.TYPE, attendance_list.NAME, "training_sessions", (), attendance_list.prepare),
        DocumentType(
            course_certificate.TYPE,
            course_certificate.NAME,
            "training_participations",
            (f"status={ATTENDED}",),
            course_certificate.prepare,
        ),
        DocumentType(profile_sample.TYPE, profile_sample.NAME, "paper_profiles", (), profile_sample.prepare),
        DocumentType(system_register.TYPE, system_register.NAME, None, (), system_register.prepare),
        DocumentType(
            system_register_internal.TYPE, system_register_internal.NAME, None, (), system_register_internal.prepare
        ),
        DocumentType(processing_register.TYPE, processing_register.NAME, None, (), processing_register.prepare),
        DocumentType(records_description.TYPE, records_description.NAME, None, (), records_description.prepare),
        DocumentType(agenda.TYPE, agenda.NAME, None, (), agenda.prepare),
        DocumentType(time_charts.CALENDAR_TYPE, time_charts.CALENDAR_NAME, None, (), time_charts.prepare_calendar),
        DocumentType(time_charts.ROADMAP_TYPE, time_charts.ROADMAP_NAME, None, (), time_charts.prepare_roadmap),
        DocumentType(platform_notice.TYPE, platform_notice.NAME, NOTICES, (), platform_notice.prepare),
        DocumentType(platform_notice.ALL_TYPE, platform_notice.ALL_NAME, CHANGES, (), platform_notice.prepare_all),
        DocumentType(gantt.TYPE, gantt.NAME, "implementations", (), gantt.prepare),
        DocumentType(gantt.ALL_TYPE, gantt.ALL_NAME, None, (), gantt.prepare_all),
        DocumentType(year_wheel.TYPE, year_wheel.NAME, None, (), year_wheel.prepare),
        DocumentType(competence_plan.TYPE, competence_plan.NAME, None, (), competence_plan.prepare),
        DocumentType(
            competence_plan.TYPE_WITHOUT_NAMES,
            competence_plan.NAME_WITHOUT_NAMES,
            None,
            (),
            competence_plan.prepare_without_names,
        ),
        DocumentType(course_list.TYPE, course_list.NAME, None, (), course_list.prepare),
        DocumentType(decision_paper.TYPE, decision_paper.NAME, "cooperation_cases", (), decision_paper.prepare),
        DocumentType(
            cooperation_agreement.TYPE,
            cooperation_agreement.NAME,
            "agreements",
            (f"kind={cooperation_agreement.KIND}",),
            cooperation_agreement.prepare,
        ),
        DocumentType(cooperation_overview.TYPE, cooperation_overview.NAME, None, (), cooperation_overview.prepare),
        DocumentType(region_overview.TYPE, region_overview.NAME, None, (), region_overview.prepare),
        DocumentType(cost_allocation.TYPE, cost_allocation.NAME, "allocations", (), cost_allocation.prepare),
        DocumentType(meeting_minutes.TYPE, meeting_minutes.NAME, "decisions", (), meeting_minutes.prepare),
    )
}


class IncompleteError(KnownError):
    """A finished paper would lack something obligatory; `missing` says what and where."""

    def __init__(self, name: str, missing: Iterable[MissingValue]) -> None:
        self.missing = tuple(missing)
        listed = "; ".join(f"{value.label} ({value.where})" for value in self.missing)
        number = counted(len(self.missing), "uppgift", "uppgifter")
        super().__init__(f"{name} kan inte skapas som färdig handling: {number} saknas. {listed}.")


def prepare(type_name: str, reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper and what it lacks, whether or not it may be made. Raises KnownError for a kind that does not exist."""
    kind = TYPES.get(type_name)
    if kind is None:
        raise KnownError(f"Det finns ingen handling av typen ”{type_name}”. Välj någon av: {', '.join(TYPES)}.")
    return kind.build(reading, record_id, draft=draft)
