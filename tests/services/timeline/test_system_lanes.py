"""A system on an axis of time: sure in the middle, vague where its days are only known to a month or a year."""

from typing import Any

import pytest

from itadmin.services.timeline.gathering import System
from itadmin.services.timeline.system_lanes import system_lane
from itadmin.storage.queries.timeline import SystemFacts


def made(**values: Any) -> System:
    known = {
        "name": "Lifecare",
        "sort_key": "",
        "lifecycle": "i_drift",
        "in_operation_since": "",
        "support_ends": "",
        "planned_retirement": "",
        "successor": "",
        "supplier": "",
        "department": "",
    }
    facts = SystemFacts(**{**known, **values})
    return System(b"0" * 16, facts, {"i_drift": "I drift", "planerad": "Planerad"}[facts.lifecycle], "Kim Berg", ())


@pytest.mark.parametrize(
    ("values", "stretches"),
    [
        ({}, [("firm", "None", "None")]),
        ({"in_operation_since": "2019-03-14"}, [("firm", "2019-03-14", "None")]),
        (
            {"in_operation_since": "2019"},
            [("vague", "2019-01-01", "2019-12-31"), ("firm", "2020-01-01", "None")],
        ),
        ({"planned_retirement": "2028-06-30"}, [("firm", "None", "2028-06-30")]),
        (
            {"in_operation_since": "2019-03-14", "planned_retirement": "2028-06"},
            [("vague", "2028-06-01", "2028-06-30"), ("firm", "2019-03-14", "2028-05-31")],
        ),
        (
            {"in_operation_since": "2028", "planned_retirement": "2028"},
            [("vague", "2028-01-01", "2028-12-31"), ("vague", "2028-01-01", "2028-12-31")],
        ),
        ({"lifecycle": "planerad"}, []),
        ({"lifecycle": "planerad", "in_operation_since": "2027-01-01"}, [("choice", "2027-01-01", "None")]),
        (
            {"in_operation_since": "9999"},
            [("vague", "9999-01-01", "9999-12-31"), ("firm", "9999-12-31", "None")],
        ),
    ],
)
def test_the_life_of_a_system(values: dict[str, str], stretches: list[tuple[str, str, str]]) -> None:
    lane = system_lane(made(**values))
    assert [(item.fill.value, str(item.starts_on), str(item.ends_on)) for item in lane.stretches] == stretches


def test_its_days_its_cells_and_its_sentence() -> None:
    lane = system_lane(
        made(in_operation_since="2012", support_ends="2027", planned_retirement="2028-06", successor="Omsorg 2")
    )
    assert [(mark.shape.value, str(mark.day), mark.sentence) for mark in lane.marks] == [
        ("support", "2027-12-31", "Leverantörens stöd för Lifecare upphör 2027."),
        ("end", "2028-06-30", "Lifecare ska avvecklas 2028-06."),
    ]
    told = "I drift · stödet upphör 2027 · ersätts av Omsorg 2"
    assert lane.cells == ("Lifecare", "2012", "2028-06", "", told, "Kim Berg")
    assert lane.sentence == (
        "Lifecare: i drift sedan 2012, ska avvecklas 2028-06, stödet upphör 2027, ersätts av Omsorg 2."
    )


def test_one_to_come_tells_when_it_is_planned_to_begin() -> None:
    lane = system_lane(made(lifecycle="planerad", in_operation_since="2027-03"))
    assert lane.sentence == "Lifecare: planerad, planerad driftstart 2027-03."
