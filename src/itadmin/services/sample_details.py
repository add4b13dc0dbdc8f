"""What a sample system tells beyond its first page: classification over time, personal data, backup and documents.

Systems with a driftavtal are kept fairly complete; the others have the gaps that a register has in real life.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from itadmin.services.sample_data import Place, Product
from itadmin.services.sample_organisations import board_id
from itadmin.services.sample_values import SAMPLE_DAY, chance, pick

_BACKUPS = (
    ("varje natt", 24, "30 dagar", 24, 8),
    ("varje natt", 24, "14 dagar", 24, 24),
    ("var fjärde timme", 4, "30 dagar", 4, 8),
    ("löpande, full kopia varje vecka", 1, "90 dagar", 1, 4),
)
_DEMANDS: tuple[dict[str, Any], ...] = (
    {},
    {"required_support_hours": "vardagar 8–16"},
    {"required_support_hours": "vardagar 7–17", "required_availability_percent": 9900},
    {"required_support_hours": "dygnet runt", "required_availability_percent": 9950},
)
"""What operation is asked for by each class of tillgänglighet, from 0."""
_OUTAGES = (4, 8, 24, 40, 72)
_FALLBACKS = (
    "Arbeta efter utskriven dagslista. Skriv på papper och för in uppgifterna när systemet är igång.",
    "Använd blanketterna i reservpärmen på expeditionen. Ring systemansvarig om avbrottet blir längre än fyra timmar.",
    "Ta emot ärenden på telefon och e-post. Meddela medborgarna på webbplatsen.",
)
_DOCUMENTATION = ("finns",) * 16 + ("inaktuell", "saknas")
_COMPETENT = (1, 2, 2, 2, 3, 3, 3, 4, 4)
_REASONS = (
    "Bedömd med informationsägaren utifrån vad som händer om uppgifterna röjs, ändras eller saknas.",
    "Följer bedömningen av verksamhetens viktigaste processer.",
)
_RIGHTS = (
    {"name": "Läsa", "description": "Ser uppgifter i sin egen enhet", "privileged": False},
    {"name": "Handläggare", "description": "Registrerar och ändrar", "privileged": False},
    {"name": "Systemadministratör", "description": "Ställer in systemet och ger behörigheter", "privileged": True},
)
_SUBJECTS = {
    "soc": ("brukare, anhöriga och personal", "kontaktuppgifter, bistånd, hälsa", "rattslig_forpliktelse"),
    "bun": ("elever, vårdnadshavare och personal", "kontaktuppgifter, skolgång", "myndighetsutovning"),
}
_OTHERS = ("medborgare och personal", "kontaktuppgifter, ärendeuppgifter", "allmant_intresse")
_RECIPIENTS = {
    "soc": ("Socialstyrelsen och Försäkringskassan", "vårdgivare i regionen", "inga utanför kommunen"),
    "bun": ("Skolverket och Statistiska centralbyrån", "mottagande skola vid byte"),
}
_OTHER_RECIPIENTS = ("inga utanför kommunen", "inga utanför kommunen", "Statistiska centralbyrån")
_RETENTIONS = ("två år efter avslutat ärende", "enligt informationshanteringsplanen", "fem år efter sista anteckningen")


def details(place: Place, product: Product, values: dict[str, Any], *, vital: bool, running: bool) -> dict[str, Any]:
    """More plain values of a system, given those it has; `vital` ones lack nothing, others than `running` have less."""
    found = {**_classification(place, product, values), **_personal_data(place, product, vital=vital)}
    if running:
        found |= _continuity(place, product, values, vital=vital) | _documents(place, product, vital=vital)
    return found


def _classification(place: Place, product: Product, values: dict[str, Any]) -> dict[str, Any]:
    if not values.get("classified_on"):
        return {}
    words = (place.code, product.key)
    found: dict[str, Any] = {"classification_reason": pick(_REASONS, "reason", *words)}
    if chance(35, "traceability", *words):
        found["traceability"] = values["availability"]
    if chance(25, "earlier", *words):
        earlier = date.fromisoformat(values["classified_on"]) - timedelta(days=pick(range(365, 900), "before", *words))
        lower = str(max(int(values["availability"]) - 1, 0))
        found["earlier_classifications"] = [
            {
                "classified_on": earlier.isoformat(),
                "confidentiality": values["confidentiality"],
                "integrity": values["integrity"],
                "availability": lower,
                "traceability": None,
                "classified_by": "Systemägaren",
                "reason": "Första klassningen.",
            }
        ]
    return found


def _personal_data(place: Place, product: Product, *, vital: bool) -> dict[str, Any]:
    words = (place.code, product.key)
    if product.personal_data == "nej" or not (vital or chance(94, "article 30", *words)):
        return {}
    subjects, categories, basis = _SUBJECTS.get(product.part, _OTHERS)
    sensitive = product.personal_data == "kansliga"
    found: dict[str, Any] = {
        "controller": str(board_id(place, product.part)),
        "processing_purpose": product.purpose.split(". ", maxsplit=1)[0].rstrip(".") + ".",
        "legal_basis": basis,
        "data_subjects": subjects,
        "data_categories": categories,
        "recipients": pick(_RECIPIENTS.get(product.part, _OTHER_RECIPIENTS), "recipients", *words),
        "third_country": False,
        "retention": pick(_RETENTIONS, "retention", *words),
        "impact_assessment_needed": sensitive,
    }
    if sensitive and chance(85, "assessed", *words):
        found["impact_assessed_on"] = (SAMPLE_DAY - timedelta(days=pick(range(60, 1400), "dpia", *words))).isoformat()
    return found


def _continuity(place: Place, product: Product, values: dict[str, Any], *, vital: bool) -> dict[str, Any]:
    words = (place.code, product.key)
    if not (vital or chance(45, "backup", *words)):
        return {}
    frequency, interval, retention, rpo, rto = pick(_BACKUPS, "backup", *words)
    found: dict[str, Any] = {
        "backup_frequency": frequency,
        "backup_interval_hours": interval,
        "backup_retention": retention,
        "rpo_hours": rpo,
        "rto_hours": rto,
        "longest_outage_hours": pick([hours for hours in _OUTAGES if hours >= rto], "outage", *words),
    }
    if vital or chance(30, "demand", *words):
        found |= _DEMANDS[min(int(values.get("availability") or "0"), len(_DEMANDS) - 1)]
    if chance(85, "tested", *words):
        found["restore_tested_on"] = (SAMPLE_DAY - timedelta(days=pick(range(30, 400), "test", *words))).isoformat()
    if values.get("availability", "0") >= "2" or vital:
        found["fallback_routine"] = pick(_FALLBACKS, "fallback", *words)
        found["continuity_plan"] = chance(60, "plan", *words)
    return found


def _documents(place: Place, product: Product, *, vital: bool) -> dict[str, Any]:
    words = (place.code, product.key)
    kinds = ("system_documentation", "operations_documentation", "routine_documentation", "user_guide")
    found: dict[str, Any] = {
        kind: "finns" if vital else pick(_DOCUMENTATION, kind, *words)
        for kind in kinds
        if vital or chance(94, "told", kind, *words)
    }
    found["competent_people"] = pick(_COMPETENT, "competent", *words)
    if product.personal_data != "nej":
        found["access_rights"] = [dict(right) for right in _RIGHTS]
    return found
