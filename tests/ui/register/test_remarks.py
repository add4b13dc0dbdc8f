"""What the page says of a record beside its values: the gravest first, one thing at each field, the rest in a line."""

from collections.abc import Callable, Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.findings import Finding
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.remarks import MEND, messages, remarks, why_closed
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import plain_text

GRAVE = Finding("a", "utan ägare", "system_owner", "Utse en ägare.", grave=True)
SAME_FIELD = Finding("b", "ägare utan ersättare", "system_owner", "Utse en till.")
OTHERS = tuple(Finding(letter, f"utan {letter}", letter, f"Skriv {letter}.") for letter in "cdef")
WITH = Finding("h", "med dubbelbokad lärare", "", "Läraren är på två ställen.")
ALONE = Finding("g", "möjlig dubblett", "", "Ett annat system heter likadant.")


@pytest.fixture
def page(page_of: Callable[[str], RecordPage]) -> RecordPage:
    return page_of("systems")


def row(page: RecordPage, name: str) -> ValueRow:
    return next(child for child in page.findChildren(ValueRow) if child.name == name)


def shown(page: RecordPage) -> list[str]:
    return [child.text() for child in page.findChildren(QLabel) if child.isVisible()]


@pytest.mark.parametrize(
    ("findings", "concern", "words", "action"),
    [
        ([GRAVE], Concern.PROBLEM, "Att åtgärda: Utse en ägare.", MEND),
        ([ALONE], Concern.WARNING, "Att åtgärda: Ett annat system heter likadant.", ""),
        ([GRAVE, ALONE], Concern.PROBLEM, "Att åtgärda: utan ägare och möjlig dubblett.", MEND),
        ([WITH, ALONE], Concern.WARNING, "Att åtgärda: dubbelbokad lärare och möjlig dubblett.", ""),
        (OTHERS, Concern.WARNING, "Att åtgärda: utan c, utan d, utan e och utan f.", MEND),
        ([GRAVE, *OTHERS], Concern.PROBLEM, "Att åtgärda: utan ägare, utan c, utan d och 2 till.", MEND),
    ],
)
def test_what_is_found_is_told_in_a_line(
    session: Session, system_id: UUID, findings: Sequence[Finding], concern: Concern, words: str, action: str
) -> None:
    read = session.reading().one("systems", system_id)
    (message,) = messages(read, findings, own=read.record.owner)
    assert (message.concern, plain_text(message.prose), message.action) == (concern, words, action)


def test_nothing_found_is_not_spoken_of(session: Session, system_id: UUID) -> None:
    read = session.reading().one("systems", system_id)
    assert messages(read, own=read.record.owner) == []


def test_the_gravest_is_told_at_a_field_and_what_the_value_itself_tells_before_it(
    session: Session, workspace: Workspace, system_id: UUID
) -> None:
    workspace.records.save("systems", system_id, {"rto_hours": 8, "longest_outage_hours": 4})
    read = session.reading().one("systems", system_id)
    found = (GRAVE, SAME_FIELD, ALONE, Finding("h", "h", "rto_hours", "Något annat."))
    told = remarks(REGISTERS["systems"], read, found)
    assert told.keys() == {"system_owner", "rto_hours"}
    assert told["system_owner"] == "Utse en ägare."
    assert "längre tid" in told["rto_hours"]


def test_a_finding_stands_at_its_field_also_where_the_field_is_empty_and_folded(
    page: RecordPage, workspace: Workspace, system_id: UUID
) -> None:
    workspace.records.save("systems", system_id, {"system_manager": {"function": "Förvaltare"}})
    page.show_record(system_id)
    sentence = "Systemansvarig saknar ersättare. Utse någon som kan rycka in."
    assert row(page, "deputy_manager").isVisible()
    assert sentence in shown(page)
    workspace.records.save("systems", system_id, {"deputy_manager": {"function": "Handläggare"}})
    assert sentence not in shown(page)
    workspace.records.save("systems", system_id, {"deputy_manager": None, "system_manager": None})
    assert row(page, "deputy_manager").isHidden()


def test_the_line_at_the_top_leads_to_the_gravest(page: RecordPage, system_id: UUID, qtbot: QtBot) -> None:
    page.show_record(system_id)
    notice = page.findChild(Notice)
    assert notice.accessibleName().startswith("Att åtgärda: utan systemansvarig, ")
    qtbot.mouseClick(notice.findChild(Button), Qt.MouseButton.LeftButton)
    assert row(page, "system_manager").is_editing


def test_what_lies_in_the_bin_is_only_said_to_lie_there(
    page: RecordPage, workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    workspace.records.delete("systems", [system_id])
    page.show_record(system_id)
    notice = page.findChild(Notice)
    assert notice.accessibleName().startswith("Ligger i papperskorgen. Togs bort 2026-11-22 ")
    assert notice.accessibleName().endswith(" av Kim Berg.")
    qtbot.mouseClick(notice.findChild(Button), Qt.MouseButton.LeftButton)
    assert not workspace.reading().one("systems", system_id).record.deleted


@pytest.mark.parametrize("kind", ["grannens", "bortkastad", "egen"])
def test_a_double_click_or_f2_on_a_value_that_is_locked_says_why(
    kind: str,
    page: RecordPage,
    session: Session,
    workspace: Workspace,
    received: Callable[..., UUID],
    qtbot: QtBot,
) -> None:
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    system = workspace.records.add("systems", {"name": "Kvarnen", "user_count": 5})
    if kind == "grannens":
        received("systems", system)
    elif kind == "bortkastad":
        workspace.records.delete("systems", [system])
    page.show_record(system)
    value = row(page, "user_count")
    qtbot.mouseClick(value, Qt.MouseButton.LeftButton)
    assert not said
    assert (value.editor is not None) == (kind == "egen")
    if kind == "egen":
        return
    qtbot.mouseDClick(value, Qt.MouseButton.LeftButton)
    qtbot.keyClick(value, Qt.Key.Key_F2)
    assert len(said) == 2
    message = page.findChildren(Notice)[0].shown()
    assert message is not None
    assert set(said) == {plain_text(message.prose)}
    begins = {"grannens": "Från Färgelanda kommun, delat 2026-03-02", "bortkastad": "Ligger i papperskorgen."}
    assert said[0].startswith(begins[kind])


def test_why_a_field_is_closed_is_said_where_the_page_says_nothing() -> None:
    assert why_closed([]) == "Fältet kan inte ändras här."
    assert why_closed([Message(Concern.PROBLEM, ("Utse en ägare.",), MEND)]) == "Fältet kan inte ändras här."
