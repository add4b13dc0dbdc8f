"""Too few who know a system or an area: what is judged comes before what is told, and what is the same is one."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace

DAY = date(2026, 11, 22)

Judge = Callable[..., UUID]


@pytest.fixture
def judge(workspace: Workspace) -> Judge:
    """Makes somebody new with a level in a system or an area."""

    def make(level: str | None, system: UUID | None = None, area: UUID | None = None, **person: object) -> UUID:
        who = workspace.records.add("people", {"name": "Anna Ek", **person})
        about = {"system": str(system)} if system else {"area": str(area)}
        return workspace.records.add("competences", {"person": str(who), "level": level, **about})

    return make


def few(workspace: Workspace, register: str, key: str) -> list[str]:
    reading = workspace.reading(DAY)
    return [reading.label(register, found) for found in reading.keys(register, ListQuery(findings=(key,)))]


@pytest.mark.parametrize(
    ("told", "levels", "is_few"),
    [
        (None, (), False),
        (1, (), True),
        (2, (), False),
        (None, ("3",), True),
        (None, ("4", "2"), True),
        (None, ("3", "4"), False),
        (0, ("3", "3"), False),
        (5, ("3", "2"), True),
        (1, (None,), True),
        (None, (None,), False),
    ],
)
def test_what_is_judged_comes_before_what_is_told(
    workspace: Workspace, judge: Judge, told: int | None, levels: tuple[str | None, ...], is_few: bool
) -> None:
    system = workspace.records.add("systems", {"name": "Kvarnen", "competent_people": told})
    for level in levels:
        judge(level, system)
    assert few(workspace, "systems", "kan_for_fa") == (["Kvarnen"] if is_few else [])


def test_the_same_product_is_one_and_so_is_the_same_name(workspace: Workspace, judge: Judge) -> None:
    one, other = (workspace.records.add("systems", {"name": name, "product": "Kvarn 5"}) for name in ("Kvarnen", "K"))
    judge("3", one)
    assert few(workspace, "systems", "kan_for_fa") == ["K", "Kvarnen"]
    judge("3", other)
    assert few(workspace, "systems", "kan_for_fa") == []
    areas = [workspace.records.add("networks", {"name": name}) for name in ("Nät", "NÄT ")]
    judge("4", area=areas[0])
    assert few(workspace, "networks", "omrade_kan_for_fa") == ["NÄT", "Nät"]
    judge("3", area=areas[1])
    assert few(workspace, "networks", "omrade_kan_for_fa") == []


@pytest.mark.parametrize(
    ("person", "counts"),
    [
        ({"left_on": "2026-11-21"}, False),
        ({"left_on": "2026-11-22"}, True),
        ({"anonymised_on": "2026-01-01"}, False),
    ],
)
def test_who_has_left_counts_no_more(
    workspace: Workspace, judge: Judge, person: dict[str, object], counts: bool
) -> None:
    system = workspace.records.add("systems", {"name": "Kvarnen"})
    judge("4", system)
    judge("4", system, **person)
    assert few(workspace, "systems", "kan_for_fa") == ([] if counts else ["Kvarnen"])


def test_a_retired_system_needs_nobody(workspace: Workspace, judge: Judge) -> None:
    judge("1", workspace.records.add("systems", {"name": "Kvarnen", "lifecycle": "avvecklad"}))
    assert few(workspace, "systems", "kan_for_fa") == []


def test_a_network_of_members_needs_somebody_who_calls_them(workspace: Workspace) -> None:
    member = workspace.records.add("people", {"name": "Anna Ek"})
    workspace.records.add("networks", {"name": "Tomt"})
    area = workspace.records.add("networks", {"name": "Nät", "members": [str(member)]})
    assert few(workspace, "networks", "natverk_utan_kontakt") == ["Nät"]
    workspace.records.save("networks", area, {"contact": str(member)})
    assert few(workspace, "networks", "natverk_utan_kontakt") == []


@pytest.mark.parametrize(
    ("register", "values"),
    [
        ("competences", {"level": "1"}),
        ("audience_members", {"audience": "slutanvandare"}),
        ("training_participations", {"status": "anmald"}),
    ],
)
def test_somebody_who_knows_or_is_to_learn_something_has_a_task(
    workspace: Workspace, register: str, values: dict[str, str]
) -> None:
    anna, _bo = (workspace.records.add("people", {"name": name}) for name in ("Anna Ek", "Bo Åberg"))
    record = workspace.records.add(register, {**values, "person": str(anna)})
    assert few(workspace, "people", "utan_uppdrag") == ["Bo Åberg"]
    workspace.records.delete(register, [record])
    assert few(workspace, "people", "utan_uppdrag") == ["Anna Ek", "Bo Åberg"]
