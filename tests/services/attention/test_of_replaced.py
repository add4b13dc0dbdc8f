"""A document that another has taken the place of is told of from the day on which that begins to hold."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.services.kind_words import words_of_kind
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]


@pytest.fixture
def replaced(workspace: Workspace) -> Callable[..., UUID]:
    """Adds an adopted policy, and an adopted version after it that is as the keywords say."""

    def add(**values: Any) -> UUID:
        usual = {"title": "IT-policy", "kind": "policy", "status": "faststalld", "revise_by": "2026-06-30"}
        old = workspace.records.add("steering_documents", {**usual, "version": "1.0"})
        later = {**usual, "version": "2.0", "valid_from": "2027-01-01", "revise_by": "2031-06-30"}
        workspace.records.add("steering_documents", {**later, **values, "replaces": str(old)})
        return old

    return add


@pytest.mark.parametrize(
    ("day", "band"),
    [("2026-12-31", ""), ("2027-01-01", Band.INOM_30_DAGAR), ("2027-01-02", Band.FORSENAT)],
)
def test_it_is_told_from_the_day_the_next_version_holds(
    replaced: Callable[..., UUID], lines: Lines, day: str, band: str
) -> None:
    found = [line for line in lines(date.fromisoformat(day), replaced()) if line.kind == "ny_version_galler"]
    assert [line.band for line in found] == ([band] if band else [])
    assert all(line.reason.startswith("Version 2.0 gäller sedan fredag 1 januari, men") for line in found)
    assert all((line.act, line.field) == (Act.REPLACE, "status") for line in found)


def test_without_a_first_day_it_is_told_at_once(replaced: Callable[..., UUID], lines: Lines) -> None:
    (line,) = lines(date(2026, 12, 1), replaced(valid_from=None, version=None))
    assert line.reason.startswith("En ny version gäller, men")


def test_a_draft_has_taken_no_place(replaced: Callable[..., UUID], lines: Lines) -> None:
    found = lines(date(2027, 3, 1), replaced(status="remiss"))
    assert "ny_version_galler" not in [line.kind for line in found]


def test_it_has_words_for_many() -> None:
    assert words_of_kind("steering_documents", "ny_version_galler")
