"""The instruktion of a PUB-avtal from what its systems say of their personal data: a proposal for what is empty.

Gives plain values to save; writes nothing itself and never proposes anything for a field that has a value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from itadmin.domain.fields import Text
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.systems import System
from itadmin.domain.typed_lists import names_of
from itadmin.services.reading import Reading

KINDS = ("pub_avtal", "underbitradesavtal", "gemensamt_personuppgiftsansvar")
"""Kinds of agreement that have an instruktion."""

_TEXTS: Mapping[str, str] = {
    "processing_purpose": "processing_purpose",
    "data_subjects": "data_subjects",
    "data_categories": "data_categories",
    "data_location": "data_country",
    "third_country_basis": "third_country_basis",
    "security_measures": "security_measures",
    "data_return": "retention",
}
"""Fields of an agreement, and those of a system that say the same."""
_ANSWERS = ("sensitive_personal_data", "third_country")


def instruction_from_systems(reading: Reading, agreement: Agreement) -> dict[str, Any]:
    """What the systems of an agreement say for those of its fields that are empty; {} where there is nothing."""
    if agreement.kind not in KINDS:
        return {}
    reads = reading.many("systems", agreement.systems).values()
    systems = [read.record for read in reads if isinstance(read.record, System) and not read.record.deleted]
    proposed: dict[str, Any] = {
        **{name: _together(name, systems, said) for name, said in _TEXTS.items() if not getattr(agreement, name)},
        **{name: _answer(systems, name) for name in _ANSWERS if getattr(agreement, name) is None},
    }
    if not agreement.subprocessors:
        names = dict.fromkeys(name for system in systems for name in names_of(system.sub_processors))
        proposed["subprocessors"] = [{"name": name} for name in names]
    return {name: value for name, value in proposed.items() if value not in (None, "", [])}


def _together(name: str, systems: Sequence[System], said: str) -> str:
    """What is said of all the systems; where they differ each after its name. Nothing when it is too long to keep."""
    told = {system.name: getattr(system, said) for system in systems if getattr(system, said)}
    different = set(told.values())
    words = different.pop() if len(different) == 1 else "\n".join(f"{system}: {text}" for system, text in told.items())
    field = REGISTERS["agreements"].fields[name]
    if isinstance(field, Text):
        words = "; ".join(words.split("\n"))
        return words if len(words) <= field.max_length else ""
    return words


def _answer(systems: Sequence[System], name: str) -> bool | None:
    """Yes if any of them says yes, no only if all of them say no."""
    answers = [getattr(system, name) for system in systems]
    if any(answers):
        return True
    return False if answers and all(answer is False for answer in answers) else None
