"""Every type of paper, made of a file in which every text is hostile: it comes out, is sound, and leads nowhere."""

import os
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdf
import pypdf.annotations
import pytest
from pypdf.actions import JavaScript

from itadmin.documents.catalogue import TYPES
from itadmin.documents.making import make
from itadmin.domain.fields import LongText, Rows, Text
from itadmin.domain.record import described_fields
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace

MARKUP = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <a href='https://example.invalid'>här</a>",
    "![bild](https://example.invalid/a.png) [länk](javascript:alert(1)) <https://example.invalid> # rubrik | a | b |",
    "{{titel}} {{ {% raw %} ${titel} %s {0} {__class__} \\\\ endstream endobj << /JS (app.alert(1)) >> ) Tj ET",
    '=HYPERLINK("https://example.invalid") \x00\x07\x1b \u202e\u2066 \ud800 \ufeff Z\u0351\u036b 👩‍👩‍👧 漢\u2028 \r\n',
    "1. ett\n   - två\n      1. tre\n\n| a | b |\n|---|\n| **c** |\n\n## rubrik\n\n---\n\n```\nkod\n```\n",
)
ACTIVE = (
    "/URI",
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/AF",
    "/RichMedia",
    "/GoToR",
    "/XFA",
)
ACTIVE += ("/OpenAction", "/AA", "/SubmitForm", "/AcroForm", "/XObject", "/Movie", "/Sound", "/Filespec", "/GoToE")
_OF_A_FILE = ("agenda", "agreement_calendar", "roadmap", "annual_wheel", "it_policy", "gantt", "gantt_all")
_OF_A_FILE += ("platform_notice", "platform_notice_all")
_OF_A_FILE += ("competence_plan", "competence_plan_without_names", "cooperation_overview")
_OF_A_FILE += ("region_overview", "course_list")
_OF_A_RECORD: dict[str, tuple[str, dict[str, str]]] = {
    "meeting_minutes": ("decisions", {"decided_on": "2026-11-22", "due": "2026-12-22"}),
    "decision_paper": ("cooperation_cases", {}),
    "cooperation_agreement": ("agreements", {"kind": "samverkansavtal"}),
    "cost_allocation": ("allocations", {}),
}
"""Papers of a record that a file is asked about: its register, and what it has besides hostile texts."""
_LONGEST = 260


def naughty() -> Iterator[str]:
    """Hostile strings without end: our own, and the corpus where there is one."""
    strings = list(MARKUP)
    if folder := os.environ.get("ITADMIN_CORPORA"):
        lines = (Path(folder) / "naughty-strings" / "blns.txt").read_text(encoding="utf-8").splitlines()
        strings += [line for line in lines if line and not line.startswith("#")]
    return cycle(strings)


def text_of(strings: Iterator[str], most: int) -> str:
    """As many of the strings as a field has room for."""
    text = next(strings)
    while len(text) < min(most, _LONGEST):
        text += f" {next(strings)}"
    return text[:most]


def hostile(owner: Any, kind: Any, strings: Iterator[str]) -> Any:
    """A record or owned row with every text hostile, in rows too."""
    typed: dict[str, Any] = {}
    for name, field in described_fields(kind).items():
        if isinstance(field, (Text, LongText)) and name != "digest":
            typed[name] = text_of(strings, field.max_length)
        elif isinstance(field, Rows):
            typed[name] = tuple(hostile(row, field.row, strings) for row in getattr(owner, name))
    return replace(owner, **typed)


def active_parts(content: bytes) -> set[str]:
    """What in a file could do something, or lead out of it."""
    reader = pypdf.PdfReader(BytesIO(content))
    names: set[str] = set()
    for number in range(1, reader.trailer["/Size"] - 1):
        names |= _names(reader.get_object(number))
    for shown in reader.pages:
        for annotation in (each.get_object() for each in shown.get("/Annots", ())):
            if annotation["/Subtype"] != "/Link" or "/Dest" not in annotation:
                names.add("/URI")
    return names & set(ACTIVE)


def _names(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(name for inner in value.values() for name in _names(inner))}
    if isinstance(value, list):
        return {name for inner in value for name in _names(inner)}
    return {str(value)} if isinstance(value, pypdf.generic.NameObject) else set()


def records(example: Any) -> dict[str, UUID]:
    """What each type is made of, by type or register."""
    return {
        "agreements": example.agreement,
        "systems": example.system,
        "organisations": example.ids["supplier"],
        "access_decisions": example.ids["decision"],
        "dpa_instruction": example.ids["dpa"],
        "roles": example.ids["owner"],
        "it_instruction": UUID(int=50),
        "steering_document": UUID(int=53),
        "paper_profiles": UUID(int=51),
        "training_sessions": UUID(int=54),
        "training_participations": UUID(int=55),
        "training_plans": UUID(int=91),
        "implementations": UUID(int=94),
    }


@pytest.fixture
def hostile_example(example: Any) -> Any:
    """The example with some of what styrande dokument are made of, every text hostile."""
    templates = {50: "it_instruktion_drift", 53: "egen_text"}
    made = example.adding(
        "steering_documents", *({"id": key, "title": "x", "template": value} for key, value in templates.items())
    )
    chapters = ({"id": 60 + key, "heading": "x", "document": str(UUID(int=key))} for key in templates)
    goals = ({"id": 70 + key, "wording": "x", "area": "kompetens", "document": str(UUID(int=key))} for key in templates)
    decisions = ({"id": 80 + key, "document": str(UUID(int=key)), "body": "kf"} for key in templates)
    made = made.adding("steering_chapters", *chapters).adding("goals", *goals).adding("steering_decisions", *decisions)
    own = str(made.reading.organisation_id)
    made = made.adding("paper_profiles", {"id": 51, "name": "x", "organisation": own})
    made = made.adding("document_variables", {"id": 90, "name": "x"})
    plan, modules, person = ({"id": 91, "title": "x"}, [str(UUID(int=92))], {"id": 93, "name": "x"})
    made = made.adding("training_plans", plan).adding("people", person)
    made = made.adding("training_modules", {"id": 92, "title": "x", "plan": str(UUID(int=91)), "content": "x"})
    made = made.adding("training_sessions", {"id": 54, "title": "x", "modules": modules, "starts_on": "2026-10-01"})
    made = made.adding("implementations", {"id": 94, "title": "x", "kind": "inforande"})
    part = {"id": 55, "status": "genomford", "session": str(UUID(int=54)), "person": str(UUID(int=93))}
    made = made.adding("training_participations", part)
    strings = naughty()
    held = {
        register: {key: hostile(record, REGISTERS[register].record, strings) for key, record in of.items()}
        for register, of in made.reading.records.items()
    }
    return made.read_as(records=held)


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind not in (*_OF_A_FILE, *_OF_A_RECORD)])
def test_every_type_is_made_of_hostile_texts(kind: str, hostile_example: Any, faults: Any) -> None:
    of = records(hostile_example)
    chosen = of.get(kind, of.get(str(TYPES[kind].register)))
    content = make(kind, hostile_example.reading, chosen, draft=True)
    assert faults(content) == []
    assert active_parts(content) == set()


def test_what_is_active_is_found() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_open_action(JavaScript("app.alert(1)"))
    writer.add_attachment("a.txt", b"a")
    writer.add_annotation(0, pypdf.annotations.Link(rect=(0, 0, 9, 9), url="https://example.invalid"))
    written = BytesIO()
    writer.write(written)
    assert {"/JS", "/JavaScript", "/EmbeddedFile", "/EmbeddedFiles", "/URI"} <= active_parts(written.getvalue())


def policy(workspace: Workspace, strings: Iterator[str]) -> UUID:
    """An IT-policy of the own kommun with a chapter, a goal and a decision."""
    add, own = workspace.records.add, str(workspace.file.info.organisation)
    made = add("steering_documents", {"title": text_of(strings, 150), "template": "it_policy", "municipalities": [own]})
    of = {"document": str(made)}
    add("steering_chapters", {**of, "heading": text_of(strings, 120), "text": text_of(strings, 2000)})
    add("goals", {**of, "wording": text_of(strings, 200), "area": "kompetens"})
    add("steering_decisions", {**of, "municipality": own, "body": "KF", "paragraph": text_of(strings, 20)})
    return made


@pytest.fixture
def hostile_file(workspace: Workspace) -> Workspace:
    """A file with what the types of a whole file tell of, as far as hostile texts may be entered."""
    strings, add = naughty(), workspace.records.add
    today = workspace.reading().day
    begun = today.replace(year=today.year - 2).isoformat()
    term = {"starts_on": begun, "signed_on": begun, "notice_months": 3, "renewal_months": 12}
    for number in range(1, 4):
        end = today.replace(year=today.year + number).isoformat()
        life = {"lifecycle": "i_drift", "in_operation_since": begun, "planned_retirement": end}
        system = str(add("systems", {"name": text_of(strings, 120), **life}))
        values = {"title": text_of(strings, 150), "kind": "licensavtal", "status": "gallande", "systems": [system]}
        add("agreements", {**values, **term, "first_term_months": 24 + 12 * number, "number": text_of(strings, 30)})
        add("roles", {"kind": "systemagare", "system": system, "function": text_of(strings, 80)})
        held = today.replace(month=number).isoformat()
        add("yearly_activities", {"name": text_of(strings, 120), "kind": "annat", "starts_on": held})
    return workspace


def implementation(workspace: Workspace, strings: Iterator[str]) -> UUID:
    """A plan with a phase and an activity, all of whose texts are hostile."""
    phase = {"phase": "test", "starts_on": "2026-11-01", "decision": text_of(strings, 120), "ends_on": "2026-12-01"}
    plan = workspace.records.add("implementations", {"title": text_of(strings, 120), "phases": [phase]})
    activity = {"plan": str(plan), "phase": "test", "ends_on": "2026-11-20"}
    texts = {"title": text_of(strings, 120), "responsible_function": text_of(strings, 120)}
    workspace.records.add("implementation_activities", {**activity, **texts})
    return plan


def platform_change(workspace: Workspace, strings: Iterator[str]) -> UUID:
    """A change that touches a system and costs the own kommun something, all of whose texts are hostile."""
    add, systems = workspace.records.add, workspace.reading().keys("systems")
    texts = {name: text_of(strings, 500) for name in ("description", "reason")}
    texts |= {name: text_of(strings, 120) for name in ("title", "responsible_function")}
    change = add("platform_changes", {**texts, "systems": [str(systems[0])]})
    cost = {"year": 2027, "amount": 100, "note": text_of(strings, 120)}
    about = {"change": str(change), "organisation": str(workspace.file.info.organisation), "consequences": [cost]}
    add("platform_notices", {**about, "recipient_function": text_of(strings, 120)})
    return change


@pytest.mark.parametrize("kind", _OF_A_FILE)
def test_what_is_made_of_the_whole_file_is_made_of_hostile_texts(
    kind: str, hostile_file: Workspace, faults: Any
) -> None:
    made = {"it_policy": policy, "gantt": implementation, "platform_notice_all": platform_change}.get(kind)
    of = made(hostile_file, naughty()) if made else None
    if kind == "platform_notice":
        change = platform_change(hostile_file, naughty())
        (of,) = [read.record.id for read in hostile_file.reading().referring("platform_notices", "change", change)]
    content = make(kind, hostile_file.reading(), of, draft=True)
    assert faults(content) == []
    assert active_parts(content) == set()


@pytest.mark.parametrize("kind", _OF_A_RECORD)
def test_what_asks_the_file_of_a_record_is_made_of_hostile_texts(
    kind: str, hostile_file: Workspace, faults: Any
) -> None:
    name, values = _OF_A_RECORD[kind]
    strings, fields = naughty(), described_fields(REGISTERS[name].record).items()
    texts = {key: text_of(strings, field.max_length) for key, field in fields if type(field) in (Text, LongText)}
    of = hostile_file.records.add(name, {**texts, **values})
    content = make(kind, hostile_file.reading(), of, draft=True)
    assert faults(content) == []
    assert active_parts(content) == set()
