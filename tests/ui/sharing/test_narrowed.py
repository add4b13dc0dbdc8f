"""Changes are narrowed to a field or to words, and what is only shared no longer is told once for each field."""

import pytest

from itadmin.domain.text import fold
from itadmin.ui.sharing.grouped_rows import GroupedRow
from itadmin.ui.sharing.narrowed import Field, fields_of, heading, narrowed

COST, USERS = ("systems", "annual_cost"), ("systems", "user_count")


def cost(kronor: str) -> GroupedRow:
    return GroupedRow(("Kostnad", kronor, "tomt"), key=COST, lost=True)


ROWS = [
    heading("AD", "systems", 1),
    cost("41 500 kr"),
    heading("ArcGIS", "systems", 2),
    GroupedRow(("Antal användare", "12", "15"), key=USERS),
    cost("9 000 kr"),
    heading("Treserva", "systems", 1),
    GroupedRow(("Antal användare", "800", "790"), key=USERS),
]
USED = [("Antal användare", "12", "15"), ("Antal användare", "800", "790")]
MORE = GroupedRow(("… och 7 till", "", ""))
ARC_GIS, TRESERVA = ("ArcGIS", "system · 1 ändring", ""), ("Treserva", "system · 1 ändring", "")
LOST = [("Delas inte längre", "", ""), ("System: Kostnad", "2 poster", "tomt")]


@pytest.mark.parametrize(
    ("field", "words", "shown"),
    [
        (None, "", [ARC_GIS, USED[0], TRESERVA, USED[1], *LOST]),
        (USERS, "", [ARC_GIS, USED[0], TRESERVA, USED[1]]),
        (
            COST,
            "",
            [
                ("AD", "system · 1 ändring", ""),
                ("Kostnad", "41 500 kr", "tomt"),
                ARC_GIS,
                ("Kostnad", "9 000 kr", "tomt"),
            ],
        ),
        (None, "treserva", [TRESERVA, USED[1]]),
        (None, "790", [TRESERVA, USED[1]]),
        (None, "kostnad", LOST),
        (USERS, "arc", [ARC_GIS, USED[0]]),
        (None, "finns inte", []),
    ],
)
def test_changes_are_narrowed(field: Field | None, words: str, shown: list[tuple[str, ...]]) -> None:
    assert [row.cells for row in narrowed(ROWS, field, fold(words))] == shown


def test_what_is_lost_in_part_is_said_so() -> None:
    rows = [heading("AD", "systems", 1), cost("5 kr"), heading("BI", "systems", 1)]
    rows.append(GroupedRow(("Kostnad", "2 rader", "rad 1 ändrad"), key=COST, lost=True))
    assert narrowed(rows, None, "")[-1].cells == ("System: Kostnad", "2 poster", "delvis tomt")


def test_that_there_are_more_is_always_said() -> None:
    assert narrowed([*ROWS, MORE], USERS, "")[-1] == MORE


def test_fields_are_chosen_with_how_many_records_they_change_in() -> None:
    assert fields_of(ROWS) == {COST: "System: Kostnad (2)", USERS: "System: Antal användare (2)"}
