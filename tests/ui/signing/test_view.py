"""The signatures of a PDF on the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from itadmin.services.signatures import SignatureSeen
from itadmin.ui.look.look import Look
from itadmin.ui.signing.view import SignaturesView
from itadmin.ui.widgets.chip import ChipKind

SEEN = SignatureSeen(
    "underskrift",
    "hel",
    name="Åsa Öberg",
    organisation="Melleruds kommun",
    issuer="Kommunernas CA",
    claimed_at=datetime(2026, 11, 22, 13, 5, tzinfo=UTC),
    reason="Avtal ingås",
    place="Mellerud",
)


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> SignaturesView:
    view = SignaturesView(look)
    qtbot.addWidget(view)
    view.resize(420, 400)
    return view


def test_who_when_and_what_it_is_worth_are_shown(view: SignaturesView) -> None:
    view.show_signatures([SEEN])
    (line,) = view.lines
    assert view.isVisible()
    assert line.name.text() == "Åsa Öberg, Melleruds kommun"
    assert (line.chip.kind, line.chip.text()) == (ChipKind.SIGNED, "Hel")
    assert line.about.text().endswith("enligt undertecknarens dator · Avtal ingås · Mellerud")
    assert line.told.text().startswith("Det som skrevs under är oförändrat.")
    assert line.accessibleName() == "Åsa Öberg, Melleruds kommun: Hel"


@pytest.mark.parametrize(
    ("state", "kind"),
    [("andrad", ChipKind.CONFLICT), ("skadad", ChipKind.PROBLEM), ("okand", ChipKind.INFORMATION)],
)
def test_what_is_not_whole_looks_otherwise(view: SignaturesView, state: str, kind: ChipKind) -> None:
    view.show_signatures([replace(SEEN, state=state, later="andringar")])
    assert view.lines[0].chip.kind is kind


def test_a_timestamp_is_told_as_one(view: SignaturesView) -> None:
    view.show_signatures([replace(SEEN, kind="tidsstampel")])
    assert view.lines[0].name.text() == "Tidsstämpel, Åsa Öberg, Melleruds kommun"


def test_others_take_the_place_of_those_that_were(view: SignaturesView) -> None:
    view.show_signatures([SEEN, SEEN])
    view.show_signatures([replace(SEEN, name="Örjan Ek")])
    assert [line.name.text() for line in view.lines] == ["Örjan Ek, Melleruds kommun"]
    view.show_signatures([])
    assert not view.isVisible()
