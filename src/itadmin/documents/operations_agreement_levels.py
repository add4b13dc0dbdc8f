"""The middle of a driftavtal: service levels, backup, changes and protection (sections 8–14)."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents import operations_agreement_tables as tables
from itadmin.documents.content import Block, BulletList
from itadmin.documents.gathering import may_be_printed
from itadmin.documents.operations_agreement_attached import DOCUMENTATION, INSTRUCTION, TRAINING
from itadmin.documents.operations_agreement_facts import AgreementFacts
from itadmin.documents.operations_agreement_writer import Writer


def levels(writer: Writer) -> Iterator[Block]:
    """Servicenivåer."""
    agreement = writer.facts.agreement
    yield writer.heading("levels")
    yield writer.clause("levels.class")
    yield tables.levels(writer.facts)
    yield writer.clause("levels.hours")
    downtime = ("levels.downtime",) if writer.words["tillaten_avbrottstid"] else ()
    yield writer.clause("levels.availability", *downtime)
    if agreement.response_time:
        yield writer.clause("levels.performance")
    on_call = {True: ("levels.on_call",), False: ("levels.no_on_call",), None: ()}[agreement.on_call]
    yield writer.clause("levels.support", *on_call)
    counting = "counting_always" if writer.facts.counts_always else "counting"
    incidents = "levels.incidents" if agreement.priorities else "levels.incidents_missing"
    yield writer.clause(incidents, f"levels.{counting}")
    yield tables.priority_matrix()
    if agreement.priorities:
        yield tables.priorities(writer.facts)
    yield writer.clause("levels.orders" if agreement.order_time else "levels.orders_agreed")
    yield writer.clause("levels.problems")


def continuity(writer: Writer) -> Iterator[Block]:
    """Säkerhetskopiering, återläsning och kontinuitet."""
    facts, agreement = writer.facts, writer.facts.agreement
    counting = "continuity.counting_always" if facts.counts_always else "continuity.counting"
    yield writer.heading("continuity")
    if agreement.backups:
        yield writer.clause("continuity.backup", counting, "continuity.restore", *_place_of_backups(facts))
        yield tables.backups(facts)
    else:
        yield writer.clause("continuity.backup_missing", counting, "continuity.restore")
    if writer.words["langsta_avbrott"]:
        yield writer.clause("continuity.tolerance")
    if agreement.fallback_routine:
        yield writer.clause("continuity.fallback")
    if agreement.restart_order is not None:
        yield writer.clause("continuity.restart")


def _place_of_backups(facts: AgreementFacts) -> tuple[str, ...]:
    """Where the reader finds what an open paper leaves out."""
    rows = facts.agreement.backups
    if all(may_be_printed(row, "place", facts.agreement.publicity) for row in rows):
        return ()
    return ("continuity.place_in_appendix" if facts.appendix(DOCUMENTATION) else "continuity.place_elsewhere",)


def changes(writer: Writer) -> Iterator[Block]:
    """Ändringar och servicefönster."""
    agreement = writer.facts.agreement
    yield writer.heading("changes")
    yield writer.clause("changes.planned")
    if agreement.freezes:
        yield writer.clause("changes.freezes")
        yield BulletList(tuple(": ".join(filter(None, (row.reason, row.period))) for row in agreement.freezes))
    has_test = "test" in agreement.environments.casefold()
    yield writer.clause("changes.rollback_tested" if has_test else "changes.rollback")


def security(writer: Writer) -> Iterator[Block]:
    """Informationssäkerhet."""
    yield writer.heading("security")
    yield writer.clause("security.classed_each" if len(writer.facts.systems) > 1 else "security.classed")
    measures = tuple(_measures(writer.facts))
    if measures:
        yield writer.clause(*measures)
    known = ("security.subcontractors_known",) if writer.facts.agreement.subcontractors else ()
    yield writer.clause("security.subcontractors", *known)


def _measures(facts: AgreementFacts) -> Iterator[str]:
    agreement = facts.agreement
    values = {
        "multi_factor": agreement.multi_factor or None,
        "log_months": agreement.log_months,
        "access_review": agreement.access_review or None,
    }
    passages = {"multi_factor": "multi_factor", "log_months": "logs", "access_review": "access_review"}
    for field, value in values.items():
        if value is not None and may_be_printed(agreement, field, agreement.publicity):
            yield f"security.{passages[field]}"
    if facts.is_open and facts.appendix(DOCUMENTATION):
        yield "security.measures_in_appendix"


def personal_data(writer: Writer) -> Iterator[Block]:
    """Personuppgifter."""
    yield writer.heading("personal_data")
    yield writer.clause(f"personal_data.{_personal_data(writer.facts)}")


def _personal_data(facts: AgreementFacts) -> str:
    if facts.has_personal_data is None:
        return "unknown"
    if not facts.has_personal_data:
        return "none"
    if facts.is_within_one:
        return "instruction_appendix" if facts.appendix(INSTRUCTION) else "instruction"
    if not facts.needs_dpa:
        return "not_needed"
    return "agreement" if facts.dpa else "agreement_missing"


def secrecy(writer: Writer) -> Iterator[Block]:
    """Sekretess, offentlighet och arkiv."""
    yield writer.heading("secrecy")
    for passage in ("disclosure", "silence", "archive"):
        yield writer.clause(f"secrecy.{passage}")


def training(writer: Writer) -> Iterator[Block]:
    """Utbildning och kompetens."""
    number = writer.facts.agreement.operators_with_competence
    operators = "operators" if not number else "operators_one" if number == 1 else "operators_many"
    yield writer.heading("training")
    yield writer.clause(f"training.{_users(writer.facts)}", f"training.{operators}")


def _users(facts: AgreementFacts) -> str:
    appendix = facts.appendix(TRAINING)
    if appendix is None:
        return "users"
    return "users_appendix" if appendix.made else "users_plan"


MIDDLE_SECTIONS = (levels, continuity, changes, security, personal_data, secrecy, training)
