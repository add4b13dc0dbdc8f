"""The third version: agreements with chain, procurement, reminders and instruktion; costs, ledtider and the årshjul.

Marks in the work list are new, systems say what they need of support and tillgänglighet, and files say what they are.
"""

from __future__ import annotations

from alembic.operations import Operations

from itadmin.storage.migrations.rebuilding import rebuild

REVISION = "0003"

REBUILT = (
    (
        "systems",
        """
CREATE TABLE systems (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    name TEXT CHECK (length(name) <= 300),
    short_name TEXT CHECK (length(short_name) <= 300),
    aliases TEXT CHECK (length(aliases) <= 300),
    purpose TEXT CHECK (length(purpose) <= 200000),
    area TEXT CHECK (length(area) <= 300),
    category TEXT,
    scope TEXT,
    department BLOB,
    societally_critical INTEGER,
    note TEXT CHECK (length(note) <= 200000),
    starter_key TEXT CHECK (length(starter_key) <= 100),
    suggestion INTEGER,
    lifecycle TEXT,
    in_operation_since TEXT,
    planned_retirement TEXT,
    support_ends TEXT,
    successor BLOB,
    supplier BLOB,
    product TEXT CHECK (length(product) <= 300),
    version TEXT CHECK (length(version) <= 300),
    modules TEXT CHECK (length(modules) <= 300),
    hosting TEXT,
    operating_unit BLOB,
    environments TEXT CHECK (length(environments) <= 300),
    data_country TEXT CHECK (length(data_country) <= 300),
    placement TEXT CHECK (length(placement) <= 300),
    "database" TEXT CHECK (length(database) <= 300),
    operating_system TEXT CHECK (length(operating_system) <= 300),
    client_requirements TEXT CHECK (length(client_requirements) <= 300),
    cloud_provider TEXT CHECK (length(cloud_provider) <= 300),
    servers TEXT CHECK (length(servers) <= 300),
    protocols TEXT CHECK (length(protocols) <= 300),
    sign_in TEXT CHECK (length(sign_in) <= 300),
    backup_frequency TEXT CHECK (length(backup_frequency) <= 300),
    backup_interval_hours INTEGER,
    backup_retention TEXT CHECK (length(backup_retention) <= 300),
    rpo_hours INTEGER,
    rto_hours INTEGER,
    longest_outage_hours INTEGER,
    required_availability_percent INTEGER,
    required_support_hours TEXT CHECK (length(required_support_hours) <= 300),
    restore_tested_on TEXT,
    continuity_plan INTEGER,
    fallback_routine TEXT CHECK (length(fallback_routine) <= 200000),
    user_count INTEGER,
    annual_cost INTEGER,
    confidentiality TEXT,
    integrity TEXT,
    availability TEXT,
    traceability TEXT,
    classified_on TEXT,
    classified_by TEXT CHECK (length(classified_by) <= 300),
    classification_reason TEXT CHECK (length(classification_reason) <= 200000),
    classification_valid_until TEXT,
    classification_reference TEXT CHECK (length(classification_reference) <= 300),
    criticality TEXT,
    criticality_reason TEXT CHECK (length(criticality_reason) <= 300),
    risk_assessed_on TEXT,
    cybersecurity_act INTEGER,
    security_protection INTEGER,
    personal_data INTEGER,
    sensitive_personal_data INTEGER,
    controller BLOB,
    processing_purpose TEXT CHECK (length(processing_purpose) <= 200000),
    legal_basis TEXT,
    data_subjects TEXT CHECK (length(data_subjects) <= 1000),
    data_categories TEXT CHECK (length(data_categories) <= 1000),
    recipients TEXT CHECK (length(recipients) <= 1000),
    third_country INTEGER,
    third_country_basis TEXT CHECK (length(third_country_basis) <= 300),
    retention TEXT CHECK (length(retention) <= 300),
    security_measures TEXT CHECK (length(security_measures) <= 200000),
    sub_processors TEXT CHECK (length(sub_processors) <= 1000),
    impact_assessment_needed INTEGER,
    impact_assessed_on TEXT,
    dpa_status TEXT,
    function_rating TEXT,
    competence_rating TEXT,
    competent_people INTEGER,
    assessment_note TEXT CHECK (length(assessment_note) <= 200000),
    reviewed_on TEXT,
    reviewed_by TEXT CHECK (length(reviewed_by) <= 300),
    system_documentation TEXT,
    operations_documentation TEXT,
    routine_documentation TEXT,
    user_guide TEXT,
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(department) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(successor) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(supplier) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(operating_unit) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(controller) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
        (
            "CREATE INDEX systems_alike ON systems (supplier, product)",
            "CREATE INDEX systems_by_controller ON systems (controller)",
            "CREATE INDEX systems_by_department ON systems (department)",
            "CREATE INDEX systems_by_operating_unit ON systems (operating_unit)",
            "CREATE INDEX systems_by_successor ON systems (successor)",
            "CREATE INDEX systems_by_supplier ON systems (supplier)",
            "CREATE INDEX systems_sort ON systems (sort_key, deleted, placeholder, owner, suggestion)",
        ),
    ),
    (
        "agreements",
        """
CREATE TABLE agreements (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    title TEXT CHECK (length(title) <= 300),
    number TEXT CHECK (length(number) <= 40),
    registry_number TEXT CHECK (length(registry_number) <= 40),
    kind TEXT,
    status TEXT,
    version TEXT CHECK (length(version) <= 20),
    main_agreement BLOB,
    chain_place TEXT,
    replaces BLOB,
    manager BLOB,
    document_owner TEXT CHECK (length(document_owner) <= 300),
    publicity TEXT,
    paper_title TEXT CHECK (length(paper_title) <= 300),
    note TEXT CHECK (length(note) <= 200000),
    customer BLOB,
    provider BLOB,
    supplier BLOB,
    signing TEXT,
    copies INTEGER,
    signed_on TEXT,
    starts_on TEXT,
    first_term_months INTEGER,
    first_term_ends_on TEXT,
    open_ended INTEGER,
    renewal_months INTEGER,
    notice_months INTEGER,
    notice_days INTEGER,
    notice_to_month_end INTEGER,
    notice_given_on TEXT,
    modules TEXT CHECK (length(modules) <= 300),
    environments TEXT CHECK (length(environments) <= 300),
    user_count INTEGER,
    included TEXT CHECK (length(included) <= 200000),
    excluded TEXT CHECK (length(excluded) <= 200000),
    dependencies TEXT CHECK (length(dependencies) <= 200000),
    critical_patch_time TEXT CHECK (length(critical_patch_time) <= 300),
    documentation_review TEXT,
    service_class TEXT,
    operating_hours TEXT CHECK (length(operating_hours) <= 300),
    opening_hours TEXT CHECK (length(opening_hours) <= 300),
    availability_percent INTEGER,
    measuring_period TEXT,
    longest_outage TEXT CHECK (length(longest_outage) <= 300),
    response_time TEXT CHECK (length(response_time) <= 300),
    support_hours TEXT CHECK (length(support_hours) <= 300),
    on_call INTEGER,
    support_channels TEXT CHECK (length(support_channels) <= 300),
    order_time TEXT CHECK (length(order_time) <= 300),
    rpo_hours INTEGER,
    rto_hours INTEGER,
    restore_test TEXT,
    fallback_routine TEXT CHECK (length(fallback_routine) <= 300),
    restart_order INTEGER,
    maintenance_window TEXT CHECK (length(maintenance_window) <= 300),
    change_notice_days INTEGER,
    log_months INTEGER,
    multi_factor INTEGER,
    access_review TEXT,
    incident_duty TEXT CHECK (length(incident_duty) <= 300),
    subcontractors TEXT CHECK (length(subcontractors) <= 300),
    dpa BLOB,
    operators_with_competence INTEGER,
    annual_price INTEGER,
    price_model TEXT,
    allocation_model TEXT,
    population_day TEXT,
    population_source TEXT CHECK (length(population_source) <= 300),
    invoicing TEXT,
    price_adjustment TEXT CHECK (length(price_adjustment) <= 300),
    hourly_rate INTEGER,
    price_index TEXT CHECK (length(price_index) <= 300),
    index_base TEXT,
    procurement_form TEXT,
    procurement_registry_number TEXT CHECK (length(procurement_registry_number) <= 40),
    total_value INTEGER,
    cpv_code TEXT CHECK (length(cpv_code) <= 40),
    procurement_months INTEGER,
    report_interval TEXT,
    meeting_interval TEXT,
    action_plan_days INTEGER,
    handover_format TEXT CHECK (length(handover_format) <= 300),
    template_version TEXT CHECK (length(template_version) <= 300),
    processing_purpose TEXT CHECK (length(processing_purpose) <= 200000),
    processing_kinds TEXT CHECK (length(processing_kinds) <= 1000),
    data_subjects TEXT CHECK (length(data_subjects) <= 1000),
    data_categories TEXT CHECK (length(data_categories) <= 1000),
    sensitive_personal_data INTEGER,
    data_location TEXT CHECK (length(data_location) <= 300),
    third_country INTEGER,
    third_country_basis TEXT CHECK (length(third_country_basis) <= 300),
    security_measures TEXT CHECK (length(security_measures) <= 200000),
    data_return TEXT CHECK (length(data_return) <= 200000),
    audit TEXT CHECK (length(audit) <= 300),
    checked_on TEXT,
    administrative_contact TEXT CHECK (length(administrative_contact) <= 300),
    privacy_contact TEXT CHECK (length(privacy_contact) <= 300),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(main_agreement) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(replaces) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(manager) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(customer) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(provider) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(supplier) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(dpa) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
        (
            "CREATE INDEX agreements_by_customer ON agreements (customer)",
            "CREATE INDEX agreements_by_dpa ON agreements (dpa)",
            "CREATE INDEX agreements_by_main_agreement ON agreements (main_agreement)",
            "CREATE INDEX agreements_by_manager ON agreements (manager)",
            "CREATE INDEX agreements_by_provider ON agreements (provider)",
            "CREATE INDEX agreements_by_replaces ON agreements (replaces)",
            "CREATE INDEX agreements_by_supplier ON agreements (supplier)",
            "CREATE INDEX agreements_sort ON agreements (sort_key, deleted, placeholder, owner)",
        ),
    ),
    (
        "systems_attachments",
        """
CREATE TABLE systems_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES systems (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
        (),
    ),
    (
        "agreements_attachments",
        """
CREATE TABLE agreements_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
        (),
    ),
)
"""Tables that change: name, full definition, indexes."""

ADDED = (
    """
CREATE TABLE attention_marks (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    verdict TEXT,
    kind TEXT CHECK (length(kind) <= 60),
    register TEXT CHECK (length(register) <= 60),
    record TEXT CHECK (length(record) <= 36),
    occasion TEXT CHECK (length(occasion) <= 10),
    until TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX attention_marks_sort ON attention_marks (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE lead_times (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    kind TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX lead_times_sort ON lead_times (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE yearly_activities (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    name TEXT CHECK (length(name) <= 300),
    kind TEXT,
    starts_on TEXT,
    ends_on TEXT,
    repeats TEXT,
    until TEXT,
    responsible TEXT CHECK (length(responsible) <= 300),
    meeting_place TEXT CHECK (length(meeting_place) <= 300),
    shipped_key TEXT CHECK (length(shipped_key) <= 60),
    hidden INTEGER,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX yearly_activities_sort ON yearly_activities (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE lead_times_reminders (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    months INTEGER,
    days INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES lead_times (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_other_parties (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX agreements_other_parties_target ON agreements_other_parties (target)
""",
    """
CREATE TABLE agreements_reminders (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    months INTEGER,
    days INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_subprocessors (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT CHECK (length(name) <= 300),
    organisation_number TEXT CHECK (length(organisation_number) <= 40),
    country TEXT CHECK (length(country) <= 300),
    service TEXT CHECK (length(service) <= 300),
    approved_on TEXT,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE cost_lines (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    kind TEXT,
    year INTEGER,
    system BLOB,
    agreement BLOB,
    text TEXT CHECK (length(text) <= 300),
    budget INTEGER,
    actual INTEGER,
    bearer BLOB,
    supplier BLOB,
    account TEXT CHECK (length(account) <= 60),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(agreement) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(bearer) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(supplier) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX cost_lines_by_agreement ON cost_lines (agreement)
""",
    """
CREATE INDEX cost_lines_by_bearer ON cost_lines (bearer)
""",
    """
CREATE INDEX cost_lines_by_supplier ON cost_lines (supplier)
""",
    """
CREATE INDEX cost_lines_by_system ON cost_lines (system)
""",
    """
CREATE INDEX cost_lines_sort ON cost_lines (sort_key, deleted, placeholder, owner)
""",
)


BETWEEN = " · "

SAID = """
UPDATE search_index SET body = body || CASE body WHEN '' THEN '' ELSE '{between}' END || more.said FROM (
    SELECT number.pk * 1099511627776 + record.pk AS place, group_concat(part.said, '{between}') AS said
    FROM (SELECT record, said FROM ({parts}) WHERE said <> '' ORDER BY record, field, ordinal, side) AS part
    JOIN {register} AS record ON record.id = part.record
    JOIN search_registers AS number ON number.register = '{register}'
    WHERE record.deleted = 0 AND record.placeholder = 0
    GROUP BY record.pk
) AS more WHERE search_index.rowid = more.place
"""

FILES = (("links", "title"), ("attachments", "file_name"), ("attachments", "title"))

SEARCHED = (
    ("systems", tuple((f"systems_{rows}", column) for rows, column in FILES)),
    ("agreements", tuple((f"agreements_{rows}", column) for rows, column in FILES)),
)
"""What old registers are now found by as well: what their links and attached files are called."""

REASONS = """
SELECT id AS record, 0 AS field, 0 AS ordinal, 0 AS side, reason AS said FROM access_decisions
"""


def said(register: str, columns: tuple[tuple[str, str], ...]) -> str:
    """The statement that puts columns of a register's rows after what is searched of it."""
    fields = list(dict.fromkeys(table for table, _column in columns))
    parts = " UNION ALL ".join(
        f"SELECT record, {fields.index(table)} AS field, ordinal, {side} AS side, {column} AS said FROM {table}"
        for side, (table, column) in enumerate(columns)
    )
    return SAID.format(register=register, parts=parts, between=BETWEEN)


def upgrade(operations: Operations) -> None:
    """Rebuild the tables that change, make the new ones, and gather more of what is searched."""
    for table, definition, indexes in REBUILT:
        rebuild(operations, table, definition.strip(), indexes)
    more = tuple(said(register, columns) for register, columns in SEARCHED)
    reasons = SAID.format(register="access_decisions", parts=REASONS.strip(), between=BETWEEN)
    for statement in (*ADDED, *more, reasons):
        operations.execute(statement.strip())
