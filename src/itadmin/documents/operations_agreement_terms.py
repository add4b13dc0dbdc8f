"""The last part of a driftavtal: price, follow-up, term and signatures (sections 15–23)."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.content import Block, Run, Signatory, SignatureBlock, SignatureParty
from itadmin.documents.gathering import number_of
from itadmin.documents.operations_agreement_facts import AgreementFacts, Party
from itadmin.documents.operations_agreement_requirements import (
    authority_mark,
    party_mark,
    position_mark,
    signatory_mark,
    unit_mark,
)
from itadmin.documents.operations_agreement_term_words import ALLOCATIONS, first_end, option_words
from itadmin.documents.operations_agreement_writer import Writer
from itadmin.documents.templates import joined
from itadmin.domain.money import NBSP
from itadmin.domain.registers.agreements import Agreement

_PRICE_PASSAGES = {
    "per_anvandare": "per_unit",
    "per_dator": "per_unit",
    "per_enhet": "per_unit",
    "per_invanare": "per_unit",
    "sjalvkostnad": "own_cost",
    "lopande": "by_time",
}
_BY_POPULATION = frozenset({"BEFOLKNING", "FAST_RORLIG"})
_BOTH = 2


def economy(writer: Writer) -> Iterator[Block]:
    """Ekonomi."""
    facts, agreement = writer.facts, writer.facts.agreement
    yield writer.heading("economy")
    if agreement.price_model == "ingen":
        yield writer.clause("economy.none")
    else:
        yield writer.clause(*_price(facts))
        yield writer.clause(*_allocation(facts))
        invoicing = "economy.invoicing_internal" if facts.is_within_one else "economy.invoicing"
        yield writer.clause(invoicing, *_others(facts))
        by_cost = agreement.price_model == "sjalvkostnad"
        yield writer.clause("economy.adjustment_by_cost" if by_cost else "economy.adjustment")
    if agreement.hourly_rate is None:
        yield writer.clause("economy.extra")
    else:
        yield writer.clause("economy.extra_priced", *(() if facts.is_within_one else ("economy.extra_vat",)))


def _price(facts: AgreementFacts) -> Iterator[str]:
    yield f"economy.{_PRICE_PASSAGES.get(facts.agreement.price_model, 'fixed')}"
    if not facts.is_within_one:
        yield "economy.vat"
    if facts.agreement.prices:
        yield "economy.price_list"


def _allocation(facts: AgreementFacts) -> Iterator[str]:
    adopted = facts.adopted if facts.is_shared else None
    model = adopted.allocation.model if adopted else facts.agreement.allocation_model
    if model == "DIREKT" and adopted is None:
        yield "economy.direct"
        return
    if facts.is_shared:
        yield "economy.shared"
        if adopted is not None:
            yield "economy.adopted"
        if facts.pays_share:
            yield "economy.own_share"
    else:
        yield "economy.allocated" if model in ALLOCATIONS else "economy.allocation_missing"
    if adopted.outcome.figures if adopted else model in _BY_POPULATION:
        yield "economy.population"
    if facts.appendix("kostnadsfordelning"):
        yield "economy.allocation_appendix"


def _others(facts: AgreementFacts) -> Iterator[str]:
    """Who carries what the systemägare does not."""
    if facts.pays_share:
        yield "economy.others" if facts.other_kommuner else "economy.remainder"


def follow_up(writer: Writer) -> Iterator[Block]:
    """Mätning, rapportering och uppföljning."""
    yield writer.heading("follow_up")
    yield writer.clause("follow_up.meetings")


def deviations(writer: Writer) -> Iterator[Block]:
    """Avvikelser och eskalering."""
    agreement = writer.facts.agreement
    yield writer.heading("deviations", key="section-deviations")
    yield writer.clause("deviations.plan" if agreement.action_plan_days is None else "deviations.plan_days")
    yield writer.clause("deviations.steps" if agreement.escalations else "deviations.default", key="clause-steps")
    within = writer.facts.is_within_one
    yield writer.clause("deviations.plan_fails_internal" if within else "deviations.plan_fails")
    yield writer.clause("deviations.no_penalty")


def amendments(writer: Writer) -> Iterator[Block]:
    """Ändring, inträde och utträde."""
    within = writer.facts.is_within_one
    yield writer.heading("amendments_internal" if within else "amendments")
    yield writer.clause("amendments.written")
    if not within:
        leaving = ("amendments.leaving",) if _has_notice_clause(writer.facts.agreement) else ()
        shared = ("amendments.redistribution",) if writer.facts.pays_share else ()
        yield writer.clause("amendments.joining", *leaving, *shared)


def term(writer: Writer) -> Iterator[Block]:
    """Avtalstid, förlängning och uppsägning."""
    facts, agreement = writer.facts, writer.facts.agreement
    yield writer.heading("term" if facts.is_called_agreement else "term_internal", key="section-term")
    yield writer.clause(*_validity(facts))
    for option in agreement.options:
        passage = "term.option" if option.decision_day else "term.option_undated"
        yield writer.clause(passage, more=option_words(option))
    if _has_notice_clause(agreement):
        yield writer.clause(*_notice(agreement))
    if _is_renewed(agreement):
        yield writer.clause("term.renewal", *(("term.last_day",) if writer.words["sista_uppsagningsdag"] else ()))


def _validity(facts: AgreementFacts) -> Iterator[str]:
    agreement = facts.agreement
    if facts.has_contradictory_term:
        yield "term.fixed"
        return
    if agreement.open_ended:
        yield "term.open_bound" if first_end(facts) else "term.open"
        return
    yield "term.months" if agreement.starts_on is None and agreement.first_term_months else "term.fixed"
    if not _is_renewed(agreement):
        yield "term.expires_options" if agreement.options else "term.expires"


def _is_renewed(agreement: Agreement) -> bool:
    return bool(agreement.renewal_months) and not agreement.open_ended


def _has_notice_clause(agreement: Agreement) -> bool:
    """Whether notice is spoken of: always when the agreement goes on by itself, else when a period is agreed."""
    period = agreement.notice_months or agreement.notice_days
    return bool(agreement.open_ended or agreement.renewal_months or period)


def _notice(agreement: Agreement) -> Iterator[str]:
    is_agreed = agreement.notice_months is not None or agreement.notice_days is not None
    if is_agreed and not (agreement.notice_months or agreement.notice_days):
        yield "term.notice_none"
        return
    if agreement.open_ended:
        yield "term.notice_open"
    else:
        yield "term.notice" if agreement.renewal_months else "term.notice_early"
    if agreement.open_ended and agreement.notice_to_month_end:
        yield "term.month_end"


def ending(writer: Writer) -> Iterator[Block]:
    """Upphörande och avveckling."""
    yield writer.heading("ending")
    yield writer.clause("ending.handover")
    yield writer.clause("ending.archive")


def relief(writer: Writer) -> Iterator[Block]:
    """Befrielsegrunder."""
    yield writer.heading("relief")
    yield writer.clause("relief.general")


def disputes(writer: Writer) -> Iterator[Block]:
    """Tvist."""
    within = writer.facts.is_within_one
    yield writer.heading("disputes_internal" if within else "disputes")
    yield writer.clause("disputes.internal" if within else "disputes.general")


def signatures(writer: Writer) -> Iterator[Block]:
    """Underskrifter."""
    yield writer.heading("signatures")
    yield writer.clause(f"signatures.{_signing(writer.facts.agreement)}")
    yield SignatureBlock(tuple(_signature_party(writer.facts, party) for party in writer.facts.parties))


def _signing(agreement: Agreement) -> str:
    if not agreement.signing:
        return "unknown"
    if agreement.signing != "papper":
        return "electronic"
    if agreement.copies in (None, _BOTH):
        return "two"
    return "one" if agreement.copies == 1 else "many"


def _signature_party(facts: AgreementFacts, party: Party) -> SignatureParty:
    belongs = party.belongs
    name: Run = belongs.legal.name if belongs else party_mark(party)
    number = number_of(belongs.legal) if belongs else ""
    unit: Run = unit_mark(party) if party.needs_unit else belongs.unit_names if belongs else ""
    numbered = f"org.nr{NBSP}{number}" if number and not facts.is_within_one else ""
    signatories = tuple(
        Signatory(
            joined(row.position or position_mark(party)),
            joined(row.authority or authority_mark(party, row)),
        )
        for row in party.signatories
    )
    return SignatureParty(
        party.name,
        joined(name),
        joined(unit, ", " if unit and numbered else "", numbered),
        signatories or (Signatory((signatory_mark(party),)),),
    )


LAST_SECTIONS = (economy, follow_up, deviations, amendments, term, ending, relief, disputes, signatures)
