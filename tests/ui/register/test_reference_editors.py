"""Other records are found by typing, chosen with arrows and Enter, and made on the spot when they are missing."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.look.look import Look
from itadmin.ui.popup_list import _DETAIL, PopupList
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.naming import can_be_begun, first_name_first, names_a_person, needs_only_a_name
from itadmin.ui.register.picker import Picker
from itadmin.ui.register.value_row import ValueRow

Typing = Callable[..., None]


@pytest.fixture
def page(page_of: Callable[[str], RecordPage], system_id: UUID) -> RecordPage:
    page = page_of("systems")
    page.show_record(system_id)
    return page


@pytest.fixture
def agreement_page(page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID) -> RecordPage:
    agreement = workspace.records.add("agreements", {"title": "Supportavtal Lifecare", "systems": [str(system_id)]})
    page = page_of("agreements")
    page.show_record(agreement)
    return page


def lines(page: RecordPage) -> list[str]:
    shown = next((item for item in page.findChildren(PopupList) if item.isVisible()), None)
    return [] if shown is None else [shown.item(number).text() for number in range(shown.count())]


def key(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def system(workspace: Workspace, system_id: UUID) -> Any:
    return workspace.reading().one("systems", system_id)


def test_it_shows_what_there_is_at_once_and_finds_anywhere_in_the_name(
    page: RecordPage, workspace: Workspace, type_text: Typing, qtbot: QtBot
) -> None:
    workspace.records.add("organisations", {"name": "Åmåls vattenverk", "kind": "annan"})
    page.edit_field("supplier")
    qtbot.waitUntil(lambda: "Exempelbolaget AB" in lines(page))
    type_text("amals vatt")
    assert lines(page)[0] == "Åmåls vattenverk"


def test_down_and_enter_choose_and_the_text_stays_what_was_typed_until_then(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    page.edit_field("department")
    type_text("melleruds")
    key(Qt.Key.Key_Down)
    assert QApplication.focusWidget().text() == "melleruds"
    key(Qt.Key.Key_Return)
    assert system(workspace, system_id).labels[system(workspace, system_id).record.department] == "Melleruds kommun"


def test_the_only_name_that_begins_so_is_meant(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    before = workspace.reading().count("organisations")
    page.edit_field("department")
    type_text("melleruds")
    key(Qt.Key.Key_Tab)
    assert system(workspace, system_id).labels[system(workspace, system_id).record.department] == "Melleruds kommun"
    assert workspace.reading().count("organisations") == before


def test_a_known_function_is_meant_by_its_beginning(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    workspace.records.save("systems", system_id, {"system_manager": {"function": "Systemförvaltare, skolan"}})
    page.edit_field("system_owner")
    type_text("systemförv")
    key(Qt.Key.Key_Return)
    assert system(workspace, system_id).holders["system_owner"].label == "Systemförvaltare, skolan"


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("department", "kommun", "Flera heter något på ”kommun”."),
        ("supplier", "2026-11-22", "”2026-11-22” är inget namn."),
        ("system_owner", "112", "”112” är inget namn."),
    ],
)
def test_what_may_mean_several_or_is_no_name_makes_nothing(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing, field: str, typed: str, told: str
) -> None:
    before = workspace.undo.state()
    page.edit_field(field)
    type_text(typed)
    key(Qt.Key.Key_Tab)
    assert workspace.undo.state() == before
    assert any(label.text().startswith(told) for label in page.findChildren(QLabel) if label.isVisible())


def test_leaving_while_an_offer_is_pointed_at_makes_nothing_of_its_words(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    page.edit_field("supplier")
    type_text("Nya bolaget")
    key(Qt.Key.Key_Down)
    page.leave()
    assert workspace.reading().named("organisations", "Nya bolaget") == system(workspace, system_id).record.supplier


def test_the_first_among_any_number_is_found(
    page_of: Callable[[str], RecordPage], workspace: Workspace, type_text: Typing
) -> None:
    for number in range(30):
        workspace.records.add("people", {"name": f"Aa Person {number:02}"})
    last = workspace.records.add("people", {"name": "Östen Öberg"})
    system_id = workspace.records.add("systems", {"name": "Prov"})
    page = page_of("systems")
    page.show_record(system_id)
    page.edit_field("system_owner")
    type_text("aa")
    assert lines(page)[12] == "Skriv för att söka bland fler"
    key(Qt.Key.Key_Escape)
    QApplication.focusWidget().selectAll()
    type_text("östen öberg", Qt.Key.Key_Return)
    assert system(workspace, system_id).holders["system_owner"].person_id == last
    assert workspace.reading().count("people") == 31


@pytest.mark.parametrize(
    ("name", "is_person"),
    [
        ("Anna Ek", True),
        ("Carl von Linné", True),
        ("Socialchef", False),
        ("IT-chef", False),
        ("Plan- och byggchef", False),
        ("Systemförvaltare, socialtjänsten", False),
        ("", False),
    ],
)
def test_names_of_people_are_told_from_functions(name: str, is_person: bool) -> None:
    assert names_a_person(name) is is_person


@pytest.mark.parametrize(("register", "words"), [("systems", "som nytt system"), ("people", "som ny person")])
def test_what_is_new_is_said_in_its_gender(look: Look, qtbot: QtBot, register: str, words: str) -> None:
    picker = Picker(look, REGISTERS[register], lambda _words, _most: [], functions=False, label="Vad")
    qtbot.addWidget(picker)
    picker.show()
    qtbot.keyClicks(picker, "Nova")
    (popup,) = picker.findChildren(PopupList)
    assert popup.item(0).text() == f"Lägg till ”Nova” {words}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ek, Anna", "Anna Ek"),
        (" Ek ,Anna ", "Anna Ek"),
        ("Anna Ek", "Anna Ek"),
        ("Ek,", "Ek,"),
        ("a, b, c", "a, b, c"),
    ],
)
def test_a_name_as_in_a_list_is_turned(text: str, said: str) -> None:
    assert first_name_first(text) == said


def test_somebody_is_found_by_the_last_name_first(look: Look, qtbot: QtBot) -> None:
    def choices(words: str, _most: int) -> list[tuple[UUID, str]]:
        return [(UUID(int=1), "Anna Ek")] if "anna ek".startswith(words.casefold()) else []

    picker = Picker(look, REGISTERS["people"], choices, functions=False, label="Vem")
    qtbot.addWidget(picker)
    picker.show()
    qtbot.keyClicks(picker, "Ek, Anna")
    (popup,) = picker.findChildren(PopupList)
    assert popup.item(0).text() == "Anna Ek"
    assert picker.resolve() == UUID(int=1)
    assert picker.is_open()


def test_a_role_is_given_to_a_function_by_its_name_alone(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    page.edit_field("system_manager")
    type_text("Systemförvaltare")
    assert lines(page) == [
        "Ange ”Systemförvaltare” som funktion",
        "Lägg till ”Systemförvaltare” som ny person",
    ]
    key(Qt.Key.Key_Return)
    assert system(workspace, system_id).holders["system_manager"].label == "Systemförvaltare"
    assert workspace.reading().count("people") == 0


def test_a_function_that_is_known_is_offered_and_written_as_it_is(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing, qtbot: QtBot
) -> None:
    workspace.records.add("systems", {"name": "Edlevo", "system_owner": {"function": "Barn- och utbildningschef"}})
    page.edit_field("system_owner")
    qtbot.waitUntil(lambda: "Barn- och utbildningschef" in lines(page))
    type_text("utb")
    assert lines(page)[0] == "Barn- och utbildningschef"
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert system(workspace, system_id).holders["system_owner"].label == "Barn- och utbildningschef"
    page.edit_field("system_manager")
    type_text("barn- och utbildningschef")
    assert lines(page) == ["Barn- och utbildningschef"]
    key(Qt.Key.Key_Return)
    assert system(workspace, system_id).holders["system_manager"].label == "Barn- och utbildningschef"
    assert workspace.reading().count("people") == 0


def test_the_other_meaning_is_one_line_down(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    page.edit_field("system_manager")
    type_text("Madonna")
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert workspace.reading().count("people") == 1
    assert system(workspace, system_id).holders["system_manager"].person_id is not None


@pytest.mark.parametrize(
    ("field", "name", "kind", "parent"),
    [
        ("department", "Socialförvaltningen", "forvaltning", "Bengtsfors kommun"),
        ("department", "Kommunstyrelsen", "namnd", "Bengtsfors kommun"),
        ("department", "Räddningstjänsten", "", "Bengtsfors kommun"),
        ("operating_unit", "IT-enheten Mellerud", "it_enhet", "Melleruds kommun"),
        ("operating_unit", "Åmåls IT-avdelning", "it_enhet", "Åmåls kommun"),
        ("operating_unit", "IT-enheten", "it_enhet", "Bengtsfors kommun"),
        ("supplier", "Bolaget i Mellerud AB", "leverantor", None),
    ],
)
def test_what_is_made_in_passing_belongs_where_its_name_and_field_say(
    page: RecordPage, workspace: Workspace, type_text: Typing, field: str, name: str, kind: str, parent: str | None
) -> None:
    page.edit_field(field)
    type_text(name, Qt.Key.Key_Return)
    reading = workspace.reading()
    made: Any = reading.one("organisations", reading.named("organisations", name))
    assert made.record.kind == kind
    assert made.labels.get(made.record.parent) == parent


def test_emptied_it_refers_to_nothing(page: RecordPage, workspace: Workspace, system_id: UUID) -> None:
    page.edit_field("supplier")
    key(Qt.Key.Key_Delete)
    key(Qt.Key.Key_Return)
    assert system(workspace, system_id).record.supplier is None


def test_several_are_added_with_enter_and_taken_away_with_backspace(
    agreement_page: RecordPage, workspace: Workspace, type_text: Typing
) -> None:
    workspace.records.add("systems", {"name": "Raindance"})
    agreement_page.edit_field("systems")
    type_text("Raindance", Qt.Key.Key_Return)
    type_text("Helt nytt", Qt.Key.Key_Return)
    crosses = [button.accessibleName() for button in agreement_page.findChildren(QAbstractButton)]
    assert {"Ta bort Lifecare", "Ta bort Raindance", "Ta bort Helt nytt"} <= set(crosses)
    key(Qt.Key.Key_Backspace)
    row = next(row for row in agreement_page.findChildren(ValueRow) if row.name == "systems")
    assert row.editor is not None
    assert len(row.editor.plain()) == 2
    key(Qt.Key.Key_Return)
    assert not row.is_editing
    assert workspace.reading().count("systems") == 2


def test_several_are_saved_as_one_step(agreement_page: RecordPage, workspace: Workspace, type_text: Typing) -> None:
    agreement_page.edit_field("systems")
    type_text("Helt nytt", Qt.Key.Key_Return)
    key(Qt.Key.Key_Tab)
    read: Any = workspace.reading().one("agreements", agreement_page.record_id)
    assert [read.labels[item] for item in read.record.systems] == ["Lifecare", "Helt nytt"]
    workspace.undo.undo()
    assert workspace.reading().count("systems") == 1


def test_what_ties_two_things_or_the_program_makes_cannot_be_begun_with_a_name() -> None:
    tied = {name for name, register in REGISTERS.items() if not needs_only_a_name(register)}
    assert tied == {
        "roles",
        "system_uses",
        "cooperation_levels",
        "cost_lines",
        "lead_times",
        "matches",
        "attention_marks",
        "cooperation_stances",
        "opportunity_notes",
        "steering_decisions",
        "steering_chapters",
        "papers",
        "paper_profiles",
        "training_modules",
        "training_participations",
        "audience_members",
        "competences",
        "implementation_activities",
        "platform_notices",
        "retention_rules",
    }


def test_what_ties_nothing_is_begun_from_its_list_with_what_it_needs() -> None:
    begun = {name for name, register in REGISTERS.items() if can_be_begun(register) and not needs_only_a_name(register)}
    assert begun == {"retention_rules"}


def test_records_of_one_name_are_told_apart(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing, qtbot: QtBot
) -> None:
    unit = workspace.records.add("organisations", {"name": "IT-enheten", "kind": "it_enhet"})
    people = [
        workspace.records.add("people", {"name": "Anna Ek", "title": "Rektor"}),
        workspace.records.add("people", {"name": "Anna Ek", "title": "IT-tekniker", "organisation": str(unit)}),
    ]
    page.edit_field("system_owner")
    type_text("Anna Ek")
    popup = next(item for item in page.findChildren(PopupList) if item.isVisible())
    details = [popup.item(row).data(_DETAIL) for row in range(2)]
    assert sorted(details) == ["IT-tekniker · IT-enheten", "Rektor"]
    wanted = details.index("IT-tekniker · IT-enheten")
    for _step in range(wanted + 1):
        key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert system(workspace, system_id).holders["system_owner"].person_id == people[1]
