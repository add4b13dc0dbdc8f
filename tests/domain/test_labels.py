"""What a record is called."""

from typing import Any

import pytest

from itadmin.domain.labels import label_from_plain
from itadmin.domain.registers import REGISTERS


@pytest.mark.parametrize(
    ("register", "plain", "label"),
    [
        ("systems", {"name": "Lifecare"}, "Lifecare"),
        ("systems", {"name": None}, "System utan namn"),
        ("systems", {}, "System utan namn"),
        ("agreements", {"title": ""}, "Avtal utan namn"),
        ("roles", {"function": "Socialchef", "kind": "systemagare"}, "Socialchef"),
        ("roles", {"function": None, "kind": "systemagare"}, "Systemägare"),
        ("roles", {"function": None, "kind": "1460.egen"}, "1460.egen"),
        ("platform_notices", {"recipient_function": "Socialchef", "answer": ""}, "Socialchef"),
    ],
)
def test_the_first_title_field_with_a_value_names_it(register: str, plain: dict[str, Any], label: str) -> None:
    assert label_from_plain(REGISTERS[register], plain) == label
