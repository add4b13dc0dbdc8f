"""Regionöversikten as a paper: each part as it is read, whose word it is, and what is not for others left out."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import page
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.making import make
from itadmin.documents.region_overview import TYPE
from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace

Matches = Callable[[str, str], None]


@pytest.fixture
def region(workspace: Workspace, received: Callable[..., UUID]) -> UUID:
    """Two kommuner that have a system of one supplier, with an agreement, levels, and a system under protection."""
    add = workspace.records.add
    members = [str(municipality_id(code)) for code in ("1460", "1439", "1461")]
    add("regions", {"name": "Dalsland", "members": members})
    made = [str(add("organisations", {"name": "Kvarn AB", "kind": "leverantor"})) for _each in range(2)]
    values = {"name": "Kvarnen", "lifecycle": "i_drift", "product": "Kvarnen", "starter_key": "kvarn", "area": "Skola"}
    own = add("systems", {**values, "supplier": made[0], "annual_cost": 907_600_00, "user_count": 30})
    theirs = add("systems", {**values, "supplier": made[1]})
    add("systems", {"name": "Hemligt", "lifecycle": "i_drift", "security_protection": True})
    level = {"system": str(own), "municipality": members[0], "level": "3", "starts_on": "2025-01-01"}
    add("cooperation_levels", level)
    agreement = {"title": "Avtal Kvarnen", "kind": "supportavtal", "status": "gallande", "systems": [str(own)]}
    add("agreements", {**agreement, "starts_on": "2024-01-01", "first_term_ends_on": "2027-06-30"})
    received("systems", theirs)
    received("organisations", UUID(made[1]))
    return own


@pytest.mark.usefixtures("region")
def test_it_as_text(workspace: Workspace, text_of: Any, matches_expected: Matches) -> None:
    made = prepare(TYPE, workspace.reading(), None, draft=False)
    assert (made.missing, made.file_name) == ((), "Regionoversikt_Bengtsfors-kommun_2026-11-22.pdf")
    matches_expected("region_overview.txt", text_of(made.paper))


@pytest.mark.usefixtures("region")
def test_what_is_under_protection_is_not_in_it(workspace: Workspace, text_of: Any) -> None:
    assert "Hemligt" not in text_of(prepare(TYPE, workspace.reading(), None, draft=False).paper)


def test_an_empty_file_says_that_there_is_nothing(workspace: Workspace, text_of: Any) -> None:
    text = text_of(prepare(TYPE, workspace.reading(), None, draft=False).paper)
    assert "Inget system i registret används i regionen" in text


@pytest.mark.usefixtures("region")
def test_the_paper_keeps_both_standards_and_is_the_same_each_time(workspace: Workspace) -> None:
    content = make(TYPE, workspace.reading(), None, draft=False)
    assert content == make(TYPE, workspace.reading(), None, draft=False)
    assert all(page.validate_pdf_bytes(content, profile=profile).is_compliant for profile in ("2a", "ua1"))


@pytest.mark.usefixtures("region")
def test_what_has_no_level_stands_by_area_with_who_has_it(workspace: Workspace, text_of: Any) -> None:
    for name, area in (("Åkeri", "Teknik"), ("Ensam", "Bygg"), ("Bygge", "Bygg")):
        workspace.records.add("systems", {"name": name, "area": area, "lifecycle": "i_drift"})
    lines = text_of(prepare(TYPE, workspace.reading(), None, draft=False).paper).splitlines()
    after = lines.index("Område | System och vilka som har det")
    assert lines[after + 1 : after + 3] == [
        "Bygg | Bygge (Bengtsfors); Ensam (Bengtsfors)",
        "Teknik | Åkeri (Bengtsfors)",
    ]


def test_agreements_of_the_next_months_stand_by_themselves_and_the_rest_by_day(
    workspace: Workspace, text_of: Any, region: UUID
) -> None:
    about = {"kind": "supportavtal", "status": "gallande", "systems": [str(region)], "starts_on": "2024-01-01"}
    for title, last in (("Snart", "2026-12-31"), ("Sen", "2027-06-30"), ("Sen", "2027-06-30"), ("Utan dag", None)):
        ends = {"first_term_ends_on": last} if last else {}
        workspace.records.add("agreements", {**about, **ends, "title": title})
    lines = text_of(prepare(TYPE, workspace.reading(), None, draft=False).paper).splitlines()
    first, then = lines.index("Tabell 1 De närmaste 3 månaderna"), lines.index("Tabell 2 Senare")
    assert lines[first + 2 : then] == ["Snart | – | 2026-12-31 | Bengtsfors | Kvarnen"]
    assert lines[then + 2 : then + 4] == [
        "2027-06-30 | Avtal Kvarnen (Bengtsfors); Sen om Kvarnen (Bengtsfors), 2 avtal",
        "Utan dag | Utan dag om Kvarnen (Bengtsfors)",
    ]


@pytest.mark.usefixtures("region")
def test_what_all_members_have_and_what_is_only_like_it_is_said_shortly(
    workspace: Workspace, text_of: Any, received: Callable[..., UUID]
) -> None:
    add = workspace.records.add
    alike = {"lifecycle": "i_drift", "area": "Teknik"}
    for name in ("Växel", "Brygga"):
        product = {"product": name, "starter_key": "slag"} if name == "Växel" else {}
        for code in ("", "1439", "1461"):
            system = add("systems", {**alike, **product, "name": name})
            if code:
                received("systems", system, code=code)
    text = text_of(prepare(TYPE, workspace.reading(), None, draft=False).paper)
    assert "Växel (alla)" in text
    assert "Brygga (Bengtsfors; liknande i Färgelanda, Mellerud)" in text
