"""All registers of the program, one module each, in the order they are shown.

A new register is a module here and a line below.
"""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.register import Register
from itadmin.domain.registers import agreements, organisations, people, roles, systems

REGISTERS: Mapping[str, Register] = {
    register.name: register
    for register in (
        systems.REGISTER,
        agreements.REGISTER,
        organisations.REGISTER,
        people.REGISTER,
        roles.REGISTER,
    )
}
