"""What a samverkansavtal rests on: the agreement, its parties and systems, the case it comes of, and what is lacking.

No wording but what missing values are called.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from itadmin.documents.case_facts import CaseFacts
from itadmin.documents.case_facts import gather as gather_case
from itadmin.documents.content import Missing
from itadmin.documents.prepared import Target
from itadmin.documents.shared_cost import Shared, shared_cost
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.words import Words
from itadmin.services.allocations.naming import towns_of
from itadmin.services.cooperation_cases.agreement import case_of_agreement
from itadmin.services.cooperation_cases.standing import Standing
from itadmin.services.reading import Reading

KIND = "samverkansavtal"
NUMBER, FIRST_DAY, TERM, NOTICE = "diarienummer", "första dag", "avtalstid", "uppsägningstid"
PARTIES, CASE, PURPOSE, SYSTEMS = "vilka kommuner som deltar", "samverkansärende", "syftet", "system"
SPLIT, HOST, COST = "fastställd kostnadsfördelning", "värdkommun", "kostnad per år"
"""What missing values are called."""

_REGISTER, _CASES, _ALLOCATIONS, _STANCES = "agreements", "cooperation_cases", "allocations", "cooperation_stances"

_OF_AGREEMENT = {
    NUMBER: "registry_number",
    FIRST_DAY: "starts_on",
    TERM: "first_term_months",
    NOTICE: "notice_months",
    PARTIES: "connected_municipalities",
    SYSTEMS: "systems",
    COST: "annual_price",
}
AGREEMENT_FIELDS = tuple(_OF_AGREEMENT.values())
"""The fields of the agreement that it is not complete without."""


@dataclass(frozen=True)
class Facts:
    """The agreement with its case, and those who are parties in full name with organisation number.

    `towns` are what the parties are called among each other. `shared` is how its cost is shared: by a fördelning of
    its own, else by that of the case.
    """

    agreement: Agreement
    case: CaseFacts | None
    parties: tuple[tuple[UUID, str, str], ...]
    towns: tuple[str, ...]
    systems: tuple[str, ...]
    shared: Shared | None
    words: Words
    is_sample: bool

    def standing(self, key: UUID) -> Standing | None:
        """How a party stands in the case."""
        return next((each for each in self.case.standings if each.municipality == key), None) if self.case else None


def gather(reading: Reading, record_id: UUID | None) -> Facts:
    """The facts of one samverkansavtal. Raises KnownError when there is none."""
    if record_id is None:
        raise KnownError("Välj vilket samverkansavtal papperet ska göras av.")
    agreement = reading.one(_REGISTER, record_id).record
    if not isinstance(agreement, Agreement) or agreement.kind != KIND:
        raise KnownError("Avtalet är inget samverkansavtal. Välj ett avtal av det slaget.")
    case_id = case_of_agreement(reading, agreement.id)
    case = gather_case(reading, case_id) if case_id else None
    reads = reading.many("organisations", agreement.connected_municipalities)
    parties = tuple(
        (key, read.label, read.record.organisation_number if isinstance(read.record, Organisation) else "")
        for key, read in reads.items()
    )
    labels = reading.labels("systems", agreement.systems)
    systems = tuple(labels[key] for key in agreement.systems if labels.get(key))
    shared = shared_cost(reading, "agreement", agreement.id) or (case.shared if case else None)
    towns = tuple(towns_of(reading, [key for key, _name, _number in parties]).values())
    return Facts(agreement, case, parties, towns, systems, shared, reading.words, reading.is_sample)


def targets(facts: Facts) -> dict[str, Target]:
    """Where each missing value is filled in, by what it is called."""
    found = {label: Target(_REGISTER, facts.agreement.id, field) for label, field in _OF_AGREEMENT.items()}
    case = facts.case.case.id if facts.case else None
    begun = (("agreement", str(facts.agreement.id)),)
    found[CASE] = Target(_ALLOCATIONS, None, "case", begun)
    found[PURPOSE], found[HOST] = Target(_CASES, case, "purpose"), Target(_CASES, case, "host")
    shared = facts.shared
    found[SPLIT] = Target(_ALLOCATIONS, shared.allocation.id if shared else None, "status", () if shared else begun)
    for key, name, _number in facts.parties:
        standing = facts.standing(key)
        record = standing.record if standing else None
        asked = (("case", str(case)), ("municipality", str(key)), ("stance", "med"))
        target = Target(_STANCES, record.id, "decided_on") if record else Target(_STANCES, None, "decided_on", asked)
        found[decision_mark(name).label] = target
    return found


def decision_mark(name: str) -> Missing:
    """What stands where a party has not decided to take part."""
    return Missing(f"beslut om att delta, {name}")
