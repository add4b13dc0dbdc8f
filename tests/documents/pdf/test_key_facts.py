"""Facts in large type: how large, how many beside each other, and what is read of them."""

from collections.abc import Callable
from io import BytesIO

import pypdf
import pytest

from itadmin.documents.content import KeyFact, KeyFacts, Missing, Paper
from itadmin.documents.numbering import missing
from itadmin.documents.pdf.render import render

Maker = Callable[..., Paper]
FACTS = (
    KeyFact("Incident", "08-123 45 67", "Dygnet runt"),
    KeyFact("Support", "08-765 43 21"),
    KeyFact("Växel", "08-1"),
)


def operators(data: bytes) -> str:
    return str(pypdf.PdfReader(BytesIO(data)).pages[0].get_contents().get_data().decode("latin-1"))


def test_they_keep_both_standards(make_paper: Maker, assert_conforms: Callable[[bytes], None]) -> None:
    assert_conforms(render(make_paper(body=(KeyFacts(FACTS),))))


def test_each_is_read_as_one_paragraph(make_paper: Maker, read_aloud: Callable[[bytes], list[tuple[str, str]]]) -> None:
    read = [text for path, text in read_aloud(render(make_paper(body=(KeyFacts(FACTS),)))) if path.endswith("P")]
    assert [" ".join(text.split()) for text in read[-3:]] == [
        "Incident 08-123 45 67 Dygnet runt",
        "Support 08-765 43 21",
        "Växel 08-1",
    ]


@pytest.mark.parametrize(("across", "rows"), [(1, 3), (2, 2), (3, 1), (5, 1)])
def test_so_many_stand_beside_each_other(make_paper: Maker, across: int, rows: int) -> None:
    drawn = operators(render(make_paper(body=(KeyFacts(FACTS, across),))))
    rules = [line.split() for line in drawn.splitlines() if line.endswith("0.90 re f")]
    assert len(rules) == 3
    assert len({rule[1] for rule in rules}) == rows


def test_the_value_is_the_largest_text(make_paper: Maker) -> None:
    drawn = operators(render(make_paper(title="T", body=(KeyFacts(FACTS[:1]),))))
    assert drawn.count(" 17 Tf ") == 1


def test_a_missing_value_is_known_to_be_missing(make_paper: Maker) -> None:
    paper = make_paper(body=(KeyFacts((KeyFact("Incident", (Missing("telefon"),), (Missing("tider"),)),)),))
    assert [gap.label for gap in missing(paper)] == ["telefon", "tider"]


def test_a_row_holds_something() -> None:
    with pytest.raises(ValueError, match="at least one"):
        KeyFacts(FACTS, 0)
