"""`itadmin retention`: told first, taken away when asked for, and only by the kommun's own months."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def overdue(done: Any, register: Path) -> Path:
    """A register where Anna Ek left long ago, and has been written of."""
    done(
        "add", "people", register, "name=Anna Ek", "title=Rektor", "email=anna.ek@kommun.example", "left_on=2020-06-30"
    )
    done("add", "training_sessions", register, "title=Kurs", "teacher_name=Anna Ek")
    values = ("person=Anna Ek", "session=Kurs", "status=genomford", "completed_on=2019-03-01", "note=Frånvarande")
    done("add", "training_participations", register, *values)
    done("add", "retention_rules", register, "kind=slutat", "months=24")
    return register


def test_it_is_told_and_nothing_is_done(cli: Any, overdue: Path) -> None:
    before = overdue.read_bytes()
    answer = cli("retention", overdue)
    assert "1 person som slutade för mer än 24 månader sedan" in answer.out
    assert "Anna Ek  2020-06-30" in answer.out
    assert "Inget är borttaget" in answer.out
    assert "Anna Ek står också här: Utbildningstillfälle Kurs, Lärare, annan." in answer.error
    assert overdue.read_bytes() == before


def test_it_goes_for_good(done: Any, cli: Any, overdue: Path) -> None:
    done("add", "retention_rules", overdue, "kind=deltaganden", "months=60")
    told = cli("retention", overdue, "--format", "json").json
    answer = cli("retention", overdue, "--apply", "--format", "json").json
    assert [(item["kind"], item["record"], item["since"]) for item in answer] == [
        ("slutat", "Anna Ek", "2020-06-30"),
        ("deltaganden", "Genomförd", "2019-03-01"),
    ]
    assert [item | {"applied": True} for item in told] == answer
    (person,) = done("list", "people", overdue, "--format", "json").json
    assert (person["name"], person["title"], person["email"]) == ("Person som har slutat", "Rektor", None)
    assert b"anna.ek@" not in overdue.read_bytes()
    assert "Frånvarande".encode() not in overdue.read_bytes()
    undone = cli("undo", overdue)
    assert (undone.status, "borttagna vid gallring" in undone.error) == (3, True)
    assert done("retention", overdue, "--format", "json").json == []
    assert done("retention", overdue, "--apply").out == "Inget är äldre än era gallringsfrister.\n"


def test_people_are_told_what_is_left_elsewhere(cli: Any, overdue: Path) -> None:
    answer = cli("retention", overdue, "--apply")
    assert "Borttaget för gott. Det går inte att ångra. Säkerhetskopior" in answer.out
    assert "Lärare, annan" in answer.error


def test_without_a_rule_nothing_is_to_go(done: Any, overdue: Path) -> None:
    (rule,) = done("list", "retention_rules", overdue, "--format", "json").json
    done("delete", "retention_rules", overdue, rule["id"])
    assert done("retention", overdue, "--format", "json").json == []
