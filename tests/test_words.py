"""The list of words follows the descriptions: who adds a field adds its line."""

from pathlib import Path

import pytest

from itadmin.domain.fields import Rows
from itadmin.domain.record import described_fields
from itadmin.domain.registers import REGISTERS
from itadmin.domain.values import LISTS

WORDS = (Path(__file__).parent.parent / "docs" / "words.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REGISTERS)
def test_every_field_has_its_line(name: str) -> None:
    register = REGISTERS[name]
    described = dict(register.fields)
    for field in register.fields.values():
        if isinstance(field, Rows):
            described |= described_fields(field.row)
    missing = [f"| {field.label} | `{key}` |" for key, field in described.items()]
    assert [line for line in missing if line not in WORDS] == []


@pytest.mark.parametrize("values", LISTS)
def test_every_code_stands_with_its_word(values: str) -> None:
    line = next(line for line in WORDS.splitlines() if line.startswith(f"- `{values}`: "))
    assert all(f"`{code}` {label}" in line for code, label in LISTS[values].items())
