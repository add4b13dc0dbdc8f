"""Driftavtal of a sample kommun: with neighbours that operate its systems, and with its own IT unit.

They begin as any driftavtal does, from what the register proposes for the system, and are then filled in. Those that
are drafts lack what drafts usually lack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.services.agreements import operations_agreement_draft
from itadmin.services.populations import Populations
from itadmin.services.reading import Reading
from itadmin.services.sample_agreements import agreement_id, contact, customer_signatory, has_processing_agreement
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_systems import hosting_of, is_vital, system_id
from itadmin.services.sample_values import (
    SAMPLE_DAY,
    addition,
    chance,
    cost,
    function_title,
    pick,
    sample_id,
    servicedesk_phone,
    users,
)

_NOTE = "Övningsdata: avtalet är påhittat."
_NEXT_YEAR = date(SAMPLE_DAY.year + 1, 1, 1)
_STARTS = (date(2025, 1, 1), date(2025, 4, 1), date(2025, 7, 1), date(2026, 1, 1), date(2026, 4, 1))
_PROLONGED_START = date(2023, 1, 1)
_PROLONGED = "raindance"
"""The system whose driftavtal has been prolonged once."""
_NOTICE_GIVEN = date(2026, 9, 14)
_JOINT_SHARE = 35
"""How many percent of each kommun's cost of a joint system its operation stands for."""
_APART_WITHIN, _APART_BETWEEN = ("driftdokumentation",), ("driftdokumentation", "utbildningsplan")
"""Appendices that are papers of their own, within a kommun and between two."""
_HOURLY_RATE = 650 * 100
_TELEPHONY = ("alcatel", "trio")
_TELEPHONY_GUESTS = ("1765", "1785")

_INCLUDED = (
    "Servrar, lagring och reservkraft\nÖvervakning, säkerhetskopiering och återläsning\n"
    "Uppdatering av plattform och programvara"
)
_EXCLUDED = "Licenser till programvaran\nAnvändarstöd i verksamheten\nDatanät och klienter inom kommunen"
_DEPENDENCIES = "Katalogtjänst och inloggning\nFörbindelsen mellan kommunen och driftstället"
_FALLBACK = "pappersblanketter, som förs in när systemet är i gång igen"
_FALLBACKS = {
    "Omsorg": "utskrivna planeringslistor och pappersblanketter, som förs in i efterhand",
    "Telefoni": "mobiltelefoner och en utskriven lista med direktnummer",
    "Skola": "klasslistor på papper",
    "Helpdesk": "telefon och en gemensam anteckningsbok hos servicedesk",
    "Säkerhet": "nycklar som kvitteras ut av fastighetsjouren",
    "Karta och GIS": "den senast publicerade kommunkartan",
}
_FREEZES = {
    "Ekonomi": (("Årsbokslut", "1–31 januari"), ("Delårsbokslut", "1–15 september")),
    "Personal och lön": (("Lönekörning", "den 15–22 varje månad"),),
    "Skola": (("Betyg och skolstart", "1–20 juni och 10–25 augusti"),),
    "Ärende och arkiv": (("Allmänna val", "fyra veckor före och två veckor efter valdagen"),),
    "Vatten och avlopp": (("Debitering", "första veckan varje kvartal"),),
}
_PRICE_PARTS = (
    ("Servrar, databas och lagring", "Självkostnad", 45),
    ("Övervakning och säkerhetskopiering", "Självkostnad", 20),
    ("Teknisk förvaltning", "Nedlagd tid", 35),
)


def operations_agreements(catalogue: Catalogue, place: Place, reading: Reading) -> Iterator[Change]:
    """The driftavtal and driftöverenskommelser of a kommun, made from its systems as `reading` finds them."""
    number = 0
    for product in catalogue.products_of(place.code):
        status = place.operations.get(product.key, "gallande")
        if is_vital(product) and status != "saknas":
            number += 1
            values = _complete(
                catalogue, place, product, operations_agreement_draft(reading, system_id(place, product), SAMPLE_DAY)
            )
            values |= _term(place, product, status, number)
            if status == "utkast":
                values |= _gaps(place, product, values)
            yield addition("agreements", operations_id(place, product), values)


def operations_id(place: Place, product: Product) -> UUID:
    """The id of the driftavtal of a system."""
    return sample_id(place, "agreements", "drift", product.key)


def _complete(catalogue: Catalogue, place: Place, product: Product, draft: Mapping[str, Any]) -> dict[str, Any]:
    is_joint = hosting_of(place, product) == "annan_kommun"
    provider = catalogue.places[product.operator] if is_joint else place
    values = {
        **draft,
        "document_owner": function_title(place, catalogue.functions[product.owner]),
        "contacts": _contacts(catalogue, place, product, provider, str(draft.get("support_hours") or "")),
        "signatories": _signatories(catalogue, place, product, provider),
        "included": _INCLUDED,
        "excluded": _EXCLUDED,
        "dependencies": _DEPENDENCIES,
        "fallback_routine": _FALLBACKS.get(product.area, _FALLBACK),
        "freezes": [{"reason": reason, "period": period} for reason, period in _FREEZES.get(product.area, ())],
        "appendices": _appendices(place, product, draft),
        "hourly_rate": _HOURLY_RATE,
        "note": _NOTE,
    }
    return values | (_joint(catalogue, place, product) if is_joint else _own(place, product))


def _own(place: Place, product: Product) -> dict[str, Any]:
    price = cost(place, max(10, product.cost // 3), "drift", product.key)
    return {"annual_price": price, "allocation_model": "DIREKT", "supplier": None}


def _joint(catalogue: Catalogue, place: Place, product: Product) -> dict[str, Any]:
    """What is the same in the driftavtal of all that share a system: price, split and who is connected."""
    guests = _TELEPHONY_GUESTS if product.key in _TELEPHONY else ()
    day = Populations().newest_common(product.places, SAMPLE_DAY)
    price = product.cost * len(product.places) * _JOINT_SHARE // 100 * 1000 * 100
    parts = [{"item": item, "basis": basis, "amount": price * share // 100} for item, basis, share in _PRICE_PARTS]
    return {
        "connected_municipalities": [str(municipality_id(code)) for code in (*product.places, *guests)],
        "user_count": sum(users(catalogue.places[code], product.users) for code in product.places),
        "annual_price": price,
        "price_model": "sjalvkostnad",
        "prices": parts,
        "allocation_model": "ANVANDARE" if guests else "BEFOLKNING",
        "population_day": day.isoformat() if day else None,
        "dpa": str(agreement_id(place, product, "pub_avtal")) if has_processing_agreement(place, product) else None,
    }


def _appendices(place: Place, product: Product, draft: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The appendices; those that are papers of their own have a number in the diarium."""
    words = (place.code, product.key)
    apart = _APART_WITHIN if draft["kind"] == "driftoverenskommelse" else _APART_BETWEEN
    return [
        {**row, "registry_number": place.registry_number(product.part, 2024, pick(range(40, 520), row["kind"], *words))}
        if row["kind"] in apart
        else row
        for row in draft["appendices"]
    ]


def _contacts(
    catalogue: Catalogue, place: Place, product: Product, provider: Place, support_hours: str
) -> list[dict[str, Any]]:
    functions = catalogue.functions
    desk = {
        "party": "driftenhet",
        "task": "servicedesk",
        "name": "Servicedesk",
        "phone": servicedesk_phone(provider),
        "email": f"servicedesk@{provider.domain}",
        "hours": support_hours or None,
    }
    return [
        contact("systemagare", "avtalsansvarig", place, functions[product.owner]),
        contact("systemagare", "systemansvarig", place, functions[product.manager]),
        contact("driftenhet", "avtalsansvarig", provider, functions["itchef"]),
        contact("driftenhet", "driftansvarig", provider, functions["systemadministrator"]),
        desk,
    ]


def _signatories(catalogue: Catalogue, place: Place, product: Product, provider: Place) -> list[dict[str, Any]]:
    point = pick(range(1, 9), "it", provider.code)
    return [
        customer_signatory(place, catalogue.functions[product.owner]),
        {
            "party": "driftenhet",
            "position": function_title(provider, catalogue.functions["itchef"]),
            "authority": f"{provider.boards['ks']}s delegationsordning, punkt 5.{point}",
        },
    ]


def _term(place: Place, product: Product, status: str, number: int) -> dict[str, Any]:
    words = (place.code, product.key)
    starts_on = _NEXT_YEAR if status in ("utkast", "invantar_underskrift") else _started(product, *words)
    prepared_on = SAMPLE_DAY if starts_on == _NEXT_YEAR else starts_on
    signed_on = starts_on - timedelta(days=pick(range(10, 45), "signed", *words))
    registry = place.registry_number(product.part, prepared_on.year, pick(range(40, 520), "operation", *words))
    values: dict[str, Any] = {
        "status": status,
        "number": f"DA-{prepared_on.year}-{number:03}",
        "registry_number": registry,
        "starts_on": starts_on.isoformat(),
        "signed_on": signed_on.isoformat() if status in ("gallande", "uppsagt") else None,
        "signing": "e_avancerad" if chance(45, "electronic", *words) else "papper",
    }
    if status == "uppsagt":
        values["notice_given_on"] = _NOTICE_GIVEN.isoformat()
    elif product.key != _PROLONGED and chance(20, "open ended", *words):
        values |= {"first_term_months": None, "renewal_months": None, "open_ended": True, "notice_months": 12}
    return values


def _started(product: Product, *words: str) -> date:
    return _PROLONGED_START if product.key == _PROLONGED else pick(_STARTS, "operation", *words)


def _gaps(place: Place, product: Product, values: Mapping[str, Any]) -> dict[str, Any]:
    """What is not settled yet in a draft."""
    signatories = [{**row, "authority": None} for row in values["signatories"]]
    missing: dict[str, Any] = {"version": "0.2", "registry_number": None, "signatories": signatories}
    if chance(60, "no price", place.code, product.key):
        missing |= {"annual_price": None, "prices": []}
    if chance(60, "no objectives", place.code, product.key):
        missing |= {"rpo_hours": None, "rto_hours": None}
    return missing
