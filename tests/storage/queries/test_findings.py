"""Every finding is told of the records it is true of and of no others, also on the day it turns."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers import REGISTERS
from itadmin.services.people_twins import not_the_same_person
from itadmin.services.workspace import Workspace
from itadmin.storage.queries import findings
from itadmin.storage.tables import TABLES

DAY = date(2026, 11, 22)
NEIGHBOUR = municipality_id("1438")

Plain = dict[str, Any]

RIGHT: Plain = {
    "name": "Lifecare",
    "lifecycle": "i_drift",
    "hosting": "egen_drift",
    "system_owner": {"function": "Socialchef"},
    "system_manager": {"function": "Systemförvaltare"},
    "deputy_manager": {"function": "Handläggare"},
    "confidentiality": "3",
    "integrity": "2",
    "availability": "0",
    "classified_on": "2026-03-01",
    "personal_data": True,
    "processing_purpose": "Utföra insatser.",
    "legal_basis": "rattslig_forpliktelse",
    "data_subjects": "Brukare",
    "data_categories": "Hälsa",
    "retention": "Fem år",
    "dpa_status": "ej_tillampligt",
    "impact_assessment_needed": True,
    "impact_assessed_on": "2026-01-10",
    "operations_documentation": "inaktuell",
    "routine_documentation": "behovs_inte",
    "reviewed_on": "2026-05-05",
    "support_ends": "2028",
    "competent_people": 2,
}
"""A system that nothing is wrong with, when it has an agreement."""

Found = Callable[..., list[str]]


@pytest.fixture
def found(workspace: Workspace) -> Found:
    """What is wrong with a record on a day."""

    def of(register: str, record_id: UUID, day: date = DAY) -> list[str]:
        with workspace.file.reading() as connection:
            return findings.found(connection, REGISTERS[register], record_id, day)

    return of


@pytest.fixture
def system(workspace: Workspace) -> Callable[..., UUID]:
    """Add a system that nothing is wrong with but for these values; with a driftavtal in force, or with other terms."""

    def add(agreement: Plain | None = None, **values: Any) -> UUID:
        record_id = workspace.records.add("systems", {**RIGHT, **values})
        terms = {"status": "gallande", **(agreement or {})}
        if terms["status"]:
            workspace.records.add(
                "agreements", {"title": "Avtal", "kind": "driftavtal", "systems": [str(record_id)], **terms}
            )
        return record_id

    return add


def test_every_finding_has_its_condition_and_no_other_has() -> None:
    for register in REGISTERS.values():
        main = TABLES[register.name].main
        for finding in register.findings:
            assert findings.condition(register.name, finding.key, main, DAY) is not None
    with pytest.raises(KeyError):
        findings.condition("systems", "vad_som_helst", TABLES["systems"].main, DAY)


def test_record_filter_and_counts_agree(workspace: Workspace, system: Callable[..., UUID], found: Found) -> None:
    ids = [system(NONE, name="A", system_owner=None), system(name="A", support_ends="2020"), system(name="B")]
    ids += [system(suggestion=True, system_owner=None), system(lifecycle="avvecklad", hosting="annan_kommun")]
    told = {key: found("systems", key) for key in ids}
    assert [len(keys) for keys in told.values()] == [3, 2, 0, 0, 0]
    main = TABLES["systems"].main
    with workspace.file.reading() as connection:
        counted = findings.counts(connection, REGISTERS["systems"], DAY)
        for finding in REGISTERS["systems"].findings:
            asked = select(main.c.id).where(findings.condition("systems", finding.key, main, DAY))
            filtered = {UUID(row.id) for row in connection.execute(asked)}
            assert filtered == {key for key in ids if finding.key in told[key]}
            assert counted[finding.key] == len(filtered)


@pytest.mark.parametrize("register", ["roles", "saved_views"])
def test_a_register_without_findings_has_none(workspace: Workspace, found: Found, register: str) -> None:
    assert found(register, municipality_id("1460")) == []
    with workspace.file.reading() as connection:
        assert findings.counts(connection, REGISTERS[register], DAY) == {}


def test_nothing_is_wrong_with_a_system_that_is_as_it_should_be(system: Callable[..., UUID], found: Found) -> None:
    assert found("systems", system()) == []


OUTSIDE = {"hosting": "saas", "dpa_status": "nej"}


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("utan_systemagare", {"system_owner": None}),
        ("utan_systemansvarig", {"system_manager": None}),
        ("utan_ersattare", {"deputy_manager": None}),
        ("personuppgifter_utan_pub", OUTSIDE),
        ("personuppgifter_utan_pub", {"hosting": "annan_kommun", "dpa_status": None}),
        ("personuppgifter_utan_pub", {"hosting": "extern_drift", "dpa_status": "under_framtagande"}),
        ("utan_klassning", {"confidentiality": None}),
        ("utan_klassning", {"integrity": None}),
        ("utan_klassning", {"availability": None}),
        ("klassning_for_gammal", {"classified_on": "2025-11-21"}),
        ("klassning_for_gammal", {"classification_valid_until": "2026-11-21"}),
        ("personuppgifter_okant", {"personal_data": None}),
        ("personuppgifter_ofullstandiga", {"processing_purpose": None}),
        ("personuppgifter_ofullstandiga", {"legal_basis": None}),
        ("personuppgifter_ofullstandiga", {"data_subjects": None}),
        ("personuppgifter_ofullstandiga", {"data_categories": None}),
        ("personuppgifter_ofullstandiga", {"retention": None}),
        ("utan_konsekvensbedomning", {"impact_assessed_on": None}),
        ("utan_driftdokumentation", {"operations_documentation": None}),
        ("utan_driftdokumentation", {"operations_documentation": "saknas"}),
        ("utan_rutindokumentation", {"routine_documentation": "saknas", "lifecycle": "under_avveckling"}),
        ("granskning_forsenad", {"reviewed_on": "2025-11-21"}),
        ("stod_upphort", {"support_ends": "2025"}),
        ("stod_upphort", {"support_ends": "2026-10"}),
        ("stod_upphort", {"support_ends": "2026-11-21"}),
        ("stod_upphor_snart", {"support_ends": "2026"}),
        ("stod_upphor_snart", {"support_ends": "2026-11"}),
        ("stod_upphor_snart", {"support_ends": "2026-11-22"}),
        ("stod_upphor_snart", {"support_ends": "2027"}),
        ("stod_upphor_snart", {"support_ends": "2027-11"}),
        ("stod_upphor_snart", {"support_ends": "2027-11-22"}),
        ("kan_for_fa", {"competent_people": 1}),
        ("kan_for_fa", {"competent_people": 0}),
    ],
)
def test_one_thing_wrong_is_found_and_nothing_else(
    system: Callable[..., UUID], found: Found, key: str, values: Plain
) -> None:
    assert found("systems", system(**values)) == [key]


@pytest.mark.parametrize(
    "values",
    [
        {"system_owner": None, "lifecycle": "avvecklad"},
        {"system_manager": None, "deputy_manager": None, "lifecycle": "avvecklad"},
        {**OUTSIDE, "personal_data": False},
        {**OUTSIDE, "dpa_status": "ej_tillampligt"},
        {**OUTSIDE, "lifecycle": "avvecklad"},
        {"dpa_status": "nej"},
        {"confidentiality": None, "lifecycle": "avvecklad"},
        {"classified_on": "2025-11-22", "classification_valid_until": "2026-11-22"},
        {"personal_data": None, "lifecycle": "avvecklad"},
        {"personal_data": False, "processing_purpose": None},
        {"impact_assessment_needed": False, "impact_assessed_on": None},
        {"operations_documentation": None, "routine_documentation": None, "lifecycle": "inforande"},
        {"reviewed_on": "2025-11-22"},
        {"reviewed_on": None},
        {"support_ends": None},
        {"support_ends": "2027-12"},
        {"support_ends": "2027-11-23"},
        {"competent_people": None},
    ],
)
def test_what_is_not_wrong_is_not_found(system: Callable[..., UUID], found: Found, values: Plain) -> None:
    assert found("systems", system(**values)) == []


def test_a_system_without_manager_lacks_no_substitute(system: Callable[..., UUID], found: Found) -> None:
    assert found("systems", system(system_manager=None, deputy_manager=None)) == ["utan_systemansvarig"]


def test_who_stands_in_for_somebody_is_somebody_else(
    workspace: Workspace, system: Callable[..., UUID], found: Found
) -> None:
    anna, bo = (str(workspace.records.add("people", {"name": name, "phone": "1"})) for name in ("Anna Ek", "Bo Åberg"))
    same = {"system_manager": anna, "deputy_manager": anna}
    record_id = system(**same)
    system(name="B", system_manager=bo, deputy_manager=anna, system_owner=bo)
    assert found("systems", record_id) == ["ersattare_ar_systemansvarig"]
    assert found("systems", system(name="C", lifecycle="avvecklad", **same)) == []
    assert found("systems", system(name="D", system_manager={"function": "X"}, deputy_manager={"function": "X"})) == []
    with workspace.file.reading() as connection:
        counted = findings.counts(connection, REGISTERS["systems"], DAY)
    assert counted["ersattare_ar_systemansvarig"] == 1
    workspace.records.save("systems", record_id, {"deputy_manager": bo})
    assert found("systems", record_id) == []


def test_a_role_that_has_ended_or_lies_in_the_bin_is_held_by_nobody(
    workspace: Workspace, system: Callable[..., UUID], found: Found
) -> None:
    record_id = system(system_owner={"function": "Socialchef", "ends_on": DAY.isoformat()})
    assert found("systems", record_id) == []
    assert found("systems", record_id, DAY + timedelta(days=1)) == ["utan_systemagare"]
    (role,) = (
        read.record.id for read in workspace.reading().referring("roles", "system", record_id) if "Social" in read.label
    )
    workspace.records.delete("roles", [role])
    assert found("systems", record_id) == ["utan_systemagare"]


def test_a_system_that_was_never_reviewed_is_late_a_year_after_it_came_into_the_register(
    system: Callable[..., UUID], found: Found
) -> None:
    record_id = system(reviewed_on=None, classified_on="2027-06-01", support_ends=None)
    assert found("systems", record_id, date(2027, 11, 22)) == []
    assert found("systems", record_id, date(2027, 11, 23)) == ["granskning_forsenad"]


# Agreements


@pytest.mark.parametrize(
    ("agreement", "in_force"),
    [
        ({}, True),
        ({"kind": "driftoverenskommelse"}, True),
        ({"kind": "supportavtal"}, False),
        ({"kind": None}, False),
        ({"status": None}, False),
        ({"status": "utkast"}, False),
        ({"status": "invantar_underskrift"}, False),
        ({"status": "upphort"}, False),
        ({"status": "uppsagt"}, True),
        ({"status": "uppsagt", "first_term_ends_on": "2026-11-22"}, True),
        ({"status": "uppsagt", "first_term_ends_on": "2026-11-21"}, False),
        ({"status": "uppsagt", "starts_on": "2024-11-23", "first_term_months": 24}, True),
        ({"status": "uppsagt", "starts_on": "2024-11-22", "first_term_months": 24}, False),
        ({"status": "uppsagt", "open_ended": True, "notice_given_on": "2026-08-22", "notice_months": 3}, True),
        ({"status": "uppsagt", "open_ended": True, "notice_given_on": "2026-08-21", "notice_months": 3}, False),
        ({"status": "uppsagt", "open_ended": True, "notice_given_on": "2026-08-21", "notice_days": 93}, True),
        (
            {
                "status": "uppsagt",
                "first_term_ends_on": "2025-06-30",
                "renewal_months": 12,
                "notice_months": 3,
                "notice_given_on": "2026-01-10",
            },
            True,
        ),
        (
            {
                "status": "uppsagt",
                "first_term_ends_on": "2024-06-30",
                "renewal_months": 12,
                "notice_months": 3,
                "notice_given_on": "2025-01-10",
            },
            False,
        ),
    ],
)
def test_operation_is_agreed_by_an_agreement_that_holds(
    system: Callable[..., UUID], found: Found, agreement: Plain, in_force: bool
) -> None:
    assert found("systems", system(agreement)) == ([] if in_force else ["i_drift_utan_driftavtal"])


NONE: Plain = {"status": None}


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        ({}, ["i_drift_utan_driftavtal"]),
        ({"lifecycle": "under_avveckling"}, ["i_drift_utan_driftavtal"]),
        ({"hosting": None}, ["i_drift_utan_driftavtal"]),
        ({"hosting": "saas"}, []),
        ({"hosting": "extern_drift"}, []),
        ({"hosting": "annan_kommun"}, ["annan_kommun_utan_driftavtal", "i_drift_utan_driftavtal"]),
        ({"hosting": "kommunalforbund"}, ["annan_kommun_utan_driftavtal", "i_drift_utan_driftavtal"]),
        ({"hosting": "annan_kommun", "lifecycle": "inforande"}, []),
        ({"hosting": "annan_kommun", "lifecycle": "avvecklad"}, []),
        ({"lifecycle": None, "system_owner": RIGHT["system_owner"]}, []),
    ],
)
def test_only_what_runs_needs_its_agreement(
    system: Callable[..., UUID], found: Found, values: Plain, keys: list[str]
) -> None:
    assert found("systems", system(NONE, **values)) == keys


def test_an_agreement_in_the_bin_or_about_another_system_is_none(
    workspace: Workspace, system: Callable[..., UUID], found: Found
) -> None:
    one, _other = system(NONE), system(name="Treserva")
    assert "i_drift_utan_driftavtal" in found("systems", one)
    agreement = workspace.records.add(
        "agreements", {"title": "Nytt", "kind": "driftavtal", "status": "gallande", "systems": [str(one)]}
    )
    assert found("systems", one) == []
    workspace.records.delete("agreements", [agreement])
    assert "i_drift_utan_driftavtal" in found("systems", one)


def test_a_pub_agreement_in_force_counts_whatever_the_field_says(
    workspace: Workspace, system: Callable[..., UUID], found: Found
) -> None:
    record_id = system(**OUTSIDE)
    assert found("systems", record_id) == ["personuppgifter_utan_pub"]
    values = {"title": "PUB", "kind": "pub_avtal", "status": "gallande", "systems": [str(record_id)]}
    workspace.records.add("agreements", values)
    assert found("systems", record_id) == ["pub_avtal_finns_redan"]
    workspace.records.save("systems", record_id, {"dpa_status": "ja"})
    assert found("systems", record_id) == []


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        ({"hosting": "saas"}, ["pub_avtal_ej_i_registret"]),
        ({"hosting": "saas", "personal_data": False}, []),
        ({"hosting": "saas", "lifecycle": "avvecklad"}, []),
        ({"hosting": "egen_drift"}, []),
    ],
)
def test_a_pub_agreement_that_is_said_to_be_there_is_there(
    system: Callable[..., UUID], found: Found, values: Plain, keys: list[str]
) -> None:
    assert found("systems", system(dpa_status="ja", **values)) == keys


@pytest.mark.parametrize(
    ("unit", "elsewhere"),
    [
        ({"kind": "it_enhet"}, False),
        ({"kind": None}, False),
        ({"kind": "leverantor"}, False),
        ({"kind": "it_enhet", "parent": "1460"}, False),
        ({"kind": "it_enhet", "parent": "1461"}, True),
        ({"kind": "kommun"}, True),
        ({"kind": "forbund"}, True),
        ({"kind": None, "parent": "1461"}, True),
    ],
)
def test_a_unit_of_another_kommun_operates_elsewhere(
    workspace: Workspace, system: Callable[..., UUID], found: Found, unit: Plain, elsewhere: bool
) -> None:
    values = dict(unit)
    if "parent" in values:
        values["parent"] = str(workspace.reading().named("organisations", values["parent"]))
    operating = workspace.records.add("organisations", {"name": "IT-enheten", **values})
    record_id = system(NONE, hosting="saas", operating_unit=str(operating))
    told = ["annan_kommun_utan_driftavtal", "i_drift_utan_driftavtal"]
    assert found("systems", record_id) == (told if elsewhere else [])


def test_what_belongs_to_us_is_not_elsewhere_though_we_belong_to_a_forbund(
    workspace: Workspace, system: Callable[..., UUID], found: Found
) -> None:
    records, own = workspace.records, workspace.file.info.organisation
    joint = records.add("organisations", {"name": "Dalslandsförbundet", "kind": "forbund"})
    records.save("organisations", own, {"parent": str(joint)})
    unit = records.add("organisations", {"name": "IT-enheten", "kind": "it_enhet", "parent": str(own)})
    of_joint = records.add("organisations", {"name": "Förbundets IT", "kind": "it_enhet", "parent": str(joint)})
    assert found("systems", system(NONE, hosting="saas", operating_unit=str(unit))) == []
    other = system(NONE, name="Treserva", hosting="saas", operating_unit=str(of_joint))
    assert "annan_kommun_utan_driftavtal" in found("systems", other)


def test_organisations_that_belong_to_each_other_in_a_ring_are_survived(
    workspace: Workspace, system: Callable[..., UUID], found: Found
) -> None:
    one, other = (workspace.records.add("organisations", {"name": name, "kind": "kommun"}) for name in "AB")
    workspace.records.save("organisations", one, {"parent": str(other)})
    workspace.records.save("organisations", other, {"parent": str(one)})
    assert "annan_kommun_utan_driftavtal" in found("systems", system(NONE, operating_unit=str(one)))


# Whose findings


def test_findings_are_of_own_confirmed_records_in_use_only(
    workspace: Workspace, system: Callable[..., UUID], found: Found
) -> None:
    record_id = system(NONE)
    assert found("systems", record_id) == ["i_drift_utan_driftavtal"]
    workspace.records.save("systems", record_id, {"suggestion": True})
    assert found("systems", record_id) == []
    workspace.records.save("systems", record_id, {"suggestion": False})
    workspace.records.delete("systems", [record_id])
    assert found("systems", record_id) == []
    workspace.records.restore("systems", [record_id])
    assert found("systems", record_id) == ["i_drift_utan_driftavtal"]
    main = TABLES["systems"].main
    with workspace.file.writing() as connection:
        connection.execute(update(main).where(main.c.id == record_id).values(owner=NEIGHBOUR))
    assert found("systems", record_id) == []


# Duplicates


@pytest.mark.parametrize(
    ("name", "is_twin"),
    [
        ("Lifecare", True),
        ("LIFECARE", True),
        ("lifecaré", True),
        ("Life care", False),
        ("Lifecare 2", False),
        ("Lifecar", False),
        ("Lifecarf", False),
    ],
)
def test_the_same_name_is_told_of_both(system: Callable[..., UUID], found: Found, name: str, is_twin: bool) -> None:
    one, other = system(), system(name=name)
    told = ["mojlig_dubblett"] if is_twin else []
    assert found("systems", one) == told
    assert found("systems", other) == told


def test_swedish_letters_are_letters_of_their_own(system: Callable[..., UUID], found: Found) -> None:
    system(name="Ånga")
    assert found("systems", system(name="Anga")) == []
    assert found("systems", system(name="ånga")) == ["mojlig_dubblett"]


def test_the_same_product_of_the_same_supplier_is_told(
    workspace: Workspace, system: Callable[..., UUID], found: Found
) -> None:
    tieto, ist = (
        str(workspace.records.add("organisations", {"name": name, "kind": "leverantor", "phone": "08-12 34 56"}))
        for name in ("Tieto", "IST")
    )
    one = system(supplier=tieto, product="Edlevo")
    others = ((ist, "Edlevo"), (tieto, "Procapita"), (tieto, None), (None, "Edlevo"))
    for name, (supplier, product) in zip("BCDE", others, strict=True):
        system(name=name, supplier=supplier, product=product)
    assert found("systems", one) == []
    system(name="F", supplier=tieto, product="Edlevo")
    assert found("systems", one) == ["mojlig_dubblett"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_pair_that_is_not_the_same_is_silent_for_good(
    workspace: Workspace, system: Callable[..., UUID], found: Found, turned: bool
) -> None:
    one, other = (system(), system())[:: -1 if turned else 1]
    match = workspace.records.add("matches", {"verdict": "inte_samma", "one": str(one), "other": str(other)})
    assert found("systems", one) == found("systems", other) == []
    third = system()
    assert found("systems", one) == found("systems", third) == ["mojlig_dubblett"]
    workspace.records.delete("systems", [third])
    assert found("systems", one) == []
    workspace.records.save("matches", match, {"verdict": "samma"})
    assert found("systems", one) == ["mojlig_dubblett"]
    workspace.records.save("matches", match, {"verdict": "inte_samma"})
    workspace.records.delete("matches", [match])
    assert found("systems", one) == ["mojlig_dubblett"]


def test_what_is_only_proposed_is_nobodys_twin(system: Callable[..., UUID], found: Found) -> None:
    system(suggestion=True)
    assert found("systems", system()) == []


# The registers around the systems


@pytest.fixture
def retired(system: Callable[..., UUID]) -> str:
    return str(system(NONE, name="Gammalt", lifecycle="avvecklad"))


FIXED = {"title": "Avtal", "status": "gallande", "first_term_ends_on": "2026-11-21"}


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        (FIXED, ["gallande_efter_avtalstid"]),
        ({**FIXED, "first_term_ends_on": "2026-11-22"}, []),
        ({**FIXED, "status": "upphort"}, []),
        ({**FIXED, "open_ended": True}, []),
        ({**FIXED, "renewal_months": 12}, []),
        ({**FIXED, "options": [{"months": 12}]}, []),
        ({"title": "Avtal", "kind": "driftavtal"}, ["driftavtal_utan_system"]),
        ({"title": "Avtal", "kind": "driftavtal", "status": "ersatt"}, []),
        ({"title": "Avtal", "kind": "ramavtal"}, []),
    ],
)
def test_agreements(workspace: Workspace, found: Found, values: Plain, keys: list[str]) -> None:
    assert found("agreements", workspace.records.add("agreements", values)) == keys


def test_an_agreement_about_what_is_retired(
    workspace: Workspace, found: Found, retired: str, system: Callable[..., UUID]
) -> None:
    values = {"title": "Avtal", "kind": "driftavtal", "systems": [str(system()), retired]}
    agreement = workspace.records.add("agreements", {**values, "status": "gallande"})
    assert found("agreements", agreement) == ["avvecklat_system"]
    workspace.records.save("agreements", agreement, {"status": "upphort"})
    assert found("agreements", agreement) == []


@pytest.mark.parametrize("way", ["support_phone", "support_portal", "incident_email", "phone"])
def test_a_supplier_that_cannot_be_reached(
    workspace: Workspace, found: Found, system: Callable[..., UUID], way: str
) -> None:
    supplier = workspace.records.add("organisations", {"name": "Tieto", "kind": "leverantor"})
    assert found("organisations", supplier) == []
    record_id = system(supplier=str(supplier))
    assert found("organisations", supplier) == ["leverantor_utan_kontakt"]
    workspace.records.save("organisations", supplier, {way: "08-12 34 56"})
    assert found("organisations", supplier) == []
    workspace.records.save("organisations", supplier, {way: None})
    workspace.records.save("systems", record_id, {"lifecycle": "avvecklad"})
    assert found("organisations", supplier) == []


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        ({}, ["utan_kontaktuppgifter", "utan_uppdrag"]),
        ({"phone": "0531-123 45"}, ["utan_uppdrag"]),
        ({"email": "kim@kommun.example", "kind": "kontaktperson"}, []),
    ],
)
def test_people(workspace: Workspace, found: Found, values: Plain, keys: list[str]) -> None:
    assert found("people", workspace.records.add("people", {"name": "Kim Berg", **values})) == keys


@pytest.mark.parametrize(
    ("register", "values"),
    [
        ("roles", {"kind": "systemagare", "ends_on": DAY.isoformat()}),
        ("access_decisions", {"access_right": "Läsa", "ends_on": DAY.isoformat()}),
    ],
)
def test_a_person_with_a_task_until_today(
    workspace: Workspace, found: Found, system: Callable[..., UUID], register: str, values: Plain
) -> None:
    person = workspace.records.add("people", {"name": "Kim Berg", "phone": "0531-123 45"})
    workspace.records.add(register, {**values, "system": str(system()), "person": str(person)})
    assert found("people", person) == []
    assert found("people", person, DAY + timedelta(days=1)) == ["utan_uppdrag"]


def test_who_decides_has_a_task(workspace: Workspace, found: Found) -> None:
    person = workspace.records.add("people", {"name": "Kim Berg", "phone": "0531-123 45"})
    workspace.records.add("access_decisions", {"access_right": "Läsa", "decided_by": str(person)})
    assert found("people", person) == []


@pytest.mark.parametrize("end", ["source", "target"])
def test_an_integration_with_what_is_retired(
    workspace: Workspace, found: Found, retired: str, system: Callable[..., UUID], end: str
) -> None:
    other = {"source": "target", "target": "source"}[end]
    values = {"name": "Löneunderlag", end: retired, other: str(system())}
    integration = workspace.records.add("integrations", values)
    assert found("integrations", integration) == ["avvecklat_system"]
    workspace.records.save("integrations", integration, {end: None})
    assert found("integrations", integration) == []


DECIDED = {"access_right": "Läsa", "decided_on": "2026-01-01"}


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        (DECIDED, []),
        ({"access_right": "Läsa"}, ["ej_beslutad"]),
        ({**DECIDED, "decided_on": "2025-11-21"}, ["granskning_forsenad"]),
        ({**DECIDED, "decided_on": "2025-11-22"}, []),
        ({**DECIDED, "decided_on": "2020-01-01", "reviewed_on": "2026-01-01"}, []),
        ({**DECIDED, "reviewed_on": "2025-01-01"}, ["granskning_forsenad"]),
        ({**DECIDED, "decided_on": "2020-01-01", "ends_on": "2026-11-21"}, []),
        ({**DECIDED, "decided_on": "2020-01-01", "ends_on": "2026-11-22"}, ["granskning_forsenad"]),
        ({**DECIDED, "decided_on": "2020-01-01", "withdrawn_on": "2026-11-22"}, []),
        ({**DECIDED, "decided_on": "2020-01-01", "withdrawn_on": "2026-11-23"}, ["granskning_forsenad"]),
    ],
)
def test_access_decisions(workspace: Workspace, found: Found, values: Mapping[str, Any], keys: list[str]) -> None:
    assert found("access_decisions", workspace.records.add("access_decisions", values)) == keys


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        ({"name": "Kim Berg"}, {"name": "Berg, Kim"}, True),
        ({"name": "Christina Berg"}, {"name": "Kristina Berg"}, True),
        ({"name": "Kim Berg", "email": "k@x.example"}, {"name": "K B", "email": "K@x.example"}, True),
        ({"name": "Kim Berg"}, {"name": "Kim Bergman"}, False),
        ({"name": "12"}, {"name": "34"}, False),
        ({"name": "Vikarie 1"}, {"name": "Vikarie 2"}, False),
        ({"name": "Kim Berg"}, {"name": "Kim Berg", "anonymised_on": "2026-01-31"}, False),
        ({"name": "Kim Berg", "email": "k@x.example"}, {"name": "Kim Berg", "email": "b@x.example"}, True),
    ],
)
def test_a_person_may_be_there_twice(
    workspace: Workspace, found: Found, one: Plain, other: Plain, *, is_found: bool
) -> None:
    people = [workspace.records.add("people", {"phone": "0531-123 45", **values}) for values in (one, other)]
    assert ("mojlig_dubblett" in found("people", people[0])) is is_found
    workspace.records.apply(not_the_same_person(workspace.records, workspace.reading(), *people))
    assert not any("mojlig_dubblett" in found("people", person) for person in people)


def test_namesakes_with_an_address_and_an_organisation_each_are_two(workspace: Workspace, found: Found) -> None:
    own = str(workspace.file.info.organisation)
    other = str(workspace.records.add("organisations", {"name": "Skolan"}))
    first, second = (
        workspace.records.add("people", {"name": "Kim Berg", "organisation": where, "email": f"{where[-4:]}@x.example"})
        for where in (own, other)
    )
    assert found("people", first) == ["utan_uppdrag"]
    workspace.records.save("people", second, {"organisation": own})
    assert found("people", first) == ["mojlig_dubblett", "utan_uppdrag"]
    workspace.records.delete("people", [second])
    assert found("people", first) == ["utan_uppdrag"]


def test_who_has_left_is_to_hand_over_and_need_not_be_reached(
    workspace: Workspace, found: Found, system: Callable[..., UUID]
) -> None:
    person = workspace.records.add("people", {"name": "Kim Berg", "left_on": DAY.isoformat()})
    role = {"system": str(system()), "person": str(person), "kind": "systemansvarig", "ends_on": "2026-12-31"}
    record = workspace.records.add("roles", role)
    decision = workspace.records.add("access_decisions", {**DECIDED, "person": str(person)})
    tomorrow = DAY + timedelta(days=1)
    assert found("people", person) == []
    assert found("people", person, tomorrow) == ["slutat_med_roll"]
    assert (found("access_decisions", decision), found("access_decisions", decision, tomorrow)) == (
        [],
        ["person_borttagen"],
    )
    workspace.records.save("roles", record, {"ends_on": DAY.isoformat()})
    assert found("people", person, tomorrow) == []


def test_a_right_outlives_the_person(workspace: Workspace, found: Found) -> None:
    person = workspace.records.add("people", {"name": "Kim Berg"})
    decision = workspace.records.add("access_decisions", {**DECIDED, "person": str(person)})
    assert found("access_decisions", decision) == []
    workspace.records.delete("people", [person])
    assert found("access_decisions", decision) == ["person_borttagen"]
    workspace.records.save("access_decisions", decision, {"withdrawn_on": DAY.isoformat()})
    assert found("access_decisions", decision) == []


def test_a_classification_without_a_day_is_only_suggested(
    system: Callable[..., UUID], found: Found, workspace: Workspace
) -> None:
    record_id = system()
    day = {"classified_on": "2026-03-01"}
    change = Change("systems", record_id, day, {"classified_on": None})
    workspace.records.apply(ChangeSet("Föreslog klassning", (change,)))
    assert found("systems", record_id) == ["klassning_utan_dag"]
