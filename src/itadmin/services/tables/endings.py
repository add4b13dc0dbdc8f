"""What files with tables end with, known without what reads them: a window asks as soon as something can be dropped."""

from __future__ import annotations

ENDINGS = (".xlsx", ".xlsm", ".csv", ".txt")
"""What they usually end with, for dialogs; any other is read too if it holds a table."""
