"""Where many lines of one kind are mended together: a window of the program, or the list of the records. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from itadmin.domain.calculations.attention import Act, AttentionLine
from itadmin.domain.registers import REGISTERS
from itadmin.domain.views import ListView

Way: TypeAlias = str | ListView
"""The key of a command, or the conditions of a list."""

_REVIEWS: Mapping[str, str] = {"systems": "review", "access_decisions": "access"}
"""The commands that go through the records of registers."""

_WINDOWS: Mapping[Act, str] = {Act.MAKE_PLAN: "training_coverage", Act.MATCH: "matching"}
"""The commands whose windows do the same for many records."""


def way_for_all(line: AttentionLine) -> Way | None:
    """The way for all lines of the kind of one; None where each must be looked at by itself."""
    if line.act is Act.REVIEW and line.register in _REVIEWS:
        return _REVIEWS[line.register]
    if line.act in _WINDOWS:
        return _WINDOWS[line.act]
    if any(finding.key == line.kind for finding in REGISTERS[line.register].findings):
        return ListView(findings=(line.kind,))
    return None
