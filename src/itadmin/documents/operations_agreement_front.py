"""What stands before the first section of a driftavtal: cover, facts about the document, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itadmin.documents.content import (
    Block,
    Column,
    Cover,
    CoverParty,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    Paragraph,
)
from itadmin.documents.gathering import shown
from itadmin.documents.operations_agreement_facts import AgreementFacts, Party
from itadmin.documents.operations_agreement_requirements import field_mark, party_mark, unit_mark
from itadmin.documents.operations_agreement_term_words import end_mark, first_end
from itadmin.documents.operations_agreement_words import system_names
from itadmin.documents.phrases import counted, in_sentence, notice_day_words
from itadmin.documents.templates import joined
from itadmin.domain.calculations.notice import State
from itadmin.domain.money import NBSP
from itadmin.domain.text import listed

SAMPLE = "Övningsdata"
_SAMPLE_NOTE = "Övningsdata. System, enheter, avtalsvillkor, nummer och kontaktvägar är påhittade."
_BEFORE_SIGNATURE = frozenset({"utkast", "forhandling", "invantar_underskrift"})
_ROLES = {"systemagare": "Systemägare", "driftenhet": "Driftande IT-enhet"}
_HANDLING = {
    "oppen": "Allmän handling",
    "intern": "Intern handling",
    "sekretessprovas": "Sekretessprövas vid utlämnande",
}
_TITLES_SHOWN = 3


def paper_title(facts: AgreementFacts) -> str:
    """What the paper is called: the chosen title, or what the parties make it."""
    chosen = in_sentence(facts.agreement.paper_title)
    return chosen or ("Driftöverenskommelse" if facts.is_within_one else "Driftavtal")


def subtitle(facts: AgreementFacts) -> str:
    """The systems under the title; of many, the first and how many more."""
    names = [system.record.name for system in facts.systems]
    if len(names) <= _TITLES_SHOWN + 1:
        return listed(names)
    return f"{', '.join(names[:_TITLES_SHOWN])} och {len(names) - _TITLES_SHOWN} system till"


def cover(facts: AgreementFacts) -> Cover:
    """The first page."""
    return Cover(
        parties=tuple(_cover_party(party) for party in facts.parties),
        facts=(
            Field("Avtalsnummer" if facts.is_called_agreement else "Nummer", _number(facts)),
            Field("Diarienummer", _registry_number(facts)),
            Field("Version", _version(facts)),
            Field("Gäller", _validity(facts)),
        ),
        note=_SAMPLE_NOTE if facts.is_sample else "",
    )


def _cover_party(party: Party) -> CoverParty:
    belongs = party.belongs
    if belongs is None:
        return CoverParty(_ROLES[party.code], (party_mark(party),))
    unit: Inline = (unit_mark(party),) if party.needs_unit else belongs.unit_names
    return CoverParty(_ROLES[party.code], belongs.legal.name, unit)


def _number(facts: AgreementFacts) -> Inline:
    return joined(facts.agreement.number or field_mark("number"))


def _registry_number(facts: AgreementFacts) -> Inline:
    return joined(facts.agreement.registry_number or field_mark("registry_number"))


def _version(facts: AgreementFacts) -> Inline:
    return joined(facts.agreement.version or field_mark("version"))


def _validity(facts: AgreementFacts) -> Inline:
    start, end = facts.agreement.starts_on, first_end(facts)
    if start is None:
        return (field_mark("starts_on"),)
    if facts.agreement.open_ended and not facts.has_contradictory_term:
        return f"Från {start.isoformat()} tills vidare"
    if end is None:
        return (end_mark(facts),)
    prolonged = f"\nFörlängt t.o.m.{NBSP}{facts.prolonged_to.isoformat()}" if facts.prolonged_to else ""
    return f"{start.isoformat()}–{end.isoformat()}{prolonged}"


def document_facts(facts: AgreementFacts, *, draft: bool) -> tuple[Block, ...]:
    """Dokumentuppgifter: what kind of document this is, of what, in what state and for whose care."""
    rows = tuple(Field(label, value) for label, value in _document_rows(facts, draft=draft) if value)
    return (Heading("Dokumentuppgifter", numbered=False), FieldTable(rows))


def _document_rows(facts: AgreementFacts, *, draft: bool) -> Iterator[tuple[str, Inline]]:
    agreement = facts.agreement
    yield "Dokumenttyp", _document_type(facts)
    yield "System", system_names(facts)
    yield "Anslutna kommuner", joined(listed(facts.municipalities) or field_mark("connected_municipalities"))
    yield "Status", _status(facts, draft=draft)
    yield "Driftklass", joined(shown(agreement, "service_class", facts.value_words) or field_mark("service_class"))
    yield "Förlängning", _renewal(facts)
    yield "Förlängt till och med", facts.prolonged_to.isoformat() if facts.prolonged_to else ""
    yield "Sista uppsägningsdag", _last_notice_day(facts)
    yield "Dokumentansvarig", agreement.document_owner
    yield "Offentlighet", _publicity(facts)


def _document_type(facts: AgreementFacts) -> str:
    title = paper_title(facts)
    customer, provider = (party.belongs.legal if party.belongs else None for party in facts.parties)
    if customer and provider:
        if facts.is_within_one:
            return f"{title} inom {customer.name}"
        if customer.kind == provider.kind == "kommun":
            return f"{title} mellan kommuner"
    return title


def _status(facts: AgreementFacts, *, draft: bool) -> Inline:
    status = facts.agreement.status
    if not status:
        return (field_mark("status"),)
    if draft:
        return "Utkast, inte för underskrift"
    return "Klart för underskrift" if status in _BEFORE_SIGNATURE else shown(facts.agreement, "status")


def _renewal(facts: AgreementFacts) -> str:
    months = facts.agreement.renewal_months
    if facts.agreement.open_ended or not months:
        return ""
    return f"{counted(months, 'månad', 'månader')} i taget"


def _last_notice_day(facts: AgreementFacts) -> str:
    term = facts.running if facts.running.state is State.RUNNING else facts.term
    return notice_day_words(term) if facts.agreement.renewal_months else ""


def _publicity(facts: AgreementFacts) -> str:
    sentences = [_HANDLING.get(facts.agreement.publicity, "")]
    secret = [str(appendix.number) for appendix in facts.separate_appendices if appendix.secret]
    if secret:
        sentences.append(f"Bilaga{NBSP}{listed(secret)} sekretessprövas")
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def missing_values(gaps: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    """What a draft still lacks: where it is missing, and what; nothing when nothing is missing."""
    if not gaps:
        return ()
    is_one = len(gaps) == 1
    how_many = "en uppgift. Den är utmärkt" if is_one else f"{len(gaps)} uppgifter. De är utmärkta"
    filled_in = "den är ifylld" if is_one else "de är ifyllda"
    return (
        Heading("Uppgifter som saknas", numbered=False),
        Paragraph(
            f"Utkastet saknar {how_many} i texten med [Uppgift saknas: …]. "
            f"Handlingen kan inte göras klar för underskrift förrän {filled_in}."
        ),
        DataTable((Column("Punkt", weight=60), Column("Uppgift", weight=100)), tuple(gaps), wide=True),
    )
