"""A new register for a kommun or another organisation."""

from pathlib import Path

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.reading import Reading
from itadmin.services.reference_data import municipalities


def created(path: Path, code: str, name: str, around: Surroundings, *, sample: bool = False) -> Reading:
    file = create(path, code, name, around, sample=sample)
    copy = file.copy()
    file.close()
    return Reading(copy, around.today())


def test_a_known_kommun_needs_no_name(tmp_path: Path, around: Surroundings) -> None:
    reading = created(tmp_path / "a.itadmin", " 1460 ", "", around)
    own = reading.organisation()
    assert own.record.id == own.record.owner == municipality_id("1460")
    assert (own.label, own.record.kind, own.record.municipality_code) == ("Bengtsfors kommun", "kommun", "1460")
    assert own.record.organisation_number_unconfirmed
    assert reading.keys("organisations") == [municipality_id("1460")]
    assert reading.is_sample is False


def test_the_kommuner_it_knows_are_placeholders(tmp_path: Path, around: Surroundings) -> None:
    reading = created(tmp_path / "a.itadmin", "1460", "", around)
    others = {municipality_id(known.code): known.name for known in municipalities() if known.code != "1460"}
    reads = reading.many("organisations", others)
    assert {key: read.label for key, read in reads.items()} == others
    assert all(read.placeholder and read.record.owner == key for key, read in reads.items())


def test_a_name_of_ones_own_wins(tmp_path: Path, around: Surroundings) -> None:
    assert created(tmp_path / "a.itadmin", "1460", " Bengtsfors \x07kommun IT ", around).organisation().label == (
        "Bengtsfors kommun IT"
    )


def test_an_unknown_kommun_and_another_organisation_need_a_name(tmp_path: Path, around: Surroundings) -> None:
    with pytest.raises(KnownError, match="Ange också kommunens namn"):
        create(tmp_path / "a.itadmin", "9999", " ", around)
    with pytest.raises(KnownError, match="Ange också organisationens namn"):
        create(tmp_path / "a.itadmin", "212000-1843", "", around)
    assert created(tmp_path / "a.itadmin", "9999", "Nya kommun", around).organisation_id == municipality_id("9999")
    other = created(tmp_path / "b.itadmin", "212000-1843", "Förbundet", around, sample=True)
    assert other.organisation().record.organisation_number == "2120001843"
    assert other.is_sample


@pytest.mark.parametrize("code", ["", "146", "14600", "abcd", "212000-1844", "١٤٦٠"])
def test_what_is_neither_code_nor_number_is_refused(tmp_path: Path, around: Surroundings, code: str) -> None:
    with pytest.raises(KnownError, match="varken kommunkod eller organisationsnummer"):
        create(tmp_path / "a.itadmin", code, "Namn", around)
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_is_refused(tmp_path: Path, around: Surroundings) -> None:
    with pytest.raises(KnownError, match="får ha högst 300"):
        create(tmp_path / "a.itadmin", "1460", "x" * 100_000, around)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, around: Surroundings) -> None:
    (tmp_path / "a.itadmin").write_bytes(b"x")
    with pytest.raises(KnownError, match="finns redan"):
        create(tmp_path / "a.itadmin", "1460", "", around)
    assert (tmp_path / "a.itadmin").read_bytes() == b"x"
