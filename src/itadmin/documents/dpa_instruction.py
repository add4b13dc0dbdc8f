"""Instruktion till personuppgiftsbiträde: the annex of a PUB-avtal that says what may be done with which data.

With the list of underbiträden that are approved. What the law asks an instruktion to say is obligatory. The measures of
protection are told only in a paper that is not open; else the annex says that they are described apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import (
    Block,
    BulletList,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paragraph,
    Row,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.dpa_instruction_facts import KINDS, REGISTER, InstructionFacts, gather
from itadmin.documents.gathering import label, may_be_printed, number_of, number_shown, shown
from itadmin.documents.phrases import in_sentence, listed_names, lowered
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.templates import Template, Words, joined, shipped_template
from itadmin.domain.money import NBSP
from itadmin.domain.registers.agreement_rows import SignatoryRow, SubprocessorRow
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.text import file_name
from itadmin.domain.words import Words as ValueWords
from itadmin.services.organisations import Belonging
from itadmin.services.reading import Reading

__all__ = ["KINDS", "NAME", "TYPE", "prepare"]

TYPE = "dpa_instruction"
NAME = "Instruktion till personuppgiftsbiträde"
_SUB_NAME = "Instruktion till underbiträde"

_GIVER, _TAKER = "part som instruerar", "part som instrueras"
_POSITION, _AUTHORITY = "befattning för den som undertecknar", "behörighet att underteckna"
_COUNTRY, _SERVICE = "underbiträdets land", "underbiträdets tjänst"
_OPEN = "oppen"
_PROTECTION = "security_measures"
_OBLIGATORY = (
    "processing_purpose",
    "processing_kinds",
    "data_subjects",
    "data_categories",
    "sensitive_personal_data",
    "data_location",
    "third_country",
    "third_country_basis",
    _PROTECTION,
    "data_return",
)
_COLUMNS = (
    Column("Namn", weight=56),
    Column("Tjänst", weight=52),
    Column("Land", weight=26),
    Column("Godkänt", weight=24),
)
_LONGEST_NAME_PART = 60
_LABELS = 54


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The instruktion of one agreement. Raises KnownError when there is none, or it is of another kind."""
    facts = gather(reading, record_id)
    agreement = facts.agreement
    title = NAME if agreement.kind == KINDS[0] else _SUB_NAME
    paper = dated_paper(reading, title, tuple(_body(reading, facts)), internal=False)
    number = agreement.registry_number
    paper = replace(
        paper,
        subtitle=agreement.title,
        subject=f"{title}: {agreement.title}",
        header_right=f"Dnr {number}" if number else title,
        draft=draft,
    )
    name = f"{title}_{agreement.title[:_LONGEST_NAME_PART]}_{reading.day.isoformat()}.pdf"
    return Prepared(paper, missing_values(paper, _targets(facts)), file_name(name))


def _targets(facts: InstructionFacts) -> dict[str, Target]:
    agreement = facts.agreement
    fields = {label(agreement, name): name for name in _OBLIGATORY}
    rows = {_POSITION: "signatories", _AUTHORITY: "signatories", _COUNTRY: "subprocessors", _SERVICE: "subprocessors"}
    parties = {_GIVER: "customer", _TAKER: facts.taker_field}
    return {gap: Target(REGISTER, agreement.id, name) for gap, name in (fields | rows | parties).items()}


def _body(reading: Reading, facts: InstructionFacts) -> Iterator[Block]:
    template, words = shipped_template(TYPE), _words(facts)
    yield FieldTable(tuple(_about(facts, reading.words)), label_width=_LABELS)
    yield Paragraph(template.text(words, "opening.binding"))
    yield Heading(template.heading("processing"), numbered=False)
    yield FieldTable(tuple(_processing(reading, facts, template, words)), label_width=_LABELS)
    yield Heading(template.heading("subprocessors"), numbered=False)
    yield from _subprocessors(facts.agreement.subprocessors, template, words)
    yield Heading(template.heading("duties"), numbered=False)
    duties = (key for key in template.passages if key.startswith("duties."))
    yield BulletList(tuple(template.text(words, key) for key in duties))
    contacts = tuple(_contacts(facts.agreement))
    if contacts:
        yield Heading(template.heading("contacts"), numbered=False)
        yield FieldTable(contacts, label_width=_LABELS)
    yield Heading(template.heading("signature"), numbered=False)
    yield Paragraph(template.text(words, "signature.validity"))
    yield SignatureBlock((_giving(facts), _taking(facts)))


def _words(facts: InstructionFacts) -> Words:
    agreement = facts.agreement
    known_as = ", ".join(part for part in (in_sentence(agreement.title), agreement.number) if part)
    return {
        "avtal": (Strong(known_as),),
        "Bitradet": facts.taker_word,
        "bitradet": lowered(facts.taker_word),
        "den_ansvarige": lowered(facts.giver_word),
    }


def _about(facts: InstructionFacts, words: ValueWords) -> Iterator[Field]:
    """Which agreement, between whom and about which systems."""
    agreement = facts.agreement
    yield Field("Avtal", (Strong(agreement.title),))
    numbers = (agreement.number, f"dnr{NBSP}{agreement.registry_number}" if agreement.registry_number else "")
    if any(numbers):
        yield Field("Beteckning", ", ".join(part for part in numbers if part))
    yield Field(facts.giver_word, _party(facts.giver, _GIVER))
    yield Field(facts.taker_word, _party(facts.taker, _TAKER))
    if facts.systems:
        yield Field("System", listed_names([in_sentence(system.name) for system in facts.systems]))
    if agreement.starts_on:
        yield Field("Avtalet gäller från", agreement.starts_on.isoformat())
    if agreement.publicity not in ("", _OPEN):
        yield Field("Offentlighet", shown(agreement, "publicity", words))
    if agreement.template_version:
        yield Field("Avtalets mall", agreement.template_version)


def _party(party: Belonging | None, gap: str) -> Inline:
    if party is None:
        return (Missing(gap),)
    number = number_of(party.legal)
    return joined(party.full_name, f", org.nr{NBSP}{number}" if number else "")


def _processing(reading: Reading, facts: InstructionFacts, template: Template, words: Words) -> Iterator[Field]:
    agreement = facts.agreement
    for name in _OBLIGATORY:
        if name == "third_country_basis" and not agreement.third_country:
            continue
        told: Inline = shown(agreement, name, reading.words)
        if told and not may_be_printed(agreement, name, agreement.publicity):
            told = template.text(words, "processing.apart")
        yield Field(label(agreement, name), told or (Missing(label(agreement, name)),))
    if agreement.audit:
        yield Field(label(agreement, "audit"), agreement.audit)


def _subprocessors(rows: Sequence[SubprocessorRow], template: Template, words: Words) -> Iterator[Block]:
    yield Paragraph(template.text(words, "subprocessors.some" if rows else "subprocessors.none"))
    if rows:
        yield DataTable(_COLUMNS, tuple(_row(row) for row in rows), row_heading="strong")
    yield Paragraph(template.text(words, "subprocessors.change"))


def _row(row: SubprocessorRow) -> Row:
    number = number_shown(row.organisation_number)
    return (
        f"{row.name}\norg.nr{NBSP}{number}" if number else row.name,
        row.service or (Missing(_SERVICE),),
        row.country or (Missing(_COUNTRY),),
        row.approved_on.isoformat() if row.approved_on else "",
    )


def _contacts(agreement: Agreement) -> Iterator[Field]:
    if agreement.administrative_contact:
        yield Field("Om avtalet", agreement.administrative_contact)
    if agreement.privacy_contact:
        yield Field("Om dataskydd och incidenter", agreement.privacy_contact)


def _giving(facts: InstructionFacts) -> SignatureParty:
    signing = facts.giving_signatories
    rows = [_signatory(row) for row in signing] or [Signatory((Missing(_POSITION),), (Missing(_AUTHORITY),))]
    return _signature(facts.giver_word, facts.giver, rows)


def _taking(facts: InstructionFacts) -> SignatureParty:
    """The other side fills in by hand who signs, where it is not known."""
    return _signature(facts.taker_word, facts.taker, [_signatory(row) for row in facts.taking_signatories])


def _signatory(row: SignatoryRow) -> Signatory:
    return Signatory(row.position or (Missing(_POSITION),), row.authority or (Missing(_AUTHORITY),))


def _signature(word: str, party: Belonging | None, rows: Sequence[Signatory]) -> SignatureParty:
    name = party.legal.name if party else ""
    return SignatureParty(lowered(word), name, party.unit_names if party else "", tuple(rows))
