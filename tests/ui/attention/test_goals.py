"""Goals on the start page: how many are reached, those that are behind, and the ways to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.goals import Standing
from itadmin.domain.filters import Condition
from itadmin.domain.views import ListView
from itadmin.services.goals.words import come_words, overview_words
from itadmin.ui.attention.page import StartPage
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.session import Session

Add = Callable[..., UUID]


@pytest.fixture
def goal(session: Session) -> Add:
    """Adds a goal that half of the systems have come to."""
    records = session.workspace.records
    records.add("systems", {"name": "Lifecare", "lifecycle": "i_drift", "system_owner": {"function": "Socialchef"}})
    records.add("systems", {"name": "Ekot", "lifecycle": "i_drift"})
    policy = records.add("steering_documents", {"title": "IT-policy", "status": "faststalld"})

    def add(**values: Any) -> UUID:
        usual: dict[str, Any] = {
            "wording": "Alla system har en systemägare.",
            "document": str(policy),
            "year": 2028,
            "measure": "andel_systemagare",
            "target_percent": 10_000,
        }
        return records.add("goals", {**usual, **values})

    return add


@pytest.fixture
def page(session: Session, goal: Add, qtbot: QtBot, start_page: Callable[[Session], StartPage]) -> StartPage:
    """The page in a large window, with one goal on its way, one behind and one that is reached."""
    goal()
    goal(wording="Alla vet vad som gäller.", measure=None, year=2024, target_percent=None)
    goal(wording="Hälften har en systemägare.", target_percent=5000)
    start = start_page(session)
    qtbot.addWidget(start)
    start.set_step(WidthStep.WIDE)
    start.resize(1400, 900)
    start.show()
    start.refresh()
    return start


def words_of(page: StartPage) -> list[str]:
    return [label.text() for label in page.goals.findChildren(QLabel) if label.isVisible()]


def links(page: StartPage) -> dict[str, QPushButton]:
    return {link.accessibleName(): link for link in page.goals.findChildren(QPushButton) if link.isVisible()}


def test_those_that_are_not_reached_stand_with_the_ones_behind_first(page: StartPage) -> None:
    assert page.goals.isVisible()
    assert words_of(page) == ["Mål", "Efter · 2024", "På väg · 50\u00a0% av 100\u00a0% · 2028"]
    assert list(links(page)) == [
        "1 av 3 mål uppnådda, 1 efter",
        "Alla vet vad som gäller. Efter · 2024",
        "Alla system har en systemägare. På väg · 50\u00a0% av 100\u00a0% · 2028",
    ]


def test_a_goal_is_opened_with_a_click(page: StartPage, session: Session, qtbot: QtBot) -> None:
    link = links(page)["Alla vet vad som gäller. Efter · 2024"]
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    register, record_id = wanted.args[:2]
    assert register == "goals"
    assert session.reading().label("goals", record_id) == "Alla vet vad som gäller."


def test_the_figure_leads_to_the_list_of_the_goals_that_count(page: StartPage, session: Session, qtbot: QtBot) -> None:
    (policy,) = session.reading().keys("steering_documents")
    link = page.figures._goals.link
    assert link.accessibleName() == "1 av 3 mål uppnådda, 1 efter"
    for follow in (link, links(page)["1 av 3 mål uppnådda, 1 efter"]):
        follow.setFocus()
        with qtbot.waitSignal(session.guide.list_wanted) as wanted:
            QTest.keyClick(follow, Qt.Key.Key_Return)
        assert wanted.args == ["goals", ListView(conditions=(Condition("document", "one_of", (str(policy),)),))]


def test_with_a_goal_of_no_document_all_are_listed(page: StartPage, session: Session, goal: Add, qtbot: QtBot) -> None:
    goal(document=None)
    page.refresh()
    with qtbot.waitSignal(session.guide.list_wanted) as wanted:
        page.figures._goals.link.click()
    assert wanted.args == ["goals", ListView()]


def test_without_goals_nothing_is_said_of_them(
    session: Session, qtbot: QtBot, start_page: Callable[[Session], StartPage]
) -> None:
    start = start_page(session)
    qtbot.addWidget(start)
    start.set_step(WidthStep.WIDE)
    start.resize(1400, 900)
    start.show()
    start.refresh()
    assert start.goals.isHidden()
    assert start.figures._goals.isHidden()


def test_in_a_low_window_only_the_figures_tell_of_goals(page: StartPage) -> None:
    page.resize(1400, 640)
    assert page.goals.isHidden()
    assert page.figures._goals.isVisible()


@pytest.mark.parametrize(
    ("standings", "words"),
    [
        ([Standing.REACHED], ("1 av 1", "mål uppnått")),
        ([Standing.REACHED, Standing.UNDER_WAY, Standing.DROPPED], ("1 av 2", "mål uppnådda")),
        ([Standing.BEHIND, Standing.UNMEASURED, Standing.BEHIND], ("0 av 3", "mål uppnådda, 2 efter")),
    ],
)
def test_goals_are_summed_up_in_a_few_words(standings: list[Standing], words: tuple[str, str]) -> None:
    assert overview_words(standings) == words


@pytest.mark.parametrize(
    ("value", "target", "words"),
    [
        (6578, 9500, "65,7\u00a0% av 95\u00a0%"),
        (9999, None, "99,9\u00a0%"),
        (None, 9500, ""),
        (0, 0, "0\u00a0% av 0\u00a0%"),
    ],
)
def test_how_far_of_how_far(value: int | None, target: int | None, words: str) -> None:
    assert come_words(value, target) == words
