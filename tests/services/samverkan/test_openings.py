"""Openings to cooperate: which rows are, their order, and what is noted of them."""

from __future__ import annotations

from typing import Any

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.samverkan.openings import Openings, note_opening, opening_of, openings


def told(region: Any) -> Openings:
    return openings(region.reading, region.matrix())


def names(found: Any) -> list[str]:
    return [opening.row.name for opening in found]


def test_the_strongest_come_first_and_what_is_done_or_has_no_reason_is_none(region: Any) -> None:
    told_of: dict[str, dict[str, Any]] = {
        "Två skäl": {"function_rating": "daligt", "competence_rating": "saknas"},
        "Ett skäl": {"function_rating": "daligt"},
        "Dyrt": {"function_rating": "daligt", "annual_cost": 100},
        "Inget": {},
        "Klart": {"function_rating": "daligt"},
        "Längre": {"function_rating": "daligt"},
    }
    for name, values in told_of.items():
        system = region.system(name, product=name, **values)
        if name in ("Klart", "Längre"):
            for code in ("1460", "1461"):
                region.level(system, code, 4, by="1460", target_level="5" if name == "Längre" else None)
    assert names(told(region).found) == ["Längre", "Två skäl", "Dyrt", "Ett skäl"]


def test_one_put_aside_comes_back_the_day_after(region: Any) -> None:
    system = region.system(function_rating="daligt")
    note = region.add("opportunity_notes", status="inte_aktuell", system=system, until="2026-11-22")
    assert (names(told(region).found), names(told(region).aside)) == ([], ["Kvarnen"])
    region.workspace.records.save("opportunity_notes", note, {"until": "2026-11-21"})
    assert (names(told(region).found), names(told(region).aside)) == (["Kvarnen"], [])
    region.workspace.records.save("opportunity_notes", note, {"until": None})
    assert names(told(region).aside) == ["Kvarnen"]
    region.workspace.records.save("opportunity_notes", note, {"status": "bevakas"})
    assert names(told(region).found) == ["Kvarnen"]


def test_a_note_on_any_of_the_tied_systems_holds_and_neighbours_put_nothing_aside_for_us(region: Any) -> None:
    region.system(function_rating="daligt")
    theirs = region.system(code="1461")
    region.add("opportunity_notes", "1461", status="bevakas", system=theirs)
    newest = region.add("opportunity_notes", "1461", status="inte_aktuell", system=theirs)
    (opening,) = told(region).found
    assert (opening.note, [note.id for note in opening.others]) == (None, [newest])
    assert opening.others[0].owner == municipality_id("1461")
    region.add("opportunity_notes", status="inte_aktuell", system=theirs)
    assert names(told(region).aside) == ["Kvarnen"]


@pytest.mark.parametrize("status", ["bevakas", "inte_aktuell"])
def test_what_is_noted_is_one_step_and_changes_what_was_noted(region: Any, status: str) -> None:
    system = region.system()
    records, matrix = region.workspace.records, region.matrix()
    row = matrix.row_of(system)
    note_opening(records, region.reading, matrix, row, {"status": status, "until": "2027-06-30"})
    note_opening(records, region.reading, matrix, row, {"status": "arende", "note": "Startat."})
    note = opening_of(region.reading, matrix, row).note
    assert note is not None
    assert (note.status, str(note.until), note.note) == ("arende", "2027-06-30", "Startat.")
    region.workspace.undo.undo()
    note = opening_of(region.reading, matrix, row).note
    assert note is not None
    assert (note.status, note.note) == (status, "")
    assert region.reading.count("opportunity_notes") == 1
