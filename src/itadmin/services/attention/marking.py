"""What is saved when somebody says that a line of the work list is handled, or may rest: values of a mark.

Writes nothing; whoever asks saves the values as a step, of one line or of many.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from itadmin.domain.calculations.attention import HANDLED, RESTING, AttentionLine

Plain = dict[str, Any]

MARKS = "attention_marks"
"""The register that marks are kept in."""


def handled(line: AttentionLine, note: str = "") -> Plain:
    """The values of a mark that keeps a line away for good: until it is about another occasion."""
    return {**_about(line), "verdict": HANDLED, "note": note or None}


def resting(line: AttentionLine, until: date, note: str = "") -> Plain:
    """The values of a mark that keeps a line away until a day; on that day it is back."""
    return {**_about(line), "verdict": RESTING, "until": until.isoformat(), "note": note or None}


def _about(line: AttentionLine) -> Plain:
    return {
        "kind": line.kind,
        "register": line.register,
        "record": str(line.record_id),
        "occasion": line.occasion or None,
    }
