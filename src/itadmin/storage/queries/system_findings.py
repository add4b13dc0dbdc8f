"""How each finding of a system is told: by its key, a condition on a row of the systems on a day.

Two questions come before most of them: is the system still in the picture (not retired), and is it running.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, case, false, func, literal, or_, select

from itadmin.domain.calculations.classification import REVIEW_MONTHS, oldest_that_holds
from itadmin.domain.calendar import months_from
from itadmin.domain.registers.system_record import IN_USE
from itadmin.domain.registers.system_rules import OUTSIDE
from itadmin.storage.queries.competence import too_few_know
from itadmin.storage.queries.conditions import begun, ended, held, held_alike, linked, whose_file
from itadmin.storage.queries.demand import falls_short, needs, promises
from itadmin.storage.queries.duplicates import has_twin
from itadmin.storage.queries.tie_findings import answers_contradict
from itadmin.storage.tables import JOURNAL, STEPS, TABLES

_BY_SUPPLIER = ("saas", "extern_drift")
"""Ways of operation that the supplier's agreement answers for."""
_BY_ANOTHER = ("annan_kommun", "kommunalforbund")
_AUTHORITIES = ("kommun", "forbund")
_OPERATION = ("driftavtal", "driftoverenskommelse")


def _living(main: Table) -> ColumnElement[bool]:
    return main.c.lifecycle.is_distinct_from("avvecklad")


def _running(main: Table) -> ColumnElement[bool]:
    return main.c.lifecycle.in_(IN_USE)


def _lacks_role(name: str) -> Callable[[Table, date], ColumnElement[bool]]:
    return lambda main, day: and_(_living(main), ~held(main, name, day))


def _lacks_substitute(main: Table, day: date) -> ColumnElement[bool]:
    return and_(_living(main), held(main, "system_manager", day), ~held(main, "deputy_manager", day))


def _substitutes_for_oneself(main: Table, day: date) -> ColumnElement[bool]:
    return and_(_living(main), held_alike(main, "system_manager", "deputy_manager", day))


def _agreed(main: Table, day: date, kinds: tuple[str, ...]) -> ColumnElement[bool]:
    """That an agreement of one of these kinds is in force for the system."""
    agreements = TABLES["agreements"].main
    return (
        linked("agreements", "systems", main)
        .where(
            agreements.c.kind.in_(kinds),
            or_(
                agreements.c.status == "gallande",
                and_(agreements.c.status == "uppsagt", ~_run_out(agreements, day)),
            ),
        )
        .exists()
    )


def _run_out(agreements: Table, day: date) -> ColumnElement[bool]:
    """That an agreement given notice of has surely ended; one that renews itself may run a renewal past its notice."""
    column = agreements.c
    first_term = func.coalesce(
        column.first_term_ends_on, func.date(column.starts_on, column.first_term_months.concat(" months"), "-1 day")
    )
    renewal, months, days = (
        func.coalesce(amount, 0) for amount in (column.renewal_months, column.notice_months, column.notice_days)
    )
    spans = (months.concat(" months"), renewal.concat(" months"), days.concat(" days"))
    latest = func.date(column.notice_given_on, *spans)
    rolls = or_(column.open_ended.is_(True), renewal > 0)
    last = case((rolls, func.max(func.coalesce(first_term, ""), latest)), else_=first_term)
    return func.coalesce(last < day.isoformat(), false())


def _elsewhere() -> Select[Any]:
    """The ids of other kommuner and förbund, and of all that belongs to them."""
    every = TABLES["organisations"].main
    others = or_(every.c.kind.in_(_AUTHORITIES), and_(every.c.parent.is_(None), every.c.owner != whose_file()))
    known = select(every.c.id).where(every.c.id != whose_file(), others).cte(recursive=True)
    part = every.alias("part")
    parts = select(part.c.id).join(known, part.c.parent == known.c.id).where(part.c.id != whose_file())
    return select(known.union(parts).c.id)


def _operated_elsewhere(main: Table) -> ColumnElement[bool]:
    return or_(main.c.hosting.in_(_BY_ANOTHER), main.c.operating_unit.in_(_elsewhere()))


def _elsewhere_without_agreement(main: Table, day: date) -> ColumnElement[bool]:
    return and_(_running(main), func.coalesce(_operated_elsewhere(main), false()), ~_agreed(main, day, _OPERATION))


def _without_operations_agreement(main: Table, day: date) -> ColumnElement[bool]:
    by_supplier = func.coalesce(main.c.hosting.in_(_BY_SUPPLIER), false())
    needed = or_(~by_supplier, main.c.operating_unit.in_(_elsewhere()))
    return and_(_running(main), needed, ~_agreed(main, day, _OPERATION))


def _without_processor_agreement(main: Table, day: date) -> ColumnElement[bool]:
    status = func.coalesce(main.c.dpa_status, "")
    return and_(
        _living(main),
        main.c.personal_data.is_(True),
        main.c.hosting.in_(OUTSIDE),
        status.not_in(("ja", "ej_tillampligt")),
        ~_agreed(main, day, ("pub_avtal",)),
    )


def _says_processor_agreement(main: Table, day: date) -> ColumnElement[bool]:
    """That there is said to be one although none is in force in the register."""
    said = and_(main.c.dpa_status == "ja", main.c.personal_data.is_(True), main.c.hosting.in_(OUTSIDE))
    return and_(_living(main), said, ~_agreed(main, day, ("pub_avtal",)))


def _denies_processor_agreement(main: Table, day: date) -> ColumnElement[bool]:
    """That there is said to be none although one is in force in the register."""
    denied = main.c.dpa_status.in_(("nej", "under_framtagande", "ej_tillampligt"))
    return and_(_living(main), denied, _agreed(main, day, ("pub_avtal",)))


def _agreed_too_little(main: Table, _day: date) -> ColumnElement[bool]:
    agreements = TABLES["agreements"].main
    in_force = and_(agreements.c.status.in_(("gallande", "uppsagt")), promises(agreements))
    lacking = linked("agreements", "systems", main).where(in_force, falls_short(agreements, main))
    return and_(_living(main), needs(main), lacking.exists())


def _unclassified(main: Table, _day: date) -> ColumnElement[bool]:
    return and_(_living(main), ~_has_levels(main))


def _classified_without_a_day(main: Table, _day: date) -> ColumnElement[bool]:
    return and_(_living(main), _has_levels(main), main.c.classified_on.is_(None))


def _has_levels(main: Table) -> ColumnElement[bool]:
    return and_(*(main.c[name].is_not(None) for name in ("confidentiality", "integrity", "availability")))


def _classified_long_ago(main: Table, day: date) -> ColumnElement[bool]:
    return and_(
        _living(main),
        or_(
            main.c.classified_on < oldest_that_holds(day).isoformat(),
            main.c.classification_valid_until < day.isoformat(),
        ),
    )


def _personal_data_unknown(main: Table, _day: date) -> ColumnElement[bool]:
    return and_(_living(main), main.c.personal_data.is_(None))


def _processing_untold(main: Table, _day: date) -> ColumnElement[bool]:
    asked = ("processing_purpose", "legal_basis", "data_subjects", "data_categories", "retention")
    return and_(_living(main), main.c.personal_data.is_(True), or_(*(main.c[name].is_(None) for name in asked)))


def _impact_not_assessed(main: Table, _day: date) -> ColumnElement[bool]:
    return and_(_living(main), main.c.impact_assessment_needed.is_(True), main.c.impact_assessed_on.is_(None))


def _lacks_documentation(name: str) -> Callable[[Table, date], ColumnElement[bool]]:
    return lambda main, _day: and_(_running(main), func.coalesce(main.c[name], "saknas") == "saknas")


def _review_late(main: Table, day: date) -> ColumnElement[bool]:
    """That the last review has grown old, or that the system has stood as long in the register without one."""
    limit = oldest_that_holds(day).isoformat()
    registered = (
        select(literal(1))
        .select_from(JOURNAL.join(STEPS, STEPS.c.pk == JOURNAL.c.step))
        .where(JOURNAL.c.record_id == main.c.id, STEPS.c.at < limit)
        .correlate(main)
    )
    return and_(
        _living(main),
        or_(main.c.reviewed_on < limit, and_(main.c.reviewed_on.is_(None), registered.exists())),
    )


def _support_ended(main: Table, day: date) -> ColumnElement[bool]:
    return and_(_living(main), ended(main.c.support_ends, day))


def _support_ends_soon(main: Table, day: date) -> ColumnElement[bool]:
    soon = months_from(day, REVIEW_MONTHS)
    return and_(_living(main), ~ended(main.c.support_ends, day), begun(main.c.support_ends, soon))


def _few_who_know(main: Table, day: date) -> ColumnElement[bool]:
    return and_(_living(main), too_few_know(main, day))


def _may_be_twice(main: Table, _day: date) -> ColumnElement[bool]:
    return has_twin(main)


CONDITIONS: Mapping[str, Callable[[Table, date], ColumnElement[bool]]] = {
    "utan_systemagare": _lacks_role("system_owner"),
    "utan_systemansvarig": _lacks_role("system_manager"),
    "utan_ersattare": _lacks_substitute,
    "ersattare_ar_systemansvarig": _substitutes_for_oneself,
    "personuppgifter_utan_pub": _without_processor_agreement,
    "pub_avtal_ej_i_registret": _says_processor_agreement,
    "pub_avtal_finns_redan": _denies_processor_agreement,
    "avtal_lovar_for_lite": _agreed_too_little,
    "annan_kommun_utan_driftavtal": _elsewhere_without_agreement,
    "i_drift_utan_driftavtal": _without_operations_agreement,
    "utan_klassning": _unclassified,
    "klassning_utan_dag": _classified_without_a_day,
    "klassning_for_gammal": _classified_long_ago,
    "personuppgifter_okant": _personal_data_unknown,
    "personuppgifter_ofullstandiga": _processing_untold,
    "utan_konsekvensbedomning": _impact_not_assessed,
    "utan_driftdokumentation": _lacks_documentation("operations_documentation"),
    "utan_rutindokumentation": _lacks_documentation("routine_documentation"),
    "granskning_forsenad": _review_late,
    "stod_upphort": _support_ended,
    "stod_upphor_snart": _support_ends_soon,
    "kan_for_fa": _few_who_know,
    "mojlig_dubblett": _may_be_twice,
    "svar_gar_inte_ihop": answers_contradict,
}
