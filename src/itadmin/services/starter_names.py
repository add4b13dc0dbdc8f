"""The starter list where a system is named: what to offer for what has been typed, and what a known name tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from itadmin.domain.text import fold
from itadmin.services.starter import Tick, product_named, suggested_values
from itadmin.services.starter_list import Product, StarterList, SystemKind

_LEVELS = ("confidentiality", "integrity", "availability")


def offers(starter: StarterList, words: str, most: int) -> list[Tick]:
    """What the words may name: products that begin with them, products that have them, then kinds; nothing for none."""
    wanted = fold(words)
    if not wanted:
        return []
    found = list(_products(starter))
    first = [tick for tick in found if fold(tick.text).startswith(wanted)]
    inside = [tick for tick in found if wanted in fold(tick.text) and tick not in first]
    kinds = [Tick(kind) for kind in starter.kinds if wanted in fold(kind.name)]
    return [*first, *inside, *kinds][:most]


def products_named(starter: StarterList, words: str, most: int) -> list[Product]:
    """The products that the words may mean, each once, those that begin with them first; nothing for no words."""
    wanted = fold(words)
    products = {fold(product.name): product for kind in starter.kinds for product in kind.products}
    found = [name for name in products if wanted and wanted in name]
    return [products[name] for name in sorted(found, key=lambda name: (not name.startswith(wanted), name))[:most]]


def values_named(starter: StarterList, name: str) -> dict[str, Any]:
    """The plain values of a system called `name`, where the name means one kind; its product alone where it means more.

    Without the class: what is made in passing is not classified.
    """
    product = product_named(starter, name)
    kinds = list(_meant(starter, fold(name)))
    values: dict[str, Any] = {"product": product.name} if product else {}
    if len(kinds) == 1:
        values |= {key: value for key, value in suggested_values(kinds[0]).items() if key not in _LEVELS}
    return values


def keys_by_name(starter: StarterList) -> Mapping[str, str]:
    """The key of the one kind that a name means, by the folded name: for many names at once."""
    meant: dict[str, set[str]] = defaultdict(set)
    for kind in starter.kinds:
        for name in (kind.name, *(product.name for product in kind.products)):
            meant[fold(name)].add(kind.key)
    return {name: key for name, keys in meant.items() if len(keys) == 1 for key in keys}


def _products(starter: StarterList) -> Iterator[Tick]:
    return (Tick(kind, product.name) for kind in starter.kinds for product in kind.products)


def _meant(starter: StarterList, wanted: str) -> Iterator[SystemKind]:
    for kind in starter.kinds:
        if wanted in {fold(kind.name), *(fold(product.name) for product in kind.products)}:
            yield kind
