"""The decisions on a styrande dokument: who has adopted it, and what is yet to be noted."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.domain.calculations.adoption import Adoption
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.services.steering import adoption_of, adoption_sentence, is_proposal, proposed_decisions
from itadmin.services.workspace import Workspace

OWN, OTHER = municipality_id("1460"), municipality_id("1438")
NAMES = {UUID(int=number): name for number, name in enumerate("ABCDE", start=1)}


@pytest.fixture
def policy(workspace: Workspace) -> Callable[..., UUID]:
    def add(*municipalities: UUID) -> UUID:
        places = [str(key) for key in municipalities]
        values = {"title": "IT-policy", "kind": "policy", "template": "it_policy", "municipalities": places}
        return workspace.records.add("steering_documents", values)

    return add


def decide(workspace: Workspace, document: UUID, municipality: UUID, body: str, status: str = "faststalld") -> None:
    values = {"document": str(document), "municipality": str(municipality), "body": body, "status": status}
    workspace.records.add("steering_decisions", values)


def adopted(workspace: Workspace, document: UUID) -> Adoption:
    record = workspace.reading().one("steering_documents", document).record
    assert isinstance(record, SteeringDocument)
    return adoption_of(workspace.reading(), record)


def test_each_kommun_counts_when_all_its_decisions_are_made(workspace: Workspace, policy: Callable[..., UUID]) -> None:
    document = policy(OWN, OTHER)
    decide(workspace, document, OWN, "KF")
    decide(workspace, document, OWN, "KS", "vantar")
    decide(workspace, document, OTHER, "KF")
    found = adopted(workspace, document)
    assert (found.adopted, found.waiting) == ((OTHER,), (OWN,))


def test_without_kommuner_one_s_own_is_asked(workspace: Workspace, policy: Callable[..., UUID]) -> None:
    document = policy()
    assert adopted(workspace, document).waiting == (OWN,)
    decide(workspace, document, OWN, "KF")
    assert adopted(workspace, document).adopted == (OWN,)


def proposed(workspace: Workspace, document: UUID) -> bool:
    record = workspace.reading().one("steering_documents", document).record
    assert isinstance(record, SteeringDocument)
    return is_proposal(workspace.reading(), record)


def test_it_is_a_proposal_until_all_that_is_to_be_decided_here_is(
    workspace: Workspace, policy: Callable[..., UUID]
) -> None:
    document = policy(OWN, OTHER)
    decide(workspace, document, OTHER, "KF")
    assert proposed(workspace, document)
    decide(workspace, document, OWN, "KF")
    assert not proposed(workspace, document)
    decide(workspace, document, OWN, "KS", "vantar")
    assert proposed(workspace, document)


def test_where_the_register_is_kept_by_others_the_first_to_decide_is_enough(
    workspace: Workspace, policy: Callable[..., UUID]
) -> None:
    theirs = municipality_id("1439")
    document = workspace.records.add("steering_documents", {"title": "Policy", "municipalities": [str(theirs)]})
    assert proposed(workspace, document)
    decide(workspace, document, theirs, "KF")
    assert not proposed(workspace, document)


@pytest.mark.parametrize(
    ("status", "proposal"),
    [(None, True), ("utkast", True), ("remiss", True), ("faststalld", False), ("inaktuell", False), ("ersatt", False)],
)
def test_what_is_noted_as_decided_is_no_proposal(
    workspace: Workspace, policy: Callable[..., UUID], status: str | None, proposal: bool
) -> None:
    document = policy()
    workspace.records.save("steering_documents", document, {"status": status})
    assert proposed(workspace, document) is proposal


@pytest.mark.parametrize(
    ("adopted", "waiting", "sentence"),
    [
        ([1, 2], [], "Fastställt i 2 av 2."),
        ([1], [2], "Fastställt i 1 av 2 – väntar på B."),
        ([], [1, 2], "Fastställt i 0 av 2 – väntar på A och B."),
        ([], [1, 2, 3, 4], "Fastställt i 0 av 4 – väntar på A, B, C och D."),
        ([], [1, 2, 3, 4, 5], "Fastställt i 0 av 5 – väntar på A, B, C och 2 till."),
        ([], [9], "Fastställt i 0 av 1 – väntar på okänd kommun."),
    ],
)
def test_it_is_told_whom_it_waits_for(adopted: list[int], waiting: list[int], sentence: str) -> None:
    found = Adoption(tuple(UUID(int=key) for key in adopted), tuple(UUID(int=key) for key in waiting))
    assert adoption_sentence(found, NAMES) == sentence


def test_usual_decisions_that_are_not_noted_are_proposed(workspace: Workspace, policy: Callable[..., UUID]) -> None:
    document = policy(OWN, OTHER)
    decide(workspace, document, OWN, "KF", "avslagen")
    reading = workspace.reading()
    proposed = proposed_decisions(reading, reading.one("steering_documents", document))
    assert [(each["municipality"], each["body"], each["part"]) for each in proposed] == [
        (str(OWN), "KS", "Strategierna"),
        (str(OTHER), "KF", "Policyn"),
        (str(OTHER), "KS", "Strategierna"),
    ]
    for values in proposed:
        workspace.records.add("steering_decisions", values)
    reading = workspace.reading()
    assert proposed_decisions(reading, reading.one("steering_documents", document)) == ()


def test_nothing_is_proposed_where_a_kommun_has_its_own_way(workspace: Workspace, policy: Callable[..., UUID]) -> None:
    document = policy(OWN, OTHER)
    decide(workspace, document, OWN, "KLG")
    reading = workspace.reading()
    proposed = proposed_decisions(reading, reading.one("steering_documents", document))
    assert {each["municipality"] for each in proposed} == {str(OTHER)}


@pytest.mark.parametrize(("status", "number"), [("faststalld", 2), ("inaktuell", 0), ("ersatt", 0)])
def test_nothing_is_proposed_of_what_is_out_of_use(
    workspace: Workspace, policy: Callable[..., UUID], status: str, number: int
) -> None:
    document = policy(OWN)
    workspace.records.save("steering_documents", document, {"status": status})
    reading = workspace.reading()
    assert len(proposed_decisions(reading, reading.one("steering_documents", document))) == number


def test_who_decided_on_the_version_before_is_proposed_again(workspace: Workspace, policy: Callable[..., UUID]) -> None:
    first = policy(OWN, OTHER)
    decide(workspace, first, OWN, "KLG")
    second = policy(OWN, OTHER)
    workspace.records.save("steering_documents", second, {"replaces": str(first)})
    reading = workspace.reading()
    proposed = proposed_decisions(reading, reading.one("steering_documents", second))
    assert [(each["municipality"], each["body"]) for each in proposed] == [
        (str(OWN), "KLG"),
        (str(OTHER), "KF"),
        (str(OTHER), "KS"),
    ]
    workspace.records.save("steering_documents", first, {"template": None})
    reading = workspace.reading()
    proposed = proposed_decisions(reading, reading.one("steering_documents", second))
    assert [each["body"] for each in proposed] == ["KF", "KS", "KF", "KS"]
