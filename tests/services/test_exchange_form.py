from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.record import NO_ID
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.exchange_form import ExchangeForm
from itadmin.services.reading import Reading


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Reading]:
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    around = Surroundings(lambda: now, seeded_id_source("prov", 1_700_000_000_000).new, "Prov", "dator")
    file = create(tmp_path / "a.itadmin", "556036-0793", "Förbundet", around)
    yield Reading(file, now.date())
    file.close()


@pytest.mark.parametrize("name", REGISTERS)
def test_every_key_is_there_once_and_none_hides_another(name: str) -> None:
    keys = ExchangeForm.keys(REGISTERS[name])
    assert len(keys) == len(set(keys))
    assert set(REGISTERS[name].fields) <= set(keys)


def test_keys_are_those_of_objects(reading: Reading) -> None:
    register = REGISTERS["organisations"]
    assert list(ExchangeForm(reading).record(register, reading.organisation())) == ExchangeForm.keys(register)


def test_an_owner_is_named_by_its_code(reading: Reading) -> None:
    form = ExchangeForm(reading)
    assert form.owner(reading.organisation_id) == "5560360793"
    assert form.owner(reading.named("organisations", "1438")) == "1438"
    assert form.owner(NO_ID) == str(NO_ID)
