"""The agreements of all kommuner on one list: when each ends, and by when notice must be given, whatever their window.

Only those that bind to a system of the matrix; what has been followed by a signed agreement is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.calculations.notice import State, evaluate
from itadmin.domain.keys import Key
from itadmin.domain.text import swedish_key
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.region import kommuner_among
from itadmin.storage.queries.samverkan import AgreementRow, binding_agreements, units


class AgreementEnd(NamedTuple):
    """An agreement, whose it is (None for one of no kommun that is seen), all that it binds, and what it is about.

    `ends_on` is its last day by what is decided now, or if notice is given by `say_by`, the first day for that which is
    not past; None where there is none. `obstacle` says why nothing can be counted.
    """

    key: Key
    title: str
    holder: Key | None
    kommuner: tuple[Key, ...]
    rows: tuple[Row, ...]
    ends_on: date | None
    say_by: date | None
    obstacle: str

    @property
    def id(self) -> UUID:
        """Its id."""
        return UUID(bytes=self.key)

    @property
    def day(self) -> date | None:
        """The nearest of its days."""
        return min(filter(None, (self.say_by, self.ends_on)), default=None)


def ends_of(reading: Reading, matrix: Matrix) -> tuple[AgreementEnd, ...]:
    """The agreements of a matrix by their nearest day, those without any last."""
    with reading.file.reading() as connection:
        by_system = binding_agreements(connection)
        kommun_of = kommuner_among(units(connection))
    agreements: dict[Key, AgreementRow] = {}
    rows: dict[Key, dict[Key, Row]] = {}
    for row in matrix.rows:
        for agreement in (each for system in row.systems for each in by_system.get(system, ())):
            agreements[agreement.key] = agreement
            rows.setdefault(agreement.key, {})[row.key] = row
    found = [
        end for key, each in agreements.items() for end in _end(matrix, each, tuple(rows[key].values()), kommun_of)
    ]
    found.sort(key=lambda end: (end.day or date.max, swedish_key(end.title), end.key))
    return tuple(found)


def _end(
    matrix: Matrix, agreement: AgreementRow, rows: tuple[Row, ...], kommun_of: Mapping[Key, Key]
) -> Iterator[AgreementEnd]:
    standing = evaluate(agreement.terms, matrix.day)
    if agreement.is_followed or standing.state is State.ENDED:
        return
    parties = [kommun_of.get(party) for party in (agreement.owner, *agreement.connected)]
    bound = {party for party in parties if party is not None and party in matrix.by_key}
    if not bound:
        return
    yield AgreementEnd(
        agreement.key,
        agreement.title,
        parties[0] if parties[0] in bound else None,
        tuple(sorted(bound, key=matrix.place_of)),
        rows,
        standing.noticed_end or standing.ends_on or (standing.earliest_end if standing.next_notice_day else None),
        standing.next_notice_day,
        standing.obstacle,
    )
