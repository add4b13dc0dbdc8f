"""The record of an agreement: every field that may be true of one, with its words and who may see it.

One record for every kind: what only a driftavtal has (service levels, backup, responsibilities) is left empty by the
others. The rows an agreement owns stand in `agreement_rows.py`, rules and sections beside.
"""

from __future__ import annotations

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
    Computed,
    Day,
    LongText,
    Money,
    Percent,
    Reference,
    References,
    Rows,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.record import Record
from itadmin.domain.registers.agreement_rows import (
    AppendixRow,
    BackupRow,
    ContactRow,
    EnvironmentRow,
    EscalationRow,
    FreezeRow,
    OptionRow,
    PriceRow,
    PriorityRow,
    ReminderRow,
    ResponsibilityRow,
    SignatoryRow,
    SubprocessorRow,
)
from itadmin.domain.registers.record_rows import Attachment, Link


@dataclass(frozen=True, kw_only=True)
class Agreement(Record):
    """An agreement of any kind; most fields beside identity and term belong to a driftavtal."""

    title: Annotated[str, Text("Benämning", OPEN, required=True, help="Till exempel Driftavtal Lifecare.")] = ""
    number: Annotated[str, Text("Avtalsnummer", OPEN, expected=True, max_length=40)] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, expected=True, max_length=40)] = ""
    kind: Annotated[str, Choice("Slag", OPEN, values="avtalstyp", expected=True)] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="avtalsstatus", expected=True)] = ""
    version: Annotated[str, Text("Version", OPEN, form="version", max_length=20)] = ""
    systems: Annotated[tuple[UUID, ...], References("System", OPEN, to="systems", expected=True)] = ()
    main_agreement: Annotated[
        UUID | None,
        Reference("Hör till avtal", OPEN, to="agreements", help="Huvudavtalet eller ramavtalet som detta hör till."),
    ] = None
    chain_place: Annotated[str, Choice("Plats i avtalskedjan", OPEN, values="avtalsled")] = ""
    replaces: Annotated[UUID | None, Reference("Ersätter", OPEN, to="agreements")] = None
    manager: Annotated[
        UUID | None,
        Reference("Avtalsansvarig", PERSONAL, to="people", help="Lämnas tomt: då är det systemansvarig."),
    ] = None
    document_owner: Annotated[str, Text("Dokumentansvarig", OPEN, help="Funktionen som håller avtalet aktuellt.")] = ""
    publicity: Annotated[str, Choice("Offentlighet", OPEN, values="sekretess")] = ""
    paper_title: Annotated[
        str,
        Text(
            "Rubrik på handlingen",
            OPEN,
            help="Lämnas tom: då avgör parterna om det är ett avtal eller en överenskommelse.",
        ),
    ] = ""
    appendices: Annotated[tuple[AppendixRow, ...], Rows("Bilagor som egna handlingar", OPEN, row=AppendixRow)] = ()
    links: Annotated[tuple[Link, ...], Rows("Länkar", LOCAL, row=Link)] = ()
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", LOCAL, row=Attachment)] = ()
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""

    customer: Annotated[
        UUID | None,
        Reference(
            "Systemägarens part", OPEN, to="organisations", help="Nämnden eller förvaltningen som äger systemet."
        ),
    ] = None
    provider: Annotated[
        UUID | None, Reference("Driftenhetens part", OPEN, to="organisations", help="IT-enheten som utför driften.")
    ] = None
    supplier: Annotated[UUID | None, Reference("Leverantör", OPEN, to="organisations")] = None
    other_parties: Annotated[tuple[UUID, ...], References("Övriga parter", OPEN, to="organisations")] = ()
    contacts: Annotated[tuple[ContactRow, ...], Rows("Kontakter", REGION, row=ContactRow)] = ()
    signatories: Annotated[tuple[SignatoryRow, ...], Rows("Undertecknas av", OPEN, row=SignatoryRow)] = ()
    signing: Annotated[str, Choice("Underskrift", OPEN, values="signering")] = ""
    copies: Annotated[int | None, Whole("Antal exemplar", OPEN, minimum=1, maximum=20)] = None
    signed_on: Annotated[date | None, Day("Undertecknat", OPEN)] = None

    starts_on: Annotated[date | None, Day("Gäller från och med", OPEN, expected=True)] = None
    first_term_months: Annotated[
        int | None, Whole("Första avtalstid", OPEN, unit="månader", minimum=1, maximum=1200)
    ] = None
    first_term_ends_on: Annotated[
        date | None, Day("Gäller till och med", OPEN, help="Sista dagen som avtalet gäller.")
    ] = None
    open_ended: Annotated[bool | None, YesNo("Gäller tills vidare", OPEN)] = None
    renewal_months: Annotated[int | None, Whole("Förlängs med", OPEN, unit="månader i taget", maximum=1200)] = None
    notice_months: Annotated[int | None, Whole("Uppsägningstid", OPEN, unit="månader", maximum=1200)] = None
    notice_days: Annotated[int | None, Whole("Uppsägningstid i dagar", OPEN, unit="dagar", maximum=36_500)] = None
    notice_to_month_end: Annotated[bool | None, YesNo("Uppsägning till månadsskifte", OPEN)] = None
    notice_given_on: Annotated[date | None, Day("Uppsagt den", OPEN)] = None
    options: Annotated[tuple[OptionRow, ...], Rows("Optioner", OPEN, row=OptionRow)] = ()
    reminders: Annotated[
        tuple[ReminderRow, ...],
        Rows("Påminnelser", LOCAL, row=ReminderRow, help="Lämnas tomt: då gäller avtalsslagets ledtider."),
    ] = ()
    term_ends_on: Annotated[
        date | None, Computed("Perioden slutar", OPEN, kind=Day, help="Sista dagen i den period som löper.")
    ] = None
    ends_on: Annotated[
        date | None, Computed("Avtalet slutar", OPEN, kind=Day, help="Tomt för ett avtal som fortsätter av sig självt.")
    ] = None
    last_notice_day: Annotated[date | None, Computed("Sista dag att säga upp", OPEN, kind=Day)] = None
    next_notice_day: Annotated[date | None, Computed("Nästa dag att säga upp", OPEN, kind=Day)] = None
    state: Annotated[str, Computed("Avtalstid", OPEN, kind=Text)] = ""
    explanation: Annotated[str, Computed("Så räknas dagen fram", OPEN, kind=LongText)] = ""

    connected_municipalities: Annotated[
        tuple[UUID, ...], References("Anslutna kommuner", OPEN, to="organisations")
    ] = ()
    modules: Annotated[str, Text("Moduler", OPEN)] = ""
    environments: Annotated[str, Text("Miljöer", OPEN)] = ""
    user_count: Annotated[int | None, Whole("Högsta antal användare", OPEN)] = None
    included: Annotated[str, LongText("Ingår", OPEN, help="En punkt på varje rad.")] = ""
    excluded: Annotated[str, LongText("Ingår inte", OPEN, help="En punkt på varje rad.")] = ""
    dependencies: Annotated[str, LongText("Beroenden", REGION, help="Vad driften är beroende av.")] = ""
    responsibilities: Annotated[
        tuple[ResponsibilityRow, ...], Rows("Ansvarsfördelning", OPEN, row=ResponsibilityRow)
    ] = ()
    critical_patch_time: Annotated[str, Text("Kritisk säkerhetsuppdatering inom", OPEN)] = ""
    documentation_review: Annotated[str, Choice("Driftdokumentation gås igenom", OPEN, values="intervall")] = ""

    service_class: Annotated[
        str, Choice("Driftklass", OPEN, values="driftklass", help="Fyller i alla servicenivåer.")
    ] = ""
    operating_hours: Annotated[str, Text("Driftstid", OPEN)] = ""
    opening_hours: Annotated[str, Text("Öppettid", OPEN)] = ""
    availability_percent: Annotated[int | None, Percent("Tillgänglighet", OPEN)] = None
    measuring_period: Annotated[str, Choice("Mäts per", OPEN, values="matperiod")] = ""
    longest_outage: Annotated[str, Text("Längsta avbrott", OPEN)] = ""
    response_time: Annotated[str, Text("Svarstid i systemet", OPEN)] = ""
    support_hours: Annotated[str, Text("Supporttid", OPEN)] = ""
    on_call: Annotated[bool | None, YesNo("Jour utanför supporttid", OPEN)] = None
    support_channels: Annotated[str, Text("Kontaktvägar", OPEN)] = ""
    order_time: Annotated[str, Text("Beställning utförs inom", OPEN)] = ""
    priorities: Annotated[tuple[PriorityRow, ...], Rows("Incidenter per prioritet", OPEN, row=PriorityRow)] = ()
    environment_levels: Annotated[tuple[EnvironmentRow, ...], Rows("Nivåer per miljö", OPEN, row=EnvironmentRow)] = ()

    backups: Annotated[tuple[BackupRow, ...], Rows("Säkerhetskopiering", LOCAL, row=BackupRow)] = ()
    rpo_hours: Annotated[int | None, Whole("Största dataförlust (RPO)", OPEN, unit="timmar")] = None
    rto_hours: Annotated[int | None, Whole("Återställt inom (RTO)", OPEN, unit="timmar")] = None
    restore_test: Annotated[str, Choice("Återläsning provas", OPEN, values="intervall")] = ""
    fallback_routine: Annotated[str, Text("Reservrutin", REGION)] = ""
    restart_order: Annotated[int | None, Whole("Plats i återstartsordningen", GROUP)] = None

    maintenance_window: Annotated[str, Text("Servicefönster", OPEN)] = ""
    change_notice_days: Annotated[int | None, Whole("Avisering av ändring", OPEN, unit="arbetsdagar", maximum=365)] = (
        None
    )
    freezes: Annotated[tuple[FreezeRow, ...], Rows("Frysperioder", OPEN, row=FreezeRow)] = ()
    log_months: Annotated[int | None, Whole("Loggar sparas", LOCAL, unit="månader")] = None
    multi_factor: Annotated[bool | None, YesNo("Flerfaktorsinloggning", LOCAL)] = None
    access_review: Annotated[str, Choice("Behörigheter granskas", OPEN, values="intervall")] = ""
    incident_duty: Annotated[
        str, Text("Incidenter anmäls", OPEN, help="Hur snart och hur motparten ska anmäla en säkerhetsincident.")
    ] = ""
    subcontractors: Annotated[str, Text("Underleverantörer", OPEN)] = ""
    dpa: Annotated[UUID | None, Reference("PUB-avtal", OPEN, to="agreements")] = None
    operators_with_competence: Annotated[int | None, Whole("Minst antal med driftkompetens", OPEN)] = None

    annual_price: Annotated[int | None, Money("Pris", OPEN, per="år")] = None
    price_model: Annotated[str, Choice("Prismodell", OPEN, values="prismodell")] = ""
    prices: Annotated[tuple[PriceRow, ...], Rows("Prisrader", OPEN, row=PriceRow)] = ()
    allocation_model: Annotated[str, Choice("Kostnadsfördelning", OPEN, values="fordelningsmodell")] = ""
    population_day: Annotated[date | None, Day("Befolkning per", OPEN)] = None
    population_source: Annotated[str, Text("Källa för befolkning", OPEN)] = ""
    invoicing: Annotated[str, Choice("Faktureras", OPEN, values="intervall")] = ""
    price_adjustment: Annotated[str, Text("Pris justeras", OPEN)] = ""
    hourly_rate: Annotated[int | None, Money("Tilläggsarbete", OPEN, per="timme")] = None

    price_index: Annotated[str, Text("Prisindex", OPEN, help="Till exempel AKI eller PPI och vilken serie.")] = ""
    index_base: Annotated[str, ApproximateDay("Indexets basmånad", OPEN)] = ""
    procurement_form: Annotated[str, Choice("Upphandlingsform", OPEN, values="upphandlingsform")] = ""
    procurement_registry_number: Annotated[str, Text("Upphandlingens diarienummer", OPEN, max_length=40)] = ""
    total_value: Annotated[int | None, Money("Värde inklusive optioner", OPEN)] = None
    cpv_code: Annotated[str, Text("CPV-kod", OPEN, max_length=40)] = ""
    procurement_months: Annotated[
        int | None,
        Whole("En ny upphandling tar", OPEN, unit="månader", maximum=60, help="Påminnelsen kommer så mycket tidigare."),
    ] = None

    report_interval: Annotated[str, Choice("Utfall redovisas", OPEN, values="intervall")] = ""
    meeting_interval: Annotated[str, Choice("Uppföljningsmöte", OPEN, values="intervall")] = ""
    action_plan_days: Annotated[int | None, Whole("Åtgärdsplan inom", OPEN, unit="arbetsdagar", maximum=365)] = None
    escalations: Annotated[tuple[EscalationRow, ...], Rows("Eskalering", OPEN, row=EscalationRow)] = ()
    handover_format: Annotated[str, Text("Information lämnas ut som", OPEN)] = ""

    template_version: Annotated[str, Text("Mallens version", OPEN, help="Till exempel SKR:s mall, februari 2023.")] = ""
    processing_purpose: Annotated[str, LongText("Ändamål med behandlingen", OPEN)] = ""
    processing_kinds: Annotated[
        str, Text("Slag av behandling", OPEN, max_length=1000, help="Till exempel lagring, support och felsökning.")
    ] = ""
    data_subjects: Annotated[str, Text("Registrerade", OPEN, max_length=1000)] = ""
    data_categories: Annotated[str, Text("Kategorier av uppgifter", OPEN, max_length=1000)] = ""
    sensitive_personal_data: Annotated[bool | None, YesNo("Känsliga personuppgifter", OPEN)] = None
    data_location: Annotated[str, Text("Plats och land för behandlingen", OPEN)] = ""
    third_country: Annotated[bool | None, YesNo("Överförs till tredje land", OPEN)] = None
    third_country_basis: Annotated[str, Text("Grund för överföringen", OPEN)] = ""
    security_measures: Annotated[str, LongText("Skyddsåtgärder", LOCAL)] = ""
    data_return: Annotated[str, LongText("Återlämning och gallring", OPEN)] = ""
    audit: Annotated[str, Text("Revision och kontroll", OPEN)] = ""
    subprocessors: Annotated[tuple[SubprocessorRow, ...], Rows("Underbiträden", OPEN, row=SubprocessorRow)] = ()
    checked_on: Annotated[date | None, Day("Senast kontrollerat", OPEN)] = None
    administrative_contact: Annotated[
        str, Text("Kontakt om avtalet", PERSONAL, help="Namn eller funktion med telefon eller e-post.")
    ] = ""
    privacy_contact: Annotated[str, Text("Kontakt om dataskydd", PERSONAL)] = ""
