"""Styrande dokument: policies, riktlinjer and instruktioner of one or several kommuner, each version a record.

What kommuner decide about one is in `steering_decisions`, what its text says in `steering_chapters`. Source: the field
dossier's list of what such documents state of themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import (
    OPEN,
    PERSONAL,
    REGION,
    Choice,
    Day,
    LongText,
    Reference,
    References,
    Rows,
    Text,
    YesNo,
)
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Lock, Register, Section
from itadmin.domain.registers.record_rows import SEARCHED_FILES, Attachment, Link


@dataclass(frozen=True, kw_only=True)
class SteeringDocument(Record):
    """One version of a styrande dokument. `template` says which shipped text it builds on."""

    title: Annotated[str, Text("Namn", OPEN, required=True, help="Till exempel IT-policy med strategier.")] = ""
    kind: Annotated[str, Choice("Dokumenttyp", OPEN, values="styrdokumenttyp", expected=True)] = ""
    template: Annotated[
        str,
        Choice("Text", OPEN, values="handlingsmall", help="Lämnas tom för ett dokument som skrivs någon annanstans."),
    ] = ""
    version: Annotated[str, Text("Version", OPEN, form="version", max_length=40, expected=True)] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="planstatus", expected=True)] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, max_length=40)] = ""
    applies_to: Annotated[str, Text("Gäller för", OPEN, help="Till exempel alla nämnder och bolag.")] = ""
    municipalities: Annotated[
        tuple[UUID, ...], References("Kommuner", OPEN, to="organisations", help="De som ska besluta om dokumentet.")
    ] = ()
    valid_from: Annotated[date | None, Day("Gäller från och med", OPEN, expected=True)] = None
    valid_until: Annotated[date | None, Day("Gäller till och med", OPEN)] = None
    open_ended: Annotated[bool | None, YesNo("Gäller tills vidare", OPEN)] = None
    revise_by: Annotated[date | None, Day("Revideras senast", OPEN, expected=True)] = None
    responsible: Annotated[UUID | None, Reference("Dokumentansvarig", PERSONAL, to="people")] = None
    responsible_function: Annotated[
        str, Text("Dokumentansvarig funktion", OPEN, expected=True, help="Till exempel IT-chef.")
    ] = ""
    revision_responsible: Annotated[str, Text("För revidering ansvarar", OPEN)] = ""
    follow_up_responsible: Annotated[str, Text("För uppföljning ansvarar", OPEN)] = ""
    replaces: Annotated[UUID | None, Reference("Ersätter", OPEN, to="steering_documents")] = None
    publication: Annotated[str, Text("Publicerat på", OPEN, form="address", max_length=2000)] = ""
    note: Annotated[str, LongText("Anteckning", REGION)] = ""
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", REGION, row=Attachment)] = ()
    links: Annotated[tuple[Link, ...], Rows("Länkar", REGION, row=Link)] = ()


def check_validity(document: SteeringDocument) -> Iterable[Problem]:
    """It does not end before it begins, is not both tills vidare and until a day, and is revised while it is valid."""
    first, last, revised = document.valid_from, document.valid_until, document.revise_by
    if first and last and last < first:
        yield Problem("valid_until", "Dokumentet slutar gälla före sin första dag. Ändra dagen.")
    if document.open_ended and last:
        yield Problem("valid_until", "Dokumentet gäller tills vidare och ska då inte ha en sista dag. Ta bort den ena.")
    if first and revised and revised < first:
        yield Problem("revise_by", "Dokumentet ska revideras innan det har börjat gälla. Ändra dagen.")
    elif last and revised and revised > last:
        yield Problem("revise_by", "Dokumentet slutar gälla innan det ska revideras.", "anmarkning")


def check_chain(document: SteeringDocument) -> Iterable[Problem]:
    """It does not replace itself."""
    if document.replaces == document.id:
        yield Problem("replaces", "Ett dokument kan inte ersätta sig självt. Välj den tidigare versionen.")


def takes_over_at_once(document: SteeringDocument, today: date) -> bool:
    """Whether what it replaces holds no more once it is adopted, as nothing says that it is to hold later."""
    return document.valid_from is None or document.valid_from <= today


REGISTER = Register(
    name="steering_documents",
    record=SteeringDocument,
    singular="styrande dokument",
    plural="Styrande dokument",
    new_label="Nytt styrande dokument",
    icon="book",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "kind",
                "template",
                "version",
                "status",
                "registry_number",
                "applies_to",
                "municipalities",
                "replaces",
                "publication",
                "note",
            ),
        ),
        Section("giltighet", "Giltighet", ("valid_from", "valid_until", "open_ended", "revise_by")),
        Section(
            "ansvar",
            "Ansvar",
            ("responsible", "responsible_function", "revision_responsible", "follow_up_responsible"),
        ),
        Section("dokument", "Dokument", ("attachments", "links")),
    ),
    columns=("title", "version", "status", "revise_by", "valid_from", "responsible_function", "kind"),
    search=("title", "registry_number", "applies_to", "note", *SEARCHED_FILES),
    keys=("registry_number",),
    subtitle=("kind", "version"),
    rules=(check_validity, check_chain),
    begun_with=("title", "kind", "template", "version", "revise_by", "responsible_function"),
    lock=Lock(
        "Dokumentet är beslutat och kan inte ändras. Gör en ny version av det.",
        "status",
        values=frozenset({"faststalld", "inaktuell", "ersatt"}),
        open=frozenset({"note", "publication", "links", "attachments", "responsible", "responsible_function"}),
    ),
    place="Styrdokument",
)
