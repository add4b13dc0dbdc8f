"""A neighbour's file on its way from one window to another: the steps of `delning.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.identifiers import municipality_id
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.reading import ListQuery
from itadmin.services.receiving.parcels import read_parcel
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.sharing.arrived import NEW
from itadmin.ui.sharing.receive_dialog import ReceiveDialog
from itadmin.ui.widgets.roles import Role, Standing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("delning.feature")

OWNER = municipality_id("1439")


@given(parsers.parse('Färgelandas register med systemet "{system}" och personen "{person}"'), target_fixture="theirs")
def their_register(tmp_path: Path, around: Surroundings, system: str, person: str) -> Path:
    path = tmp_path / "fargelanda.itadmin"
    create(path, "1439", "", around).close()
    workspace = Workspace(open_register(path, "prov"), around)
    workspace.records.add("systems", {"name": system})
    workspace.records.add("people", {"name": person})
    workspace.close()
    return path


@when(parsers.parse('jag öppnar Färgelandas register och delar med profilen "{profile}"'), target_fixture="share_path")
def share_it(
    house: Any, hands: Any, theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, profile: str
) -> Path:
    path = tmp_path / "ut.itdelning"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    house.start(theirs)
    assert house.workspace.path == theirs
    house.window.commands["share"].trigger()
    hands.press(f"Vem ska ta emot?: {profile}")
    hands.press("Nästa")
    hands.press("Spara filen…")
    return path


@then("säger guiden att filen är sparad och kontrollerad")
def is_shared(house: Any, hands: Any) -> None:
    assert "Delningsfil nr 1 är sparad och kontrollerad." in words_shown()
    hands.press("Stäng")
    house.close()


@when("jag öppnar mitt eget register och släpper filen på fönstret")
def drop_it(house: Any, hands: Any, register_path: Path, share_path: Path) -> None:
    house.start(register_path)
    assert house.workspace.path == register_path
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(share_path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(house.window.frame, QDragEnterEvent(QPoint(1, 1), *how))
    QApplication.sendEvent(house.window.frame, QDropEvent(QPointF(1, 1), *how))
    hands.rest()


@then("säger guiden vems filen är och vilket fingeravtryck den har")
def is_known(share_path: Path) -> None:
    parcel = read_parcel(share_path)
    assert parcel.sender_name == "Färgelanda kommun"
    assert parcel.fingerprint in words_shown()


@when(parsers.parse('jag trycker på "{button}"'))
def press(hands: Any, button: str) -> None:
    hands.press(button)


@then(parsers.parse('är "{name}" bland det nya men inte "{other}"'))
def is_new(house: Any, name: str, other: str) -> None:
    (dialog,) = house.window.frame.findChildren(ReceiveDialog)
    rows = dialog.review_page.tables[NEW].rows
    labels = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert name in labels
    assert other not in labels


@then("har jag inget från Färgelanda")
def has_nothing(house: Any) -> None:
    assert house.workspace.reading().keys("systems", ListQuery(all_owners=True, owner=OWNER)) == []


@when(parsers.parse('jag visar systemen från "{name}"'))
def show_theirs(house: Any, hands: Any, name: str) -> None:
    house.bench.show_register("systems")
    hands.rest()
    hands.press("Vems poster som visas: Egna")
    hands.pick(name)


@then(parsers.parse('står "{name}" i listan med lås, och sidan säger att det är skrivskyddat'))
def is_locked(house: Any, name: str) -> None:
    index = house.bench.page.model.index(0, 0)
    assert (index.data(), index.data(Role.STANDING)) == (name, Standing.FOREIGN)
    assert any(words.startswith("Från Färgelanda kommun, delat ") for words in words_shown())


@when("jag ångrar")
def undo(house: Any, hands: Any) -> None:
    house.window.commands["undo"].trigger()
    hands.rest()


def words_shown() -> list[str]:
    return [each.text() for each in QApplication.allWidgets() if isinstance(each, QLabel) and each.isVisible()]
