"""The depth map and the systems whose competence is hard to keep, which agree with what lists find."""

from uuid import UUID

from itadmin.domain.registers.systems import System
from itadmin.services.competence.depth import able_by_system, beside_areas, depth_of, trouble_of, troubles
from itadmin.services.competence.ground import ground_of
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace

Region = dict[str, UUID]


def test_areas_and_systems_with_fewer_than_two_are_marked_with_a_word(workspace: Workspace, region: Region) -> None:
    workspace.records.add("systems", {"name": "Ekot", "competent_people": 3})
    workspace.records.add("systems", {"name": "Gamla", "competent_people": 0, "lifecycle": "avvecklad"})
    workspace.records.add("systems", {"name": "Obedömt"})
    reading = workspace.reading()
    lines = [
        (line.kind, line.name, line.able, line.judged, line.standing) for line in depth_of(reading, ground_of(reading))
    ]
    assert lines == [
        ("Område", "Server", 0, 1, "Sårbart"),
        ("Område", "Nät", 2, 3, "Tryggt"),
        ("System", "Kvarnen", 1, 1, "Sårbart"),
        ("System", "Ekot", 3, None, "Tryggt"),
    ]
    assert beside_areas(depth_of(reading, ground_of(reading))) == "Dessutom är 1 system sårbart."
    few = [
        line.record_id for line in depth_of(reading, ground_of(reading)) if line.is_vulnerable and line.kind == "System"
    ]
    assert few == reading.keys("systems", ListQuery(findings=("kan_for_fa",))) == [region["Kvarnen"]]


def test_depth_a_rating_and_a_missing_substitute_all_count(workspace: Workspace, region: Region) -> None:
    manager = {"system_manager": {"function": "Systemförvaltare"}}
    alone = workspace.records.add("systems", {"name": "Ensam", **manager})
    rated = workspace.records.add("systems", {"name": "Sårbar", "competence_rating": "sarbar", **manager})
    fine = workspace.records.add("systems", {"name": "Trygg", "competence_rating": "god", "competent_people": 2})
    workspace.records.add("systems", {"name": "Gammal", "competence_rating": "saknas", "lifecycle": "avvecklad"})
    reading = workspace.reading()
    assert [(trouble.system, trouble.sentence) for trouble in troubles(reading)] == [
        (alone, "Den systemansvariga har ingen ersättare."),
        (region["Kvarnen"], "Färre än två behärskar systemet."),
        (rated, "Kompetensen bedöms vara sårbar och den systemansvariga har ingen ersättare."),
    ]
    assert trouble_of(reading, fine) is None
    trouble = trouble_of(reading, alone)
    assert trouble is not None
    assert trouble.name == "Ensam"


def test_what_people_are_judged_comes_before_a_number_that_is_told(workspace: Workspace, region: Region) -> None:
    workspace.records.save("systems", region["Kvarnen"], {"competent_people": 5})
    told = workspace.records.add("systems", {"name": "Ekot", "competent_people": 3})
    workspace.records.add("systems", {"name": "Obedömt"})
    reading = workspace.reading()
    systems = [read.record for read in reading.many("systems", reading.keys("systems")).values()]
    found = able_by_system(reading, [system for system in systems if isinstance(system, System)])
    assert found == {region["Kvarnen"]: 1, told: 3}
