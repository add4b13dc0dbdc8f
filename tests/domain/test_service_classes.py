"""The classes of operation: what they fill, and that their levels hold together."""

from itertools import pairwise

import pytest

from itadmin.domain.fields import Rows
from itadmin.domain.record import row_from_plain, row_to_plain, typed_value
from itadmin.domain.registers import agreements
from itadmin.domain.service_classes import environment_rows, incident_priority, preset, suggested_class
from itadmin.domain.service_time import allowed_downtime, opening_minutes_per_week
from itadmin.domain.values import LISTS

CLASSES = tuple(LISTS["driftklass"])


@pytest.mark.parametrize("code", CLASSES)
def test_a_class_fills_every_service_level(code: str) -> None:
    sections = {section.key: section.fields for section in agreements.REGISTER.sections}
    wanted = {*sections["servicenivaer"], *sections["kontinuitet"]} - {
        "environment_levels",
        "fallback_routine",
        "restart_order",
    }
    filled = {name for name, value in preset(code).items() if value not in (None, "", [])}
    assert wanted <= filled
    assert {"maintenance_window", "change_notice_days", "critical_patch_time"} <= filled


@pytest.mark.parametrize("code", CLASSES)
def test_what_a_class_fills_is_what_an_agreement_can_hold(code: str) -> None:
    fields = agreements.REGISTER.fields
    for name, value in preset(code).items():
        field = fields[name]
        typed_value(field, value)
        if isinstance(field, Rows):
            assert [row_to_plain(row_from_plain(field.row, row)) for row in value] == value
        if values := getattr(field, "values", ""):
            assert value in LISTS[values]


@pytest.mark.parametrize("code", CLASSES)
def test_every_priority_has_all_its_times(code: str) -> None:
    rows = preset(code)["priorities"]
    assert [row["priority"] for row in rows] == ["1", "2", "3", "4"]
    assert all(all(row.values()) for row in rows)


@pytest.mark.parametrize(
    ("code", "opening", "availability", "first", "rpo", "rto"),
    [
        ("1", "Dygnet runt, alla dagar", 9950, "4 timmar", 1, 4),
        ("2", "Vardag 06.00–22.00, helg 08.00–18.00", 9900, "8 timmar", 4, 8),
        ("3", "Vardag 07.00–18.00", 9800, "8 timmar", 24, 8),
        ("4", "Vardag 08.00–16.30", 9500, "2 arbetsdagar", 24, 24),
    ],
)
def test_the_proposed_levels(code: str, opening: str, availability: int, first: str, rpo: int, rto: int) -> None:
    level = preset(code)
    assert (level["opening_hours"], level["availability_percent"]) == (opening, availability)
    assert level["priorities"][0]["resolution"] == first
    assert (level["rpo_hours"], level["rto_hours"]) == (rpo, rto)
    assert opening_minutes_per_week(opening) is not None


def hours_of(time: str, support_hours: str) -> float:
    """Support hours in a time like "8 timmar" or "2 arbetsdagar"."""
    number, unit = time.split()
    if unit.startswith("tim"):
        return int(number)
    minutes = opening_minutes_per_week(support_hours)
    assert minutes is not None
    return int(number) * minutes / 5 / 60


@pytest.mark.parametrize("code", CLASSES)
def test_the_times_of_a_class_can_be_kept_together(code: str) -> None:
    level = preset(code)
    first = hours_of(level["priorities"][0]["resolution"], level["support_hours"])
    assert first <= level["rto_hours"] <= hours_of(level["longest_outage"], level["support_hours"])
    opening = opening_minutes_per_week(level["opening_hours"]) or 0
    allowed = allowed_downtime(level["availability_percent"], level["measuring_period"], opening) / 60
    assert level["rto_hours"] <= allowed


def test_a_higher_class_never_promises_less() -> None:
    levels = [preset(code) for code in CLASSES]
    for better, worse in pairwise(levels):
        assert better["availability_percent"] > worse["availability_percent"]
        assert better["rpo_hours"] <= worse["rpo_hours"]
        assert better["rto_hours"] <= worse["rto_hours"]
        assert better["change_notice_days"] >= worse["change_notice_days"]


def test_an_unknown_class_fills_nothing() -> None:
    assert preset("9") == {}
    assert environment_rows(["produktion"], "9") == []


def test_presets_are_made_anew_so_that_nobody_shares_their_rows() -> None:
    preset("1")["priorities"].clear()
    assert len(preset("1")["priorities"]) == 4


@pytest.mark.parametrize(
    ("environments", "best"),
    [
        (["produktion", "test"], "produktion"),
        (["Test", "Produktion"], "Produktion"),
        (["skarp miljö", "test"], "skarp miljö"),
        ([], None),
    ],
)
def test_only_production_gets_the_levels_of_the_class(environments: list[str], best: str | None) -> None:
    rows = environment_rows(environments, "1")
    assert [row["name"] for row in rows] == environments
    assert [row["name"] for row in rows if row["availability_percent"] == 9950] == ([best] if best else [])


@pytest.mark.parametrize(("level", "code"), [("4", "1"), ("3", "2"), ("2", "3"), ("1", "4"), ("0", "4"), ("", "")])
def test_a_class_is_proposed_from_the_availability_class(level: str, code: str) -> None:
    assert suggested_class(level) == code


@pytest.mark.parametrize(
    ("impact", "urgency", "priority"),
    [(1, 1, 1), (1, 2, 2), (1, 3, 3), (2, 1, 2), (2, 3, 4), (3, 1, 3), (3, 2, 4), (4, 1, 4), (4, 3, 4)],
)
def test_priority_follows_impact_and_urgency(impact: int, urgency: int, priority: int) -> None:
    assert incident_priority(impact, urgency) == priority
