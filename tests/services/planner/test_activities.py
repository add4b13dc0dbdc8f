"""Activities of the year: shipped ones, own ones instead of them, and when they happen."""

from datetime import date

from itadmin.domain.calendar import Interval
from itadmin.domain.values import LISTS
from itadmin.services.planner.activities import REGISTER, activities, happening, make_own, shipped
from itadmin.services.workspace import Workspace

YEAR = Interval(date(2027, 1, 1), date(2027, 12, 31))


def test_what_is_shipped_is_a_whole_year_in_order() -> None:
    keys = [activity.key for activity in shipped()]
    months = [activity.first.starts_on.month for activity in shipped() if activity.first.starts_on]
    assert len(set(keys)) == len(keys) >= 12
    assert months == sorted(months)
    assert {activity.kind for activity in shipped()} <= set(LISTS["aktivitetsslag"])
    assert all(activity.name and activity.responsible and activity.repeats == "ar" for activity in shipped())


def test_each_happens_once_in_any_year(workspace: Workspace) -> None:
    found = happening(workspace.reading(), YEAR)
    assert sorted(activity.key for _time, activity in found) == sorted(activity.key for activity in shipped())
    review = next(time for time, activity in found if activity.key == "avtalsgenomgang")
    assert (review.starts_on, review.ends_on) == (date(2027, 4, 1), date(2027, 4, 30))


def test_a_record_goes_before_what_is_shipped_under_its_key(workspace: Workspace) -> None:
    workspace.records.add(
        REGISTER,
        {"name": "Avtalsdagar", "starts_on": "2027-05-03", "repeats": "aldrig", "shipped_key": "avtalsgenomgang"},
    )
    named = {activity.name for _time, activity in happening(workspace.reading(), YEAR)}
    assert "Avtalsdagar" in named
    assert "Genomgång av avtal som löper ut inom 18 månader" not in named


def test_a_record_can_hide_what_is_shipped(workspace: Workspace) -> None:
    workspace.records.add(REGISTER, {"name": "Nej", "shipped_key": "it_rad", "hidden": True})
    assert {activity.key for activity in shipped()} - {item.key for item in activities(workspace.reading())} == {
        "it_rad"
    }


def test_what_is_shipped_becomes_own_records_in_one_step(workspace: Workspace) -> None:
    before = happening(workspace.reading(), YEAR)
    step = make_own(workspace.reading(), workspace.records)
    assert step is not None
    workspace.records.apply(step)
    after = happening(workspace.reading(), YEAR)
    assert [(time, item.name, item.kind) for time, item in after] == [
        (time, item.name, item.kind) for time, item in before
    ]
    assert all(item.record_id for _time, item in after)
    assert make_own(workspace.reading(), workspace.records) is None
    workspace.undo.undo()
    assert workspace.reading().count(REGISTER) == 0
