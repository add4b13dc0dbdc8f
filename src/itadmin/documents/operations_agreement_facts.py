"""The facts a driftavtal rests on: parties, systems, term and appendices, and what follows from them. No wording.

Two parts of the same juridical person cannot contract with each other: between them the paper is a överenskommelse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from uuid import UUID

from itadmin.documents.adopted_training import AdoptedTraining
from itadmin.documents.operations_agreement_attached import AppendixFacts, numbered
from itadmin.documents.shared_cost import Shared
from itadmin.domain.calculations.allocation import weights_of
from itadmin.domain.calculations.notice import State, TermState
from itadmin.domain.registers.agreement_rows import AppendixRow, ContactRow, SignatoryRow
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.systems import System
from itadmin.domain.text import listed
from itadmin.domain.values import label_of
from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.organisations import Belonging

PartyCode = Literal["systemagare", "driftenhet"]
_DAILY_CONTACT = {"systemagare": "systemansvarig", "driftenhet": "driftansvarig"}
_FALLBACK_CONTACT = {"systemagare": "avtalsansvarig", "driftenhet": "servicedesk"}
_OWN_APPENDICES = 3
_DPA = "pub_avtal"
_AROUND_THE_CLOCK = "1"


@dataclass(frozen=True)
class Party:
    """One side of the agreement. `belongs` is None when nobody has said who it is."""

    code: PartyCode
    belongs: Belonging | None
    contacts: tuple[ContactRow, ...]
    signatories: tuple[SignatoryRow, ...]

    @property
    def name(self) -> str:
        """What the agreement calls it: "Systemägaren", "Driftenheten"."""
        return label_of("part", self.code)

    @property
    def needs_unit(self) -> bool:
        """Whether it is a kommun without the nämnd or unit that acts for it."""
        return self.belongs is not None and self.belongs.legal.kind == "kommun" and not self.belongs.units

    def contact(self, task: str) -> ContactRow | None:
        """Who is reached for a task."""
        return next((row for row in self.contacts if row.task == task), None)

    @property
    def daily_contact(self) -> ContactRow | None:
        """Who is reached for daily matters: the systemansvarig of one side, the driftansvarig of the other."""
        return self.contact(_DAILY_CONTACT[self.code])

    def reached_by(self, field: Literal["phone", "email"]) -> str:
        """The phone or e-mail of daily matters, else of the next contact that has one, else of the organisation."""
        rows = (self.daily_contact, self.contact(_FALLBACK_CONTACT[self.code]), *self.contacts)
        found = next((value for row in rows if row is not None and (value := getattr(row, field))), "")
        return found or (self.belongs.nearest(field) if self.belongs else "")


@dataclass(frozen=True)
class SystemFacts:
    """A system of the agreement, with the names of what it refers to."""

    record: System
    supplier: str
    operating_unit: str
    controller: str = ""
    training: AdoptedTraining | None = None


@dataclass(frozen=True)
class Sharer:
    """A kommun that a joint cost is shared with; inhabitants on the agreed day, None when they are not known.

    `town` is what it is called among other kommuner ("Mellerud"), "" when that is not known.
    """

    id: UUID
    name: str
    town: str
    code: str
    inhabitants: int | None


@dataclass(frozen=True)
class AgreementFacts:
    """All that the paper says, before it is put into words.

    `adopted` is the fördelning of its cost that is adopted, which goes before what is agreed of model and figures.
    """

    day: date
    is_sample: bool
    own: Organisation
    agreement: Agreement
    supplier: str
    systems: tuple[SystemFacts, ...]
    customer: Party
    provider: Party
    sharers: tuple[Sharer, ...]
    dpa: Agreement | None
    term: TermState
    running: TermState
    cooperation_level: str = ""
    adopted: Shared | None = None
    value_words: Words = BUILT_IN

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The names of the connected kommuner; of several, the short ones when all have one."""
        towns = tuple(sharer.town for sharer in self.sharers)
        return towns if len(towns) > 1 and all(towns) else tuple(sharer.name for sharer in self.sharers)

    @property
    def kommuner(self) -> str:
        """The connected kommuner in a sentence: "kommunerna Mellerud och Åmål", "Melleruds kommun"."""
        names = self.municipalities
        is_short = len(names) > 1 and all(sharer.town for sharer in self.sharers)
        return f"kommunerna {listed(names)}" if is_short else listed(names)

    @property
    def is_shared(self) -> bool:
        """Whether the cost is shared between several kommuner as adopted, or by a model that can be reckoned out."""
        if self.agreement.price_model == "ingen":
            return False
        if self.adopted is not None:
            return len(self.adopted.outcome.parts) > 1
        return bool(weights_of(self.agreement.allocation_model, {"": 1})) and len(self.sharers) > 1

    @property
    def customer_kommun(self) -> UUID | None:
        """The juridical person that the systemägare belongs to."""
        return self.customer.belongs.legal.id if self.customer.belongs else None

    @property
    def customer_code(self) -> str:
        """The kommunkod of that juridical person; "" when it has none."""
        return self.customer.belongs.legal.municipality_code if self.customer.belongs else ""

    @property
    def pays_share(self) -> bool:
        """Whether the systemägare carries a part of the cost, as one of several kommuner."""
        if self.adopted is not None:
            return self.is_shared and self.customer_code in self.adopted.outcome.amounts
        has_others = len(self.sharers) > 1 and self.agreement.allocation_model not in ("DIREKT", "")
        return has_others and any(sharer.id == self.customer_kommun for sharer in self.sharers)

    @property
    def other_kommuner(self) -> int:
        """How many kommuner share the cost beside those of the parties."""
        own = [party.belongs.legal for party in self.parties if party.belongs]
        if self.adopted is not None:
            return len(self.adopted.outcome.amounts.keys() - {legal.municipality_code for legal in own})
        return sum(sharer.id not in {legal.id for legal in own} for sharer in self.sharers)

    @property
    def prolonged_to(self) -> date | None:
        """The last day of the term that runs today, when the first one has been prolonged."""
        is_prolonged = self.running.state is State.RUNNING and bool(self.running.term_number)
        return self.running.term_ends_on if is_prolonged else None

    @property
    def parties(self) -> tuple[Party, Party]:
        """Both sides, the systemägare first."""
        return self.customer, self.provider

    @property
    def is_within_one(self) -> bool:
        """Whether both sides are parts of the same juridical person."""
        if self.customer.belongs is None or self.provider.belongs is None:
            return self.agreement.kind == "driftoverenskommelse"
        return self.customer.belongs.legal.id == self.provider.belongs.legal.id

    @property
    def is_called_agreement(self) -> bool:
        """Whether the paper calls itself an avtal, rather than a överenskommelse; a chosen title decides."""
        chosen = self.agreement.paper_title.casefold()
        if "överenskommelse" in chosen:
            return False
        return "avtal" in chosen or not self.is_within_one

    @property
    def is_open(self) -> bool:
        """Whether the paper may be handed out as it is."""
        return self.agreement.publicity in ("oppen", "")

    @property
    def counts_always(self) -> bool:
        """Whether times run round the clock (driftklass 1), rather than during support hours."""
        return self.agreement.service_class == _AROUND_THE_CLOCK

    @property
    def has_contradictory_term(self) -> bool:
        """Whether what is said of the term cannot all hold."""
        return self.term.state is State.CONTRADICTORY

    @property
    def has_personal_data(self) -> bool | None:
        """Whether any of the systems holds personal data; None when it is not known of all."""
        known = [system.record.personal_data for system in self.systems]
        if any(known):
            return True
        return None if None in known or not known else False

    @property
    def needs_dpa(self) -> bool:
        """Whether personal data is handled for another juridical person without a ruling that nothing is needed."""
        rulings = {system.record.dpa_status for system in self.systems if system.record.personal_data}
        return bool(self.has_personal_data) and not self.is_within_one and rulings != {"ej_tillampligt"}

    @property
    def made_appendices(self) -> int:
        """How many appendices are always made with the agreement."""
        return _OWN_APPENDICES + bool(self.agreement.prices or self.is_shared)

    @property
    def asked_appendices(self) -> tuple[AppendixFacts, ...]:
        """The appendices that the agreement asks for, numbered after those that are always made with it."""
        return numbered(tuple(self._asked_rows()), self.made_appendices, within_one=self.is_within_one)

    @property
    def separate_appendices(self) -> tuple[AppendixFacts, ...]:
        """Those of them that are papers of their own."""
        return tuple(appendix for appendix in self.asked_appendices if not appendix.made)

    def appendix(self, kind: str) -> AppendixFacts | None:
        """The appendix of a kind that the agreement asks for."""
        return next((appendix for appendix in self.asked_appendices if appendix.kind == kind), None)

    def _asked_rows(self) -> Iterator[AppendixRow]:
        rows = self.agreement.appendices
        if self.needs_dpa and all(row.kind != _DPA for row in rows):
            rows = (AppendixRow(kind=_DPA), *rows)
        for row in rows:
            takes_number = row.kind == _DPA and self.dpa is not None and not row.registry_number
            yield replace(row, registry_number=self._dpa_number()) if takes_number else row

    def _dpa_number(self) -> str:
        return (self.dpa.registry_number or self.dpa.number) if self.dpa else ""
