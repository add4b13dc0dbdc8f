"""Systems: what the kommun uses, who answers for it and how well it is known.

Roles are held in their own register; this one shows who holds them now.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import (
    GROUP,
    LOCAL,
    OPEN,
    PERSONAL,
    REGION,
    ApproximateDay,
    Choice,
    Day,
    Held,
    LongText,
    Money,
    Reference,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


def held(label: str, role: str, *, expected: bool = False) -> Held:
    """A role on a system, held in the roles register."""
    return Held(label, PERSONAL, expected=expected, to="people", through="roles", role=role)


@dataclass(frozen=True, kw_only=True)
class System(Record):
    """An application or service that somebody depends on."""

    name: Annotated[str, Text("Namn", OPEN, required=True, help="Det namn ni själva säger.")] = ""
    short_name: Annotated[str, Text("Kortnamn", OPEN)] = ""
    aliases: Annotated[str, Text("Andra namn", OPEN, help="Tidigare namn och vardagsnamn, skilda med komma.")] = ""
    purpose: Annotated[
        str, LongText("Syfte", OPEN, expected=True, help="Vad systemet används till, i två meningar.")
    ] = ""
    area: Annotated[str, Text("Område", OPEN, help="Verksamhetsområde, till exempel omsorg eller ekonomi.")] = ""
    category: Annotated[str, Choice("Kategori", OPEN, values="systemkategori", expected=True)] = ""
    scope: Annotated[str, Choice("Omfattning", OPEN, values="omfattning", expected=True)] = ""
    department: Annotated[
        UUID | None,
        Reference("Förvaltning", OPEN, to="organisations", help="Den förvaltning eller nämnd som äger systemet."),
    ] = None
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""

    lifecycle: Annotated[str, Choice("Läge", OPEN, values="livscykel", expected=True)] = ""
    in_operation_since: Annotated[str, ApproximateDay("I drift sedan", OPEN)] = ""
    planned_retirement: Annotated[str, ApproximateDay("Planerad avveckling", OPEN)] = ""
    support_ends: Annotated[
        str, ApproximateDay("Stöd upphör", OPEN, help="När leverantören slutar stödja versionen.")
    ] = ""

    system_owner: Annotated[UUID | None, held("Systemägare", "systemagare", expected=True)] = None
    system_manager: Annotated[UUID | None, held("Systemansvarig", "systemansvarig", expected=True)] = None
    deputy_manager: Annotated[UUID | None, held("Ersättare", "ersattare")] = None
    information_owner: Annotated[UUID | None, held("Informationsägare", "informationsagare")] = None
    operations_manager: Annotated[UUID | None, held("Systemdriftsansvarig", "systemdriftsansvarig")] = None

    supplier: Annotated[UUID | None, Reference("Leverantör", OPEN, to="organisations")] = None
    product: Annotated[str, Text("Produkt", OPEN, help="Produktens namn hos leverantören.")] = ""
    version: Annotated[str, Text("Version", OPEN)] = ""
    modules: Annotated[str, Text("Moduler", OPEN, help="De delar ni använder, skilda med komma.")] = ""

    hosting: Annotated[str, Choice("Driftform", OPEN, values="driftform", expected=True)] = ""
    operating_unit: Annotated[
        UUID | None,
        Reference("Driftande IT-enhet", OPEN, to="organisations", help="Enheten som driftar enligt driftavtal."),
    ] = None
    environments: Annotated[str, Text("Miljöer", REGION, help="Till exempel produktion, test, utbildning.")] = ""
    data_country: Annotated[str, Text("Land för lagring", OPEN)] = ""
    placement: Annotated[str, Text("Placering", LOCAL, help="Var servrarna står.")] = ""
    database: Annotated[str, Text("Databas", LOCAL)] = ""
    operating_system: Annotated[str, Text("Operativsystem", LOCAL)] = ""
    client_requirements: Annotated[str, Text("Krav på klienten", LOCAL)] = ""
    sign_in: Annotated[str, Text("Inloggning", LOCAL, help="Till exempel SSO, BankID eller SITHS.")] = ""

    user_count: Annotated[int | None, Whole("Antal användare", OPEN)] = None
    annual_cost: Annotated[int | None, Money("Kostnad", OPEN, per="år")] = None

    confidentiality: Annotated[str, Choice("Konfidentialitet", GROUP, values="krt_niva", expected=True)] = ""
    integrity: Annotated[str, Choice("Riktighet", GROUP, values="krt_niva", expected=True)] = ""
    availability: Annotated[str, Choice("Tillgänglighet", GROUP, values="krt_niva", expected=True)] = ""
    classified_on: Annotated[date | None, Day("Klassad", GROUP)] = None
    classified_by: Annotated[str, Text("Klassad av", GROUP, help="Funktion, till exempel informationsägaren.")] = ""
    security_protection: Annotated[bool | None, YesNo("Säkerhetsskydd", LOCAL)] = None

    personal_data: Annotated[bool | None, YesNo("Behandlar personuppgifter", OPEN, expected=True)] = None
    sensitive_personal_data: Annotated[bool | None, YesNo("Känsliga personuppgifter", OPEN)] = None
    dpa_status: Annotated[str, Choice("PUB-avtal", OPEN, values="pub_status")] = ""

    function_rating: Annotated[str, Choice("Funktion", GROUP, values="funktionsbetyg")] = ""
    competence_rating: Annotated[str, Choice("Kompetens", GROUP, values="kompetenslage")] = ""
    reviewed_on: Annotated[date | None, Day("Senast granskad", OPEN)] = None


def check_dates(system: System) -> Iterable[Problem]:
    """A system is not retired before it is taken into use."""
    start, end = system.in_operation_since, system.planned_retirement
    if start and end and end[: min(len(start), len(end))] < start[: min(len(start), len(end))]:
        yield Problem("planned_retirement", "Avvecklingen ligger före driftstarten. Ändra en av dagarna.")


def check_personal_data(system: System) -> Iterable[Problem]:
    """Somebody else's operation of personal data needs an agreement (GDPR art. 28)."""
    outside = system.hosting in ("annan_kommun", "extern_drift", "saas", "kommunalforbund")
    if system.personal_data and outside and system.dpa_status not in ("ja", "ej_tillampligt"):
        yield Problem(
            "dpa_status",
            "Systemet behandlar personuppgifter och driftas av någon annan. Teckna ett personuppgiftsbiträdesavtal.",
            "anmarkning",
        )


REGISTER = Register(
    name="systems",
    record=System,
    singular="system",
    plural="System",
    new_label="Nytt system",
    icon="apps",
    title_fields=("name",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "purpose",
                "area",
                "category",
                "scope",
                "department",
                "lifecycle",
                "in_operation_since",
                "planned_retirement",
                "support_ends",
                "supplier",
                "product",
                "version",
                "modules",
                "short_name",
                "aliases",
                "user_count",
                "annual_cost",
                "note",
            ),
        ),
        Section(
            "roller",
            "Roller",
            ("system_owner", "system_manager", "deputy_manager", "information_owner", "operations_manager"),
        ),
        Section(
            "klassning",
            "Klassning och personuppgifter",
            (
                "confidentiality",
                "integrity",
                "availability",
                "classified_on",
                "classified_by",
                "security_protection",
                "personal_data",
                "sensitive_personal_data",
                "dpa_status",
            ),
        ),
        Section(
            "drift",
            "Drift",
            (
                "hosting",
                "operating_unit",
                "environments",
                "data_country",
                "placement",
                "database",
                "operating_system",
                "client_requirements",
                "sign_in",
            ),
        ),
        Section("bedomning", "Bedömning", ("function_rating", "competence_rating", "reviewed_on")),
    ),
    columns=("name", "lifecycle", "system_owner", "area", "system_manager", "supplier", "operating_unit", "user_count"),
    search=("name", "short_name", "aliases", "product", "area", "purpose", "modules"),
    keys=("short_name",),
    subtitle=("product", "area"),
    rules=(check_dates, check_personal_data),
)
