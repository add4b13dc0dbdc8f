"""The common plan for IT staff, with names and without, and the heat map by itself: what they say."""

from typing import Any
from uuid import UUID

import page
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.competence_blocks import broken
from itadmin.documents.competence_plan import TYPE, TYPE_WITHOUT_NAMES, prepare_map
from itadmin.documents.content import BarChart, DataTable, Paragraph
from itadmin.documents.making import make, make_competence_map
from itadmin.domain.identifiers import municipality_id
from itadmin.services.competence.heat_map import Asked, Columns
from itadmin.services.workspace import Workspace

Region = dict[str, UUID]


@pytest.fixture
def region(workspace: Workspace) -> Region:
    """Anna of Bengtsfors and Cia of Mellerud, two areas, a system that is hard to keep, and an action."""
    add = workspace.records.add
    found: Region = {}
    for name, code in (("Bengtsfors", "1460"), ("Mellerud", "1461")):
        values = {"name": f"IT-enheten {name}", "kind": "it_enhet", "parent": str(municipality_id(code))}
        found[name] = add("organisations", values)
    for name, unit in (("Anna Ek", "Bengtsfors"), ("Cia Öst", "Mellerud")):
        found[name] = add("people", {"name": name, "organisation": str(found[unit])})
    network = {"contact": str(found["Cia Öst"]), "members": [str(found["Cia Öst"])]}
    found["Server"] = add("networks", {"name": "Server", "place": 10})
    meetings = [{"held_on": "2026-12-01"}]
    found["Nät"] = add("networks", {"name": "Nät", "place": 20, "meetings": meetings, **network})
    found["Kvarnen"] = add("systems", {"name": "Kvarnen", "competence_rating": "sarbar"})
    found["Hemligt"] = add("systems", {"name": "Hemligt", "security_protection": True, "competence_rating": "saknas"})
    for person, field, about, level, wanted in (
        ("Anna Ek", "area", "Nät", "4", None),
        ("Cia Öst", "area", "Nät", "3", None),
        ("Cia Öst", "area", "Server", "2", "4"),
        ("Anna Ek", "system", "Kvarnen", "3", None),
        ("Anna Ek", "system", "Hemligt", "3", None),
    ):
        values = {"person": str(found[person]), field: str(found[about]), "level": level, "wanted_level": wanted or ""}
        add("competences", values)
    action: dict[str, Any] = {"title": "Kurs i servrar", "area": str(found["Server"]), "kind": "kurs", "seats": 1}
    action |= {"people": [str(found["Cia Öst"])], "planned_on": "2027-03", "status": "ej_paborjad"}
    action |= {"cost_alone": 30_000_00, "cost_together": 12_000_00, "municipalities": [str(municipality_id("1461"))]}
    add("competence_actions", action)
    add("competence_actions", {"title": "Given upp", "status": "avbruten", "cost_alone": 99_00})
    return found


def test_the_plan_as_text(workspace: Workspace, region: Region, text_of: Any, matches_expected: Any) -> None:
    assert region
    made = prepare(TYPE, workspace.reading(), None, draft=False)
    assert made.missing == ()
    assert made.file_name == "Gemensam-utbildningsplan-for-IT-personal_Bengtsfors-kommun_2026-11-22.pdf"
    matches_expected("competence_plan.txt", text_of(made.paper))


def test_without_names_nobody_is_named(
    workspace: Workspace, region: Region, text_of: Any, matches_expected: Any
) -> None:
    assert region
    made = prepare(TYPE_WITHOUT_NAMES, workspace.reading(), None, draft=False)
    text = text_of(made.paper)
    assert not [word for word in ("Anna", "Cia", "Ek", "Öst") if word in text]
    matches_expected("competence_plan_without_names.txt", text)


@pytest.mark.parametrize("kind", [TYPE, TYPE_WITHOUT_NAMES])
def test_what_is_under_protection_is_in_no_paper(workspace: Workspace, region: Region, kind: str, text_of: Any) -> None:
    assert region
    assert "Hemligt" not in text_of(prepare(kind, workspace.reading(), None, draft=False).paper)
    assert "Hemligt" not in text_of(prepare_map(workspace.reading(), Asked(Columns.BOTH)).paper)


def test_an_empty_register_says_so(workspace: Workspace) -> None:
    body = prepare(TYPE, workspace.reading(), None, draft=True).paper.body
    told = [block.text for block in body if isinstance(block, Paragraph)]
    assert "Ingen kompetens är bedömd i registret." in told
    assert "Inga åtgärder är planerade." in told


@pytest.mark.parametrize("kind", [TYPE, TYPE_WITHOUT_NAMES])
def test_the_papers_keep_both_standards_and_are_the_same_each_time(
    workspace: Workspace, region: Region, kind: str
) -> None:
    assert region
    paper = make(kind, workspace.reading(), None, draft=False)
    assert paper == make(kind, workspace.reading(), None, draft=False)
    reports = [page.validate_pdf_bytes(paper, profile=profile) for profile in ("2a", "ua1")]
    assert all(report.is_compliant for report in reports)


def test_the_map_by_itself_is_what_is_shown_on_large_pages(workspace: Workspace, region: Region) -> None:
    assert region
    paper = prepare_map(workspace.reading(), Asked(kommun="Bengtsfors kommun")).paper
    assert (paper.title, paper.large, paper.landscape) == ("Kompetenskarta, Bengtsfors kommun", True, True)
    (table,) = [block for block in paper.body if isinstance(block, DataTable)]
    assert [row[0] for row in table.rows] == ["Anna Ek", "Behärskar i regionen"]
    (depth,) = [block for block in paper.body if isinstance(block, BarChart)]
    assert [bar.shown for bar in depth.bars] == ["0 – sårbart", "2", "1 – sårbart"]
    file = make_competence_map(workspace.reading(), Asked(names=False))
    assert page.validate_pdf_bytes(file, profile="ua1").is_compliant


def test_many_columns_are_several_tables(workspace: Workspace, region: Region) -> None:
    assert region
    for number in range(30):
        workspace.records.add("networks", {"name": f"Område {number:02}", "place": 100 + number})
    body = prepare_map(workspace.reading(), Asked()).paper.body
    tables = [block for block in body if isinstance(block, DataTable)]
    assert [len(table.columns) for table in tables] == [18, 18]
    assert tables[1].caption == "Kompetenskarta, Område 14–Område 29"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Nät", "Nät"),
        ("Upphandling", "Upphandling"),
        ("Systemförvaltning", "Systemför\u00advaltning"),
        ("Kommuninvånarregistret", "Kommuninvå\u00adnarregistret"),
        ("Nät och serverdrifttjänster", "Nät och serverd\u00adrifttjänster"),
        ("Xyzzzzzzzzzzzzz", "Xyzzzzz\u00adzzzzzzzz"),
    ],
)
def test_a_long_word_may_be_broken_in_a_narrow_head(name: str, shown: str) -> None:
    assert broken(name) == shown


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "{{namn}} %s", "=1+1\u202e", "å" * 200, "a\u00adb \U0001f600"])
def test_texts_that_mean_harm_are_only_texts(workspace: Workspace, text: str) -> None:
    add = workspace.records.add
    person, area = add("people", {"name": text}), add("networks", {"name": text})
    workspace.records.save("networks", area, {"contact": str(person), "members": [str(person)]})
    add("competences", {"person": str(person), "area": str(area), "level": "1", "wanted_level": "4"})
    add("systems", {"name": text, "competence_rating": "saknas"})
    add("competence_actions", {"title": text, "area": str(area), "people": [str(person)], "planned_on": "2027"})
    for kind in (TYPE, TYPE_WITHOUT_NAMES):
        paper = make(kind, workspace.reading(), None, draft=False)
        assert page.validate_pdf_bytes(paper, profile="ua1").is_compliant
