"""What a sample agreement tells beside parties and time: how it was bought, what it belongs to, and its instruktion."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from itadmin.services.sample_data import Function, Place, Product
from itadmin.services.sample_values import SAMPLE_DAY, chance, function_email, function_title, pick

_PRODUCT_CODE, _SERVICE_CODE = "48000000-8", "72000000-5"
_SERVICES = ("supportavtal", "underhallsavtal", "molntjanstavtal", "konsultavtal")
_LARGE_PURCHASE = 700_000_00
"""From which value in öre the sample's kommuner buy by more than a direct purchase."""
_MONTHS_OF_OPEN_ENDED = 48
_INDEX = "AKI tjänstemän, SNI 62"
_OWN_REMINDERS = (24, 12, 6)
_SUBJECTS = {"soc": "brukare, anhöriga och personal", "bun": "elever, vårdnadshavare och personal"}
_CATEGORIES = {"soc": "kontaktuppgifter, bistånd, hälsa", "bun": "kontaktuppgifter, skolgång"}
_OTHER_SUBJECTS, _OTHER_CATEGORIES = "medborgare och personal", "kontaktuppgifter, ärendeuppgifter"
_SUBPROCESSORS = (
    ("Norrskenshallen Datadrift AB", "Lagring och säkerhetskopiering"),
    ("Granlund & Fröberg Kundstöd AB", "Support utanför kontorstid"),
    ("Meddelandeverket i Väst AB", "Utskick av e-post och sms"),
)
_MEASURES = (
    "Personliga inloggningar i två steg, krypterad överföring, loggning av läsning, och kopior som provas varje år."
)
_DATA_PROTECTION = ("pub_avtal", "underbitradesavtal")


def purchase(place: Place, product: Product, values: Mapping[str, Any]) -> dict[str, Any]:
    """How an agreement with a supplier was bought; nothing for one without price or beginning."""
    price, starts_on = values.get("annual_price"), values.get("starts_on")
    if not price or not starts_on or not values.get("supplier"):
        return {}
    kind, words = values["kind"], (values["kind"], place.code, product.key)
    months = (values.get("first_term_months") or _MONTHS_OF_OPEN_ENDED) + sum(
        row["months"] for row in values.get("options") or ()
    )
    value = round(price * months / 12)
    large = ("oppet", "forenklad", "avrop") if value >= _LARGE_PURCHASE else ("direkt", "direkt", "avrop")
    form = "avrop" if kind == "ramavtal" else pick(large, "procurement", *words)
    found: dict[str, Any] = {
        "procurement_form": form,
        "total_value": value,
        "cpv_code": _SERVICE_CODE if kind in _SERVICES else _PRODUCT_CODE,
    }
    if form != "direkt":
        year, number = int(starts_on[:4]) - 1, pick(range(40, 900), "procured", *words)
        found["procurement_registry_number"] = place.registry_number(product.part, year, number)
        found["procurement_months"] = pick((6, 9, 12), "procuring", *words)
    if chance(40, "index", *words):
        found |= {"price_index": _INDEX, "index_base": starts_on[:7]}
    if chance(6, "reminders", *words):
        found["reminders"] = [{"months": months, "days": None} for months in _OWN_REMINDERS]
    return found


def instruction(place: Place, product: Product, officer: Function, values: Mapping[str, Any]) -> dict[str, Any]:
    """The instruktion of an agreement on personal data; one in seven has none, as in real life."""
    words = (place.code, product.key)
    if values["kind"] not in _DATA_PROTECTION or chance(14, "no instruction", *words):
        return {}
    found: dict[str, Any] = {
        "template_version": "Gemensam mall, februari 2023"
        if str(values.get("starts_on")) >= "2023-02"
        else "Egen mall",
        "processing_purpose": product.purpose.split(". ", maxsplit=1)[0].rstrip(".") + ".",
        "processing_kinds": "lagring, säkerhetskopiering, support och felsökning",
        "data_subjects": _SUBJECTS.get(product.part, _OTHER_SUBJECTS),
        "data_categories": _CATEGORIES.get(product.part, _OTHER_CATEGORIES),
        "sensitive_personal_data": product.personal_data == "kansliga",
        "data_location": "Sverige",
        "third_country": False,
        "security_measures": _MEASURES,
        "data_return": "Uppgifterna lämnas ut i öppet format inom 30 dagar och raderas därefter, även ur kopior.",
        "audit": "Den personuppgiftsansvarige får granska en gång om året.",
        "administrative_contact": f"{function_title(place, officer)}, {function_email(place, officer)}",
        "checked_on": _checked_on(words, str(values.get("starts_on") or "")),
    }
    if values.get("supplier"):
        found["subprocessors"] = _subprocessors(words, found["checked_on"])
    return found


def _checked_on(words: tuple[str, ...], starts_on: str) -> str:
    checked = SAMPLE_DAY - timedelta(days=pick(range(20, 460), "checked", *words))
    return max(checked.isoformat(), min(starts_on, SAMPLE_DAY.isoformat()))


def _subprocessors(words: tuple[str, ...], checked_on: str) -> list[dict[str, Any]]:
    approved = date.fromisoformat(checked_on) - timedelta(days=30)
    return [
        {
            "name": name,
            "organisation_number": None,
            "country": "Sverige",
            "service": service,
            "approved_on": approved.isoformat(),
        }
        for name, service in _SUBPROCESSORS
        if chance(45, "subprocessor", name, *words)
    ]
