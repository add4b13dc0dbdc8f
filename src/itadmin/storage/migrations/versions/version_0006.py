"""The sixth version: what neighbours share and are known by, samverkan, befolkningstal and kostnadsfördelningar."""

from __future__ import annotations

from alembic.operations import Operations

from itadmin.storage.migrations.rebuilding import rebuild

REVISION = "0006"

REBUILT = (
    (
        "cooperation_levels",
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
    legal_form TEXT,
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
        (
            "CREATE INDEX cooperation_levels_sort ON cooperation_levels (sort_key, deleted, placeholder, owner)",
            "CREATE INDEX cooperation_levels_by_system ON cooperation_levels (system)",
            "CREATE INDEX cooperation_levels_by_municipality ON cooperation_levels (municipality)",
        ),
    ),
)
"""Tables that change: name, full definition, indexes."""

ADDED = (
    """
CREATE TABLE signing_key (
    pk INTEGER NOT NULL CHECK (pk = 1),
    private_key BLOB NOT NULL CHECK (length(private_key) = 32),
    created_at TEXT NOT NULL,
    PRIMARY KEY (pk)
)
 STRICT
""",
    """
CREATE TABLE sent (
    pk INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('sent', 'seen')),
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    digest TEXT NOT NULL,
    profile TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    file_name TEXT NOT NULL,
    PRIMARY KEY (pk)
)
 STRICT
""",
    """
CREATE TABLE senders (
    pk INTEGER NOT NULL,
    organisation BLOB NOT NULL,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    trust TEXT NOT NULL CHECK (trust IN ('unconfirmed', 'confirmed')),
    met_at TEXT NOT NULL,
    confirmed_at TEXT,
    PRIMARY KEY (pk),
    UNIQUE (organisation)
)
 STRICT
""",
    """
CREATE TABLE received (
    pk INTEGER NOT NULL,
    owner BLOB NOT NULL,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    digest TEXT NOT NULL,
    profile TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    program TEXT NOT NULL,
    file_name TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    step INTEGER NOT NULL,
    current INTEGER NOT NULL,
    container BLOB,
    PRIMARY KEY (pk),
    FOREIGN KEY(step) REFERENCES steps (pk)
)
 STRICT
""",
    """
CREATE TABLE received_refs (
    owner BLOB NOT NULL,
    record BLOB NOT NULL,
    register TEXT NOT NULL,
    record_owner BLOB NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (owner, record)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX received_refs_record ON received_refs (record)
""",
    """
CREATE TABLE received_words (
    owner BLOB NOT NULL,
    value_list TEXT NOT NULL,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (owner, value_list, code)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE cooperation_cases (
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
    status TEXT,
    host BLOB,
    coordinator BLOB,
    registry_number TEXT CHECK (length(registry_number) <= 40),
    started_on TEXT,
    purpose TEXT CHECK (length(purpose) <= 200000),
    background TEXT CHECK (length(background) <= 200000),
    consequences TEXT CHECK (length(consequences) <= 200000),
    goal_level TEXT,
    goal_on TEXT,
    legal_form TEXT,
    developed_by BLOB,
    managed_by BLOB,
    operated_by BLOB,
    cost_model TEXT,
    fixed_percent INTEGER,
    annual_cost INTEGER,
    one_time_cost INTEGER,
    financing TEXT CHECK (length(financing) <= 200000),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(host) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(coordinator) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(developed_by) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(managed_by) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(operated_by) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX cooperation_cases_sort ON cooperation_cases (sort_key, deleted, placeholder, owner)
""",
    """
CREATE INDEX cooperation_cases_by_host ON cooperation_cases (host)
""",
    """
CREATE INDEX cooperation_cases_by_coordinator ON cooperation_cases (coordinator)
""",
    """
CREATE INDEX cooperation_cases_by_developed_by ON cooperation_cases (developed_by)
""",
    """
CREATE INDEX cooperation_cases_by_managed_by ON cooperation_cases (managed_by)
""",
    """
CREATE INDEX cooperation_cases_by_operated_by ON cooperation_cases (operated_by)
""",
    """
CREATE TABLE cooperation_cases_participants (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES cooperation_cases (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX cooperation_cases_participants_target ON cooperation_cases_participants (target)
""",
    """
CREATE TABLE cooperation_cases_systems (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES cooperation_cases (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX cooperation_cases_systems_target ON cooperation_cases_systems (target)
""",
    """
CREATE TABLE cooperation_cases_reasons (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    "trigger" TEXT,
    text TEXT CHECK (length(text) <= 1000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES cooperation_cases (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE cooperation_cases_timetable (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    step TEXT CHECK (length(step) <= 300),
    planned_on TEXT,
    done_on TEXT,
    responsible TEXT CHECK (length(responsible) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES cooperation_cases (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE cooperation_cases_proposals (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT CHECK (length(text) <= 4000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES cooperation_cases (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE cooperation_cases_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES cooperation_cases (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE cooperation_stances (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    stance TEXT,
    "case" BLOB,
    municipality BLOB,
    body TEXT,
    decide_by TEXT,
    decided_on TEXT,
    paragraph TEXT CHECK (length(paragraph) <= 40),
    registry_number TEXT CHECK (length(registry_number) <= 40),
    participates_from TEXT,
    participates_until TEXT,
    contact BLOB,
    comment TEXT CHECK (length(comment) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY("case") REFERENCES cooperation_cases (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(municipality) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(contact) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX cooperation_stances_sort ON cooperation_stances (sort_key, deleted, placeholder, owner)
""",
    """
CREATE INDEX cooperation_stances_by_case ON cooperation_stances ("case")
""",
    """
CREATE INDEX cooperation_stances_by_municipality ON cooperation_stances (municipality)
""",
    """
CREATE INDEX cooperation_stances_by_contact ON cooperation_stances (contact)
""",
    """
CREATE TABLE opportunity_notes (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    status TEXT,
    system BLOB,
    until TEXT,
    "case" BLOB,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY("case") REFERENCES cooperation_cases (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX opportunity_notes_sort ON opportunity_notes (sort_key, deleted, placeholder, owner)
""",
    """
CREATE INDEX opportunity_notes_by_system ON opportunity_notes (system)
""",
    """
CREATE INDEX opportunity_notes_by_case ON opportunity_notes ("case")
""",
    """
CREATE TABLE decisions (
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
    kind TEXT,
    forum TEXT CHECK (length(forum) <= 300),
    decided_on TEXT,
    paragraph TEXT CHECK (length(paragraph) <= 40),
    registry_number TEXT CHECK (length(registry_number) <= 40),
    text TEXT CHECK (length(text) <= 200000),
    municipality BLOB,
    responsible BLOB,
    responsible_function TEXT CHECK (length(responsible_function) <= 300),
    due TEXT,
    status TEXT,
    done_on TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(municipality) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(responsible) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX decisions_sort ON decisions (sort_key, deleted, placeholder, owner)
""",
    """
CREATE INDEX decisions_by_municipality ON decisions (municipality)
""",
    """
CREATE INDEX decisions_by_responsible ON decisions (responsible)
""",
    """
CREATE TABLE decisions_systems (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES decisions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX decisions_systems_target ON decisions_systems (target)
""",
    """
CREATE TABLE decisions_cases (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES decisions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES cooperation_cases (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX decisions_cases_target ON decisions_cases (target)
""",
    """
CREATE TABLE decisions_agreements (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES decisions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX decisions_agreements_target ON decisions_agreements (target)
""",
    """
CREATE TABLE regions (
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
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX regions_sort ON regions (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE regions_members (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES regions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX regions_members_target ON regions_members (target)
""",
    """
CREATE TABLE regions_guests (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES regions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX regions_guests_target ON regions_guests (target)
""",
    """
CREATE TABLE allocations (
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
    status TEXT,
    "case" BLOB,
    agreement BLOB,
    amount INTEGER,
    period_starts TEXT,
    period_ends TEXT,
    model TEXT,
    fixed_percent INTEGER,
    rest_model TEXT,
    prorated TEXT,
    reference TEXT,
    counted_on TEXT,
    internal_costs INTEGER,
    basis_reference TEXT CHECK (length(basis_reference) <= 300),
    compared_model TEXT,
    phase_in_years INTEGER,
    locked_on TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY("case") REFERENCES cooperation_cases (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(agreement) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX allocations_sort ON allocations (sort_key, deleted, placeholder, owner)
""",
    """
CREATE INDEX allocations_by_case ON allocations ("case")
""",
    """
CREATE INDEX allocations_by_agreement ON allocations (agreement)
""",
    """
CREATE TABLE allocations_participants (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    municipality TEXT CHECK (length(municipality) <= 300),
    starts_on TEXT,
    ends_on TEXT,
    users INTEGER,
    units INTEGER,
    earlier INTEGER,
    fixed_amount INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES allocations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE allocations_keys (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    "key" TEXT,
    weight INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES allocations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE allocations_snapshot (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    municipality TEXT CHECK (length(municipality) <= 300),
    basis INTEGER,
    counted_on TEXT,
    source TEXT CHECK (length(source) <= 300),
    amount INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES allocations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE populations (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    municipality_code TEXT CHECK (length(municipality_code) <= 300),
    counted_on TEXT,
    number INTEGER,
    source TEXT CHECK (length(source) <= 300),
    certainty TEXT,
    preliminary INTEGER,
    retrieved_on TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX populations_sort ON populations (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE share_profiles (
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
    base TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX share_profiles_sort ON share_profiles (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE share_profiles_left_out (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    register TEXT CHECK (length(register) <= 60),
    field TEXT CHECK (length(field) <= 60),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES share_profiles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
)


def upgrade(operations: Operations) -> None:
    """Rebuild the tables that change and make the new ones."""
    for table, definition, indexes in REBUILT:
        rebuild(operations, table, definition.strip(), indexes)
    for statement in ADDED:
        operations.execute(statement.strip())
