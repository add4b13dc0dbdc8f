"""Styrande dokument in the work list: revision, end, and kommuner that have not decided; each told of once."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import AttentionLine, Band
from itadmin.domain.identifiers import municipality_id
from itadmin.services.kind_words import words_of_kind
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]
OWN, OTHER = municipality_id("1460"), municipality_id("1438")


@pytest.fixture
def document(workspace: Workspace) -> Add:
    """Adds a policy in force of which nothing is missing, save what the keywords change."""

    def add(**values: Any) -> UUID:
        usual: dict[str, Any] = {
            "title": "IT-policy",
            "kind": "policy",
            "version": "1.0",
            "status": "faststalld",
            "valid_from": "2022-01-01",
            "valid_until": "2026-12-31",
            "revise_by": "2026-06-30",
            "responsible_function": "IT-chef",
        }
        return workspace.records.add("steering_documents", {**usual, **values})

    return add


def kinds(lines: list[AttentionLine]) -> list[str]:
    return [line.kind for line in lines]


@pytest.mark.parametrize(
    ("day", "kind", "band", "reason"),
    [
        ("2025-06-29", "", "", ""),
        ("2025-06-30", "ska_revideras", Band.SENARE, "Dokumentet ska revideras senast tisdag 30 juni 2026, och ingen"),
        (
            "2026-06-30",
            "ska_revideras",
            Band.INOM_30_DAGAR,
            "Dokumentet ska revideras senast tisdag 30 juni, och ingen",
        ),
        ("2026-07-01", "ska_revideras", Band.FORSENAT, "Dokumentet skulle ha reviderats senast tisdag 30 juni, och"),
        ("2026-12-31", "ska_revideras", Band.FORSENAT, "Dokumentet skulle ha reviderats senast tisdag 30 juni"),
        ("2027-01-01", "giltighet_har_gatt_ut", Band.FORSENAT, "Dokumentet gällde till och med torsdag 31 december"),
    ],
)
def test_one_thing_is_told_at_a_time(document: Add, lines: Lines, day: str, kind: str, band: str, reason: str) -> None:
    added = document()
    found = lines(date.fromisoformat(day), added)
    assert kinds(found) == ([kind] if kind else [])
    assert [line.band for line in found] == ([band] if band else [])
    assert all(line.reason.startswith(reason) for line in found)
    assert all((line.responsible, line.field) == ("IT-chef", "") for line in found)


def test_when_to_be_reminded_next_is_told(document: Add, lines: Lines) -> None:
    (line,) = lines(date(2025, 7, 1), document())
    assert line.next_step == date(2025, 12, 31)


def test_the_end_is_told_of_where_no_revision_is(document: Add, lines: Lines) -> None:
    added = document(revise_by=None)
    assert kinds(lines(date(2026, 6, 30), added)) == []
    (line,) = lines(date(2026, 7, 1), added)
    assert (line.kind, line.day) == ("giltighet_gar_ut", date(2026, 12, 31))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"status": "utkast", "version": "2.0"}, "Version 2.0 är påbörjad."),
        ({"status": "remiss", "version": "2.0"}, "Version 2.0 är på remiss."),
        ({"status": "utkast", "version": None}, "En ny version är påbörjad."),
    ],
)
def test_the_next_version_is_told_of(document: Add, lines: Lines, values: dict[str, Any], told: str) -> None:
    added = document()
    document(**values, replaces=str(added), valid_until=None)
    (line,) = lines(date(2026, 7, 1), added)
    assert line.reason.endswith(told)


@pytest.mark.parametrize("status", ["utkast", "remiss", "ersatt", "inaktuell"])
def test_only_what_is_in_force_is_told_of(document: Add, lines: Lines, status: str) -> None:
    added = document(status=status)
    assert kinds(lines(date(2027, 3, 1), added)) == []


def test_what_another_has_taken_the_place_of_is_told_of_as_replaced_alone(document: Add, lines: Lines) -> None:
    added = document()
    document(replaces=str(added), version="2.0", valid_until="2031-12-31", revise_by="2031-06-30")
    assert kinds(lines(date(2027, 3, 1), added)) == ["ny_version_galler"]


def test_a_version_in_the_bin_takes_no_place(document: Add, lines: Lines, workspace: Workspace) -> None:
    added = document()
    workspace.records.delete("steering_documents", [document(replaces=str(added), status="utkast")])
    (line,) = lines(date(2027, 3, 1), added)
    assert line.reason.endswith("ingen ny version är påbörjad.")


@pytest.mark.parametrize(
    ("status", "day", "is_told"),
    [
        ("vantar", "2022-03-31", False),
        ("vantar", "2022-04-01", True),
        ("aterremitterad", "2022-04-01", True),
        ("faststalld", "2022-04-01", False),
    ],
)
def test_kommuner_that_have_not_decided_for_long_are_named(
    document: Add, lines: Lines, workspace: Workspace, status: str, day: str, is_told: bool
) -> None:
    added = document(municipalities=[str(OWN), str(OTHER)])
    for municipality, state in ((OWN, "faststalld"), (OTHER, status)):
        values = {"document": str(added), "municipality": str(municipality), "body": "KF", "status": state}
        workspace.records.add("steering_decisions", {**values, "decided_on": "2021-12-01"})
    found = lines(date.fromisoformat(day), added)
    assert kinds(found) == (["saknar_beslut"] if is_told else [])
    assert all(
        line.band is Band.SENARE and line.reason.endswith("inte fastställt i Dals-Eds kommun.") for line in found
    )


def test_a_kommun_without_any_decision_waits_too(document: Add, lines: Lines) -> None:
    (line,) = lines(date(2022, 6, 1), document(municipalities=[str(OTHER)]))
    assert line.kind == "saknar_beslut"


@pytest.mark.parametrize("kind", ["giltighet_har_gatt_ut", "ska_revideras", "giltighet_gar_ut", "saknar_beslut"])
def test_each_rule_has_words_for_many(kind: str) -> None:
    assert words_of_kind("steering_documents", kind)
