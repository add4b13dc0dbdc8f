"""A register of a few records held in memory, and papers as text: what the tests of document types share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

import page
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.content import (
    Appendix,
    BarChart,
    BulletList,
    Cell,
    Clause,
    Cover,
    DataTable,
    Diagram,
    FieldTable,
    Heading,
    Inline,
    Item,
    KeyFacts,
    Ladder,
    Link,
    Missing,
    NumberedList,
    PageBreak,
    Paper,
    Paragraph,
    SignatureBlock,
    Strong,
)
from itadmin.documents.numbering import Placed, references, walk
from itadmin.domain.agreement_defaults import STANDARD_TERMS, escalation_rows, responsibility_rows
from itadmin.domain.changes import ChangeSet
from itadmin.domain.fields import Reference, References
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import NotFoundError
from itadmin.domain.record import NO_ID, Record, stored_fields, to_plain, typed_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.service_classes import environment_rows, preset
from itadmin.domain.text import fold
from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.acting import step_of
from itadmin.services.allocations.adopting import adopted
from itadmin.services.allocations.making import of_case
from itadmin.services.cooperation_cases.agreement import agreement_made
from itadmin.services.cooperation_cases.making import Start, begun
from itadmin.services.reading import Holder, ListQuery, Read
from itadmin.services.workspace import Workspace

DAY = date(2026, 11, 22)
MELLERUD, AMAL = municipality_id("1461"), municipality_id("1492")
Lacked = tuple[str, UUID | None, str]
"""Where something is filled in: register, record and field."""

EXPECTED = Path(__file__).parent / "expected"


@dataclass(frozen=True)
class MemoryReading:
    """Reads records that are held in memory, as `Reading` does from a file."""

    records: dict[str, dict[UUID, Record]]
    day: date = DAY
    organisation_id: UUID = MELLERUD
    is_sample: bool = False
    words: Words = BUILT_IN

    def keys(self, register: str, query: ListQuery | None = None) -> list[UUID]:
        wanted = query or ListQuery()

        def is_wanted(record: Record) -> bool:
            values = to_plain(record)
            said = fold(" ".join(str(values.get(name) or "") for name in REGISTERS[register].search))
            return all(values[name] in allowed for name, allowed in wanted.where.items()) and all(
                word in said for word in fold(wanted.words).split()
            )

        return [key for key, record in self._held(register).items() if is_wanted(record)]

    def many(self, register: str, ids: Iterable[UUID]) -> dict[UUID, Read]:
        held = self._held(register)
        return {key: self._read(register, held[key]) for key in ids if key in held}

    def label(self, register: str, record_id: UUID) -> str:
        return dict(self._named(register, (record_id,))).get(record_id, "")

    def labels(self, register: str, ids: Iterable[UUID]) -> dict[UUID, str]:
        return dict(self._named(register, ids))

    def _held(self, register: str) -> dict[UUID, Record]:
        return self.records.get(register, {})

    def one(self, register: str, record_id: UUID) -> Read:
        found = self.many(register, [record_id]).get(record_id)
        if found is None:
            raise NotFoundError("Det finns ingen sådan post.")
        return found

    def organisation(self) -> Read:
        return self.one("organisations", self.organisation_id)

    def referring(self, register: str, field: str, target: UUID, *, everybody: bool = False) -> list[Read]:
        about = next((held[target].owner for held in self.records.values() if target in held), None)

        def refers(record: Record) -> bool:
            value = getattr(record, field)
            is_told = everybody or record.owner in (NO_ID, self.organisation_id, about)
            return is_told and (value == target or (isinstance(value, tuple) and target in value))

        return [self._read(register, record) for record in self._held(register).values() if refers(record)]

    def _read(self, register: str, record: Record) -> Read:
        labels = dict(self._labels(register, record))
        holders = {}
        if register == "systems":
            for read in self.referring("roles", "system", record.id):
                role: Any = read.record
                if role.kind not in _HELD:
                    continue
                holders[_HELD[role.kind]] = Holder(role.id, role.person, role.function)
        computed = {name: made(record, self.day) for name, made in REGISTERS[register].calculations.items()}
        label = self._label(register, record)
        return Read(replace(record, **computed), label, labels, holders, placeholder=False, words=self.words)

    def _labels(self, register: str, record: Record) -> Iterator[tuple[UUID, str]]:
        for name, description in REGISTERS[register].fields.items():
            value = getattr(record, name)
            if isinstance(description, Reference) and value:
                yield from self._named(description.to, (value,))
            elif isinstance(description, References):
                yield from self._named(description.to, value)

    def _named(self, register: str, ids: Iterable[UUID]) -> Iterator[tuple[UUID, str]]:
        held = self._held(register)
        yield from ((key, self._label(register, held[key])) for key in ids if key in held)

    def _label(self, register: str, record: Record) -> str:
        return label_from_plain(REGISTERS[register], to_plain(record))


_HELD = {item.role: name for name, item in REGISTERS["systems"].fields.items() if hasattr(item, "role")}


@dataclass(frozen=True)
class Example:
    """A register with one agreement that is ready for signature; every change gives a new one."""

    reading: Any
    agreement: UUID
    system: UUID
    ids: dict[str, UUID] = field(default_factory=dict)

    def change(self, register: str, record_id: UUID, **values: Any) -> Example:
        """The same with other plain values in one record."""
        records = dict(self.reading.records)
        held = dict(records[register])
        fields = stored_fields(REGISTERS[register].record)
        typed = {name: typed_value(fields[name], value) for name, value in values.items()}
        held[record_id] = replace(held[record_id], **typed)
        records[register] = held
        return replace(self, reading=replace(self.reading, records=records))

    def adding(self, register: str, *rows: dict[str, Any]) -> Example:
        """The same with more records, of plain values; their ids are numbers."""
        held = _records(register, *({**row, "id": _id(row["id"])} for row in rows))
        records = {**self.reading.records, register: {**self.reading.records.get(register, {}), **held}}
        return self.read_as(records=records)

    def agreed(self, **values: Any) -> Example:
        """The same with other plain values in the agreement."""
        return self.change("agreements", self.agreement, **values)

    def with_system(self, **values: Any) -> Example:
        """The same with other plain values in the system."""
        return self.change("systems", self.system, **values)

    def read_as(self, **values: Any) -> Example:
        """The same read on another day, or as another kind of file."""
        return replace(self, reading=replace(self.reading, **values))


def _records(register: str, *rows: dict[str, Any]) -> dict[UUID, Record]:
    fields = stored_fields(REGISTERS[register].record)
    found = {}
    for row in rows:
        values = {name: typed_value(fields[name], value) for name, value in row.items() if name != "id"}
        found[row["id"]] = REGISTERS[register].record(**{"id": row["id"], "owner": MELLERUD, **values})
    return found


def _id(number: int) -> UUID:
    return UUID(int=number)


BOARD, ECONOMY, OUR_IT, THEIR_BOARD, THEIR_IT, SUPPLIER = map(_id, range(1, 7))
SYSTEM, AGREEMENT, DPA, OWNER, MANAGER, PERSON, DECISION = map(_id, range(11, 18))


def _organisations() -> dict[UUID, Record]:
    return _records(
        "organisations",
        {
            "id": MELLERUD, "name": "Melleruds kommun", "kind": "kommun", "municipality_code": "1461",
            "organisation_number": "2120001488", "organisation_number_unconfirmed": True,
        },
        {
            "id": AMAL, "name": "Åmåls kommun", "kind": "kommun", "municipality_code": "1492",
            "organisation_number": "2120001587",
        },
        {
            "id": BOARD, "name": "Kommunstyrelsen", "kind": "namnd", "parent": str(MELLERUD),
            "postal_address": "Storgatan 1, 464 80 Mellerud", "email": "kommunen@mellerud.example",
        },
        {"id": ECONOMY, "name": "Ekonomienheten", "kind": "forvaltning", "parent": str(BOARD)},
        {"id": OUR_IT, "name": "IT-avdelningen", "kind": "it_enhet", "parent": str(BOARD)},
        {"id": THEIR_BOARD, "name": "Kommunstyrelsen", "kind": "namnd", "parent": str(AMAL)},
        {
            "id": THEIR_IT, "name": "IT-enheten", "kind": "it_enhet", "parent": str(THEIR_BOARD),
            "postal_address": "Torget 2, 662 31 Åmål",
        },
        {"id": SUPPLIER, "name": "Exempelleverantören AB", "kind": "leverantor"},
    )  # fmt: skip


def _systems() -> dict[UUID, Record]:
    return _records(
        "systems",
        {
            "id": SYSTEM, "name": "Kvarnen", "aliases": "ekonomisystemet",
            "purpose": "Redovisning, fakturor och budget.", "category": "verksamhetssystem",
            "scope": "kommungemensamt", "department": str(ECONOMY), "lifecycle": "i_drift",
            "supplier": str(SUPPLIER), "product": "Kvarnen Ekonomi", "version": "12.4",
            "modules": "redovisning, reskontra och budget", "hosting": "annan_kommun", "operating_unit": str(THEIR_IT),
            "environments": "produktion, test", "placement": "Hemlig hall", "database": "Hemlig databas",
            "operating_system": "Hemligt operativsystem", "client_requirements": "Hemlig klient",
            "sign_in": "Hemlig inloggning", "user_count": 420, "annual_cost": 100_000_000, "confidentiality": "2",
            "integrity": "3", "availability": "3", "classified_on": "2026-05-20", "personal_data": True,
            "sensitive_personal_data": False, "dpa_status": "ja",
        },
    )  # fmt: skip


def _agreements() -> dict[UUID, Record]:
    contacts = (
        ("systemagare", "avtalsansvarig", "Ekonomichef", "0530-00 00 11", "ekonomi@mellerud.example", ""),
        ("systemagare", "systemansvarig", "Systemansvarig", "0530-00 00 10", "kvarnen@mellerud.example", ""),
        ("driftenhet", "avtalsansvarig", "IT-chef", "0532-00 00 23", "it-chef@amal.example", "Arbetstid"),
        ("driftenhet", "driftansvarig", "Driftansvarig", "0532-00 00 22", "drift@amal.example", "Arbetstid"),
        ("driftenhet", "servicedesk", "Servicedesk", "0532-00 00 20", "servicedesk@amal.example", "Supporttid"),
    )
    columns = ("party", "task", "name", "phone", "email", "hours")
    return _records(
        "agreements",
        {"id": DPA, "title": "PUB-avtal Kvarnen", "kind": "pub_avtal", "registry_number": "KS 2026/0148"},
        {
            **STANDARD_TERMS,
            **preset("2"),
            "id": AGREEMENT,
            "title": "Driftavtal Kvarnen",
            "number": "DA-2026-014",
            "registry_number": "KS 2026/0147",
            "kind": "driftavtal",
            "status": "invantar_underskrift",
            "document_owner": "Ekonomichef",
            "systems": [str(SYSTEM)],
            "customer": str(ECONOMY),
            "provider": str(THEIR_IT),
            "supplier": str(SUPPLIER),
            "contacts": [dict(zip(columns, row, strict=True)) for row in contacts],
            "signatories": [
                {"party": "systemagare", "position": "Ekonomichef", "authority": "Delegationsordning, punkt 4.2"},
                {"party": "driftenhet", "position": "IT-chef", "authority": "Delegationsordning, punkt 7.1"},
            ],
            "starts_on": "2027-01-01",
            "connected_municipalities": [str(MELLERUD), str(AMAL)],
            "modules": "redovisning, reskontra och budget",
            "environments": "Produktion, test",
            "user_count": 420,
            "excluded": "– lokala nätverk\n– användarsupport i ekonomiska frågor",
            "dependencies": "regional förbindelse mellan kommunerna",
            "responsibilities": responsibility_rows(),
            "environment_levels": environment_rows(("produktion", "test"), "2"),
            "fallback_routine": "Utbetalningar görs i banken.",
            "restart_order": 3,
            "freezes": [{"reason": "Bokslut", "period": "15 december–31 januari"}],
            "dpa": str(DPA),
            "annual_price": 100_000_000,
            "prices": [
                {"item": "Drift", "basis": "Servrar och databas", "amount": 70_000_000},
                {"item": "Support", "basis": "Enligt avsnitt 8", "amount": 30_000_000},
            ],
            "allocation_model": "BEFOLKNING",
            "population_day": "2024-12-31",
            "hourly_rate": 85_000,
            "escalations": escalation_rows(within_one=False),
            "appendices": [
                {"kind": "driftdokumentation", "registry_number": "KS 2026/0149", "publicity": "sekretessprovas"},
                {"kind": "utbildningsplan", "publicity": "oppen"},
            ],
        },
    )


@pytest.fixture
def example() -> Example:
    """An agreement between two kommuner that lacks nothing."""
    people = {"id": PERSON, "name": "Kim Exempel", "title": "Systemförvaltare", "email": "kim@mellerud.example"}
    records = {
        "organisations": _organisations(),
        "systems": _systems(),
        "agreements": _agreements(),
        "people": _records("people", people),
        "roles": _records(
            "roles",
            {
                "id": OWNER, "system": str(SYSTEM), "kind": "systemagare", "function": "Ekonomichef",
                "organisation": str(ECONOMY), "email": "ekonomi@mellerud.example",
            },
            {"id": MANAGER, "system": str(SYSTEM), "kind": "systemansvarig", "person": str(PERSON)},
        ),
    }  # fmt: skip
    records["access_decisions"] = _records(
        "access_decisions",
        {
            "id": DECISION, "access_right": "Läsa", "system": str(SYSTEM), "person": str(PERSON),
            "starts_on": "2026-11-01", "reason": "Ekonomiassistent.", "decided_by_function": "Ekonomichef",
        },
    )  # fmt: skip
    ids = {"economy": ECONOMY, "board": BOARD, "our_it": OUR_IT, "their_it": THEIR_IT, "their_board": THEIR_BOARD}
    ids |= {"mellerud": MELLERUD, "amal": AMAL, "dpa": DPA, "supplier": SUPPLIER, "decision": DECISION}
    ids |= {"owner": OWNER, "manager": MANAGER, "person": PERSON}
    return Example(MemoryReading(records), AGREEMENT, SYSTEM, ids)


@pytest.fixture
def internal(example: Example) -> Example:
    """The same between two units of one kommun: a överenskommelse."""
    return example.agreed(
        kind="driftoverenskommelse",
        title="Driftöverenskommelse Kvarnen",
        provider=str(OUR_IT),
        connected_municipalities=[str(MELLERUD)],
        dpa=None,
        allocation_model="DIREKT",
        escalations=escalation_rows(within_one=True),
    ).with_system(hosting="egen_drift", operating_unit=str(OUR_IT))


@pytest.fixture
def two_systems(example: Example) -> Example:
    """The same about two systems."""
    records = dict(example.reading.records)
    other = replace(records["systems"][SYSTEM], id=_id(99), name="Lönnen", aliases="")
    records["systems"] = {**records["systems"], other.id: other}
    return replace(example, reading=replace(example.reading, records=records)).agreed(
        systems=[str(SYSTEM), str(other.id)]
    )


@pytest.fixture
def text_of() -> Callable[[Paper], str]:
    """What a paper says, block by block, with its numbers and references as they are printed."""
    return lambda paper: "\n".join(_Telling(paper).lines()) + "\n"


@pytest.fixture
def faults() -> Callable[[bytes], list[str]]:
    """What keeps a PDF from being what archives and those who cannot see need."""

    def found(content: bytes) -> list[str]:
        reports = [page.validate_pdf_bytes(content, profile=profile) for profile in ("2a", "ua1")]
        return [f"{failure.rule_id} {failure.message}" for report in reports for failure in report.failures]

    return found


@pytest.fixture
def words_of(text_of: Callable[[Paper], str]) -> Callable[[str, Any, UUID], str]:
    """What the finished paper of a type about a record says, without signs and with plain spaces."""

    def tell(kind: str, reading: Any, record: UUID) -> str:
        told = text_of(prepare(kind, reading, record, draft=False).paper)
        return told.replace("\N{NO-BREAK SPACE}", " ").replace("*", "")

    return tell


@pytest.fixture
def lacks() -> Callable[[str, Any, UUID], dict[str, Lacked]]:
    """What a paper of a type about a record cannot be finished without, and where that is filled in."""

    def found(kind: str, reading: Any, record: UUID) -> dict[str, Lacked]:
        missing = prepare(kind, reading, record, draft=False).missing
        return {value.label: (value.register, value.record_id, value.field) for value in missing}

    return found


@pytest.fixture
def matches_expected(tmp_path: Path) -> Callable[[str, str], None]:
    """Compares a paper's text with the one kept under a name; what differs is left to be looked at."""

    def compare(name: str, text: str) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        kept = (EXPECTED / name).read_text(encoding="utf-8")
        assert text.splitlines() == kept.splitlines(), f"the new text is {tmp_path / name}"

    return compare


def _sign(begins: int | None, place: int) -> str:
    return "–" if begins is None else f"{begins + place}."


def _point(item: Inline | Item) -> Inline:
    return item.text if isinstance(item, Item) else item


@dataclass(frozen=True)
class _Telling:
    paper: Paper

    @cached_property
    def references(self) -> dict[str, str]:
        return references(self.paper)

    def lines(self) -> Iterator[str]:
        paper = self.paper
        yield f"{paper.title} / {paper.subtitle}"
        yield f"Sidhuvud: {paper.profile.organisation} | {paper.profile.unit} | {paper.header_right}"
        yield f"Sidfot: {paper.footer_left} | {' '.join(paper.marks)}{' UTKAST' if paper.draft else ''}"
        if paper.cover:
            yield from self._cover(paper.cover)
        for placed in walk(paper):
            yield from self._block(placed)

    def _cover(self, cover: Cover) -> Iterator[str]:
        for party in cover.parties:
            yield f"{party.role}: {self._text(party.name)} / {self._text(party.unit)}"
        yield from (f"{fact.label}: {self._text(fact.value)}" for fact in cover.facts)
        if cover.note:
            yield cover.note

    def _block(self, placed: Placed) -> Iterator[str]:
        block, number = placed.block, placed.number
        match block:
            case Appendix(label=label, title=title, landscape=landscape):
                yield f"\n## {label} {title}{' (liggande)' if landscape else ''}"
            case Heading(text=text):
                yield f"\n# {number} {text}".replace("  ", " ")
            case Clause(text=text, title=title):
                yield f"{number} {f'{title}. ' if title else ''}{self._text(text)}"
            case Paragraph(text=text):
                yield self._text(text)
            case BulletList(items=items) | NumberedList(items=items):
                begins = block.start if isinstance(block, NumberedList) else None
                yield from (f"{_sign(begins, place)} {self._text(_point(item))}" for place, item in enumerate(items))
            case FieldTable(fields=fields):
                yield from (f"{item.label}: {self._text(item.value)}" for item in fields)
            case DataTable():
                yield from self._table(block, number)
            case KeyFacts() | Diagram() | Ladder() | BarChart() | PageBreak():
                yield from self._drawn(block, number)
            case SignatureBlock(parties=parties):
                for party in parties:
                    yield f"För {party.role}: {self._text(party.name)} / {self._text(party.details)}"
                    for signatory in party.signatories:
                        yield f"  {self._text(signatory.title)} / {self._text(signatory.authority)}"

    def _drawn(self, block: KeyFacts | Diagram | Ladder | BarChart | PageBreak, number: str) -> Iterator[str]:
        if isinstance(block, KeyFacts):
            for fact in block.facts:
                yield f"{fact.label}: {self._text(fact.value)} ({self._text(fact.note)})"
        elif isinstance(block, Diagram):
            yield from self._diagram(block, number)
        elif isinstance(block, Ladder):
            yield f"Figur {number} {block.caption}"
            yield block.alt
            yield from (f"{step.name}: {', '.join(step.items) or '–'}" for step in block.steps)
            yield block.note
        elif isinstance(block, BarChart):
            yield f"Figur {number} {block.caption} ({' / '.join(block.series or ())})"
            yield block.alt
            yield from (f"{bar.label}: {bar.shown} / {bar.second_shown}" for bar in block.bars)
        else:
            yield "\n---- ny sida ----"

    def _diagram(self, drawn: Diagram, number: str) -> Iterator[str]:
        yield f"Figur {number} {drawn.caption}"
        yield drawn.alt
        yield from (f"[{node.layer}] {node.text} {node.note} ({node.weight})" for node in drawn.nodes)
        yield from (f"{arrow.start} {'<' if arrow.both else ''}-> {arrow.end}" for arrow in drawn.arrows)

    def _table(self, table: DataTable, number: str) -> Iterator[str]:
        if table.caption:
            yield f"Tabell {number} {table.caption}"
        yield " | ".join(column.title.replace("\u00ad", "") for column in table.columns)
        for row in table.rows:
            yield " | ".join(self._text(cell.text if isinstance(cell, Cell) else cell) or "–" for cell in row)
        if table.note:
            yield table.note

    def _text(self, text: Inline) -> str:
        runs = (text,) if isinstance(text, str) else text
        return "".join(self._run(run) for run in runs).replace("\u00a0", " ")

    def _run(self, run: object) -> str:
        match run:
            case Missing(in_place=True):
                return "[Uppgift saknas]"
            case Missing(label=label):
                return f"[Uppgift saknas: {label}]"
            case Strong(text=text):
                return f"*{text}*"
            case Link(target=target, text=text):
                return text or self.references.get(target, f"<{target}>")
        return str(run)


@dataclass(frozen=True)
class JointCase:
    """A samverkansärende of three kommuner that have decided, its adopted fördelning and its samverkansavtal."""

    case: UUID
    allocation: UUID
    agreement: UUID
    system: UUID


@pytest.fixture
def joint_case(workspace: Workspace) -> JointCase:
    records, codes = workspace.records, ("1438", "1461")
    system = records.add("systems", {"name": "Lifecare"})
    coordinator = records.add("people", {"name": "Kim Berg", "title": "IT-chef"})
    reasons = {"avtal_pa_vag_ut": "Två av avtalen löper ut under 2027.", "kompetens_svar": ""}
    start = Start("Gemensam drift av Lifecare", [system], [municipality_id(code) for code in codes], reasons, "4")
    case, step = begun(workspace.reading(), records, start)
    records.apply(step)
    records.save("cooperation_cases", case, {
        "registry_number": "KS 2026/118", "coordinator": str(coordinator), "goal_on": "2027-06",
        "purpose": "Kommunerna driftar Lifecare tillsammans.",
        "background": "Alla tre har Lifecare.\n\nAvtalen går ut.",
        "consequences": "Driften samlas i Bengtsfors.", "annual_cost": 100_000_000, "one_time_cost": 25_000_000,
        "cost_model": "FAST_RORLIG", "legal_form": "avtal", "operated_by": str(municipality_id("1460")),
        "financing": "Kostnaden ryms inom ramen.",
    })  # fmt: skip
    for read in workspace.reading().referring("cooperation_stances", "case", case):
        is_own = read.labels.get(municipality_id("1460")) is not None
        own = {"registry_number": "KS 2026/118"} if is_own else {}
        decided = {"stance": "med", "decided_on": "2026-10-14", "paragraph": "88", "decide_by": "2026-12-15"}
        records.save("cooperation_stances", read.record.id, {**decided, **own})
    allocation = _applied(workspace, step_of(records, of_case(workspace.reading(), case)))
    basis = {"basis_reference": "IT-chefsgruppen 2026-09-12, § 4", "compared_model": "LIKA", "phase_in_years": 3}
    records.save("allocations", allocation, basis)
    agreement, step = agreement_made(workspace.reading(), records, case)
    records.apply(step)
    records.save("agreements", agreement, {"starts_on": "2027-01-01", "number": "A-2026-041"})
    records.apply(step_of(records, adopted(workspace.reading(), allocation, DAY)))
    return JointCase(case, allocation, agreement, system)


def _applied(workspace: Workspace, step: ChangeSet) -> UUID:
    """The id of what a step makes first."""
    workspace.records.apply(step)
    return step.changes[0].record_id
