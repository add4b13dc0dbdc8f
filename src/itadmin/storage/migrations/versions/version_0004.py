"""The fourth version: styrande dokument with decisions, chapters and goals, numbered handlingar and their looks."""

from __future__ import annotations

from alembic.operations import Operations

REVISION = "0004"

ADDED = (
    """
CREATE TABLE papers (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    number TEXT CHECK (length(number) <= 40),
    title TEXT CHECK (length(title) <= 300),
    paper_type TEXT CHECK (length(paper_type) <= 60),
    about_register TEXT CHECK (length(about_register) <= 60),
    about TEXT CHECK (length(about) <= 36),
    version INTEGER,
    status TEXT,
    made_on TEXT,
    sent_on TEXT,
    sent_to TEXT CHECK (length(sent_to) <= 300),
    signed_on TEXT,
    signing TEXT,
    registry_number TEXT CHECK (length(registry_number) <= 40),
    replaces BLOB,
    digest TEXT CHECK (length(digest) <= 64),
    signed_digest TEXT CHECK (length(signed_digest) <= 64),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(replaces) REFERENCES papers (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX papers_by_replaces ON papers (replaces)
""",
    """
CREATE INDEX papers_sort ON papers (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE document_variables (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    name TEXT CHECK (length(name) <= 60),
    value TEXT CHECK (length(value) <= 2000),
    municipality BLOB,
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(municipality) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX document_variables_by_municipality ON document_variables (municipality)
""",
    """
CREATE INDEX document_variables_sort ON document_variables (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE paper_profiles (
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
    organisation BLOB,
    unit TEXT CHECK (length(unit) <= 300),
    accent TEXT CHECK (length(accent) <= 7),
    address TEXT CHECK (length(address) <= 1000),
    footer TEXT CHECK (length(footer) <= 120),
    logotype_alt TEXT CHECK (length(logotype_alt) <= 300),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX paper_profiles_by_organisation ON paper_profiles (organisation)
""",
    """
CREATE INDEX paper_profiles_sort ON paper_profiles (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE papers_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES papers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE papers_signatories (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT CHECK (length(name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    party TEXT CHECK (length(party) <= 300),
    signed_on TEXT,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES papers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE paper_profiles_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES paper_profiles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE steering_documents (
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
    template TEXT,
    version TEXT CHECK (length(version) <= 40),
    status TEXT,
    registry_number TEXT CHECK (length(registry_number) <= 40),
    applies_to TEXT CHECK (length(applies_to) <= 300),
    valid_from TEXT,
    valid_until TEXT,
    open_ended INTEGER,
    revise_by TEXT,
    responsible BLOB,
    responsible_function TEXT CHECK (length(responsible_function) <= 300),
    revision_responsible TEXT CHECK (length(revision_responsible) <= 300),
    follow_up_responsible TEXT CHECK (length(follow_up_responsible) <= 300),
    replaces BLOB,
    publication TEXT CHECK (length(publication) <= 2000),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(responsible) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(replaces) REFERENCES steering_documents (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX steering_documents_by_replaces ON steering_documents (replaces)
""",
    """
CREATE INDEX steering_documents_by_responsible ON steering_documents (responsible)
""",
    """
CREATE INDEX steering_documents_sort ON steering_documents (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE goals (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    wording TEXT CHECK (length(wording) <= 1000),
    area TEXT,
    document BLOB,
    year INTEGER,
    responsible BLOB,
    responsible_function TEXT CHECK (length(responsible_function) <= 300),
    status TEXT,
    measure TEXT,
    target_percent INTEGER,
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(document) REFERENCES steering_documents (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(responsible) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX goals_by_document ON goals (document)
""",
    """
CREATE INDEX goals_by_responsible ON goals (responsible)
""",
    """
CREATE INDEX goals_sort ON goals (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE steering_chapters (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    heading TEXT CHECK (length(heading) <= 300),
    document BLOB,
    place INTEGER,
    "key" TEXT CHECK (length(key) <= 60),
    municipality BLOB,
    manner TEXT,
    text TEXT CHECK (length(text) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(document) REFERENCES steering_documents (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(municipality) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX steering_chapters_by_document ON steering_chapters (document)
""",
    """
CREATE INDEX steering_chapters_by_municipality ON steering_chapters (municipality)
""",
    """
CREATE INDEX steering_chapters_sort ON steering_chapters (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE steering_decisions (
    pk INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    owner BLOB NOT NULL,
    revision INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    placeholder INTEGER NOT NULL,
    label TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    document BLOB,
    municipality BLOB,
    body TEXT,
    part TEXT CHECK (length(part) <= 300),
    status TEXT,
    decided_on TEXT,
    paragraph TEXT CHECK (length(paragraph) <= 40),
    registry_number TEXT CHECK (length(registry_number) <= 40),
    note TEXT CHECK (length(note) <= 200000),
    PRIMARY KEY (pk),
    UNIQUE (id),
    FOREIGN KEY(document) REFERENCES steering_documents (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(municipality) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE INDEX steering_decisions_by_document ON steering_decisions (document)
""",
    """
CREATE INDEX steering_decisions_by_municipality ON steering_decisions (municipality)
""",
    """
CREATE INDEX steering_decisions_sort ON steering_decisions (sort_key, deleted, placeholder, owner)
""",
    """
CREATE TABLE steering_documents_attachments (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    file_name TEXT CHECK (length(file_name) <= 300),
    title TEXT CHECK (length(title) <= 300),
    purpose TEXT,
    size INTEGER,
    added_on TEXT,
    digest TEXT CHECK (length(digest) <= 64),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES steering_documents (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE steering_documents_links (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT CHECK (length(title) <= 300),
    address TEXT CHECK (length(address) <= 2000),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES steering_documents (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE steering_documents_municipalities (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES steering_documents (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX steering_documents_municipalities_target ON steering_documents_municipalities (target)
""",
    """
CREATE TABLE goals_readings (
    record BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    measured_on TEXT,
    percent INTEGER,
    note TEXT CHECK (length(note) <= 300),
    PRIMARY KEY (record, ordinal),
    FOREIGN KEY(record) REFERENCES goals (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
""",
)


def upgrade(operations: Operations) -> None:
    """Make the new tables."""
    for statement in ADDED:
        operations.execute(statement.strip())
