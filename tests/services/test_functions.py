"""The functions that are known already: each once, as it is mostly written, by how often it is used."""

import pytest

from itadmin.domain.fields import Held
from itadmin.domain.registers import REGISTERS
from itadmin.services.functions import KnownFunctions
from itadmin.services.workspace import Workspace


@pytest.fixture
def known(workspace: Workspace) -> KnownFunctions:
    field = REGISTERS["systems"].fields["system_owner"]
    assert isinstance(field, Held)
    functions = ("Ekonomichef", "Socialchef", "Socialchef", "socialchef", "Ägarombud", "Chef för ekonomi")
    for number, function in enumerate(functions):
        workspace.records.add("systems", {"name": f"System {number}", "system_owner": {"function": function}})
    gone = workspace.records.add("systems", {"name": "Borta", "system_owner": {"function": "Ekobonde"}})
    (role,) = workspace.reading().referring("roles", "system", gone)
    workspace.records.delete("roles", [role.record.id])
    anna = workspace.records.add("people", {"name": "Eko Ek"})
    workspace.records.save("systems", gone, {"system_manager": str(anna)})
    return KnownFunctions(workspace.reading(), field)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["Socialchef", "Chef för ekonomi", "Ekonomichef", "Ägarombud"]),
        ("eko", ["Ekonomichef", "Chef för ekonomi"]),
        ("SOCIAL", ["Socialchef"]),
        ("socialchef", ["Socialchef"]),
        ("ägar", ["Ägarombud"]),
        ("chef", ["Chef för ekonomi"]),
        ("nomi", []),
    ],
)
def test_what_begins_with_the_words_is_offered(known: KnownFunctions, words: str, expected: list[str]) -> None:
    assert known.beginning(words) == expected


def test_a_file_without_roles_knows_none(workspace: Workspace) -> None:
    field = REGISTERS["systems"].fields["system_owner"]
    assert isinstance(field, Held)
    assert KnownFunctions(workspace.reading(), field).beginning("") == []
