"""The matrix and the openings on the command line: what is printed, what may be asked, and that nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

REASONS = ["avtal_pa_vag_ut", "fungerar_daligt", "flera_anvander_samma", "under_malniva"]


@pytest.fixture
def shared(done: Any, register: Path) -> Path:
    """A register with a system that speaks for itself, one without anything, and one put aside."""
    records = (
        ("systems", "name=Kvarnen", "area=Omsorg", "function_rating=daligt", "user_count=30", "annual_cost=900 kr"),
        ("systems", "name=Tyst", "lifecycle=i_drift"),
        ("systems", "name=Vilande", "area=Skola", "function_rating=daligt"),
        (
            "agreements", "title=Support", "kind=supportavtal", "status=gallande", "systems=Kvarnen",
            "starts_on=2024-01-01", "first_term_ends_on=2027-12-31",
        ),
        ("cooperation_levels", "system=Kvarnen", "municipality=1460", "level=3", "target_level=4"),
        ("cooperation_levels", "system=Kvarnen", "municipality=1461", "level=3"),
        ("opportunity_notes", "status=inte_aktuell", "system=Vilande", "until=2027-06-30"),
    )  # fmt: skip
    for name, *values in records:
        done("add", name, register, *values)
    return register


def asked(done: Any, command: str, file: Path, *more: str) -> Any:
    return done(command, file, "--on", "2026-11-22", "--format", "json", *more).json


def test_the_matrix_as_json(done: Any, shared: Path) -> None:
    before = shared.read_bytes()
    row, *others = asked(done, "matrix", shared)
    assert [other["system"] for other in others] == ["Tyst", "Vilande"]
    assert (row["system"], row["levels"], row["level"]) == ("Kvarnen", {"1460": 3, "1461": 3}, 3)
    assert (row["targets"], row["target"], row["said_by"]) == ({"1460": 4}, 4, {"1461": "1460"})
    assert (row["score"], row["reasons"], len(row["explanations"])) == (4, REASONS, 4)
    assert (row["ending"], row["using"]) == ({"1460": "2027-12-31"}, ["1460", "1461"])
    assert (row["user_count"], row["annual_cost"], row["area"]) == (30, 90_000, "Omsorg")
    assert row["words"] == ["Mellerud: nivå 3, uppgift från Bengtsfors."]
    assert others[0]["levels"] == {}
    assert (others[0]["score"], others[0]["reasons"], others[0]["user_count"]) == (0, [], None)
    assert shared.read_bytes() == before


def test_the_matrix_as_a_table(done: Any, shared: Path) -> None:
    heading, first, second, *_ = done("matrix", shared, "--on", "2026-11-22").out.splitlines()
    towns = ["Bengtsfors", "Dals-Ed", "Färgelanda", "Mellerud", "Åmål"]
    assert heading.split() == ["System", *towns, "Nivå", "Mål", "Poäng", "Skäl"]
    assert first.split()[:6] == ["Kvarnen", "3", "3*", "3", "4", "4"]
    assert second.split() == ["Tyst", "–", "0", "0"]


def test_openings_are_ranked_and_what_is_put_aside_is_shown_when_asked_for(done: Any, shared: Path) -> None:
    (opening,) = asked(done, "opportunities", shared)
    assert (opening["system"], opening["score"], opening["day"]) == ("Kvarnen", 4, "2027-12-31")
    assert (opening["status"], opening["until"]) == (None, None)
    found = asked(done, "opportunities", shared, "--all")
    told = [(each["system"], each["status"], each["until"]) for each in found]
    assert told == [("Kvarnen", None, None), ("Vilande", "inte_aktuell", "2027-06-30")]
    later = done("opportunities", shared, "--on", "2027-07-01", "--format", "json").json
    assert [each["system"] for each in later] == ["Kvarnen", "Vilande"]
    table = done("opportunities", shared, "--on", "2026-11-22").out.replace("\u00a0", " ").splitlines()
    assert " ".join(table[1].split()).startswith("Kvarnen 4 3 4 2027-12-31 2 900 kr Avtal på väg ut, Fungerar dåligt")


def test_an_area_a_window_and_a_region_may_be_asked_for(done: Any, shared: Path) -> None:
    assert [row["system"] for row in asked(done, "matrix", shared, "--area", "skola")] == ["Vilande"]
    assert asked(done, "matrix", shared, "--months", "6")[0]["ending"] == {}
    done("add", "regions", shared, "name=Par", "members=1460,1438")
    assert asked(done, "matrix", shared, "--region", "Par")[0]["said_by"] == {"1461": "1460"}


@pytest.mark.parametrize("command", ["matrix", "opportunities"])
@pytest.mark.parametrize(
    ("more", "status", "said"),
    [
        (("--area", "Fiske"), 2, "Inget system hör till området Fiske. Välj bland Omsorg, Skola."),
        (("--months", "0"), 2, "--months är ett helt antal månader"),
        (("--region", "Norr"), 3, "Norr"),
    ],
)
def test_what_there_is_not_is_refused(
    cli: Any, shared: Path, command: str, more: tuple[str, ...], status: int, said: str
) -> None:
    answer = cli(command, shared, *more)
    assert answer.status == status
    assert said in answer.error
    assert answer.out == ""


def test_an_empty_register_has_nothing(done: Any, register: Path) -> None:
    assert asked(done, "matrix", register) == asked(done, "opportunities", register) == []
