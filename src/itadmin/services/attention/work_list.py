"""The work list *Kräver åtgärd*: everything that is wrong or due in a register on a day, as lines in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from itadmin.domain.calculations.attention import HANDLED, AttentionLine, Mark, in_order
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known, known_of
from itadmin.services.attention.of_agreements import of_agreements
from itadmin.services.attention.of_cooperation import of_asked, of_cases, of_decisions
from itadmin.services.attention.of_findings import of_findings
from itadmin.services.attention.of_goals import of_goals
from itadmin.services.attention.of_implementation import of_implementation
from itadmin.services.attention.of_issued_papers import of_issued_papers
from itadmin.services.attention.of_missing import of_missing
from itadmin.services.attention.of_papers import of_papers
from itadmin.services.attention.of_platform import of_platform
from itadmin.services.attention.of_replaced import of_replaced
from itadmin.services.attention.of_retention import of_retention
from itadmin.services.attention.of_rights import of_rights
from itadmin.services.attention.of_steering import of_steering
from itadmin.services.attention.of_systems import of_systems
from itadmin.services.attention.of_training import of_training
from itadmin.services.attention.of_training_sessions import MODULES, of_repetition
from itadmin.services.attention.telling import Told, line
from itadmin.services.reading import Reading

Marked = tuple[AttentionLine, Mark]

_RULES: tuple[tuple[str, Callable[[Known], Iterator[tuple[Key, Told]]]], ...] = (
    ("systems", of_systems),
    (MODULES, of_repetition),
    ("access_decisions", of_rights),
    ("papers", of_issued_papers),
    ("steering_documents", of_steering),
    ("steering_documents", of_replaced),
    ("goals", of_goals),
    ("implementations", of_implementation),
    ("platform_changes", of_platform),
    ("cooperation_cases", of_cases),
    ("cooperation_cases", of_asked),
    ("decisions", of_decisions),
    ("retention_rules", of_retention),
)
"""The rules that tell of records of one register each."""


@dataclass(frozen=True, slots=True)
class WorkList:
    """What is to do, in order, and what a mark keeps away: lines that rest until a day, and handled ones."""

    lines: tuple[AttentionLine, ...]
    resting: tuple[Marked, ...] = ()
    handled: tuple[Marked, ...] = ()


def work_list(reading: Reading) -> WorkList:
    """The work list on the day of the reading: of own records in use and confirmed, and of what neighbours ask."""
    return work_list_of(known_of(reading))


def work_list_of(known: Known) -> WorkList:
    """The work list of what is known."""
    told = list(_wrong_or_due(known))
    told += of_missing(known, told)
    abouts = ((said, known.about(register, key)) for register, key, said in told)
    return _parted(in_order((about.sort_key, line(said, about, known.day)) for said, about in abouts), known)


def _wrong_or_due(known: Known) -> Iterator[tuple[str, Key, Told]]:
    timed = dict(of_agreements(known))
    for key, told in chain(timed.items(), of_papers(known)):
        yield "agreements", key, told
    for register, rule in _RULES:
        for key, told in rule(known):
            yield register, key, told
    yield from of_training(known)
    yield from of_findings(known, timed)


def _parted(lines: tuple[AttentionLine, ...], known: Known) -> WorkList:
    """The lines with those put away that a mark keeps quiet."""
    marks = known.facts.marks
    if not marks:
        return WorkList(lines)
    to_do: list[AttentionLine] = []
    resting: list[Marked] = []
    handled: list[Marked] = []
    for item in lines:
        mark = marks.get((item.kind, item.register, str(item.record_id), item.occasion))
        if mark is None or not mark.is_quiet(known.day):
            to_do.append(item)
        else:
            (handled if mark.verdict == HANDLED else resting).append((item, mark))
    return WorkList(tuple(to_do), tuple(resting), tuple(handled))
