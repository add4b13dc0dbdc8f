"""Samverkansavtal: parties, what they promise, the cost as an appendix, and that it waits for every decision."""

from __future__ import annotations

from typing import Any

import page
import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.content import SignatureBlock
from itadmin.documents.cooperation_agreement import TYPE
from itadmin.documents.making import make
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace


def test_it_as_text(workspace: Workspace, joint_case: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, workspace.reading(), joint_case.agreement, draft=False)
    assert made.missing == ()
    matches_expected("cooperation_agreement.txt", text_of(made.paper))


def test_the_file_is_archivable_and_accessible(workspace: Workspace, joint_case: Any) -> None:
    content = make(TYPE, workspace.reading(), joint_case.agreement, draft=False)
    assert all(page.validate_pdf_bytes(content, profile=profile).is_compliant for profile in ("2a", "ua1"))


def test_each_party_signs(workspace: Workspace, joint_case: Any) -> None:
    paper = prepare(TYPE, workspace.reading(), joint_case.agreement, draft=False).paper
    blocks = [block for block in paper.body if isinstance(block, SignatureBlock)]
    assert [party.role for party in blocks[0].parties] == ["Bengtsfors kommun", "Dals-Eds kommun", "Melleruds kommun"]


def test_it_waits_for_the_decision_of_every_party(workspace: Workspace, joint_case: Any) -> None:
    reading = workspace.reading()
    stances = reading.referring("cooperation_stances", "case", joint_case.case)
    of_mellerud = next(
        read for read in stances if getattr(read.record, "municipality", None) == municipality_id("1461")
    )
    workspace.records.save("cooperation_stances", of_mellerud.record.id, {"stance": "avvaktar"})
    made = prepare(TYPE, workspace.reading(), joint_case.agreement, draft=True)
    told = [(value.label, value.record_id) for value in made.missing]
    assert told == [("Beslut om att delta, Melleruds kommun", of_mellerud.record.id)]
    with pytest.raises(IncompleteError):
        make(TYPE, workspace.reading(), joint_case.agreement, draft=False)


def test_an_agreement_that_no_case_is_known_of_lacks_it(workspace: Workspace) -> None:
    key = workspace.records.add("agreements", {"title": "Avtal", "kind": "samverkansavtal"})
    fields = {(value.register, value.field) for value in prepare(TYPE, workspace.reading(), key, draft=True).missing}
    assert ("allocations", "case") in fields
    assert ("agreements", "connected_municipalities") in fields
    assert ("agreements", "annual_price") in fields


def appendix(workspace: Workspace, key: Any, text_of: Any) -> str:
    text: str = text_of(prepare(TYPE, workspace.reading(), key, draft=True).paper)
    assert "fördelas enligt bilaga 1" in text
    assert "En annan modell än den i bilaga 1" in text
    return text.partition("## Bilaga 1 Kostnadsfördelning\n")[2]


def test_the_appendix_is_there_before_the_cost_is_shared_and_says_what_is_missing(
    workspace: Workspace, text_of: Any
) -> None:
    key = workspace.records.add("agreements", {"title": "Avtal", "kind": "samverkansavtal"})
    assert appendix(workspace, key, text_of) == "Fastställd: [Uppgift saknas: fastställd kostnadsfördelning]\n"


def test_the_appendix_holds_the_draft_of_the_agreement_without_a_case(workspace: Workspace, text_of: Any) -> None:
    key = workspace.records.add("agreements", {"title": "Avtal", "kind": "samverkansavtal"})
    rows = [{"municipality": "1460"}, {"municipality": "1461"}]
    more = {"model": "LIKA", "amount": 100_00, "participants": rows, "status": "utkast"}
    made = {"title": "Kostnadsfördelning Växel", "agreement": str(key), **more}
    allocation = workspace.records.add("allocations", made)
    told = appendix(workspace, key, text_of)
    assert told.startswith("Avser: Växel\nBelopp för hela perioden, utan moms: 100 kr\nFastställd: [Uppgift saknas")
    assert "Bengtsfors | 9 076 | 50,00 | 50,00" in told
    lacking = prepare(TYPE, workspace.reading(), key, draft=True).missing
    assert (allocation, "status") in {(value.record_id, value.field) for value in lacking}


def test_parties_are_named_on_the_front_also_where_the_case_does_not_know_them(
    workspace: Workspace, joint_case: Any
) -> None:
    agreement: Any = workspace.reading().one("agreements", joint_case.agreement).record
    kommuner = [str(key) for key in (*agreement.connected_municipalities, municipality_id("1439"))]
    workspace.records.save("agreements", joint_case.agreement, {"connected_municipalities": kommuner})
    paper = prepare(TYPE, workspace.reading(), joint_case.agreement, draft=True).paper
    assert paper.subtitle == "Lifecare i Bengtsfors, Dals-Ed, Mellerud och Färgelanda"


def test_the_cost_is_the_agreements_or_else_what_is_shared(workspace: Workspace, joint_case: Any, text_of: Any) -> None:
    def cost() -> str:
        paper = prepare(TYPE, workspace.reading(), joint_case.agreement, draft=True).paper
        return next(line for line in text_of(paper).splitlines() if "gemensamma kostnaden är" in line)

    workspace.records.save("agreements", joint_case.agreement, {"annual_price": 12_000_00})
    assert "gemensamma kostnaden är 12 000 kr per år" in cost()
    workspace.records.save("agreements", joint_case.agreement, {"annual_price": None})
    assert "gemensamma kostnaden är 1 000 000 kr per år" in cost()


def test_another_kind_of_agreement_is_refused(workspace: Workspace) -> None:
    key = workspace.records.add("agreements", {"title": "Avtal", "kind": "driftavtal"})
    with pytest.raises(KnownError, match="inget samverkansavtal"):
        prepare(TYPE, workspace.reading(), key, draft=True)
    with pytest.raises(KnownError, match="Välj vilket"):
        prepare(TYPE, workspace.reading(), None, draft=True)
