"""Lines about what is wrong with records: each finding of each register, with what is done about it and since when."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date

from itadmin.domain.calculations.attention import Act, Band
from itadmin.domain.calendar import approximate_span
from itadmin.domain.findings import Finding
from itadmin.domain.keys import Key
from itadmin.domain.registers import REGISTERS
from itadmin.services.attention.known import Known
from itadmin.services.attention.of_systems import classification_ends, year_after
from itadmin.services.attention.of_training import MISSING, OUTDATED, TO_BE_REVISED
from itadmin.services.attention.of_training_sessions import SESSIONS, day_of
from itadmin.services.attention.telling import Told

_ACTS_ON_SYSTEMS: Mapping[str, Act] = {
    "utan_systemagare": Act.APPOINT,
    "utan_systemansvarig": Act.APPOINT,
    "utan_ersattare": Act.APPOINT,
    "ersattare_ar_systemansvarig": Act.APPOINT,
    "utan_klassning": Act.CLASSIFY,
    "klassning_utan_dag": Act.CLASSIFY,
    "klassning_for_gammal": Act.CLASSIFY,
    "granskning_forsenad": Act.REVIEW,
    "i_drift_utan_driftavtal": Act.DRAW_UP,
    "annan_kommun_utan_driftavtal": Act.DRAW_UP,
    "personuppgifter_utan_pub": Act.DRAW_UP,
    "pub_avtal_ej_i_registret": Act.DRAW_UP,
    "mojlig_dubblett": Act.OPEN,
    "svar_gar_inte_ihop": Act.MATCH,
}
"""What is done about a finding of a system."""
_ACTS_ON_OTHERS: Mapping[str, Act] = {"mojlig_dubblett": Act.OPEN}
"""What is done about a finding of another record; where nothing is said the field is filled in, if there is one."""

_LATE = "granskning_forsenad"
"""What says that it is late, also where no day can be told."""
_SAID_BY = {"i_drift_utan_driftavtal": "annan_kommun_utan_driftavtal"}
"""Findings that another one says already, and says more of."""
_SAID_AT_AGREEMENT = {"avtal_lovar_for_lite": "lovar_mindre_an_behov"}
"""Findings of systems that are told of the agreement they come from, where that is one's own."""
_SAID_WITH_WHY = frozenset({MISSING, OUTDATED, TO_BE_REVISED})
"""What has lines of its own that say why."""
_OF_TIME = "gallande_efter_avtalstid"
"""What is said of an agreement whose time has run out; its line of time says it with the day."""


def of_findings(known: Known, timed: Container[Key]) -> Iterator[tuple[str, Key, Told]]:
    """What is wrong with each record, by register and id; `timed` are the agreements whose time has a line."""
    at_agreements = {key: _systems_of(known, said_there) for key, said_there in _SAID_AT_AGREEMENT.items()}
    for register, records in known.facts.found.items():
        undated = {finding.key: _told(register, finding) for finding in REGISTERS[register].findings}
        for record, keys in records.items():
            for key in keys:
                is_said = _SAID_BY.get(key) in keys or record in at_agreements.get(key, ())
                if is_said or key in _SAID_WITH_WHY or (key == _OF_TIME and record in timed):
                    continue
                decided = _DAYS.get((register, key))
                day = decided(known, record) if decided else None
                yield register, record, undated[key] if day is None else undated[key]._replace(day=day)


def _systems_of(known: Known, finding: str) -> frozenset[Key]:
    """The systems of the agreements that a finding is true of."""
    found = known.facts.found["agreements"].items()
    agreements = (known.facts.agreements.get(record) for record, keys in found if finding in keys)
    return frozenset(system for agreement in agreements if agreement for system, _name in agreement.systems)


def _told(register: str, finding: Finding) -> Told:
    """The first sentence of the finding, as the second says what to do."""
    usual = Act.FILL_IN if finding.field else Act.OPEN
    return Told(
        finding.key,
        f"{finding.text.partition('. ')[0].removesuffix('.')}.",
        field=finding.field,
        act=(_ACTS_ON_SYSTEMS if register == "systems" else _ACTS_ON_OTHERS).get(finding.key, usual),
        grave=finding.grave,
        undated=Band.FORSENAT if finding.key == _LATE else Band.INOM_6_MANADER,
    )


def _without_holder_since(role: str) -> Callable[[Known, Key], date | None]:
    def since(known: Known, system: Key) -> date | None:
        last = known.facts.last_days.get(system, {}).get(role)
        return last if last is not None and last < known.day else None

    return since


def _classification_held_until(known: Known, system: Key) -> date | None:
    return classification_ends(known.facts.systems[system])


def _review_was_due(known: Known, system: Key) -> date | None:
    reviewed_on = known.facts.systems[system].reviewed_on
    return year_after(reviewed_on) if reviewed_on else None


def _support_ends(known: Known, system: Key) -> date | None:
    return approximate_span(known.facts.systems[system].support_ends)[1]


_DAYS: Mapping[tuple[str, str], Callable[[Known, Key], date | None]] = {
    ("systems", "utan_systemagare"): _without_holder_since("systemagare"),
    ("systems", "utan_systemansvarig"): _without_holder_since("systemansvarig"),
    ("systems", "klassning_for_gammal"): _classification_held_until,
    ("systems", "granskning_forsenad"): _review_was_due,
    ("systems", "stod_upphort"): _support_ends,
    ("systems", "stod_upphor_snart"): _support_ends,
    **{(SESSIONS, finding.key): day_of(finding.key) for finding in REGISTERS[SESSIONS].findings},
}
