"""Names offered for a new system: products and kinds of the starter list, each with what usually goes with it."""

from __future__ import annotations

from uuid import UUID

from itadmin.services.starter import Tick
from itadmin.services.starter_list import starter_list
from itadmin.services.starter_names import offers
from itadmin.services.starter_step import single_step
from itadmin.ui.completing_line import Offer
from itadmin.ui.register.special import NewNames
from itadmin.ui.session import Session

_MOST = 12


def system_names(session: Session) -> NewNames:
    """What the starter list offers, and how a system is made of it."""

    def offered(words: str) -> list[Offer]:
        return [_offer(tick) for tick in offers(starter_list(), words, _MOST)]

    def make(tick: Tick) -> UUID:
        workspace = session.workspace
        system, changes = single_step(session.reading(), starter_list(), tick, workspace.around.new_id)
        workspace.records.apply(changes)
        session.guide.say(f"{changes.title} med förslag ur startlistan. Ändra fritt.", undoable=True)
        return system

    return NewNames(offered, make)


def _offer(tick: Tick) -> Offer:
    if tick.text:
        return Offer(tick.text, tick, tick.kind.name)
    return Offer(tick.kind.name, tick, tick.kind.area.name)
