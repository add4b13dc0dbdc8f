"""Agreements as papers: drafts that lie, what waits for signature, and PUB-avtal that nobody has looked into."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]

LATE, SOON, AHEAD, _LATER = Band
DRAFT = {"status": "utkast", "starts_on": "2027-01-01"}
LYING: dict[str, Any] = {"status": "forhandling", "starts_on": None}
SENT: dict[str, Any] = {"status": "invantar_underskrift", "starts_on": None}
PROCESSING: dict[str, Any] = {
    "kind": "pub_avtal",
    "renewal_months": None,
    "open_ended": True,
    "checked_on": "2026-02-10",
}
UNCHECKED = "pub_avtal_ej_kontrollerat"

CASES: list[tuple[dict[str, Any], str, tuple[str, str | None, Band] | None]] = [
    (DRAFT, "2026-12-01", None),
    (DRAFT, "2026-12-02", ("utkast_ska_galla", "2027-01-01", SOON)),
    (DRAFT, "2027-01-02", ("utkast_ska_galla", "2027-01-01", LATE)),
    (LYING, "2026-12-21", None),
    (LYING, "2026-12-22", ("utkast_ligger", None, AHEAD)),
    (SENT, "2026-11-22", ("vantar_pa_underskrift", "2026-12-22", SOON)),
    (SENT, "2026-12-23", ("vantar_pa_underskrift", "2026-12-22", LATE)),
    ({**SENT, "starts_on": "2026-12-01"}, "2026-11-22", ("vantar_pa_underskrift", "2026-12-01", SOON)),
    ({**SENT, "starts_on": "2027-06-01"}, "2026-11-22", ("vantar_pa_underskrift", "2026-12-22", SOON)),
    (PROCESSING, "2027-01-09", None),
    (PROCESSING, "2027-01-10", (UNCHECKED, "2027-02-10", AHEAD)),
    (PROCESSING, "2027-02-11", (UNCHECKED, "2027-02-10", LATE)),
    ({**PROCESSING, "checked_on": None}, "2025-06-01", None),
    ({**PROCESSING, "checked_on": None}, "2025-06-02", (UNCHECKED, None, AHEAD)),
    ({**PROCESSING, "kind": "supportavtal"}, "2027-02-11", None),
    ({**PROCESSING, "status": "upphort"}, "2027-02-11", None),
    ({**PROCESSING, "open_ended": None}, "2027-05-31", (UNCHECKED, "2027-02-10", LATE)),
    ({**PROCESSING, "open_ended": None}, "2027-06-01", None),
]  # fmt: skip


@pytest.mark.parametrize(("values", "day", "expected"), CASES)
def test_what_a_paper_is_told_as(
    agreement: Add, lines: Lines, values: dict[str, Any], day: str, expected: tuple[str, str | None, Band] | None
) -> None:
    """What is added here was last changed 2026-11-22."""
    record = agreement(**values)
    found = [
        (line.kind, line.day and line.day.isoformat(), line.band)
        for line in lines(date.fromisoformat(day), record)
        if line.kind in ("utkast_ska_galla", "utkast_ligger", "vantar_pa_underskrift", UNCHECKED)
    ]
    assert found == ([expected] if expected else [])


def test_what_comes_back_signed_is_registered(agreement: Add, lines: Lines) -> None:
    (line,) = lines(date(2026, 12, 24), agreement(**{**SENT, "starts_on": "2026-12-01"}), "vantar_pa_underskrift")
    assert (line.act, line.occasion) == (Act.SIGN, "2026-12-01")
    assert line.reason == "Avtalet inväntar underskrift, fast det gäller från och med tisdag 1 december."


def test_an_edit_while_it_waits_is_no_new_occasion(agreement: Add, lines: Lines) -> None:
    (line,) = lines(date(2026, 11, 22), agreement(**SENT), "vantar_pa_underskrift")
    assert line.occasion == ""


def test_a_draft_has_lain_since_it_was_last_changed(
    workspace: Workspace, clock: Any, agreement: Add, lines: Lines
) -> None:
    record = agreement(**LYING)
    clock.move(days=10)
    workspace.records.save("agreements", record, {"note": "Väntar på pris."})
    assert lines(date(2026, 12, 31), record, "utkast_ligger") == []
    (line,) = lines(date(2027, 1, 1), record, "utkast_ligger")
    assert line.occasion == "2026-12-02"
