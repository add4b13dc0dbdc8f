"""What lists and pictures on paper begin as: whose, as of which day, and for whom."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from itadmin.documents.content import Paragraph
from itadmin.documents.dated_paper import dated_paper
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.reading import Reading
from itadmin.services.workspace import Workspace


@pytest.mark.parametrize(("internal", "marks"), [(True, ("INTERNT",)), (False, ())])
def test_it_says_whose_it_is_and_as_of_when(workspace: Workspace, internal: bool, marks: tuple[str, ...]) -> None:
    paper = dated_paper(workspace.reading(), "Listan", (Paragraph("Ett."),), internal=internal)
    assert (paper.title, paper.subtitle) == ("Listan", "Bengtsfors kommun, den\xa022\xa0november\xa02026")
    assert (paper.header_right, paper.footer_left, paper.marks) == ("Listan", "Listan · 2026-11-22", marks)
    assert paper.created == datetime(2026, 11, 22, tzinfo=UTC)
    assert paper.body == (Paragraph("Ett."),)


def test_sample_data_is_marked(tmp_path: Path, around: Surroundings) -> None:
    file = create(tmp_path / "ovning.itadmin", "1460", "", around, sample=True)
    paper = dated_paper(Reading(file, around.today()), "Listan", ())
    file.close()
    assert (paper.marks, paper.footer_left) == (("ÖVNINGSDATA", "INTERNT"), "Listan · 2026-11-22 · Övningsdata")
