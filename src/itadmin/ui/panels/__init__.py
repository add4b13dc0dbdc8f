"""What is special of single registers on the screen, written by hand and named here by register."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.ui.panels import agreements, systems
from itadmin.ui.register.special import PLAIN, Special

SPECIALS: Mapping[str, Special] = {
    "systems": systems.SPECIAL,
    "agreements": agreements.SPECIAL,
    "organisations": Special(tells=("kind", "parent")),
    "people": Special(tells=("title", "organisation", "email", "phone")),
    "roles": Special(tells=("system", "starts_on")),
}


def special_of(register: str) -> Special:
    """What is special of a register's page; most have little."""
    return SPECIALS.get(register, PLAIN)
