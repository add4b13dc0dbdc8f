"""Of which kommuner and systems there are utbildningstillfällen, to choose among."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from itadmin.domain.text import swedish_key
from itadmin.services.reading import Reading
from itadmin.storage.queries.session_calendar import taught_systems, towns_of_sessions

Choices = Sequence[tuple[UUID, str]]
"""Records to choose one of, each with what it is called, in the order of their names."""


def municipalities_of_sessions(reading: Reading) -> Choices:
    """The kommuner that any session is for, and one's own."""
    with reading.file.reading() as connection:
        found = {UUID(bytes=key) for key in towns_of_sessions(connection)}
    return _named(reading.labels("organisations", {reading.organisation_id, *found}).items())


def systems_of_sessions(reading: Reading) -> Choices:
    """The systems that any session teaches."""
    with reading.file.reading() as connection:
        found = {UUID(bytes=key) for key in taught_systems(connection)}
    return _named(reading.labels("systems", found).items())


def _named(records: Iterable[tuple[UUID, str]]) -> Choices:
    return sorted(records, key=lambda each: swedish_key(each[1]))
