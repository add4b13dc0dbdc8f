"""The words about price, term and signing that the template of a driftavtal may ask for.

The same rules as in `operations_agreement_words`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from itadmin.documents.content import Inline, Missing
from itadmin.documents.gathering import shown
from itadmin.documents.operations_agreement_facts import AgreementFacts
from itadmin.documents.operations_agreement_requirements import CONTRADICTORY_TERM, field_mark
from itadmin.documents.operations_agreement_sharing import own_share
from itadmin.documents.phrases import counted, day_in_words, in_sentence, lowered, number_word
from itadmin.documents.templates import Words, joined
from itadmin.domain.calculations.allocation import FIXED_PERCENT
from itadmin.domain.money import format_kronor
from itadmin.domain.registers.agreement_rows import OptionRow
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.values import label_of

ALLOCATIONS: Mapping[str, str] = {
    "BEFOLKNING": "efter befolkning",
    "LIKA": "i lika delar",
    "FAST_RORLIG": f"med {FIXED_PERCENT}\u00a0procent i lika delar och resten efter befolkning",
    "ANVANDARE": "efter antal användare",
    "ENHETER": "efter antal enheter",
    "VIKTAD": "efter viktade nycklar",
    "FAST_BELOPP": "med fasta belopp",
    "HISTORISK": "enligt tidigare andelar",
}
"""How a cost is shared, in the words of a sentence."""


def economy_words(facts: AgreementFacts) -> Words:
    """The values about price and how it is shared."""
    agreement = facts.agreement
    price, rate, counted_on = agreement.annual_price, agreement.hourly_rate, agreement.population_day
    model = agreement.allocation_model
    return {
        "pris": joined(field_mark("annual_price") if price is None else format_kronor(price, whole=True)),
        "per_enhet": lowered(shown(agreement, "price_model")),
        "fordelning": joined(
            ALLOCATIONS.get(model) or label_of("fordelningsmodell", model) or field_mark("allocation_model")
        ),
        "andel": own_share(facts) if facts.is_shared else "",
        "ersattningen": "dess andel" if facts.pays_share else "ersättningen",
        "befolkningsdag": joined(field_mark("population_day") if counted_on is None else counted_on.isoformat()),
        "kalla": joined(in_sentence(agreement.population_source) or field_mark("population_source")),
        "fakturering": joined(lowered(shown(agreement, "invoicing")) or field_mark("invoicing")),
        "prisjustering": joined(lowered(in_sentence(agreement.price_adjustment)) or field_mark("price_adjustment")),
        "timpris": "" if rate is None else format_kronor(rate, whole=True),
    }


def term_words(facts: AgreementFacts) -> Words:
    """The values about how long the agreement lasts and how it is signed."""
    agreement, term = facts.agreement, facts.term
    months = agreement.first_term_months
    return {
        "fran": joined(day_in_words(agreement.starts_on) if agreement.starts_on else field_mark("starts_on")),
        "till": _end(facts),
        "tidslangd": "" if months is None else counted(months, "månad", "månader"),
        "uppsagningstid": joined(_notice_period(agreement) or field_mark("notice_months")),
        "varsel": joined(_notice_ahead(agreement) or field_mark("notice_months")),
        "avtalstidens": "avtalstidens" if facts.is_called_agreement else "giltighetstidens",
        "forlangning": counted(agreement.renewal_months or 0, "månad", "månader"),
        "sista_uppsagningsdag": day_in_words(term.last_notice_day) if term.last_notice_day else "",
        "antal_exemplar": joined(
            field_mark("copies") if agreement.copies is None else number_word(agreement.copies, neuter=True)
        ),
        "underskriftssatt": joined(lowered(shown(agreement, "signing")) or field_mark("signing")),
    }


def option_words(option: OptionRow) -> Words:
    """The values about one option to prolong."""
    return {
        "option_tid": counted(option.months or 0, "månad", "månader"),
        "option_dag": _day(option.decision_day),
    }


def first_end(facts: AgreementFacts) -> date | None:
    """The last day of the first term, when the terms make sense; None when it has no end."""
    if facts.has_contradictory_term:
        return None
    return facts.term.term_ends_on or facts.agreement.first_term_ends_on


def end_mark(facts: AgreementFacts) -> Missing:
    """The mark of an end that is not known, or that contradicts the rest."""
    return Missing(CONTRADICTORY_TERM) if facts.has_contradictory_term else field_mark("first_term_months")


def _end(facts: AgreementFacts) -> Inline:
    end = first_end(facts)
    return joined(day_in_words(end) if end else end_mark(facts))


def _notice_period(agreement: Agreement) -> str:
    if agreement.notice_days:
        return counted(agreement.notice_days, "dag", "dagar")
    return counted(agreement.notice_months, "månad", "månader") if agreement.notice_months is not None else ""


def _notice_ahead(agreement: Agreement) -> str:
    if agreement.notice_days:
        return counted(agreement.notice_days, "dags", "dagars")
    return "" if agreement.notice_months is None else counted(agreement.notice_months, "månads", "månaders")


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""
