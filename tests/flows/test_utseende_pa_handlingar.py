"""How papers come to look as the kommun's own: the steps of `utseende_pa_handlingar.feature`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.panels.paper_profiles import LookPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("utseende_pa_handlingar.feature")

LOOKS = "paper_profiles"
ARMS = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 12"><path d="M0 0H10V7L5 12 0 7Z" fill="#10549A"/></svg>'
)
ARMS_ON_PAPER = "0.063 0.329 0.604 rg"


@given(parsers.parse('ett register med systemet "{name}"'))
def system(register_path: Path, around: Surroundings, name: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    workspace.records.add("systems", {"name": name, "lifecycle": "i_drift", "purpose": "Stöd för vård och omsorg."})
    workspace.close()


@given(parsers.parse('att utseendet för "{name}" är öppet'))
def open_look(house: Any, hands: Any, register_path: Path, said: list[str], name: str) -> None:
    house.start(register_path)
    show(house, hands, said, {"name": name})


@given(parsers.parse('att utseendet för "{name}" har en trasig bild och är öppet'))
def open_broken_look(house: Any, hands: Any, register_path: Path, said: list[str], name: str) -> None:
    house.start(register_path)
    row = {**house.workspace.attachments.keep("vapen.png", b"trasig"), "purpose": "logotyp"}
    show(house, hands, said, {"name": name, "attachments": [row], "logotype_alt": "Vapen"})


def show(house: Any, hands: Any, said: list[str], values: dict[str, Any]) -> None:
    """Make a look of the own organisation and open its page."""
    own = str(house.workspace.file.info.organisation)
    look = house.workspace.records.add(LOOKS, {**values, "organisation": own})
    house.bench.session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    house.bench.session.guide.open_record(LOOKS, look)
    hands.rest()


@pytest.fixture
def said() -> list[str]:
    """What the window has said in its status row."""
    return []


def panel() -> LookPanel:
    return next(each for each in QApplication.allWidgets() if isinstance(each, LookPanel) and each.isVisible())


@when(parsers.parse('jag väljer bilden "{name}"'))
def choose(hands: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(ARMS if name.endswith("svg") else b"GIF89a")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    hands.press("Välj bild…")


@when(parsers.parse('jag skriver "{text}" i "{label}"'))
def write(hands: Any, text: str, label: str) -> None:
    hands.go_to(label)
    hands.write(text)


@when(parsers.parse('jag lägger till "{label}" med "{text}"'))
def add(hands: Any, label: str, text: str) -> None:
    hands.press("Lägg till …")
    hands.pick(label)
    hands.write(text)


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@when(parsers.parse('jag gör systemkortet för "{name}" som "{file}"'))
def make(house: Any, hands: Any, save_as: Callable[[Path], None], tmp_path: Path, name: str, file: str) -> None:
    save_as(tmp_path / file)
    house.bench.session.guide.open_paper("system_card", house.workspace.reading().named("systems", name))
    paper: DocumentWindow = house.papers[0]
    with house.qtbot.waitActive(paper):
        paper.activateWindow()
    house.qtbot.waitUntil(lambda: paper.pages.page_count() > 0)
    hands.press("Spara utkast…")
    house.qtbot.waitUntil((tmp_path / file).exists)


@then(parsers.parse('sägs det att "{sentence}"'))
def says(said: list[str], sentence: str) -> None:
    assert said[-1] == sentence


@then(parsers.parse('står det vid knappen "{words}"'))
def refuses(words: str) -> None:
    assert words in panel().refused.accessibleName()


@then(parsers.parse('står det på sidan "{words}"'))
def tells(words: str) -> None:
    assert words in panel().trouble.text()
    assert panel().trouble.isVisible()


@then("visas två sidor som de skrivs ut")
def shows_pages() -> None:
    pages = [label for label in panel().findChildren(QLabel) if not label.pixmap().isNull()]
    assert [page.isVisible() for page in pages] == [True, True]
    assert not panel().trouble.isVisible()


def drawn(path: Path) -> list[str]:
    return [page.get_contents().get_data().decode("ascii") for page in PdfReader(path).pages]


@then(parsers.parse('står vapnet på första sidan i "{file}"'))
def has_arms(tmp_path: Path, file: str) -> None:
    first, *others = drawn(tmp_path / file)
    assert ARMS_ON_PAPER in first
    assert not any(ARMS_ON_PAPER in other for other in others)


@then(parsers.parse('står inget vapen i "{file}"'))
def has_no_arms(tmp_path: Path, file: str) -> None:
    assert not any(ARMS_ON_PAPER in page for page in drawn(tmp_path / file))


@then(parsers.parse('"{words}" på varje sida i "{file}"'))
def on_every_page(tmp_path: Path, words: str, file: str) -> None:
    assert all(words in page.extract_text() for page in PdfReader(tmp_path / file).pages)
