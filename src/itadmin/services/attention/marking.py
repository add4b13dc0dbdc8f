"""What is saved when somebody says that a line of the work list is handled, or may rest: values of a mark.

Writes nothing; whoever asks saves the values as a step, of one line or of many.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.attention import HANDLED, RESTING, AttentionLine

Plain = dict[str, Any]

MARKS = "attention_marks"
"""The register that marks are kept in."""


def handled(line: AttentionLine, note: str = "") -> Plain:
    """The values of a mark that keeps a line away for good: until it is about another occasion."""
    return handled_occasion(line.kind, line.register, line.record_id, line.occasion, note)


def handled_occasion(kind: str, register: str, record_id: UUID, occasion: str, note: str = "") -> Plain:
    """The same for what a rule tells of a record on an occasion (ISO day, "" for none), whether it is a line yet."""
    return {**_about(kind, register, record_id, occasion), "verdict": HANDLED, "note": note or None}


def resting(line: AttentionLine, until: date, note: str = "") -> Plain:
    """The values of a mark that keeps a line away until a day; on that day it is back."""
    about = _about(line.kind, line.register, line.record_id, line.occasion)
    return {**about, "verdict": RESTING, "until": until.isoformat(), "note": note or None}


def _about(kind: str, register: str, record_id: UUID, occasion: str) -> Plain:
    return {"kind": kind, "register": register, "record": str(record_id), "occasion": occasion or None}
