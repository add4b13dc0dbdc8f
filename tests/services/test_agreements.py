"""A new driftavtal from what a real register file knows: prefilled, ready to save, and soon ready to sign."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.problems import NotFoundError
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS
from itadmin.domain.service_classes import preset
from itadmin.services.agreements import operations_agreement_draft, propose_number, with_service_class
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.organisations import belonging
from itadmin.services.workspace import Workspace

DAY = date(2026, 11, 22)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    """The new file of Melleruds kommun."""
    new_id = seeded_id_source("driftavtal", 1_700_000_000_000).new
    around = Surroundings(lambda: datetime(2026, 11, 22, 10, tzinfo=UTC), new_id, "Kim", "dator")
    workspace = Workspace(create(tmp_path / "ny.itadmin", "1461", "", around), around)
    yield workspace
    workspace.close()


class Register:
    """Short ways to fill a register."""

    def __init__(self, work: Workspace) -> None:
        self.work = work
        self.own = work.reading(DAY).organisation_id
        self.other = work.reading(DAY).named("organisations", "1492")
        self.board = self.unit("Kommunstyrelsen", "namnd", self.own)
        self.economy = self.unit("Ekonomienheten", "forvaltning", self.board)
        self.it = self.unit("IT-enheten", "it_enhet", self.board, servicedesk_phone="0530-00 00 20")
        self.other_it = self.unit(
            "IT-enheten", "it_enhet", self.other, servicedesk_email="servicedesk@amal.example", on_call_phone="0532-1"
        )

    def unit(self, name: str, kind: str, parent: UUID, **values: Any) -> UUID:
        return self.work.records.add("organisations", {"name": name, "kind": kind, "parent": str(parent), **values})

    def system(self, unit: UUID | None = None, **values: Any) -> UUID:
        known = {"name": "Kvarnen", "department": str(self.economy), "operating_unit": str(unit) if unit else None}
        return self.work.records.add("systems", {**known, **values})

    def draft(self, system: UUID) -> dict[str, Any]:
        return operations_agreement_draft(self.work.reading(DAY), system, DAY)


@pytest.fixture
def register(work: Workspace) -> Register:
    return Register(work)


def test_a_draft_can_be_saved_as_it_is(register: Register, work: Workspace) -> None:
    values = register.draft(register.system(register.other_it, availability="3"))
    assert values.keys() <= stored_fields(REGISTERS["agreements"].record).keys()
    saved: Any = work.reading(DAY).one("agreements", work.records.add("agreements", values)).record
    assert saved.title == "Driftavtal Kvarnen"
    assert (saved.starts_on, saved.last_notice_day) == (date(2027, 1, 1), date(2029, 6, 30))
    assert len(saved.responsibilities) == 13


@pytest.mark.parametrize(
    ("unit", "kind", "title"),
    [
        ("other_it", "driftavtal", "Driftavtal Kvarnen"),
        ("it", "driftoverenskommelse", "Driftöverenskommelse Kvarnen"),
        ("economy", "driftoverenskommelse", "Driftöverenskommelse Kvarnen"),
    ],
)
def test_what_it_is_called_follows_from_the_parties(register: Register, unit: str, kind: str, title: str) -> None:
    values = register.draft(register.system(getattr(register, unit)))
    assert (values["kind"], values["title"]) == (kind, title)
    assert (values["customer"], values["provider"]) == (str(register.economy), str(getattr(register, unit)))


def test_a_system_without_department_or_operator_is_the_kommuns_own(register: Register) -> None:
    values = register.draft(register.system(department=None))
    assert (values["customer"], values["provider"]) == (str(register.own), None)
    assert values["connected_municipalities"] == [str(register.own)]


def test_what_is_known_of_the_system_comes_along(register: Register) -> None:
    system = register.system(
        register.it, modules="budget", environments="Produktion, test", user_count=12, annual_cost=500, availability="4"
    )
    values = register.draft(system)
    assert (values["modules"], values["user_count"], values["annual_price"]) == ("budget", 12, 500)
    assert values["systems"] == [str(system)]
    assert values["service_class"] == "1"
    assert values["rto_hours"] == preset("1")["rto_hours"]
    assert [row["name"] for row in values["environment_levels"]] == ["Produktion", "test"]


def test_the_population_day_is_one_with_a_figure_that_ships(register: Register) -> None:
    assert register.draft(register.system(register.it))["population_day"] == "2024-12-31"


def test_no_class_is_proposed_when_the_availability_class_is_not_known(register: Register) -> None:
    values = register.draft(register.system())
    assert "service_class" not in values
    assert values["environments"] == "produktion"


def contact(values: dict[str, Any], party: str, task: str) -> dict[str, Any] | None:
    return next((row for row in values["contacts"] if (row["party"], row["task"]) == (party, task)), None)


def test_roles_become_contacts_by_their_function(register: Register, work: Workspace) -> None:
    system = register.system(register.other_it)
    person = work.records.add(
        "people", {"name": "Åsa Öberg", "title": "Systemförvaltare", "email": "asa@kommun.example"}
    )
    role = {"system": str(system), "kind": "systemagare", "function": "Ekonomichef", "phone": "0530-1"}
    work.records.add("roles", role)
    work.records.add("roles", {"system": str(system), "kind": "systemansvarig", "person": str(person)})
    values = register.draft(system)
    owner = contact(values, "systemagare", "avtalsansvarig") or {}
    assert (owner["name"], owner["phone"], owner["email"]) == ("Ekonomichef", "0530-1", None)
    manager = contact(values, "systemagare", "systemansvarig") or {}
    assert (manager["name"], manager["email"]) == ("Systemförvaltare", "asa@kommun.example")
    assert "Åsa" not in str(values)
    assert values["signatories"][0]["position"] == "Ekonomichef"
    assert values["document_owner"] == "Ekonomichef"


def test_the_operator_is_reached_at_its_service_desk(register: Register) -> None:
    values = register.draft(register.system(register.other_it))
    assert (contact(values, "driftenhet", "servicedesk") or {})["email"] == "servicedesk@amal.example"
    assert (contact(values, "driftenhet", "beredskap") or {})["phone"] == "0532-1"
    assert (contact(values, "driftenhet", "driftansvarig") or {})["name"] == "Driftansvarig"
    assert contact(register.draft(register.system()), "driftenhet", "servicedesk") is None


@pytest.mark.parametrize(
    ("unit", "values", "kinds"),
    [
        ("other_it", {}, ["driftdokumentation"]),
        (
            "other_it",
            {"personal_data": True, "category": "verksamhetssystem"},
            ["driftdokumentation", "utbildningsplan"],
        ),
        ("it", {"personal_data": True}, ["driftdokumentation"]),
        (
            "it",
            {
                "personal_data": True,
                "processing_purpose": "Journaler.",
                "data_subjects": "brukare",
                "data_categories": "hälsa",
            },
            ["instruktion", "driftdokumentation"],
        ),
    ],
)
def test_appendices_follow_from_the_system(
    register: Register, unit: str, values: dict[str, Any], kinds: list[str]
) -> None:
    rows = register.draft(register.system(getattr(register, unit), **values))["appendices"]
    assert [row["kind"] for row in rows] == kinds
    assert [row["kind"] for row in rows if row["publicity"] == "sekretessprovas"] == ["driftdokumentation"]


def test_numbers_are_proposed_that_nothing_has(work: Workspace) -> None:
    assert propose_number(work.reading(DAY), DAY) == "DA-2026-001"
    first = work.records.add("agreements", {"title": "Ett", "number": "DA-2026-001"})
    work.records.add("agreements", {"title": "Tre", "number": "DA-2026-003"})
    assert propose_number(work.reading(DAY), DAY) == "DA-2026-002"
    work.records.delete("agreements", [first])
    assert propose_number(work.reading(DAY), DAY) == "DA-2026-002"
    assert propose_number(work.reading(DAY), date(2027, 1, 1)) == "DA-2027-001"


def test_choosing_a_class_fills_every_level() -> None:
    values = with_service_class("2", "produktion, test")
    assert values["service_class"] == "2"
    assert [row["availability_percent"] for row in values["environment_levels"]] == [9900, 9500]
    assert "environment_levels" not in with_service_class("2")
    assert with_service_class("9", "produktion") == {}


def test_an_unknown_system_is_refused(register: Register) -> None:
    with pytest.raises(NotFoundError):
        register.draft(register.own)


def test_belonging_goes_up_to_the_juridical_person(register: Register, work: Workspace) -> None:
    found = belonging(work.reading(DAY), register.economy)
    assert found is not None
    assert (found.legal.id, found.unit_names) == (register.own, "Kommunstyrelsen, Ekonomienheten")
    assert found.full_name == "Melleruds kommun, Kommunstyrelsen, Ekonomienheten"
    assert belonging(work.reading(DAY), None) is None


def test_units_that_belong_to_each_other_end_somewhere(register: Register, work: Workspace) -> None:
    work.records.save("organisations", register.board, {"parent": str(register.economy)})
    found = belonging(work.reading(DAY), register.economy)
    assert found is not None
    assert found.unit_names == "Ekonomienheten"
