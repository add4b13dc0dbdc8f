"""What a register costs in a year, in words and per inhabitant, and last year's lines as a budget."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.cost_table import Grouping
from itadmin.domain.calculations.costs import Cost
from itadmin.domain.identifiers import municipality_id
from itadmin.services.costs import CostYear, Names, copy_as_budget, costs_around, costs_of, year_of, years_of
from itadmin.services.costs.naming import mark_of, register_of
from itadmin.services.costs.tables import columns, row
from itadmin.services.costs.telling import told_sum, told_year
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


@pytest.fixture
def add(workspace: Workspace) -> Add:
    return lambda register, **values: workspace.records.add(register, values)


@pytest.fixture
def ids(add: Add) -> dict[str, UUID]:
    """Two systems of a förvaltning, an agreement about both since July, one renewed, and lines of two years."""
    social = add("organisations", name="Socialförvaltningen", kind="forvaltning")
    supplier = add("organisations", name="Exempelbolaget AB", kind="leverantor")
    lifecare = add("systems", name="Lifecare", department=str(social), lifecycle="i_drift", user_count=400)
    viklo = add("systems", name="Viklo", annual_cost=10_000_00, lifecycle="i_drift")
    support = add(
        "agreements", title="Supportavtal", kind="supportavtal", status="gallande", annual_price=100_000_01,
        systems=[str(lifecare), str(viklo)], supplier=str(supplier), starts_on="2025-07-02", first_term_months=12,
        renewal_months=12, notice_months=3,
    )  # fmt: skip
    add("cost_lines", kind="drift", year=2025, system=str(lifecare), text="Servrar", budget=1_00, actual=2_00)
    add("cost_lines", kind="licens", year=2025, system=str(lifecare), budget=3_00)
    add("cost_lines", kind="licens", year=2026, system=str(lifecare), budget=4_00, actual=5_00)
    return {"social": social, "supplier": supplier, "lifecare": lifecare, "viklo": viklo, "support": support}


def year(workspace: Workspace, number: int = 2026) -> CostYear:
    reading = workspace.reading()
    return year_of(reading, costs_of(reading), number)


def amounts(workspace: Workspace, number: int = 2026) -> list[tuple[str, int]]:
    return [(cost.source, cost.amount) for cost in year(workspace, number).costs]


def names(workspace: Workspace, *costs: Cost) -> Names:
    reading = workspace.reading()
    return Names(reading, costs_of(reading).sources, costs)


def test_a_year_is_worked_out_from_the_register(workspace: Workspace, ids: dict[str, UUID]) -> None:
    found = year(workspace)
    assert [(cost.source, cost.kind, cost.amount) for cost in found.costs] == [
        ("kostnadsrad", "licens", 5_00),
        ("avtal", "support", 50_000_01),
        ("avtal", "support", 50_000_00),
    ]
    assert found.total.before == 5_00 + 50_136_99
    assert {cost.supplier for cost in found.costs[1:]} == {ids["supplier"].bytes}
    assert found.costs[1].bearer == ids["social"].bytes


def test_it_is_told_in_words(workspace: Workspace, ids: dict[str, UUID]) -> None:
    before = year(workspace, 2025).costs
    reckoned = "Avtalets pris i dag, 100 000,01 kr om året, gäller 183 av årets 365 dagar"
    told = names(workspace, *before)
    assert [(told.title(cost), mark_of(cost), register_of(cost)) for cost in before[:3]] == [
        ("Drift – Servrar", "Kostnadsrad", "cost_lines"),
        ("Licens", "Kostnadsrad", "cost_lines"),
        ("Supportavtal", "Ur avtalet", "agreements"),
    ]
    assert [told.told(cost).replace("\N{NBSP}", " ") for cost in before[:3]] == [
        "Utfall.",
        "Budget, utfall saknas.",
        f"{reckoned}, delat lika på 2 system, ersätter inget avtal med känd kostnad.",
    ]
    assert (told.system(before[2]), told.bearer(before[2])) == ("Lifecare", "Socialförvaltningen")
    assert (told.supplier(before[2]), told.agreement(before[2])) == ("Exempelbolaget AB", "Supportavtal")
    groups = [(grouping, row.group) for grouping in Grouping for row in year(workspace, 2025).sums(grouping)]
    assert [told.group(*each) for each in groups] == [
        "Lifecare", "Viklo", "Socialförvaltningen", "Utan förvaltning", "Utan leverantör", "Exempelbolaget AB",
        "Drift", "Licens", "Support", "Övrigt",
    ]  # fmt: skip
    assert told.group(Grouping.SYSTEM, None) == "Utan system"
    assert told.group(Grouping.SYSTEM, b"\x00" * 16) == "borttagen post"


def test_what_a_system_says_counts_where_nothing_else_is_known(
    workspace: Workspace, ids: dict[str, UUID], add: Add
) -> None:
    alone = add("systems", name="Ale", annual_cost=7_00)
    add("systems", name="Planerat", annual_cost=9_00, lifecycle="planerad")
    add("systems", name="Förslag", annual_cost=9_00, suggestion=True)
    add("systems", name="Borta", annual_cost=9_00, lifecycle="avvecklad")
    add("systems", name="Nytt", annual_cost=9_00, in_operation_since="2027")
    add("systems", name="Gammalt", annual_cost=11_00, lifecycle="avvecklad", planned_retirement="2026-05")
    found = [cost for cost in year(workspace).costs if cost.source == "system"]
    assert sorted(cost.amount for cost in found) == [7_00, 11_00]
    assert next(cost for cost in found if cost.system == alone.bytes).kind == "ovrigt"
    assert names(workspace, *found).told(found[0]).startswith("Systemets egen uppgift om kostnad per år")


@pytest.mark.parametrize(("values", "of_2026", "of_2027"), [
    ({"status": "utkast"}, 0, 0),
    ({"status": "uppsagt", "notice_given_on": "2026-01-10"}, 182, 0),
    ({"status": "uppsagt", "notice_given_on": "2026-12-01"}, 365, 182),
    ({"status": "upphort", "notice_given_on": "2026-01-10"}, 182, 0),
    ({"status": "upphort"}, 0, 0),
])  # fmt: skip
def test_an_agreement_costs_by_the_days_it_holds(
    workspace: Workspace, ids: dict[str, UUID], values: dict[str, Any], of_2026: int, of_2027: int
) -> None:
    workspace.records.save("agreements", ids["support"], values)
    for number, days in ((2026, of_2026), (2027, of_2027)):
        held = {cost.days for cost in year(workspace, number).costs if cost.source == "avtal"}
        assert held == ({days} if days else set())
    assert costs_of(workspace.reading()).agreements_without_end == (values == {"status": "upphort"})


@pytest.mark.parametrize("status", ["gallande", "ersatt"])
def test_an_agreement_that_another_takes_the_place_of_costs_until_the_day_before(
    workspace: Workspace, ids: dict[str, UUID], add: Add, status: str
) -> None:
    add(
        "agreements", title="Nytt supportavtal", status="gallande", annual_price=36_500_00, starts_on="2026-10-01",
        replaces=str(ids["support"]), open_ended=True, notice_months=3,
    )  # fmt: skip
    workspace.records.save("agreements", ids["support"], {"status": status})
    found = {cost.key: cost.days for cost in year(workspace).costs if cost.source == "avtal"}
    assert sorted(found.values()) == [92, 273]


@pytest.mark.parametrize(("values", "is_begun"), [
    ({}, False),
    ({"annual_price": None}, True),
    ({"status": "utkast"}, True),
])  # fmt: skip
def test_what_an_agreement_took_the_place_of_is_known_when_it_costs_something(
    workspace: Workspace, ids: dict[str, UUID], add: Add, values: dict[str, Any], is_begun: bool
) -> None:
    new = add(
        "agreements", title="Nytt", status="gallande", annual_price=1_00, starts_on="2026-10-01", open_ended=True,
        replaces=str(ids["support"]), systems=[str(ids["viklo"])],
    )  # fmt: skip
    workspace.records.save("agreements", ids["support"], values)
    around = costs_around(workspace.reading(), "agreements", new).sources.costs(2026)
    for costs in (year(workspace).costs, around):
        assert {cost.is_begun for cost in costs if cost.key == new.bytes} == {is_begun}


def test_a_change_that_may_be_apparent_is_said_above_and_at_the_row(workspace: Workspace, ids: dict[str, UUID]) -> None:
    found, apparent = year(workspace), "utan att ersätta ett avtal med känd kostnad står för 49 863 kr mer; "
    said = [told_year(found, costs_of(workspace.reading())), told_sum(2026, "Summa", found.total)]
    for sentence in said:
        assert f"Avtal som började 2025–2026 {apparent}" in sentence.replace("\N{NBSP}", " ")
    assert "Avtalen räknas med dagens pris också 2025." in said[0]
    titles = [column.title for column in columns(found, Grouping.SUPPLIER)]
    assert titles[3:6] == ["Skillnad", "Varav nya avtal", "Skillnad i %"]
    assert row(found, Grouping.SUPPLIER, "Alla", found.total)[4] == 49_863_02


def test_columns_without_anything_in_them_are_left_out(workspace: Workspace, ids: dict[str, UUID]) -> None:
    titles = [[column.title for column in columns(year(workspace, number), Grouping.KIND)] for number in (2026, 2027)]
    assert titles[0][-3:] == ["Budget, rader", "Utfall, rader", "Per invånare"]
    assert titles[1] == ["Kostnadstyp", "Kostnad 2027", "Kostnad 2026", "Skillnad", "Skillnad i %", "Per invånare"]


def test_lines_without_a_year_are_counted_so_that_they_can_be_told_of(
    workspace: Workspace, ids: dict[str, UUID], add: Add
) -> None:
    add("cost_lines", kind="drift", system=str(ids["viklo"]), budget=1)
    add("cost_lines", kind="drift", system=str(ids["viklo"]))
    add("cost_lines", kind="drift", year=2019, system=str(ids["viklo"]))
    costs = costs_of(workspace.reading())
    assert costs.lines_without_year == 1
    assert years_of(costs) == [2027, 2026, 2025, 2019]


def test_per_inhabitant_and_per_user(workspace: Workspace, ids: dict[str, UUID], add: Add) -> None:
    add("system_uses", system=str(ids["viklo"]), organisation=str(ids["social"]), user_count=3)
    add("system_uses", system=str(ids["viklo"]), organisation=str(ids["social"]), user_count=5, status="upphort")
    found = year(workspace)
    assert found.inhabitants is not None
    assert (found.inhabitants.number, found.inhabitants.day.isoformat()) == (8998, "2025-09-30")
    assert found.per_inhabitant(found.total) == round(100_005_01 / 8998)
    by_system = {row.group: found.per_user(row) for row in found.sums(Grouping.SYSTEM)}
    assert by_system == {ids["lifecare"].bytes: 125_01, ids["viklo"].bytes: 1_666_667}
    assert {found.per_user(row) for row in found.sums(Grouping.KIND)} == {None}
    old = year(workspace, 2024).inhabitants
    assert old is not None
    assert old.day.isoformat() == "2024-12-31"
    workspace.records.save("organisations", workspace.file.info.organisation, {"municipality_code": "1499"})
    assert year(workspace).per_inhabitant(found.total) is None


@pytest.mark.parametrize(
    ("register", "name"), [("systems", "lifecare"), ("systems", "viklo"), ("agreements", "support")]
)
def test_what_is_read_around_a_record_tells_the_same_of_it(
    workspace: Workspace, ids: dict[str, UUID], add: Add, register: str, name: str
) -> None:
    add("cost_lines", kind="drift", year=2026, agreement=str(ids["support"]), budget=77)
    add("agreements", title="Annat", status="gallande", annual_price=5, systems=[str(ids["lifecare"])])
    around = costs_around(workspace.reading(), register, ids[name])
    for number in (2025, 2026):
        whole, near = year(workspace, number).costs, around.sources.costs(number)
        mine = [cost for cost in whole if ids[name].bytes in (cost.system, cost.agreement)]
        assert mine
        assert [cost for cost in near if ids[name].bytes in (cost.system, cost.agreement)] == mine


def test_what_is_in_the_bin_costs_nothing(workspace: Workspace, ids: dict[str, UUID]) -> None:
    workspace.records.delete("agreements", [ids["support"]])
    assert amounts(workspace) == [("kostnadsrad", 5_00), ("system", 10_000_00)]


def test_last_years_lines_become_the_budget_in_one_step_and_only_once(
    workspace: Workspace, ids: dict[str, UUID], add: Add
) -> None:
    add("cost_lines", kind="drift", year=2025, system=str(ids["viklo"]))
    planned = copy_as_budget(workspace.reading(), workspace.records, 2026)
    assert planned is not None
    assert planned.title == "Kopierade 1 kostnadsrad från 2025 som budget för 2026"
    assert [(change.after or {})["budget"] for change in planned.changes] == [2_00]
    workspace.records.apply(planned)
    assert copy_as_budget(workspace.reading(), workspace.records, 2026) is None
    assert ("kostnadsrad", 2_00) in amounts(workspace)
    workspace.undo.undo()
    assert ("kostnadsrad", 2_00) not in amounts(workspace)


def test_of_a_price_that_kommuner_share_the_own_part_is_counted_and_told(workspace: Workspace) -> None:
    sharers = [str(municipality_id(code)) for code in ("1438", "1460")]
    values = {"title": "Driftavtal Personec", "kind": "driftavtal", "status": "gallande", "starts_on": "2020-01-01"}
    shared = {"allocation_model": "LIKA", "connected_municipalities": sharers}
    workspace.records.add("agreements", {**values, **shared, "open_ended": True, "annual_price": 100_000_00})
    reading = workspace.reading()
    costs = costs_of(reading)
    (piece,) = costs.sources.costs(2026)
    assert piece.amount == 50_000_00
    told = names(workspace, piece).told(piece).replace("\u00a0", " ")
    assert told == "Kommunens del av avtalets pris i dag, 50 000 kr av 100 000 kr om året."
