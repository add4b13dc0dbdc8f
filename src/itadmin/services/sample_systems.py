"""Systems of a sample kommun, with the gaps that a register has in real life.

Systems that have a driftavtal are kept without gaps, since their agreements are to be complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.text import fold
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_details import details
from itadmin.services.sample_organisations import it_unit_id, joint_body_id, supplier_id, unit_id
from itadmin.services.sample_values import (
    SAMPLE_DAY,
    addition,
    chance,
    cost,
    pick,
    sample_id,
    users,
)
from itadmin.services.starter_list import starter_list
from itadmin.services.starter_names import keys_by_name

_NOTE = "Övningsdata: att kommunen har systemet, och allt som sägs om det, är påhittat."
RUNNING = ("i_drift", "under_avveckling")
"""Where in their life systems are used every day."""
_LARGE = 60
_OWN_DATA = ("egen_drift", "hybrid")

_RETIREMENTS = ("2027-03", "2027-06", "2027-12", "2028")
_RETIRED = "2024-12"
_SUPPORT_ENDS = ("2027-04-30", "2027-10", "2028-06", "2029")
_DATABASES = ("Microsoft SQL Server 2022", "Microsoft SQL Server 2019", "PostgreSQL 16", "Oracle Database 19c")
_SERVERS = ("Windows Server 2022", "Windows Server 2019", "Debian 12")
_PLACEMENTS = ("Driftställe 1, kommunhuset", "Driftställe 2, brandstationen")
_YEARS, _YEARS_BEFORE_AGREEMENTS = (2024, 2025, 2026), (2023, 2024)
_BEFORE_AGREEMENTS = range(760, 1100)
"""How many days ago systems with a driftavtal were classed, so that it was done when their driftavtal was signed."""
_THIS_YEAR, _LONG_AGO = range(15, 330), range(366, 1200)
"""How many days ago what is to be done once a year was done, where it is and where it is not."""
_FUNCTION_RATINGS = ("bra",) * 7 + ("acceptabelt",) * 3 + ("daligt",)
_COMPETENCE_RATINGS = ("god",) * 6 + ("sarbar",) * 3 + ("saknas",)
_DPA_STATUSES = ("ja",) * 10 + ("under_framtagande", "nej")
_CLIENTS = ("Aktuell webbläsare", "Windows 11", "Windows 11 och installerad klient")


def system_id(place: Place, product: Product) -> UUID:
    """The id of a system in the file of a kommun."""
    return sample_id(place, "systems", product.key)


def is_vital(product: Product) -> bool:
    """Whether a system is to have a driftavtal, and therefore no gaps."""
    return "driftavtal" in product.agreements


def hosting_of(place: Place, product: Product) -> str:
    """The driftform of a system as this kommun sees it."""
    if product.hosting != "gemensam":
        return product.hosting
    return "egen_drift" if product.operator == place.code else "annan_kommun"


def operator_of(catalogue: Catalogue, place: Place, product: Product) -> UUID | None:
    """The unit that operates a system; None when a supplier does."""
    if product.hosting == "kommunalforbund":
        return joint_body_id(place)
    if product.hosting == "gemensam":
        return it_unit_id(place, catalogue.places[product.operator])
    return it_unit_id(place, place) if product.hosting in _OWN_DATA else None


def lifecycle_of(place: Place, product: Product) -> str:
    """Where a system is in its life here."""
    return place.lifecycles.get(product.key, "i_drift")


def systems(catalogue: Catalogue, place: Place, registered_agreements: frozenset[str]) -> Iterator[Change]:
    """The systems of a kommun; `registered_agreements` are the keys of those whose PUB-avtal is in the register."""
    starter_keys = keys_by_name(starter_list())
    for product in catalogue.products_of(place.code):
        operator = operator_of(catalogue, place, product)
        values: dict[str, Any] = {
            "name": product.name,
            "aliases": product.aliases,
            "purpose": product.purpose,
            "area": product.area,
            "category": product.category,
            "scope": product.scope,
            "department": str(unit_id(place, product.part)),
            "note": _NOTE,
            "supplier": str(supplier_id(place, product.supplier)) if product.supplier else None,
            "product": _product_name(product),
            "starter_key": starter_keys.get(fold(product.product or product.name)),
            "modules": product.modules,
            "hosting": hosting_of(place, product),
            "operating_unit": str(operator) if operator else None,
            "sign_in": product.sign_in,
            "user_count": users(place, product.users),
            "annual_cost": cost(place, product.cost, product.key) if product.cost else None,
        }
        values |= _life(place, product) | _technology(place, product) | _classes(place, product)
        values |= _personal_data(place, product, registered_agreements) | _judgement(place, product)
        running = lifecycle_of(place, product) in RUNNING
        values |= details(place, product, values, vital=is_vital(product), running=running)
        yield addition("systems", system_id(place, product), values)


def _product_name(product: Product) -> str:
    """What a supplier calls it, so that the kommuner's records of it are one row; a few have left it out."""
    if product.product or not product.supplier or chance(5, "unnamed", product.key):
        return product.product
    return product.name


def _life(place: Place, product: Product) -> dict[str, Any]:
    lifecycle = lifecycle_of(place, product)
    values: dict[str, Any] = {"lifecycle": lifecycle}
    if lifecycle in (*RUNNING, "avvecklad"):
        values["in_operation_since"] = _since(place, product)
    if lifecycle == "under_avveckling":
        values["planned_retirement"] = pick(_RETIREMENTS, "retirement", place.code, product.key)
    elif lifecycle == "avvecklad":
        values["planned_retirement"] = _RETIRED
    elif product.product and not is_vital(product) and chance(30, "support", place.code, product.key):
        values["support_ends"] = pick(_SUPPORT_ENDS, "support", place.code, product.key)
    return values


def first_year(place: Place, product: Product) -> int:
    """The year in which a system came into use here, or is to."""
    is_new = lifecycle_of(place, product) not in (*RUNNING, "avvecklad")
    return SAMPLE_DAY.year if is_new else int(_since(place, product)[:4])


def _since(place: Place, product: Product) -> str:
    shift = 0 if product.hosting == "gemensam" else pick(range(4), "since", place.code, product.key)
    year = min(product.since + shift, SAMPLE_DAY.year - 1)
    words = (product.operator or place.code, product.key)
    return f"{year}-{pick(range(1, 13), 'month', *words):02}" if chance(55, "precise", *words) else str(year)


def _technology(place: Place, product: Product) -> dict[str, Any]:
    words = (place.code, product.key)
    hosting = hosting_of(place, product)
    large = product.cost >= _LARGE and product.category in ("verksamhetssystem", "plattform")
    abroad = hosting == "saas" and chance(15, "country", *words)
    values: dict[str, Any] = {
        "environments": "produktion, test och utbildning" if large and product.cost > 2 * _LARGE else "produktion",
        "data_country": "Annat land inom EU" if abroad else "Sverige",
    }
    if large and product.cost <= 2 * _LARGE:
        values["environments"] = "produktion och test"
    if product.product and (hosting != "saas" or chance(40, "version", *words)):
        installed = (product.operator or place.code, product.key)
        years = _YEARS_BEFORE_AGREEMENTS if is_vital(product) else _YEARS
        values["version"] = f"{pick(years, 'year', *installed)}.{pick(range(1, 5), 'version', *installed)}"
    if hosting in _OWN_DATA and product.category != "iot":
        values |= {
            "placement": pick(_PLACEMENTS, "placement", *words),
            "operating_system": pick(_SERVERS, "server", *words),
            "client_requirements": pick(_CLIENTS, "client", *words),
        }
        if product.category == "verksamhetssystem":
            values["database"] = pick(_DATABASES, "database", *words)
    return values


def _classes(place: Place, product: Product) -> dict[str, Any]:
    words = (place.code, product.key)
    settled = lifecycle_of(place, product) in RUNNING
    if not is_vital(product) and (not settled or chance(14, "unclassified", *words)):
        return {}
    usual = _LONG_AGO if chance(12, "classified late", *words) else _THIS_YEAR
    days_ago = pick(_BEFORE_AGREEMENTS if is_vital(product) else usual, "classified", *words)
    return {
        **dict(zip(("confidentiality", "integrity", "availability"), product.classes, strict=True)),
        "classified_on": (SAMPLE_DAY - timedelta(days=days_ago)).isoformat(),
        "classified_by": "Informationsägaren" if chance(60, "by", *words) else "Systemägaren",
        "security_protection": False if chance(70, "protection", *words) else None,
    }


def _personal_data(place: Place, product: Product, registered_agreements: frozenset[str]) -> dict[str, Any]:
    if product.personal_data == "nej":
        return {"personal_data": False, "sensitive_personal_data": False, "dpa_status": "ej_tillampligt"}
    return {
        "personal_data": True,
        "sensitive_personal_data": product.personal_data == "kansliga",
        "dpa_status": _dpa_status(place, product, registered_agreements),
    }


def _dpa_status(place: Place, product: Product, registered_agreements: frozenset[str]) -> str:
    if product.key in registered_agreements:
        return "ja"
    if hosting_of(place, product) == "egen_drift" and "pub_avtal" not in product.agreements:
        return "ej_tillampligt"
    if lifecycle_of(place, product) not in RUNNING:
        return "under_framtagande"
    return pick(_DPA_STATUSES, "dpa", place.code, product.key)


def _judgement(place: Place, product: Product) -> dict[str, Any]:
    words = (place.code, product.key)
    if lifecycle_of(place, product) not in RUNNING:
        return {}
    values: dict[str, Any] = {}
    if not chance(12, "unrated", *words):
        values["function_rating"] = pick(_FUNCTION_RATINGS, "function", *words)
        values["competence_rating"] = pick(_COMPETENCE_RATINGS, "competence", *words)
    if not chance(7, "unreviewed", *words):
        days_ago = pick(_LONG_AGO if chance(10, "reviewed late", *words) else _THIS_YEAR, "reviewed", *words)
        values["reviewed_on"] = (SAMPLE_DAY - timedelta(days=days_ago)).isoformat()
    return values
