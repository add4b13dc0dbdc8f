"""Answers that contradict each other are found alike by the file and by the rules, whatever has been said."""

from collections.abc import Callable
from datetime import date
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers import REGISTERS
from itadmin.services.attention import work_list
from itadmin.services.findings import of_record
from itadmin.services.matching import groups
from itadmin.services.workspace import Workspace
from itadmin.storage.queries import findings

KEY = "svar_gar_inte_ihop"
PLACES = st.sampled_from(list(combinations(range(5), 2)))
SAID = st.lists(st.tuples(PLACES, st.sampled_from(["samma", "inte_samma"]), st.booleans()), max_size=8)


@pytest.fixture
def say(workspace: Workspace, received: Callable[..., UUID]) -> Callable[..., UUID]:
    def add(one: UUID, other: UUID, verdict: str = "samma", *, own: bool = True) -> UUID:
        match = workspace.records.add("matches", {"verdict": verdict, "one": str(one), "other": str(other)})
        if not own:
            received("matches", match)
        return match

    return add


def is_wrong(workspace: Workspace, system: UUID) -> bool:
    return any(item.key == KEY for item in of_record(workspace.reading(), "systems", system))


def test_all_systems_that_the_answers_go_through_are_told_of(
    workspace: Workspace, say: Callable[..., UUID], received: Callable[..., UUID]
) -> None:
    one, theirs, other, apart = (workspace.records.add("systems", {"name": name}) for name in "ABCD")
    received("systems", theirs)
    say(one, theirs)
    match = say(theirs, other, own=False)
    say(apart, one, "inte_samma")
    assert not any(is_wrong(workspace, system) for system in (one, other, apart))
    wrong = say(other, one, "inte_samma")
    assert [is_wrong(workspace, system) for system in (one, theirs, other, apart)] == [True, False, True, False]
    lines = [line for line in work_list(workspace.reading()).lines if line.kind == KEY]
    assert [(line.record, line.reason) for line in lines] == [
        ("A", "Svaren om vilka system som är samma går inte ihop."),
        ("C", "Svaren om vilka system som är samma går inte ihop."),
    ]
    workspace.records.delete("matches", [wrong])
    assert not is_wrong(workspace, one)
    workspace.records.restore("matches", [wrong])
    say(theirs, other, "inte_samma")
    assert workspace.reading().one("matches", match).label == "Samma"
    assert not is_wrong(workspace, one)


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        (("inte_samma", True), ("samma", False), False),
        (("samma", True), ("inte_samma", False), True),
        (("inte_samma", False), ("samma", False), True),
        (("samma", False), ("inte_samma", False), False),
    ],
    ids=["our-no", "our-yes", "newest-yes", "newest-no"],
)
def test_one_verdict_counts_on_a_pair(
    workspace: Workspace, say: Callable[..., UUID], first: tuple[str, bool], second: tuple[str, bool], *, wrong: bool
) -> None:
    one, other, third = (workspace.records.add("systems", {"name": name}) for name in "ABC")
    say(one, other)
    say(one, third, "inte_samma")
    for verdict, own in (first, second):
        say(third, other, verdict, own=own)
    assert is_wrong(workspace, one) is wrong
    assert bool(groups(workspace.reading()).contradictions) is wrong


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAID)
def test_the_file_and_the_rules_agree(
    workspace: Workspace, received: Callable[..., UUID], said: list[tuple[tuple[int, int], str, bool]]
) -> None:
    add = workspace.records.addition
    made = [add("systems", {"name": f"System {place}x"}) for place in range(5)]
    ids = [change.record_id for change in made]
    matches = [
        add("matches", {"verdict": verdict, "one": str(ids[one]), "other": str(ids[other])})
        for (one, other), verdict, _own in said
    ]
    workspace.records.apply(ChangeSet("Svar", (*made, *matches)))
    received("matches", *(match.record_id for match, (_pair, _said, own) in zip(matches, said, strict=True) if not own))
    with workspace.file.reading() as connection:
        found = findings.found_in_all(connection, REGISTERS["systems"], date(2026, 11, 22), (KEY,))
    told = {key for key in ids if key.bytes in found}
    contradictions = groups(workspace.reading()).contradictions
    wrong = {UUID(bytes=one) for each in contradictions for pair in (*each.same, each.apart) for one in pair}
    assert wrong & set(ids) <= told
    assert bool(wrong & set(ids)) == bool(told)
