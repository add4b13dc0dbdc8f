"""Värden i dokument: what stands in place of `{{names}}` in the texts of papers, common or for one kommun."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, LongText, Reference, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section

_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, kw_only=True)
class DocumentVariable(Record):
    """One value: `name` is what stands between the braces."""

    name: Annotated[
        str, Text("Variabel", OPEN, required=True, max_length=60, help="Till exempel servicedesk_telefon.")
    ] = ""
    value: Annotated[str, LongText("Värde", OPEN, max_length=2000)] = ""
    municipality: Annotated[
        UUID | None, Reference("Kommun", OPEN, to="organisations", help="Lämnas tom: då gäller värdet alla.")
    ] = None


def check_name(variable: DocumentVariable) -> Iterable[Problem]:
    """A name is small letters a–z, digits and underscores; no other can stand in a text."""
    if variable.name and not _NAME.fullmatch(variable.name):
        yield Problem(
            "name",
            "Texterna hittar inte namnet. Skriv små bokstäver a–z, siffror och understreck: losenord_minlangd.",
            "anmarkning",
        )


REGISTER = Register(
    name="document_variables",
    record=DocumentVariable,
    singular="värde i dokument",
    plural="Värden i dokument",
    new_label="Nytt värde",
    icon="text_bullet_list",
    title_fields=("name",),
    sections=(Section("oversikt", "Översikt", ("value", "municipality")),),
    columns=("name", "value", "municipality"),
    search=("name", "value"),
    subtitle=("municipality",),
    rules=(check_name,),
    begun_with=("name", "value", "municipality"),
    place="Styrdokument",
)
