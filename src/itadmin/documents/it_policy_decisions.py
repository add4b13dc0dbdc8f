"""What each kommun has decided about an IT-policy: in short after the cover, and in full in an appendix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itadmin.documents.content import Column, DataTable, Inline, Missing, Row, Run
from itadmin.documents.it_policy_facts import Kommun, PolicyFacts
from itadmin.documents.it_policy_requirements import decision_mark, undecided_mark
from itadmin.documents.phrases import counted, lowered, paragraph_number, raised
from itadmin.documents.templates import joined
from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.money import NBSP
from itadmin.domain.registers.steering_decisions import SteeringDecision
from itadmin.domain.text import listed

_BODIES = "beslutsinstans"
_STATES = "beslutslage"
_COUNCIL, _BOARD = "KF", "KS"
_PARTS = {_COUNCIL: "Policyn", _BOARD: "Strategierna"}
_MOST_BODIES = 3
_WAITS = "vantar"
_UNDECIDED = "Inte beslutad"


def how_many(facts: PolicyFacts) -> str:
    """In how many kommuner the policy is adopted: "Fastställd i 3 av 5 kommuner"."""
    return f"Fastställd i {of_how_many(facts)}"


def of_how_many(facts: PolicyFacts) -> str:
    """In how many kommuner the policy is adopted, without the word: "3 av 5 kommuner"."""
    return f"{facts.adopted} av {counted(len(facts.kommuner), 'kommun', 'kommuner')}"


def deciders(facts: PolicyFacts) -> str:
    """Who decides about the policy: "Kommunfullmäktige och kommunstyrelsen i varje kommun"; "" when nobody has said."""
    names = raised(listed([lowered(facts.words.label_of(_BODIES, body)) for body in _bodies(facts)]))
    return f"{names} i varje kommun" if names and len(facts.kommuner) > 1 else names


def in_short(facts: PolicyFacts) -> DataTable:
    """One row for each kommun: what each instans has decided, and where that leaves the policy."""
    bodies = _bodies(facts) or [_COUNCIL, _BOARD]
    columns = (
        Column("Kommun", weight=34),
        *(Column(facts.words.label_of(_BODIES, body), weight=44) for body in bodies),
        Column("Läge", weight=40),
    )
    rows = tuple(_short_row(facts, kommun, bodies) for kommun in facts.kommuner)
    note = f"{how_many(facts)}. Diarienummer finns i bilaga{NBSP}E." if facts.kommuner else ""
    return DataTable(columns, rows, note=note, row_heading="strong", wide=True)


def in_full(facts: PolicyFacts) -> DataTable:
    """One row for each decision, with its diarienummer."""
    columns = (
        Column("Kommun", weight=21),
        Column("Instans", weight=31),
        Column("Avser", weight=22),
        Column("Beslut", weight=31),
        Column("Diarienummer", weight=25),
        Column("Läge", weight=30),
    )
    rows = tuple(row for kommun in facts.kommuner for row in _full_rows(facts, kommun))
    return DataTable(columns, rows, "Beslutsförteckning", row_heading="strong", wide=True)


def _bodies(facts: PolicyFacts) -> list[str]:
    """The instanser that decide about the policy, in the order of their value list."""
    named = {decision.body for kommun in facts.kommuner for decision in kommun.decisions}
    return [body for body in facts.words.all_of(_BODIES) if body in named][:_MOST_BODIES]


def _short_row(facts: PolicyFacts, kommun: Kommun, bodies: Sequence[str]) -> Row:
    if not kommun.decisions:
        return (kommun.town, (undecided_mark(kommun),), *("" for _ in bodies[1:]), _UNDECIDED)
    return (kommun.town, *(_short(facts, kommun, kommun.decision_of(body)) for body in bodies), _state(kommun))


def _short(facts: PolicyFacts, kommun: Kommun, decision: SteeringDecision | None) -> Inline:
    if decision is None:
        return ""
    state = _state_of(facts, decision)
    return (_when(facts, kommun, decision) or state) if decision.status == MADE else state


def _state_of(facts: PolicyFacts, decision: SteeringDecision) -> str:
    return facts.words.label_of(_STATES, decision.status or _WAITS)


def _is_told_whole(facts: PolicyFacts, kommun: Kommun, decision: SteeringDecision) -> bool:
    """Whether all must be told of a decision: it is made, by the kommun whose file it is or in a file of several.

    What a neighbour has decided may be known before its day and numbers are.
    """
    return decision.status == MADE and facts.municipality_id in (None, kommun.id)


def _taken(facts: PolicyFacts, kommun: Kommun, decision: SteeringDecision) -> Iterator[Run]:
    """When and in which paragraph something was decided."""
    day = decision.decided_on
    yield day.isoformat() if day else decision_mark(facts, kommun, decision, "decided_on")
    yield " "
    yield paragraph_number(decision.paragraph) or decision_mark(facts, kommun, decision, "paragraph")


def _state(kommun: Kommun) -> str:
    """Where the decisions leave the policy in a kommun."""
    if kommun.has_adopted:
        return "Fastställd"
    parts = [
        part
        for body, part in _PARTS.items()
        if (decision := kommun.decision_of(body)) is not None and decision.status == MADE
    ]
    return f"{parts[0]} fastställd{'' if parts[0] == _PARTS[_COUNCIL] else 'a'}" if parts else _UNDECIDED


def _full_rows(facts: PolicyFacts, kommun: Kommun) -> Iterator[Row]:
    order = list(facts.words.all_of(_BODIES))
    if not kommun.decisions:
        yield (kommun.town, (undecided_mark(kommun),), "", "", "", _UNDECIDED)
    for decision in sorted(
        kommun.decisions, key=lambda found: order.index(found.body) if found.body in order else len(order)
    ):
        yield _full_row(facts, kommun, decision)


def _full_row(facts: PolicyFacts, kommun: Kommun, decision: SteeringDecision) -> Row:
    body = facts.words.label_of(_BODIES, decision.body) if decision.body else ""
    return (
        kommun.town,
        joined(body or decision_mark(facts, kommun, decision, "body")),
        decision.part or _part(decision),
        _when(facts, kommun, decision),
        joined(_number(facts, kommun, decision)),
        _state_of(facts, decision),
    )


def _part(decision: SteeringDecision) -> str:
    """What a decision is about when nobody has said: the part that its instans usually decides."""
    return _PARTS.get(decision.body, "Hela dokumentet")


def _when(facts: PolicyFacts, kommun: Kommun, decision: SteeringDecision) -> Inline:
    if _is_told_whole(facts, kommun, decision):
        return joined(*_taken(facts, kommun, decision))
    day = decision.decided_on.isoformat() if decision.decided_on else ""
    return " ".join(part for part in (day, paragraph_number(decision.paragraph)) if part)


def _number(facts: PolicyFacts, kommun: Kommun, decision: SteeringDecision) -> str | Missing:
    if decision.registry_number or not _is_told_whole(facts, kommun, decision):
        return decision.registry_number
    return decision_mark(facts, kommun, decision, "registry_number")
