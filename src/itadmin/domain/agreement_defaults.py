"""What a new driftavtal begins with: standard terms, who answers for what, and how questions are lifted.

A proposal that the parties may change in every part. Everything is in plain form. Knows no system and no party.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

STANDARD_TERMS: Mapping[str, Any] = {
    "status": "utkast",
    "version": "1.0",
    "publicity": "oppen",
    "first_term_months": 36,
    "renewal_months": 12,
    "notice_months": 6,
    "signing": "papper",
    "copies": 2,
    "price_model": "fast_ar",
    "allocation_model": "DIREKT",
    "population_source": "SCB",
    "invoicing": "kvartal",
    "price_adjustment": "den 1 januari varje år, högst med förändringen i prisindex för kommunal verksamhet",
    "documentation_review": "ar",
    "access_review": "ar",
    "report_interval": "kvartal",
    "meeting_interval": "halvar",
    "action_plan_days": 10,
    "handover_format": "filer i ett öppet, dokumenterat format",
}
"""Fields of an agreement that are the same from the beginning whatever the system."""

_RESPONSIBILITIES = (
    ("Budget, attest och licenskostnad", "A", "K", "K", "I"),
    ("Beslut om behörighet", "A", "R", "I", None),
    ("Användarsupport på applikationen", "A", "R", "K", "K"),
    ("Teknisk drift, övervakning och säkerhetsuppdatering", "I", "I", "AR", "K"),
    ("Säkerhetskopiering och återläsningsprov", "I", "I", "AR", None),
    ("Utbildning av användare", "A", "R", None, "K"),
    ("Ändringsönskemål och prioritering", "A", "R", "K", "K"),
    ("Versionsbyte: test", "A", "R", "K", "K"),
    ("Versionsbyte: installation", "A", "K", "R", "R"),
    ("Klassning och riskanalys", "A", "R", "K", "K"),
    ("Personuppgiftsbiträdesavtal och registerförteckning", "A", "R", "K", "K"),
    ("Driftdokumentation", "I", "A", "R", "K"),
    ("Avveckling och arkivering", "A", "R", "R", "K"),
)

_FIRST_STEPS = (("Systemansvarig och driftansvarig", "2 arbetsdagar"), ("Parternas företrädare", "5 arbetsdagar"))
_LAST_STEPS_BETWEEN = (("IT-chefsgruppen", "10 arbetsdagar"), ("Kommundirektörerna", None))
_LAST_STEPS_WITHIN = (("Förvaltningschefer", "10 arbetsdagar"), ("Kommundirektören", None))


def responsibility_rows() -> list[dict[str, Any]]:
    """Who carries out, answers for, is asked about and is told of each usual task."""
    columns = ("task", "system_owner", "system_manager", "operating_unit", "supplier")
    return [dict(zip(columns, row, strict=True)) for row in _RESPONSIBILITIES]


def escalation_rows(*, within_one: bool) -> list[dict[str, Any]]:
    """The steps that a question is taken through, between kommuner or within one juridical person."""
    steps = (*_FIRST_STEPS, *(_LAST_STEPS_WITHIN if within_one else _LAST_STEPS_BETWEEN))
    return [{"party": None, "function": function, "within": within} for function, within in steps]
