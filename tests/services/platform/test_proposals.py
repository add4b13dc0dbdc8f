"""Systems proposed for a change: what names the platform first, what may stand on it after, and nothing else."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.services.platform import proposed_systems
from itadmin.services.workspace import Workspace


@pytest.fixture
def systems(workspace: Workspace) -> dict[str, UUID]:
    techniques: dict[str, dict[str, Any]] = {
        "Alfa": {"operating_system": "Windows Server 2016", "hosting": "egen_drift"},
        "Beta": {"operating_system": "Red Hat Linux 8"},
        "Gamma": {"hosting": "egen_drift"},
        "Delta": {"hosting": "saas", "client_requirements": "Chrome, Edge"},
        "Epsilon": {"database": "Oracle 12", "hosting": "saas", "cloud_provider": "Azure"},
        "Växeln": {"area": "Telefoni", "hosting": "extern_drift"},
        "Zeta": {"operating_system": "Windows Server 2022"},
        "Borta": {"operating_system": "Windows Server 2012", "lifecycle": "avvecklad"},
    }
    return {
        name: workspace.records.add("systems", {"name": name, "lifecycle": "i_drift", **values})
        for name, values in techniques.items()
    }


@pytest.mark.parametrize(
    ("kind", "words", "likely", "others"),
    [
        ("server", "Byte till Windows Server 2025", ["Alfa", "Zeta"], ["Beta", "Gamma"]),
        ("server", "", [], ["Alfa", "Beta", "Gamma", "Zeta"]),
        ("klient", "Chrome byts mot Edge", ["Delta"], []),
        ("databas", "Uppgradering till Oracle 19", ["Epsilon"], []),
        ("databas", "Byte till nyare version", [], ["Epsilon"]),
        ("molnplattform", "Azure flyttas", ["Epsilon"], ["Delta"]),
        ("telefoni", "Ny växel", [], ["Växeln"]),
        ("identitet", "Ny inloggning", [], []),
        ("annat", "Linux upphör", ["Beta"], []),
        ("", "2016 och 12", [], []),
    ],
)
def test_what_may_stand_on_the_platform_is_proposed(
    workspace: Workspace, systems: dict[str, UUID], kind: str, words: str, likely: list[str], others: list[str]
) -> None:
    del systems
    found = proposed_systems(workspace.reading(), kind, words)
    assert [(item.name, item.is_likely) for item in found] == [
        *((name, True) for name in likely),
        *((name, False) for name in others),
    ]


def test_why_is_told_and_what_is_chosen_is_left_out(workspace: Workspace, systems: dict[str, UUID]) -> None:
    found = proposed_systems(workspace.reading(), "server", "Windows", [systems["Beta"]])
    assert [(item.name, item.reason) for item in found] == [
        ("Alfa", "Operativsystem: Windows Server 2016"),
        ("Zeta", "Operativsystem: Windows Server 2022"),
        ("Gamma", "Egen drift"),
    ]
