"""The fifth version: utbildning, kompetens, införande, plattformsändringar, gallringsfrister; people may have left."""

from __future__ import annotations

from alembic.operations import Operations

from itadmin.storage.migrations.rebuilding import rebuild

REVISION = "0005"

REBUILT = (
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
    left_on TEXT,
    anonymised_on TEXT,
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
)
"""Tables that change: name, full definition, indexes."""

ADDED = (
    """
CREATE TABLE retention_rules (
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
    months INTEGER,
    decision TEXT CHECK (length(decision) <= 300),
    decided_on TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX retention_rules_sort ON retention_rules (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE audience_members (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    audience TEXT,
    person BLOB,
    system BLOB,
    starts_on TEXT,
    ends_on TEXT,
    note TEXT CHECK (length(note) <= 300),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX audience_members_by_person ON audience_members (person)
""",
    """
CREATE INDEX audience_members_by_system ON audience_members (system)
""",
    """
CREATE INDEX audience_members_sort ON audience_members (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE implementations (
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
    system BLOB,
    old_system BLOB,
    status TEXT,
    go_live_on TEXT,
    responsible BLOB,
    responsible_function TEXT CHECK (length(responsible_function) <= 300),
    steering_group TEXT CHECK (length(steering_group) <= 300),
    registry_number TEXT CHECK (length(registry_number) <= 40),
    purpose TEXT CHECK (length(purpose) <= 200000),
    approved_on TEXT,
    approved_by TEXT CHECK (length(approved_by) <= 300),
    template TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(old_system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(responsible) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX implementations_by_old_system ON implementations (old_system)
""",
    """
CREATE INDEX implementations_by_responsible ON implementations (responsible)
""",
    """
CREATE INDEX implementations_by_system ON implementations (system)
""",
    """
CREATE INDEX implementations_sort ON implementations (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE networks (
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
    place INTEGER,
    description TEXT CHECK (length(description) <= 200000),
    contact BLOB,
    contact_organisation BLOB,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(contact) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(contact_organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX networks_by_contact ON networks (contact)
""",
    """
CREATE INDEX networks_by_contact_organisation ON networks (contact_organisation)
""",
    """
CREATE INDEX networks_sort ON networks (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE platform_changes (
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
    status TEXT,
    description TEXT CHECK (length(description) <= 200000),
    reason TEXT CHECK (length(reason) <= 200000),
    announced_on TEXT,
    answer_by TEXT,
    changes_on TEXT,
    changed_by TEXT,
    responsible BLOB,
    responsible_function TEXT CHECK (length(responsible_function) <= 300),
    registry_number TEXT CHECK (length(registry_number) <= 40),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(responsible) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX platform_changes_by_responsible ON platform_changes (responsible)
""",
    """
CREATE INDEX platform_changes_sort ON platform_changes (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE training_plans (
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
    system BLOB,
    all_staff INTEGER,
    version TEXT CHECK (length(version) <= 40),
    status TEXT,
    valid_from TEXT,
    valid_until TEXT,
    revise_by TEXT,
    adopted_on TEXT,
    adopted_by BLOB,
    adopted_function TEXT CHECK (length(adopted_function) <= 300),
    registry_number TEXT CHECK (length(registry_number) <= 40),
    system_version TEXT CHECK (length(system_version) <= 40),
    responsible BLOB,
    responsible_function TEXT CHECK (length(responsible_function) <= 300),
    purpose TEXT CHECK (length(purpose) <= 200000),
    target_percent INTEGER,
    cost_model TEXT,
    follow_up TEXT CHECK (length(follow_up) <= 200000),
    template TEXT,
    replaces BLOB,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(adopted_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(responsible) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(replaces) REFERENCES training_plans (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX training_plans_by_adopted_by ON training_plans (adopted_by)
""",
    """
CREATE INDEX training_plans_by_replaces ON training_plans (replaces)
""",
    """
CREATE INDEX training_plans_by_responsible ON training_plans (responsible)
""",
    """
CREATE INDEX training_plans_by_system ON training_plans (system)
""",
    """
CREATE INDEX training_plans_sort ON training_plans (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE training_sessions (
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
    starts_on TEXT,
    ends_on TEXT,
    starts_at TEXT CHECK (length(starts_at) <= 5),
    ends_at TEXT CHECK (length(ends_at) <= 5),
    venue TEXT CHECK (length(venue) <= 300),
    meeting_link TEXT CHECK (length(meeting_link) <= 2000),
    teacher BLOB,
    teacher_name TEXT CHECK (length(teacher_name) <= 300),
    host BLOB,
    seats INTEGER,
    sign_up_by TEXT,
    cost INTEGER,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(teacher) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(host) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX training_sessions_by_host ON training_sessions (host)
""",
    """
CREATE INDEX training_sessions_by_teacher ON training_sessions (teacher)
""",
    """
CREATE INDEX training_sessions_sort ON training_sessions (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE competence_actions (
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
    area BLOB,
    system BLOB,
    seats INTEGER,
    level_after TEXT,
    priority TEXT,
    planned_on TEXT,
    status TEXT,
    responsible_function TEXT CHECK (length(responsible_function) <= 300),
    cost_alone INTEGER,
    cost_together INTEGER,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(area) REFERENCES networks (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX competence_actions_by_area ON competence_actions (area)
""",
    """
CREATE INDEX competence_actions_by_system ON competence_actions (system)
""",
    """
CREATE INDEX competence_actions_sort ON competence_actions (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE competences (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    level TEXT,
    wanted_level TEXT,
    person BLOB,
    area BLOB,
    system BLOB,
    priority TEXT,
    assessed_on TEXT,
    note TEXT CHECK (length(note) <= 1000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(area) REFERENCES networks (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX competences_by_area ON competences (area)
""",
    """
CREATE INDEX competences_by_person ON competences (person)
""",
    """
CREATE INDEX competences_by_system ON competences (system)
""",
    """
CREATE INDEX competences_sort ON competences (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE implementation_activities (
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
    "plan" BLOB,
    phase TEXT,
    place INTEGER,
    starts_on TEXT,
    ends_on TEXT,
    responsible BLOB,
    responsible_function TEXT CHECK (length(responsible_function) <= 300),
    status TEXT,
    done_percent INTEGER,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY("plan") REFERENCES implementations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(responsible) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX implementation_activities_by_plan ON implementation_activities ("plan")
""",
    """
CREATE INDEX implementation_activities_by_responsible ON implementation_activities (responsible)
""",
    """
CREATE INDEX implementation_activities_sort ON implementation_activities (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE implementations_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES implementations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE implementations_checklist (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    point TEXT,
    state TEXT,
    noted_on TEXT,
    noted_by TEXT CHECK (length(noted_by) <= 300),
    reason TEXT CHECK (length(reason) <= 1000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES implementations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE implementations_links (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT CHECK (length(title) <= 300),
    address TEXT CHECK (length(address) <= 2000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES implementations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE implementations_municipalities (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES implementations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX implementations_municipalities_target ON implementations_municipalities (target)
""",
    """
CREATE TABLE implementations_phases (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    phase TEXT,
    starts_on TEXT,
    ends_on TEXT,
    decision TEXT CHECK (length(decision) <= 300),
    decided_on TEXT,
    criteria TEXT CHECK (length(criteria) <= 1000),
    responsible TEXT CHECK (length(responsible) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES implementations (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE networks_meetings (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    held_on TEXT,
    venue TEXT CHECK (length(venue) <= 300),
    minutes TEXT CHECK (length(minutes) <= 4000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES networks (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE networks_members (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES networks (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX networks_members_target ON networks_members (target)
""",
    """
CREATE TABLE platform_changes_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES platform_changes (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE platform_changes_links (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT CHECK (length(title) <= 300),
    address TEXT CHECK (length(address) <= 2000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES platform_changes (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE platform_changes_systems (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES platform_changes (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX platform_changes_systems_target ON platform_changes_systems (target)
""",
    """
CREATE TABLE platform_notices (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    answer TEXT,
    change BLOB,
    organisation BLOB,
    recipient BLOB,
    recipient_function TEXT CHECK (length(recipient_function) <= 300),
    informed_on TEXT,
    answered_on TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(change) REFERENCES platform_changes (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(recipient) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX platform_notices_by_change ON platform_notices (change)
""",
    """
CREATE INDEX platform_notices_by_organisation ON platform_notices (organisation)
""",
    """
CREATE INDEX platform_notices_by_recipient ON platform_notices (recipient)
""",
    """
CREATE INDEX platform_notices_sort ON platform_notices (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE training_modules (
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
    "plan" BLOB,
    code TEXT CHECK (length(code) <= 40),
    place INTEGER,
    content TEXT CHECK (length(content) <= 200000),
    form TEXT,
    minutes INTEGER,
    level TEXT,
    valid_months INTEGER,
    provider BLOB,
    seats INTEGER,
    session_cost INTEGER,
    seat_cost INTEGER,
    same_as BLOB,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY("plan") REFERENCES training_plans (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(provider) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(same_as) REFERENCES training_modules (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX training_modules_by_plan ON training_modules ("plan")
""",
    """
CREATE INDEX training_modules_by_provider ON training_modules (provider)
""",
    """
CREATE INDEX training_modules_by_same_as ON training_modules (same_as)
""",
    """
CREATE INDEX training_modules_sort ON training_modules (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE training_plans_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_plans (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_plans_audiences (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    audience TEXT,
    level TEXT,
    note TEXT CHECK (length(note) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_plans (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_plans_budget (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    item TEXT,
    amount INTEGER,
    note TEXT CHECK (length(note) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_plans (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_plans_duties (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    task TEXT CHECK (length(task) <= 300),
    function TEXT CHECK (length(function) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_plans (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_plans_head_counts (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    audience TEXT,
    municipality TEXT CHECK (length(municipality) <= 40),
    people INTEGER,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_plans (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_plans_links (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT CHECK (length(title) <= 300),
    address TEXT CHECK (length(address) <= 2000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_plans (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_plans_material (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT CHECK (length(title) <= 300),
    address TEXT CHECK (length(address) <= 2000),
    version TEXT CHECK (length(version) <= 40),
    responsible TEXT CHECK (length(responsible) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_plans (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_plans_municipalities (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_plans (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX training_plans_municipalities_target ON training_plans_municipalities (target)
""",
    """
CREATE TABLE training_sessions_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_sessions_links (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT CHECK (length(title) <= 300),
    address TEXT CHECK (length(address) <= 2000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_sessions_municipalities (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX training_sessions_municipalities_target ON training_sessions_municipalities (target)
""",
    """
CREATE TABLE competence_actions_municipalities (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES competence_actions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX competence_actions_municipalities_target ON competence_actions_municipalities (target)
""",
    """
CREATE TABLE competence_actions_people (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES competence_actions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX competence_actions_people_target ON competence_actions_people (target)
""",
    """
CREATE TABLE implementation_activities_waits_for (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES implementation_activities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES implementation_activities (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX implementation_activities_waits_for_target ON implementation_activities_waits_for (target)
""",
    """
CREATE TABLE platform_notices_consequences (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    year INTEGER,
    amount INTEGER,
    note TEXT CHECK (length(note) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES platform_notices (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_modules_demands (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    audience TEXT,
    demand TEXT,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_modules (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE training_modules_prerequisites (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_modules (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES training_modules (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX training_modules_prerequisites_target ON training_modules_prerequisites (target)
""",
    """
CREATE TABLE training_needs (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    topic TEXT CHECK (length(topic) <= 300),
    system BLOB,
    module BLOB,
    municipality BLOB,
    audience TEXT,
    year INTEGER,
    people INTEGER,
    cost_alone INTEGER,
    status TEXT,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(system) REFERENCES systems (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(module) REFERENCES training_modules (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(municipality) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX training_needs_by_module ON training_needs (module)
""",
    """
CREATE INDEX training_needs_by_municipality ON training_needs (municipality)
""",
    """
CREATE INDEX training_needs_by_system ON training_needs (system)
""",
    """
CREATE INDEX training_needs_sort ON training_needs (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE training_participations (
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
    person BLOB,
    session BLOB,
    module BLOB,
    audience TEXT,
    organisation BLOB,
    signed_up_on TEXT,
    completed_on TEXT,
    rating INTEGER,
    rating_note TEXT CHECK (length(rating_note) <= 1000),
    note TEXT CHECK (length(note) <= 1000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(session) REFERENCES training_sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(module) REFERENCES training_modules (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX training_participations_by_module ON training_participations (module)
""",
    """
CREATE INDEX training_participations_by_organisation ON training_participations (organisation)
""",
    """
CREATE INDEX training_participations_by_person ON training_participations (person)
""",
    """
CREATE INDEX training_participations_by_session ON training_participations (session)
""",
    """
CREATE INDEX training_participations_sort ON training_participations (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE training_sessions_modules (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES training_modules (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX training_sessions_modules_target ON training_sessions_modules (target)
""",
    """
CREATE TABLE training_needs_months (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    month TEXT,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES training_needs (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
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
