"""A register gives its fields by identifier."""

from itadmin.domain.fields import Computed
from itadmin.domain.registers import REGISTERS


def test_fields_are_those_of_the_record_in_its_order() -> None:
    register = REGISTERS["people"]
    assert list(register.fields) == ["name", "title", "organisation", "kind", "email", "phone", "note"]


def test_computed_fields_are_told_apart() -> None:
    register = REGISTERS["agreements"]
    assert register.computed
    assert all(isinstance(field, Computed) for field in register.computed.values())
    assert not REGISTERS["people"].computed
