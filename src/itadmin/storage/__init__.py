"""All SQL: the register file, its tables, journal, search index and migrations. No sentences about use, no Qt."""
