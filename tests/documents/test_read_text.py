"""Chapters' texts as one reads them: no marks, values in place; and what has changed in them with its headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.documents.read_text import read_text, told_paragraphs
from itadmin.domain.calculations.text_changes import text_changes

VALUES, WORKED_OUT = {"telefon": "0531-1"}, {"trappa": "trappan med nivåer", "dag": "dagen"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Ring {{telefon}} nu.", "Ring 0531-1 nu."),
        ("Ring {{ Telefon }}.", "Ring 0531-1."),
        ("Ring {{okand}}.", "Ring {{okand}}."),
        ("{{trappa}}", "[Trappan med nivåer]"),
        ("Läget {{dag}}.", "Läget [dagen]."),
        ("Det är **viktigt**.", "Det är viktigt."),
        ("- Ett\n- Två", "– Ett\n– Två"),
        ("1. Ett\n2. Två", "1. Ett\n2. Två"),
        ("| A | B |\n|---|:-:|\n| 1 | 2 |", "A · B\n1 · 2"),
        ("## Rubrik\nText.", "## Rubrik\n\nText."),
        ("#inte rubrik", "#inte rubrik"),
    ],
)
def test_a_text_is_told_without_marks(text: str, expected: str) -> None:
    assert read_text(text, VALUES, WORKED_OUT) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("## Former", "## Former", [("= Former", True)]),
        ("## Nivåer för oss", "## Former för oss", [("- Nivåer |+ Former |= för oss", True)]),
        ("## Borta", "", [("- Borta", True)]),
        ("", "### Ny\n\nText.", [("+ Ny", True), ("+ Text.", False)]),
        ("Helt annan text här.", "## Ny", [("- Helt annan text här.|+ Ny", True)]),
        ("## Förr", "Nu är det en lång text.", [("- Förr|+ Nu är det en lång text.", False)]),
        ("A # B", "A # C", [("= A # |- B|+ C", False)]),
    ],
)
def test_headings_are_told_as_headings(before: str, after: str, expected: list[tuple[str, bool]]) -> None:
    signs = {"same": "= ", "added": "+ ", "removed": "- "}
    told = [
        ("|".join(f"{signs[piece.kind]}{piece.text}" for piece in paragraph.pieces), paragraph.is_heading)
        for paragraph in told_paragraphs(text_changes(before, after))
    ]
    assert told == expected


@given(st.text(alphabet="#-*|{}[] \nab", max_size=60))
def test_any_text_can_be_told(text: str) -> None:
    told = read_text(text, VALUES, WORKED_OUT)
    assert all(paragraph.is_same for paragraph in told_paragraphs(text_changes(told, told)))
