"""Which kind of paper a styrande dokument is printed as, by the text it builds on."""

from __future__ import annotations

from itadmin.documents.catalogue import TYPES


def paper_type(template: str) -> str:
    """The kind of paper that is made of a document with a text; "" when its text is not written here."""
    return next((kind.type for kind in TYPES.values() if template and f"template={template}" in kind.where), "")
