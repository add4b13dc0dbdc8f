"""An IT-policy from what is missing to a paper for decision: the steps of `it_policy.feature`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.identifiers import municipality_id
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.document.window import DocumentWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("it_policy.feature")

Table = Sequence[Sequence[str]]
BENGTSFORS, AMAL = (str(municipality_id(code)) for code in ("1460", "1492"))
TITLE = "IT-policy med strategier"


@given("en IT-policy för Bengtsfors och Åmål som inte är färdig")
def unfinished(register_path: Path, around: Surroundings) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    records = workspace.records
    policy = {"title": TITLE, "template": "it_policy", "municipalities": [BENGTSFORS, AMAL]}
    period = {"valid_from": "2027-01-01", "valid_until": "2031-12-31", "responsible_function": "IT-chefsgruppen"}
    document = str(records.add("steering_documents", {**policy, **period}))
    decided = {"decided_on": "2026-10-28", "paragraph": "88", "registry_number": "KS 2026/0211"}
    about = {"document": document, "municipality": BENGTSFORS, "body": "KF", "status": "faststalld"}
    records.add("steering_decisions", {**about, **decided})
    chapter = {"document": document, "heading": "Riktlinjer", "key": "riktlinjer", "manner": "ersatter"}
    records.add("steering_chapters", {**chapter, "text": "Våra egna ord om IT.\n\n{{mal}}"})
    system = str(records.add("systems", {"name": "Samverkansportalen", "lifecycle": "i_drift"}))
    for kommun in (BENGTSFORS, AMAL):
        records.add("cooperation_levels", {"system": system, "municipality": kommun, "level": "4"})
    workspace.close()


@given("att dess dokument är öppet")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    document = house.workspace.reading().named("steering_documents", TITLE)
    house.bench.session.guide.open_paper("it_policy", document)
    paper: DocumentWindow = house.papers[0]
    with house.qtbot.waitActive(paper):
        paper.activateWindow()
    house.qtbot.waitUntil(lambda: paper.pages.page_count() > 0)
    hands.rest()


def lacking(house: Any) -> list[str]:
    """What the window says is missing, in its order."""
    paper: DocumentWindow = house.papers[0]
    return [need.label for need in paper.needs._needs.values() if need.is_missing]


@then("saknar policyn")
def lacks(house: Any, datatable: Table) -> None:
    house.qtbot.waitUntil(lambda: lacking(house) == [row[0] for row in datatable])


@then("saknar policyn ingenting")
def lacks_nothing(house: Any) -> None:
    house.qtbot.waitUntil(lambda: lacking(house) == [])


@when(parsers.parse('jag fyller i "{label}" med "{value}"'))
def fill_in(hands: Any, label: str, value: str) -> None:
    hands.press(f"Fyll i {label.lower()}")
    hands.write(value)


@when(parsers.parse('jag skapar handlingen som "{name}"'))
def make(house: Any, hands: Any, save_as: Callable[[Path], None], tmp_path: Path, name: str) -> None:
    save_as(tmp_path / name)
    hands.press("Skapa PDF")
    house.qtbot.waitUntil((tmp_path / name).exists)


def words_in(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@then(parsers.parse('står i "{name}"'))
def says(tmp_path: Path, name: str, datatable: Table) -> None:
    words = words_in(tmp_path / name)
    assert [row[0] for row in datatable if row[0] not in words] == []


@then(parsers.parse('inte "{word}" i "{name}"'))
def does_not_say(tmp_path: Path, word: str, name: str) -> None:
    assert word not in words_in(tmp_path / name)
