"""What a driftavtal must say before it may be signed: the marks for what is missing, and the field each stands for.

A mark is printed where its value should stand; what is never asked for by the paper at hand is never missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from itadmin.documents.content import Missing
from itadmin.documents.operations_agreement_facts import AgreementFacts, Party, Sharer, SystemFacts
from itadmin.documents.prepared import Target
from itadmin.domain.registers.agreement_rows import BackupRow, SignatoryRow
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.values import LISTS, label_of

AGREEMENT_LABELS: Mapping[str, str] = {
    "number": "avtalsnummer",
    "registry_number": "diarienummer",
    "version": "version",
    "status": "läge",
    "systems": "system",
    "customer": "Systemägarens part",
    "provider": "Driftenhetens part",
    "modules": "moduler",
    "environments": "miljöer",
    "connected_municipalities": "anslutna kommuner",
    "user_count": "antal användare",
    "responsibilities": "ansvarsfördelning",
    "service_class": "driftklass",
    "operating_hours": "driftstid",
    "opening_hours": "öppettid",
    "availability_percent": "tillgänglighet",
    "measuring_period": "mätperiod",
    "support_hours": "supporttid",
    "support_channels": "kontaktvägar",
    "priorities": "tider per prioritet",
    "backups": "säkerhetskopiering",
    "rpo_hours": "RPO",
    "rto_hours": "RTO",
    "restore_test": "hur ofta återläsning provas",
    "maintenance_window": "servicefönster",
    "change_notice_days": "tid för avisering",
    "dpa": "personuppgiftsbiträdesavtal",
    "annual_price": "pris",
    "allocation_model": "modell för kostnadsfördelning",
    "population_day": "dag för folkmängden",
    "population_source": "källa för folkmängden",
    "invoicing": "hur ofta ersättningen faktureras",
    "price_adjustment": "prisjustering",
    "report_interval": "hur ofta utfallet redovisas",
    "meeting_interval": "hur ofta uppföljningsmöte hålls",
    "handover_format": "form för utlämnad information",
    "starts_on": "första giltighetsdag",
    "first_term_months": "giltighetstid",
    "notice_months": "uppsägningstid",
    "signing": "sätt att underteckna",
    "copies": "antal exemplar",
}
"""Obligatory fields of the agreement itself, by what they are called in a mark."""

CONTRADICTORY_TERM = "giltighetstid utan motsägelser"

PRIORITY_LABELS: Mapping[str, str] = {
    "response": "svarstid",
    "start": "tid till påbörjad åtgärd",
    "resolution": "åtgärdstid",
    "updates": "lägesbesked",
}

SYSTEM_LABELS: Mapping[str, str] = {
    "confidentiality": "konfidentialitet (K) för",
    "integrity": "riktighet (R) för",
    "availability": "tillgänglighet (T) för",
    "personal_data": "uppgift om personuppgifter i",
}

PRIVACY_LABELS: Mapping[str, str] = {
    "processing_purpose": "ändamål med personuppgifterna i",
    "data_subjects": "registrerade i",
    "data_categories": "kategorier av personuppgifter i",
}
"""What an instruktion for personal data must say of each system."""

REPRESENTATIVES: Mapping[str, tuple[str, ...]] = {
    "systemagare": ("avtalsansvarig", "systemansvarig"),
    "driftenhet": ("avtalsansvarig", "driftansvarig"),
}
"""The contacts that each side must name."""

_OF_SYSTEMS: Mapping[str, str] = {**SYSTEM_LABELS, **PRIVACY_LABELS}
_PARTY_FIELDS: Mapping[str, str] = {"systemagare": "customer", "driftenhet": "provider"}


def field_mark(field: str) -> Missing:
    """The mark of an obligatory field of the agreement."""
    return Missing(AGREEMENT_LABELS[field])


def party_mark(party: Party) -> Missing:
    """The mark of a side that nobody has named."""
    return field_mark(_PARTY_FIELDS[party.code])


def unit_mark(party: Party) -> Missing:
    """The mark of the nämnd or unit that acts for a kommun."""
    return Missing(f"nämnd eller enhet för {party.name}")


def number_mark(organisation: Organisation) -> Missing:
    """The mark of an organisation number."""
    return Missing(f"organisationsnummer för {organisation.name}")


def contact_mark(party: Party, task: str) -> Missing:
    """The mark of somebody to reach."""
    return Missing(f"{label_of('kontaktroll', task).lower()} hos {party.name}")


def email_mark(party: Party) -> Missing:
    """The mark of an e-mail address of a side."""
    return Missing(f"e-post till {party.name}")


def signatory_mark(party: Party) -> Missing:
    """The mark of a side that nobody signs for."""
    return Missing(f"undertecknare för {party.name}")


def position_mark(party: Party) -> Missing:
    """The mark of the position of somebody who signs."""
    return Missing(f"befattning för undertecknare för {party.name}")


def authority_mark(party: Party, signatory: SignatoryRow) -> Missing:
    """The mark of by what right somebody signs."""
    return Missing(f"behörighet för {signatory.position or 'undertecknare'} ({party.name})")


def priority_mark(priority: str, field: str) -> Missing:
    """The mark of a time for incidents of a priority."""
    return Missing(f"{PRIORITY_LABELS[field]} för P{priority}")


def backup_mark(backup: BackupRow, field: str) -> Missing:
    """The mark of the interval or retention time of a kind of backup."""
    what = {"interval": "intervall", "retention_days": "lagringstid"}[field]
    return Missing(f"{what} för {label_of('kopietyp', backup.kind).lower()}")


def inhabitants_mark(sharer: Sharer) -> Missing:
    """The mark of a kommun whose inhabitants are not known for the agreed day."""
    return Missing(f"befolkningstal för {sharer.name}")


def system_mark(system: SystemFacts, field: str) -> Missing:
    """The mark of a field of a system."""
    return Missing(f"{_OF_SYSTEMS[field]} {system.record.name}")


def targets(facts: AgreementFacts) -> Mapping[str, Target]:
    """The field behind every mark that the paper of these facts can hold, by the mark's label."""
    return dict(_targets(facts))


def _targets(facts: AgreementFacts) -> Iterator[tuple[str, Target]]:
    agreement_id = facts.agreement.id
    for field, label in AGREEMENT_LABELS.items():
        yield label, Target("agreements", agreement_id, field)
    yield CONTRADICTORY_TERM, Target("agreements", agreement_id, "first_term_months")
    for mark, field in _row_marks(facts):
        yield mark.label, Target("agreements", agreement_id, field)
    for party in facts.parties:
        yield unit_mark(party).label, Target("agreements", agreement_id, _PARTY_FIELDS[party.code])
        if party.belongs is not None:
            legal = party.belongs.legal
            yield number_mark(legal).label, Target("organisations", legal.id, "organisation_number")
    for system in facts.systems:
        for field in _OF_SYSTEMS:
            yield system_mark(system, field).label, Target("systems", system.record.id, field)


def _row_marks(facts: AgreementFacts) -> Iterator[tuple[Missing, str]]:
    for party in facts.parties:
        for task in REPRESENTATIVES[party.code]:
            yield contact_mark(party, task), "contacts"
        yield email_mark(party), "contacts"
        yield signatory_mark(party), "signatories"
        yield position_mark(party), "signatories"
        for signatory in party.signatories:
            yield authority_mark(party, signatory), "signatories"
    for priority in LISTS["prioritet"]:
        for field in PRIORITY_LABELS:
            yield priority_mark(priority, field), "priorities"
    for backup in facts.agreement.backups:
        yield backup_mark(backup, "interval"), "backups"
        yield backup_mark(backup, "retention_days"), "backups"
    for sharer in facts.sharers:
        yield inhabitants_mark(sharer), "population_day"
