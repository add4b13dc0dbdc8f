"""How many are able in an area or with a system, asked of rows.

What is judged of people comes before a number somebody has told. The same system in several kommuner is one, as its
product or else its name is the same; so are areas of the same name. People who have left count no more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, case, distinct, func, literal, or_, select

from itadmin.domain.calculations.competence import ABLE, FEWEST
from itadmin.storage.queries.conditions import in_use, whose_file
from itadmin.storage.tables import TABLES


def too_few_know(main: Table, day: date) -> ColumnElement[bool]:
    """That fewer than two in the file are able with a row of the systems."""
    judged = _judged("system", main.name, day)
    told = and_(func.coalesce(main.c.competent_people, FEWEST) < FEWEST, _same_key(main).not_in(judged))
    return or_(_same_key(main).in_(judged.having(_able() < FEWEST)), told)


def _too_few_know_area(main: Table, day: date) -> ColumnElement[bool]:
    return _same_key(main).in_(_judged("area", main.name, day).having(_able() < FEWEST))


def _network_without_contact(main: Table, _day: date) -> ColumnElement[bool]:
    """That there are members but nobody calls them together."""
    members = TABLES[main.name].links["members"]
    has_members = select(literal(1)).where(members.c.record == main.c.id).correlate(main).exists()
    return and_(main.c.contact.is_(None), main.c.contact_organisation.is_(None), has_members)


OF_AREAS: Mapping[str, Callable[[Table, date], ColumnElement[bool]]] = {
    "natverk_utan_kontakt": _network_without_contact,
    "omrade_kan_for_fa": _too_few_know_area,
}
"""How the findings of the areas are told, by their keys."""


def _same_key(main: Any) -> ColumnElement[Any]:
    """By what a row of the systems or the areas is the same in several kommuner."""
    named = func.coalesce(main.c.product, main.c.name) if "product" in main.c else main.c.name
    return func.fold(named)


def _able() -> ColumnElement[int]:
    competences = TABLES["competences"].main
    return func.count(distinct(case((competences.c.level >= str(ABLE), competences.c.person))))


def _judged(field: str, register: str, day: date) -> Select[Any]:
    """What somebody who is still here is judged in, each once; also what is known by its name only."""
    competences, people = TABLES["competences"].main, TABLES["people"].main
    about = TABLES[register].main.alias("judged")
    return (
        select(_same_key(about))
        .select_from(competences.join(about, about.c.id == competences.c[field]))
        .join(people, people.c.id == competences.c.person)
        .where(
            competences.c.level.is_not(None),
            in_use(competences),
            or_(competences.c.owner == whose_file(), competences.c.owner == people.c.owner),
            about.c.deleted.is_(False),
            people.c.deleted.is_(False),
            people.c.anonymised_on.is_(None),
            or_(people.c.left_on.is_(None), people.c.left_on >= day.isoformat()),
        )
        .group_by(_same_key(about))
    )
