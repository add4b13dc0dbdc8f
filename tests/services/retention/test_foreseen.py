"""What one reads before a person is made nameless: what goes, what stays, and where the name stands besides."""

from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.services.retention.foreseen import Written, foresee
from itadmin.services.workspace import Workspace


def test_all_of_it_is_told(workspace: Workspace, left: dict[str, UUID]) -> None:
    before = workspace.file.content()
    told = foresee(workspace.reading(), left["person"])
    assert [label for label, _value in told.emptied] == ["Namn", "E-post", "Telefon", "Anteckning"]
    participation = "training_participations", left["participation"]
    assert told.texts == (
        Written(*participation, "rating_note", "Zetterqvist somnade"),
        Written(*participation, "note", "Vegetarian"),
        Written("competences", left["competence"], "note", "Vill byta jobb"),
    )
    assert told.roles == ("Systemansvarig – Lifecare – Systemförvaltare",)
    assert told.still_held == 1
    assert ("training_participations", "person", 1) in told.kept
    assert [(item.label, item.field, item.in_bin) for item in told.mentions] == [("Hösten", "teacher_name", False)]
    assert workspace.file.content() == before


def test_an_address_that_is_written_elsewhere_is_found(workspace: Workspace, left: dict[str, UUID]) -> None:
    contacts = [{"party": "systemagare", "task": "avtalsansvarig", "email": "kanarie.zetterqvist@bengtsfors.se"}]
    workspace.records.add("agreements", {"title": "Driftavtal", "contacts": contacts})
    told = foresee(workspace.reading(), left["person"]).mentions
    assert ("Driftavtal", "contacts") in [(item.label, item.field) for item in told]


def test_a_role_that_has_ended_is_not_held(workspace: Workspace, left: dict[str, UUID]) -> None:
    (role,) = workspace.reading().referring("roles", "person", left["person"])
    workspace.records.save("roles", role.record.id, {"starts_on": "2020-01-01", "ends_on": "2026-03-31"})
    assert foresee(workspace.reading(), left["person"]).still_held == 0


def test_nobody_who_works_here(workspace: Workspace) -> None:
    person = workspace.records.add("people", {"name": "Bo Ek"})
    with pytest.raises(KnownError, match="Fyll i sista dagen"):
        foresee(workspace.reading(), person)
