"""What stands in the way of people at a session: another one, what they have not learnt, somebody spelled alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, select

from itadmin.storage.queries import session_rules
from itadmin.storage.queries.session_findings import ahead, overlaps, taking_part
from itadmin.storage.queries.training_findings import done_by
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
    """What some people have not done by a day that a session builds on and does not teach itself.

    Who is not in the register has done nothing.
    """
    asked, persons = [*people], TABLES["people"].main
    needed = session_rules.presupposed().where(TABLES["training_sessions"].links["modules"].c.record == session)
    modules = needed.subquery("needed")
    done = connection.execute(
        select(persons.c.id, modules.c.module)
        .join_from(persons, modules, done_by(persons.c.id, modules.c.module, day))
        .where(persons.c.id.in_(asked))
    )
    have = {(UUID(person), module) for person, module in done}
    titles = {
        row.module: row.label for row in connection.execute(needed.order_by(TABLES["training_modules"].main.c.sort_key))
    }
    return [
        Presupposed(person, title)
        for person in asked
        for module, title in titles.items()
        if (person, module) not in have
    ]
