"""Which SQLite the program runs on, for those who read about the program or report a fault."""

from __future__ import annotations

import sqlite3

SQLITE_VERSION = sqlite3.sqlite_version
"""As "3.45.1"."""
