"""Changes of the platform in the work list: who is to be told in time, and who has yet to answer, until all have."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import AttentionLine, Band
from itadmin.services.attention import work_list
from itadmin.services.kind_words import words_of_kind
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]
Ids = dict[str, UUID]
TODAY = date(2026, 11, 22)


@pytest.fixture
def notice(workspace: Workspace, server_change: Ids) -> Callable[..., UUID]:
    """Adds a förvaltning that is to be told of the change, with other values as the keywords say."""

    def add(name: str, **values: Any) -> UUID:
        about = {"change": str(server_change["change"]), "organisation": str(server_change[name])}
        return workspace.records.add("platform_notices", {**about, **values})

    return add


def said(lines: list[AttentionLine]) -> list[tuple[str, str]]:
    return [(line.kind, line.reason) for line in lines]


@pytest.mark.parametrize(("day", "told"), [(date(2026, 7, 6), False), (date(2026, 7, 7), True), (TODAY, True)])
def test_that_nobody_is_told_of_a_change_is_said_before_it_is_time_to_tell(
    server_change: Ids, lines: Lines, day: date, *, told: bool
) -> None:
    found = lines(day, server_change["change"])
    reason = f"Ingen är förvarnad om ändringen måndag 1 mars{'' if day == TODAY else ' 2027'}."
    assert [line.kind for line in found] == (["ska_forvarnas"] if told else [])
    if told and day != TODAY:
        assert (found[0].day, found[0].band) == (date(2026, 9, 1), Band.INOM_6_MANADER)
    if day == TODAY:
        assert found[0].reason == reason
        assert (found[0].day, found[0].responsible) == (date(2026, 12, 31), "IT-chef")


def test_those_who_are_left_to_tell_are_named(server_change: Ids, lines: Lines, notice: Callable[..., UUID]) -> None:
    notice("Socialförvaltningen")
    when = "om ändringen måndag 1 mars."
    assert said(lines(TODAY, server_change["change"])) == [
        ("ska_forvarnas", f"Socialförvaltningen är inte förvarnad {when}")
    ]
    notice("Bildningsförvaltningen", informed_on="2026-11-01")
    notice("Dals-Eds kommun")
    assert said(lines(TODAY, server_change["change"])) == [
        ("ska_forvarnas", f"Dals-Eds kommun och Socialförvaltningen är inte förvarnade {when}")
    ]


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (TODAY, ""),
        (date(2027, 1, 1), "Svar skulle ha kommit senast torsdag 31 december 2026."),
        (date(2027, 1, 3), "Svar skulle ha kommit senast torsdag 31 december 2026."),
    ],
)
def test_those_who_have_not_answered_in_time_are_told_of_until_they_have(
    workspace: Workspace, server_change: Ids, lines: Lines, notice: Callable[..., UUID], day: date, reason: str
) -> None:
    social = notice("Socialförvaltningen", informed_on="2026-11-01")
    notice("Bildningsförvaltningen", informed_on="2026-11-01", answer="utan_invandning", answered_on="2026-11-09")
    found = lines(day, server_change["change"])
    assert [line.kind for line in found] == (["svar_pa_forvarning"] if reason else [])
    if reason:
        assert found[0].reason.startswith("Socialförvaltningen har inte svarat om ändringen måndag 1 mars.")
        assert found[0].reason.endswith(reason.replace(" 2026", "")) or found[0].reason.endswith(reason)
        assert found[0].band is Band.FORSENAT
    answered = {"answer": "utan_invandning", "answered_on": "2026-11-20"}
    workspace.records.save("platform_notices", social, answered)
    assert lines(day, server_change["change"]) == []


def test_who_objects_is_told_of_until_there_is_another_answer(
    workspace: Workspace, server_change: Ids, lines: Lines, notice: Callable[..., UUID]
) -> None:
    answered = {"informed_on": "2026-11-01", "answered_on": "2026-11-09"}
    school = notice("Bildningsförvaltningen", answer="behover_tid", **answered)
    social = notice("Socialförvaltningen", answer="invandning", **{**answered, "answered_on": "2026-11-12"})
    notice("Dals-Eds kommun", answer="utan_invandning", **answered)
    (line,) = lines(TODAY, server_change["change"])
    assert (line.kind, line.day, line.occasion) == ("invandning_mot_andring", None, "2026-11-12")
    assert line.band is Band.INOM_30_DAGAR
    assert line.reason == (
        "Socialförvaltningen har invändningar, och Bildningsförvaltningen behöver mer tid. "
        "Det gäller ändringen måndag 1 mars. Förvarna om en ny dag, eller notera ett nytt svar."
    )
    workspace.records.save("platform_notices", social, {"answer": "utan_invandning"})
    (line,) = lines(TODAY, server_change["change"])
    assert line.reason.startswith("Bildningsförvaltningen behöver mer tid. Det gäller")
    workspace.records.save("platform_notices", school, {"answer": "utan_invandning"})
    assert lines(TODAY, server_change["change"]) == []


def test_an_objection_is_seen_to_when_a_new_day_is_announced_or_it_is_noted_as_handled(
    workspace: Workspace, server_change: Ids, lines: Lines, notice: Callable[..., UUID]
) -> None:
    objection = {"informed_on": "2026-11-01", "answer": "invandning", "answered_on": "2026-11-09"}
    social = notice("Socialförvaltningen", **objection)
    change = server_change["change"]
    workspace.records.save("platform_changes", change, {"announced_on": "2026-11-15"})
    assert lines(TODAY, change) == []
    workspace.records.save("platform_notices", social, {"answered_on": "2026-11-16"})
    (line,) = lines(TODAY, change)
    about = {"kind": line.kind, "register": line.register, "record": str(change), "occasion": line.occasion}
    workspace.records.add("attention_marks", {"verdict": "hanterad", **about})
    reading = workspace.reading()
    assert change not in [each.record_id for each in work_list(reading).lines]
    workspace.records.save("platform_notices", social, {"answered_on": "2026-11-18"})
    assert change in [each.record_id for each in work_list(workspace.reading()).lines]


def test_that_a_change_is_near_tells_of_those_who_are_silent_before_their_time_is_over(
    workspace: Workspace, server_change: Ids, lines: Lines, notice: Callable[..., UUID]
) -> None:
    notice("Socialförvaltningen", informed_on="2026-11-01")
    workspace.records.save("platform_changes", server_change["change"], {"answer_by": "2027-02-15"})
    assert lines(date(2027, 1, 3), server_change["change"]) == []
    notice("Bildningsförvaltningen")
    (line,) = lines(date(2027, 1, 4), server_change["change"], "svar_pa_forvarning")
    assert line.reason.startswith("Socialförvaltningen har inte svarat")
    assert line.reason.endswith("Svar ska komma senast måndag 15 februari.")


def test_one_that_is_announced_to_some_is_to_be_to_all_however_far_off_it_is(
    workspace: Workspace, server_change: Ids, lines: Lines, notice: Callable[..., UUID]
) -> None:
    notice("Socialförvaltningen")
    days = {"announced_on": "2026-11-01", "changes_on": "2028-01-01", "answer_by": "2027-01-01"}
    workspace.records.save("platform_changes", server_change["change"], days)
    assert [line.kind for line in lines(TODAY, server_change["change"])] == ["ska_forvarnas"]


def test_where_some_know_the_others_are_to_be_told_at_once(
    workspace: Workspace, server_change: Ids, lines: Lines, notice: Callable[..., UUID]
) -> None:
    notice("Socialförvaltningen", informed_on="2026-11-01")
    notice("Bildningsförvaltningen")
    workspace.records.save("platform_changes", server_change["change"], {"changes_on": "2028-01-01"})
    (line,) = lines(TODAY, server_change["change"])
    assert line.reason.startswith("Bildningsförvaltningen är inte förvarnad")
    assert line.day == date(2027, 7, 1)


@pytest.mark.parametrize("status", ["klar", "avbruten"])
def test_a_change_that_is_over_is_not_told_of(
    workspace: Workspace, server_change: Ids, lines: Lines, status: str
) -> None:
    values = {"status": status, "answer_by": None}
    workspace.records.save("platform_changes", server_change["change"], values)
    assert lines(TODAY, server_change["change"]) == []


def test_the_rules_have_words_for_many() -> None:
    for kind in ("ska_forvarnas", "svar_pa_forvarning", "invandning_mot_andring"):
        assert words_of_kind("platform_changes", kind)
