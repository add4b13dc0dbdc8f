"""What to ask about: pairs of systems of different kommuner that may be the same and are not tied, the surest first.

Answers that contradict each other come before all, then what one product leaves unclear, then what is alike; pairs with
a system of one's own before those of others. Nothing is asked of what is retired. May run beside the window; loads
rapidfuzz with `names_alike`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from itadmin.domain.calculations.likeness import LEAST, NameSign, Sign, besides, same_name, signs, worth
from itadmin.domain.calculations.ties import Pair, standing
from itadmin.domain.keys import Key
from itadmin.services.collecting import nothing_collected
from itadmin.services.matching.bearers import Bearer, Known, Names, names_of_all
from itadmin.services.matching.groups import Groups, groups
from itadmin.services.matching.names_alike import ROUNDS, names_alike
from itadmin.services.matching.questions import Question
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.storage.queries import ties

MOST = 2000


@dataclass(frozen=True, slots=True)
class Proposals:
    """What there is to ask, whether there is more than this, and the groups before anything of it is answered."""

    groups: Groups
    questions: Sequence[Question]
    more: bool


def proposals(reading: Reading, progress: Progress | None = None, most: int = MOST) -> Proposals:
    """What there is to ask now, at most so much. Raises CancelledError when `progress` is told to stop."""
    told = progress or Progress()
    with nothing_collected():
        found = groups(reading)
        names = names_of_all(reading, found)
        told.begin(ROUNDS * len(names.words))
        ours = reading.organisation_id.bytes
        asked = [*_contradicting(found, names, reading), *_unclear(found, names, ours)]
        first = {frozenset(question.pair) for question in asked}
        likely = [question for question in _likely(found, names, ours, told) if frozenset(question.pair) not in first]
        asked += likely
        return Proposals(found, asked[:most], len(asked) > most)


def _contradicting(found: Groups, names: Names, reading: Reading) -> Iterator[Question]:
    """All pairs of which at least one is answered wrongly; what is not here cannot be asked about."""
    if not found.contradictions:
        return
    with reading.file.reading() as connection:
        counted = {frozenset((said.one, said.other)): said for said in standing(ties.verdicts(connection))}
    pairs = {frozenset(pair): pair for each in found.contradictions for pair in (*each.same, each.apart)}
    for key, pair in pairs.items():
        one, other = (names.systems.get(system) for system in pair)
        if one and other:
            own = reading.organisation_id.bytes in (one.owner, other.owner)
            signs_of = tuple(besides(one.facts, other.facts))
            said = counted[key]
            yield Question(*pair, "motsagelse", own, signs_of, was=said.same, by_us=said.own)


def _unclear(found: Groups, names: Names, ours: Key) -> Iterator[Question]:
    """Pairs of one product that are not tied, since one of them is tied to what is said not to be the other."""
    for pair in found.unclear:
        one, other = (names.systems.get(each) for each in pair)
        if one and other and one.owner != other.owner and not found.answered.is_settled(*pair):
            yield Question(*pair, "oklar", ours in (one.owner, other.owner), signs(one.facts, other.facts, "produkt"))


def _likely(found: Groups, names: Names, ours: Key, told: Progress) -> list[Question]:
    """One question for each two groups that may be the same, the surest first and one's own before those of others."""
    looking = _Looking(found, ours)
    for bearers in names.bearers.values():
        looking.hold(combinations(bearers, 2))
    for bearers in names.made_alike:
        looking.hold(combinations(bearers, 2), "samma_slag_och_leverantor")
    for one, other, percent, part in names_alike(names.words, told.advance):
        both = product(names.bearers[one], names.bearers[other])
        looking.hold(both, "del_av_namn" if part else "stavning", percent)
    return looking.questions()


class _Looking:
    """Holds systems against each other, and keeps of each two groups the pair that says most."""

    def __init__(self, found: Groups, ours: Key) -> None:
        self._found = found
        self._ours = ours
        self._best: dict[Pair, Question] = {}
        self._owners: dict[Key, frozenset[Key]] = {}

    def hold(self, pairs: Iterable[tuple[Bearer, Bearer]], sign: NameSign | None = None, percent: float = 100) -> None:
        """Hold pairs against each other that are alike by `sign`; by a name that is the same when None."""
        for (one, grade), (other, other_grade) in pairs:
            if one.group != other.group and one.owner != other.owner:
                several = not self._owners_of(one).isdisjoint(self._owners_of(other))
                found = signs(one.facts, other.facts, sign or same_name(grade, other_grade), several=several)
                sure = worth(found, percent)
                if sure >= LEAST:
                    self._keep(one, other, found, sure)

    def questions(self) -> list[Question]:
        """What is worth asking, in its order."""
        return sorted(self._best.values(), key=lambda question: (not question.own, -question.worth, question.pair))

    def _keep(self, one: Known, other: Known, found: tuple[Sign, ...], sure: int) -> None:
        both = (one.group, other.group) if one.group < other.group else (other.group, one.group)
        own, before = self._ours in (one.owner, other.owner), self._best.get(both)
        if before is not None:
            if (before.own, before.worth) >= (own, sure):
                return
        elif self._found.tied.apart(one.id, other.id):
            return
        first, second = (other, one) if other.owner == self._ours else (one, other)
        self._best[both] = Question(first.id, second.id, "liknar", own, found, sure)

    def _owners_of(self, system: Known) -> frozenset[Key]:
        """Whose systems are in the group of one."""
        found = self._owners.get(system.group)
        if found is None:
            found = frozenset(self._found.owners[each] for each in self._found.members(system.id))
            self._owners[system.group] = found
        return found
