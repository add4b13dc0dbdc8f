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
from itadmin.documents.operations_agreement_sharing import own_share, period_words
from itadmin.documents.phrases import counted, day_in_words, in_sentence, lowered, number_word
from itadmin.documents.shared_cost import Shared
from itadmin.documents.templates import Words, joined
from itadmin.domain.calculations.allocation import FIXED_PERCENT
from itadmin.domain.money import format_kronor
from itadmin.domain.registers.agreement_rows import OptionRow
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.text import listed
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
_EACH_ITS_OWN = "efter den kostnad var och en orsakar"


def economy_words(facts: AgreementFacts) -> Words:
    """The values about price and how it is shared."""
    agreement = facts.agreement
    price, rate = agreement.annual_price, agreement.hourly_rate
    return {
        "pris": joined(field_mark("annual_price") if price is None else format_kronor(price, whole=True)),
        "per_enhet": lowered(shown(agreement, "price_model")),
        **(_as_adopted(facts.adopted) if facts.adopted else _as_agreed(agreement)),
        "andel": own_share(facts) if facts.is_shared else "",
        "ersattningen": "dess andel" if facts.pays_share else "ersättningen",
        "fakturering": joined(lowered(shown(agreement, "invoicing")) or field_mark("invoicing")),
        "prisjustering": joined(lowered(in_sentence(agreement.price_adjustment)) or field_mark("price_adjustment")),
        "timpris": "" if rate is None else format_kronor(rate, whole=True),
    }


def _as_agreed(agreement: Agreement) -> Words:
    """How the cost is shared by what is agreed of model and figures."""
    model, counted_on = agreement.allocation_model, agreement.population_day
    words = ALLOCATIONS.get(model) or label_of("fordelningsmodell", model) or field_mark("allocation_model")
    return {
        "fordelning": joined(words),
        "befolkningsdag": joined(field_mark("population_day") if counted_on is None else counted_on.isoformat()),
        "kalla": joined(in_sentence(agreement.population_source) or field_mark("population_source")),
        "faststalld": "",
        "period": "",
    }


def _as_adopted(adopted: Shared) -> Words:
    """How the cost is shared by the fördelning that is adopted."""
    allocation, outcome = adopted.allocation, adopted.outcome
    words = ALLOCATIONS.get(allocation.model, _EACH_ITS_OWN)
    if allocation.model == "FAST_RORLIG" and allocation.fixed_percent is not None:
        words = words.replace(str(FIXED_PERCENT), str(allocation.fixed_percent))
    sources = listed(list(dict.fromkeys(figure.source for figure in outcome.figures if figure.source)))
    return {
        "fordelning": words,
        "befolkningsdag": outcome.counted_on.isoformat() if outcome.counted_on else "",
        "kalla": sources or "okänd",
        "faststalld": day_in_words(allocation.locked_on) if allocation.locked_on else "",
        "period": period_words(adopted) or "tills en ny fastställs",
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
