"""An agreement's term drawn, explained and told as a table."""

from collections.abc import Callable
from dataclasses import astuple
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.registers.agreement_rows import OptionRow
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.workspace import Workspace
from itadmin.ui.panels.agreements.term import TermPanel
from itadmin.ui.panels.agreements.term_drawing import coming_terms, term_bar_data
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.term_bar import TermBar
from itadmin.ui.widgets.term_data import BlockKind, TermFlag

TODAY = date(2026, 11, 22)


def test_the_bar_has_what_is_agreed_the_renewals_and_the_flag() -> None:
    agreement = Agreement(
        title="Avtal", starts_on=date(2024, 1, 1), first_term_months=36, renewal_months=12, notice_months=6
    )
    data = term_bar_data(agreement, term_state(agreement, TODAY), TODAY)
    assert [block.kind for block in data.blocks] == [BlockKind.FIRST, *[BlockKind.RENEWAL] * (len(data.blocks) - 1)]
    assert data.blocks[0].label == "Avtalad tid"
    assert data.flag is not None
    assert data.notice is not None


def test_an_open_ended_term_has_no_end_on_the_bar() -> None:
    agreement = Agreement(title="Avtal", starts_on=date(2024, 1, 1), open_ended=True, notice_months=3)
    data = term_bar_data(agreement, term_state(agreement, TODAY), TODAY)
    assert data.blocks[0].open_ended
    assert data.blocks[0].label == "Tills vidare"


def test_the_term_is_explained_in_words_with_the_days_in_bold(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement: UUID, seen: Callable[[QWidget], list[str]]
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(TermPanel)
    assert panel.isHidden()
    term = {"starts_on": "2025-01-01", "first_term_months": 36, "renewal_months": 12, "notice_months": 6}
    workspace.records.save("agreements", agreement, term)
    assert panel.isVisible()
    told = " ".join(seen(panel.findChild(CalculationBox)))
    assert "Sista dag att säga upp är 2027-06-30" in told
    assert "2027-06-30" in panel.findChild(TermBar).accessibleName() + panel.findChild(TermBar).accessibleDescription()


@pytest.mark.parametrize(
    ("status", "sentence"), [("upphort", "Avtalet har upphört."), ("ersatt", "Avtalet är ersatt av ett annat.")]
)
def test_nothing_is_to_be_decided_about_an_agreement_that_is_over(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    seen: Callable[[QWidget], list[str]],
    status: str,
    sentence: str,
) -> None:
    page = page_of("agreements")
    term = {"starts_on": "2025-01-01", "first_term_months": 36, "renewal_months": 12, "notice_months": 6}
    workspace.records.save("agreements", agreement, {**term, "status": status})
    page.show_record(agreement)
    panel = page.findChild(TermPanel)
    assert not panel.findChild(TermBar).isVisible()
    told = " ".join(seen(panel))
    assert sentence in told
    assert "2027-06-30" not in told


def test_without_notice_the_flag_stands_on_the_day_when_the_option_is_decided() -> None:
    options = (OptionRow(months=12, decision_day=date(2027, 8, 31)), OptionRow(months=12))
    agreement = Agreement(title="Avtal", starts_on=date(2024, 3, 1), first_term_months=48, options=options)
    data = term_bar_data(agreement, term_state(agreement, TODAY), TODAY)
    assert [block.label for block in data.blocks] == ["Avtalad tid", "Option 1", "Option 2"]
    assert data.flag == TermFlag(date(2027, 8, 31), "option 1 beslutas senast")
    assert data.notice is None


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (
            {"first_term_months": 36, "renewal_months": 12, "notice_months": 3},
            [
                ("Avtalad tid", "2026-12-31", "2026-09-30", "", ""),
                ("Förlängning 1", "2027-12-31", "2027-09-30", "", ""),
                ("Förlängning 2", "2028-12-31", "2028-09-30", "", "om ej uppsagt"),
                ("Förlängning 3", "2029-12-31", "2029-09-30", "", "om ej uppsagt"),
                ("Förlängning 4", "2030-12-31", "2030-09-30", "", "om ej uppsagt"),
            ],
        ),
        (
            {"first_term_months": 36, "options": (OptionRow(months=24, decision_day=date(2026, 12, 1)),)},
            [
                ("Avtalad tid", "2026-12-31", "", "", ""),
                ("Option 1", "2028-12-31", "", "2026-12-01", "om utnyttjad"),
            ],
        ),
        ({"open_ended": True, "notice_months": 3}, [("Tills vidare", "", "", "", "")]),
        ({"first_term_months": 12}, []),
    ],
)
def test_the_terms_to_come_are_told_with_their_days(
    terms: dict[str, Any], told: list[tuple[str, str, str, str, str, str]]
) -> None:
    agreement = Agreement(title="Avtal", starts_on=date(2024, 1, 1), **terms)
    assert [astuple(term) for term in coming_terms(term_state(agreement, TODAY), TODAY)] == told


def test_terms_of_a_hundred_years_are_told_too() -> None:
    agreement = Agreement(
        title="Avtal", starts_on=date(1990, 1, 1), first_term_months=1200, renewal_months=1200, notice_months=12
    )
    assert len(coming_terms(term_state(agreement, TODAY), TODAY)) == 5


def test_the_page_has_the_table_and_the_working_day_to_act_on(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    seen: Callable[[QWidget], list[str]],
) -> None:
    term = {"starts_on": "2024-03-01", "first_term_months": 39, "renewal_months": 12, "notice_months": 3}
    workspace.records.save("agreements", agreement, term)
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(TermPanel)
    assert {"Period", "Avtalad tid", "2027-05-31", "2027-02-28", "Förlängning 1"} <= set(seen(panel))
    told = panel.findChild(CalculationBox).accessibleName()
    assert "söndag" in told
    assert "fredag 2027-02-26" in told
    workspace.records.save("agreements", agreement, {"renewal_months": 24})
    assert "2029-05-31" in seen(panel)


def test_nothing_of_the_term_is_cut_in_a_narrow_page(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement: UUID, qtbot: QtBot
) -> None:
    term = {"starts_on": "2024-03-01", "first_term_months": 36, "renewal_months": 12, "notice_months": 3}
    workspace.records.save("agreements", agreement, term)
    page = page_of("agreements")
    page.resize(480, 900)
    page.show_record(agreement)
    panel = page.findChild(TermPanel)
    bar = panel.findChild(TermBar)
    qtbot.waitUntil(lambda: bar.height() == bar.heightForWidth(bar.width()))
    qtbot.waitUntil(lambda: panel.height() == panel.heightForWidth(panel.width()))
    words = [
        label for label in panel.findChildren(Label) if label.isVisible() and label.text() and not label.wordWrap()
    ]
    assert "om ej uppsagt" in [label.text() for label in words]
    assert [label.text() for label in words if label.width() < label.sizeHint().width()] == []
