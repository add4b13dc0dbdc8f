"""Organisations of a sample kommun: itself, nämnder, förvaltningar, IT units, joint body and suppliers."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.services.sample_data import Catalogue, Place, Supplier
from itadmin.services.sample_values import (
    addition,
    exchange_phone,
    mail_name,
    on_call_phone,
    sample_id,
    servicedesk_phone,
)

_INVENTED = "Påhittad leverantör i övningsdata. Har inget samband med den som i verkligheten levererar produkten."
_SIMPLIFIED = "Övningsdata: kommunens organisation och alla kontaktuppgifter är påhittade."
_JOINT_BODY = "Dalslands miljö- och energiförbund"
_JOINT_BODY_NOTE = (
    "Medlemmar är Bengtsfors, Dals-Ed, Färgelanda och Mellerud. "
    "Övningsdata: att förbundet driftar systemet är påhittat."
)


def unit_id(place: Place, part: str) -> UUID:
    """The id of the förvaltning that answers for a part of the kommun's work; "it" is its IT unit."""
    if part == "it":
        return it_unit_id(place, place)
    return sample_id(place, "organisations", "unit", place.units[part])


def board_id(place: Place, part: str) -> UUID:
    """The id of the nämnd that answers for a part of the kommun's work; the IT unit's is that of the whole kommun."""
    return _board_id(place, place.boards["ks" if part == "it" else part])


def it_unit_id(place: Place, other: Place) -> UUID:
    """The id that the IT unit of `other` has in the file of `place`."""
    return sample_id(place, "organisations", "it", other.code)


def supplier_id(place: Place, key: str) -> UUID:
    """The id of a supplier in the file of a kommun."""
    return sample_id(place, "organisations", "supplier", key)


def joint_body_id(place: Place) -> UUID:
    """The id of the joint body for environment."""
    return sample_id(place, "organisations", "joint_body")


def own_record(place: Place) -> Change:
    """What is filled in on the record that the file was made with."""
    values = {
        "postal_address": place.address,
        "email": f"kommun@{place.domain}",
        "phone": exchange_phone(place),
        "note": _SIMPLIFIED,
    }
    return Change("organisations", municipality_id(place.code), dict.fromkeys(values), values)


def organisations(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """All other organisations that a kommun's file holds."""
    yield from _boards(place)
    yield from _units(place)
    for other in catalogue.places.values():
        if other.code != place.code:
            yield _board_of(place, other)
        yield _it_unit(place, other)
    products = catalogue.products_of(place.code)
    if any(product.hosting == "kommunalforbund" for product in products):
        yield addition(
            "organisations", joint_body_id(place), {"name": _JOINT_BODY, "kind": "forbund", "note": _JOINT_BODY_NOTE}
        )
    used = {product.supplier for product in products}
    used |= {row["leverantor"] for row in catalogue.general if place.code in row["kommuner"].split()}
    for supplier in catalogue.suppliers.values():
        if supplier.key in used:
            yield _supplier(place, supplier)


def _boards(place: Place) -> Iterator[Change]:
    for name in dict.fromkeys(place.boards.values()):
        values = {"name": name, "kind": "namnd", "parent": str(municipality_id(place.code))}
        yield addition("organisations", _board_id(place, name), {**values, "postal_address": place.address})


def _units(place: Place) -> Iterator[Change]:
    for part, name in place.units.items():
        yield addition(
            "organisations",
            unit_id(place, part),
            {
                "name": name,
                "kind": "forvaltning",
                "parent": str(board_id(place, part)),
                "postal_address": place.address,
                "email": f"{mail_name(name)}@{place.domain}",
                "phone": exchange_phone(place),
            },
        )


def _board_of(place: Place, other: Place) -> Change:
    """The kommunstyrelse of a neighbour, which its IT unit belongs to."""
    name = _board_name(other)
    values = {"name": name, "kind": "namnd", "parent": str(municipality_id(other.code))}
    return addition("organisations", _board_id(place, name), {**values, "postal_address": other.address})


def _board_name(other: Place) -> str:
    return f"Kommunstyrelsen i {other.town}"


def _it_unit(place: Place, other: Place) -> Change:
    parent = unit_id(place, "ks") if other.code == place.code else _board_id(place, _board_name(other))
    return addition(
        "organisations",
        it_unit_id(place, other),
        {
            "name": other.it_unit,
            "kind": "it_enhet",
            "parent": str(parent),
            "postal_address": other.address,
            "email": f"it@{other.domain}",
            "phone": exchange_phone(other),
            "servicedesk_phone": servicedesk_phone(other),
            "servicedesk_email": f"servicedesk@{other.domain}",
            "servicedesk_portal": "Helpdesk",
            "on_call_phone": on_call_phone(other),
        },
    )


def _supplier(place: Place, supplier: Supplier) -> Change:
    return addition(
        "organisations",
        supplier_id(place, supplier.key),
        {
            "name": supplier.name,
            "kind": "leverantor",
            "email": f"avtal@{supplier.key}.example",
            "phone": supplier.phone,
            "website": f"www.{supplier.key}.example",
            "customer_number": f"K-{place.code}-{len(supplier.name):02}",
            "support_phone": supplier.phone,
            "support_email": f"support@{supplier.key}.example",
            "support_hours": "vardagar 8–17",
            "incident_phone": supplier.phone,
            "incident_email": f"incident@{supplier.key}.example",
            "note": _INVENTED,
        },
    )


def _board_id(place: Place, name: str) -> UUID:
    return sample_id(place, "organisations", "board", name)
