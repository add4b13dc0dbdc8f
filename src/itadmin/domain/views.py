"""Views of lists: what must hold of the records, which columns, in which order – and those that come with the program.

Plain data. The keys below are registers' names; who shows or keeps views knows none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itadmin.domain.filters import Condition
from itadmin.domain.states import DONE, DROPPED

OWN, EVERYBODYS = "", "alla"
"""Whose records a list is of, where it is not those of one neighbour."""


@dataclass(frozen=True, slots=True)
class ListView:
    """How a list is shown. No `columns` are the register's own, no `sort` is by name.

    `findings` are keys of what is wrong with a record; all conditions must hold and all findings be true. `owner` says
    whose records: OWN, EVERYBODYS, or those of one organisation by its id as text.
    """

    name: str = ""
    conditions: tuple[Condition, ...] = ()
    findings: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    owner: str = OWN


def _one_of(name: str, field: str, *values: str) -> ListView:
    return ListView(name, (Condition(field, "one_of", values),))


def _found(name: str, *findings: str) -> ListView:
    return ListView(name, findings=findings)


def _agreed(name: str, condition: Condition) -> ListView:
    """Agreements that hold, also those that notice has been given of, narrowed."""
    return ListView(name, (Condition("status", "one_of", ("gallande", "uppsagt")), condition))


def _adopted(name: str, condition: Condition) -> ListView:
    """Styrande dokument that are adopted, narrowed."""
    return ListView(name, (Condition("status", "one_of", ("faststalld",)), condition))


def _planned(name: str, *kinds: str) -> ListView:
    """Plans of some kinds that lead to something within three months."""
    soon = Condition("go_live_on", "within_months", (3,))
    return ListView(name, (Condition("kind", "one_of", kinds), soon), sort="go_live_on")


BUILT_IN: Mapping[str, tuple[ListView, ...]] = {
    "systems": (
        _one_of("I drift", "lifecycle", "i_drift"),
        _found("Utan systemägare", "utan_systemagare"),
        _found("Utan klassning", "utan_klassning"),
        _found("Försenad granskning", "granskning_forsenad"),
        _found("Utan utbildningsplan", "utan_utbildningsplan"),
        _one_of("Under avveckling", "lifecycle", "under_avveckling"),
    ),
    "agreements": (
        _one_of("Gällande", "status", "gallande"),
        _one_of("Utkast", "status", "utkast"),
        _agreed("Löper ut inom 12 månader", Condition("ends_on", "within_months", (12,))),
        _agreed("Sägs upp inom 6 månader", Condition("next_notice_day", "within_months", (6,))),
        _agreed("Utan bifogad fil", Condition("attachments", "empty")),
        _one_of("PUB-avtal", "kind", "pub_avtal", "underbitradesavtal"),
    ),
    "steering_documents": (
        _adopted("Gällande", Condition("valid_from", "by_months", (0,))),
        _adopted("Att revidera", Condition("revise_by", "by_months", (12,))),
        _one_of("Utkast och remiss", "status", "utkast", "remiss"),
    ),
    "steering_decisions": (_one_of("Väntar på beslut", "status", "vantar", "aterremitterad"),),
    "goals": (
        ListView("Inte klara", (Condition("status", "none_of", (DONE, DROPPED)),), sort="year"),
        _one_of("Klara", "status", DONE),
    ),
    "training_plans": (
        _one_of("Fastställda", "status", "faststalld"),
        _found("Att revidera", "plan_ska_revideras"),
        _one_of("Utkast och remiss", "status", "utkast", "remiss"),
    ),
    "implementations": (
        _one_of("Utkast och pågående", "status", "utkast", "pagar"),
        _planned("Driftstart inom 3 månader", "inforande", "byte"),
        _planned("Avvecklas inom 3 månader", "avveckling"),
        _one_of("Avslutade", "status", "avslutad"),
    ),
    "implementation_activities": (
        ListView("Inte klara", (Condition("status", "none_of", (DONE, DROPPED)),), sort="ends_on"),
    ),
    "cost_lines": (ListView("Utan utfall", (Condition("actual", "empty"),)),),
    "organisations": (_one_of("Leverantörer", "kind", "leverantor"),),
    "people": (
        _one_of("Kontaktpersoner", "kind", "kontaktperson"),
        ListView(
            "Har slutat",
            (Condition("left_on", "by_months", (0,)),),
            columns=("name", "title", "organisation", "left_on", "anonymised_on"),
            sort="left_on",
        ),
        _found("Har slutat men har roller", "slutat_med_roll"),
    ),
}
"""The views that come with the program, in the order they are shown, by register."""
