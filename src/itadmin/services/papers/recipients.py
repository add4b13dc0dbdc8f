"""Whom a handling is likely sent to, by the record it is about. A register whose records name somebody has a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers.about import about_of
from itadmin.services.platform import recipient_of
from itadmin.services.platform.standing import NOTICES
from itadmin.services.reading import Reading

RECIPIENTS: Mapping[str, Callable[[Reading, UUID], str]] = {NOTICES: recipient_of}


def likely_recipient(reading: Reading, paper: IssuedPaper) -> str:
    """Who a handling is likely sent to, with an e-mail address where one is known; "" when nobody is named."""
    record_id, find = about_of(paper), RECIPIENTS.get(paper.about_register)
    return find(reading, record_id) if find is not None and record_id is not None else ""
