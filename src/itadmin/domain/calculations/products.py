"""By what systems are the same product without anybody having said so, also when several kommuner keep each its own.

Suppliers are told by their organisation number, since every kommun has its own record of them and its own spelling; one
without a number is whoever of that name has one. A kind in the starter list is not a product – Lifecare and Treserva
are of one kind – but a product's name within a kind says enough. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from itadmin.domain.calculations.similarity import squeezed


class Supplier(NamedTuple):
    """Somebody who supplies systems; `number` is the organisation number, "" where there is none."""

    id: bytes
    number: str
    name: str


def makers(suppliers: Iterable[Supplier]) -> Mapping[bytes, str]:
    """Who each supplier is, by its id: what two have in common exactly when they are the same."""
    known = list(suppliers)
    called = {name: squeezed(name) for name in {supplier.name for supplier in known}}
    numbers: dict[str, set[str]] = defaultdict(set)
    for _id, number, name in known:
        if number:
            numbers[called[name]].add(number)
    return {key: number or _number_of(numbers.get(called[name], ())) or called[name] for key, number, name in known}


def product_keys(kind: str, product: str, maker: str) -> Iterator[Hashable]:
    """What systems that are the same product have in common; `product` is squeezed, all "" where nothing is known."""
    if product and kind:
        yield "slag", kind, product
    if product and maker:
        yield "leverantor", maker, product


def _number_of(numbers: Iterable[str]) -> str:
    """The number, where there is just one."""
    found = list(numbers)
    return found[0] if len(found) == 1 else ""
