"""Making a new register file: the owner's own record in it, and the neighbours it knows as placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.entry import filled_in
from itadmin.domain.identifiers import is_municipality_code, municipality_id, parse_organisation_number
from itadmin.domain.problems import InvalidRecordError, KnownError, errors
from itadmin.domain.record import to_plain
from itadmin.domain.registers import OWNERS
from itadmin.domain.text import clean_line
from itadmin.domain.validation import check
from itadmin.services.clock import Surroundings
from itadmin.services.reference_data import Municipality, municipalities
from itadmin.services.starter import proposals
from itadmin.services.starter_list import starter_list
from itadmin.storage.creation import Founding, create_register
from itadmin.storage.engine import RegisterFile, open_register


class NameNeededError(KnownError):
    """The program does not know whose code or number it is, so that its name has to be said."""


def create(
    path: Path, code: str, name: str, around: Surroundings, *, sample: bool = False, starter: bool = False
) -> RegisterFile:
    """Make a register file for a kommunkod or organisation number, and open it.

    `name` may be "" for a kommun the program knows; `starter` puts the usual systems in it as proposals. Raises
    KnownError when the code is no such thing, the name is too long, or the file cannot be made; NameNeededError.
    """
    organisation_id, values = _owner(code, clean_line(name), around)
    own = filled_in(OWNERS.record(id=organisation_id), values)
    problems = check(OWNERS, own)
    if errors(problems):
        raise InvalidRecordError(problems)
    founding = Founding(
        register_id=around.new_id(),
        organisation=organisation_id,
        created_at=around.stamp(),
        sample=sample,
        register=OWNERS,
        values=to_plain(own),
        others=other_municipalities(organisation_id),
        first=tuple(_proposals(around)) if starter else (),
    )
    create_register(path, founding)
    return open_register(path, f"{around.who} på {around.machine}")


def _proposals(around: Surroundings) -> Iterator[Change]:
    return (Change("systems", around.new_id(), None, plain) for plain in proposals(starter_list()))


def other_municipalities(organisation: UUID) -> dict[UUID, dict[str, Any]]:
    """The kommuner that every file knows by name, save its own organisation: plain values by id."""
    others = {municipality_id(known.code): _values(known) for known in municipalities()}
    others.pop(organisation, None)
    return others


def _values(known: Municipality) -> dict[str, Any]:
    return {
        "name": known.name,
        "kind": "kommun",
        "municipality_code": known.code,
        "organisation_number": known.organisation_number,
        "organisation_number_unconfirmed": True if known.unconfirmed else None,
    }


def _owner(code: str, name: str, around: Surroundings) -> tuple[UUID, dict[str, Any]]:
    wanted = code.strip()
    if is_municipality_code(wanted):
        known = next((item for item in municipalities() if item.code == wanted), None)
        if known:
            return municipality_id(wanted), {**_values(known), "name": name or known.name}
        if not name:
            raise NameNeededError(f"Kommunkoden {wanted} är okänd för programmet. Ange också kommunens namn.")
        return municipality_id(wanted), {"name": name, "kind": "kommun", "municipality_code": wanted}
    try:
        number = parse_organisation_number(wanted)
    except ValueError as error:
        raise KnownError(f"”{wanted}” är varken kommunkod eller organisationsnummer. {error}") from error
    if not name:
        raise NameNeededError("Ange också organisationens namn.")
    return around.new_id(), {"name": name, "kind": "forbund", "organisation_number": number}
