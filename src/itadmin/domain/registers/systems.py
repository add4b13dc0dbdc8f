"""Systems: what the kommun uses, who answers for it and how well it is known.

The record stands in `system_record.py`, its rules in `system_rules.py`; here is how they make a register.
"""

from __future__ import annotations

from itadmin.domain.calculations.classification import enhanced_protection, next_review
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.implementations import GATES_OF_SYSTEMS
from itadmin.domain.registers.record_rows import SEARCHED_FILES
from itadmin.domain.registers.system_findings import FINDINGS
from itadmin.domain.registers.system_record import System
from itadmin.domain.registers.system_rules import (
    check_criticality,
    check_dates,
    check_recovery,
    check_transfer,
    criticality,
    keep_classification,
    levels,
)
from itadmin.domain.registers.training_plan_findings import OF_SYSTEMS

__all__ = ["REGISTER", "System"]

REGISTER = Register(
    name="systems",
    record=System,
    singular="system",
    plural="System",
    new_label="Nytt system",
    icon="apps",
    title_fields=("name",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "purpose",
                "area",
                "category",
                "scope",
                "department",
                "supplier",
                "product",
                "version",
                "modules",
                "short_name",
                "aliases",
                "user_count",
                "annual_cost",
                "societally_critical",
                "note",
                "starter_key",
                "suggestion",
            ),
        ),
        Section(
            "livscykel",
            "Livscykel",
            ("lifecycle", "in_operation_since", "planned_retirement", "support_ends", "successor"),
        ),
        Section(
            "roller",
            "Roller",
            ("system_owner", "system_manager", "deputy_manager", "information_owner", "operations_manager"),
        ),
        Section(
            "klassning",
            "Klassning",
            (
                "confidentiality",
                "integrity",
                "availability",
                "traceability",
                "classified_on",
                "classified_by",
                "classification_reason",
                "classification_valid_until",
                "classification_reference",
                "criticality",
                "criticality_reason",
                "risk_assessed_on",
                "cybersecurity_act",
                "security_protection",
                "earlier_classifications",
            ),
        ),
        Section(
            "personuppgifter",
            "Personuppgifter",
            (
                "personal_data",
                "sensitive_personal_data",
                "controller",
                "processing_purpose",
                "legal_basis",
                "data_subjects",
                "data_categories",
                "recipients",
                "third_country",
                "third_country_basis",
                "retention",
                "security_measures",
                "dpa_status",
                "sub_processors",
                "impact_assessment_needed",
                "impact_assessed_on",
            ),
        ),
        Section(
            "drift",
            "Drift och teknik",
            (
                "hosting",
                "operating_unit",
                "environments",
                "data_country",
                "cloud_provider",
                "placement",
                "servers",
                "database",
                "operating_system",
                "protocols",
                "client_requirements",
                "sign_in",
            ),
        ),
        Section(
            "sakerhetskopiering",
            "Säkerhetskopiering",
            (
                "backup_frequency",
                "backup_interval_hours",
                "backup_retention",
                "rpo_hours",
                "rto_hours",
                "longest_outage_hours",
                "required_availability_percent",
                "required_support_hours",
                "restore_tested_on",
                "continuity_plan",
                "fallback_routine",
            ),
        ),
        Section(
            "bedomning",
            "Bedömning",
            (
                "function_rating",
                "competence_rating",
                "competent_people",
                "assessment_note",
                "reviewed_on",
                "reviewed_by",
            ),
        ),
        Section(
            "dokument",
            "Dokument",
            (
                "system_documentation",
                "operations_documentation",
                "routine_documentation",
                "user_guide",
                "links",
                "attachments",
            ),
        ),
        Section("behorigheter", "Behörigheter", ("access_rights",)),
    ),
    columns=("name", "lifecycle", "system_owner", "area", "system_manager", "supplier", "operating_unit", "user_count"),
    search=("name", "short_name", "aliases", "product", "area", "purpose", "modules", "note", *SEARCHED_FILES),
    keys=("short_name",),
    subtitle=("product", "area"),
    rules=(check_dates, check_recovery, check_criticality, check_transfer),
    calculations={
        "derived_criticality": lambda record, _day: criticality(record),
        "enhanced_protection": lambda record, _day: enhanced_protection(levels(record)),
        "next_review_on": lambda record, _day: next_review(record.reviewed_on),
    },
    findings=(*FINDINGS, *OF_SYSTEMS),
    settle=keep_classification,
    gates=GATES_OF_SYSTEMS,
    proposal="suggestion",
    alike=("supplier", "product"),
    place="System",
)
