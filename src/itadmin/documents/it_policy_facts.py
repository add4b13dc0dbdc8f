"""What an IT-policy rests on, gathered once: the document, its kommuner and their decisions, its goals, the systems.

Builds no blocks. What is missing is missing here too; how that is told stands in `it_policy_requirements.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from itadmin.documents.chapters import Chapter, chapters_of
from itadmin.documents.it_policy_systems import PolicySystem, policy_systems
from itadmin.documents.phrases import genitive
from itadmin.documents.steering_document_facts import own_municipality, replaced, title_of
from itadmin.documents.variables import Value, values_of
from itadmin.domain.calculations.adoption import Adoption, adoption
from itadmin.domain.calculations.goals import IN_FORCE, PAST, Share
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.goals import Goal
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.steering_decisions import SteeringDecision
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.text import swedish_key
from itadmin.domain.words import Words
from itadmin.services.goals import shares
from itadmin.services.populations import Populations, populations_of
from itadmin.services.reading import Reading
from itadmin.services.reference_data import municipalities
from itadmin.services.steering import adoption_of, is_proposal
from itadmin.services.steering.decisions import decisions_on

REGISTER = "steering_documents"
TEMPLATE = "it_policy"
NOBODY = Adoption((), ())


@dataclass(frozen=True)
class Kommun:
    """A kommun that the policy is for, with its decisions and whether all that is to be decided there is.

    `town` is its name among other kommuner.
    """

    id: UUID
    name: str
    town: str
    code: str
    decisions: tuple[SteeringDecision, ...]
    has_adopted: bool

    def decision_of(self, body: str) -> SteeringDecision | None:
        """What an instans has decided, or is to decide."""
        return next((decision for decision in self.decisions if decision.body == body), None)


@dataclass(frozen=True)
class Beside:
    """Another styrande dokument of the register, with how far the kommuner have come that are to decide on it.

    `towns` are the names of those that have adopted it. It is settled when it is in force, else it is on its way.
    """

    document: SteeringDocument
    come: Adoption
    towns: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether it has been adopted as a whole."""
        return self.document.status == IN_FORCE


@dataclass(frozen=True)
class PolicyFacts:
    """The facts of one policy on a day; `words` are those of the file's value lists.

    `own` is the name of the organisation whose file it is, and `municipality_id` the kommun whose own texts it is
    printed with, if the file is of one.
    """

    day: date
    is_sample: bool
    document: SteeringDocument
    responsible: str
    replaces: str
    words: Words
    is_proposal: bool
    own: str
    municipality_id: UUID | None
    chapters: tuple[Chapter, ...]
    values: Mapping[str, Value]
    kommuner: tuple[Kommun, ...]
    goals: tuple[Goal, ...]
    systems: tuple[PolicySystem, ...]
    shares: Mapping[str, Share]
    beside: tuple[Beside, ...]
    populations: Populations

    @property
    def register(self) -> str:
        """Whose register everything is counted in: "Bengtsfors kommuns systemregister"."""
        return f"{genitive(self.own)} systemregister"

    @property
    def source(self) -> str:
        """Where figures come from, as it is said below them."""
        return f"Källa: {self.register} {self.day.isoformat()}."

    @property
    def adopted(self) -> int:
        """How many kommuner have adopted the whole policy."""
        return sum(kommun.has_adopted for kommun in self.kommuner)

    @cached_property
    def listed(self) -> tuple[PolicySystem, ...]:
        """The systems that may be listed by name."""
        return tuple(system for system in self.systems if system.is_listed)

    @cached_property
    def joint(self) -> tuple[PolicySystem, ...]:
        """The systems that several kommuner have together."""
        return tuple(system for system in self.systems if system.is_joint)

    @cached_property
    def levelled(self) -> tuple[PolicySystem, ...]:
        """The systems that somebody has set a level for, the highest first."""
        return tuple(sorted((found for found in self.systems if found.levels), key=lambda found: -found.level))


def gather(reading: Reading, record_id: UUID | None) -> PolicyFacts:
    """What the policy is made of. Raises KnownError when there is no such document."""
    if record_id is None:
        raise KnownError("Välj vilken IT-policy handlingen ska göras av.")
    read = reading.one(REGISTER, record_id)
    document = read.record
    if not isinstance(document, SteeringDocument):
        raise KnownError("IT-policyn kan bara göras av ett styrande dokument.")
    decisions, municipality = decisions_on(reading, record_id), own_municipality(reading)
    return PolicyFacts(
        day=reading.day,
        is_sample=reading.is_sample,
        document=document,
        responsible=document.responsible_function or title_of(reading, document.responsible),
        replaces=replaced(reading, document.replaces),
        words=read.words,
        is_proposal=is_proposal(reading, document),
        own=reading.organisation().label,
        municipality_id=municipality,
        chapters=chapters_of(reading, record_id, municipality),
        values=values_of(reading, municipality),
        kommuner=_kommuner(reading, document.municipalities, decisions),
        goals=_goals(reading, record_id, read.words),
        systems=policy_systems(reading),
        shares=shares(reading),
        beside=tuple(_beside(reading, document)),
        populations=populations_of(reading),
    )


def _kommuner(reading: Reading, asked: Iterable[UUID], decisions: Sequence[SteeringDecision]) -> tuple[Kommun, ...]:
    come = adoption(asked, decisions)
    found = []
    for key, (name, town, code) in _named(reading, (*come.adopted, *come.waiting)).items():
        own = tuple(decision for decision in decisions if decision.municipality == key)
        found.append(Kommun(key, name, town, code, own, key in come.adopted))
    return tuple(sorted(found, key=lambda kommun: swedish_key(kommun.town)))


def _named(reading: Reading, kommuner: Collection[UUID]) -> Mapping[UUID, tuple[str, str, str]]:
    """The name of each kommun that has one, its name among other kommuner, and its code."""
    towns = {known.code: known.town for known in municipalities()}
    return {
        key: (read.label, towns.get(read.record.municipality_code, read.label), read.record.municipality_code)
        for key, read in reading.many("organisations", kommuner).items()
        if isinstance(read.record, Organisation) and read.label
    }


def _goals(reading: Reading, document_id: UUID, words: Words) -> tuple[Goal, ...]:
    """The goals of the policy, area by area."""
    places: Mapping[str, int] = {code: place for place, code in enumerate(words.all_of("malomrade"))}
    reads = reading.referring("goals", "document", document_id)
    goals = [read.record for read in reads if isinstance(read.record, Goal)]
    return tuple(sorted(goals, key=lambda goal: (places.get(goal.area, len(places)), goal.year or 0)))


def _beside(reading: Reading, policy: SteeringDocument) -> Iterable[Beside]:
    """The styrande dokument that are not past, in name order, but for other versions of the policy."""
    for key, read in reading.many(REGISTER, reading.keys(REGISTER)).items():
        document = read.record
        if not isinstance(document, SteeringDocument) or document.status in PAST:
            continue
        if key in (policy.id, policy.replaces) or document.replaces == policy.id:
            continue
        come = adoption_of(reading, document) if decisions_on(reading, key) else NOBODY
        yield Beside(document, come, tuple(town for _, town, _ in _named(reading, come.adopted).values()))
