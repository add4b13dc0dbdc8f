"""A step is written whole: rows, links, journal and search – or refused."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select, text, update

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError, ReadOnlyError, StaleRecordError
from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.storage.records import RecordReader
from itadmin.storage.tables import JOURNAL, STEPS, TABLES
from itadmin.storage.unit_of_work import StepNote, apply

Plain = dict[str, Any]


def addition(workspace: Workspace, register: str, **values: Any) -> Change:
    description = REGISTERS[register]
    return Change(register, workspace.around.new_id(), None, to_plain(description.record(**values)))


def write(workspace: Workspace, *changes: Change) -> int:
    note = StepNote(workspace.around.new_id(), "2026-11-22T12:00:00.000+00:00", "Kim Berg")
    with workspace.file.writing() as connection:
        reader = RecordReader(connection, workspace.around.today())
        return apply(connection, reader, ChangeSet("Ett steg", changes), note, workspace.file.info.organisation)


def plain(workspace: Workspace, register: str, ids: Iterable[UUID]) -> dict[UUID, Plain]:
    with workspace.file.reading() as connection:
        return RecordReader(connection, workspace.around.today()).plain(REGISTERS[register], ids)


def test_a_step_is_noted_with_who_when_and_what(workspace: Workspace) -> None:
    change = addition(workspace, "systems", name="Lifecare")
    number = write(workspace, change)
    with workspace.file.reading() as connection:
        step = connection.execute(select(STEPS).where(STEPS.c.pk == number)).one()
        (line,) = connection.execute(select(JOURNAL).where(JOURNAL.c.step == number)).all()
    assert (step.title, step.who, step.kind, step.target) == ("Ett steg", "Kim Berg", "step", None)
    assert step.at == "2026-11-22T12:00:00.000+00:00"
    assert (line.register, line.record_id, line.before) == ("systems", str(change.record_id), None)
    assert '"name": "Lifecare"' in line.after


def test_the_journal_holds_letters_as_they_are(workspace: Workspace) -> None:
    write(workspace, addition(workspace, "systems", name="Åmål 🙂"))
    with workspace.file.reading() as connection:
        assert "Åmål 🙂" in connection.execute(select(JOURNAL.c.after)).scalar_one()


def test_a_record_may_be_made_changed_and_changed_again_in_one_step(workspace: Workspace) -> None:
    people = [addition(workspace, "organisations", name=name) for name in "ab"]
    first, second = (str(change.record_id) for change in people)
    made = addition(workspace, "agreements", title="Ett", connected_municipalities=(people[0].record_id,))
    write(
        workspace,
        *people,
        made,
        Change("agreements", made.record_id, {"title": "Ett"}, {"title": "Två", "note": "x"}),
        Change(
            "agreements",
            made.record_id,
            {"title": "Två", "connected_municipalities": [first]},
            {"title": "Tre", "connected_municipalities": [second, first]},
        ),
        Change(
            "agreements",
            made.record_id,
            {"connected_municipalities": [second, first]},
            {"connected_municipalities": [second]},
        ),
    )
    (found,) = plain(workspace, "agreements", [made.record_id]).values()
    assert (found["title"], found["note"], found["connected_municipalities"]) == ("Tre", "x", [second])


def test_records_changed_in_different_fields_each_get_their_own(workspace: Workspace) -> None:
    made = [addition(workspace, "systems", name=f"S{number}", product="P") for number in range(4)]
    write(workspace, *made)
    ids = [change.record_id for change in made]
    write(
        workspace,
        Change("systems", ids[0], {"name": "S0"}, {"name": "Nytt"}),
        Change("systems", ids[1], {"name": "S1", "product": "P"}, {"name": "Annat", "product": None}),
        Change("systems", ids[2], {"name": "S2"}, {"name": "Tredje"}),
    )
    found = plain(workspace, "systems", ids)
    assert [(found[key]["name"], found[key]["product"]) for key in ids] == [
        ("Nytt", "P"),
        ("Annat", None),
        ("Tredje", "P"),
        ("S3", "P"),
    ]
    reading = workspace.reading()
    assert [reading.one("systems", key).label for key in ids] == ["Nytt", "Annat", "Tredje", "S3"]
    assert [reading.one("systems", key).record.revision for key in ids] == [2, 2, 2, 1]


def test_a_step_and_its_inverse_leave_everything_as_it_was(workspace: Workspace) -> None:
    organisation = addition(workspace, "organisations", name="Leverantören")
    system = addition(workspace, "systems", name="S", supplier=organisation.record_id)
    step = ChangeSet("", (organisation, system, Change("systems", system.record_id, {"name": "S"}, {"name": "T"})))
    write(workspace, *step.changes)
    write(workspace, *step.inverse("").changes)
    assert plain(workspace, "systems", [system.record_id]) == {}
    assert plain(workspace, "organisations", [organisation.record_id]) == {}
    with workspace.file.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM search_index")).scalar_one() == 1


def test_records_may_refer_to_each_other_in_any_order(workspace: Workspace) -> None:
    organisation = addition(workspace, "organisations", name="Leverantören")
    write(workspace, addition(workspace, "systems", name="S", supplier=organisation.record_id), organisation)
    assert len(workspace.reading().keys("systems")) == 1


@pytest.mark.parametrize("before", [{"name": "Annat"}, {"name": "S", "product": "Annan"}])
def test_what_was_changed_meanwhile_is_not_changed(workspace: Workspace, before: Plain) -> None:
    made, other = addition(workspace, "systems", name="S"), addition(workspace, "systems", name="U")
    write(workspace, made, other)
    with pytest.raises(StaleRecordError, match=r"^S har ändrats av någon annan"):
        write(
            workspace,
            Change("systems", other.record_id, {"name": "U"}, {"name": "V"}),
            Change("systems", made.record_id, before, {"name": "T"}),
        )
    found = plain(workspace, "systems", [made.record_id, other.record_id])
    assert {values["name"] for values in found.values()} == {"S", "U"}


def test_what_is_gone_cannot_be_changed(workspace: Workspace) -> None:
    with pytest.raises(StaleRecordError, match=r"^En post bland system har ändrats"):
        write(workspace, Change("systems", UUID(int=5), {"name": "S"}, {"name": "T"}))


@pytest.mark.parametrize("after", [{"name": "Annat"}, None])
def test_another_owners_record_cannot_be_written(workspace: Workspace, after: Plain | None) -> None:
    neighbour = municipality_id("1438")
    before = plain(workspace, "organisations", [neighbour])[neighbour]
    with pytest.raises(ReadOnlyError, match="en annan organisation"):
        write(workspace, Change("organisations", neighbour, {"name": before["name"]}, after))
    assert plain(workspace, "organisations", [neighbour])[neighbour] == before


def test_a_received_record_cannot_be_written_either(workspace: Workspace) -> None:
    made = addition(workspace, "systems", name="S")
    write(workspace, made)
    main = TABLES["systems"].main
    with workspace.file.writing() as connection:
        connection.execute(update(main).values(owner=municipality_id("1438")))
    with pytest.raises(ReadOnlyError):
        write(workspace, Change("systems", made.record_id, {"name": "S"}, {"name": "T"}))
    with pytest.raises(ReadOnlyError):
        write(workspace, made.inverse())


def test_a_refused_step_leaves_no_trace(workspace: Workspace) -> None:
    before = workspace.file.content()
    with pytest.raises(KnownError):
        write(workspace, addition(workspace, "systems", name="S", supplier=UUID(int=9)))
    assert workspace.file.content() == before


def test_a_text_longer_than_the_field_is_stopped_by_the_file_too(workspace: Workspace) -> None:
    with workspace.file.writing() as connection, pytest.raises(Exception, match="CHECK constraint failed"):
        connection.execute(
            insert(TABLES["people"].main),
            {
                "id": UUID(int=1),
                "owner": UUID(int=1),
                "revision": 1,
                "deleted": False,
                "shared": True,
                "placeholder": False,
                "label": "",
                "sort_key": "",
                "name": "x" * 301,
            },
        )


def test_a_step_may_hold_thousands_of_records(workspace: Workspace) -> None:
    made = [addition(workspace, "people", name=f"Person {number}") for number in range(5001)]
    write(workspace, *made)
    write(workspace, *(Change("people", change.record_id, {"deleted": False}, {"deleted": True}) for change in made))
    assert workspace.reading().count("people") == 0
    write(workspace, *(change.inverse() for change in made))
    assert plain(workspace, "people", [change.record_id for change in made]) == {}
