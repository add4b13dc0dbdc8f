"""What was typed but not accepted, by record and field, so that leaving never loses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in an editor and why it was not accepted."""

    content: Any
    sentence: str


class Drafts:
    """The drafts of a page, as long as the page lives."""

    def __init__(self) -> None:
        self._kept: dict[UUID, dict[str, Draft]] = {}

    def keep(self, record_id: UUID, field: str, draft: Draft) -> None:
        """Keep a draft."""
        self._kept.setdefault(record_id, {})[field] = draft

    def forget(self, record_id: UUID, field: str) -> None:
        """Let a draft go."""
        self._kept.get(record_id, {}).pop(field, None)

    def of(self, record_id: UUID) -> dict[str, Draft]:
        """The drafts of a record, by field."""
        return dict(self._kept.get(record_id, {}))
