"""The sample kommuner have an införande with something late, one that is over, and an avveckling where one is due."""

from pathlib import Path

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.domain.validation import check
from itadmin.services.implementation import PlanParts, left_of, parts_of
from itadmin.services.reading import Reading
from itadmin.services.sample import make_sample_region
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import open_reading

PLANS = "implementations"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return list(make_sample_region(tmp_path_factory.mktemp("region")).files)


def plans(reading: Reading) -> dict[tuple[str, str], PlanParts]:
    parts = [parts_of(reading, key) for key in reading.keys(PLANS)]
    return {(each.plan.kind, each.plan.status): each for each in parts}


def test_every_kommun_has_its_plans(files: list[Path]) -> None:
    for path in files:
        reading = open_reading(path, SAMPLE_DAY)
        found = plans(reading)
        expected = {("inforande", "pagar"), ("inforande", "avslutad"), ("avveckling", "pagar")}
        assert found.keys() == (expected if path.stem != "1460" else expected - {("avveckling", "pagar")})
        for parts in found.values():
            assert check(REGISTERS[PLANS], parts.plan) == ()
        reading.close()


def test_one_thing_is_late_and_some_are_done(files: list[Path]) -> None:
    with_late = open_reading(files[0], SAMPLE_DAY)
    found = plans(with_late)
    under_way = found["inforande", "pagar"]
    come = under_way.progress(SAMPLE_DAY)
    assert len(come.late) == 1
    assert 0 < come.done < come.total
    assert under_way.plan.go_live_on is not None
    assert under_way.plan.go_live_on > SAMPLE_DAY
    assert 0 < len(left_of(under_way.read)) < len(under_way.plan.checklist)
    over = found["inforande", "avslutad"]
    assert over.progress(SAMPLE_DAY).share == 100_00
    assert [row.reason for row in over.plan.checklist if row.state == "avstatt"]
    with_late.close()
