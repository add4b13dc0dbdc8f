"""What is adopted in the sample region lies as a handling, the same each time."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from itadmin.documents.sample_handlings import keep_adopted
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.clock import real_surroundings
from itadmin.services.digest import digest
from itadmin.services.papers import papers_about, verify
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.sample import make_sample_region
from itadmin.services.workspace import Workspace, open_workspace

CODES = ("1438", "1439", "1460", "1461", "1492")


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Workspace]]:
    made = make_sample_region(tmp_path_factory.mktemp("region"), keep_adopted)
    assert [path.stem for path in made.stores] == list(CODES)
    opened = {path.stem: open_workspace(path, real_surroundings()) for path in made.files}
    yield opened
    for workspace in opened.values():
        workspace.close()


def adopted(reading: Reading) -> list[UUID]:
    return reading.keys("steering_documents", ListQuery(where={"status": ["faststalld"]}))


def papers(workspace: Workspace) -> list[IssuedPaper]:
    reading = workspace.reading()
    return [paper for key in adopted(reading) for paper in papers_about(reading, "steering_documents", key)]


@pytest.mark.parametrize(("code", "number"), [("1438", 3), ("1439", 2), ("1460", 3), ("1461", 3), ("1492", 2)])
def test_what_is_adopted_and_written_here_has_one_whole_handling(
    region: dict[str, Workspace], code: str, number: int
) -> None:
    found = papers(region[code])
    assert len({paper.about for paper in found}) == len(found) == number
    assert {paper.status for paper in found} == {"fardig"}
    assert all(verdict.is_whole for paper in found for verdict in verify(region[code].attachments, paper))


def test_they_are_numbered_as_they_were_decided(region: dict[str, Workspace]) -> None:
    found = sorted((paper.number, paper.made_on, paper.paper_type) for paper in papers(region["1460"]))
    instruction, policy = date(2026, 2, 18), date(2026, 10, 28)
    assert found == [
        ("2026-0001", instruction, "it_instruction"),
        ("2026-0002", instruction, "it_instruction"),
        ("2026-0003", policy, "it_policy"),
    ]


def test_they_are_the_same_each_time(region: dict[str, Workspace], tmp_path: Path) -> None:
    again = [open_workspace(path, real_surroundings()) for path in make_sample_region(tmp_path, keep_adopted).files]
    try:
        assert [digest(each.reading()) for each in again] == [digest(each.reading()) for each in region.values()]
        numbered = [[paper.digest for paper in papers(each)] for each in again]
        assert numbered == [[paper.digest for paper in papers(each)] for each in region.values()]
    finally:
        for workspace in again:
            workspace.close()
