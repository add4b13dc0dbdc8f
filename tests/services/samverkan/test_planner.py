"""The agreements of several kommuner on one axis, the first common day, and how it is told."""

from __future__ import annotations

from typing import Any

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.samverkan.plan_words import told_part, told_plan
from itadmin.services.samverkan.planner import Plan, plan_of


def plan(region: Any) -> Plan:
    matrix = region.matrix()
    row = next(row for row in matrix.rows if municipality_id("1460").bytes in row.using)
    return plan_of(region.reading, matrix, row)


def parts(region: Any) -> dict[str, str]:
    found = plan(region)
    names = {lane.kommun.key: lane.kommun.name for lane in found.lanes}
    return {names[part.who]: told_part(found, part).replace("\u00a0", " ") for part in found.alignment.parts}


@pytest.fixture
def shared(region: Any) -> Any:
    """A system in four kommuner: one bound to a day, one by renewals, one until further notice, one by nothing."""
    own = region.system()
    region.agreement(own, title="Vårt", starts_on="2024-01-01", first_term_ends_on="2028-03-31")
    terms: dict[str, dict[str, Any]] = {
        "1438": {"first_term_ends_on": "2027-12-31", "renewal_months": 12, "notice_months": 3},
        "1461": {"starts_on": "2020-01-01", "open_ended": True, "notice_months": 3},
    }
    for code, values in terms.items():
        region.agreement(region.system(code=code), code, **values)
    region.level(own, "1439", 3, by="1460")
    return region


def test_every_kommun_that_uses_it_has_a_lane_with_its_terms(shared: Any) -> None:
    found = plan(shared)
    assert [(lane.kommun.name, len(lane.terms)) for lane in found.lanes] == [
        ("Bengtsfors", 1),
        ("Dals-Ed", 1),
        ("Färgelanda", 0),
        ("Mellerud", 1),
    ]
    (own,) = found.by_kommun[municipality_id("1460").bytes].terms
    assert (own.title, [str(block.ends_on) for block in own.blocks]) == ("Vårt", ["2028-03-31"])
    renewed = found.by_kommun[municipality_id("1438").bytes].terms[0].blocks
    assert [block.kind for block in renewed][:2] == ["forsta", "forlangning"]


def test_the_common_day_is_the_last_of_the_first_ways_out(shared: Any) -> None:
    found = plan(shared)
    assert (str(found.alignment.last_day), str(found.alignment.say_by)) == ("2028-03-31", "2027-09-30")
    assert told_plan(shared.matrix(), found) == (
        "Alla kan lämna sina avtal till 2028-03-31 och börja tillsammans 2028-04-01. "
        "Första dag att passa är 2027-09-30, sista dagen för Dals-Ed att säga upp Avtal till 2027-12-31."
    )


def test_the_first_day_says_whose_agreement_it_is_and_what_to_do(region: Any) -> None:
    region.agreement(region.system(), starts_on="2020-01-01", open_ended=True, notice_months=3, title="Vårt avtal")
    region.agreement(region.system(code="1438"), "1438", first_term_ends_on="2028-03-31")
    assert told_plan(region.matrix(), plan(region)).endswith(
        "Första dag att passa är 2027-12-31, sista dagen för er att säga upp Vårt avtal till 2028-03-31."
    )
    options = [{"months": 12, "decision_day": "2027-12-31"}]
    terms: dict[str, Any] = {"first_term_ends_on": "2027-03-31", "options": options}
    region.agreement(region.system(code="1461"), "1461", title="Deras", **terms)
    assert told_plan(region.matrix(), plan(region)).endswith(
        "Första dag att passa är 2027-12-31, sista dagen för er att säga upp Vårt avtal till 2028-03-31 "
        "och för Mellerud att ta optionen i Deras till 2028-03-31."
    )


def test_what_each_does_until_then_is_told(shared: Any) -> None:
    assert parts(shared) == {
        "Bengtsfors": "Avtalet löper ut 2028-03-31.",
        "Dals-Ed": "Avtalet kan sägas upp till 2027-12-31 (senast 2027-09-30), 3 månader före den gemensamma dagen. "
        "Avtala om tiden däremellan, eller säg upp till 2028-12-31 (senast 2028-09-30), 9 månader efter den.",
        "Färgelanda": "Inget avtal som binder finns i registret.",
        "Mellerud": "Avtalet gäller tills vidare. Säg upp senast 2027-12-31 till 2028-03-31.",
    }


def test_options_and_gaps_that_must_be_agreed_on_are_told(region: Any) -> None:
    region.agreement(region.system(), first_term_ends_on="2028-03-31", renewal_months=12, notice_months=3)
    options = [{"months": 12, "decision_day": "2027-06-30"}]
    terms: dict[str, dict[str, Any]] = {
        "1438": {"first_term_ends_on": "2027-12-31", "options": options},
        "1461": {"first_term_ends_on": "2028-03-11"},
        "1492": {"starts_on": "2020-01-01"},
        "1439": {"starts_on": "2020-01-01", "open_ended": True, "notice_months": 3, "notice_given_on": "2026-11-01"},
    }
    for code, values in terms.items():
        region.agreement(region.system(code=code), code, **values)
    assert parts(region) == {
        "Bengtsfors": "Avtalet kan sägas upp till 2028-03-31 (senast 2027-12-31).",
        "Dals-Ed": "Avtalet löper ut 2027-12-31, 3 månader före den gemensamma dagen. Avtala om tiden däremellan, "
        "eller ta optionen till 2028-12-31 (senast 2027-06-30), 9 månader efter den.",
        "Mellerud": "Avtalet löper ut 2028-03-11, 20 dagar före den gemensamma dagen. Avtala om tiden däremellan.",
        "Åmål": "Avtalets tid går inte att räkna ut. Fyll i den först.",
        "Färgelanda": "Avtalet är uppsagt till 2027-02-01, 13 månader före den gemensamma dagen. "
        "Avtala om tiden däremellan.",
    }
    assert "okänd för Åmål" in told_plan(region.matrix(), plan(region))


def test_a_similar_system_has_a_lane_but_counts_not(shared: Any) -> None:
    similar = shared.system(code="1492", product="Kvarn 2", starter_key="kvarn2")
    shared.agreement(similar, "1492", first_term_ends_on="2030-12-31")
    found = plan(shared)
    lane = found.by_kommun[municipality_id("1492").bytes]
    assert (lane.is_similar, len(lane.terms), str(found.alignment.last_day)) == (True, 1, "2028-03-31")


def test_a_joint_agreement_binds_all_that_are_connected(region: Any) -> None:
    both = [municipality_id(code) for code in ("1460", "1439")]
    region.agreement(region.system(), first_term_ends_on="2027-01-01", connected_municipalities=both)
    assert [lane.kommun.name for lane in plan(region).lanes] == ["Bengtsfors", "Färgelanda"]


def test_without_agreements_there_is_no_day(region: Any) -> None:
    region.system()
    assert told_plan(region.matrix(), plan(region)).startswith("Inget avtal")
