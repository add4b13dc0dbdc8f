"""Which systems have an utbildningsplan on the command line, and making those that are missing."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

SYSTEMS = (
    ("Kvarnen", "verksamhetssystem", "Ekonomi", "i_drift"),
    ("Lönnen", "verksamhetssystem", "Omsorg", "under_avveckling"),
    ("Ekot", "stodsystem", "Omsorg", "i_drift"),
    ("Skolan", "skola", "Skola", "i_drift"),
    ("Kommande", "verksamhetssystem", "Omsorg", "planerad"),
)
KEYS = ["system", "system_id", "area", "category", "state", "reason", "plan_id", "adopted_on", "revise_by"]


@pytest.fixture
def systems(done: Any, register: Path) -> Path:
    """A register with some systems, of which Lönnen has an outdated plan."""
    for name, category, area, lifecycle in SYSTEMS:
        values = (f"name={name}", f"category={category}", f"area={area}", f"lifecycle={lifecycle}")
        done("add", "systems", register, *values, "user_count=12")
    plan = ("title=Utbildningsplan Lönnen", "kind=system", "system=Lönnen", "status=faststalld")
    done("add", "training_plans", register, *plan, "adopted_on=2025-01-10", "revise_by=2026-01-10")
    return register


def told(answer: Any) -> list[tuple[str, str]]:
    return [(row["system"], row["state"]) for row in answer.json]


def test_scripts_get_exactly_what_they_are_promised(done: Any, systems: Path) -> None:
    rows = done("training", systems, "--on", "2026-11-22", "--format", "json").json
    assert [list(row) for row in rows] == [KEYS, KEYS]
    missing, outdated = rows
    assert (missing["system"], missing["state"], missing["plan_id"], missing["adopted_on"]) == (
        "Kvarnen",
        "saknas",
        None,
        None,
    )
    (plan,) = done("list", "training_plans", systems, "--format", "json").json
    assert outdated == {
        "system": "Lönnen",
        "system_id": plan["system_id"],
        "area": "Omsorg",
        "category": "verksamhetssystem",
        "state": "inaktuell",
        "reason": "fastställd för mer än 12 månader sedan",
        "plan_id": plan["id"],
        "adopted_on": "2025-01-10",
        "revise_by": "2026-01-10",
    }


def test_the_day_decides(done: Any, systems: Path) -> None:
    on = ("--on", "2025-06-01", "--format", "json")
    assert told(done("training", systems, *on)) == [("Kvarnen", "saknas"), ("Lönnen", "faststalld")]


def test_only_those_without_a_plan_and_only_some_systems(done: Any, systems: Path) -> None:
    as_json = ("--on", "2026-11-22", "--format", "json")
    assert told(done("training", systems, "--missing", *as_json)) == [("Kvarnen", "saknas")]
    chosen = ("--where", "area=Omsorg", "--where", "area=Skola")
    assert told(done("training", systems, *chosen, *as_json)) == [
        ("Ekot", "saknas"),
        ("Lönnen", "inaktuell"),
        ("Skolan", "saknas"),
    ]


def test_people_get_a_table_and_the_share(done: Any, systems: Path) -> None:
    done("set", "systems", systems, "Lönnen", "area=Vård")
    heading, *rows = done("training", systems, "--on", "2025-06-01").out.splitlines()
    assert heading.split("  ")[0] == "System"
    assert rows == [
        "Kvarnen  Ekonomi  Saknas",
        "Lönnen   Vård     Fastställd  2025-01-10  2026-01-10",
        "",
        "1 av 2 verksamhetssystem i drift har en fastställd utbildningsplan som gäller – 50\N{NO-BREAK SPACE}%.",
    ]


def test_an_empty_register_has_nothing_to_cover(done: Any, register: Path) -> None:
    assert done("training", register, "--format", "json").json == []
    assert done("training", register).out.splitlines()[-1] == "Det finns inga verksamhetssystem i drift ännu."


def test_a_spreadsheet_gets_the_same_columns(done: Any, systems: Path) -> None:
    heading, first, _second = done("training", systems, "--format", "csv").out.splitlines()
    assert heading.split(",") == KEYS
    assert first.startswith("Kvarnen,")


def test_reading_and_previews_change_not_a_byte(done: Any, systems: Path) -> None:
    before = hashlib.sha256(systems.read_bytes()).digest()
    done("training", systems)
    answer = done("training", systems, "--make", "kategori")
    assert answer.out.splitlines() == [
        "Utbildningsplan Kvarnen",
        "1 utbildningsplan skulle göras som utkast. Inget är skrivet. Lägg till --apply för att göra dem.",
    ]
    assert hashlib.sha256(systems.read_bytes()).digest() == before


def test_the_missing_ones_are_made_as_one_step(done: Any, systems: Path) -> None:
    answer = done("training", systems, "--make", "verksamhetssystem", "--apply", "--format", "json")
    assert answer.json == {"new": 1, "left_out": [], "applied": True}
    assert told(done("training", systems, "--format", "json"))[0] == ("Kvarnen", "utkast")
    done("undo", systems)
    assert told(done("training", systems, "--format", "json"))[0] == ("Kvarnen", "saknas")


def test_some_systems_get_the_usual_plan_of_their_category(cli: Any, done: Any, systems: Path) -> None:
    chosen = ("--where", "area=Omsorg", "--where", "area=Skola", "--where", "lifecycle=i_drift")
    answer = done("training", systems, "--make", "kategori", *chosen, "--apply")
    assert answer.out.splitlines() == [
        "Utbildningsplan Ekot",
        "Utbildningsplan Skolan",
        "2 utbildningsplaner är gjorda som utkast, i ett steg. Ångra med kommandot undo.",
    ]
    plans = done("list", "training_plans", systems, "--format", "json").json
    assert {plan["system"]: plan["template"] for plan in plans} == {
        "Ekot": "stodsystem",
        "Lönnen": None,
        "Skolan": "skola",
    }
    as_json = cli("training", systems, "--make", "kategori", *chosen, "--apply", "--format", "json").json
    assert (as_json["new"], len(as_json["left_out"]), as_json["applied"]) == (0, 2, False)
    again = cli("training", systems, "--make", "kategori", *chosen, "--apply")
    assert (again.status, again.out) == (1, "Inga planer att göra.\n")
    assert again.error.splitlines()[0] == "Ekot: Det finns redan en plan: Utbildningsplan Ekot."


def test_a_plan_for_all_staff_is_made_once(cli: Any, done: Any, systems: Path) -> None:
    made = done("training", systems, "--make", "allman", "--apply")
    assert made.out.splitlines()[0] == "Utbildningsplan för all personal"
    again = cli("training", systems, "--make", "allman", "--apply")
    assert again.status == 3
    assert again.error.startswith("Det finns redan en plan som heter Utbildningsplan för all personal.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--apply",), "--apply hör till --make MALL."),
        (("--make", "skolan"), "Mallen skolan finns inte. Mallarna är: kategori, verksamhetssystem, stodsystem,"),
        (("--make", "kategori", "--missing"), "Ta bort --missing och --on."),
        (("--make", "kategori", "--on", "2026-01-01"), "Ta bort --missing och --on."),
        (("--make", "kategori", "--format", "csv"), "Ändra --format."),
        (("--make", "allman", "--where", "area=Skola"), "Ta bort --where."),
        (("--where", "omrade=Skola"), "Fältet omrade finns inte i systems."),
    ],
)
def test_what_cannot_be_asked_for_is_wrong_usage(
    cli: Any, systems: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    answer = cli("training", systems, *arguments)
    assert (answer.status, answer.out) == (2, "")
    assert sentence in answer.error
