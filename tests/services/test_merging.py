"""One system of two: what differs, what goes along, what is left, and all of it as one step."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.systems import System
from itadmin.services.digest import digest
from itadmin.services.merging import differing, merge, proposed
from itadmin.services.workspace import Workspace
from itadmin.storage.tables import TABLES

TODAY = "2026-11-22"


class Two:
    """A system that is kept and one that goes into it."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.keeper = self.add("systems", name="Lifecare", product="Lifecare", lifecycle="i_drift", user_count=100)
        self.other = self.add("systems", name="Procapita", short_name="PC", aliases="ProC, lifecare", user_count=80)

    def add(self, register: str, **values: Any) -> UUID:
        plain = {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
        return self.workspace.records.add(register, plain)

    def merge(self, *taken: str) -> None:
        reading = self.workspace.reading()
        changes = merge(self.workspace.records, reading, self.keeper, self.other, taken)
        self.workspace.records.apply(changes)

    def kept(self) -> System:
        record = self.workspace.reading().one("systems", self.keeper).record
        assert isinstance(record, System)
        return record

    def of_keeper(self, register: str, field: str = "system") -> list[UUID]:
        return [read.record.id for read in self.workspace.reading().referring(register, field, self.keeper)]

    def of_other(self, register: str, field: str) -> list[UUID]:
        reads = self.workspace.reading().referring(register, field, self.other, everybody=True)
        return [read.record.id for read in reads]

    def value(self, register: str, record_id: UUID, name: str) -> Any:
        return getattr(self.workspace.reading().one(register, record_id).record, name)

    def is_binned(self, register: str, record_id: UUID) -> bool:
        return self.workspace.reading().one(register, record_id).record.deleted


@pytest.fixture
def two(workspace: Workspace) -> Two:
    return Two(workspace)


def test_what_differs_is_to_be_chosen_and_the_empty_is_filled_unless_one_says_otherwise(two: Two) -> None:
    two.workspace.records.save("systems", two.other, {"area": "Omsorg", "system_owner": {"function": "Socialchef"}})
    reading = two.workspace.reading()
    keeper, other = reading.one("systems", two.keeper), reading.one("systems", two.other)
    assert set(differing(keeper, other)) == {
        "name", "short_name", "area", "product", "lifecycle", "user_count", "system_owner",
    }  # fmt: skip
    assert proposed(keeper, other) == {"short_name", "area", "system_owner"}
    assert proposed(other, keeper) == {"product", "lifecycle"}
    assert differing(keeper, keeper) == []


def test_the_kept_one_gets_what_is_taken_and_the_other_goes_to_the_bin(two: Two) -> None:
    two.merge("short_name", "user_count")
    kept = two.kept()
    assert (kept.name, kept.short_name, kept.user_count, kept.product) == ("Lifecare", "PC", 80, "Lifecare")
    assert kept.aliases == "Procapita, ProC"
    assert two.is_binned("systems", two.other)
    assert two.workspace.undo.state().undo == "Slog ihop Procapita med Lifecare"


def test_the_name_that_is_not_taken_is_another_name(two: Two) -> None:
    two.merge("name")
    assert (two.kept().name, two.kept().aliases) == ("Procapita", "Lifecare, ProC, PC")


def test_other_names_are_kept_as_far_as_there_is_room(two: Two) -> None:
    two.workspace.records.save("systems", two.keeper, {"aliases": "x" * 280})
    two.workspace.records.save("systems", two.other, {"aliases": "y" * 200 + ", kort"})
    two.merge()
    assert two.kept().aliases == "x" * 280 + ", Procapita, kort"


def test_rows_are_joined(two: Two) -> None:
    both, own, others = ({"name": name} for name in ("Läsa", "Skriva", "Radera"))
    two.workspace.records.save("systems", two.keeper, {"access_rights": [both, own]})
    two.workspace.records.save("systems", two.other, {"access_rights": [both, others]})
    two.merge()
    assert [row.name for row in two.kept().access_rights] == ["Läsa", "Skriva", "Radera"]


def test_what_only_the_other_has_goes_along(two: Two) -> None:
    unit, third = two.add("organisations", name="Skolan"), two.add("systems", name="Tredje")
    moved = {
        "roles": two.add("roles", system=two.other, kind="teknisk_kontakt", function="Drift"),
        "system_uses": two.add("system_uses", system=two.other, organisation=unit),
        "cooperation_levels": two.add("cooperation_levels", system=two.other, municipality=unit, level="1"),
        "access_decisions": two.add("access_decisions", system=two.other, access_right="Läsa"),
    }
    agreement = two.add("agreements", title="Driftavtal", systems=[str(two.other), str(third)])
    shared = two.add("agreements", title="Ramavtal", systems=[str(two.keeper), str(two.other)])
    source = two.add("integrations", name="Ut", source=two.other, target=third)
    target = two.add("integrations", name="In", source=third, target=two.other)
    two.workspace.records.save("systems", third, {"successor": str(two.other)})
    two.merge()
    for register, record_id in moved.items():
        assert two.of_keeper(register) == [record_id], register
    reading = two.workspace.reading()
    assert set(two.of_keeper("agreements", "systems")) == {agreement, shared}
    assert two.value("agreements", agreement, "systems") == (two.keeper, third)
    assert two.value("agreements", shared, "systems") == (two.keeper,)
    assert two.of_keeper("integrations", "source") == [source]
    assert two.of_keeper("integrations", "target") == [target]
    assert two.of_keeper("systems", "successor") == [third]
    assert reading.related("systems", two.other) == {}


def test_what_would_tie_the_system_to_itself_goes_to_the_bin(two: Two) -> None:
    between = two.add("integrations", name="Mellan", source=two.keeper, target=two.other)
    match = two.add("matches", verdict="samma", one=two.other, other=two.keeper)
    two.workspace.records.save("systems", two.keeper, {"successor": str(two.other)})
    two.merge()
    assert two.is_binned("integrations", between)
    assert two.is_binned("matches", match)
    assert two.kept().successor is None


def test_a_successor_that_is_taken_is_not_the_system_itself(two: Two) -> None:
    two.workspace.records.save("systems", two.other, {"successor": str(two.keeper)})
    two.merge("successor")
    assert two.kept().successor is None


def test_what_both_have_is_not_told_twice(two: Two) -> None:
    unit, third = two.add("organisations", name="Skolan"), two.add("systems", name="Tredje")
    kept, gone = (two.add("system_uses", system=key, organisation=unit) for key in (two.keeper, two.other))
    level, lost = (
        two.add("cooperation_levels", system=key, municipality=unit, level="1") for key in (two.keeper, two.other)
    )
    verdict = two.add("matches", verdict="inte_samma", one=two.keeper, other=third)
    again = two.add("matches", verdict="samma", one=third, other=two.other)
    two.merge()
    assert two.of_keeper("system_uses") == [kept]
    assert two.of_keeper("cooperation_levels") == [level]
    assert two.of_keeper("matches", "one") == [verdict]
    assert two.is_binned("system_uses", gone)
    assert two.is_binned("cooperation_levels", lost)
    assert two.is_binned("matches", again)


def test_a_verdict_on_a_third_goes_along(two: Two) -> None:
    third = two.add("systems", name="Tredje")
    verdict = two.add("matches", verdict="inte_samma", one=third, other=two.other)
    two.merge()
    assert two.of_keeper("matches", "other") == [verdict]


def test_what_is_another_organisation_s_is_left_as_it_is(two: Two) -> None:
    received = two.add("integrations", name="Fått", source=two.other)
    main = TABLES["integrations"].main
    with two.workspace.file.writing() as connection:
        connection.execute(update(main).where(main.c.id == received).values(owner=municipality_id("1438")))
    two.merge()
    assert two.of_other("integrations", "source") == [received]


# Roles


def test_a_role_that_both_have_stays_with_whom_the_kept_one_has(two: Two) -> None:
    own, others = (
        two.add("roles", system=key, kind="systemagare", function=name)
        for key, name in ((two.keeper, "Socialchef"), (two.other, "Skolchef"))
    )
    past = two.add("roles", system=two.other, kind="systemagare", function="Förr", ends_on="2020-12-31")
    two.merge()
    assert set(two.of_keeper("roles")) == {own, past}
    assert two.is_binned("roles", others)
    assert two.workspace.reading().one("systems", two.keeper).holders["system_owner"].label == "Socialchef"


def test_a_role_that_is_taken_begins_today_and_the_former_ended_yesterday(two: Two) -> None:
    own = two.add("roles", system=two.keeper, kind="systemagare", function="Socialchef", starts_on="2020-01-01")
    others = two.add("roles", system=two.other, kind="systemagare", function="Skolchef", starts_on="2021-01-01")
    two.merge("system_owner")
    reading = two.workspace.reading()
    assert set(two.of_keeper("roles")) == {own, others}
    assert str(two.value("roles", own, "ends_on")) == "2026-11-21"
    assert str(two.value("roles", others, "starts_on")) == TODAY
    assert reading.one("systems", two.keeper).holders["system_owner"].label == "Skolchef"


def test_a_role_without_rival_goes_along_as_it_is(two: Two) -> None:
    role = two.add("roles", system=two.other, kind="systemagare", function="Skolchef", starts_on="2021-01-01")
    two.merge()
    assert two.of_keeper("roles") == [role]
    assert str(two.value("roles", role, "starts_on")) == "2021-01-01"


def test_nobody_can_be_taken_too(two: Two) -> None:
    two.add("roles", system=two.keeper, kind="systemagare", function="Socialchef", starts_on="2020-01-01")
    two.merge("system_owner")
    assert "system_owner" not in two.workspace.reading().one("systems", two.keeper).holders


# As a step


def test_undo_brings_everything_back(two: Two) -> None:
    unit = two.add("organisations", name="Skolan")
    for key in (two.keeper, two.other):
        two.add("roles", system=key, kind="systemagare", function=str(key))
        two.add("system_uses", system=key, organisation=unit)
    two.add("integrations", name="Mellan", source=two.keeper, target=two.other)
    before = digest(two.workspace.reading())
    two.merge("name", "system_owner", "user_count")
    after = digest(two.workspace.reading())
    assert after != before
    two.workspace.undo.undo()
    assert digest(two.workspace.reading()) == before
    two.workspace.undo.redo()
    assert digest(two.workspace.reading()) == after


def test_values_that_do_not_go_together_are_refused_before_anything_is_written(two: Two) -> None:
    two.workspace.records.save("systems", two.keeper, {"planned_retirement": "2020"})
    two.workspace.records.save("systems", two.other, {"in_operation_since": "2024"})
    with pytest.raises(KnownError, match="Avvecklingen ligger före driftstarten"):
        two.merge("in_operation_since")
    assert not two.is_binned("systems", two.other)


@pytest.mark.parametrize("gone", ["keeper", "other"])
def test_a_system_that_has_gone_to_the_bin_is_no_longer_there_to_merge(two: Two, gone: str) -> None:
    two.workspace.records.delete("systems", [getattr(two, gone)])
    with pytest.raises(KnownError, match="finns inte längre"):
        two.merge()


def test_a_system_is_not_merged_with_itself(two: Two) -> None:
    two.other = two.keeper
    with pytest.raises(KnownError):
        two.merge()
