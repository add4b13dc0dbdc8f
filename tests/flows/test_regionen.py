"""Two kommuner and what they have in common, as a user meets it: the steps of `regionen.feature`."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.identifiers import municipality_id
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.neighbours import neighbours
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.matching.window import MatchingWindow
from itadmin.ui.samverkan.window import SamverkanWindow
from itadmin.ui.sharing.receive_words import CONFIRMED

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("regionen.feature")

OWN, NEIGHBOUR = municipality_id("1460"), municipality_id("1461")


def one(house: Any, kind: type) -> Any:
    (window,) = house.bench.windows.of(kind)
    return window


def open_window(house: Any, hands: Any, command: str, kind: type) -> Any:
    house.window.commands[command].trigger()
    hands.rest()
    return one(house, kind)


def systems_of(house: Any, owner: UUID) -> list[UUID]:
    found: list[UUID] = house.workspace.reading().keys("systems", ListQuery(owner=owner))
    return found


@given(
    parsers.parse('att Mellerud har "{system}" med {users:d} användare och "{other}"'), target_fixture="their_register"
)
def theirs(tmp_path: Path, around: Surroundings, system: str, users: int, other: str) -> Path:
    path = tmp_path / "mellerud.itadmin"
    create(path, "1461", "", around).close()
    workspace = Workspace(open_register(path, "prov"), around)
    workspace.records.add("systems", {"name": system, "lifecycle": "i_drift", "user_count": users})
    workspace.records.add("systems", {"name": other, "lifecycle": "i_drift"})
    workspace.close()
    return path


@given(parsers.parse('att Bengtsfors har "{system}" som också kallas "{alias}"'))
def ours(register_path: Path, around: Surroundings, system: str, alias: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    workspace.records.add("systems", {"name": system, "aliases": alias, "lifecycle": "i_drift"})
    members = [str(OWN), str(NEIGHBOUR)]
    workspace.records.add("regions", {"name": "Dalsland", "members": members})
    workspace.close()


@when("Mellerud delar med grannar", target_fixture="share_path")
def share(house: Any, hands: Any, their_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "mellerud.itdelning"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    house.start(their_register)
    assert house.workspace.path == their_register
    house.window.commands["share"].trigger()
    for name in ("Nästa", "Spara filen…", "Stäng"):
        hands.press(name)
    house.close()
    return path


@when("Bengtsfors jämför fingeravtrycket och tar emot filen")
def receive(house: Any, hands: Any, register_path: Path, share_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: ([str(share_path)], ""))
    house.start(register_path)
    assert house.workspace.path == register_path
    house.window.commands["receive"].trigger()
    for name in ("Välj filer…", CONFIRMED, "Granska", "Genomför", "Stäng"):
        hands.press(name)


@when("jag svarar på matchningen att de är samma system")
def answer(house: Any, hands: Any) -> None:
    window = open_window(house, hands, "matching", MatchingWindow)
    assert window.pair.names() == ("Procapita Vård", "Procapita")
    window.same.click()
    hands.rest()
    window.close()


@when(parsers.parse('jag startar ett samverkansärende om "{system}"'))
def begin(house: Any, hands: Any, system: str) -> None:
    window = one(house, SamverkanWindow)
    assert window.row.name == system
    window.panel.begin.click()
    hands.rest()
    hands.press("Starta ärendet")


@when("jag ångrar ärendet, svaret och mottagandet")
def undo(house: Any, hands: Any) -> None:
    for sees_what_goes in (True, False, False):
        house.window.commands["undo"].trigger()
        if sees_what_goes:
            hands.press("Genomför")
        hands.rest()


@then(parsers.parse('är Melleruds "{system}" skrivskyddat hos Bengtsfors'))
def is_locked(house: Any, system: str) -> None:
    reads = house.workspace.reading().many("systems", systems_of(house, NEIGHBOUR))
    assert {read.label: read.record.owner for read in reads.values()}[system] == NEIGHBOUR


@then(parsers.parse("Bengtsfors har fortfarande {number:d} system"))
def still(house: Any, number: int) -> None:
    assert house.workspace.reading().count("systems") == len(systems_of(house, OWN)) == number


@then(parsers.parse('står "{system}" i matrisen hos både Bengtsfors och Mellerud'))
def in_matrix(house: Any, hands: Any, system: str) -> None:
    window = open_window(house, hands, "samverkan", SamverkanWindow)
    (row,) = [row for row in window.model.matrix.rows if row.name == system]
    assert set(row.cells) == {OWN.bytes, NEIGHBOUR.bytes}


@then("deltar Bengtsfors och Mellerud i ärendet")
def takes_part(house: Any) -> None:
    reading = house.workspace.reading()
    (case,) = reading.many("cooperation_cases", reading.keys("cooperation_cases")).values()
    assert set(case.record.participants) == {OWN, NEIGHBOUR}


@then("finns inget kvar från Mellerud")
def is_gone(house: Any) -> None:
    reading = house.workspace.reading()
    assert (systems_of(house, NEIGHBOUR), neighbours(reading)) == ([], ())
    assert [reading.count(register) for register in ("matches", "cooperation_cases")] == [0, 0]
