"""Driftavtal and driftöverenskommelse: what the owner of a system and the unit that operates it promise each other.

Gathers the facts, lets each section write itself and puts the paper together. A draft may lack anything and says what;
a paper for signature is refused by `catalogue` as long as something is missing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents import operations_agreement_front as front
from itadmin.documents.content import Contents, Paper, Profile
from itadmin.documents.operations_agreement_appendices import appendices
from itadmin.documents.operations_agreement_clauses import FIRST_SECTIONS
from itadmin.documents.operations_agreement_facts import AgreementFacts
from itadmin.documents.operations_agreement_gathering import gather
from itadmin.documents.operations_agreement_levels import MIDDLE_SECTIONS
from itadmin.documents.operations_agreement_requirements import targets
from itadmin.documents.operations_agreement_terms import LAST_SECTIONS
from itadmin.documents.operations_agreement_writer import Writer
from itadmin.documents.prepared import Prepared, missing_values
from itadmin.documents.profiles import profile_for
from itadmin.documents.templates import shipped_template
from itadmin.domain.text import file_name
from itadmin.services.reading import Reading

TYPE = "operations_agreement"
SECTIONS = (*FIRST_SECTIONS, *MIDDLE_SECTIONS, *LAST_SECTIONS)
_LONGEST_NAME_PART = 60


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one agreement as things are on the day of the reading. Raises KnownError when there is none."""
    facts = gather(reading, record_id)
    writer = Writer(facts, shipped_template(TYPE))
    paper = _paper(writer, _profile(reading, facts), draft=draft)
    lacking = missing_values(paper, targets(facts))
    if draft:
        listed = front.missing_values([(value.where, value.label) for value in lacking])
        paper = replace(paper, front=(*listed, *paper.front))
    return Prepared(paper, lacking, suggested_name(facts))


def suggested_name(facts: AgreementFacts) -> str:
    """A file name that says what it is, of which system, from which day and in which version."""
    system = facts.systems[0].record.name if facts.systems else facts.agreement.title
    version = facts.agreement.version or "utan-nummer"
    parts = (front.paper_title(facts), system, facts.day.isoformat(), f"v{version}")
    return file_name("_".join(part[:_LONGEST_NAME_PART] for part in parts) + ".pdf")


def _paper(writer: Writer, profile: Profile, *, draft: bool) -> Paper:
    facts, agreement = writer.facts, writer.facts.agreement
    title, subtitle = front.paper_title(facts), front.subtitle(facts)
    return Paper(
        title=title,
        subtitle=subtitle,
        subject=f"{title} för {subtitle}" if subtitle else title,
        keywords=tuple(word for word in (title, *(s.record.name for s in facts.systems), agreement.number) if word),
        created=datetime.combine(facts.day, time(), UTC),
        profile=profile,
        header_right=_header(facts, title, subtitle),
        footer_left=_footer(facts),
        marks=(front.SAMPLE.upper(),) if facts.is_sample else (),
        draft=draft,
        cover=front.cover(facts),
        front=(*front.document_facts(facts, draft=draft), Contents()),
        body=tuple(block for section in SECTIONS for block in section(writer)),
        appendices=appendices(writer),
    )


def _profile(reading: Reading, facts: AgreementFacts) -> Profile:
    """An agreement looks as the papers of the systemägare's side do."""
    belongs = facts.customer.belongs
    return profile_for(reading, belongs.chain[0].id if belongs else None)


def _header(facts: AgreementFacts, title: str, subtitle: str) -> str:
    number = facts.agreement.registry_number
    return " · ".join(part for part in (f"{title} {subtitle}".strip(), f"Dnr {number}" if number else "") if part)


def _footer(facts: AgreementFacts) -> str:
    agreement = facts.agreement
    noun = "Avtal" if facts.is_called_agreement else "Överenskommelse"
    parts = (
        f"{noun} {agreement.number}".strip(),
        f"version {agreement.version}" if agreement.version else "",
        facts.day.isoformat(),
        front.SAMPLE if facts.is_sample else "",
    )
    return " · ".join(part for part in parts if part)
