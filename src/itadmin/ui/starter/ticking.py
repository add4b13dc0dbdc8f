"""What is ticked in the starter list, before anything is written: names, owners, what the filter lets through.

Plain state without Qt. An area's owner holds for what is ticked in it and has no owner of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.text import clean_line, fold
from itadmin.services.starter import Function, NewPerson, Owner, Present, Registered, Tick, names_of, product_named
from itadmin.services.starter_list import Area, Product, StarterList, SystemKind
from itadmin.ui.register.naming import names_a_person

Line = Area | SystemKind
"""A line of the page: the heading of an area, or a kind of system under it."""

People = Callable[[str, int], list[tuple[UUID, str]]]
"""Gives ids and names of people that have these words in them, so many at most."""

_MOST_PEOPLE = 8
_MOST_OF_ONE_NAME = 200
_MOST_PRODUCTS = 12


@dataclass
class _Entry:
    """What has been said of a kind."""

    ticked: bool = False
    text: str = ""
    owner: Owner | None = None


class Ticking:
    """The state of the page. `words` and `only_ticked` choose what `lines` gives."""

    def __init__(self, starter: StarterList, registered: Registered, people: People) -> None:
        self.starter = starter
        self.words = ""
        self.only_ticked = False
        self._registered = registered
        self._people = people
        self._entries = {kind.key: _Entry() for kind in starter.kinds}
        self._area_owners: dict[str, Owner] = {}
        self._names: dict[UUID, str] = {}
        self._searched = {kind.key: _searched(kind) for kind in starter.kinds}
        owners = (*(area.owner for area in starter.areas), *(kind.owner for kind in starter.kinds))
        self._functions = {fold(title): title for title in owners}

    def read_again(self, registered: Registered) -> None:
        """Take in what the register has now; what has come into it is no longer ticked."""
        self._registered = registered
        for key in registered.systems:
            if key in self._entries:
                self._entries[key] = _Entry()

    def lines(self) -> list[Line]:
        """The lines to show: every area with the kinds in it that the filter lets through, no empty areas."""
        wanted = fold(self.words).split()
        found: list[Line] = []
        for area in self.starter.areas:
            kinds = [kind for kind in self.starter.kinds if kind.area == area and self._passes(kind, wanted)]
            found += [area, *kinds] if kinds else []
        return found

    def known(self, kind: SystemKind) -> Present | None:
        """The system in the register that is of this kind already."""
        return self._registered.systems.get(kind.key)

    def is_ticked(self, kind: SystemKind) -> bool:
        """Whether it is there already or has been ticked."""
        return self._entries[kind.key].ticked or self.known(kind) is not None

    def tick(self, kind: SystemKind, *, ticked: bool) -> None:
        """Tick or not; what is in the register already stays as it is. What was searched for names what is ticked."""
        entry = self._entries[kind.key]
        entry.ticked = ticked and self.known(kind) is None
        if entry.ticked and not entry.text:
            entry.text = self._searched_product(kind)

    def text(self, kind: SystemKind) -> str:
        """What somebody has written of a kind: a product, or a name of their own."""
        return self._entries[kind.key].text

    def set_text(self, kind: SystemKind, text: str) -> None:
        """Say what it is called here; that ticks it. A product is written as its supplier writes it."""
        entry = self._entries[kind.key]
        written = clean_line(text)
        product = product_named(self.starter, written, kind)
        entry.text = product.name if product else written
        if written:
            self.tick(kind, ticked=True)

    def names(self) -> dict[str, str]:
        """What each ticked kind will be called in the register, by its key."""
        ticks = self.ticks()
        names = names_of(ticks, self._registered.names)
        return {tick.kind.key: name for tick, name in zip(ticks, names, strict=True)}

    def own_owner(self, line: Line) -> Owner | None:
        """Who has been said to own a kind, or all that is ticked in an area."""
        return self._area_owners.get(line.key) if isinstance(line, Area) else self._entries[line.key].owner

    def owner(self, line: Line) -> Owner | None:
        """Who owns it: of a kind its own owner, else the area's if it is ticked."""
        own = self.own_owner(line)
        if own is None and isinstance(line, SystemKind) and self._entries[line.key].ticked:
            return self.own_owner(line.area)
        return own

    def set_owner(self, line: Line, owner: Owner | None) -> None:
        """Say who owns a kind, which ticks it, or all that is ticked in an area; None takes it back."""
        if isinstance(line, SystemKind):
            self._entries[line.key].owner = owner
            if owner is not None:
                self.tick(line, ticked=True)
        elif owner is None:
            self._area_owners.pop(line.key, None)
        else:
            self._area_owners[line.key] = owner

    def meant(self, text: str) -> Owner | None:
        """Whom a name means: somebody in the register, a known function, else by how it is written."""
        name = clean_line(text)
        if not name:
            return None
        wanted = fold(name)
        for person, label in self._people(name, _MOST_OF_ONE_NAME):
            if fold(label) == wanted:
                self._names[person] = label
                return person
        if wanted in self._functions:
            return Function(self._functions[wanted])
        return NewPerson(name) if names_a_person(name) else Function(name)

    def owner_name(self, owner: Owner | None) -> str:
        """What an owner is called; "" for none."""
        if isinstance(owner, UUID):
            return self._names.get(owner, "")
        return "" if owner is None else owner.name if isinstance(owner, NewPerson) else owner.title

    def owner_offers(self, line: Line, words: str) -> list[tuple[str, Owner]]:
        """Owners to choose among for what has been typed: the usual one, people, those already chosen, functions."""
        wanted = fold(words)
        usual = (title for title in (line.owner, *self._functions.values()) if wanted or title == line.owner)
        people = self._people(words, _MOST_PEOPLE)
        self._names |= dict(people)
        chosen = (*self._area_owners.values(), *(entry.owner for entry in self._entries.values()))
        owners: list[Owner] = [*map(Function, usual), *(person for person, _label in people)]
        owners += [owner for owner in chosen if owner is not None]
        named = ((self.owner_name(owner), owner) for owner in dict.fromkeys(owners))
        return [(name, owner) for name, owner in named if wanted in fold(name)]

    def product_offers(self, kind: SystemKind, words: str) -> list[Product]:
        """Products to choose among for what has been typed: those of the kind, and others once something is typed."""
        wanted = fold(words)
        own = [product for product in kind.products if wanted in fold(product.name)]
        others = [product for each in self.starter.kinds for product in each.products] if wanted else []
        found = {fold(product.name): product for product in reversed(others) if wanted in fold(product.name)}
        offers = {fold(product.name): product for product in (*own, *found.values())}
        return list(offers.values())[:_MOST_PRODUCTS]

    def ticks(self) -> list[Tick]:
        """What has been ticked and is not in the register, in the order of the list."""
        return [
            Tick(kind, self._entries[kind.key].text, self.owner(kind))
            for kind in self.starter.kinds
            if self._entries[kind.key].ticked
        ]

    def count(self, area: Area) -> tuple[int, int]:
        """How many kinds of an area are there or ticked, and how many there are."""
        kinds = [kind for kind in self.starter.kinds if kind.area == area]
        return sum(self.is_ticked(kind) for kind in kinds), len(kinds)

    def _passes(self, kind: SystemKind, wanted: list[str]) -> bool:
        entry = self._entries[kind.key]
        if self.only_ticked and not entry.ticked:
            return False
        return all(word in self._searched[kind.key] or word in fold(entry.text) for word in wanted)

    def _searched_product(self, kind: SystemKind) -> str:
        """The one product of the kind that begins with what is searched for."""
        wanted = fold(self.words)
        found = [product.name for product in kind.products if wanted and fold(product.name).startswith(wanted)]
        return found[0] if len(found) == 1 else ""


def _searched(kind: SystemKind) -> str:
    products = (f"{product.name} {product.supplier}" for product in kind.products)
    return fold(" ".join((kind.name, kind.area.name, kind.purpose, *products)))
