"""The files of the sample region shared with each other."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.matching import groups
from itadmin.services.matching.proposing import proposals
from itadmin.services.reading import ListQuery
from itadmin.services.records import Records
from itadmin.services.sample import sample_surroundings
from itadmin.services.sample_exchange import exchange
from itadmin.services.workspace import open_reading
from itadmin.storage.engine import open_register

CODES = ("1438", "1460")


def made(folder: Path) -> Sequence[Path]:
    """Two registers with a system each."""
    folder.mkdir()
    files = [folder / f"{code}.itadmin" for code in CODES]
    for path in files:
        around: Surroundings = sample_surroundings(path.stem)
        with closing(create(path, path.stem, "", around, sample=True)) as register:
            Records(register, around, lambda *_: None).add("systems", {"name": f"System i {path.stem}"})
    return files


@pytest.fixture
def files(tmp_path: Path) -> Sequence[Path]:
    return made(tmp_path / "a")


def test_each_has_what_the_other_says(files: Sequence[Path]) -> None:
    shared = exchange(files, files[0].parent / "delat")
    assert [path.name for path in shared] == ["1438.itdelning", "1460.itdelning"]
    for path, other in zip(files, reversed(CODES), strict=True):
        with closing(open_reading(path, date(2026, 11, 22))) as reading:
            (key,) = reading.keys("systems", ListQuery(owner=municipality_id(other)))
            assert reading.one("systems", key).label == f"System i {other}"
            assert len(reading.keys("systems")) == 1


def test_the_same_files_come_out_each_time(files: Sequence[Path], tmp_path: Path) -> None:
    again = made(tmp_path / "b")
    shared = [path.read_bytes() for path in exchange(files, tmp_path / "delat")]
    assert [path.read_bytes() for path in exchange(again, tmp_path / "delat")] == shared
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in files]


def test_what_is_surely_the_same_has_been_answered_by_one_and_is_known_to_all(files: Sequence[Path]) -> None:
    for path in files:
        around = sample_surroundings(f"{path.stem} mer")
        with closing(open_register(path, "prov")) as register:
            records = Records(register, around, lambda *_: None)
            maker = records.add("organisations", {"name": "Exempelbolaget AB", "kind": "leverantor"})
            records.add("systems", {"name": "Ciceron", "supplier": str(maker)})
            records.add("systems", {"name": "Platina"})
    exchange(files, files[0].parent / "delat")
    for path in files:
        with closing(open_reading(path, date(2026, 11, 22))) as reading:
            found = groups(reading)
            tied = [one for one in found.owners if len(found.members(one)) > 1]
            assert [reading.label("systems", UUID(bytes=one)) for one in tied] == ["Ciceron"] * 2
            assert [question.signs for question in proposals(reading).questions] == [("namn",)]
    with closing(open_reading(files[1], date(2026, 11, 22))) as reading:
        assert len(reading.keys("matches")) == 1
