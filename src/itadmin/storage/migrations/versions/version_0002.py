"""The second version: the whole system register, and the registers around it.

Systems, agreements, organisations and people get more fields; use, samverkansnivåer, integrations, behörighetsbeslut,
matches, own words and saved views are new. Lists find their order in one index, and what search finds says itself which
record it is about.
"""

from __future__ import annotations

from alembic.operations import Operations

from itadmin.storage.migrations.rebuilding import rebuild

REVISION = "0002"

REBUILT = (
    (
        "organisations",
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
    website TEXT CHECK (length(website) <= 300),
    customer_number TEXT CHECK (length(customer_number) <= 300),
    support_phone TEXT CHECK (length(support_phone) <= 300),
    support_email TEXT CHECK (length(support_email) <= 300),
    support_portal TEXT CHECK (length(support_portal) <= 300),
    support_hours TEXT CHECK (length(support_hours) <= 300),
    incident_phone TEXT CHECK (length(incident_phone) <= 300),
    incident_email TEXT CHECK (length(incident_email) <= 300),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(parent) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
        (
            "CREATE INDEX organisations_by_parent ON organisations (parent)",
            "CREATE INDEX organisations_sort ON organisations (sort_key, deleted, placeholder, owner)",
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
        (
            "CREATE INDEX agreements_by_customer ON agreements (customer)",
            "CREATE INDEX agreements_by_dpa ON agreements (dpa)",
            "CREATE INDEX agreements_by_provider ON agreements (provider)",
            "CREATE INDEX agreements_by_supplier ON agreements (supplier)",
            "CREATE INDEX agreements_sort ON agreements (sort_key, deleted, placeholder, owner)",
        ),
    ),
    (
        "people",
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
    kind TEXT,
    email TEXT CHECK (length(email) <= 300),
    phone TEXT CHECK (length(phone) <= 300),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
        (
            "CREATE INDEX people_by_organisation ON people (organisation)",
            "CREATE INDEX people_sort ON people (sort_key, deleted, placeholder, owner)",
        ),
    ),
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
)
"""Tables that change: name, full definition, indexes."""

ADDED = (
    """
CREATE TABLE saved_views (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    name TEXT CHECK (length(name) <= 120),
    register TEXT CHECK (length(register) <= 60),
    definition TEXT CHECK (length(definition) <= 20000),
    ordinal INTEGER,
    PRIMARY KEY (pk),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX saved_views_sort ON saved_views (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE value_words (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    name TEXT CHECK (length(name) <= 120),
    value_list TEXT CHECK (length(value_list) <= 60),
    code TEXT CHECK (length(code) <= 60),
    hidden INTEGER,
    ordinal INTEGER,
    description TEXT CHECK (length(description) <= 200000),
    source TEXT CHECK (length(source) <= 300),
    adopted_on TEXT,
    PRIMARY KEY (pk),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX value_words_sort ON value_words (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE access_decisions (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    access_right TEXT CHECK (length(access_right) <= 300),
    system BLOB,
    person BLOB,
    function TEXT CHECK (length(function) <= 300),
    organisation BLOB,
    starts_on TEXT,
    ends_on TEXT,
    reason TEXT CHECK (length(reason) <= 200000),
    decided_by BLOB,
    decided_by_function TEXT CHECK (length(decided_by_function) <= 300),
    decided_on TEXT,
    registry_number TEXT CHECK (length(registry_number) <= 40),
    withdrawn_on TEXT,
    withdrawn_reason TEXT CHECK (length(withdrawn_reason) <= 300),
    reviewed_on TEXT,
    reviewed_by TEXT CHECK (length(reviewed_by) <= 300),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(decided_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX access_decisions_by_decided_by ON access_decisions (decided_by)
""",
    """
CREATE INDEX access_decisions_by_organisation ON access_decisions (organisation)
""",
    """
CREATE INDEX access_decisions_by_person ON access_decisions (person)
""",
    """
CREATE INDEX access_decisions_by_system ON access_decisions (system)
""",
    """
CREATE INDEX access_decisions_sort ON access_decisions (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE agreements_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE agreements_links (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT CHECK (length(title) <= 300),
    address TEXT CHECK (length(address) <= 2000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES agreements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE cooperation_levels (
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
    municipality BLOB,
    level TEXT,
    target_level TEXT,
    target_on TEXT,
    starts_on TEXT,
    ends_on TEXT,
    decided_by TEXT CHECK (length(decided_by) <= 300),
    developed_by TEXT CHECK (length(developed_by) <= 300),
    managed_by TEXT CHECK (length(managed_by) <= 300),
    operated_by TEXT CHECK (length(operated_by) <= 300),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(municipality) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX cooperation_levels_by_municipality ON cooperation_levels (municipality)
""",
    """
CREATE INDEX cooperation_levels_by_system ON cooperation_levels (system)
""",
    """
CREATE INDEX cooperation_levels_sort ON cooperation_levels (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE integrations (
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
    source BLOB,
    target BLOB,
    external_party TEXT CHECK (length(external_party) <= 300),
    both_ways INTEGER,
    kind TEXT,
    data TEXT CHECK (length(data) <= 1000),
    personal_data INTEGER,
    frequency TEXT CHECK (length(frequency) <= 300),
    criticality TEXT,
    technique TEXT CHECK (length(technique) <= 300),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(source) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX integrations_by_source ON integrations (source)
""",
    """
CREATE INDEX integrations_by_target ON integrations (target)
""",
    """
CREATE INDEX integrations_sort ON integrations (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE matches (
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
    one BLOB,
    other BLOB,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(one) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(other) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX matches_by_one ON matches (one)
""",
    """
CREATE INDEX matches_by_other ON matches (other)
""",
    """
CREATE INDEX matches_sort ON matches (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE system_uses (
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
    organisation BLOB,
    status TEXT,
    since TEXT,
    until TEXT,
    user_count INTEGER,
    licence_count INTEGER,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX system_uses_by_organisation ON system_uses (organisation)
""",
    """
CREATE INDEX system_uses_by_system ON system_uses (system)
""",
    """
CREATE INDEX system_uses_sort ON system_uses (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE systems_access_rights (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT CHECK (length(name) <= 300),
    description TEXT CHECK (length(description) <= 300),
    privileged INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES systems (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE systems_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES systems (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE systems_earlier_classifications (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    classified_on TEXT,
    confidentiality TEXT,
    integrity TEXT,
    availability TEXT,
    traceability TEXT,
    classified_by TEXT CHECK (length(classified_by) <= 300),
    reason TEXT CHECK (length(reason) <= 200000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES systems (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE systems_links (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT CHECK (length(title) <= 300),
    address TEXT CHECK (length(address) <= 2000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES systems (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
)


ROLES_SORT = ("DROP INDEX roles_sort", "CREATE INDEX roles_sort ON roles (sort_key, deleted, placeholder, owner)")
"""The order of the one old register whose table stays as it is."""

SEARCH = (
    "DROP TABLE search_index",
    """
CREATE VIRTUAL TABLE search_index USING fts5(
    title, body, tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4'
)
""",
    """
CREATE TABLE search_registers (
    pk INTEGER NOT NULL,
    register TEXT NOT NULL,
    PRIMARY KEY (pk),
    UNIQUE (register)
)
 STRICT
""",
    "INSERT INTO search_registers (register) SELECT DISTINCT register FROM search_entries ORDER BY register",
    "DROP TABLE search_entries",
)
"""The new search index, which knows its registers by number."""

SEARCHED = (
    ("systems", ("name", "short_name", "aliases", "product", "area", "purpose", "modules", "note")),
    ("agreements", ("title", "number", "registry_number", "note")),
    ("organisations", ("name", "municipality_code", "organisation_number", "note")),
    ("people", ("name", "title", "email", "phone", "note")),
    ("roles", ("function", "note")),
)
"""What is now searched of the old registers: more than before, so it is gathered from the records themselves."""

GATHERED = """
INSERT INTO search_index (rowid, title, body)
SELECT number.pk * 1099511627776 + record.pk, record.label, substr({said}, {after_the_first_sign})
FROM {register} AS record
JOIN search_registers AS number ON number.register = '{register}'
WHERE record.deleted = 0 AND record.placeholder = 0
ORDER BY record.pk
"""

BETWEEN = " · "


def gathered(register: str, columns: tuple[str, ...]) -> str:
    """The statement that puts a register's records in the index: what they say, with a sign between."""
    said = " || ".join(f"coalesce('{BETWEEN}' || nullif(record.{column}, ''), '')" for column in columns)
    return GATHERED.format(register=register, said=said, after_the_first_sign=len(BETWEEN) + 1)


def upgrade(operations: Operations) -> None:
    """Rebuild the tables that change, make the new ones, and gather what is searched."""
    for table, definition, indexes in REBUILT:
        rebuild(operations, table, definition.strip(), indexes)
    searched = tuple(gathered(register, columns) for register, columns in SEARCHED)
    for statement in (*ADDED, *ROLES_SORT, *SEARCH, *searched):
        operations.execute(statement.strip())
