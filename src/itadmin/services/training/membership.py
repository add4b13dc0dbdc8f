"""Who belongs to which målgrupp of a plan on a day: people as places in name order, groups of them as bits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from itadmin.domain.calculations.lacking import Bits, bits_of
from itadmin.domain.keys import Key
from itadmin.storage.queries.training import Employed, TrainingFacts
from itadmin.storage.queries.training_plans import StoredPlan, Unit, municipality_of

END_USER = "slutanvandare"
"""The målgrupp that everybody belongs to whom a plan for all is about."""
_OF_IT_STAFF = ("it_personal", "it_drift")
"""The plan of the IT staff, and the målgrupp that they are among those who belong to no system."""
_GENERAL = "allman"


class Members:
    """The people of a register on a day, where they work, and in which groups they are."""

    def __init__(self, facts: TrainingFacts, own: Key) -> None:
        """`own` is the organisation whose file it is."""
        self.people: Sequence[Employed] = facts.people
        self.places: Mapping[Key, int] = {person.key: place for place, person in enumerate(facts.people)}
        self.everybody: Bits = (1 << len(self.people)) - 1
        self._own = own
        self._units = facts.units
        self._for_all = facts.plans_for_all
        self._groups = self._grouped(facts)

    def within(self, organisation: Key) -> Bits:
        """The people of an organisation and of all that is part of it."""
        return self._inside.get(organisation, 0)

    def municipality(self, place: int) -> Key | None:
        """The kommun that somebody works in; None when it is not known."""
        return self._municipalities.get(self.people[place].organisation)

    def one(self, person: Key) -> Bits:
        """A person alone; nobody for one who is not there."""
        return 1 << self.places[person] if person in self.places else 0

    def by_municipality(self) -> Iterator[tuple[Key | None, str, Bits]]:
        """Everybody by kommun and its name; None and "" for those of whom it is not known."""
        found: dict[Key | None, Bits] = defaultdict(int)
        for organisation, people in self._by_organisation.items():
            found[self._municipalities[organisation]] |= people
        for key, people in found.items():
            yield key, self._units[key].name if key else "", people

    def of_plan(self, plan: StoredPlan, audience: str) -> Bits:
        """Those who belong to a målgrupp of a plan."""
        found = self._named(plan, audience)
        if audience == END_USER and plan.key in self._for_all:
            for organisation in self._for_all[plan.key] or (self._own,):
                found |= self.within(organisation)
        return found

    def _named(self, plan: StoredPlan, audience: str) -> Bits:
        """Those whom somebody has put in the målgrupp, or who hold the role it is of."""
        if plan.system is None and plan.kind != _GENERAL and (plan.kind, audience) != _OF_IT_STAFF:
            return 0
        return self._groups.get((plan.system, audience), 0)

    def _grouped(self, facts: TrainingFacts) -> Mapping[tuple[Key | None, str], Bits]:
        places: dict[tuple[Key | None, str], list[int]] = defaultdict(list)
        for system, audience, person in facts.memberships:
            place = self.places.get(person)
            if place is not None:
                places[system, audience].append(place)
        return {group: bits_of(found, len(self.people)) for group, found in places.items()}

    @cached_property
    def _by_organisation(self) -> Mapping[Key | None, Bits]:
        places: dict[Key | None, list[int]] = defaultdict(list)
        for place, person in enumerate(self.people):
            places[person.organisation].append(place)
        return {organisation: bits_of(found, len(self.people)) for organisation, found in places.items()}

    @cached_property
    def _municipalities(self) -> Mapping[Key | None, Key | None]:
        return {key: municipality_of(self._units, key) for key in self._by_organisation}

    @cached_property
    def _inside(self) -> Mapping[Key, Bits]:
        found: dict[Key, Bits] = defaultdict(int)
        for organisation, people in self._by_organisation.items():
            for key in _upwards(self._units, organisation):
                found[key] |= people
        return found


def _upwards(known: Mapping[Key, Unit], organisation: Key | None) -> Iterator[Key]:
    """An organisation and what it is part of, each once."""
    passed: set[Key] = set()
    while organisation is not None and organisation not in passed:
        passed.add(organisation)
        yield organisation
        unit = known.get(organisation)
        organisation = unit.parent if unit else None
