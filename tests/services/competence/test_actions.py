"""Actions proposed for gaps, and what actions cost by area and year."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.competence import Sums
from itadmin.domain.identifiers import municipality_id
from itadmin.services.competence.actions import (
    actions_in,
    gaps_of,
    propose_all,
    proposed,
    sums_by_topic_and_year,
)
from itadmin.services.competence.ground import Topic, ground_of
from itadmin.services.workspace import Workspace

Region = dict[str, UUID]


def values_for(workspace: Workspace, name: str) -> dict[str, Any]:
    ground = ground_of(workspace.reading())
    topic: Topic = next(each for each in ground.topics if each.name == name)
    actions: list[Any] = [read.record for read in actions_in(workspace.reading())]
    return proposed(ground, topic, gaps_of(ground, topic, actions), municipality_id("1460"), 2027)


def test_one_who_is_to_know_more_learns_beside_somebody_in_a_neighbour(workspace: Workspace, region: Region) -> None:
    values = values_for(workspace, "Nät")
    assert (values["title"], values["kind"], values["level_after"]) == (
        "Jobbskugga i grannkommun: Nät",
        "jobbskugga",
        "3",
    )
    assert (values["people"], values["municipalities"]) == ([str(region["Bo Åberg"])], [])
    assert (values["planned_on"], values["status"]) == ("2027", "ej_paborjad")


def test_where_nobody_else_is_able_it_is_a_course(workspace: Workspace, region: Region, judge: Any) -> None:
    judge(region["Anna Ek"], ("area", region["Server"]), "3")
    judge(region["Bo Åberg"], ("area", region["Server"]), "1", "3", priority="hog")
    workspace.records.save("people", region["Cia Öst"], {"left_on": "2026-01-01"})
    values = values_for(workspace, "Server")
    assert (values["title"], values["kind"], values["priority"], values["seats"]) == ("Kurs: Server", "kurs", "hog", 1)


def test_a_neighbour_sees_to_its_own_people(workspace: Workspace, region: Region) -> None:
    assert values_for(workspace, "Server") == {}
    workspace.records.save("people", region["Cia Öst"], {"organisation": None})
    assert values_for(workspace, "Server")["people"] == [str(region["Cia Öst"])]


def test_people_of_several_kommuner_go_together(workspace: Workspace, region: Region, judge: Any) -> None:
    judge(region["Anna Ek"], ("area", region["Server"]), None, "2")
    values = values_for(workspace, "Server")
    assert values["municipalities"] == sorted(str(municipality_id(code)) for code in ("1460", "1461"))
    assert values["level_after"] == "4"


def test_all_gaps_get_an_action_once(workspace: Workspace, region: Region) -> None:
    assert region
    reading = workspace.reading()
    step = propose_all(workspace.records, reading, ground_of(reading))
    assert step is not None
    workspace.records.apply(step)
    assert [read.label for read in actions_in(workspace.reading())] == [
        "Fler som behärskar: Server",
        "Jobbskugga i grannkommun: Nät",
    ]
    reading = workspace.reading()
    assert propose_all(workspace.records, reading, ground_of(reading)) is None
    keys = reading.keys("competence_actions")
    workspace.records.save("competence_actions", keys[0], {"status": "klar"})
    reading = workspace.reading()
    again = propose_all(workspace.records, reading, ground_of(reading))
    assert again is not None
    assert len(again.changes) == 1


def test_an_area_that_too_few_are_able_in_gets_an_action_once(
    workspace: Workspace, region: Region, judge: Callable[..., UUID]
) -> None:
    for name in ("GIS", "Telefoni"):
        region[name] = workspace.records.add("networks", {"name": name})
    judge(region["Cia Öst"], ("area", region["GIS"]), "3")
    judge(region["Anna Ek"], ("area", region["GIS"]), "1")
    judge(region["Bo Åberg"], ("area", region["GIS"]), "2")
    region["Telnät"] = workspace.records.add("networks", {"name": "Telnät"})
    judge(region["Cia Öst"], ("area", region["Telnät"]), "2")
    reading = workspace.reading()
    step = propose_all(workspace.records, reading, ground_of(reading))
    assert step is not None
    made = {str((change.after or {})["title"]): change.after or {} for change in step.changes}
    gis, telephony = made["Fler som behärskar: GIS"], made["Fler som behärskar: Telefoni"]
    assert made["Fler som behärskar: Telnät"]["people"] == []
    assert (gis["kind"], gis["people"], gis["seats"]) == ("jobbskugga", [str(region["Bo Åberg"])], 1)
    assert (gis["level_after"], gis["priority"], gis["note"]) == ("3", None, "En enda i regionen behärskar området.")
    assert (telephony["kind"], telephony["people"], telephony["seats"]) == ("kurs", [], 2)
    assert (telephony["priority"], telephony["area"]) == ("hog", str(region["Telefoni"]))
    workspace.records.apply(step)
    reading = workspace.reading()
    assert propose_all(workspace.records, reading, ground_of(reading)) is None


def test_costs_are_summed_by_area_and_year(workspace: Workspace, region: Region) -> None:
    add = workspace.records.add
    nat, kvarnen = {"area": str(region["Nät"])}, {"system": str(region["Kvarnen"])}
    add("competence_actions", {"title": "A", **nat, "planned_on": "2027-03", "cost_alone": 500, "cost_together": 200})
    add("competence_actions", {"title": "B", **nat, "planned_on": "2027", "cost_alone": 100})
    add("competence_actions", {"title": "C", **nat, "planned_on": "2028", "cost_alone": 10, "cost_together": 20})
    add("competence_actions", {"title": "D", **kvarnen, "cost_alone": 7, "cost_together": 3, "status": "klar"})
    add("competence_actions", {"title": "E", **nat, "planned_on": "2027", "cost_alone": 1, "status": "avbruten"})
    add("competence_actions", {"title": "F", "cost_together": 5})
    found = [
        (each.name, each.year, each.actions, each.sums)
        for each in sums_by_topic_and_year(actions_in(workspace.reading()))
    ]
    assert found == [
        ("Kvarnen", "", 1, Sums(7, 3, 4, 0)),
        ("Nät", "2027", 2, Sums(600, 200, 300, 1)),
        ("Nät", "2028", 1, Sums(10, 20, -10, 0)),
        ("", "", 1, Sums(0, 5, 0, 1)),
    ]
