"""Records to tell of, and what the work list says of one."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import AttentionLine
from itadmin.services.attention import work_list
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]


@pytest.fixture
def lines(workspace: Workspace) -> Lines:
    """The lines of a day, of one record and of one kind if asked."""

    def ask(day: date, record: UUID | None = None, kind: str = "") -> list[AttentionLine]:
        return [
            line
            for line in work_list(workspace.reading(day)).lines
            if record in (None, line.record_id) and kind in ("", line.kind)
        ]

    return ask


@pytest.fixture
def agreement(workspace: Workspace) -> Add:
    """Adds an agreement in force that renews itself by twelve months, save what the keywords change."""

    def add(**values: Any) -> UUID:
        usual: dict[str, Any] = {
            "title": "Supportavtal Lifecare",
            "number": "A-1",
            "registry_number": "KS 2026/1",
            "kind": "supportavtal",
            "status": "gallande",
            "starts_on": "2024-06-01",
            "first_term_months": 36,
            "renewal_months": 12,
            "notice_months": 3,
        }
        return workspace.records.add("agreements", {**usual, **values})

    return add


@pytest.fixture
def system(workspace: Workspace) -> Add:
    """Adds a system of which nothing is missing or wrong but what the keywords change."""

    def add(**values: Any) -> UUID:
        usual: dict[str, Any] = {
            "name": "Lifecare",
            "purpose": "Dokumentation i äldreomsorgen.",
            "category": "verksamhetssystem",
            "scope": "verksamhetsspecifikt",
            "lifecycle": "inforande",
            "hosting": "saas",
            "confidentiality": "1",
            "integrity": "1",
            "availability": "1",
            "classified_on": "2026-11-01",
            "personal_data": False,
            "reviewed_on": "2026-11-01",
            "system_owner": {"function": "Socialchef"},
            "system_manager": {"function": "Systemförvaltare"},
            "deputy_manager": {"function": "IT-samordnare"},
        }
        return workspace.records.add("systems", {**usual, **values})

    return add
