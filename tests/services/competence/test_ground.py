"""What is known of competence: who is of the IT staff, where they belong, and what they know."""

from collections.abc import Callable
from uuid import UUID

from itadmin.services.competence.ground import Topic, ground_of
from itadmin.services.workspace import Workspace

Region = dict[str, UUID]


def test_areas_stand_in_their_order_and_systems_after_them(workspace: Workspace, region: Region) -> None:
    ground = ground_of(workspace.reading())
    assert [topic.name for topic in ground.topics] == ["Server", "Nät", "Kvarnen"]
    assert [ground.able(topic) for topic in ground.topics] == [0, 2, 1]
    assert ground.topics[1].ids == (region["Nät"],)


def test_people_belong_to_the_kommun_their_unit_does(workspace: Workspace, region: Region) -> None:
    told = [(who.name, who.unit, who.kommun) for who in ground_of(workspace.reading()).people.values()]
    assert told == [
        ("Anna Ek", "IT-enheten Bengtsfors", "Bengtsfors kommun"),
        ("Bo Åberg", "IT-enheten Bengtsfors", "Bengtsfors kommun"),
        ("Cia Öst", "IT-enheten Mellerud", "Melleruds kommun"),
    ]
    assert region


def test_the_it_staff_is_there_before_it_is_judged_and_others_are_not(workspace: Workspace, region: Region) -> None:
    workspace.records.add("people", {"name": "Dan Ny", "organisation": str(region["Mellerud"])})
    workspace.records.add("people", {"name": "Eva Lärare"})
    names = [who.name for who in ground_of(workspace.reading()).people.values()]
    assert "Dan Ny" in names
    assert "Eva Lärare" not in names


def test_who_has_left_is_no_more(workspace: Workspace, region: Region) -> None:
    workspace.records.save("people", region["Anna Ek"], {"left_on": "2026-11-21"})
    ground = ground_of(workspace.reading())
    assert [who.name for who in ground.people.values()] == ["Bo Åberg", "Cia Öst"]
    assert [topic.name for topic in ground.topics] == ["Server", "Nät"]


def test_systems_of_the_same_product_are_one(workspace: Workspace, region: Region, judge: Callable[..., UUID]) -> None:
    workspace.records.save("systems", region["Kvarnen"], {"product": "Kvarn 5"})
    other = workspace.records.add("systems", {"name": "Kvarn hos grannen", "product": "KVARN 5"})
    judge(region["Cia Öst"], ("system", other), "4")
    ground = ground_of(workspace.reading())
    (system,) = [topic for topic in ground.topics if topic.register == "systems"]
    assert set(system.ids) == {region["Kvarnen"], other}
    assert ground.able(system) == 2


def test_a_judgement_in_the_bin_says_nothing(workspace: Workspace, region: Region) -> None:
    reading = workspace.reading()
    workspace.records.delete("competences", reading.keys("competences"))
    ground = ground_of(workspace.reading())
    assert not ground.judged
    assert ground.able(Topic("networks", "nat", "Nät", 0, (region["Nät"],))) == 0


def test_whom_a_kommun_has_is_told_by_itself_once_it_has_judged_them(
    workspace: Workspace, region: Region, received: Callable[..., UUID]
) -> None:
    theirs = workspace.records.add("people", {"name": "Cia Östlund", "organisation": str(region["Mellerud"])})
    received("people", theirs, code="1461")
    names = {who.name for who in ground_of(workspace.reading()).people.values()}
    assert "Cia Öst" in names
    assert "Cia Östlund" not in names
    values = {"level": "3", "person": str(theirs), "area": str(region["Nät"])}
    received("competences", workspace.records.add("competences", values), code="1461")
    people = {who.name: who.kommun for who in ground_of(workspace.reading()).people.values()}
    assert people["Cia Östlund"] == "Melleruds kommun"
    assert "Cia Öst" not in people


def test_the_own_people_are_told_by_nobody_else(
    workspace: Workspace, region: Region, received: Callable[..., UUID]
) -> None:
    noted = workspace.records.add("people", {"name": "Noterad", "organisation": str(region["Bengtsfors"])})
    values = {"level": "3", "person": str(noted), "area": str(region["Nät"])}
    received("competences", workspace.records.add("competences", values), code="1461")
    received("people", noted, code="1461")
    names = [who.name for who in ground_of(workspace.reading()).people.values()]
    assert "Noterad" not in names
    assert "Anna Ek" in names
