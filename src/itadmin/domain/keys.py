"""What records are told apart by where thousands are worked with at once. Knows no register."""

from __future__ import annotations

from typing import TypeAlias

Key: TypeAlias = bytes
"""An id as the file has it: making UUIDs of thousands that nothing is said of would take longer than all else."""
