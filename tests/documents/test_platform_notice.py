"""Förvarning om plattformsändring: each förvaltning reads its own systems and costs, and has a slip to sign."""

from typing import Any
from uuid import UUID

import page
import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.content import SignatureBlock
from itadmin.documents.making import make
from itadmin.documents.platform_notice import ALL_TYPE, TYPE
from itadmin.domain.problems import KnownError
from itadmin.services.platform import Answer, answer, make_notices, standing_of
from itadmin.services.workspace import Workspace

Ids = dict[str, UUID]


@pytest.fixture
def notices(workspace: Workspace, server_change: Ids) -> dict[str, UUID]:
    """The notices of both who are touched, by name; Socialförvaltningen has costs."""
    records, change = workspace.records, server_change["change"]
    units = standing_of(workspace.reading(), change).missing
    make_notices(records, workspace.reading(), change, units)
    found = {notice.name: notice.record.id for notice in standing_of(workspace.reading(), change).notices}
    costs = [
        {"year": 2028, "amount": -2_000_00},
        {"year": 2027, "amount": 12_000_00, "note": "Nya licenser"},
    ]
    records.save("platform_notices", found["Socialförvaltningen"], {"consequences": costs, "informed_on": "2026-11-20"})
    return found


def test_the_paper_for_one_as_text(workspace: Workspace, notices: Ids, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, workspace.reading(), notices["Socialförvaltningen"], draft=False)
    assert made.missing == ()
    assert made.file_name == "Forvarning_Byte-till-Windows-Server-2025_Socialforvaltningen_2026-11-22.pdf"
    matches_expected("platform_notice.txt", text_of(made.paper))


def test_the_paper_for_all_as_text(
    workspace: Workspace, server_change: Ids, notices: Ids, text_of: Any, matches_expected: Any
) -> None:
    given = Answer("behover_tid", workspace.reading().day)
    answer(workspace.records, workspace.reading(), notices["Socialförvaltningen"], given)
    made = prepare(ALL_TYPE, workspace.reading(), server_change["change"], draft=False)
    assert made.missing == ()
    assert not any(isinstance(block, SignatureBlock) for block in made.paper.body)
    matches_expected("platform_notice_all.txt", text_of(made.paper))


def test_the_paper_for_all_says_nothing_of_how_far_its_reader_has_come(
    workspace: Workspace, server_change: Ids, notices: Ids, text_of: Any
) -> None:
    text = text_of(prepare(ALL_TYPE, workspace.reading(), server_change["change"], draft=False).paper)
    assert "förvarnad" not in text.lower().replace("förvarnade", "")
    assert "Svar som har kommit" not in text
    given = Answer("invandning", workspace.reading().day)
    answer(workspace.records, workspace.reading(), notices["Socialförvaltningen"], given)
    own = text_of(prepare(TYPE, workspace.reading(), notices["Socialförvaltningen"], draft=False).paper)
    assert "Svar som har kommit" not in own
    assert "Datum och underskrift | –" in text


def test_a_paper_for_nobody_asks_first_for_systems_and_then_for_whom_they_touch(
    workspace: Workspace, server_change: Ids, text_of: Any
) -> None:
    change = server_change["change"]
    made = prepare(ALL_TYPE, workspace.reading(), change, draft=True)
    assert "Kvarnen | Dals-Eds kommun och Socialförvaltningen |" in text_of(made.paper)
    (lack,) = made.missing
    assert (lack.label, lack.register, lack.field) == (
        "Vilka förvaltningar som ska förvarnas",
        "platform_notices",
        "organisation",
    )
    assert lack.begun == (("change", str(change)),)
    workspace.records.save("platform_changes", change, {"systems": []})
    (lack,) = prepare(ALL_TYPE, workspace.reading(), change, draft=True).missing
    assert (lack.register, lack.record_id, lack.field) == ("platform_changes", change, "systems")
    with pytest.raises(IncompleteError):
        make(ALL_TYPE, workspace.reading(), change, draft=False)


def test_each_reads_of_its_own_systems_only(
    workspace: Workspace, server_change: Ids, notices: Ids, text_of: Any
) -> None:
    systems = [str(server_change[name]) for name in ("Kvarnen", "Lönesystemet")]
    workspace.records.save("platform_changes", server_change["change"], {"systems": systems})
    own = text_of(prepare(TYPE, workspace.reading(), notices["Socialförvaltningen"], draft=False).paper)
    everybody = text_of(prepare(ALL_TYPE, workspace.reading(), server_change["change"], draft=False).paper)
    assert ("Lönesystemet" in own, "Lönesystemet" in everybody) == (False, True)


def test_what_is_missing_stops_the_finished_paper_and_leads_to_its_field(
    workspace: Workspace, server_change: Ids, notices: Ids
) -> None:
    empty = {"description": None, "changes_on": None, "answer_by": None, "responsible_function": None}
    workspace.records.save("platform_changes", server_change["change"], empty)
    made = prepare(TYPE, workspace.reading(), notices["Dals-Eds kommun"], draft=True)
    assert [(value.register, value.field) for value in made.missing] == [
        ("platform_changes", "changes_on"),
        ("platform_changes", "answer_by"),
        ("platform_changes", "description"),
        ("platform_changes", "responsible_function"),
        ("platform_notices", "recipient_function"),
    ]
    with pytest.raises(IncompleteError):
        make(TYPE, workspace.reading(), notices["Dals-Eds kommun"], draft=False)


def test_one_whose_systems_and_costs_are_not_known_is_asked_for_them(
    workspace: Workspace, server_change: Ids, notices: Ids, text_of: Any
) -> None:
    workspace.records.save("platform_changes", server_change["change"], {"systems": []})
    text = text_of(prepare(TYPE, workspace.reading(), notices["Dals-Eds kommun"], draft=True).paper)
    assert "Inga system är ännu utpekade." in text
    assert "Ingen kostnad är beräknad." in text


def test_a_change_that_takes_time_says_from_when_to_when(
    workspace: Workspace, server_change: Ids, notices: Ids, text_of: Any
) -> None:
    workspace.records.save("platform_changes", server_change["change"], {"changed_by": "2027-06-18"})
    text = text_of(prepare(TYPE, workspace.reading(), notices["Dals-Eds kommun"], draft=True).paper)
    assert "Ändringen påbörjas *den 1 mars 2027* och är klar senast den 18 juni 2027." in text
    assert "genomförs" not in text


@pytest.mark.parametrize("type_name", [TYPE, ALL_TYPE])
def test_a_record_is_needed(workspace: Workspace, type_name: str) -> None:
    for record in (None, UUID(int=5)):
        with pytest.raises(KnownError):
            prepare(type_name, workspace.reading(), record, draft=True)


def test_a_notice_of_no_change_or_in_the_bin_is_told(workspace: Workspace, notices: Ids) -> None:
    workspace.records.delete("platform_notices", [notices["Dals-Eds kommun"]])
    with pytest.raises(KnownError, match="papperskorgen"):
        prepare(TYPE, workspace.reading(), notices["Dals-Eds kommun"], draft=True)


@pytest.mark.parametrize("draft", [True, False])
def test_the_files_keep_both_standards(workspace: Workspace, server_change: Ids, notices: Ids, *, draft: bool) -> None:
    for type_name, record in ((TYPE, notices["Socialförvaltningen"]), (ALL_TYPE, server_change["change"])):
        data = make(type_name, workspace.reading(), record, draft=draft)
        reports = [page.validate_pdf_bytes(data, profile=profile) for profile in ("2a", "ua1")]
        assert [report.is_compliant for report in reports] == [True, True]
        assert make(type_name, workspace.reading(), record, draft=draft) == data
