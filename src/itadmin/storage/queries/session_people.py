"""What stands in the way of people at a session: another one, what they have not learnt, somebody spelled alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, func, select

from itadmin.storage.queries.conditions import in_use
from itadmin.storage.queries.session_findings import ahead, overlaps, taking_part
from itadmin.storage.queries.training_findings import done_by, identity
from itadmin.storage.tables import TABLES


class Elsewhere(NamedTuple):
    """That a person takes part in another session, called `title`, at the same time."""

    person: UUID
    title: str


class Presupposed(NamedTuple):
    """That a person has not done a module, called `title`, that must be done before one of the session's."""

    person: UUID
    title: str


def elsewhere(connection: Connection, session: UUID, people: Iterable[UUID], day: date) -> list[Elsewhere]:
    """Who of some people is somewhere else while a session that is still to come is given."""
    here, other, sessions = ahead(day), taking_part(day), TABLES["training_sessions"].main
    asked = (
        select(other.c.person, sessions.c.title)
        .join_from(here, other, (other.c.id != here.c.id) & overlaps(here, other))
        .join(sessions, sessions.c.id == other.c.id)
        .where(here.c.id == session, other.c.person.in_(list(people)))
        .order_by(sessions.c.starts_on, sessions.c.sort_key)
        .distinct()
    )
    return [Elsewhere(UUID(person), title) for person, title in connection.execute(asked)]


def presupposed(connection: Connection, session: UUID, people: Iterable[UUID], day: date) -> list[Presupposed]:
    """What some people have not done by a day that a session builds on and does not teach itself."""
    modules, link = TABLES["training_modules"].main, TABLES["training_modules"].links["prerequisites"]
    taught, persons = TABLES["training_sessions"].links["modules"], TABLES["people"].main
    same_day, other = taught.alias("same_day"), modules.alias("other")
    also_taught = (
        select(other.c.pk)
        .join_from(same_day, other, other.c.id == same_day.c.target)
        .where(same_day.c.record == session, identity(other) == identity(modules))
        .correlate(modules)
    )
    asked = (
        select(persons.c.id, modules.c.label)
        .select_from(taught)
        .join(link, link.c.record == taught.c.target)
        .join(modules, modules.c.id == link.c.target)
        .join(persons, persons.c.id.in_(list(people)))
        .where(
            taught.c.record == session,
            in_use(modules),
            ~also_taught.exists(),
            ~done_by(persons.c.id, identity(modules), day),
        )
        .order_by(modules.c.sort_key)
        .distinct()
    )
    return [Presupposed(UUID(person), title) for person, title in connection.execute(asked)]


def spellings(connection: Connection, people: Iterable[UUID]) -> dict[UUID, str]:
    """What the names of some people sound like, "" for who has none."""
    persons = TABLES["people"].main
    asked = select(persons.c.id, func.spelling_key(persons.c.name)).where(persons.c.id.in_(list(people)))
    return {UUID(person): spelling or "" for person, spelling in connection.execute(asked)}
