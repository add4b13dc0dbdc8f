"""Handlingar that have been sent to be signed and are not back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_records import OWN

_AWAY = f"""
SELECT id, sent_on, COALESCE(sent_to, ''), COALESCE(title, ''), COALESCE(about, '') FROM papers
WHERE {OWN} AND status = 'skickat' AND sent_on <= ?
"""


class PaperAway(NamedTuple):
    """A handling that is away: since when, with whom, what it is, and the record it is about if that is known."""

    sent_on: date
    sent_to: str
    title: str
    about: Key | None


def papers_away(connection: Connection, before: date) -> Mapping[Key, PaperAway]:
    """The own handlingar that were sent on a day or before it, and are not back."""
    return {
        key: PaperAway(date.fromisoformat(sent_on), sent_to, title, _key(about))
        for key, sent_on, sent_to, title, about in connection.exec_driver_sql(_AWAY, (before.isoformat(),))
    }


def _key(about: str) -> Key | None:
    """An id that is kept as text; None for what is none."""
    try:
        return UUID(about).bytes
    except ValueError:
        return None
