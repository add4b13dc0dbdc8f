"""The first half of a driftavtal: who, what, responsibilities and operation (sections 1–7).

Each section is a function that yields its blocks; which passages it takes follows from the facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents import operations_agreement_tables as tables
from itadmin.documents.content import Block
from itadmin.documents.operations_agreement_appendices import appendix_titles
from itadmin.documents.operations_agreement_writer import Writer


def parties(writer: Writer) -> Iterator[Block]:
    """Parter och företrädare."""
    within = writer.facts.is_within_one
    yield writer.heading("parties")
    yield writer.clause("parties.within" if within else "parties.between")
    if within:
        yield writer.clause("parties.internal")
    yield writer.clause("parties.representatives")
    yield tables.representatives(writer.facts)


def purpose(writer: Writer) -> Iterator[Block]:
    """Bakgrund och syfte."""
    yield writer.heading("purpose")
    yield writer.clause("purpose.responsibility", "purpose.aim")
    if len(writer.facts.municipalities) > 1:
        level = ("purpose.joint_level",) if writer.words["samverkansniva"] else ()
        others = ("purpose.joint_others",) if writer.facts.other_kommuner else ()
        yield writer.clause("purpose.joint", *level, *others)


def documents(writer: Writer) -> Iterator[Block]:
    """Avtalshandlingar och rangordning."""
    separate = writer.facts.separate_appendices
    secret = [appendix for appendix in separate if appendix.secret]
    passages = ["documents.appendices"]
    if separate:
        passages.append("documents.separate_one" if len(separate) == 1 else "documents.separate_many")
    if secret:
        passages.append("documents.secret_one" if len(secret) == 1 else "documents.secret_many")
    yield writer.heading("documents" if writer.facts.is_called_agreement else "documents_internal")
    yield writer.clause("documents.order")
    yield writer.clause(*passages)
    yield tables.appendices(writer.facts, appendix_titles(writer))
    yield writer.clause("documents.steering_internal" if writer.facts.is_within_one else "documents.steering")


def definitions(writer: Writer) -> Iterator[Block]:
    """Definitioner."""
    yield writer.heading("definitions")
    yield writer.clause("definitions.intro")
    yield tables.definitions(writer.template)


def scope(writer: Writer) -> Iterator[Block]:
    """Omfattning."""
    agreement = writer.facts.agreement
    yield writer.heading("scope")
    yield writer.clause("scope.included")
    yield from writer.listing("scope.work", agreement.included)
    yield from writer.listing("scope.excluded", agreement.excluded)
    yield from writer.listing("scope.dependencies", agreement.dependencies)


def responsibilities(writer: Writer) -> Iterator[Block]:
    """Roller och ansvar."""
    yield writer.heading("responsibilities")
    if writer.facts.agreement.responsibilities:
        yield writer.clause("responsibilities.matrix")
        yield tables.responsibilities(writer.facts)
    else:
        yield writer.clause("responsibilities.missing")


def operation(writer: Writer) -> Iterator[Block]:
    """Driftåtagande."""
    agreement = writer.facts.agreement
    yield writer.heading("operation")
    yield writer.clause("operation.commitment")
    yield writer.clause("operation.access")
    if agreement.critical_patch_time:
        yield writer.clause("operation.patches")
    yield writer.clause("operation.licences")
    is_reviewed = bool(agreement.documentation_review)
    yield writer.clause("operation.documentation_review" if is_reviewed else "operation.documentation")


FIRST_SECTIONS = (parties, purpose, documents, definitions, scope, responsibilities, operation)
