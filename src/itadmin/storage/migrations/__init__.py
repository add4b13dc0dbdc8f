"""Migrations of the register file: plain SQL, one module a version, run by Alembic on a copy."""
