"""The sample kommuner have changes of the platform: one that is made, one that some have answered, one far ahead."""

from pathlib import Path

import pytest

from itadmin.domain.calculations.platform import Step
from itadmin.domain.registers import REGISTERS
from itadmin.domain.validation import check
from itadmin.services.attention import work_list
from itadmin.services.platform import ChangeStanding, standing_of
from itadmin.services.reading import Reading
from itadmin.services.sample import make_sample_region
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import open_reading


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return list(make_sample_region(tmp_path_factory.mktemp("region")).files)


def changes(reading: Reading) -> dict[str, ChangeStanding]:
    found = [standing_of(reading, key) for key in reading.keys("platform_changes")]
    return {standing.change.status: standing for standing in found}


def test_every_kommun_has_its_changes_with_those_who_are_told(files: list[Path]) -> None:
    for path in files:
        reading = open_reading(path, SAMPLE_DAY)
        found = changes(reading)
        assert found.keys() == {"klar", "pagar", "ej_paborjad"}
        for standing in found.values():
            assert standing.change.systems
            assert check(REGISTERS["platform_changes"], standing.change) == ()
            for notice in standing.notices:
                assert check(REGISTERS["platform_notices"], notice.record) == ()
        assert found["klar"].count(Step.ANSWERED) == len(found["klar"].notices) > 0
        coming = found["pagar"]
        assert coming.missing == ()
        assert 0 < coming.count(Step.ANSWERED) <= len(coming.notices)
        assert coming.costs.total > 0
        assert found["ej_paborjad"].notices == ()
        reading.close()


def test_what_is_left_of_one_is_in_the_work_list(files: list[Path]) -> None:
    found = []
    for path in files:
        reading = open_reading(path, SAMPLE_DAY)
        found += [line.kind for line in work_list(reading).lines if line.register == "platform_changes"]
        reading.close()
    assert set(found) == {"svar_pa_forvarning", "invandning_mot_andring"}
    assert len(found) >= len(files) - 1
