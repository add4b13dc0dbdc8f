"""What the sample kommuner keep of the region itself: who is in it, its guests, and what each thinks of openings.

Levels stand with the systems in `sample_relations`; here are only those of guests, who have no file of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_systems import RUNNING, lifecycle_of, system_id
from itadmin.services.sample_values import addition, pick, sample_id

REGION = "Dalsland"
_COORDINATOR = "1460"
_GUESTS = ("1765", "1785")
_GUESTS_IN = "trio"
_GUEST_LEVEL = "2"
_NOTES = (
    ("bevakas", None, "Tas upp när nästa avtal i regionen går ut."),
    ("inte_aktuell", "2027-06-30", "Upphandlades nyligen. Prövas igen efter sommaren."),
)


def samverkan(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """The region, as its coordinator keeps it, guests in the telephony, and notes on openings."""
    if place.code == _COORDINATOR:
        members, guests = (
            [str(municipality_id(code)) for code in codes] for codes in (sorted(catalogue.places), _GUESTS)
        )
        values = {"name": REGION, "members": members, "guests": guests}
        yield addition("regions", sample_id(place, "regions", REGION), values)
    products = [product for product in catalogue.products_of(place.code) if lifecycle_of(place, product) in RUNNING]
    for product in products:
        if product.key == _GUESTS_IN and place.code == _COORDINATOR:
            yield from _guests(place, product)
    yield from _notes(place, [product for product in products if len(product.places) > 1 and not product.operator])


def _guests(place: Place, product: Product) -> Iterator[Change]:
    for code in _GUESTS:
        values = {
            "system": str(system_id(place, product)),
            "municipality": str(municipality_id(code)),
            "level": _GUEST_LEVEL,
            "starts_on": "2019-01-01",
        }
        yield addition("cooperation_levels", sample_id(place, "cooperation_levels", product.key, code), values)


def _notes(place: Place, products: list[Product]) -> Iterator[Change]:
    for number, (status, until, note) in enumerate(_NOTES):
        product = pick(products[number :: len(_NOTES)], "opening", place.code)
        values = {"status": status, "system": str(system_id(place, product)), "until": until, "note": note}
        yield addition("opportunity_notes", sample_id(place, "opportunity_notes", product.key), values)
