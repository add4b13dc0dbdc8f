"""Making a new register file: the owner's own record in it, and the neighbours it knows as placeholders."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from itadmin.domain.identifiers import is_municipality_code, municipality_id, parse_organisation_number
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.reference_data import Municipality, municipalities
from itadmin.storage.creation import create_register
from itadmin.storage.engine import RegisterFile, open_register
from itadmin.storage.unit_of_work import add_first, place

ORGANISATIONS = REGISTERS["organisations"]


def create(path: Path, code: str, name: str, around: Surroundings, *, sample: bool = False) -> RegisterFile:
    """Make a register file for a kommunkod or organisation number, and open it.

    `name` may be "" for a kommun the program knows. Raises KnownError when the code is no such thing, the name is
    needed, or the file cannot be made.
    """
    organisation_id, values = _owner(code, name, around)
    create_register(
        path, register_id=around.new_id(), organisation=organisation_id, created_at=around.stamp(), sample=sample
    )
    file = open_register(path, f"{around.who} på {around.machine}")
    with file.writing() as connection:
        for known in municipalities():
            other = municipality_id(known.code)
            if other != organisation_id:
                place(connection, ORGANISATIONS, other, other, _values(known))
        add_first(connection, ORGANISATIONS, organisation_id, values)
    return file


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
            return municipality_id(wanted), {**_values(known), "name": name.strip() or known.name}
        if not name.strip():
            raise KnownError(f"Kommunkoden {wanted} är okänd för programmet. Ange också kommunens namn.")
        return municipality_id(wanted), {"name": name.strip(), "kind": "kommun", "municipality_code": wanted}
    try:
        number = parse_organisation_number(wanted)
    except ValueError as error:
        raise KnownError(f"”{wanted}” är varken kommunkod eller organisationsnummer. {error}") from error
    if not name.strip():
        raise KnownError("Ange också organisationens namn.")
    return around.new_id(), {"name": name.strip(), "kind": "forbund", "organisation_number": number}
