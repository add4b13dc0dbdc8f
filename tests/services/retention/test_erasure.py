"""Somebody who has left becomes nameless: what goes, what remains, and that nothing brings it back."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.erasure import ERASED, NAMELESS
from itadmin.domain.problems import KnownError, NotFoundError, ReadOnlyError
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.display import field_text
from itadmin.services.record_history import record_history
from itadmin.services.retention.erasure import erase, erasure_of
from itadmin.services.time_machine import past_workspace
from itadmin.services.workspace import Workspace, open_workspace
from itadmin.storage.engine import RegisterFile

CANARIES = (
    "Kanarie",
    "kanarie",
    "KANARIE",
    "Olsson",
    "52 60 00",
    "Känslig",
    "somnade",
    "nötter",
    "Vegetarian",
    "byta jobb",
)
PARTICIPATIONS = "training_participations"


def said(workspace: Workspace, register: str, record_id: UUID) -> dict[str, str]:
    read = workspace.reading().one(register, record_id)
    return {name: text for name in REGISTERS[register].fields if (text := field_text(REGISTERS[register], read, name))}


def test_the_record_is_nobody_s_and_says_what_figures_need(workspace: Workspace, left: dict[str, UUID]) -> None:
    erase(workspace, [left["person"]])
    assert said(workspace, "people", left["person"]) == {
        "name": NAMELESS,
        "title": "Systemförvaltare",
        "organisation": "Bengtsfors kommun",
        "left_on": "2026-03-31",
        "anonymised_on": "2026-11-22",
    }


def test_figures_and_roles_remain_without_what_was_written(workspace: Workspace, left: dict[str, UUID]) -> None:
    erase(workspace, [left["person"]])
    assert said(workspace, PARTICIPATIONS, left["participation"]) == {
        "status": "Genomförd",
        "person": NAMELESS,
        "session": "Grundkurs Lifecare",
        "rating": "4",
    }
    assert "note" not in said(workspace, "competences", left["competence"])
    assert said(workspace, "systems", left["system"])["system_manager"] == NAMELESS


def test_a_name_that_somebody_has_written_elsewhere_is_left(workspace: Workspace, left: dict[str, UUID]) -> None:
    erase(workspace, [left["person"]])
    assert said(workspace, "training_sessions", left["other"])["teacher_name"] == "Kanariefågel Zetterqvist, Dals-Ed"


def test_no_byte_of_it_is_left_in_the_file(workspace: Workspace, left: dict[str, UUID]) -> None:
    for _ in range(8):  # enough to fill pages, split them and leave some of them free
        system = workspace.records.add("systems", {"name": "Fyllnad", "purpose": "Kanariefågel " * 900})
        workspace.records.save("systems", system, {"purpose": None})
    workspace.records.save("training_sessions", left["other"], {"teacher_name": None})
    before = workspace.path.read_bytes()
    assert all(word.encode() in before for word in CANARIES if word != "KANARIE")
    _forget_the_others(workspace)
    erase(workspace, [left["person"]])
    after = workspace.path.read_bytes()
    assert [word for word in CANARIES if word.encode() in after or word.lower().encode() in after] == []
    assert not workspace.path.with_name(f"{workspace.path.name}-journal").read_bytes()


def _forget_the_others(workspace: Workspace) -> None:
    """Take out of the journal what the test itself has written about others, as nobody can."""
    with workspace.file.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE journal SET before = NULL, after = '{}' WHERE register IN ('systems', 'training_sessions')"
        )


def test_what_was_said_goes_out_of_the_journal_but_not_that_it_was(workspace: Workspace, left: dict[str, UUID]) -> None:
    steps = len(workspace.reading().history(left["person"]))
    erase(workspace, [left["person"]])
    events = record_history(workspace.reading(), REGISTERS["people"], left["person"])
    assert len(events) == steps + 1
    told = {(field.label, field.old, field.new, field.name) for event in events[1:] for field in event.told.fields}
    assert ("Namn", ERASED, ERASED, "") in told
    assert ("Slutade", "", "2026-03-31", "left_on") in told
    assert {event.step.title for event in events[1:]} == {
        f"La till {NAMELESS}",
        f"Ändrade {NAMELESS}: Namn",
        f"Ändrade {NAMELESS}: Slutade",
    }
    first = {field.label: (field.name, field.old, field.new) for field in events[0].told.fields}
    assert first["Namn"] == ("", ERASED, NAMELESS)
    assert first["Anteckning"] == ("", ERASED, "")


def test_nothing_of_it_is_found_by_searching(workspace: Workspace, left: dict[str, UUID]) -> None:
    erase(workspace, [left["person"]])
    reading = workspace.reading()
    assert [hit.register for word in ("zetterqvist", "olsson") for hit in reading.find(word)] == ["training_sessions"]
    assert not reading.find("vegetarian")


def test_undo_stops_there_and_says_so(workspace: Workspace, left: dict[str, UUID]) -> None:
    erase(workspace, [left["person"]])
    workspace.records.add("systems", {"name": "Senare"})
    workspace.undo.undo()
    with pytest.raises(NotFoundError, match="borttagna vid gallring"):
        workspace.undo.undo()
    with pytest.raises(NotFoundError, match="borttagna vid gallring"):
        workspace.undo.undo_changes()
    assert workspace.reading().one("people", left["person"]).label == NAMELESS


def test_what_was_undone_before_is_not_done_again_afterwards(workspace: Workspace, left: dict[str, UUID]) -> None:
    workspace.records.save("people", left["person"], {"phone": "0531-11 11 11"})
    workspace.undo.undo()
    erase(workspace, [left["person"]])
    with pytest.raises(NotFoundError):
        workspace.undo.redo()
    assert b"11 11 11" not in workspace.path.read_bytes()


def test_an_earlier_day_shows_that_it_is_taken_away(
    workspace: Workspace, left: dict[str, UUID], around: Surroundings, clock: Any
) -> None:
    clock.move(days=3)
    erase(workspace, [left["person"]])
    content = workspace.file.content()
    with closing(past_workspace(workspace.path, content, date(2026, 11, 22), around)) as past:
        assert said(past, "people", left["person"])["name"] == ERASED
        assert said(past, PARTICIPATIONS, left["participation"])["note"] == ERASED


def test_what_was_deleted_by_undo_goes_too(workspace: Workspace, left: dict[str, UUID]) -> None:
    values = {"person": str(left["person"]), "session": str(left["session"]), "status": "anmald"}
    workspace.records.add(PARTICIPATIONS, {**values, "note": "Sällsynt anteckning"})
    workspace.undo.undo()
    erase(workspace, [left["person"]])
    assert "Sällsynt".encode() not in workspace.path.read_bytes()


def test_what_is_written_of_another_stays(
    workspace: Workspace, left: dict[str, UUID], somebody: Callable[..., UUID]
) -> None:
    other = somebody("Bo Ek", note="Kvar")
    taken = workspace.records.add(
        PARTICIPATIONS,
        {"person": str(left["person"]), "session": str(left["session"]), "status": "anmald", "note": "A"},
    )
    workspace.records.save(PARTICIPATIONS, taken, {"person": str(other), "note": "Om Bo"})
    erase(workspace, [left["person"]])
    assert said(workspace, PARTICIPATIONS, taken)["note"] == "Om Bo"
    assert said(workspace, "people", other)["note"] == "Kvar"
    newest = workspace.reading().history(taken)[0].change.after
    assert newest is not None
    assert newest["note"] == "Om Bo"
    assert workspace.reading().history(other)[0].step.title == "La till Bo Ek"


def test_what_lies_in_the_bin_goes_too(workspace: Workspace, left: dict[str, UUID]) -> None:
    workspace.records.delete(PARTICIPATIONS, [left["participation"]])
    workspace.records.delete("people", [left["person"]])
    erase(workspace, [left["person"]])
    assert "note" not in said(workspace, PARTICIPATIONS, left["participation"])
    assert said(workspace, "people", left["person"])["name"] == NAMELESS


def test_the_texts_of_a_participation_alone(workspace: Workspace, left: dict[str, UUID]) -> None:
    step = erase(workspace, [], [left["participation"]]).changes
    assert step.title == "Gallrade texterna i ett deltagande"
    told = said(workspace, PARTICIPATIONS, left["participation"])
    assert told["person"] == "Kanariefågel Zetterqvist"
    assert "note" not in told
    assert b"somnade" not in workspace.path.read_bytes()


def test_many_go_in_one_step(workspace: Workspace, left: dict[str, UUID], somebody: Callable[..., UUID]) -> None:
    second = somebody("Bo Ek", left_on="2025-01-31")
    step = erase(workspace, [left["person"], second], [left["participation"]]).changes
    assert step.title == "Gallrade 2 personer som har slutat och texterna i ett deltagande"
    assert [change.record_id for change in step.changes].count(left["participation"]) == 1
    assert workspace.reading().labels("people", [left["person"], second]) == dict.fromkeys(
        (left["person"], second), NAMELESS
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [({}, "Fyll i sista dagen"), ({"left_on": "2026-12-31"}, "Vänta"), ({"left_on": "2026-11-22"}, "Vänta")],
)
def test_only_who_has_left(
    workspace: Workspace, somebody: Callable[..., UUID], values: dict[str, str], sentence: str
) -> None:
    person = somebody("Bo Ek", **values)
    with pytest.raises(KnownError, match=sentence):
        erase(workspace, [person])
    assert workspace.reading().one("people", person).label == "Bo Ek"


def test_nobody_twice(workspace: Workspace, left: dict[str, UUID]) -> None:
    erase(workspace, [left["person"]])
    with pytest.raises(NotFoundError, match="redan avidentifierad, sedan 2026-11-22"):
        erase(workspace, [left["person"]])


def test_a_file_that_cannot_be_written_anew_is_told(
    workspace: Workspace, left: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: RegisterFile) -> None:
        raise KnownError("Disken är full.")

    monkeypatch.setattr(RegisterFile, "compact", full)
    done = erase(workspace, [left["person"]])
    assert done.remark.startswith("Uppgifterna är borttagna, men filen kunde inte skrivas om")
    assert workspace.reading().one("people", left["person"]).label == NAMELESS


def test_an_earlier_day_cannot_be_changed(workspace: Workspace, left: dict[str, UUID], around: Surroundings) -> None:
    content = workspace.file.content()
    with closing(past_workspace(workspace.path, content, date(2026, 11, 22), around)) as past:
        with pytest.raises(ReadOnlyError):
            erase(past, [left["person"]])
        with pytest.raises(ReadOnlyError):
            past.file.compact()


def test_the_file_is_whole_afterwards(workspace: Workspace, left: dict[str, UUID], register_path: Path) -> None:
    erase(workspace, [left["person"]])
    around = workspace.around
    workspace.close()
    with closing(open_workspace(register_path, around)) as again:
        assert again.reading().one("people", left["person"]).label == NAMELESS
        assert again.records.add("systems", {"name": "Nytt"})


def test_seeing_what_it_comes_to_changes_nothing(workspace: Workspace, left: dict[str, UUID]) -> None:
    before = workspace.file.content()
    erasure = erasure_of(workspace.reading(), [left["person"]])
    assert {change.register for change in erasure.changes.changes} == {"people", PARTICIPATIONS, "competences"}
    assert set(erasure.names[left["person"]]) >= {"Kanariefågel Zetterqvist", "Kanariefågel Olsson"}
    assert workspace.file.content() == before
