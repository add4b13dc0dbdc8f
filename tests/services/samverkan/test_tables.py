"""The matrix as tables."""

from __future__ import annotations

from typing import Any

from itadmin.services.samverkan.tables import matrix_overview


def test_the_matrix_that_is_shown_is_told_with_reasons_and_others_words(region: Any) -> None:
    own = region.system(area="Omsorg", function_rating="daligt", user_count=7, annual_cost=5_000)
    region.system(code="1439", product="Kvarn 2", starter_key="kvarn2")
    region.system(code="1461")
    region.level(own, "1460", 3)
    region.level(own, "1438", 2, by="1460")
    matrix = region.matrix()
    overview = matrix_overview(matrix, [matrix.row_of(own)])
    said, reasons, levels = overview.tables
    assert list(said.rows) == [("Kvarnen", "Dals-Ed: nivå 2, uppgift från Bengtsfors.")]
    assert [row[1] for row in reasons.rows] == ["Fungerar dåligt", "Flera använder samma"]
    assert [column.title for column in levels.columns][2:7] == [
        "Bengtsfors",
        "Dals-Ed",
        "Färgelanda",
        "Mellerud",
        "Åmål",
    ]
    assert list(levels.rows) == [("Kvarnen", "Omsorg", "3", "2*", "?", "–", "", 2, None, 7, 5_000, 2)]
    assert overview.told.startswith("1 system i 5 kommuner 2026-11-22.")


def test_without_others_words_there_is_no_table_of_them(region: Any) -> None:
    region.system()
    matrix = region.matrix()
    assert [sheet.name for sheet in matrix_overview(matrix, matrix.rows).tables] == ["Skäl", "Matris"]
