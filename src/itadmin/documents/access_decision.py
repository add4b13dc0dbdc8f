"""Behörighetsbeslut: one page on which the systemägare decides that somebody gets a right in a system.

About persons throughout, so it is for internal use. What the decision cannot be without – who, what, from when, why
and who decides – is obligatory when it is made for signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents.content import (
    Block,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paper,
    Paragraph,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.profiles import profile_for
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.access_decisions import AccessDecision
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.system_rows import AccessRight
from itadmin.domain.registers.systems import System
from itadmin.domain.text import file_name
from itadmin.services.reading import Read, Reading

TYPE = "access_decision"
NAME = "Behörighetsbeslut"

_LONGEST_NAME_PART = 50
_HOLDER, _DECIDER = "vem som får behörigheten", "vem som beslutar"
_TERMS = (
    "Behörigheten används bara för de arbetsuppgifter som anges ovan. Den granskas minst en gång om året och "
    "återkallas när uppgifterna upphör, när anställningen slutar eller när systemägaren beslutar det."
)
_SENSITIVE = "Systemet innehåller känsliga personuppgifter."
_PERSONAL = "Systemet innehåller personuppgifter."
_SECRECY = "Beslutet innehåller personuppgifter och är för internt bruk. Pröva sekretessen innan det lämnas ut."
_SAMPLE = "Övningsdata"


@dataclass(frozen=True)
class _Decision:
    """A decision with the records it is about."""

    read: Read
    decision: AccessDecision
    organisation: str
    system: System | None
    person: Person | None
    decider: Person | None
    unit: str

    @property
    def holder(self) -> Inline:
        """Who gets the right: a person with position, or everybody in a function."""
        if self.person is not None:
            return ", ".join(part for part in (self.person.name, self.person.title, self.unit) if part)
        if self.decision.function:
            return ", ".join(part for part in (f"Alla med funktionen {self.decision.function}", self.unit) if part)
        return (Missing(_HOLDER),)

    @property
    def decided_by(self) -> Inline:
        """Who decides, by function and name."""
        name = self.decider.name if self.decider else ""
        title = self.decision.decided_by_function or (self.decider.title if self.decider else "")
        return ", ".join(part for part in (title, name) if part) or (Missing(_DECIDER),)

    @property
    def right(self) -> AccessRight | None:
        """What the system itself says of the right; None when it does not name it."""
        rights = self.system.access_rights if self.system else ()
        wanted = self.decision.access_right.casefold()
        return next((right for right in rights if right.name.casefold() == wanted), None)


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one decision. Raises KnownError when there is none."""
    found = _gather(reading, record_id)
    paper = _paper(reading, found, draft=draft)
    of = found.system.name if found.system else "system"
    name = f"{NAME}_{of[:_LONGEST_NAME_PART]}_{found.decision.access_right[:_LONGEST_NAME_PART]}"
    return Prepared(paper, missing_values(paper, _targets(found)), file_name(f"{name}_{reading.day.isoformat()}.pdf"))


def _gather(reading: Reading, record_id: UUID | None) -> _Decision:
    if record_id is None:
        raise KnownError("Välj vilket behörighetsbeslut papperet ska göras av.")
    read = reading.one("access_decisions", record_id)
    decision = read.record
    if not isinstance(decision, AccessDecision):
        raise KnownError("Papperet kan bara göras av ett behörighetsbeslut.")
    systems = reading.many("systems", [decision.system]) if decision.system else {}
    people = reading.many("people", [item for item in (decision.person, decision.decided_by) if item])
    named = {key: found.record for key, found in people.items() if isinstance(found.record, Person)}
    person = named.get(decision.person) if decision.person else None
    unit = decision.organisation or (person.organisation if person else None)
    system = next((found.record for found in systems.values()), None)
    return _Decision(
        read=read,
        decision=decision,
        organisation=reading.organisation().label,
        system=system if isinstance(system, System) else None,
        person=person,
        decider=named.get(decision.decided_by) if decision.decided_by else None,
        unit=reading.label("organisations", unit) if unit else "",
    )


def _targets(found: _Decision) -> dict[str, Target]:
    fields = REGISTERS["access_decisions"].fields
    targets = {field.label: Target("access_decisions", found.decision.id, name) for name, field in fields.items()}
    return targets | {
        _HOLDER: Target("access_decisions", found.decision.id, "person"),
        _DECIDER: Target("access_decisions", found.decision.id, "decided_by"),
    }


def _paper(reading: Reading, found: _Decision, *, draft: bool) -> Paper:
    sample = (_SAMPLE,) if reading.is_sample else ()
    number = found.decision.registry_number
    return Paper(
        title=NAME,
        subtitle=f"{found.decision.access_right}, {found.system.name}" if found.system else found.decision.access_right,
        subject=f"{NAME}: {found.decision.access_right}",
        created=datetime.combine(reading.day, time(), UTC),
        profile=profile_for(reading, None),
        header_right=f"Dnr {number}" if number else NAME,
        footer_left=" · ".join((NAME, reading.day.isoformat(), *sample)),
        marks=tuple(word.upper() for word in sample),
        draft=draft,
        body=tuple(_body(found)),
    )


def _body(found: _Decision) -> Iterator[Block]:
    if found.decision.withdrawn_on:
        reason = f" {found.decision.withdrawn_reason}" if found.decision.withdrawn_reason else ""
        yield Paragraph((Strong(f"Återkallad {found.decision.withdrawn_on.isoformat()}."), reason), "lead")
    yield Heading("Behörigheten", numbered=False)
    yield FieldTable(tuple(_right(found)))
    yield Heading("Beslutet", numbered=False)
    yield FieldTable(tuple(_resolution(found)))
    yield Paragraph(_TERMS)
    yield SignatureBlock((_signature(found),))
    yield Paragraph(_SECRECY, "note")


def _right(found: _Decision) -> Iterator[Field]:
    decision, right = found.decision, found.right
    yield Field("Behörighet", (Strong(decision.access_right),))
    if right is not None and right.description:
        yield Field("Ger", right.description)
    if right is not None and right.privileged:
        yield Field("Hög behörighet", "Ja")
    yield Field("System", found.system.name if found.system else (Missing("System"),))
    if found.system is not None and found.system.personal_data:
        yield Field("Uppgifter", _SENSITIVE if found.system.sensitive_personal_data else _PERSONAL)
    yield Field("Ges till", found.holder)
    yield Field("Från och med", decision.starts_on.isoformat() if decision.starts_on else (Missing("Från och med"),))
    yield Field("Till och med", decision.ends_on.isoformat() if decision.ends_on else "tills vidare")


def _resolution(found: _Decision) -> Iterator[Field]:
    decision = found.decision
    yield Field("Skäl", decision.reason or (Missing("Skäl"),))
    yield Field("Beslutas av", found.decided_by)
    if decision.decided_on:
        yield Field("Beslutad", decision.decided_on.isoformat())
    if decision.registry_number:
        yield Field("Diarienummer", decision.registry_number)
    if decision.reviewed_on:
        by = f" av {decision.reviewed_by}" if decision.reviewed_by else ""
        yield Field("Senast granskad", f"{decision.reviewed_on.isoformat()}{by}")


def _signature(found: _Decision) -> SignatureParty:
    title = found.decision.decided_by_function or (found.decider.title if found.decider else "")
    return SignatureParty("systemägaren", found.organisation, signatories=(Signatory(title or "Systemägare"),))
