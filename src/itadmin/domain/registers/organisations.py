"""Organisations: kommuner, nämnder, förvaltningar, IT-enheter, leverantörer and förbund.

The home of legal facts (organisation number) and of how a unit is reached. Each kommun owns its own record; what is
kept here of others is a placeholder or one's own note.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import LOCAL, OPEN, REGION, Choice, LongText, Reference, Text, YesNo
from itadmin.domain.identifiers import is_municipality_code, organisation_number_problem
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.surrounding_findings import OF_ORGANISATIONS


@dataclass(frozen=True, kw_only=True)
class Organisation(Record):
    """A juridical person, or a part of one with a parent."""

    name: Annotated[str, Text("Namn", OPEN, required=True, help="Fullständigt namn, till exempel Dals-Eds kommun.")] = (
        ""
    )
    kind: Annotated[str, Choice("Slag", OPEN, values="organisationstyp", expected=True)] = ""
    municipality_code: Annotated[str, Text("Kommunkod", OPEN, form="municipality_code", help="Fyra siffror.")] = ""
    organisation_number: Annotated[
        str,
        Text("Organisationsnummer", OPEN, form="organisation_number", help="Tio siffror, till exempel 212000-1843."),
    ] = ""
    organisation_number_unconfirmed: Annotated[
        bool | None,
        YesNo("Numret är obekräftat", REGION, help="Ja tills någon har jämfört numret med en säker källa."),
    ] = None
    parent: Annotated[
        UUID | None,
        Reference("Hör till", OPEN, to="organisations", help="Kommunen eller nämnden som enheten hör till."),
    ] = None
    postal_address: Annotated[str, Text("Postadress", OPEN)] = ""
    email: Annotated[str, Text("E-post", OPEN, form="email")] = ""
    phone: Annotated[str, Text("Telefon", OPEN, form="phone")] = ""
    servicedesk_phone: Annotated[str, Text("Servicedesk, telefon", OPEN, form="phone")] = ""
    servicedesk_email: Annotated[str, Text("Servicedesk, e-post", OPEN, form="email")] = ""
    servicedesk_portal: Annotated[str, Text("Servicedesk, portal", OPEN)] = ""
    on_call_phone: Annotated[str, Text("Beredskap, telefon", REGION, form="phone")] = ""
    website: Annotated[str, Text("Webbplats", OPEN, form="address")] = ""
    customer_number: Annotated[str, Text("Kundnummer", LOCAL, help="Vårt kundnummer hos leverantören.")] = ""
    support_phone: Annotated[str, Text("Support, telefon", OPEN, form="phone")] = ""
    support_email: Annotated[str, Text("Support, e-post", OPEN, form="email")] = ""
    support_portal: Annotated[str, Text("Support, portal", OPEN, form="address")] = ""
    support_hours: Annotated[str, Text("Support, tider", OPEN, help="Till exempel vardagar 8–17.")] = ""
    incident_phone: Annotated[str, Text("Telefon vid incident", REGION, form="phone", help="Nås dygnet runt.")] = ""
    incident_email: Annotated[str, Text("E-post vid incident", REGION, form="email")] = ""
    note: Annotated[str, LongText("Anteckning", REGION)] = ""


def check_numbers(organisation: Organisation) -> Iterable[Problem]:
    """Organisation number and kommunkod must be possible ones; an unconfirmed number is remarked on."""
    if organisation.organisation_number:
        reason = organisation_number_problem(organisation.organisation_number)
        if reason:
            yield Problem("organisation_number", reason)
        elif organisation.organisation_number_unconfirmed:
            yield Problem(
                "organisation_number", "Organisationsnumret är obekräftat. Jämför det med en säker källa.", "anmarkning"
            )
    code = organisation.municipality_code
    if code and not is_municipality_code(code):
        yield Problem("municipality_code", "En kommunkod har fyra siffror, till exempel 1460.")


REGISTER = Register(
    name="organisations",
    record=Organisation,
    singular="organisation",
    plural="Organisationer",
    new_label="Ny organisation",
    icon="building",
    title_fields=("name",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("kind", "parent", "municipality_code", "organisation_number", "organisation_number_unconfirmed", "note"),
        ),
        Section("kontakt", "Kontakt", ("postal_address", "email", "phone", "website")),
        Section(
            "leverantor",
            "Som leverantör",
            (
                "customer_number",
                "support_phone",
                "support_email",
                "support_portal",
                "support_hours",
                "incident_phone",
                "incident_email",
            ),
        ),
        Section(
            "servicedesk",
            "Servicedesk och beredskap",
            ("servicedesk_phone", "servicedesk_email", "servicedesk_portal", "on_call_phone"),
        ),
    ),
    columns=("name", "kind", "parent", "organisation_number"),
    search=("name", "municipality_code", "organisation_number", "note"),
    keys=("municipality_code", "organisation_number"),
    subtitle=("parent", "kind"),
    rules=(check_numbers,),
    findings=OF_ORGANISATIONS,
    place="Personer och organisation",
)
