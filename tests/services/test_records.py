"""Editing: what is checked, what is written, what is told – for every register."""

import os
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadmin.domain.changes import Change, ChangeSet, difference
from itadmin.domain.entry import filled_in
from itadmin.domain.fields import Reference, References
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import InvalidRecordError, KnownError, NotFoundError, ReadOnlyError, StaleRecordError
from itadmin.domain.record import Record, to_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import clean_line, clean_text
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_content
from itadmin.storage.search import match_expression

Plain = dict[str, Any]
DAY = date(2026, 11, 22)
NEIGHBOUR = municipality_id("1438")
CORPORA = os.environ.get("ITADMIN_CORPORA")


@pytest.fixture
def told(workspace: Workspace) -> list[tuple[ChangeSet, object]]:
    """What listeners are told."""
    heard: list[tuple[ChangeSet, object]] = []
    workspace.listeners.append(lambda changes, initiator: heard.append((changes, initiator)))
    return heard


# Every register, whatever is put in


@pytest.fixture
def targets(workspace: Workspace) -> dict[str, list[UUID]]:
    """Records of each register to refer to, a placeholder among them."""
    records = workspace.records
    system = records.add("systems", {"name": "Lifecare"})
    plan = records.add("training_plans", {"title": "Utbildningsplan"})
    implementation = records.add("implementations", {"title": "Införande"})
    made = {
        "people": [records.add("people", {"name": "Anna Ek"})],
        "organisations": [records.add("organisations", {"name": "IT-enheten"}), NEIGHBOUR],
        "systems": [system, records.add("systems", {"name": "Treserva"})],
        "agreements": [records.add("agreements", {"title": "Driftavtal"})],
        "steering_documents": [records.add("steering_documents", {"title": "IT-policy"})],
        "papers": [records.add("papers", {"number": "2026-0001"})],
        "training_plans": [plan],
        "training_modules": [records.add("training_modules", {"title": "Grundkurs", "plan": str(plan)})],
        "training_sessions": [records.add("training_sessions", {"title": "Våren"})],
        "networks": [records.add("networks", {"name": "Nät"})],
        "implementations": [implementation],
        "implementation_activities": [
            records.add("implementation_activities", {"title": "Prova", "plan": str(implementation)}),
        ],
        "platform_changes": [records.add("platform_changes", {"title": "Windows 12"})],
        "cooperation_cases": [records.add("cooperation_cases", {"title": "Gemensamt ärendesystem"})],
    }
    fields = (field for register in REGISTERS.values() for field in register.fields.values())
    assert set(made) >= {field.to for field in fields if isinstance(field, (Reference, References))}
    return made


def entered(register: Register, values: Plain, before: Record | None = None) -> Plain:
    """What a record of these values says when it comes from `before`, or is new, with what the change brings."""
    was = before or register.record()
    record = filled_in(was, values)
    return to_plain(register.settle(was, record, DAY) if register.settle else record)


def is_refused(register: Register, record: Record, after: Plain) -> bool:
    """Whether a record is locked so that it may not come to say this."""
    change = difference(register.name, record.id, to_plain(record), after)
    return bool(change and register.lock and register.lock.refuses(record, change.after or {}))


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_put_in_comes_out_everywhere(
    register: Register,
    workspace: Workspace,
    targets: dict[str, list[UUID]],
    values_of: Callable[..., st.SearchStrategy[Plain]],
    data: st.DataObject,
) -> None:
    values = data.draw(values_of(register, targets))
    expected = entered(register, values)
    proposed = bool(expected.get(register.proposal))
    record_id = workspace.records.add(register.name, values)

    read = workspace.reading().one(register.name, record_id)
    assert to_plain(read.record) == expected
    assert record_id in workspace.reading().keys(register.name, ListQuery(proposals=proposed))
    assert read.label == label_from_plain(register, expected)
    if not proposed and match_expression(read.label):
        assert record_id in workspace.reading().keys(register.name, ListQuery(words=read.label))

    copy = open_content(workspace.path, workspace.file.content())
    with closing(copy):
        assert to_plain(Reading(copy, DAY).one(register.name, record_id).record) == expected

    other = to_plain(filled_in(register.record(), data.draw(values_of(register, targets))))
    second = entered(register, other, read.record)
    if is_refused(register, read.record, second):
        with pytest.raises(ReadOnlyError):
            workspace.records.save(register.name, record_id, other)
        return
    workspace.records.save(register.name, record_id, other)
    assert to_plain(workspace.reading().one(register.name, record_id).record) == second
    history = workspace.reading().history(record_id)
    assert history[-1].change.after == expected
    if expected != second:
        latest = history[0]
        assert latest.change.before == {name: expected[name] for name in latest.change.before or {}}
        workspace.undo.undo()
        assert to_plain(workspace.reading().one(register.name, record_id).record) == expected


NAUGHTY = [
    "<b>fet</b> &amp; <script>alert(1)</script>",
    "' OR '1'='1'; DROP TABLE systems; --",
    "=cmd|'/C calc'!A0",
    "👩\u200d👩\u200d👧 🏳️ ﷽ Z͑ͫ̓a̴l̷g̶o̶",
    "{0.__class__} %s ${HOME} \\ \\0 \\x00",
    "عربي עברית 中文 ไทย",
    "\u202eomvänd\u202c \x00nul \x1b[31mröd",
    "\ud800 ensam surrogat \ufffe \U0001ffff",
    "x" * 100_000,
]


def naughty_strings() -> list[str]:
    if not CORPORA:
        return NAUGHTY
    lines = Path(CORPORA, "naughty-strings", "blns.txt").read_text(encoding="utf-8").split("\n")
    return [*NAUGHTY, *(line for line in lines if line and not line.startswith("#"))]


def test_texts_that_break_programs_are_kept_as_text(workspace: Workspace) -> None:
    texts = [text for text in naughty_strings() if clean_text(text)]
    changes = []
    for text in texts:
        plain = to_plain(filled_in(REGISTERS["agreements"].record(), {"title": text[:200] or "x", "note": text}))
        changes.append(Change("agreements", workspace.around.new_id(), None, {**plain, "title": plain["title"] or "x"}))
    workspace.records.apply(ChangeSet("Många", tuple(changes)))
    with closing(open_content(workspace.path, workspace.file.content())) as copy:
        reads = Reading(copy, DAY).many("agreements", [change.record_id for change in changes])
    assert [read.record.note for read in reads.values()] == [clean_text(text) for text in texts]


@pytest.mark.parametrize("text", NAUGHTY)
def test_a_text_is_whole_or_refused_in_one_sentence(workspace: Workspace, text: str) -> None:
    system = workspace.records.add("systems", {"name": "S"})
    before = workspace.path.read_bytes()
    if len(text) > 300:
        with pytest.raises(InvalidRecordError, match="har 100\u00a0000 tecken men får ha högst 300"):
            workspace.records.save("systems", system, {"product": text})
        assert workspace.path.read_bytes() == before
    else:
        workspace.records.save("systems", system, {"product": text})
        assert workspace.reading().one("systems", system).record.product == clean_line(text)


# Adding and changing


def test_a_new_record_is_ours_and_told_once(workspace: Workspace, told: list[tuple[ChangeSet, object]]) -> None:
    me = object()
    system = workspace.records.add("systems", {"name": " Lifecare "}, initiator=me)
    read = workspace.reading().one("systems", system)
    assert (read.label, read.record.revision, read.record.owner) == ("Lifecare", 1, municipality_id("1460"))
    ((changes, initiator),) = told
    assert (changes.title, initiator) == ("La till Lifecare", me)
    assert [change.record_id for change in changes.changes] == [system]


@pytest.mark.parametrize(
    ("register", "values", "sentence"),
    [
        ("systems", {}, "Namn måste fyllas i."),
        ("systems", {"name": " \x00 "}, "Namn måste fyllas i."),
        ("organisations", {"name": "A", "organisation_number": "212000-1844"}, "Kontrollsiffran stämmer inte."),
        (
            "roles",
            {"system": str(UUID(int=1)), "kind": "systemagare", "starts_on": "2026-02-01", "ends_on": "2026-01-31"},
            "Rollen slutar före sin första dag.",
        ),
        (
            "agreements",
            {"title": "A", "starts_on": "2026-02-01", "first_term_ends_on": "2026-01-31"},
            "ligger före startdagen",
        ),
        (
            "agreements",
            {
                "title": "A",
                "starts_on": "2026-02-01",
                "first_term_ends_on": "2026-01-31",
                "contacts": [{"party": "driftenhet", "task": "it_chef", "email": "konstig"}],
            },
            "ligger före startdagen",
        ),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_written(
    workspace: Workspace, told: list[tuple[ChangeSet, object]], register: str, values: Plain, sentence: str
) -> None:
    before = workspace.path.read_bytes()
    with pytest.raises(InvalidRecordError, match=sentence) as caught:
        workspace.records.add(register, values)
    assert caught.value.problems == workspace.records.check(register, values)
    assert workspace.path.read_bytes() == before
    assert told == []


def test_a_reference_to_nothing_is_refused(workspace: Workspace) -> None:
    before = workspace.path.read_bytes()
    with pytest.raises(KnownError, match="hänvisar till något som inte finns"):
        workspace.records.add("systems", {"name": "A", "supplier": str(UUID(int=4))})
    assert workspace.path.read_bytes() == before


def test_a_field_that_does_not_exist_is_a_mistake_of_ours(workspace: Workspace) -> None:
    with pytest.raises(KeyError):
        workspace.records.add("systems", {"name": "A", "nmae": "B"})


def test_a_change_holds_only_what_differs(workspace: Workspace, told: list[tuple[ChangeSet, object]]) -> None:
    system = workspace.records.add("systems", {"name": "A", "product": "P"})
    changes = workspace.records.save("systems", system, {"name": "B", "product": "P", "version": None})
    assert changes == ChangeSet("Ändrade A", (Change("systems", system, {"name": "A"}, {"name": "B"}),))
    assert told[-1][0] == changes
    assert workspace.reading().one("systems", system).record.revision == 2


def test_saving_the_same_makes_no_step(workspace: Workspace, told: list[tuple[ChangeSet, object]]) -> None:
    system = workspace.records.add("systems", {"name": "A"})
    before = workspace.path.read_bytes()
    assert workspace.records.save("systems", system, {"name": " A "}).changes == ()
    assert workspace.records.delete("systems", []).changes == ()
    assert workspace.records.restore("systems", [system]).changes == ()
    assert workspace.path.read_bytes() == before
    assert len(told) == 1


def test_a_stale_draft_is_refused(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "A"})
    workspace.records.save("systems", system, {"name": "B"}, revision=1)
    with pytest.raises(StaleRecordError, match="har ändrat posten"):
        workspace.records.save("systems", system, {"name": "C"}, revision=1)
    assert workspace.reading().one("systems", system).label == "B"


def test_what_is_checked_is_what_would_be(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "A", "in_operation_since": "2020"})
    (problem,) = workspace.records.check("systems", {"planned_retirement": "2019"}, system)
    assert problem.field == "planned_retirement"
    assert workspace.records.check("systems", {"planned_retirement": "2021"}, system) == ()


@pytest.mark.parametrize("action", ["save", "delete", "restore", "copy"])
def test_what_is_not_there_and_what_is_not_ours_cannot_be_changed(workspace: Workspace, action: str) -> None:
    def change(record_id: UUID) -> None:
        if action == "save":
            workspace.records.save("organisations", record_id, {"name": "X"})
        elif action == "copy":
            workspace.records.copy("organisations", record_id)
        else:
            getattr(workspace.records, action)("organisations", [record_id])

    before = workspace.path.read_bytes()
    with pytest.raises(NotFoundError):
        change(UUID(int=4))
    with pytest.raises(ReadOnlyError, match="hör till en annan organisation"):
        change(NEIGHBOUR)
    assert workspace.path.read_bytes() == before


def test_a_placeholder_can_be_referred_to(workspace: Workspace) -> None:
    unit = workspace.records.add("organisations", {"name": "IT-enheten", "parent": str(NEIGHBOUR)})
    read = workspace.reading().one("organisations", unit)
    assert read.labels[NEIGHBOUR] == "Dals-Eds kommun"


# The bin and copies


def test_several_go_to_the_bin_in_one_step_and_come_back(workspace: Workspace) -> None:
    ids = [workspace.records.add("systems", {"name": name}) for name in "abc"]
    assert workspace.records.delete("systems", ids[:1]).title == "La i papperskorgen: a"
    assert workspace.records.delete("systems", ids).title == "La i papperskorgen: 3 poster"
    assert workspace.reading().keys("systems") == []
    assert len(workspace.records.restore("systems", ids).changes) == 3
    assert workspace.reading().keys("systems") == ids


def test_a_copy_says_that_it_is_one_and_shares_no_number(workspace: Workspace) -> None:
    agreement = workspace.records.add(
        "agreements", {"title": "Driftavtal", "number": "DA-1", "note": "n", "freezes": [{"reason": "Bokslut"}]}
    )
    workspace.records.delete("agreements", [agreement])
    copy = workspace.reading().one("agreements", workspace.records.copy("agreements", agreement)).record
    assert (copy.title, copy.number, copy.note, copy.deleted) == ("Driftavtal (kopia)", "", "n", False)
    assert copy.freezes[0].reason == "Bokslut"


def test_a_copy_of_a_long_name_still_fits(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "x" * 300})
    name = workspace.reading().one("systems", workspace.records.copy("systems", system)).label
    assert len(name) == 300
    assert name.endswith("x (kopia)")


def test_a_copy_of_what_has_no_name_gets_none(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "S"})
    role = workspace.records.add("roles", {"system": str(system), "kind": "systemagare"})
    copy = workspace.records.copy("roles", role)
    assert workspace.reading().one("roles", copy).record.function == ""


# Roles


@pytest.fixture
def people(workspace: Workspace) -> list[str]:
    return [str(workspace.records.add("people", {"name": name})) for name in ("Anna", "Bo")]


def roles(workspace: Workspace) -> list[tuple[str, date | None, date | None]]:
    found = workspace.reading().many("roles", workspace.reading().keys("roles")).values()
    return sorted(
        (
            (read.labels.get(read.record.person, read.record.function), read.record.starts_on, read.record.ends_on)
            for read in found
        ),
        key=str,
    )


def owner(workspace: Workspace, system: UUID) -> str | None:
    holders = workspace.reading().one("systems", system).holders
    return holders["system_owner"].label if "system_owner" in holders else None


def test_a_role_is_given_changed_and_ended_with_its_days(workspace: Workspace, clock: Any, people: list[str]) -> None:
    anna, bo = people
    system = workspace.records.add("systems", {"name": "S", "system_owner": anna})
    assert (owner(workspace, system), roles(workspace)) == ("Anna", [("Anna", None, None)])
    clock.move(days=10)
    workspace.records.save("systems", system, {"system_owner": bo})
    today, yesterday = date(2026, 12, 2), date(2026, 12, 1)
    assert (owner(workspace, system), roles(workspace)) == ("Bo", [("Anna", None, yesterday), ("Bo", today, None)])
    clock.move(days=30)
    changes = workspace.records.save("systems", system, {"system_owner": None})
    assert len(changes.changes) == 1
    assert owner(workspace, system) is None
    assert roles(workspace) == [("Anna", None, yesterday), ("Bo", today, date(2026, 12, 31))]
    for holder in ("Bo", "Anna"):
        workspace.undo.undo()
        assert owner(workspace, system) == holder
    workspace.undo.undo()
    assert (roles(workspace), workspace.reading().keys("systems")) == ([], [])


def test_a_role_changed_again_the_same_day_has_never_been(workspace: Workspace, people: list[str]) -> None:
    anna, bo = people
    system = workspace.records.add("systems", {"name": "S", "system_owner": anna})
    workspace.records.save("systems", system, {"system_owner": bo})
    workspace.records.save("systems", system, {"system_owner": anna})
    assert owner(workspace, system) == "Anna"
    assert roles(workspace) == [("Anna", None, date(2026, 11, 21)), ("Anna", date(2026, 11, 22), None)]


def test_giving_a_role_to_who_has_it_is_no_change(workspace: Workspace, people: list[str]) -> None:
    system = workspace.records.add("systems", {"name": "S", "system_owner": people[0]})
    assert workspace.records.save("systems", system, {"system_owner": people[0]}).changes == ()


def test_a_function_gives_way_to_a_person(workspace: Workspace, people: list[str]) -> None:
    system = workspace.records.add("systems", {"name": "S"})
    role = {"system": str(system), "kind": "systemagare", "function": "Socialchef", "ends_on": "2027-12-31"}
    workspace.records.add("roles", role)
    assert owner(workspace, system) == "Socialchef"
    workspace.records.save("systems", system, {"system_owner": people[0]})
    assert owner(workspace, system) == "Anna"
    assert roles(workspace) == [("Anna", date(2026, 11, 22), None), ("Socialchef", None, date(2026, 11, 21))]
    workspace.undo.undo()
    assert roles(workspace) == [("Socialchef", None, date(2027, 12, 31))]


def test_several_who_share_a_role_give_way_together(workspace: Workspace, people: list[str]) -> None:
    system = workspace.records.add("systems", {"name": "S"})
    for person in people:
        workspace.records.add("roles", {"system": str(system), "kind": "systemagare", "person": person})
    workspace.records.save("systems", system, {"system_owner": None})
    assert owner(workspace, system) is None
    assert {ends for _, _, ends in roles(workspace)} == {date(2026, 11, 21)}


def test_a_role_given_with_a_name_is_one_step(workspace: Workspace, people: list[str]) -> None:
    system = workspace.records.add("systems", {"name": "S", "system_owner": people[0], "system_manager": people[1]})
    changes = workspace.records.save(
        "systems", system, {"name": "T", "system_owner": people[1], "system_manager": None}
    )
    assert changes.registers == {"systems", "roles"}
    assert len(changes.changes) == 4
    workspace.undo.undo()
    read = workspace.reading().one("systems", system)
    assert (read.label, {name: holder.label for name, holder in read.holders.items()}) == (
        "S",
        {"system_owner": "Anna", "system_manager": "Bo"},
    )


def test_nobody_is_given_a_role(workspace: Workspace) -> None:
    before = workspace.path.read_bytes()
    with pytest.raises(KnownError, match="hänvisar till något som inte finns"):
        workspace.records.add("systems", {"name": "S", "system_owner": str(UUID(int=4))})
    assert workspace.path.read_bytes() == before
