"""Who uses some systems of a sample kommun, the courses they have been to and are signed up for, and what they thought.

A few systems with a plan that holds have users by name. The people are invented, and say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from itadmin.domain.calendar import previous_working_day
from itadmin.domain.changes import Change
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.services.reading import Reading
from itadmin.services.sample_data import Catalogue, Place, Product
from itadmin.services.sample_organisations import unit_id
from itadmin.services.sample_systems import system_id
from itadmin.services.sample_training import FOR_ALL, PLANS, module_id, plan_id
from itadmin.services.sample_values import SAMPLE_DAY, addition, chance, mail_name, pick, sample_id

SESSIONS, PARTICIPATIONS, MEMBERS = "training_sessions", "training_participations", "audience_members"

_INVENTED = "Påhittad person i övningsdata."
_FIRST_NAME = "Övning"
_SURNAMES = (
    *("Bofink", "Duva", "Ejder", "Falk", "Gök", "Hök", "Järpe", "Koltrast", "Lom", "Mes", "Orre", "Pilfink"),
    *("Ripa", "Sparv", "Svala", "Tärna", "Uggla", "Vråk", "Ärla", "Kaja", "Skata", "Trana", "Svan", "Häger"),
)
_TITLES = ("Handläggare", "Handläggare", "Administratör", "Handläggare", "Assistent", "Handläggare", "Enhetschef")
_AUDIENCES = ("slutanvandare",) * 5 + ("superanvandare", "chef_attestant")
_SYSTEMS = 3
_COURSE = ("SÄK", "GRUND")
_NEWS = ("NYTT",)
_SEATS = 8
_BY_ONESELF = 2


class _User(NamedTuple):
    """Somebody who uses a system: which målgrupp they belong to, and where they work."""

    id: UUID
    name: str
    title: str
    audience: str
    unit: UUID


class _Given(NamedTuple):
    """A session: its word in ids, what it is called, its moment, how many days from today, and how it stands."""

    word: str
    title: str
    codes: tuple[str, ...]
    days: int
    status: str


_GIVEN = (
    _Given("forsta", "Grundkurs {}", _COURSE, -330, "genomfort"),
    _Given("nytt", "Nyheter i {}", _NEWS, -320, "genomfort"),
    _Given("nasta", "Grundkurs {}", _COURSE, 17, "oppet"),
    _Given("nytt_igen", "Nyheter i {}", _NEWS, 66, "planerat"),
)


def courses(catalogue: Catalogue, place: Place, reading: Reading) -> Iterator[Change]:
    """The users, courses and what has been done of a kommun whose plans are there."""
    chosen = [product for product in catalogue.products_of(place.code) if _has_plan(place, product, reading)]
    first = 0
    for product in chosen[:_SYSTEMS]:
        users = _users(place, product, first)
        first += len(users)
        yield from _of_system(place, product, reading, users)


def _has_plan(place: Place, product: Product, reading: Reading) -> bool:
    """Whether a system that many use has a plan that holds, with the moment that courses are given in."""
    return product.users > _SEATS and _plan_of(place, product, reading) > 0


def _plan_of(place: Place, product: Product, reading: Reading) -> int:
    """The number of the version of a system's plan that holds; 0 for none."""
    for number in (2, 1):
        key = plan_id(place, product.key, number)
        read = reading.many(PLANS, [key]).get(key)
        if read is not None and isinstance(read.record, TrainingPlan) and read.record.status == "faststalld":
            modules = [module_id(place, product.key, code, number) for code in (*_COURSE, *_NEWS)]
            return number if len(reading.many("training_modules", modules)) == len(modules) else 0
    return 0


def _users(place: Place, product: Product, first: int) -> list[_User]:
    return [
        _User(
            sample_id(place, "people", "user", product.key, str(number)),
            f"{_FIRST_NAME} {_SURNAMES[first + number]}",
            title,
            _AUDIENCES[number],
            unit_id(place, product.part),
        )
        for number, title in enumerate(_TITLES)
    ]


def _of_system(place: Place, product: Product, reading: Reading, users: Sequence[_User]) -> Iterator[Change]:
    system, number = system_id(place, product), _plan_of(place, product, reading)
    for user in users:
        yield _person(place, user)
        values = {"audience": user.audience, "person": str(user.id), "system": str(system), "starts_on": "2025-01-01"}
        yield addition(MEMBERS, sample_id(place, MEMBERS, user.id.hex), values)
    for given in _GIVEN:
        modules = [module_id(place, product.key, code, number) for code in given.codes]
        yield _session(place, product, given, modules)
        yield from _parts(place, product, given, users)
    yield from _by_oneself(place, reading, users)


def _person(place: Place, user: _User) -> Change:
    values = {
        "name": user.name,
        "title": user.title,
        "organisation": str(user.unit),
        "kind": "anstalld",
        "email": f"{mail_name(user.name)}@{place.domain}",
        "note": _INVENTED,
    }
    return addition("people", user.id, values)


def _session_id(place: Place, product: Product, given: _Given) -> UUID:
    return sample_id(place, SESSIONS, product.key, given.word)


def _session(place: Place, product: Product, given: _Given, modules: Sequence[UUID]) -> Change:
    day = _day(given.days - pick(range(10), "session", place.code, product.key))
    values: dict[str, Any] = {
        "title": given.title.format(product.name),
        "modules": [str(module) for module in modules],
        "status": given.status,
        "starts_on": day.isoformat(),
        "starts_at": "09:00" if given.codes == _COURSE else "13:00",
        "ends_at": "15:00" if given.codes == _COURSE else "14:30",
        "venue": f"Utbildningssalen, {place.town}",
        "host": str(unit_id(place, product.part)),
        "seats": _SEATS,
    }
    if given.status == "genomfort" or chance(60, "teacher", place.code, product.key, given.word):
        values["teacher_name"] = "Leverantörens utbildare"
    return addition(SESSIONS, _session_id(place, product, given), values)


def _parts(place: Place, product: Product, given: _Given, users: Sequence[_User]) -> Iterator[Change]:
    """Who was there, or is signed up: most of them, and the newest user not yet."""
    session = _session_id(place, product, given)
    for user in users:
        words = (place.code, product.key, given.word, user.name)
        if not chance(80 if given.status == "genomfort" else 25, "takes part", *words):
            continue
        values: dict[str, Any] = {
            "person": str(user.id),
            "session": str(session),
            "audience": user.audience,
            "organisation": str(user.unit),
        }
        yield addition(PARTICIPATIONS, sample_id(place, PARTICIPATIONS, *words), {**values, **_outcome(given, words)})


def _outcome(given: _Given, words: Sequence[str]) -> Mapping[str, Any]:
    if given.status != "genomfort":
        return {"status": "anmald", "signed_up_on": _day(-7).isoformat()}
    if chance(8, "missed", *words):
        return {"status": "uteblev"}
    return {"status": "genomford", "rating": pick((3, 4, 4, 5, 5), "rating", *words)}


def _by_oneself(place: Place, reading: Reading, users: Sequence[_User]) -> Iterator[Change]:
    """What is learnt without a session: the moment of the plan for all that come first in it."""
    reads = reading.referring("training_modules", "plan", plan_id(place, FOR_ALL))
    modules = [read.record for read in reads if isinstance(read.record, TrainingModule)]
    for user in users:
        for module in sorted(modules, key=lambda module: module.place or 0)[:_BY_ONESELF]:
            words = (place.code, FOR_ALL, module.id.hex, user.name)
            if chance(60, "alone", *words):
                values = {
                    "status": "genomford",
                    "person": str(user.id),
                    "module": str(module.id),
                    "organisation": str(user.unit),
                    "completed_on": _day(-pick(range(20, 420), "alone", *words)).isoformat(),
                }
                yield addition(PARTICIPATIONS, sample_id(place, PARTICIPATIONS, *words), values)


def _day(days: int) -> date:
    """The arbetsdag so many days from today, or the last one before that."""
    return previous_working_day(SAMPLE_DAY + timedelta(days=days + 1))
