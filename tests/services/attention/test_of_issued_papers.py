"""A handling that was sent and does not come back is told, and the agreement it is about is not told beside it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]
SENT, PATIENT, LATE = date(2026, 10, 1), date(2026, 10, 30), date(2026, 10, 31)


@pytest.fixture
def paper(workspace: Workspace) -> Add:
    def add(**values: Any) -> UUID:
        usual = {"title": "Driftavtal för Lifecare", "paper_type": "operations_agreement", "status": "skickat"}
        number = {"number": "2026-0007", "sent_on": SENT.isoformat(), "sent_to": "Melleruds kommun"}
        return workspace.records.add("papers", {**usual, **number, **values})

    return add


def test_it_is_told_after_thirty_days(paper: Add, lines: Lines) -> None:
    key = paper()
    assert lines(PATIENT, key) == []
    (line,) = lines(LATE, key)
    assert (line.register, line.kind, line.record) == ("papers", "handling_inte_tillbaka", "2026-0007")
    assert line.reason == (
        "Driftavtal för Lifecare skickades torsdag 1 oktober till Melleruds kommun. "
        "Inget påskrivet exemplar är registrerat."
    )
    assert (line.day, line.band, line.act) == (LATE, Band.INOM_30_DAGAR, Act.SIGN)
    assert lines(date(2026, 11, 1), key)[0].band is Band.FORSENAT


@pytest.mark.parametrize(
    "values",
    [
        {"status": "for_underskrift"},
        {"status": "paskrivet"},
        {"status": "makulerat"},
        {"sent_on": None},
        {"deleted": True},
    ],
)
def test_of_others_nothing_is_told(paper: Add, lines: Lines, workspace: Workspace, values: dict[str, Any]) -> None:
    gone = values.pop("deleted", False)
    key = paper(**values)
    if gone:
        workspace.records.delete("papers", [key])
    assert lines(LATE, key) == []


def test_what_is_not_known_is_left_out(paper: Add, lines: Lines) -> None:
    (line,) = lines(LATE, paper(sent_to=None, title="Intyg", about="ingenting"))
    assert line.reason == "Intyg skickades torsdag 1 oktober. Inget påskrivet exemplar är registrerat."


def test_its_agreement_is_told_until_then_and_not_beside_it(paper: Add, lines: Lines, agreement: Add) -> None:
    key = agreement(status="invantar_underskrift")
    kind = "vantar_pa_underskrift"
    assert len(lines(LATE, key, kind)) == 1
    paper(about_register="agreements", about=str(key))
    assert len(lines(PATIENT, key, kind)) == 1
    assert lines(LATE, key, kind) == []
    assert len(lines(LATE, kind="handling_inte_tillbaka")) == 1
