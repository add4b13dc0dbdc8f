"""Sentences of the import."""

import pytest

from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.plan import ImportPlan, PlannedRow, RowProblem, State
from itadmin.ui import texts_import as texts

PEOPLE = {"people": ("Anna Ek", "Bo Alm", "Eva Grip", "Kim Berg"), "organisations": ("X AB",)}


def plan(*states: State, cells: int = 0) -> ImportPlan:
    rows = tuple(
        PlannedRow(number, state, "", problems=(RowProblem(number, "name", ""),) if state == "problem" else ())
        for number, state in enumerate(states)
    )
    if cells:
        rows += (PlannedRow(99, "oforandrad", "", problems=tuple(RowProblem(99, "k", "") for _ in range(cells))),)
    return ImportPlan(REGISTERS["systems"], ChangeSet("", ()), rows, {}, {})


@pytest.mark.parametrize(
    ("states", "button", "done"),
    [
        (("ny",), "Genomför 1 rad", "Inläst bland system: 1 ny post."),
        (("ny", "andrad", "andrad"), "Genomför 3 rader", "Inläst bland system: 1 ny post och 2 ändrade poster."),
        (("oforandrad", "problem"), "Genomför 0 rader", "Inget behövde ändras."),
    ],
)
def test_what_is_done(states: tuple[State, ...], button: str, done: str) -> None:
    assert texts.carry_out(plan(*states)) == button
    assert texts.done(plan(*states)) == done


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (plan("ny"), ""),
        (plan("problem"), "1 rad lämnades ute."),
        (plan("ny", cells=2), "2 celler gick inte att läsa."),
        (plan("problem", "problem", cells=1), "2 rader lämnades ute och 1 cell gick inte att läsa."),
    ],
)
def test_what_was_left_out(found: ImportPlan, sentence: str) -> None:
    assert texts.left_out(found) == sentence


def test_what_is_made_on_the_way() -> None:
    assert texts.also_made({}) == ""
    assert texts.also_made(PEOPLE) == (
        "Dessutom läggs till: 4 personer (Anna Ek, Bo Alm, Eva Grip och 1 till) och 1 organisation (X AB)."
    )
    assert texts.also_made(PEOPLE, is_done=True).startswith("Dessutom lades till: ")


def test_how_far_it_has_come() -> None:
    assert texts.rows_read(0, 0) == "Jämför med registret …"
    assert texts.rows_read(50, 200) == "Jämför med registret 25\u00a0% …"
    assert texts.recognised(1, 1) == "1 av 1 kolumn tas med."
    assert texts.number_of(1200, "rad", "rader") == "1\u00a0200 rader"
