"""The instruktion of a PUB-avtal is proposed from its systems, and only where nothing is written."""

from collections.abc import Callable
from typing import Any

import pytest

from itadmin.domain.registers.agreements import Agreement
from itadmin.services.privacy_instruction import instruction_from_systems
from itadmin.services.workspace import Workspace

SAYS: dict[str, Any] = {
    "name": "Lifecare",
    "processing_purpose": "Utföra insatser.",
    "data_subjects": "Brukare",
    "data_categories": "Hälsa",
    "data_country": "Sverige",
    "third_country": False,
    "sensitive_personal_data": True,
    "security_measures": "Kryptering.",
    "retention": "Fem år",
    "sub_processors": "Molnlagret AB, Driftbolaget AB",
}
PROPOSED = {
    "processing_purpose": "Utföra insatser.",
    "data_subjects": "Brukare",
    "data_categories": "Hälsa",
    "data_location": "Sverige",
    "third_country": False,
    "sensitive_personal_data": True,
    "security_measures": "Kryptering.",
    "data_return": "Fem år",
    "subprocessors": [{"name": "Molnlagret AB"}, {"name": "Driftbolaget AB"}],
}
Propose = Callable[..., dict[str, Any]]


@pytest.fixture
def propose(workspace: Workspace) -> Propose:
    def proposing(*systems: dict[str, Any], **values: Any) -> dict[str, Any]:
        ids = [str(workspace.records.add("systems", system)) for system in systems]
        plain = {"title": "PUB-avtal", "kind": "pub_avtal", "systems": ids, **values}
        record_id = workspace.records.add("agreements", plain)
        reading = workspace.reading()
        agreement = reading.one("agreements", record_id).record
        assert isinstance(agreement, Agreement)
        proposed = instruction_from_systems(reading, agreement)
        workspace.records.save("agreements", record_id, proposed)
        return proposed

    return proposing


def test_all_that_the_system_says_is_proposed(propose: Propose) -> None:
    assert propose(SAYS) == PROPOSED


def test_nothing_that_is_written_is_proposed_again(propose: Propose) -> None:
    written = {"data_subjects": "Anhöriga", "third_country": True, "subprocessors": [{"name": "X"}]}
    assert propose(SAYS, **written) == {name: value for name, value in PROPOSED.items() if name not in written}
    assert propose(SAYS, **PROPOSED) == {}


def test_systems_that_say_different_things_are_told_apart(propose: Propose) -> None:
    other = {**SAYS, "name": "Treserva", "data_subjects": "Elever", "processing_purpose": "Skola.", "retention": None}
    found = propose(SAYS, other)
    assert found["data_subjects"] == "Lifecare: Brukare; Treserva: Elever"
    assert found["processing_purpose"] == "Lifecare: Utföra insatser.\nTreserva: Skola."
    assert found["data_return"] == "Fem år"
    assert found["subprocessors"] == PROPOSED["subprocessors"]


@pytest.mark.parametrize(
    ("answers", "told"),
    [((True, False), True), ((False, False), False), ((False, None), None), ((None, None), None), ((None, True), True)],
)
def test_an_answer_is_no_only_when_all_say_no(
    propose: Propose, answers: tuple[bool | None, bool | None], told: bool | None
) -> None:
    one, other = ({"name": f"System {number}", "third_country": answer} for number, answer in enumerate(answers))
    assert propose(one, other).get("third_country") is told


def test_what_is_too_long_to_keep_is_not_proposed(propose: Propose) -> None:
    one, other = ({"name": letter, "data_subjects": letter * 600} for letter in "ab")
    assert propose(one, other) == {}


@pytest.mark.parametrize("kind", ["driftavtal", "licensavtal", None])
def test_other_agreements_have_no_instruction(propose: Propose, kind: str | None) -> None:
    assert propose(SAYS, kind=kind) == {}


def test_an_agreement_without_systems_gets_nothing(propose: Propose) -> None:
    assert propose() == {}
