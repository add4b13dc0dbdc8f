"""The values that the chapters of a styrande dokument ask for: those that are missing, and those to correct. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from itadmin.documents.chapters import chapters_of
from itadmin.documents.steering_document_facts import own_municipality
from itadmin.documents.variables import REGISTER, used_values, values_of
from itadmin.services.reading import Reading
from itadmin.ui.document.needs import Need, NeedGroup

_TITLE = "Värden i texten"
_FIELD = "value"


def text_values(reading: Reading, document_id: UUID, missing: Iterable[Need]) -> NeedGroup:
    """What is missing, and after that the values of a document's text that somebody has said, in its order."""
    return NeedGroup(_TITLE, (*missing, *_said(reading, document_id)))


def _said(reading: Reading, document_id: UUID) -> Iterator[Need]:
    municipality = own_municipality(reading)
    texts = (chapter.text for chapter in chapters_of(reading, document_id, municipality))
    for value in used_values(texts, values_of(reading, municipality)):
        if value.text and value.record_id is not None:
            yield Need(value.variable.label, value.text, value.text, "", REGISTER, value.record_id, _FIELD)
