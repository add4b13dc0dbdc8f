"""Marks of the work list are told in words in a preview and in the history."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change
from itadmin.domain.registers import REGISTERS
from itadmin.services.attention import MARKS
from itadmin.services.change_words import Teller
from itadmin.services.kind_words import KINDS
from itadmin.services.workspace import Workspace

KEY = UUID(int=7)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("sista_uppsagningsdag", "förlängs eller går vidare om de inte sägs upp"),
        ("driftavtal_utan_system", "driftavtal utan system"),
        ("okand_regel", "okand_regel"),
    ],
)
def test_a_mark_names_what_it_is_about(workspace: Workspace, kind: str, words: str) -> None:
    agreement = workspace.records.add("agreements", {"title": "Driftavtal Lifecare"})
    values: dict[str, Any] = {"verdict": "hanterad", "kind": kind, "register": "agreements", "record": str(agreement)}
    (change,) = Teller(workspace.reading()).tell([Change(MARKS, KEY, None, values)])
    told = {field.label: field.new for field in change.fields}
    assert (told["Regel"], told["Register"], told["Post"]) == (words, "Avtal", "Driftavtal Lifecare")


def test_what_is_gone_or_unknown_stands_as_it_is(workspace: Workspace) -> None:
    values = {"verdict": "hanterad", "kind": "x", "register": "okanda", "record": str(KEY)}
    (change,) = Teller(workspace.reading()).tell([Change(MARKS, KEY, values, None)])
    assert {field.old for field in change.fields} >= {"x", "okanda", str(KEY)}


def test_rules_have_one_word_each() -> None:
    assert KINDS.keys().isdisjoint(finding.key for each in REGISTERS.values() for finding in each.findings)
