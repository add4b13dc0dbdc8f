"""A samverkansärende as a user meets it: the steps of `samverkansarende.feature`."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.identifiers import municipality_id
from itadmin.services.attention import work_list
from itadmin.services.clock import Surroundings
from itadmin.services.cooperation_cases.standing import standings_of
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.allocation.window import AllocationWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("samverkansarende.feature")

CODES = ("1460", "1438", "1461")


def the(house: Any, register: str) -> Any:
    (key,) = house.workspace.reading().keys(register)
    return house.workspace.reading().one(register, key).record


def opened(house: Any) -> AllocationWindow:
    (window,) = house.bench.windows.of(AllocationWindow)
    found: AllocationWindow = window
    return found


def show(house: Any, hands: Any, register: str, key: UUID) -> None:
    house.bench.session.guide.open_record(register, key)
    hands.rest()


@given('ett register med ärendet "Gemensam drift" mellan Bengtsfors, Dals-Ed och Mellerud som kostar 900 000 kr')
def keep(house: Any, register_path: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    workspace = Workspace(open_register(register_path, "prov"), around)
    ids = [str(municipality_id(code)) for code in CODES]
    values = {"title": "Gemensam drift", "status": "utredning", "host": ids[0], "participants": ids}
    workspace.records.add("cooperation_cases", {**values, "annual_cost": 900_000_00})
    workspace.close()
    house.start(register_path)


@given(parsers.parse('att IT-chefsgruppen har beslutat "{title}" om det till "{due}"'))
def decide(house: Any, title: str, due: str) -> None:
    about = {"forum": "IT-chefsgruppen", "kind": "beslut", "cases": [str(the(house, "cooperation_cases").id)]}
    more = {"decided_on": "2026-11-01", "text": "Värdkommunen tar fram avtal.", "due": due}
    house.workspace.records.add("decisions", {"title": title, **about, **more})


@when('jag öppnar ärendet "Gemensam drift" och fyller på det vanliga')
def fill(house: Any, hands: Any) -> None:
    show(house, hands, "cooperation_cases", the(house, "cooperation_cases").id)
    hands.press("Fyll på det vanliga")


@when("jag fördelar kostnaden och öppnar fördelningens fönster")
def share(house: Any, hands: Any) -> None:
    hands.press("Fördela kostnaden")
    hands.rest()
    hands.press("Jämför och fastställ…")
    hands.rest()


@when('väljer modellen "Lika delar"')
def choose(house: Any, hands: Any) -> None:
    hands.choose(opened(house).controls.model, "Lika delar")
    hands.rest()


@when("fastställer fördelningen")
def adopt(hands: Any) -> None:
    hands.press("Fastställ…")
    hands.press("Fastställ")
    hands.rest()


@when("jag ångrar det")
def undo(house: Any, hands: Any) -> None:
    house.workspace.undo.undo()
    hands.rest()


@when(parsers.parse('jag markerar "{title}" som klart'))
def carry_out(house: Any, hands: Any, title: str) -> None:
    show(house, hands, "decisions", house.workspace.reading().named("decisions", title))
    hands.press("Markera som klart")
    hands.rest()


@then("har ingen av de 3 kommunerna tagit ställning")
def nobody(house: Any) -> None:
    standings = standings_of(house.workspace.reading(), the(house, "cooperation_cases"))
    assert [each.code for each in standings] == ["ej_svarat"] * 3
    assert all(each.record for each in standings)


@then(parsers.parse('bär varje kommun "{amount}" och fördelningen går inte att ändra'))
def carries(house: Any, amount: str) -> None:
    window = opened(house)
    rows = [str(row[3]) for row in window.table.sheet.rows[:3]]
    assert rows == ["30000000"] * 3
    assert amount == "300 000,00"
    assert (the(house, "allocations").status, window.controls.isVisible()) == ("faststalld", False)


@then("är fördelningen ett utkast")
def drafted(house: Any) -> None:
    assert the(house, "allocations").status == "utkast"
    assert opened(house).controls.isVisible()


@then(parsers.parse('står "{title}" på arbetslistan'))
def is_told(house: Any, title: str) -> None:
    assert title in [line.record for line in work_list(house.workspace.reading()).lines]


@then(parsers.parse('är arbetslistan fri från "{title}"'))
def is_not_told(house: Any, title: str) -> None:
    assert title not in [line.record for line in work_list(house.workspace.reading()).lines]
