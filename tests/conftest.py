"""What many tests share: a clock that goes only when told, the same ids each time, an open register, and values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from itadmin.domain.entry import filled_in
from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Day,
    Field,
    LongText,
    Money,
    Percent,
    Reference,
    References,
    Rows,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.identifiers import municipality_id, seeded_id_source
from itadmin.domain.money import LARGEST_ORE, LARGEST_PERCENT
from itadmin.domain.problems import errors
from itadmin.domain.record import described_fields, stored_fields
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.validation import check
from itadmin.domain.values import LISTS
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register

settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

Targets = Mapping[str, Sequence[UUID]]
Plain = dict[str, Any]


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    moment: datetime = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def _surroundings(clock: Clock) -> Surroundings:
    ids = seeded_id_source("tests", int(clock.moment.timestamp() * 1000))
    return Surroundings(clock, ids.new, "Kim Berg", "DATOR12")


@pytest.fixture
def around(clock: Clock) -> Surroundings:
    return _surroundings(clock)


@pytest.fixture(scope="session")
def new_register(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a new register of Bengtsfors kommun."""
    path = tmp_path_factory.mktemp("nytt") / "nytt.itadmin"
    create(path, "1460", "", _surroundings(Clock())).close()
    return path.read_bytes()


@pytest.fixture
def register_path(tmp_path: Path, new_register: bytes) -> Path:
    """A new register file of Bengtsfors kommun that nobody has open."""
    path = tmp_path / "bengtsfors.itadmin"
    path.write_bytes(new_register)
    return path


@pytest.fixture
def workspace(register_path: Path, around: Surroundings) -> Iterator[Workspace]:
    """A new register file of Bengtsfors kommun, open for work."""
    opened = Workspace(open_register(register_path, f"{around.who} på {around.machine}"), around)
    yield opened
    opened.close()


@pytest.fixture
def guideline(workspace: Workspace) -> UUID:
    """A riktlinje for two kommuner that lacks nothing but its decision."""
    values = {
        "title": "Riktlinje för lösenord",
        "kind": "riktlinje",
        "template": "egen_text",
        "version": "1.0",
        "status": "utkast",
        "registry_number": "KS 2026/12",
        "applies_to": "Alla nämnder",
        "municipalities": [str(municipality_id(code)) for code in ("1460", "1438")],
        "valid_from": "2027-01-01",
        "open_ended": True,
        "revise_by": "2029-12-31",
        "responsible_function": "IT-chef",
    }
    document = workspace.records.add("steering_documents", values)
    chapter = {"document": str(document), "heading": "Lösenord", "text": "De ska vara långa.", "manner": "ersatter"}
    workspace.records.add("steering_chapters", chapter)
    return document


@pytest.fixture
def e_archive(workspace: Workspace) -> dict[str, UUID]:
    """An införande that has come half-way on 22 November 2026, with what belongs to it, by name.

    One activity is done, one late, one waits for that one, one begins before what it waits for is over.
    """
    add = workspace.records.add
    system = add("systems", {"name": "E-arkivet", "lifecycle": "inforande"})
    phases = [
        ("planering", "2026-09-01", "2026-10-16", "BP2 Planen godkänns", "2026-10-15"),
        ("uppsattning", "2026-10-19", "2026-12-18", "BP3 Miljön godkänns", None),
        ("driftstart", "2027-01-11", "2027-01-29", "", None),
    ]
    names = ("phase", "starts_on", "ends_on", "decision", "decided_on")
    plan = add(
        "implementations",
        {
            "title": "Införande av e-arkiv",
            "kind": "inforande",
            "system": str(system),
            "status": "pagar",
            "go_live_on": "2027-01-11",
            "responsible_function": "Projektledare",
            "phases": [dict(zip(names, phase, strict=True)) for phase in phases],
        },
    )
    found = {"E-arkivet": system, "plan": plan}
    for place, (title, phase, first, last, status, done, awaited) in enumerate(
        (
            ("Skriva projektplan", "planering", "2026-09-01", "2026-09-30", "klar", None, ()),
            ("Sätta upp miljön", "uppsattning", "2026-10-19", "2026-11-13", "pagar", 5000, ("Skriva projektplan",)),
            ("Föra över information", "uppsattning", "2026-11-16", "2026-12-11", "", None, ("Sätta upp miljön",)),
            ("Utbilda", "driftstart", "2026-12-07", "2026-12-18", "", None, ("Föra över information",)),
        ),
        start=1,
    ):
        values = {
            "title": title,
            "plan": str(plan),
            "phase": phase,
            "place": place,
            "starts_on": first,
            "ends_on": last,
            "status": status or "ej_paborjad",
            "done_percent": done,
            "responsible_function": "Systemansvarig",
            "waits_for": [str(found[other]) for other in awaited],
        }
        found[title] = add("implementation_activities", values)
    return found


@pytest.fixture
def server_change(workspace: Workspace) -> dict[str, UUID]:
    """A change of the servers under a system of Socialförvaltningen that Dals-Ed uses too, with what is about it.

    Nobody has been told yet; answers are wanted by 31 December 2026 and it changes on 1 March 2027.
    """
    add, own = workspace.records.add, str(workspace.file.info.organisation)
    social = add("organisations", {"name": "Socialförvaltningen", "kind": "forvaltning", "parent": own})
    school = add("organisations", {"name": "Bildningsförvaltningen", "kind": "forvaltning", "parent": own})
    neighbour = municipality_id("1438")
    chief = {"name": "Eva Lind", "title": "Socialchef", "organisation": str(social), "email": "eva@exempel.example"}
    person = add("people", chief)
    technique = {"hosting": "egen_drift", "operating_system": "Windows Server 2016"}
    mill = add(
        "systems", {"name": "Kvarnen", "lifecycle": "i_drift", "department": str(social), "user_count": 40, **technique}
    )
    salaries = add("systems", {"name": "Lönesystemet", "lifecycle": "i_drift", "database": "SQL Server 2019"})
    add("roles", {"kind": "systemagare", "system": str(mill), "person": str(person)})
    add("system_uses", {"system": str(mill), "organisation": str(neighbour), "status": "anvands"})
    add("system_uses", {"system": str(mill), "organisation": own, "status": "anvands"})
    change = add(
        "platform_changes",
        {
            "title": "Byte till Windows Server 2025",
            "kind": "server",
            "status": "pagar",
            "description": "Alla servrar byts.",
            "reason": "Stödet för de gamla upphör.",
            "answer_by": "2026-12-31",
            "changes_on": "2027-03-01",
            "systems": [str(mill)],
            "responsible_function": "IT-chef",
        },
    )
    return {
        "change": change,
        "Kvarnen": mill,
        "Lönesystemet": salaries,
        "Socialförvaltningen": social,
        "Bildningsförvaltningen": school,
        "Eva Lind": person,
        "Dals-Eds kommun": neighbour,
    }


@pytest.fixture
def least_values(workspace: Workspace) -> Callable[[Register], Plain]:
    """As few plain values as a record of a register can be begun with, called "Prov" where it has a name."""

    def least(register: Register) -> Plain:
        name = register.title_fields[0]
        fields = stored_fields(register.record)
        needed = {key for key, field in fields.items() if field.required} | {name}
        return {key: _least(fields[key], workspace) for key in needed}

    return least


def _least(field: Field, workspace: Workspace) -> Any:
    if isinstance(field, Choice):
        return next(iter(LISTS[field.values]))
    if isinstance(field, Reference):
        owner = str(workspace.file.info.organisation)
        title = REGISTERS[field.to].title_fields[0]
        return owner if field.to == "organisations" else str(workspace.records.add(field.to, {title: "Prov"}))
    return "1460" if isinstance(field, Text) and field.form == "municipality_code" else "Prov"


# Values for hypothesis


def _days() -> st.SearchStrategy[str]:
    return st.dates(date(1990, 1, 1), date(2090, 12, 31)).map(date.isoformat)


def _text(field: Text) -> st.SearchStrategy[str]:
    if field.form == "organisation_number":
        return st.sampled_from(["2120001843", "212000-1843", "5560360793"])
    if field.form == "municipality_code":
        return st.from_regex("[0-9]{4}", fullmatch=True)
    return st.text(max_size=min(field.max_length, 40))


_VALUES: Mapping[type[Field], Callable[[Any], st.SearchStrategy[Any]]] = {
    Text: _text,
    LongText: lambda field: st.text(max_size=min(field.max_length, 200)),
    Day: lambda _: _days(),
    ApproximateDay: lambda _: st.builds(lambda day, length: day[:length], _days(), st.sampled_from([4, 7, 10])),
    Whole: lambda field: st.integers(field.minimum, field.maximum),
    Percent: lambda _: st.integers(0, LARGEST_PERCENT),
    Money: lambda _: st.integers(-LARGEST_ORE, LARGEST_ORE),
    YesNo: lambda _: st.booleans(),
    Choice: lambda field: st.sampled_from(list(LISTS[field.values])),
}


def _value(field: Field) -> st.SearchStrategy[Any]:
    return _VALUES[type(field)](field)


def _rows(field: Rows) -> st.SearchStrategy[list[Plain]]:
    row = {
        name: _value(item) if item.required else st.none() | _value(item)
        for name, item in described_fields(field.row).items()
    }
    return st.lists(st.fixed_dictionaries(row), max_size=3)


def _plain(field: Field, targets: Targets) -> st.SearchStrategy[Any]:
    if isinstance(field, Rows):
        return _rows(field)
    if isinstance(field, References):
        return st.lists(st.sampled_from([str(item) for item in targets[field.to]]), unique=True, max_size=3)
    if isinstance(field, Reference):
        return st.sampled_from([str(item) for item in targets[field.to]])
    return _value(field)


def _acceptable(register: Register, values: Plain) -> Plain:
    """The values without those that contradict each other or tell of a day to come, and with a name."""
    name = register.title_fields[0]
    naming = register.fields[name]
    if isinstance(naming, Text) and not naming.form:
        values = {**values, name: f"a{values.get(name) or ''}"}
    for gate in register.day_gates:
        if values.get(gate.field) in gate.values:
            values = {**values, gate.day: None, gate.through: None}
    while wrong := {problem.field for problem in errors(check(register, filled_in(register.record(), values)))}:
        better = {name: _mended(register.fields[name], values.get(name)) for name in wrong}
        assert any(values.get(name) != value for name, value in better.items()), wrong
        values |= better
    return values


def _mended(field: Field, value: Any) -> Any:
    """What stands in place of a value that is refused: nothing, or where nothing is refused the first there is."""
    if value in (None, "") and isinstance(field, Choice):
        return next(iter(LISTS[field.values]))
    return [] if isinstance(field, (Rows, References)) else None


@pytest.fixture(scope="session")
def values_of() -> Callable[[Register, Targets], st.SearchStrategy[Plain]]:
    """Acceptable plain values, as somebody may enter them, for a register whose references go to `targets`."""

    def strategy(register: Register, targets: Targets) -> st.SearchStrategy[Plain]:
        fields = stored_fields(register.record).items()
        required = {name: _plain(field, targets) for name, field in fields if field.required}
        others = {name: st.none() | _plain(field, targets) for name, field in fields if not field.required}
        return st.fixed_dictionaries(required, optional=others).map(lambda values: _acceptable(register, values))

    return strategy


@pytest.fixture
def received(workspace: Workspace) -> Callable[..., UUID]:
    """Let records that have been added be those of a neighbour, as if its file of 2026-03-02 had been received."""

    def receive(register: str, *ids: UUID, code: str = "1439") -> UUID:
        owner = municipality_id(code)
        with workspace.file.writing() as connection:
            for record_id in ids:
                connection.exec_driver_sql(
                    f"UPDATE {register} SET owner = ? WHERE id = ?", (owner.bytes, record_id.bytes)
                )
            known = connection.exec_driver_sql("SELECT count(*) FROM received WHERE owner = ?", (owner.bytes,))
            if not known.scalar_one():
                connection.exec_driver_sql(
                    "INSERT INTO received (owner, number, version, digest, profile, profile_name, created_at, program,"
                    " file_name, at, who, step, current)"
                    " VALUES (?, 1, 1, '', 'grannar', 'Grannar', '2026-03-02T12:00:00.000+00:00', '1', 'f.itdelning',"
                    " '2026-03-03T12:00:00.000+00:00', 'Kim Berg', (SELECT max(pk) FROM steps), 1)",
                    (owner.bytes,),
                )
        return owner

    return receive
