"""What kommuner are called among each other, by kommunkod: as the file says, or as those that ship are known."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.organisations import Organisation
from itadmin.services.reading import Reading
from itadmin.services.reference_data import municipalities

_NAME = "Kostnadsfördelning"


def without_name(label: str) -> str:
    """What a kostnadsfördelning is called where it already is said what it is: "Drift av Lifecare 2027"."""
    rest = label.removeprefix(_NAME).strip(" :–-")
    return rest or label


def municipality_names(reading: Reading, codes: Collection[str]) -> dict[str, str]:
    """The name of each kommun, the code of one that nobody knows."""
    towns = {known.code: known.town for known in municipalities()}
    strangers = {municipality_id(code): code for code in codes if code not in towns}
    labels = reading.labels("organisations", strangers)
    named = {strangers[key]: label for key, label in labels.items() if label}
    return {code: towns.get(code) or named.get(code) or code for code in codes}


def codes_of(reading: Reading, organisations: Collection[UUID]) -> dict[UUID, str]:
    """The kommunkod of each organisation that has one, in the order asked for."""
    reads = reading.many("organisations", organisations)
    return {
        key: read.record.municipality_code
        for key, read in reads.items()
        if isinstance(read.record, Organisation) and read.record.municipality_code
    }


def towns_of(reading: Reading, organisations: Collection[UUID]) -> dict[UUID, str]:
    """What organisations are called among each other: kommuner by their short name, others by their own."""
    labels, codes = reading.labels("organisations", organisations), codes_of(reading, organisations)
    names = municipality_names(reading, list(codes.values()))
    return {key: names[codes[key]] if key in codes else labels.get(key, "") for key in organisations}
