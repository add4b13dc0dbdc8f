"""How each finding of an agreement is told: by its key, a condition on a row of the agreements on a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Table, and_, func, literal, or_, select

from itadmin.storage.queries.conditions import in_use
from itadmin.storage.queries.demand import falls_short, needs, promises
from itadmin.storage.queries.families import in_ring
from itadmin.storage.tables import TABLES

_OPERATION = ("driftavtal", "driftoverenskommelse")
_PROCESSING = ("pub_avtal", "underbitradesavtal")
_RETIRED = "avvecklad"
_OVER = ("upphort", "ersatt")


def _names_no_system(main: Table, _day: date) -> ColumnElement[bool]:
    link = TABLES["agreements"].links["systems"]
    named = select(literal(1)).where(link.c.record == main.c.id).correlate(main).exists()
    return and_(main.c.kind.in_(_OPERATION), _still(main), ~named)


def _in_force_after_its_term(main: Table, day: date) -> ColumnElement[bool]:
    option = TABLES["agreements"].rows["options"]
    has_option = select(literal(1)).where(option.c.record == main.c.id).correlate(main).exists()
    return and_(
        main.c.status == "gallande",
        main.c.first_term_ends_on < day.isoformat(),
        main.c.open_ended.is_not(True),
        func.coalesce(main.c.renewal_months, 0) == 0,
        ~has_option,
    )


def _names_a_retired_system(main: Table, _day: date) -> ColumnElement[bool]:
    systems = TABLES["systems"].main
    return and_(main.c.status == "gallande", _is_about_any(main, systems.c.lifecycle == _RETIRED))


def _promises_less(main: Table, _day: date) -> ColumnElement[bool]:
    """That it promises less than one of its systems needs, already as a draft."""
    systems = TABLES["systems"].main
    living = and_(in_use(systems), systems.c.lifecycle.is_distinct_from(_RETIRED))
    link = TABLES["agreements"].links["systems"]
    joined = link.join(systems, systems.c.id == link.c.target)
    about = select(literal(1)).select_from(joined).where(link.c.record == main.c.id).correlate(main)
    lacking = about.where(living, needs(systems), falls_short(main, systems))
    return and_(_still(main), promises(main), lacking.exists())


def _third_country_without_basis(main: Table, _day: date) -> ColumnElement[bool]:
    return and_(_still(main), main.c.third_country.is_(True), main.c.third_country_basis.is_(None))


def _without_instruction(main: Table, _day: date) -> ColumnElement[bool]:
    asked = ("processing_purpose", "processing_kinds", "data_subjects", "data_categories")
    return and_(_still(main), main.c.kind.in_(_PROCESSING), or_(*(main.c[name].is_(None) for name in asked)))


def _without_subprocessors(main: Table, _day: date) -> ColumnElement[bool]:
    systems, listed = TABLES["systems"].main, TABLES["agreements"].rows["subprocessors"]
    none = ~select(literal(1)).where(listed.c.record == main.c.id).correlate(main).exists()
    subcontracted = _is_about_any(main, in_use(systems), systems.c.sub_processors.is_not(None))
    return and_(_still(main), main.c.kind == "pub_avtal", none, subcontracted)


def _still(main: Table) -> ColumnElement[bool]:
    """That an agreement is not over: in force, or on its way to be."""
    return func.coalesce(main.c.status, "").not_in(_OVER)


def _is_about_any(main: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """That an agreement is about any of some systems, few of many, that are looked up once for all agreements."""
    systems, link = TABLES["systems"].main, TABLES["agreements"].links["systems"]
    any_of = link.c.target.in_(select(systems.c.id).where(*conditions))
    return select(literal(1)).where(link.c.record == main.c.id, any_of).correlate(main).exists()


CONDITIONS: Mapping[str, Callable[[Table, date], ColumnElement[bool]]] = {
    "gallande_efter_avtalstid": _in_force_after_its_term,
    "driftavtal_utan_system": _names_no_system,
    "avvecklat_system": _names_a_retired_system,
    "ring_i_avtalskedjan": lambda main, _day: in_ring(main, "main_agreement"),
    "ring_av_ersatta": lambda main, _day: in_ring(main, "replaces"),
    "lovar_mindre_an_behov": _promises_less,
    "tredje_land_utan_grund": _third_country_without_basis,
    "pub_utan_instruktion": _without_instruction,
    "pub_utan_underbitraden": _without_subprocessors,
}
