"""Plans as Gantt pictures: every phase and activity is a lane that says all of itself, also in words."""

from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.calculations.gantt import Bar
from itadmin.domain.calculations.time_chart import Arrow, Fill, Lane, Shape, Tie
from itadmin.domain.problems import NotFoundError
from itadmin.services.gantt import gantt_of, gantt_of_all
from itadmin.services.workspace import Workspace

Ids = dict[str, UUID]


def lane(workspace: Workspace, ids: Ids, name: str) -> Lane:
    return next(each for each in gantt_of(workspace.reading(), ids["plan"]).chart.lanes() if each.name == name)


def drawn(found: Lane) -> list[tuple[Fill, str, str]]:
    return [(each.fill, str(each.starts_on), str(each.ends_on)) for each in found.stretches]


def test_a_plan_shows_its_phases_in_order_with_their_activities_under_them(
    workspace: Workspace, e_archive: Ids
) -> None:
    gantt = gantt_of(workspace.reading(), e_archive["plan"])
    assert [(each.name, each.level) for each in gantt.chart.lanes()] == [
        ("Införande av e-arkiv", 0),
        ("Planering", 0),
        ("Skriva projektplan", 1),
        ("Uppsättning och integration", 0),
        ("Sätta upp miljön", 1),
        ("Föra över information", 1),
        ("Driftstart", 0),
        ("Utbilda", 1),
    ]
    assert gantt.place(4) == (e_archive["Sätta upp miljön"], "")
    assert gantt.place(3) == (e_archive["plan"], "uppsattning")
    assert gantt.place(99) is None
    axis = gantt.chart.axis
    assert (str(axis.first), str(axis.last), axis.shows_weeks) == ("2026-08-31", "2027-01-31", True)


def test_the_whole_is_said_in_a_sentence(workspace: Workspace, e_archive: Ids) -> None:
    assert gantt_of(workspace.reading(), e_archive["plan"]).chart.sentence == (
        "3 faser och 4 aktiviteter, 1 september 2026 – 29 januari 2027. 37\N{NO-BREAK SPACE}% är gjort. "
        "1 aktivitet är försenad. Driftstart är den 11 januari 2027."
    )


def test_what_is_done_left_and_late_of_an_activity_is_drawn_and_said(workspace: Workspace, e_archive: Ids) -> None:
    late = lane(workspace, e_archive, "Sätta upp miljön")
    assert drawn(late) == [
        (Fill.CHOICE, "2026-10-19", "2026-11-13"),
        (Fill.FIRM, "2026-10-19", "2026-10-31"),
        (Fill.WINDOW, "2026-11-14", "2026-11-22"),
    ]
    assert late.sentence == (
        "Sätta upp miljön: 19 oktober – 13 november 2026, 50\N{NO-BREAK SPACE}% gjort, pågår, försenad, "
        "väntar på Skriva projektplan, Systemansvarig."
    )
    assert late.cells == (
        "Sätta upp miljön",
        "2026-10-19",
        "2026-11-13",
        "50\N{NO-BREAK SPACE}%",
        "Pågår, försenad",
        "Systemansvarig",
        "Skriva projektplan",
    )
    done = lane(workspace, e_archive, "Skriva projektplan")
    assert [fill for fill, _first, _last in drawn(done)] == [Fill.CHOICE, Fill.FIRM]
    assert drawn(done)[0][1:] == drawn(done)[1][1:]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"status": "avbruten"}, [(Fill.VAGUE, "2026-12-07", "2026-12-18")]),
        ({"starts_on": None}, [(Fill.CHOICE, "2026-12-18", "2026-12-18")]),
        ({"starts_on": None, "ends_on": None}, []),
        ({"status": "klar"}, [(fill, "2026-12-07", "2026-12-18") for fill in (Fill.CHOICE, Fill.FIRM)]),
    ],
)
def test_an_activity_without_all_its_days_or_dropped_is_drawn_as_far_as_it_is_known(
    workspace: Workspace, e_archive: Ids, values: dict[str, str | None], expected: list[tuple[Fill, str, str]]
) -> None:
    workspace.records.save("implementation_activities", e_archive["Utbilda"], values)
    assert drawn(lane(workspace, e_archive, "Utbilda")) == expected


def test_decisions_and_the_day_all_leads_to_are_marks(workspace: Workspace, e_archive: Ids) -> None:
    plan = lane(workspace, e_archive, "Införande av e-arkiv")
    assert [(mark.shape, str(mark.day), mark.sentence) for mark in plan.marks] == [
        (Shape.DECIDED, "2026-10-15", "BP2 Planen godkänns (Planering) beslutades den 15 oktober 2026."),
        (
            Shape.CHOICE,
            "2026-12-18",
            "BP3 Miljön godkänns (Uppsättning och integration) ska beslutas den 18 december 2026.",
        ),
        (Shape.GOAL, "2027-01-11", "Införande av e-arkiv: Driftstart är den 11 januari 2027."),
    ]
    assert lane(workspace, e_archive, "Planering").cells[4] == "Beslutad 2026-10-15"
    assert lane(workspace, e_archive, "Uppsättning och integration").cells[4] == "Beslut återstår"


def test_the_days_of_activities_outside_their_phase_are_drawn_and_said(workspace: Workspace, e_archive: Ids) -> None:
    found = lane(workspace, e_archive, "Driftstart")
    assert drawn(found) == [(Fill.CHOICE, "2027-01-11", "2027-01-29"), (Fill.LIKELY, "2026-12-07", "2026-12-18")]
    assert found.cells[4] == "Aktiviteter utanför fasen"
    for gantt in (gantt_of(workspace.reading(), e_archive["plan"]), gantt_of_all(workspace.reading())):
        assert Fill.LIKELY in dict(gantt.chart.legend)
    assert "aktiviteter utanför fasen 7–18 december 2026" in found.sentence
    save, activity = workspace.records.save, e_archive["Utbilda"]
    save("implementation_activities", activity, {"starts_on": "2027-01-11", "ends_on": "2027-02-05"})
    assert drawn(lane(workspace, e_archive, "Driftstart"))[-1] == (Fill.LIKELY, "2027-01-30", "2027-02-05")
    save("implementation_activities", activity, {"status": "avbruten"})
    assert lane(workspace, e_archive, "Driftstart").cells[4] == ""
    assert Fill.LIKELY not in dict(gantt_of(workspace.reading(), e_archive["plan"]).chart.legend)
    save("implementation_activities", e_archive["Föra över information"], {"ends_on": "2026-12-20"})
    assert lane(workspace, e_archive, "Uppsättning och integration").cells[4] == (
        "Beslut återstår, aktiviteter utanför fasen"
    )


def test_a_decision_that_should_have_been_made_makes_its_phase_late(workspace: Workspace, e_archive: Ids) -> None:
    assert Fill.WINDOW not in [fill for fill, *_ in drawn(lane(workspace, e_archive, "Uppsättning och integration"))]
    phase = {"phase": "uppsattning", "starts_on": "2026-10-19", "ends_on": "2026-11-20", "decision": "BP3"}
    workspace.records.save("implementations", e_archive["plan"], {"phases": [phase]})
    found = drawn(lane(workspace, e_archive, "Uppsättning och integration"))
    assert found[-1] == (Fill.WINDOW, "2026-11-21", "2026-11-22")


def test_arrows_say_what_waits_and_which_begins_too_early(workspace: Workspace, e_archive: Ids) -> None:
    chart = gantt_of(workspace.reading(), e_archive["plan"]).chart
    assert chart.arrows == (Arrow(2, 4), Arrow(4, 5), Arrow(5, 7, Tie.BROKEN))
    assert {part for part, _words in chart.legend} >= set(Tie)
    workspace.records.save("implementation_activities", e_archive["Föra över information"], {"status": "avbruten"})
    assert gantt_of(workspace.reading(), e_archive["plan"]).chart.arrows == (Arrow(2, 4),)


def test_what_awaited_work_that_is_done_may_begin_before_it_was_to_end(workspace: Workspace, e_archive: Ids) -> None:
    workspace.records.save("implementation_activities", e_archive["Föra över information"], {"status": "klar"})
    assert gantt_of(workspace.reading(), e_archive["plan"]).chart.arrows[-1] == Arrow(5, 7)


def test_activities_outside_the_phases_of_their_plan_stand_last_under_headings(
    workspace: Workspace, e_archive: Ids
) -> None:
    add, plan = workspace.records.add, str(e_archive["plan"])
    add("implementation_activities", {"title": "Städa", "plan": plan})
    add("implementation_activities", {"title": "Prova", "plan": plan, "phase": "test", "ends_on": "2026-12-01"})
    lanes = list(gantt_of(workspace.reading(), e_archive["plan"]).chart.lanes())[8:]
    told = [(each.name, each.is_heading) for each in lanes]
    assert told == [("Test och pilot", True), ("Prova", False), ("Utan fas", True), ("Städa", False)]
    assert lanes[3].sentence == "Städa: inga dagar."


def test_phases_and_activities_with_days_can_be_moved_and_nothing_else(workspace: Workspace, e_archive: Ids) -> None:
    handles = gantt_of(workspace.reading(), e_archive["plan"]).handles
    assert sorted(handles) == [1, 2, 3, 4, 5, 6, 7]
    assert (handles[3].register, handles[3].phase) == ("implementations", "uppsattning")
    assert handles[4].bar == Bar(date(2026, 10, 19), date(2026, 11, 13))


def test_a_plan_without_a_single_day_has_a_picture_of_the_nearest_time(workspace: Workspace) -> None:
    plan = workspace.records.add("implementations", {"title": "Något"})
    chart = gantt_of(workspace.reading(), plan).chart
    assert (str(chart.axis.first), str(chart.axis.last)) == ("2026-11-16", "2027-02-28")
    assert chart.sentence == "0 faser och 0 aktiviteter."
    with pytest.raises(NotFoundError):
        gantt_of(workspace.reading(), UUID(int=5))


def test_all_plans_under_way_stand_with_their_phases_in_the_order_of_driftstart(
    workspace: Workspace, e_archive: Ids
) -> None:
    add = workspace.records.add
    earlier = {"kind": "avveckling", "status": None, "go_live_on": "2026-12-31"}
    add("implementations", {**earlier, "title": "Avveckling av Kvarnen"})
    finished = [{"point": "klassning", "state": "klart"}]
    for status in ("avbruten", "avslutad"):
        add("implementations", {**earlier, "title": "Borta", "status": status, "checklist": finished})
    gantt = gantt_of_all(workspace.reading())
    assert [(each.name, each.level) for each in gantt.chart.lanes()] == [
        ("Avveckling av Kvarnen", 0),
        ("Införande av e-arkiv", 0),
        ("Planering", 1),
        ("Uppsättning och integration", 1),
        ("Driftstart", 1),
    ]
    assert gantt.chart.lane(0).sentence.endswith("Sista dag i drift är den 31 december 2026.")
    assert gantt.chart.lane(1).cells[-1] == "E-arkivet"
    assert gantt.chart.sentence == "2 planer som är påbörjade och inte avslutade."
    assert gantt.rows[e_archive["plan"], "planering"] == 2
    assert gantt.chart.arrows == ()


def test_what_is_in_the_bin_is_not_shown(workspace: Workspace, e_archive: Ids) -> None:
    workspace.records.delete("implementation_activities", [e_archive["Utbilda"]])
    names = [each.name for each in gantt_of(workspace.reading(), e_archive["plan"]).chart.lanes()]
    assert "Utbilda" not in names
    workspace.records.delete("implementations", [e_archive["plan"]])
    assert list(gantt_of_all(workspace.reading()).chart.lanes()) == []
    with pytest.raises(NotFoundError, match="papperskorgen"):
        gantt_of(workspace.reading(), e_archive["plan"])
