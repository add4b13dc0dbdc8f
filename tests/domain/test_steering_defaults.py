"""What is usual for each kind of styrande dokument."""

from datetime import date

import pytest

from itadmin.domain.steering_defaults import usual_decisions, usual_validity, usual_years
from itadmin.domain.values import LISTS


@pytest.mark.parametrize(
    ("kind", "template", "decisions"),
    [
        ("policy", "it_policy", [("KF", "Policyn"), ("KS", "Strategierna")]),
        ("policy", "", [("KF", "")]),
        ("riktlinje", "egen_text", [("KS", "")]),
        ("instruktion", "it_instruktion_drift", [("forvaltningschef", "")]),
        ("annat", "", []),
        ("", "", []),
    ],
)
def test_who_usually_decides(kind: str, template: str, decisions: list[tuple[str, str]]) -> None:
    assert [(each.body, each.part) for each in usual_decisions(kind, template)] == decisions


def test_every_proposed_instans_is_in_the_value_list() -> None:
    found = {each.body for kind in LISTS["styrdokumenttyp"] for each in usual_decisions(kind, "")}
    assert found <= set(LISTS["beslutsinstans"])


@pytest.mark.parametrize(("kind", "years"), [("policy", 5), ("instruktion", 3), ("vision", None), ("", None)])
def test_how_long_they_usually_hold(kind: str, years: int | None) -> None:
    assert usual_years(kind) == years


@pytest.mark.parametrize(
    ("kind", "begins", "expected"),
    [
        ("policy", "2027-01-01", ("2031-12-31", "2031-06-30")),
        ("instruktion", "2026-03-01", ("2029-02-28", "2028-08-28")),
        ("instruktion", "2024-02-29", ("2027-02-27", "2026-08-27")),
        ("taxa", "2027-01-01", None),
        ("", "2027-01-01", None),
    ],
)
def test_how_long_a_kind_usually_holds(kind: str, begins: str, expected: tuple[str, str] | None) -> None:
    found = usual_validity(kind, date.fromisoformat(begins))
    assert (found and (found.valid_until.isoformat(), found.revise_by.isoformat())) == expected
