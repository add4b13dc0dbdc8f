"""Acts on agreements of a file: what is offered, written as one step, and taken back whole."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.problems import KnownError, NotFoundError, ReadOnlyError
from itadmin.domain.record import to_plain
from itadmin.domain.values import LISTS
from itadmin.services.acting import Asked, Case, Deed, Edit, Plan, case_of, plan_of, possible, step_of, usual
from itadmin.services.attention import work_list
from itadmin.services.workspace import Workspace

DAY = date(2026, 11, 22)
FIXED = {"starts_on": "2025-01-01", "first_term_months": 24}
RENEWED = {**FIXED, "renewal_months": 12, "notice_months": 3}
FILE = {"file_name": "avtal.pdf", "title": None, "size": 10, "added_on": "2026-11-22", "digest": "ab"}


def add(workspace: Workspace, **values: Any) -> UUID:
    return workspace.records.add("agreements", {"title": "Supportavtal", "status": "gallande", **values})


def everything(workspace: Workspace) -> dict[UUID, Any]:
    reading = workspace.reading()
    return {
        key: to_plain(read.record)
        for register in ("agreements", "attention_marks")
        for key, read in reading.many(register, reading.keys(register)).items()
    }


@pytest.mark.parametrize(
    ("values", "deeds"),
    [
        (FIXED, [Deed.RENEW, Deed.REPLACE, Deed.REGISTER_SIGNED, Deed.END]),
        (RENEWED, [Deed.LET_RENEW, Deed.GIVE_NOTICE, Deed.REPLACE, Deed.REGISTER_SIGNED, Deed.END]),
        (
            {**FIXED, "options": [{"months": 12}]},
            [Deed.TAKE_OPTION, Deed.DECLINE_OPTION, Deed.REPLACE, Deed.REGISTER_SIGNED, Deed.END],
        ),
        (
            {"open_ended": True, "starts_on": "2020-01-01", "notice_months": 3},
            [Deed.GIVE_NOTICE, Deed.REPLACE, Deed.REGISTER_SIGNED, Deed.END],
        ),
        ({**FIXED, "status": "utkast"}, [Deed.REGISTER_SIGNED, Deed.END]),
        ({**FIXED, "status": "ersatt"}, [Deed.REGISTER_SIGNED]),
        ({}, [Deed.REPLACE, Deed.REGISTER_SIGNED, Deed.END]),
    ],
)
def test_what_is_offered(workspace: Workspace, values: dict[str, Any], deeds: list[Deed]) -> None:
    assert list(possible(case_of(workspace.reading(), add(workspace, **values)))) == deeds


@pytest.mark.parametrize("values", [FIXED, RENEWED, {**FIXED, "options": [{"months": 12}]}])
def test_every_act_is_one_step_that_undo_takes_back_whole(workspace: Workspace, values: dict[str, Any]) -> None:
    agreement = add(workspace, **values)
    case = case_of(workspace.reading(), agreement)
    for deed in possible(case):
        before = everything(workspace)
        plan = plan_of(case, deed, Asked(DAY, file=FILE))
        workspace.records.apply(step_of(workspace.records, plan))
        assert everything(workspace) != before
        assert workspace.undo.state().undo == plan.title
        workspace.undo.undo()
        assert everything(workspace) == before


def test_a_new_agreement_replaces_the_old_when_it_is_signed(workspace: Workspace) -> None:
    old = add(workspace, **{**FIXED, "starts_on": "2024-11-01"})
    plan = plan_of(case_of(workspace.reading(), old), Deed.REPLACE, Asked(DAY, number="A-2026-007"))
    workspace.records.apply(step_of(workspace.records, plan))
    (new,) = (read.record for read in workspace.reading().referring("agreements", "replaces", old))
    assert case_of(workspace.reading(), old).replaced_by == new
    case = case_of(workspace.reading(), new.id)
    assert case.replaced is not None
    assert case.replaced.id == old
    workspace.records.save("agreements", new.id, {"starts_on": "2026-11-01"})
    plan = plan_of(case_of(workspace.reading(), new.id), Deed.REGISTER_SIGNED, Asked(DAY, file=FILE))
    workspace.records.apply(step_of(workspace.records, plan))
    found = everything(workspace)
    assert (found[old]["status"], found[new.id]["status"]) == ("ersatt", "gallande")
    assert case_of(workspace.reading(), new.id).replaced is None


def test_a_renewal_that_may_come_leaves_the_work_list(workspace: Workspace) -> None:
    agreement = add(workspace, starts_on="2025-04-01", first_term_months=24, renewal_months=12, notice_months=3)

    def kinds() -> list[str]:
        return [line.kind for line in work_list(workspace.reading()).lines if line.record_id == agreement]

    assert "sista_uppsagningsdag" in kinds()
    plan = plan_of(case_of(workspace.reading(), agreement), Deed.LET_RENEW, Asked(DAY))
    workspace.records.apply(step_of(workspace.records, plan))
    assert "sista_uppsagningsdag" not in kinds()


def test_what_belongs_to_it_is_known(workspace: Workspace) -> None:
    main = add(workspace, **RENEWED)
    below = add(workspace, title="Tilläggsavtal", main_agreement=str(main))
    add(workspace, title="Gammalt tillägg", main_agreement=str(main), status="upphort")
    assert [agreement.id for agreement in case_of(workspace.reading(), main).below] == [below]


def test_what_is_over_or_in_the_bin_is_not_tied_to_it(workspace: Workspace) -> None:
    for state in ({"status": "upphort"}, {"deleted": True}):
        old = add(workspace, **FIXED)
        new = add(workspace, title="Nytt avtal", replaces=str(old), **FIXED)
        assert case_of(workspace.reading(), new).replaced is not None
        if "deleted" in state:
            workspace.records.delete("agreements", [old])
        else:
            workspace.records.save("agreements", old, state)
        assert case_of(workspace.reading(), new).replaced is None


def test_a_step_that_the_rules_refuse_is_none(workspace: Workspace) -> None:
    agreement = add(workspace, **FIXED)
    plan = Plan("Prov", (Edit("agreements", agreement, {"first_term_ends_on": "2020-01-01"}),), "")
    with pytest.raises(KnownError, match="ligger före startdagen"):
        step_of(workspace.records, plan)


def test_a_day_of_signature_that_is_known_is_kept(workspace: Workspace) -> None:
    case = case_of(workspace.reading(), add(workspace, **FIXED, signed_on="2024-12-01"))
    assert usual(case, Deed.REGISTER_SIGNED) == Asked(date(2024, 12, 1))
    assert usual(case, Deed.GIVE_NOTICE) == Asked(DAY)
    assert possible(case)[Deed.REGISTER_SIGNED].outcome == "Avtalet står som undertecknat 2024-12-01."


def test_months_out_of_bounds_are_refused_before_anything_is_written(workspace: Workspace) -> None:
    case = case_of(workspace.reading(), add(workspace, **FIXED))
    with pytest.raises(KnownError, match="mellan 1 och"):
        plan_of(case, Deed.RENEW, Asked(DAY, months=0))


def test_only_ones_own_that_are_there_are_acted_on(workspace: Workspace) -> None:
    agreement = add(workspace, **FIXED)
    workspace.records.delete("agreements", [agreement])
    with pytest.raises(ReadOnlyError, match="papperskorgen"):
        case_of(workspace.reading(), agreement)
    with pytest.raises(NotFoundError):
        case_of(workspace.reading(), UUID(int=1))


_DAYS = st.none() | st.dates(date(1900, 1, 1)) | st.dates(date(2024, 1, 1), date(2029, 12, 31))
_MONTHS = st.none() | st.integers(0, 36) | st.integers(0, 1200)


@given(
    starts_on=_DAYS,
    first_term_months=_MONTHS,
    first_term_ends_on=_DAYS,
    renewal_months=_MONTHS,
    notice_months=_MONTHS,
    notice_days=_MONTHS,
    open_ended=st.booleans(),
    notice_given_on=_DAYS,
    options=st.lists(st.tuples(st.integers(1, 60), st.sampled_from([None, True, False])), max_size=3),
    status=st.sampled_from(["", *LISTS["avtalsstatus"]]),
    on=st.dates(date(1900, 1, 1)),
    months=st.integers(1, 1200),
)
def test_whatever_stands_in_an_agreement_an_act_is_told_or_refused(
    case: Callable[..., Case], on: date, months: int, **terms: Any
) -> None:
    whole = case(**terms)
    for deed in Deed:
        told = _told(whole, deed, Asked(on, months))
        assert all(sentence.endswith(".") and "None" not in sentence for sentence in told)
    assert all(plan.outcome for plan in possible(whole).values())


def _told(case: Case, deed: Deed, asked: Asked) -> tuple[str, ...]:
    """What an act leads to with its remarks, or why it is refused."""
    try:
        plan = plan_of(case, deed, asked)
    except KnownError as refused:
        return (refused.sentence,)
    return (plan.outcome, *plan.remarks)
