"""The page of a samverkansärende: what the kommuner have said, its cost, its beslut, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace
from itadmin.ui.panels.allocations import AllocationsPanel, OutcomePanel
from itadmin.ui.panels.cooperation_cases.deeds import CaseDeedsPanel
from itadmin.ui.panels.cooperation_cases.stance_sheet import StanceSheet
from itadmin.ui.panels.cooperation_cases.stances import StancesPanel
from itadmin.ui.panels.decisions import DecisionsPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session

CODES = ("1460", "1438", "1461")
Seen = Callable[[Any], list[str]]
Press = Callable[[Any, str], None]


@pytest.fixture
def case(workspace: Workspace) -> UUID:
    ids = [str(municipality_id(code)) for code in CODES]
    values = {"title": "Gemensam drift", "status": "utredning", "host": ids[0], "participants": ids}
    return workspace.records.add("cooperation_cases", {**values, "annual_cost": 100_000_000})


@pytest.fixture
def page(page_of: Callable[[str], RecordPage], case: UUID) -> RecordPage:
    page = page_of("cooperation_cases")
    page.resize(900, 2400)
    page.show_record(case)
    return page


def part(page: RecordPage, kind: type[Any]) -> Any:
    return page.findChild(kind)


def say(workspace: Workspace, case: UUID, code: str, **values: str) -> UUID:
    about = {"case": str(case), "municipality": str(municipality_id(code))}
    return workspace.records.add("cooperation_stances", {**about, **values})


def test_who_has_said_what_is_summed_up(page: RecordPage, case: UUID, workspace: Workspace, seen: Seen) -> None:
    panel = part(page, StancesPanel)
    assert "0 av 3 är med. Bengtsfors, Dals-Ed och Mellerud har inte tagit ställning." in seen(panel)
    say(workspace, case, "1438", stance="med", decided_on="2026-10-12", paragraph="88")
    say(workspace, case, "1461", stance="avstar")
    page.show_record(case)
    words = seen(panel)
    assert "1 av 3 är med. Bengtsfors har inte tagit ställning. Mellerud avstår." in words
    assert "2026-10-12, §\N{NBSP}88" in words
    assert words.count("Bengtsfors") == 3


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (("med", "med"), "2 av 3 är med."),
        (("med", "med_forbehall"), "2 av 3 är med, varav 1 med förbehåll."),
        (("avstar", "med_forbehall"), "1 av 3 är med, med förbehåll."),
    ],
)
def test_a_reservation_is_told_apart_in_the_count(
    page: RecordPage, case: UUID, workspace: Workspace, seen: Seen, codes: tuple[str, str], told: str
) -> None:
    for kommun, code in zip(CODES[1:], codes, strict=True):
        say(workspace, case, kommun, stance=code)
    page.show_record(case)
    assert any(words.startswith(told) for words in seen(part(page, StancesPanel)))


def test_a_kommun_that_has_not_answered_begins_its_answer(
    page: RecordPage, case: UUID, press: Press, sheet_of: Any, workspace: Workspace
) -> None:
    press(part(page, StancesPanel), "Mellerud")
    sheet = sheet_of(page, StanceSheet)
    sheet.editors["stance"].show_plain("med")
    sheet.save()
    (made,) = workspace.reading().referring("cooperation_stances", "case", case)
    assert (made.record.municipality, made.record.stance) == (municipality_id("1461"), "med")


@pytest.mark.parametrize(("where", "words"), [(StancesPanel, "Bengtsfors"), (CaseDeedsPanel, "Svara…")])
def test_what_another_has_noted_of_the_own_kommun_is_answered_not_shown(
    page: RecordPage, case: UUID, press: Press, sheet_of: Any, workspace: Workspace, received: Callable[..., UUID],
    where: type[Any], words: str,
) -> None:  # fmt: skip
    noted = say(workspace, case, "1460", stance="med")
    received("cooperation_stances", noted)
    received("cooperation_cases", case)
    page.show_record(case)
    QApplication.processEvents()
    press(part(page, where), words)
    sheet = sheet_of(page, StanceSheet)
    sheet.editors["stance"].show_plain("avstar")
    sheet.save()
    said = {read.record.id: read.record for read in workspace.reading().referring("cooperation_stances", "case", case)}
    made: Any = said.pop(next(key for key in said if key != noted))
    assert (made.owner, made.municipality, made.stance) == (municipality_id("1460"), municipality_id("1460"), "avstar")
    assert [record.id for record in said.values()] == [noted]
    page.show_record(case)
    press(part(page, CaseDeedsPanel), "Ändra svaret…")
    assert sheet_of(page, StanceSheet).editors["stance"].plain() == "avstar"


def test_the_usual_is_filled_in_as_one_step(page: RecordPage, case: UUID, press: Press, workspace: Workspace) -> None:
    press(part(page, CaseDeedsPanel), "Fyll på det vanliga")
    assert len(workspace.reading().referring("cooperation_stances", "case", case)) == 3
    found: Any = workspace.reading().one("cooperation_cases", case).record
    assert (len(found.proposals), len(found.timetable)) == (4, 5)
    workspace.undo.undo()
    assert workspace.reading().referring("cooperation_stances", "case", case) == []


def test_what_would_be_filled_in_and_what_the_paper_lacks_is_said(
    page: RecordPage, case: UUID, press: Press, workspace: Workspace
) -> None:
    panel = part(page, CaseDeedsPanel)
    usual, _stop, lacks = panel.told.text().partition(". ")
    assert usual == "Fyll på det vanliga: 3 ställningstaganden, 4 att-satser och 5 steg i tidplanen"
    assert lacks.startswith("Tjänsteskrivelsen saknar vem som beslutar, diarienummer, förslag till beslut, syftet,")
    press(panel, "Fyll på det vanliga")
    page.show_record(case)
    assert not panel.fill.isVisible()
    assert panel.told.text() == "Tjänsteskrivelsen saknar diarienummer, syftet, bakgrunden och konsekvenserna."
    texts = dict.fromkeys(("purpose", "background", "consequences"), "Text.")
    workspace.records.save("cooperation_cases", case, {**texts, "registry_number": "KS 1"})
    page.show_record(case)
    assert not panel.told.isVisible()


def test_a_timetable_without_days_shows_where_they_are_missing(
    page: RecordPage, case: UUID, workspace: Workspace, seen: Seen
) -> None:
    workspace.records.save("cooperation_cases", case, {"timetable": [{"step": "Kartlägg", "responsible": "IT-chef"}]})
    page.show_record(case)
    words = seen(page)
    assert {"Kartlägg", "Planerat", "IT-chef"} <= set(words)
    assert "Klart" not in words


def test_the_cost_is_shared_and_shown(page: RecordPage, case: UUID, press: Press, session: Session, seen: Seen) -> None:
    asked: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda *place: asked.append(place))
    press(part(page, CaseDeedsPanel), "Fördela kostnaden")
    ((register, made),) = asked
    assert register == "allocations"
    page.show_record(case)
    assert {"Befolkning", "1\N{NBSP}000\N{NBSP}000\N{NBSP}kr", "Utkast"} <= set(seen(part(page, AllocationsPanel)))
    assert session.reading().one("allocations", made).label == "Kostnadsfördelning Gemensam drift"


def test_the_agreement_is_made_once_and_then_shown(
    page: RecordPage, case: UUID, press: Press, session: Session
) -> None:
    asked: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda *place: asked.append(place))
    press(part(page, CaseDeedsPanel), "Gör samverkansavtal")
    page.show_record(case)
    press(part(page, CaseDeedsPanel), "Visa samverkansavtalet")
    assert asked[0] == asked[1]
    assert asked[0][0] == "agreements"


def test_the_decision_paper_is_asked_for(page: RecordPage, case: UUID, press: Press, session: Session) -> None:
    asked: list[tuple[str, object]] = []
    session.guide.paper_wanted.connect(lambda kind, key: asked.append((kind, key)))
    press(part(page, CaseDeedsPanel), "Tjänsteskrivelse…")
    assert asked == [("decision_paper", case)]


def test_a_case_that_is_over_is_only_read(page: RecordPage, case: UUID, workspace: Workspace, seen: Seen) -> None:
    workspace.records.save("cooperation_cases", case, {"status": "avslutat"})
    page.show_record(case)
    assert seen(part(page, CaseDeedsPanel)) == ["Tjänsteskrivelse…"]


def test_beslut_about_it_are_listed_and_done_ones_folded(
    page: RecordPage, case: UUID, workspace: Workspace, seen: Seen
) -> None:
    about = {"forum": "IT-chefsgruppen", "kind": "beslut", "cases": [str(case)]}
    more = {"responsible_function": "IT-chef", "due": "2026-12-10", "decided_on": "2026-10-01"}
    workspace.records.add("decisions", {"title": "Ta fram avtal", **about, **more})
    workspace.records.add("decisions", {"title": "Utred", **about, "status": "klart"})
    page.show_record(case)
    words = seen(part(page, DecisionsPanel))
    assert {"Ta fram avtal", "IT-chef", "2026-12-10", "Visa 1 beslut som är klart"} <= set(words)
    assert "Utred" not in words


def test_a_beslut_is_carried_out_from_its_page(
    page_of: Callable[[str], RecordPage], workspace: Workspace, press: Press
) -> None:
    key = workspace.records.add("decisions", {"title": "Ta fram avtal", "kind": "beslut"})
    page = page_of("decisions")
    page.show_record(key)
    press(page, "Markera som klart")
    QApplication.processEvents()
    done: Any = workspace.reading().one("decisions", key).record
    assert (done.status, done.done_on) == ("klart", workspace.reading().day)


@pytest.mark.parametrize(
    ("values", "offered"),
    [
        ({"kind": "beslut"}, True),
        ({"kind": "remiss", "status": "oppet"}, True),
        ({"kind": "information"}, False),
        ({"kind": "information", "status": "oppet"}, True),
        ({"kind": ""}, True),
        ({"kind": "beslut", "status": "klart"}, False),
    ],
    ids=str,
)
def test_what_only_informs_or_is_done_is_not_to_be_carried_out_but_stands_in_the_minutes(
    page_of: Callable[[str], RecordPage], session: Session, seen: Seen, values: dict[str, str], offered: bool
) -> None:
    key = session.workspace.records.add("decisions", {"title": "Läget", "forum": "IT-chefsgruppen", **values})
    page = page_of("decisions")
    page.show_record(key)
    assert ("Markera som klart" in seen(page)) == offered
    asked: list[str] = []
    session.guide.paper_wanted.connect(lambda kind, _record: asked.append(kind))
    page.make_paper()
    assert asked == ["meeting_minutes"]


def test_a_fordelning_tells_its_parts_on_its_page(
    page_of: Callable[[str], RecordPage], workspace: Workspace, seen: Seen
) -> None:
    rows = [{"municipality": code} for code in CODES]
    values = {"title": "Drift", "amount": 10_000, "model": "LIKA", "participants": rows}
    key = workspace.records.add("allocations", values)
    page = page_of("allocations")
    page.resize(900, 1600)
    page.show_record(key)
    words = seen(part(page, OutcomePanel))
    assert {"Dals-Ed", "33,34", "33,33", "100,00"} <= set(words)
    workspace.records.save("allocations", key, {"participants": []})
    page.show_record(key)
    assert "Ange vilka kommuner som deltar." in seen(part(page, OutcomePanel))


def test_an_agreement_that_several_share_offers_to_share_its_cost(
    page_of: Callable[[str], RecordPage], workspace: Workspace
) -> None:
    ids = [str(municipality_id(code)) for code in CODES]
    page = page_of("agreements")
    page.resize(900, 2400)
    shared = workspace.records.add("agreements", {"title": "Driftavtal", "connected_municipalities": ids})
    alone = workspace.records.add("agreements", {"title": "Licensavtal"})
    for key, is_shown in ((shared, True), (alone, False)):
        page.show_record(key)
        QApplication.processEvents()
        assert part(page, AllocationsPanel).isVisible() is is_shown


def test_a_cost_that_begins_another_day_than_the_goal_is_told(
    workspace: Workspace, page_of: Callable[[str], RecordPage], case: UUID
) -> None:
    workspace.records.save("cooperation_cases", case, {"goal_on": "2028-02-01"})
    shared = {"title": "Fördelning", "case": str(case), "status": "utkast", "period_starts": "2027-01-01"}
    workspace.records.add("allocations", shared)
    page = page_of("cooperation_cases")
    page.show_record(case)
    deeds = page.findChild(CaseDeedsPanel)
    assert deeds is not None
    assert deeds.told.text().endswith("Målet nås 2028-02-01, men kostnadsfördelningen börjar 2027-01-01.")
