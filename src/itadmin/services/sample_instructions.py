"""The styrande dokument that a sample kommun writes in the program: its IT-instruktioner and a riktlinje of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.services.sample_data import Place
from itadmin.services.sample_values import addition, on_call_phone, sample_id, servicedesk_phone

_DOCUMENTS = (
    ("anvandare", "IT-instruktion Användare", "it_instruktion_anvandare", "instruktion", "1.0"),
    ("forvaltning", "IT-instruktion Förvaltning", "it_instruktion_forvaltning", "instruktion", "1.0"),
    ("drift", "IT-instruktion Drift", "it_instruktion_drift", "instruktion", "0.3"),
    ("mobila", "Riktlinje för mobila enheter", "egen_text", "riktlinje", "0.1"),
)
_ADOPTED = frozenset({"anvandare", "forvaltning"})
_PROPOSED = frozenset({"mobila"})
"""Those that lack nothing but the decision."""
_RIKTLINJE = (
    (
        "Syfte",
        "Riktlinjen gäller telefoner och surfplattor från {{kommun}}. De ska vara lika säkra som en dator.",
    ),
    (
        "Så använder du enheten",
        (
            "- Lås skärmen med kod eller fingeravtryck.\n- Uppdatera när enheten ber om det.\n- Hämta appar bara ur "
            "kommunens egen butik.\n\nÄr enheten borta ringer du servicedesk genast, {{servicedesk_telefon}}."
        ),
    ),
    (
        "Byte och återlämning",
        "En enhet byts efter {{mobil_livslangd}}. Den som slutar lämnar enheten till sin chef.",
    ),
)
_LOCAL = ("sakerhetskopiering", "Säkerhetskopiering och återläsning", "Den andra byggnaden är räddningsstationen i {}.")
"""The chapter of the instruktion for drift to which something of one's own is added."""


def instructions(place: Place) -> Iterator[Change]:
    """Two instruktioner that are decided, one with something added that is not, and a riktlinje that is proposed."""
    own = str(municipality_id(place.code))
    for key, title, template, kind, version in _DOCUMENTS:
        values: dict[str, Any] = {"title": title, "template": template, "kind": kind, "version": version}
        is_adopted = key in _ADOPTED
        values |= {
            "status": "faststalld" if is_adopted else "utkast",
            "municipalities": [own],
            "revise_by": "2029-06-30",
            "responsible_function": "IT-chef",
        }
        if is_adopted:
            values |= {"valid_from": "2026-03-01", "open_ended": True}
        elif key in _PROPOSED:
            values |= {"valid_from": "2027-01-01", "open_ended": True}
        yield addition("steering_documents", _document(place, key), values)
        yield from _decision(place, key, is_adopted=is_adopted)
    for number, (heading, text) in enumerate(_RIKTLINJE, 1):
        yield _chapter(place, "mobila", f"eget {number}", {"heading": heading, "text": text, "place": number * 100})
    shipped, heading, text = _LOCAL
    added = {"heading": heading, "key": shipped, "text": text.format(place.town), "manner": "tillagg"}
    yield _chapter(place, "drift", shipped, added | {"municipality": own})
    for name, value in _values(place):
        yield addition(
            "document_variables", sample_id(place, "document_variables", name), {"name": name, "value": value}
        )


def _document(place: Place, key: str) -> UUID:
    return sample_id(place, "steering_documents", key)


def _chapter(place: Place, document: str, key: str, values: Mapping[str, Any]) -> Change:
    told = {"manner": "ersatter", **values, "document": str(_document(place, document))}
    return addition("steering_chapters", sample_id(place, "steering_chapters", document, key), told)


def _decision(place: Place, key: str, *, is_adopted: bool) -> Iterator[Change]:
    """What kommunstyrelsen has decided, or is to decide."""
    values: dict[str, Any] = {
        "document": str(_document(place, key)),
        "municipality": str(municipality_id(place.code)),
        "body": "KS",
        "status": "faststalld" if is_adopted else "vantar",
    }
    if is_adopted:
        number = place.registry_number("ks", 2026, 41)
        values |= {"decided_on": "2026-02-18", "paragraph": "§ 22", "registry_number": number}
    yield addition("steering_decisions", sample_id(place, "steering_decisions", key), values)


def _values(place: Place) -> Iterator[tuple[str, str]]:
    yield "servicedesk_telefon", servicedesk_phone(place)
    yield "servicedesk_epost", f"servicedesk@{place.domain}"
    yield "incident_telefon", on_call_phone(place)
    yield "dataskydd_kontakt", f"dataskyddsombudet, dataskydd@{place.domain}"
    yield "mobil_livslangd", "tre år"
    yield "jour", f"kommunens beredskap, {on_call_phone(place)}"
