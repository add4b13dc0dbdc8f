"""How the findings of the registers around the systems are told: by their keys, conditions on a row on a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Table, and_, func, literal, or_, select

from itadmin.domain.calculations.classification import oldest_that_holds
from itadmin.storage.queries.conditions import in_use, own, whose_file
from itadmin.storage.queries.duplicates import NOT_THE_SAME, OCCASION
from itadmin.storage.tables import TABLES

Conditions = Mapping[str, Callable[[Table, date], ColumnElement[bool]]]

_RETIRED = "avvecklad"
_A_DIGIT = "*[0-9]*"


def _supplier_out_of_reach(main: Table, _day: date) -> ColumnElement[bool]:
    """That a supplier of a system in the picture has no way to be reached when something has happened."""
    systems = TABLES["systems"].main
    supplies = (
        select(literal(1))
        .where(
            systems.c.supplier == main.c.id,
            systems.c.owner == whose_file(),
            in_use(systems),
            systems.c.lifecycle.is_distinct_from(_RETIRED),
        )
        .correlate(main)
    )
    ways = ("support_phone", "support_email", "support_portal", "incident_phone", "incident_email", "phone", "email")
    return and_(*(main.c[way].is_(None) for way in ways), supplies.exists())


def _person_out_of_reach(main: Table, _day: date) -> ColumnElement[bool]:
    return and_(main.c.left_on.is_(None), main.c.email.is_(None), main.c.phone.is_(None))


def _may_be_twice(main: Table, _day: date) -> ColumnElement[bool]:
    """That others have the same name, however it is put, or the same address, and nothing has been said of them.

    Those of one name who all have addresses and organisations of their own are namesakes, and numbers in names tell
    people apart. Each of the two sets is worked out once for all people.
    """
    other = main.alias("other")
    named, addressed = (
        select(key)
        .where(own(TABLES[main.name].register, other), other.c.anonymised_on.is_(None), key != "")
        .group_by(key)
        for key in (func.spelling_key(other.c.name), func.casefold(other.c.email))
    )
    are_two = and_(*(func.count(item.distinct()) == func.count() for item in (other.c.organisation, other.c.email)))
    return and_(
        main.c.anonymised_on.is_(None),
        or_(
            and_(
                ~main.c.name.bool_op("GLOB")(_A_DIGIT),
                func.spelling_key(main.c.name).in_(
                    named.where(~other.c.name.bool_op("GLOB")(_A_DIGIT)).having(func.count() > 1, ~are_two)
                ),
            ),
            func.casefold(main.c.email).in_(addressed.having(func.count() > 1)),
        ),
        ~_told_apart(main),
    )


def _told_apart(main: Table) -> ColumnElement[bool]:
    """That somebody has said of a person, and of somebody else, that they are not the same."""
    marks = TABLES["attention_marks"].main
    key = func.lower(func.hex(main.c.id))
    is_of = or_(func.replace(marks.c.record, "-", "") == key, marks.c.occasion == func.substr(key, -OCCASION))
    said = select(literal(1)).where(marks.c.kind == NOT_THE_SAME, marks.c.register == main.name, in_use(marks), is_of)
    return said.correlate(main).exists()


def _left_with_role(main: Table, day: date) -> ColumnElement[bool]:
    """That a person's last day at work has passed, but not that of a role."""
    return and_(_has_left(main, day), _named_in("roles", "person", main, "ends_on", day))


def _has_left(people: Table, day: date) -> ColumnElement[bool]:
    return people.c.left_on < day.isoformat()


def _person_without_task(main: Table, day: date) -> ColumnElement[bool]:
    """That a person is nowhere named as having something to do, so that there is no reason to keep the record."""
    return and_(
        main.c.left_on.is_(None),
        func.coalesce(main.c.kind, "") != "kontaktperson",
        ~_named_in("roles", "person", main, "ends_on", day),
        ~_named_in("access_decisions", "person", main, "ends_on", day),
        ~_named_in("access_decisions", "decided_by", main, "ends_on", day),
        ~_kept_for_learning(main),
    )


def _kept_for_learning(main: Table) -> ColumnElement[bool]:
    """That a person is kept for what one knows or is to learn: judged as IT staff, in a målgrupp, or taking part."""
    found = []
    for register in ("competences", "audience_members", "training_participations"):
        other = TABLES[register].main
        found.append(select(literal(1)).where(other.c.person == main.c.id, in_use(other)).correlate(main).exists())
    return or_(*found)


def _named_in(register: str, field: str, main: Table, ends: str, day: date) -> ColumnElement[bool]:
    other = TABLES[register].main
    still = or_(other.c[ends].is_(None), other.c[ends] >= day.isoformat())
    theirs = other.c.owner == main.c.owner
    return select(literal(1)).where(other.c[field] == main.c.id, theirs, in_use(other), still).correlate(main).exists()


def _end_is_retired(main: Table, _day: date) -> ColumnElement[bool]:
    systems = TABLES["systems"].main
    retired = select(literal(1)).where(
        systems.c.id.in_((main.c.source, main.c.target)), systems.c.lifecycle == _RETIRED
    )
    return retired.correlate(main).exists()


def _holds(main: Table, day: date) -> ColumnElement[bool]:
    """That a right that was decided, or only given, has neither ended nor been withdrawn."""
    today = day.isoformat()
    return and_(
        or_(main.c.ends_on.is_(None), main.c.ends_on >= today),
        or_(main.c.withdrawn_on.is_(None), main.c.withdrawn_on > today),
    )


def _never_decided(main: Table, day: date) -> ColumnElement[bool]:
    return and_(_holds(main, day), main.c.decided_on.is_(None))


def _reviewed_long_ago(main: Table, day: date) -> ColumnElement[bool]:
    last = func.coalesce(main.c.reviewed_on, main.c.decided_on)
    return and_(_holds(main, day), last < oldest_that_holds(day).isoformat())


def _person_has_left(main: Table, day: date) -> ColumnElement[bool]:
    people = TABLES["people"].main
    gone = or_(people.c.deleted.is_(True), _has_left(people, day))
    left = select(literal(1)).where(people.c.id == main.c.person, gone)
    return and_(_holds(main, day), left.correlate(main).exists())


OF_ORGANISATIONS: Conditions = {"leverantor_utan_kontakt": _supplier_out_of_reach}
OF_PEOPLE: Conditions = {
    "mojlig_dubblett": _may_be_twice,
    "slutat_med_roll": _left_with_role,
    "utan_kontaktuppgifter": _person_out_of_reach,
    "utan_uppdrag": _person_without_task,
}
OF_INTEGRATIONS: Conditions = {"avvecklat_system": _end_is_retired}
OF_ACCESS_DECISIONS: Conditions = {
    "ej_beslutad": _never_decided,
    "granskning_forsenad": _reviewed_long_ago,
    "person_borttagen": _person_has_left,
}
