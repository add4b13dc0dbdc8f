"""The lines of the navigation: groups, registers, views with counters, and names that can be written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from itadmin.domain.registers import REGISTERS
from itadmin.ui.navigation import KEY, OWN, START, VIEW, DeedLine, NavigationModel, ViewLine
from itadmin.ui.widgets.roles import Role

VIEWS = (ViewLine("med:I drift", "I drift", own=False), ViewLine("1", "Mina", own=True))


@pytest.fixture
def model(qapp: object) -> NavigationModel:
    model = NavigationModel()
    model.fill(REGISTERS.values())
    return model


def rows(model: NavigationModel) -> list[tuple[str, bool]]:
    items = (model.item(row) for row in range(model.rowCount()))
    return [(item.text(), item.isEnabled()) for item in items]


def seen(model: NavigationModel, place: str) -> list[tuple[str, bool]]:
    """The lines that are to be seen when one is in a group."""
    return [row for number, row in enumerate(rows(model)) if model.is_shown(number, place)]


def test_registers_stand_in_the_groups_they_say_and_others_are_not_shown(model: NavigationModel) -> None:
    lines = {name for name in REGISTERS if model.line(name) is not None}
    assert lines == {name for name, register in REGISTERS.items() if register.place}
    groups = dict.fromkeys(register.place for register in REGISTERS.values() if register.place)
    assert [REGISTERS[name].place for name in model.places[1:]] == list(groups)
    assert model.places[0] == START


def test_the_group_where_one_is_shows_its_registers_and_each_other_one_line(model: NavigationModel) -> None:
    groups = list(dict.fromkeys(register.place for register in REGISTERS.values() if register.place))
    words = [word for word, enabled in seen(model, "") if enabled]
    assert words == ["Start", *groups]
    shown = seen(model, "Utbildning")
    assert ("Utbildning", False) in shown
    assert ("Utbildning", True) not in shown
    own = [register.plural for register in REGISTERS.values() if register.place == "Utbildning"]
    assert [word for word, enabled in shown if enabled and word in own] == own
    assert ("Roller", True) not in shown
    assert ("Personer och organisation", True) in shown


def test_a_group_that_is_called_as_its_first_register_has_one_line_for_both(model: NavigationModel) -> None:
    assert [row for row in seen(model, "System") if row[0] == "System"] == [("System", True)]
    assert ("Integrationer", True) in seen(model, "System")
    assert ("Integrationer", True) not in seen(model, "Avtal")


def test_the_line_of_a_group_says_what_is_in_it_and_leads_to_its_first(model: NavigationModel) -> None:
    items = (model.item(row) for row in range(model.rowCount()))
    line = next(item for item in items if item.text() == "Utbildning" and item.isEnabled())
    assert (line.data(KEY), line.data(VIEW)) == ("training_plans", "")
    assert line.accessibleText() == "Utbildning, 6 register"
    assert line.toolTip().startswith("Utbildningsplaner, Utbildningsmoment")


def test_what_is_done_in_a_group_stands_before_its_lists() -> None:
    model = NavigationModel()
    model.fill(REGISTERS.values(), {"Samverkan": [DeedLine("samverkan", "Samverkansmatris…", "people_community")]})
    first = next(
        word for word, enabled in seen(model, "Samverkan")[seen(model, "Samverkan").index(("Samverkan", False)) + 1 :]
    )
    assert first == "Samverkansmatris…"


def test_filling_again_changes_nothing(model: NavigationModel) -> None:
    before = rows(model)
    model.fill(REGISTERS.values())
    assert rows(model) == before


def test_views_stand_under_their_register_with_their_counters(model: NavigationModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert model.set_views("systems", VIEWS)
    assert not model.set_views("systems", VIEWS)
    model.set_count("systems", "1", 12)
    line = model.line("systems", "1")
    assert line is not None
    assert (line.text(), line.data(Role.COUNT), line.accessibleText()) == ("Mina", 12, "Mina, 12")
    assert (line.data(KEY), line.data(VIEW), line.data(OWN)) == ("systems", "1", True)
    model.set_views("systems", VIEWS[1:])
    kept = model.line("systems", "1")
    assert kept is not None
    assert kept.data(Role.COUNT) == 12
    tester.deleteLater()


def test_what_is_not_there_is_told_gently(model: NavigationModel) -> None:
    assert model.line("saved_views") is None
    assert not model.set_views("saved_views", VIEWS)
    assert model.line("systems", "borta") is model.line("systems")
    model.set_count("systems", "borta", 3)
    line = model.line("systems")
    assert line is not None
    assert line.data(Role.COUNT) is None


@pytest.mark.parametrize(
    ("view", "name", "told"),
    [("1", " Våra ", [["systems", "1", "Våra"]]), ("1", " ", []), ("1", "Mina", []), ("med:I drift", "X", [])],
)
def test_only_ones_own_views_take_a_name_and_only_another_one(
    model: NavigationModel, view: str, name: str, told: list[list[str]]
) -> None:
    model.set_views("systems", VIEWS)
    spy = QSignalSpy(model.renamed)
    line = model.line("systems", view)
    assert line is not None
    if line.isEditable():
        model.setData(line.index(), name, Qt.ItemDataRole.EditRole)
    assert [spy.at(place) for place in range(spy.count())] == told
    assert line.text() != name.strip() or not told


def test_each_register_has_an_icon_of_its_own() -> None:
    icons = [register.icon for register in REGISTERS.values() if register.place]
    assert len(set(icons)) == len(icons)
