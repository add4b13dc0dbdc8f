"""Integrationer: what one system hands to another, or to somebody outside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, LOCAL, Choice, LongText, Reference, Text, YesNo
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.surrounding_findings import OF_INTEGRATIONS


@dataclass(frozen=True, kw_only=True)
class Integration(Record):
    """A flow of information from a source to a target; the target depends on the source."""

    name: Annotated[str, Text("Namn", GROUP, required=True, help="Till exempel Löneunderlag till ekonomi.")] = ""
    source: Annotated[UUID | None, Reference("Från system", GROUP, to="systems")] = None
    target: Annotated[UUID | None, Reference("Till system", GROUP, to="systems")] = None
    external_party: Annotated[
        str, Text("Extern part", GROUP, help="Den som lämnar eller tar emot, om det inte är ett av systemen.")
    ] = ""
    both_ways: Annotated[bool | None, YesNo("Går åt båda håll", GROUP)] = None
    kind: Annotated[str, Choice("Slag", GROUP, values="integrationstyp", expected=True)] = ""
    data: Annotated[str, Text("Uppgifter", GROUP, max_length=1000, help="Vilka uppgifter som förs över.")] = ""
    personal_data: Annotated[bool | None, YesNo("Personuppgifter", GROUP)] = None
    frequency: Annotated[str, Text("Hur ofta", GROUP, help="Till exempel varje natt.")] = ""
    criticality: Annotated[str, Choice("Kritikalitet", GROUP, values="kritikalitet")] = ""
    technique: Annotated[str, Text("Teknik", LOCAL, help="Till exempel plattform, adress eller konto.")] = ""
    note: Annotated[str, LongText("Anteckning", LOCAL)] = ""


def check_ends(integration: Integration) -> Iterable[Problem]:
    """An integration has two ends, and they are not the same."""
    ends = [end for end in (integration.source, integration.target, integration.external_party) if end]
    if integration.source and integration.source == integration.target:
        yield Problem("target", "Systemet kan inte vara integrerat med sig självt. Välj ett annat.")
    elif len(ends) == 1:
        yield Problem("target", "Ange vad integrationen går till: ett system eller en extern part.", "anmarkning")


REGISTER = Register(
    name="integrations",
    record=Integration,
    singular="integration",
    plural="Integrationer",
    new_label="Ny integration",
    icon="link",
    title_fields=("name",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "source",
                "target",
                "external_party",
                "both_ways",
                "kind",
                "data",
                "personal_data",
                "frequency",
                "criticality",
                "technique",
                "note",
            ),
        ),
    ),
    columns=("name", "source", "target", "external_party", "kind", "criticality"),
    search=("name", "external_party", "data", "note"),
    subtitle=("source", "target", "external_party"),
    rules=(check_ends,),
    findings=OF_INTEGRATIONS,
    begun_with=("name", "source", "target", "external_party", "kind"),
    place="System",
)
