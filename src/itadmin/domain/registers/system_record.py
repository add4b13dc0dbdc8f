"""The record of a system: every field that is true of one, with its words and who may see it.

Roles are held in their own register; here they are shown as held. Rules and sections stand beside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import (
    GROUP,
    LOCAL,
    LOCAL_PERSONAL,
    OPEN,
    PERSONAL,
    REGION,
    ApproximateDay,
    Choice,
    Computed,
    Day,
    Held,
    LongText,
    Money,
    Percent,
    Reference,
    Rows,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.record import Record
from itadmin.domain.registers.record_rows import Attachment, Link
from itadmin.domain.registers.system_rows import AccessRight, EarlierClassification

IN_USE = ("i_drift", "under_avveckling")
"""The states of a system that people use: in operation, or on its way out."""


def held(label: str, role: str, *, expected: bool = False) -> Held:
    """A role on a system, held in the roles register."""
    return Held(label, PERSONAL, expected=expected, to="people", through="roles", role=role)


def documentation(label: str) -> Choice:
    """Whether a kind of documentation is there."""
    return Choice(label, OPEN, values="dokumentlage")


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
    societally_critical: Annotated[bool | None, YesNo("Samhällsviktig verksamhet", GROUP)] = None
    links: Annotated[tuple[Link, ...], Rows("Länkar", LOCAL, row=Link)] = ()
    attachments: Annotated[tuple[Attachment, ...], Rows("Bilagor", LOCAL, row=Attachment)] = ()
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""
    starter_key: Annotated[
        str, Text("Slag i startlistan", OPEN, max_length=100, help="Binder ihop samma slags system hos flera kommuner.")
    ] = ""
    suggestion: Annotated[
        bool | None, YesNo("Förslag", LOCAL, help="Ja för ett system ur startlistan som ingen har bekräftat.")
    ] = None

    lifecycle: Annotated[str, Choice("Läge", OPEN, values="livscykel", expected=True)] = ""
    in_operation_since: Annotated[str, ApproximateDay("I drift sedan", OPEN)] = ""
    planned_retirement: Annotated[str, ApproximateDay("Planerad avveckling", OPEN)] = ""
    support_ends: Annotated[
        str, ApproximateDay("Stöd upphör", OPEN, help="När leverantören slutar stödja versionen.")
    ] = ""

    successor: Annotated[UUID | None, Reference("Ersätts av", OPEN, to="systems")] = None

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
    cloud_provider: Annotated[str, Text("Molnleverantör", OPEN)] = ""
    servers: Annotated[str, Text("Servrar", LOCAL)] = ""
    protocols: Annotated[str, Text("Protokoll", LOCAL)] = ""
    sign_in: Annotated[str, Text("Inloggning", LOCAL, help="Till exempel SSO, BankID eller SITHS.")] = ""

    backup_frequency: Annotated[str, Text("Säkerhetskopieras", LOCAL, help="Till exempel varje natt.")] = ""
    backup_interval_hours: Annotated[
        int | None, Whole("Tid mellan kopior", LOCAL, unit="timmar", help="Längsta tiden mellan två säkerhetskopior.")
    ] = None
    backup_retention: Annotated[str, Text("Kopior sparas", LOCAL, help="Till exempel 30 dagar.")] = ""
    rpo_hours: Annotated[
        int | None, Whole("Högsta dataförlust (RPO)", LOCAL, unit="timmar", help="Så mycket arbete får gå förlorat.")
    ] = None
    rto_hours: Annotated[
        int | None, Whole("Längsta återställningstid (RTO)", LOCAL, unit="timmar", help="Så snart ska det vara igång.")
    ] = None
    longest_outage_hours: Annotated[
        int | None,
        Whole("Längsta tålda avbrott", GROUP, unit="timmar", help="Så länge klarar sig verksamheten utan systemet."),
    ] = None
    required_availability_percent: Annotated[
        int | None, Percent("Tillgänglighet som behövs", GROUP, help="Lämnas tomt: då gäller klassningens krav.")
    ] = None
    required_support_hours: Annotated[
        str, Text("Support behövs", GROUP, help="Till exempel vardagar 8–17 eller dygnet runt.")
    ] = ""
    restore_tested_on: Annotated[date | None, Day("Återläsning provad", LOCAL)] = None
    continuity_plan: Annotated[bool | None, YesNo("Kontinuitetsplan finns", LOCAL)] = None
    fallback_routine: Annotated[
        str, LongText("Reservrutin vid avbrott", LOCAL, help="Så arbetar verksamheten när systemet ligger nere.")
    ] = ""

    user_count: Annotated[int | None, Whole("Antal användare", OPEN)] = None
    annual_cost: Annotated[int | None, Money("Kostnad", OPEN, per="år")] = None

    confidentiality: Annotated[str, Choice("Konfidentialitet", GROUP, values="krt_niva", expected=True)] = ""
    integrity: Annotated[str, Choice("Riktighet", GROUP, values="krt_niva", expected=True)] = ""
    availability: Annotated[str, Choice("Tillgänglighet", GROUP, values="krt_niva", expected=True)] = ""
    traceability: Annotated[str, Choice("Spårbarhet", GROUP, values="krt_niva")] = ""
    classified_on: Annotated[date | None, Day("Klassad", GROUP)] = None
    classified_by: Annotated[str, Text("Klassad av", GROUP, help="Funktion, till exempel informationsägaren.")] = ""
    classification_reason: Annotated[str, LongText("Motivering till klassningen", GROUP)] = ""
    classification_valid_until: Annotated[date | None, Day("Klassningen gäller till och med", GROUP)] = None
    classification_reference: Annotated[
        str, Text("Underlag för klassningen", GROUP, help="Till exempel diarienummer eller ärende i KLASSA.")
    ] = ""
    earlier_classifications: Annotated[
        tuple[EarlierClassification, ...], Rows("Tidigare klassningar", GROUP, row=EarlierClassification)
    ] = ()
    criticality: Annotated[
        str,
        Choice(
            "Beslutad kritikalitet",
            GROUP,
            values="kritikalitet",
            help="Lämna tomt så gäller det som klassningen föreslår.",
        ),
    ] = ""
    criticality_reason: Annotated[str, Text("Motivering till kritikaliteten", GROUP)] = ""
    derived_criticality: Annotated[str, Computed("Kritikalitet", GROUP, values="kritikalitet")] = ""
    enhanced_protection: Annotated[
        bool | None,
        Computed(
            "Utökat skydd", GROUP, kind=YesNo, help="Ja när konfidentialitet, riktighet eller tillgänglighet är 3."
        ),
    ] = None
    risk_assessed_on: Annotated[date | None, Day("Riskanalys gjord", LOCAL)] = None
    cybersecurity_act: Annotated[bool | None, YesNo("Omfattas av cybersäkerhetslagen", LOCAL)] = None
    security_protection: Annotated[bool | None, YesNo("Säkerhetsskydd", LOCAL)] = None

    personal_data: Annotated[bool | None, YesNo("Behandlar personuppgifter", OPEN, expected=True)] = None
    sensitive_personal_data: Annotated[bool | None, YesNo("Känsliga personuppgifter", OPEN)] = None
    controller: Annotated[
        UUID | None,
        Reference("Personuppgiftsansvarig", OPEN, to="organisations", help="Oftast den nämnd som äger verksamheten."),
    ] = None
    processing_purpose: Annotated[str, LongText("Ändamål med behandlingen", OPEN)] = ""
    legal_basis: Annotated[str, Choice("Rättslig grund", OPEN, values="rattslig_grund")] = ""
    data_subjects: Annotated[
        str, Text("Registrerade", OPEN, max_length=1000, help="Till exempel elever, vårdnadshavare och personal.")
    ] = ""
    data_categories: Annotated[
        str, Text("Kategorier av uppgifter", OPEN, max_length=1000, help="Till exempel kontaktuppgifter och hälsa.")
    ] = ""
    recipients: Annotated[str, Text("Mottagare", OPEN, max_length=1000, help="Vilka uppgifterna lämnas ut till.")] = ""
    third_country: Annotated[bool | None, YesNo("Överförs till tredje land", OPEN)] = None
    third_country_basis: Annotated[
        str, Text("Grund för överföringen", OPEN, help="Land, skyddsåtgärder och grund för överföringen.")
    ] = ""
    retention: Annotated[str, Text("Gallringsfrist", OPEN, help="Till exempel två år efter avslutat ärende.")] = ""
    security_measures: Annotated[str, LongText("Skyddsåtgärder", LOCAL)] = ""
    sub_processors: Annotated[str, Text("Underbiträden", OPEN, max_length=1000)] = ""
    impact_assessment_needed: Annotated[bool | None, YesNo("Konsekvensbedömning behövs", LOCAL)] = None
    impact_assessed_on: Annotated[date | None, Day("Konsekvensbedömning gjord", LOCAL)] = None
    dpa_status: Annotated[str, Choice("PUB-avtal", OPEN, values="pub_status")] = ""

    function_rating: Annotated[str, Choice("Funktion", GROUP, values="funktionsbetyg")] = ""
    competence_rating: Annotated[str, Choice("Kompetens", GROUP, values="kompetenslage")] = ""
    competent_people: Annotated[
        int | None,
        Whole("Behärskar systemet", GROUP, unit="personer", help="Så många som kan driften eller supporten."),
    ] = None
    assessment_note: Annotated[str, LongText("Kommentar till bedömningen", GROUP)] = ""
    reviewed_on: Annotated[date | None, Day("Senast granskad", OPEN)] = None
    reviewed_by: Annotated[str, Text("Granskad av", LOCAL_PERSONAL)] = ""
    next_review_on: Annotated[date | None, Computed("Nästa granskning", OPEN, kind=Day)] = None

    system_documentation: Annotated[str, documentation("Systemdokumentation")] = ""
    operations_documentation: Annotated[str, documentation("Driftdokumentation")] = ""
    routine_documentation: Annotated[str, documentation("Rutindokumentation")] = ""
    user_guide: Annotated[str, documentation("Användarhandledning")] = ""

    access_rights: Annotated[tuple[AccessRight, ...], Rows("Behörigheter i systemet", LOCAL, row=AccessRight)] = ()
