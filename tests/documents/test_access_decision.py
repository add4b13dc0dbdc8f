"""The paper of a right: what it says, what it cannot be without, and that nothing of it ever leaves the file."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.making import make
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace

RIGHTS = [{"name": "Handläggare", "description": "Registrerar och ändrar", "privileged": True}]


@pytest.fixture
def decided(workspace: Workspace) -> Callable[..., UUID]:
    """A decision that lacks nothing, save what the keywords change."""
    add = workspace.records.add
    unit = add("organisations", {"name": "Socialförvaltningen", "kind": "forvaltning"})
    anna = add("people", {"name": "Anna Ek", "title": "Biståndshandläggare", "organisation": str(unit)})
    bo = add("people", {"name": "Bo Åberg", "title": "Socialchef"})
    personal = {"personal_data": True, "sensitive_personal_data": True}
    system = add("systems", {"name": "Lifecare", "access_rights": RIGHTS, **personal})

    def make_one(**values: Any) -> UUID:
        whole: dict[str, Any] = {
            "access_right": "Handläggare",
            "system": str(system),
            "person": str(anna),
            "starts_on": "2026-12-01",
            "reason": "Ny handläggare i äldreomsorgen.",
            "decided_by": str(bo),
            "registry_number": "SN 2026/14",
        }
        return add("access_decisions", {**whole, **values})

    return make_one


def test_the_paper_as_text(workspace: Workspace, decided: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare("access_decision", workspace.reading(), decided(), draft=False)
    assert made.missing == ()
    assert made.file_name == "Behorighetsbeslut_Lifecare_Handlaggare_2026-11-22.pdf"
    matches_expected("access_decision.txt", text_of(made.paper))


def test_everybody_in_a_function_can_have_it_and_a_withdrawal_stands_first(
    workspace: Workspace, decided: Any, text_of: Any
) -> None:
    record = decided(
        person=None, function="sjuksköterska", withdrawn_on="2026-11-01", withdrawn_reason="Nya uppgifter.",
        decided_by=None, decided_by_function="Socialchef", ends_on="2027-12-31",
    )  # fmt: skip
    text = text_of(prepare("access_decision", workspace.reading(), record, draft=False).paper)
    assert "Alla med funktionen sjuksköterska" in text
    assert text.index("Återkallad 2026-11-01.") < text.index("Behörigheten")
    assert "2027-12-31" in text


@pytest.mark.parametrize(
    ("values", "label", "field"),
    [
        ({"person": None}, "Vem som får behörigheten", "person"),
        ({"decided_by": None}, "Vem som beslutar", "decided_by"),
        ({"system": None}, "System", "system"),
        ({"starts_on": None}, "Från och med", "starts_on"),
        ({"reason": None}, "Skäl", "reason"),
    ],
)
def test_what_it_cannot_be_without(
    workspace: Workspace, decided: Any, values: dict[str, Any], label: str, field: str
) -> None:
    record = decided(**values)
    (missing,) = prepare("access_decision", workspace.reading(), record, draft=False).missing
    assert (missing.label, missing.register, missing.record_id, missing.field) == (
        label, "access_decisions", record, field,
    )  # fmt: skip
    with pytest.raises(IncompleteError, match=label):
        make("access_decision", workspace.reading(), record, draft=False)


def test_it_is_one_page(workspace: Workspace, decided: Any) -> None:
    pdf = make("access_decision", workspace.reading(), decided(), draft=False)
    content = pdf if isinstance(pdf, bytes) else pdf.content
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") <= 1


def test_without_a_decision_there_is_no_paper(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="Välj vilket behörighetsbeslut"):
        prepare("access_decision", workspace.reading(), None, draft=True)


def test_no_field_of_the_register_leaves_the_file() -> None:
    exposures = {field.exposure for field in REGISTERS["access_decisions"].fields.values()}
    assert {(exposure.share, exposure.personal, exposure.open) for exposure in exposures} == {("lokal", True, False)}
