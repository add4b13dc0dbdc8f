"""Agreements: what is agreed about systems, between whom, for how long and to what level.

The record stands in `agreement_record.py`, its rules in `agreement_rules.py`; here is how they make a register.
"""

from __future__ import annotations

from itadmin.domain.register import Register, Section
from itadmin.domain.registers.agreement_findings import FINDINGS
from itadmin.domain.registers.agreement_record import Agreement
from itadmin.domain.registers.agreement_rules import check_parties, check_recovery, check_terms, term_state
from itadmin.domain.registers.record_rows import SEARCHED_FILES

__all__ = ["REGISTER", "Agreement"]

_OPERATIONS = frozenset({"driftavtal", "driftoverenskommelse"})
_SERVICE = _OPERATIONS | {"supportavtal", "underhallsavtal", "leverantorsavtal", "molntjanstavtal"}
_HOSTING = _OPERATIONS | {"molntjanstavtal"}
_DATA_PROTECTION = frozenset({"pub_avtal", "underbitradesavtal", "gemensamt_personuppgiftsansvar"})
_OF_NO_SYSTEM = frozenset({"samverkansavtal", "sekretessavtal", "leasing", "ramavtal", "konsultavtal"})
"""Kinds that are often about other things than systems."""

REGISTER = Register(
    name="agreements",
    record=Agreement,
    singular="avtal",
    plural="Avtal",
    new_label="Nytt avtal",
    icon="document_text",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "kind",
                "status",
                "systems",
                "number",
                "registry_number",
                "version",
                "manager",
                "main_agreement",
                "chain_place",
                "replaces",
                "document_owner",
                "publicity",
                "paper_title",
                "appendices",
                "note",
            ),
        ),
        Section(
            "avtalstid",
            "Avtalstid",
            (
                "starts_on",
                "first_term_months",
                "first_term_ends_on",
                "open_ended",
                "renewal_months",
                "notice_months",
                "notice_days",
                "notice_to_month_end",
                "notice_given_on",
                "options",
                "reminders",
            ),
        ),
        Section("parter", "Parter", ("customer", "provider", "supplier", "other_parties", "contacts")),
        Section(
            "omfattning",
            "Omfattning och ansvar",
            (
                "modules",
                "environments",
                "connected_municipalities",
                "user_count",
                "included",
                "excluded",
                "dependencies",
                "responsibilities",
                "critical_patch_time",
                "documentation_review",
            ),
            _SERVICE,
        ),
        Section(
            "servicenivaer",
            "Servicenivåer",
            (
                "service_class",
                "operating_hours",
                "opening_hours",
                "availability_percent",
                "measuring_period",
                "longest_outage",
                "response_time",
                "support_hours",
                "on_call",
                "support_channels",
                "order_time",
                "priorities",
                "environment_levels",
            ),
            _SERVICE,
        ),
        Section(
            "kontinuitet",
            "Säkerhetskopiering och kontinuitet",
            ("backups", "rpo_hours", "rto_hours", "restore_test", "fallback_routine", "restart_order"),
            _HOSTING,
        ),
        Section(
            "andringar",
            "Ändringar och säkerhet",
            (
                "maintenance_window",
                "change_notice_days",
                "freezes",
                "log_months",
                "multi_factor",
                "access_review",
                "incident_duty",
                "subcontractors",
                "dpa",
                "operators_with_competence",
            ),
            _SERVICE,
        ),
        Section(
            "personuppgifter",
            "Instruktion för personuppgifter",
            (
                "template_version",
                "processing_purpose",
                "processing_kinds",
                "data_subjects",
                "data_categories",
                "sensitive_personal_data",
                "data_location",
                "third_country",
                "third_country_basis",
                "security_measures",
                "data_return",
                "audit",
                "subprocessors",
                "checked_on",
                "administrative_contact",
                "privacy_contact",
            ),
            _DATA_PROTECTION,
        ),
        Section(
            "ekonomi",
            "Ekonomi",
            (
                "annual_price",
                "price_model",
                "prices",
                "allocation_model",
                "population_day",
                "population_source",
                "invoicing",
                "price_adjustment",
                "price_index",
                "index_base",
                "hourly_rate",
                "total_value",
            ),
        ),
        Section(
            "upphandling",
            "Upphandling",
            ("procurement_form", "procurement_registry_number", "cpv_code", "procurement_months"),
        ),
        Section(
            "uppfoljning",
            "Uppföljning",
            ("report_interval", "meeting_interval", "action_plan_days", "escalations", "handover_format"),
            _SERVICE,
        ),
        Section("underskrift", "Underskrift", ("signing", "copies", "signatories", "signed_on")),
        Section("filer", "Länkar och filer", ("links", "attachments")),
    ),
    columns=("title", "next_notice_day", "status", "ends_on", "annual_price", "supplier", "kind", "provider"),
    search=("title", "number", "registry_number", "note", *SEARCHED_FILES),
    keys=("number",),
    subtitle=("kind", "provider", "supplier"),
    rules=(check_terms, check_parties, check_recovery),
    findings=FINDINGS,
    begun_with=(
        "title",
        "kind",
        "status",
        "supplier",
        "systems",
        "manager",
        "starts_on",
        "first_term_months",
        "renewal_months",
        "notice_months",
        "annual_price",
    ),
    kind_field="kind",
    unasked={"systems": _OF_NO_SYSTEM},
    place="Avtal",
    calculations={
        "term_ends_on": lambda record, day: term_state(record, day).term_ends_on,
        "ends_on": lambda record, day: term_state(record, day).ends_on,
        "last_notice_day": lambda record, day: term_state(record, day).last_notice_day,
        "next_notice_day": lambda record, day: term_state(record, day).next_notice_day,
        "state": lambda record, day: term_state(record, day).state,
        "explanation": lambda record, day: term_state(record, day).explanation,
    },
)
