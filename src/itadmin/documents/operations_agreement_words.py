"""The values that the template of a driftavtal may ask for, each in the form that fits into its sentences.

The set of names is fixed and documented for those who write templates. What is obligatory and missing is a mark; what
is optional and missing is empty, and the passages that speak of it are then left out. Price and term have their words
in `operations_agreement_term_words`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from itadmin.documents.content import Inline, Link, Run, Strong
from itadmin.documents.gathering import number_of, shown
from itadmin.documents.operations_agreement_attached import AppendixFacts
from itadmin.documents.operations_agreement_facts import AgreementFacts, Party, SystemFacts
from itadmin.documents.operations_agreement_requirements import (
    field_mark,
    number_mark,
    party_mark,
    system_mark,
    unit_mark,
)
from itadmin.documents.operations_agreement_term_words import economy_words, term_words
from itadmin.documents.phrases import (
    counted,
    frequency,
    hours,
    in_sentence,
    level_percent,
    listed_names,
    lowered,
    number_word,
    raised,
)
from itadmin.documents.templates import Words, joined
from itadmin.domain.money import NBSP, grouped
from itadmin.domain.service_time import downtime_in_words, opening_minutes_per_week
from itadmin.domain.text import listed
from itadmin.domain.typed_lists import items_of, names_of

LINKS: Mapping[str, str] = {
    "tabell_foretradare": "representatives",
    "tabell_bilagor": "appendices",
    "tabell_begrepp": "definitions",
    "tabell_ansvar": "responsibilities",
    "tabell_nivaer": "levels",
    "tabell_prioritet": "priority-matrix",
    "tabell_tider": "priorities",
    "tabell_kopior": "backups",
    "tabell_handledning": "training-documentation",
    "tabell_moment": "training-modules",
    "bilaga_system": "appendix-1",
    "bilaga_nivaer": "appendix-2",
    "bilaga_kontakter": "appendix-3",
    "bilaga_pris": "appendix-4",
    "avsnitt_eskalering": "section-deviations",
    "avsnitt_avtalstid": "section-term",
}
"""Words that refer to another place in the paper, by the key of that place."""

APPENDICES: Mapping[str, str] = {
    "bilaga_pub": "pub_avtal",
    "bilaga_drift": "driftdokumentation",
    "bilaga_utbildning": "utbildningsplan",
    "bilaga_instruktion": "instruktion",
    "bilaga_fordelning": "kostnadsfordelning",
}
"""Words that refer to an appendix that the agreement asks for, by its kind."""

_CLASSES = (("K", "confidentiality"), (f"{NBSP}R", "integrity"), (f"{NBSP}T", "availability"))


def words(facts: AgreementFacts) -> Words:
    """Every value by its name in templates."""
    return {
        **_names(facts),
        **{word: (Link(key),) for word, key in LINKS.items()},
        "tabell_fordelning": (Link("sharing"), " i ", Link("appendix-4")),
        "punkt_eskalering": (Link("clause-steps"),),
        "tabell_eskalering": (Link("escalation"), " i ", Link("appendix-3")),
        **_appendix_words(facts),
        **_scope(facts),
        **_levels(facts),
        **_security(facts),
        **economy_words(facts),
        **term_words(facts),
    }


def system_names(facts: AgreementFacts) -> Inline:
    """The names of the systems as a sentence lists them."""
    return joined(listed([system.record.name for system in facts.systems]) or field_mark("systems"))


def party_text(facts: AgreementFacts, party: Party) -> Inline:
    """A side as the first clause names it; within one juridical person by its unit alone."""
    if party.belongs is None:
        return (party_mark(party),)
    legal = party.belongs.legal
    names = ", ".join(lowered(unit.name) for unit in party.belongs.units)
    unit: Run = unit_mark(party) if party.needs_unit else names
    if facts.is_within_one:
        return joined(unit or legal.name)
    return joined(legal.name, ", " if unit else "", unit, f", org.nr{NBSP}", number_of(legal) or number_mark(legal))


def classification(system: SystemFacts) -> Inline:
    """How a system's information is classed, "K2 R3 T3"."""
    return joined(
        *(
            run
            for letter, field in _CLASSES
            for run in (letter, getattr(system.record, field) or system_mark(system, field))
        )
    )


def _names(facts: AgreementFacts) -> Words:
    noun, this, pronoun = "överenskommelsen", "denna överenskommelse", "den"
    if facts.is_called_agreement:
        noun, this, pronoun = "avtalet", "detta avtal", "det"
    system = "systemen" if len(facts.systems) > 1 else "systemet"
    belongs = facts.customer.belongs
    return {
        "avtalet": noun,
        "Avtalet": raised(noun),
        "detta_avtal": this,
        "Detta_avtal": raised(this),
        "det": pronoun,
        "Det": raised(pronoun),
        "kommun": joined(belongs.legal.name if belongs else party_mark(facts.customer)),
        "part_a": party_text(facts, facts.customer),
        "part_b": party_text(facts, facts.provider),
        "begrepp_a": (Strong(facts.customer.name),),
        "begrepp_b": (Strong(facts.provider.name),),
        "begrepp_parterna": (Strong("Parterna"),),
        "system": system_names(facts),
        "systemet": system,
        "Systemet": raised(system),
    }


def _appendix_words(facts: AgreementFacts) -> Words:
    separate = facts.separate_appendices
    return {
        **{word: _reference(facts.appendix(kind)) for word, kind in APPENDICES.items()},
        "Egna_bilagor": _numbers(separate),
        "Sekretess_bilagor": _numbers([appendix for appendix in separate if appendix.secret]),
    }


def _reference(appendix: AppendixFacts | None) -> Inline:
    if appendix is None:
        return ""
    return (Link(appendix.key),) if appendix.made else f"bilaga{NBSP}{appendix.number}"


def _numbers(appendices: Sequence[AppendixFacts]) -> str:
    return f"Bilaga{NBSP}{listed([str(appendix.number) for appendix in appendices])}" if appendices else ""


def _scope(facts: AgreementFacts) -> Words:
    agreement = facts.agreement
    modules = names_of(agreement.modules)
    is_one = len(modules) == 1 and (" och " not in modules[0] or "- och " in modules[0])
    environments = [lowered(name) for name in items_of(agreement.environments)]
    users = agreement.user_count
    return {
        "moduler": joined("modulen " if is_one else "modulerna ", listed_names(modules) or field_mark("modules")),
        "miljoer": joined(
            "miljön " if len(environments) == 1 else "miljöerna ", listed(environments) or field_mark("environments")
        ),
        "samverkansniva": facts.cooperation_level,
        "kommuner": joined(facts.kommuner or field_mark("connected_municipalities")),
        "antal_anvandare": joined(field_mark("user_count") if users is None else grouped(users)),
        "ansvarsfordelning": (field_mark("responsibilities"),),
        "patchtid": in_sentence(agreement.critical_patch_time),
        "dokumentationsgenomgang": frequency(agreement.documentation_review),
    }


def _service_class(facts: AgreementFacts) -> str:
    """The driftklass in a sentence: "2, verksamhetskritisk"; one that is not called by its number by its own name."""
    code = facts.agreement.service_class
    label = facts.value_words.label_of("driftklass", code)
    number, _, name = label.partition(" ")
    return f"{code}, {name.lower()}" if name and number == code else label


def _levels(facts: AgreementFacts) -> Words:
    agreement = facts.agreement
    availability, period = agreement.availability_percent, agreement.measuring_period
    downtime = ""
    if availability is not None and opening_minutes_per_week(agreement.opening_hours):
        downtime = downtime_in_words(availability, period, agreement.opening_hours)
    return {
        "driftklass": joined(_service_class(facts) or field_mark("service_class")),
        "tillganglighet": joined(
            field_mark("availability_percent") if availability is None else level_percent(availability)
        ),
        "matperiod": joined(shown(agreement, "measuring_period") or field_mark("measuring_period")),
        "tillaten_avbrottstid": downtime,
        "sakerhetskopiering": (field_mark("backups"),),
        "tider": (field_mark("priorities"),),
        "rpo": joined(field_mark("rpo_hours") if agreement.rpo_hours is None else hours(agreement.rpo_hours)),
        "rto": joined(
            field_mark("rto_hours")
            if agreement.rto_hours is None
            else hours(agreement.rto_hours, in_days=facts.counts_always)
        ),
        "aterlasning": joined(frequency(agreement.restore_test) or field_mark("restore_test")),
        "langsta_avbrott": _tolerance(facts),
        "reservrutin": lowered(in_sentence(agreement.fallback_routine)),
        "aterstart": "" if agreement.restart_order is None else grouped(agreement.restart_order),
        "servicefonster": joined(
            lowered(in_sentence(agreement.maintenance_window)) or field_mark("maintenance_window")
        ),
        "avisering": joined(
            field_mark("change_notice_days")
            if agreement.change_notice_days is None
            else counted(agreement.change_notice_days, "arbetsdag", "arbetsdagar")
        ),
    }


def _tolerance(facts: AgreementFacts) -> str:
    """How long the work goes on without the system; "" when it is not known, or there are several."""
    known = [system.record.longest_outage_hours for system in facts.systems]
    return hours(known[0]) if len(known) == 1 and known[0] is not None else ""


def _security(facts: AgreementFacts) -> Words:
    agreement = facts.agreement
    unknown = [system for system in facts.systems if system.record.personal_data is None]
    marks = [run for system in unknown for run in (" och ", system_mark(system, "personal_data"))]
    return {
        "klassning": classification(facts.systems[0]) if facts.systems else (field_mark("systems"),),
        "loggtid": "" if agreement.log_months is None else counted(agreement.log_months, "månad", "månader"),
        "behorighetsgranskning": frequency(agreement.access_review),
        "underleverantorer": in_sentence(agreement.subcontractors),
        "personuppgifter": joined(*marks[1:]) if marks else (field_mark("systems"),),
        "pub_avtal": (field_mark("dpa"),),
        "antal_kompetens": ""
        if agreement.operators_with_competence is None
        else number_word(agreement.operators_with_competence),
        "rapportering": joined(frequency(agreement.report_interval) or field_mark("report_interval")),
        "moten": joined(frequency(agreement.meeting_interval) or field_mark("meeting_interval")),
        "atgardsplan": ""
        if agreement.action_plan_days is None
        else counted(agreement.action_plan_days, "arbetsdag", "arbetsdagar"),
        "format": joined(in_sentence(agreement.handover_format) or field_mark("handover_format")),
    }
