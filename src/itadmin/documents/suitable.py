"""Which records a kind of paper can be made of: as a question to a register, and in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from itadmin.documents.catalogue import DocumentType
from itadmin.domain.fields import Choice
from itadmin.domain.registers import REGISTERS
from itadmin.domain.values import label_of
from itadmin.services.reading import ListQuery


def suitable(kind: DocumentType) -> ListQuery:
    """The list of the records that a paper of a kind can be made of; of the same field one value must hold."""
    return ListQuery(where=_wanted(kind))


def suitable_words(kind: DocumentType) -> str:
    """What records a kind of paper is for: "slag är Driftavtal eller Driftöverenskommelse"; "" when for any."""
    if kind.register is None:
        return ""
    told = []
    for name, values in _wanted(kind).items():
        field = REGISTERS[kind.register].fields[name]
        labels = [label_of(field.values, value) if isinstance(field, Choice) else value for value in values]
        told.append(f"{field.label.lower()} är {' eller '.join(labels)}")
    return " och ".join(told)


def _wanted(kind: DocumentType) -> Mapping[str, list[str]]:
    wanted: dict[str, list[str]] = defaultdict(list)
    for condition in kind.where:
        name, _, value = condition.partition("=")
        wanted[name].append(value)
    return wanted
