"""Who answers for what, where several may be asked: the nearest one that is named."""

from __future__ import annotations

from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_agreements import AgreementTime
from itadmin.storage.queries.attention_people import Holders, Responsible

NOBODY = Responsible()
OF_SYSTEMS = ("systemansvarig", "systemagare")
OF_RIGHTS = ("systemagare", "systemansvarig")
"""Roles in the order they are asked: rights are the systemägare's to decide."""


def answers_for_system(holders: Holders, system: Key, roles: tuple[str, ...] = OF_SYSTEMS) -> Responsible:
    """The first of the roles of a system that somebody holds."""
    held = holders.get(system)
    if held:
        for role in roles:
            if role in held:
                return held[role]
    return NOBODY


def answers_for_agreement(holders: Holders, agreement: AgreementTime) -> Responsible:
    """Who manages an agreement, else who answers for the first system it is about."""
    if agreement.manager is not None:
        return agreement.manager
    return answers_for_system(holders, agreement.systems[0][0]) if agreement.systems else NOBODY
