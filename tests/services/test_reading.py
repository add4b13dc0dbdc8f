"""What lists, pages and papers ask of a register."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import NotFoundError
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace

NEIGHBOUR = municipality_id("1438")


@pytest.fixture
def agreements(workspace: Workspace) -> Workspace:
    for title, start, months in [
        ("A", "2026-01-01", 24),
        ("B", "2025-06-01", 24),
        ("C", None, None),
        ("D", "2024-01-01", 24),
    ]:
        workspace.records.add(
            "agreements", {"title": title, "starts_on": start, "first_term_months": months, "notice_months": 3}
        )
    return workspace


def titles(workspace: Workspace, query: ListQuery, day: date | None = None) -> str:
    reading = workspace.reading(day)
    return "".join(read.label for read in reading.many("agreements", reading.keys("agreements", query)).values())


@pytest.mark.parametrize(("descending", "expected"), [(False, "DBAC"), (True, "ABDC")])
def test_computed_columns_are_sorted_with_what_is_empty_last(
    agreements: Workspace, descending: bool, expected: str
) -> None:
    assert titles(agreements, ListQuery(sort="term_ends_on", descending=descending)) == expected


def test_computed_text_is_sorted_in_swedish_order(agreements: Workspace) -> None:
    reading = agreements.reading()
    found = reading.many("agreements", reading.keys("agreements", ListQuery(sort="state"))).values()
    states = [read.record.state for read in found]
    assert [state for state in states if state] == sorted(state for state in states if state)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"term_ends_on": ["2027-12-31"]}, "A"),
        ({"term_ends_on": ["2027-12-31", "2027-05-31"]}, "AB"),
        ({"term_ends_on": [None]}, "C"),
        ({"term_ends_on": []}, ""),
        ({"term_ends_on": ["2027-12-31"], "notice_months": [3]}, "A"),
        ({"term_ends_on": ["2027-12-31"], "notice_months": [4]}, ""),
    ],
)
def test_computed_columns_are_filtered(agreements: Workspace, where: dict[str, Sequence[Any]], expected: str) -> None:
    assert titles(agreements, ListQuery(where=where)) == expected


def test_a_computed_filter_keeps_the_order_of_another_column(agreements: Workspace) -> None:
    query = ListQuery(where={"term_ends_on": ["2027-12-31", "2027-05-31"]}, sort="starts_on")
    assert titles(agreements, query) == "BA"


def test_the_day_decides_what_is_computed(agreements: Workspace) -> None:
    agreement = agreements.reading().named("agreements", "A")
    early, late = (
        agreements.reading(day).one("agreements", agreement).record for day in (date(2026, 2, 1), date(2029, 1, 1))
    )
    assert early.state != late.state


@pytest.mark.parametrize("query", [ListQuery(sort="nmae"), ListQuery(where={"nmae": ["x"]})])
def test_an_unknown_field_is_a_mistake_of_ours(workspace: Workspace, query: ListQuery) -> None:
    with pytest.raises(KeyError):
        workspace.reading().keys("systems", query)


def test_one_record_or_a_sentence(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "A"})
    assert workspace.reading().one("systems", system).label == "A"
    with pytest.raises(NotFoundError, match="Posten finns inte bland system"):
        workspace.reading().one("systems", UUID(int=4))
    with pytest.raises(NotFoundError):
        workspace.reading().one("people", system)


def test_whose_register_it_is(workspace: Workspace) -> None:
    reading = workspace.reading()
    assert reading.organisation_id == municipality_id("1460")
    assert reading.organisation().label == "Bengtsfors kommun"
    assert reading.is_sample is False
    assert reading.day == date(2026, 11, 22)


def test_everything_that_refers_to_a_record_is_found(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "S", "supplier": str(NEIGHBOUR)})
    agreement = workspace.records.add(
        "agreements", {"title": "A", "systems": [str(system)], "provider": str(NEIGHBOUR)}
    )
    related = workspace.reading().related("organisations", NEIGHBOUR)
    assert {key: [read.record.id for read in reads] for key, reads in related.items()} == {
        ("systems", "supplier"): [system],
        ("agreements", "provider"): [agreement],
    }
    assert list(workspace.reading().related("systems", system)) == [("agreements", "systems")]


def test_what_refers_is_read_as_lists_show_it_or_whole(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Lifecare"})
    values = {"system": str(system), "municipality": str(NEIGHBOUR), "level": "3", "decided_by": "IT-chefsgruppen"}
    workspace.records.add("cooperation_levels", values)
    key = ("cooperation_levels", "system")
    listed: Any = workspace.reading().related("systems", system)[key][0].record
    whole: Any = workspace.reading().related("systems", system, whole=[key])[key][0].record
    assert (listed.level, listed.decided_by) == ("3", "")
    assert (whole.level, whole.decided_by) == ("3", "IT-chefsgruppen")


def test_what_a_record_is_called(workspace: Workspace) -> None:
    assert workspace.reading().label("organisations", NEIGHBOUR) == "Dals-Eds kommun"
    assert workspace.reading().label("organisations", UUID(int=4)) == ""


def test_counts_and_pickers(workspace: Workspace) -> None:
    reading = workspace.reading()
    assert reading.count("organisations") == 1
    assert (NEIGHBOUR, "Dals-Eds kommun") in reading.choices("organisations", "dals")


def test_words_find_in_all_registers(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Lifecare"})
    agreement = workspace.records.add("agreements", {"title": "Driftavtal Lifecare"})
    hits = workspace.reading().find("lifecare")
    assert {(hit.register, hit.record_id) for hit in hits} == {("systems", system), ("agreements", agreement)}


@pytest.mark.parametrize("text", ["lifecare", "LC", "id"])
def test_a_record_is_named_by_name_key_or_id(workspace: Workspace, text: str) -> None:
    system = workspace.records.add("systems", {"name": "Lifecare", "short_name": "lc"})
    assert workspace.reading().named("systems", str(system) if text == "id" else text) == system


def test_a_name_that_means_none_or_several_is_said(workspace: Workspace) -> None:
    for _ in range(2):
        workspace.records.add("systems", {"name": "Tvilling"})
    with pytest.raises(NotFoundError, match="2 system heter ”Tvilling”"):
        workspace.reading().named("systems", "Tvilling")
    with pytest.raises(NotFoundError, match="”Ingen” bland system"):
        workspace.reading().named("systems", "Ingen")
    with pytest.raises(NotFoundError):
        workspace.reading().named("systems", str(UUID(int=4)))


def test_closing_what_is_read_closes_a_copy_only(workspace: Workspace) -> None:
    workspace.reading().close()
    assert workspace.reading().count("systems") == 0
    snapshot = workspace.snapshot()
    assert snapshot.count("systems") == 0
    snapshot.close()
    with pytest.raises(Exception, match="closed"):
        snapshot.count("systems")
