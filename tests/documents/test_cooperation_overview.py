"""Samverkan i regionen as a paper: the ladder, the matrix and the openings, as they are read."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.content import Cell, DataTable, Ladder
from itadmin.documents.cooperation_overview import TYPE, prepare_overview
from itadmin.documents.making import make, make_cooperation_overview
from itadmin.domain.identifiers import municipality_id
from itadmin.services.samverkan.matrix import Asked
from itadmin.services.samverkan.narrowing import Narrowing, Which
from itadmin.services.workspace import Workspace

OWN, MELLERUD, SAFFLE = "1460", "1461", "1785"


@pytest.fixture
def region(workspace: Workspace) -> dict[str, UUID]:
    """A region of two kommuner and a guest, which takes part in the telephony alone."""
    add = workspace.records.add
    members = [str(municipality_id(code)) for code in (OWN, MELLERUD)]
    add("regions", {"name": "Dalsland", "members": members, "guests": [str(municipality_id(SAFFLE))]})
    found = {}
    for name, area, protected in (("Kvarnen", "Skola", False), ("Växeln", "Teknik", False), ("Hemligt", "", True)):
        values: dict[str, Any] = {"name": name, "area": area, "lifecycle": "i_drift", "user_count": 20}
        found[name] = add("systems", {**values, "security_protection": protected})
    for name, code, level, target in (
        ("Kvarnen", OWN, "2", "4"),
        ("Kvarnen", MELLERUD, "3", None),
        ("Växeln", OWN, "4", None),
        ("Växeln", SAFFLE, "1", None),
        ("Hemligt", OWN, "1", "5"),
    ):
        about = {"system": str(found[name]), "municipality": str(municipality_id(code))}
        add("cooperation_levels", {**about, "level": level, "target_level": target or ""})
    agreement = {"title": "Kvarnen", "kind": "supportavtal", "status": "gallande", "systems": [str(found["Kvarnen"])]}
    add("agreements", {**agreement, "starts_on": "2024-01-01", "first_term_ends_on": "2027-12-31"})
    return found


def test_the_overview_as_text(
    workspace: Workspace, region: dict[str, UUID], text_of: Any, matches_expected: Callable[[str, str], None]
) -> None:
    assert region
    made = prepare(TYPE, workspace.reading(), None, draft=False)
    assert made.missing == ()
    assert made.file_name == "Samverkan-i-regionen_Bengtsfors-kommun_2026-11-22.pdf"
    matches_expected("cooperation_overview.txt", text_of(made.paper))


def test_what_is_under_protection_is_not_in_it(workspace: Workspace, region: dict[str, UUID], text_of: Any) -> None:
    assert region
    assert "Hemligt" not in text_of(prepare(TYPE, workspace.reading(), None, draft=False).paper)


def test_the_matrix_has_its_rows_in_the_order_that_is_asked_for_and_says_what_is_put_aside(
    workspace: Workspace, region: dict[str, UUID], text_of: Any
) -> None:
    note = {"system": str(region["Kvarnen"]), "status": "inte_aktuell", "until": "2027-03-01"}
    workspace.records.add("opportunity_notes", note)
    order = [region["Växeln"].bytes, region["Kvarnen"].bytes]
    for wanted in (order, order[::-1]):
        paper = prepare_overview(workspace.reading(), order=wanted).paper
        table = next(block for block in paper.body if isinstance(block, DataTable) and block.grid)
        names = {region[name].bytes: name for name in ("Växeln", "Kvarnen")}
        assert [row[0] for row in table.rows] == [names[key] for key in wanted]
        assert "Inte aktuella nu: Kvarnen till och med 2027-03-01." in text_of(paper)
    only = prepare_overview(workspace.reading(), narrowing=Narrowing(which=Which.OPENINGS)).paper
    assert "Kvarnen" not in text_of(only)


def test_of_a_long_matrix_what_has_no_level_stands_by_area_after_the_rest(
    workspace: Workspace, region: dict[str, UUID], text_of: Any, received: Callable[..., UUID]
) -> None:
    assert region
    for number in range(60):
        area = "Teknik" if number % 2 else "Bygg"
        workspace.records.add("systems", {"name": f"System {number:02}", "area": area, "lifecycle": "i_drift"})
    common = {"name": "Bägge", "product": "Bägge", "starter_key": "slag", "lifecycle": "i_drift"}
    workspace.records.add("systems", common)
    received("systems", workspace.records.add("systems", common), code=MELLERUD)
    made = prepare_overview(workspace.reading()).paper
    tables = [block for block in made.body if isinstance(block, DataTable)]
    assert [row[0] for row in tables[0].rows] == ["Kvarnen", "Växeln"]
    assert [row[0] for row in tables[1].rows] == ["Bygg", "Teknik", ""]
    text = text_of(made)
    assert "Bygg | System 00 (Bengtsfors); System 02 (Bengtsfors)" in text
    assert "En poäng | System och kommuner\nFlera använder samma | Bägge (alla)" in text


def test_names_that_are_only_proposed_are_said_to_be(workspace: Workspace, region: dict[str, UUID]) -> None:
    assert region
    (ladder,) = (block for block in prepare_overview(workspace.reading()).paper.body if isinstance(block, Ladder))
    assert "förslag som inte är fastställda" in ladder.note
    assert [step.items for step in ladder.steps] == [("Växeln",), ("Kvarnen",), (), (), ()]


def test_the_part_that_is_asked_for_has_the_kommuner_that_take_part(
    workspace: Workspace, region: dict[str, UUID]
) -> None:
    assert region
    made = prepare_overview(workspace.reading(), Asked(), Narrowing(area="Skola"))
    matrix = next(block for block in made.paper.body if isinstance(block, DataTable))
    assert [column.title for column in matrix.columns][:4] == ["System", "Bengtsfors", "Mellerud", "Nivå"]
    assert matrix.rows == (
        ("Kvarnen", Cell("2 !", level=2), Cell("3*", level=3), Cell("2", strong=True), "→ 4", "20", ""),
    )


def test_a_system_without_a_level_is_there_and_an_empty_cell_is_none(workspace: Workspace, text_of: Any) -> None:
    workspace.records.add("systems", {"name": "Kvarnen", "lifecycle": "i_drift"})
    text = text_of(prepare_overview(workspace.reading()).paper)
    assert "Kvarnen | finns | – | – | – | – | 0 |" in text


def test_an_empty_file_says_that_there_is_nothing(workspace: Workspace, text_of: Any) -> None:
    assert "Inget system i registret används i regionen" in text_of(prepare_overview(workspace.reading()).paper)


def test_the_same_region_gives_the_same_bytes(workspace: Workspace, region: dict[str, UUID]) -> None:
    assert region
    content = make_cooperation_overview(workspace.reading(), Asked(), Narrowing(which=Which.TOGETHER))
    assert content == make(TYPE, workspace.reading(), None, draft=False)


def test_what_is_judged_among_the_it_managers_is_held_back_and_not_counted(workspace: Workspace, text_of: Any) -> None:
    """A system that only that speaks for is no candidate in the paper: that it is one would tell it."""
    values = {"lifecycle": "i_drift", "function_rating": "daligt", "competence_rating": "sarbar"}
    system = workspace.records.add("systems", {"name": "Kvarnen", **values})
    workspace.records.add("systems", {"name": "Växeln", **values})
    about = {"system": str(system), "municipality": str(municipality_id(OWN))}
    workspace.records.add("cooperation_levels", {**about, "level": "1", "target_level": "4"})
    made = prepare_overview(workspace.reading())
    text = text_of(made.paper)
    assert "Kvarnen | 1 | – | Bengtsfors | Nivån som helhet är 0 och målet 4." in text
    assert "Växeln | 2" not in text
    assert not {word for word in ("fungerar dåligt", "sårbar i") if word in text}
    (remark,) = made.remarks
    assert remark.startswith("”Fungerar dåligt” och ”Svårt att hålla kompetens” bedöms i IT-chefsgruppen och står inte")


def test_nothing_is_said_to_be_held_back_that_is_not(workspace: Workspace, region: dict[str, UUID]) -> None:
    assert region
    assert prepare_overview(workspace.reading()).remarks == ()
