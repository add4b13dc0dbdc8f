"""What the starter list offers where a system or its product is named, and what follows from a known product."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from itadmin.domain.registers.systems import System
from itadmin.services.starter import Tick
from itadmin.services.starter_list import starter_list
from itadmin.services.starter_names import offers, products_named, values_named
from itadmin.services.starter_step import single_step
from itadmin.ui.completing_line import Offer, Offers
from itadmin.ui.register.special import Beside, Consequence, NewNames
from itadmin.ui.session import Session

_MOST = 12


def system_names(session: Session) -> NewNames:
    """What the starter list offers, and how a system is made of it."""

    def offered(words: str) -> list[Offer]:
        return [_offer(tick) for tick in offers(starter_list(), words, _MOST)]

    def make(tick: Tick) -> UUID:
        workspace = session.workspace
        system, changes = single_step(session.reading(), starter_list(), tick, workspace.records)
        workspace.records.apply(changes)
        session.guide.say(f"{changes.title} med förslag ur startlistan. Ändra fritt.", undoable=True)
        return system

    return NewNames(offered, make)


def product_words(_session: Session, _beside: Beside) -> Offers:
    """The products of the starter list, each once."""
    return lambda words: [
        Offer(product.name, product.name, product.supplier) for product in products_named(starter_list(), words, _MOST)
    ]


def _filled_in(system: System, product: str) -> Mapping[str, Any]:
    """What a known product tells of a system, for what has not been said already."""
    told = values_named(starter_list(), product)
    return {name: value for name, value in told.items() if name != "product" and not getattr(system, name)}


PRODUCT_FOLLOWS = Consequence(_filled_in, "Tomma fält är ifyllda med förslag ur startlistan. Ändra fritt.")


def _offer(tick: Tick) -> Offer:
    if tick.text:
        return Offer(tick.text, tick, tick.kind.name)
    return Offer(tick.kind.name, tick, tick.kind.area.name)
