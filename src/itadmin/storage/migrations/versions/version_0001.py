"""The first version of the register file: everything, from nothing."""

from __future__ import annotations

from alembic.operations import Operations

REVISION = "0001"

STATEMENTS = (
    """
CREATE TABLE alembic_version (
    version_num TEXT NOT NULL,
    PRIMARY KEY (version_num)
)
 STRICT
""",
    """
CREATE TABLE file_info (
    pk INTEGER NOT NULL CHECK (pk = 1),
    register_id BLOB NOT NULL,
    organisation BLOB NOT NULL,
    sample INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (pk)
)
 STRICT
""",
    """
CREATE TABLE organisations (
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
    municipality_code TEXT CHECK (length(municipality_code) <= 300),
    organisation_number TEXT CHECK (length(organisation_number) <= 300),
    organisation_number_unconfirmed INTEGER,
    parent BLOB,
    postal_address TEXT CHECK (length(postal_address) <= 300),
    email TEXT CHECK (length(email) <= 300),
    phone TEXT CHECK (length(phone) <= 300),
    servicedesk_phone TEXT CHECK (length(servicedesk_phone) <= 300),
    servicedesk_email TEXT CHECK (length(servicedesk_email) <= 300),
    servicedesk_portal TEXT CHECK (length(servicedesk_portal) <= 300),
    on_call_phone TEXT CHECK (length(on_call_phone) <= 300),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(parent) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX organisations_by_parent ON organisations (parent)
""",
    """
CREATE INDEX organisations_sort ON organisations (deleted, sort_key)
""",
    """
CREATE TABLE search_entries (
    pk INTEGER NOT NULL,
    register TEXT NOT NULL,
    record_id BLOB NOT NULL,
    PRIMARY KEY (pk),
    UNIQUE (record_id)
)
 STRICT
""",
    """
CREATE TABLE steps (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('step', 'undo', 'redo', 'migration')),
    target INTEGER,
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(target) REFERENCES steps (pk)
)
 STRICT
""",
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
    report_interval TEXT,
    meeting_interval TEXT,
    action_plan_days INTEGER,
    handover_format TEXT CHECK (length(handover_format) <= 300),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(customer) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(provider) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(supplier) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(dpa) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX agreements_by_customer ON agreements (customer)
""",
    """
CREATE INDEX agreements_by_dpa ON agreements (dpa)
""",
    """
CREATE INDEX agreements_by_provider ON agreements (provider)
""",
    """
CREATE INDEX agreements_by_supplier ON agreements (supplier)
""",
    """
CREATE INDEX agreements_sort ON agreements (deleted, sort_key)
""",
    """
CREATE TABLE journal (
    pk INTEGER NOT NULL,
    step INTEGER NOT NULL,
    register TEXT NOT NULL,
    record_id BLOB NOT NULL,
    "before" TEXT,
    "after" TEXT,
    PRIMARY KEY (pk),
    FOREIGN KEY(step) REFERENCES steps (pk)
)
 STRICT
""",
    """
CREATE INDEX journal_record ON journal (record_id)
""",
    """
CREATE INDEX journal_step ON journal (step)
""",
    """
CREATE TABLE people (
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
    title TEXT CHECK (length(title) <= 300),
    organisation BLOB,
    email TEXT CHECK (length(email) <= 300),
    phone TEXT CHECK (length(phone) <= 300),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX people_by_organisation ON people (organisation)
""",
    """
CREATE INDEX people_sort ON people (deleted, sort_key)
""",
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
    note TEXT CHECK (length(note) <= 200000),
    lifecycle TEXT,
    in_operation_since TEXT,
    planned_retirement TEXT,
    support_ends TEXT,
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
    sign_in TEXT CHECK (length(sign_in) <= 300),
    user_count INTEGER,
    annual_cost INTEGER,
    confidentiality TEXT,
    integrity TEXT,
    availability TEXT,
    classified_on TEXT,
    classified_by TEXT CHECK (length(classified_by) <= 300),
    security_protection INTEGER,
    personal_data INTEGER,
    sensitive_personal_data INTEGER,
    dpa_status TEXT,
    function_rating TEXT,
    competence_rating TEXT,
    reviewed_on TEXT,
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(department) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(supplier) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(operating_unit) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX systems_by_department ON systems (department)
""",
    """
CREATE INDEX systems_by_operating_unit ON systems (operating_unit)
""",
    """
CREATE INDEX systems_by_supplier ON systems (supplier)
""",
    """
CREATE INDEX systems_sort ON systems (deleted, sort_key)
""",
    """
CREATE TABLE agreements_appendices (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT,
    title TEXT CHECK (length(title) <= 300),
    registry_number TEXT CHECK (length(registry_number) <= 40),
    publicity TEXT,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_backups (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT,
    interval TEXT CHECK (length(interval) <= 300),
    retention_days INTEGER,
    place TEXT CHECK (length(place) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_connected_municipalities (
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
CREATE INDEX agreements_connected_municipalities_target ON agreements_connected_municipalities (target)
""",
    """
CREATE TABLE agreements_contacts (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    party TEXT,
    task TEXT,
    name TEXT CHECK (length(name) <= 300),
    phone TEXT CHECK (length(phone) <= 300),
    email TEXT CHECK (length(email) <= 300),
    hours TEXT CHECK (length(hours) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_environment_levels (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT CHECK (length(name) <= 300),
    opening_hours TEXT CHECK (length(opening_hours) <= 300),
    support_hours TEXT CHECK (length(support_hours) <= 300),
    availability_percent INTEGER,
    rpo_hours INTEGER,
    rto_hours INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_escalations (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    party TEXT,
    function TEXT CHECK (length(function) <= 300),
    within TEXT CHECK (length(within) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_freezes (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    reason TEXT CHECK (length(reason) <= 300),
    period TEXT CHECK (length(period) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_options (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    months INTEGER,
    decision_day TEXT,
    taken INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_prices (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    item TEXT CHECK (length(item) <= 300),
    basis TEXT CHECK (length(basis) <= 300),
    amount INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_priorities (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    priority TEXT,
    response TEXT CHECK (length(response) <= 300),
    start TEXT CHECK (length(start) <= 300),
    resolution TEXT CHECK (length(resolution) <= 300),
    updates TEXT CHECK (length(updates) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_responsibilities (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    task TEXT CHECK (length(task) <= 300),
    system_owner TEXT,
    system_manager TEXT,
    operating_unit TEXT,
    supplier TEXT,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_signatories (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    party TEXT,
    position TEXT CHECK (length(position) <= 300),
    authority TEXT CHECK (length(authority) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_systems (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX agreements_systems_target ON agreements_systems (target)
""",
    """
CREATE TABLE roles (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    system BLOB,
    kind TEXT,
    person BLOB,
    function TEXT CHECK (length(function) <= 300),
    organisation BLOB,
    email TEXT CHECK (length(email) <= 300),
    phone TEXT CHECK (length(phone) <= 300),
    starts_on TEXT,
    ends_on TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX roles_by_organisation ON roles (organisation)
""",
    """
CREATE INDEX roles_by_person ON roles (person)
""",
    """
CREATE INDEX roles_by_system ON roles (system)
""",
    """
CREATE INDEX roles_sort ON roles (deleted, sort_key)
""",
    """
CREATE VIRTUAL TABLE search_index USING fts5(
    title, body, tokenize="unicode61 remove_diacritics 2", prefix='2 3'
)
""",
)


def upgrade(operations: Operations) -> None:
    """Make every table."""
    for statement in STATEMENTS:
        operations.execute(statement.strip())
