"""Competence of the sample region's IT staff: areas with their networks, people, levels, actions, and joint needs.

Each kommun's file knows of all five, as neighbours have not shared anything yet. The people are invented, and say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_organisations import it_unit_id
from itadmin.services.sample_systems import system_id
from itadmin.services.sample_values import addition, chance, mail_name, pick, sample_id

_INVENTED = "Påhittad person i övningsdata."
_FIRST_NAME = "Övning"
_SURNAMES = (
    *("Alm", "Ask", "Björk", "Ek", "En", "Gran", "Hassel", "Hägg", "Kastanj"),
    *("Lind", "Lönn", "Oxel", "Pil", "Rönn", "Sälg", "Tall", "Vide"),
)
_TITLES = ("IT-chef", "Nätverkstekniker", "Systemförvaltare", "IT-tekniker")
_STAFF: Mapping[str, int] = {"1460": 4, "1438": 3, "1439": 3, "1461": 3, "1492": 4}
_ABLE = 3
_JUDGED_ON = date(2026, 9, 15)
_YEAR = 2027


class _Area(NamedTuple):
    """An area of competence: what it holds, how common it is to know it (percent), and whether it has a network."""

    name: str
    description: str
    common: int
    network: bool = False


_AREAS = (
    _Area("Server", "Virtuella servrar, lagring och säkerhetskopiering.", 55, network=True),
    _Area("Nät", "Fast och trådlöst nät, brandväggar och fiber.", 50, network=True),
    _Area("Klient", "Datorer, surfplattor och skrivare.", 75),
    _Area("M365", "Identiteter, e-post, Teams och licenser.", 60, network=True),
    _Area("Säkerhet", "Informationssäkerhet, loggning och incidenter.", 40, network=True),
    _Area("Databas", "Drift av databaser och rapporter ur dem.", 30),
    _Area("Integration", "Överföring mellan system och e-tjänster.", 20),
    _Area("Telefoni", "Växel, mobiler och kontaktcenter.", 25),
    _Area("GIS", "Kartor, geodata och stöd till samhällsbyggnad.", 15, network=True),
    _Area("ITIL", "Ärenden, ändringar och tjänster.", 45),
    _Area("Upphandling", "Krav, avrop och avtal.", 35),
    _Area("Systemförvaltning", "Förvaltning tillsammans med verksamheten.", 50),
)


class _Action(NamedTuple):
    """An action: its area, kind, how many, when, how far it has come, and its costs in kronor."""

    title: str
    area: str
    kind: str
    seats: int
    when: str
    status: str
    alone: int
    together: int


_ACTIONS = (
    _Action("Kurs i brandväggar och segmentering", "Nät", "kurs", 5, "2027-02", "ej_paborjad", 32_000, 19_500),
    _Action("Certifiering i M365-administration", "M365", "certifiering", 4, "2027-03", "pagar", 24_000, 18_000),
    _Action(
        "Incidentövning med grannkommunerna", "Säkerhet", "handledning", 10, "2027-05", "ej_paborjad", 40_000, 12_000
    ),
    _Action("Jobbskugga hos GIS-samordnaren", "GIS", "jobbskugga", 1, "2027", "ej_paborjad", 9_000, 4_000),
    _Action("Kurs i integrationsplattformen", "Integration", "kurs", 3, "2027-09", "ej_paborjad", 45_000, 21_000),
    _Action("Självstudier i databasdrift", "Databas", "sjalvstudier", 2, "2026-11", "pagar", 3_000, 3_000),
    _Action("Kurs i ny telefoniplattform", "Telefoni", "kurs", 4, "2028", "ej_paborjad", 36_000, 22_000),
)
_MONTHS = (("02", "03"), ("03", "04"), ("03", "09"), ("09", "10"), ("03",))
_NEEDS = (
    ("Grundkurs för nya handläggare", "slutanvandare", range(2, 9), 9_000),
    ("Kurs för superanvändare", "superanvandare", range(1, 4), 14_000),
)
_JOINT_PRODUCTS = 2
_JUDGED_PRODUCTS = 4


class _Person(NamedTuple):
    id: UUID
    place: Place
    title: str


def competence(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """All that a kommun's file knows of the competence of the region."""
    people = list(_people(catalogue, place))
    for number, person in enumerate(people):
        yield _person(place, person, _SURNAMES[number])
    levels = {(area.name, person.id): _level(area.name, area.common, person) for area in _AREAS for person in people}
    for number, area in enumerate(_AREAS, start=1):
        able = [person for person in people if levels[area.name, person.id] >= _ABLE]
        yield _area(place, area, number * 10, able)
    for (area_name, person_id), level in levels.items():
        if level or chance(35, "judged", area_name, person_id.hex):
            about = {"area": str(_area_id(place, area_name))}
            yield _competence(place, area_name, person_id, level, about)
    yield from _of_systems(catalogue, place, people)
    yield from _actions(catalogue, place)
    yield from _needs(catalogue, place)


def _people(catalogue: Catalogue, place: Place) -> Iterator[_Person]:
    for code, number in _STAFF.items():
        for staff in range(number):
            key = sample_id(place, "people", "it", code, str(staff))
            yield _Person(key, catalogue.places[code], _TITLES[staff])


def _person(place: Place, person: _Person, surname: str) -> Change:
    name = f"{_FIRST_NAME} {surname}"
    values = {
        "name": name,
        "title": person.title,
        "organisation": str(it_unit_id(place, person.place)),
        "kind": "anstalld",
        "email": f"{mail_name(name)}@{person.place.domain}",
        "note": _INVENTED,
    }
    return addition("people", person.id, values)


def _level(area: str, common: int, person: _Person) -> int:
    words = (area, person.place.code, person.title)
    if not chance(common, "knows", *words):
        return pick((0, 0, 1, 2), "little", *words)
    return pick((2, 2, 3, 3, 4), "much", *words)


def _area_id(place: Place, name: str) -> UUID:
    return sample_id(place, "networks", name)


def _area(place: Place, area: _Area, order: int, able: list[_Person]) -> Change:
    values: dict[str, Any] = {"name": area.name, "place": order, "description": area.description}
    if area.network and able:
        values |= {
            "contact": str(able[0].id),
            "contact_organisation": str(municipality_id(able[0].place.code)),
            "members": [str(person.id) for person in able],
            "meetings": [
                {"held_on": "2026-09-23", "venue": "Teams", "minutes": "Gick igenom läget i kommunerna."},
                {"held_on": "2027-01-20", "venue": f"Kommunhuset i {able[0].place.town}", "minutes": None},
            ],
        }
    return addition("networks", _area_id(place, area.name), values)


def _competence(place: Place, topic: str, person: UUID, level: int, about: Mapping[str, str]) -> Change:
    wanted = min(level + 1, 4) if chance(30, "wants", topic, person.hex) else None
    values = {
        "person": str(person),
        "level": str(level),
        "wanted_level": None if wanted is None or wanted == level else str(wanted),
        "priority": pick(("hog", "medel", "lag"), "priority", topic, person.hex) if wanted else None,
        "assessed_on": _JUDGED_ON.isoformat(),
        **about,
    }
    return addition("competences", sample_id(place, "competences", topic, person.hex), values)


def _of_systems(catalogue: Catalogue, place: Place, people: list[_Person]) -> Iterator[Change]:
    """Who knows some of the systems that all kommuner have."""
    for product in _joint_products(catalogue, place)[:_JUDGED_PRODUCTS]:
        about = {"system": str(system_id(place, product))}
        for person in people:
            if chance(25, "operates", product.key, person.place.code, person.title):
                level = pick((2, 3, 4), "system", product.key, person.place.code, person.title)
                yield _competence(place, product.key, person.id, level, about)


def _joint_products(catalogue: Catalogue, place: Place) -> list[Product]:
    return [product for product in catalogue.products_of(place.code) if len(product.places) == len(catalogue.places)]


def _actions(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    others = [str(municipality_id(code)) for code in sorted(catalogue.places) if code != place.code]
    for action in _ACTIONS:
        values = {
            "title": action.title,
            "kind": action.kind,
            "area": str(_area_id(place, action.area)),
            "seats": action.seats,
            "level_after": "3",
            "priority": "hog" if action.together * 2 <= action.alone else "medel",
            "municipalities": others if action.together < action.alone else [],
            "planned_on": action.when,
            "status": action.status,
            "responsible_function": "IT-chef",
            "cost_alone": action.alone * 100,
            "cost_together": action.together * 100 if action.together < action.alone else None,
        }
        yield addition("competence_actions", sample_id(place, "competence_actions", action.title), values)


def _needs(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """What all five need next year in the systems that all have, when it suits, and what it costs alone."""
    for product in _joint_products(catalogue, place)[:_JOINT_PRODUCTS]:
        for topic, audience, numbers, price in _NEEDS:
            for months, code in zip(_MONTHS, sorted(catalogue.places), strict=True):
                words = (product.key, topic, code)
                people = pick(numbers, "people", *words)
                values = {
                    "topic": topic,
                    "system": str(system_id(place, product)),
                    "municipality": str(municipality_id(code)),
                    "audience": audience,
                    "year": _YEAR,
                    "people": people,
                    "months": [{"month": month} for month in months],
                    "cost_alone": (price + people * pick((500, 800), "seat", product.key, topic)) * 100,
                    "status": "ej_paborjad",
                }
                yield addition("training_needs", sample_id(place, "training_needs", *words), values)
