"""The gate of a plan: noting points of its checklist, and approving it.

Gives what each comes to, to be done as one step. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.calendar import prose
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.domain.registers.implementations import APPROVED, WORKED_ON, Implementation
from itadmin.services.acting.plan import Edit, Plan
from itadmin.services.implementation.parts import PLANS, parts_of, plan_of
from itadmin.services.implementation.standing import standing_of
from itadmin.services.implementation.verdicts import Verdict
from itadmin.services.implementation.words import GATE, undone_sentences
from itadmin.services.reading import Read, Reading

DONE, NOT_CONCERNED, WAIVED, LEFT = "klart", "ej_aktuellt", "avstatt", "kvar"
"""The codes of `punktlage`."""
_NEED_REASONS = (NOT_CONCERNED, WAIVED)
_AWAY = "avveckling"


class LeftError(KnownError):
    """A plan cannot be approved: `left` are the points that nobody has answered, in words.

    `beside_list` says the same beside the list of points, which need not be told again there.
    """

    def __init__(self, label: str, left: Sequence[str]) -> None:
        self.left = tuple(left)
        number, them = ("En punkt", "den klar") if len(left) == 1 else (f"{len(left)} punkter", "dem klara")
        how = f"Gör {them}, eller avstå med skäl."
        self.beside_list = f"{number} i checklistan är kvar. {how}"
        super().__init__(f"{label} kan inte godkännas än. {number} i checklistan är kvar: {'; '.join(left)}. {how}")


@dataclass(frozen=True, slots=True)
class Answer:
    """How a point is answered: its code of `punktlage`, by which function, and why or with what reference."""

    state: str
    by: str = ""
    reason: str = ""


def noted(reading: Reading, plan_id: UUID, answers: Mapping[str, Answer]) -> Plan:
    """What it comes to that points of a checklist are answered today, by point.

    Raises KnownError for one that is not in the list, is waived without a reason, or is done without a word on where
    though the register lacks it.
    """
    read = reading.one(PLANS, plan_id)
    plan = plan_of(read)
    if plan.status in APPROVED and any(answer.state == LEFT for answer in answers.values()):
        raise KnownError("Planen är redan godkänd, så punkten kan inte öppnas igen.")
    there = {row.point for row in plan.checklist}
    lacked = _lacked(reading, plan)
    for point, answer in answers.items():
        if point not in there:
            raise KnownError("Punkten finns inte i planens checklista. Läs om sidan.")
        if answer.state in _NEED_REASONS and not answer.reason.strip():
            raise KnownError(f"Skriv skälet: {read.words.label_of('grindpunkt', point)}.")
        if answer.state == DONE and point in lacked and not answer.reason.strip():
            raise KnownError(f"{lacked[point]} Fyll i det där, eller skriv var det finns.")
    rows = [_row(row, answers, reading.day) for row in to_plain(plan)["checklist"]]
    return Plan(_title_of_note(read, answers), (Edit(PLANS, plan_id, {"checklist": rows}),), "")


def by_the_register(reading: Reading, plan_id: UUID, by: str) -> dict[str, Answer]:
    """Answers that the register gives of itself to the points that are left: what is there, and what is not needed."""
    states = {Verdict.FOUND: DONE, Verdict.UNNEEDED: NOT_CONCERNED}
    return {
        standing.row.point: Answer(states[standing.judgement.verdict], by, standing.judgement.sentence)
        for standing in standing_of(reading, plan_of(reading.one(PLANS, plan_id)))
        if standing.is_left and standing.judgement.verdict in states
    }


def left_of(read: Read) -> tuple[str, ...]:
    """The points of a plan that nobody has answered, in words."""
    rows = plan_of(read).checklist
    return tuple(read.words.label_of("grindpunkt", row.point) for row in rows if row.state in ("", LEFT))


def approved(reading: Reading, plan_id: UUID, on: date, by: str) -> Plan:
    """What approving a plan comes to. Raises LeftError, or KnownError for a plan or a day that cannot be."""
    read = reading.one(PLANS, plan_id)
    plan = plan_of(read)
    if plan.status not in WORKED_ON:
        state = read.words.label_of("inforandelage", plan.status).lower()
        raise KnownError(f"{read.label} är {state} och kan inte godkännas igen.")
    if not plan.checklist:
        raise KnownError("Checklistan är tom. Fyll den från en mall innan planen godkänns.")
    left = left_of(read)
    if left:
        raise LeftError(read.label, left)
    if on > reading.day:
        raise KnownError("Planen kan inte godkännas en dag som inte har kommit. Ändra dagen.")
    if not by.strip():
        raise KnownError("Ange vilken funktion som godkänner, till exempel Systemägare.")
    values: dict[str, Any] = {"status": "godkand", "approved_on": on.isoformat(), "approved_by": by.strip()}
    phases = _decided(plan, on)
    if phases is not None:
        values["phases"] = phases
    word = "Avvecklingen" if plan.kind == _AWAY else "Driften"
    return Plan(
        f"{'Godkände' if plan.kind == _AWAY else 'Driftgodkände'} {read.label}",
        (Edit(PLANS, plan_id, values),),
        f"{word} godkänns {prose(on)} av {by.strip()}.",
        tuple(_remarks(reading, plan)),
    )


def _row(row: Mapping[str, Any], answers: Mapping[str, Answer], today: date) -> dict[str, Any]:
    answer = answers.get(row["point"])
    if answer is None:
        return dict(row)
    is_left = answer.state == LEFT
    return {
        "point": row["point"],
        "state": answer.state,
        "noted_on": None if is_left else today.isoformat(),
        "noted_by": None if is_left else answer.by or None,
        "reason": None if is_left else answer.reason.strip() or None,
    }


def _title_of_note(read: Read, answers: Mapping[str, Answer]) -> str:
    if len(answers) > 1:
        return f"Noterade {len(answers)} punkter i {read.label}"
    (point, answer), word = next(iter(answers.items())), read.words.label_of
    return f"Noterade i {read.label}: {word('grindpunkt', point)} – {word('punktlage', answer.state).lower()}"


def _decided(plan: Implementation, on: date) -> list[dict[str, Any]] | None:
    """The rows of phases with the decision to approve noted, where there is such a phase and it is not decided."""
    rows: list[dict[str, Any]] = [dict(row) for row in to_plain(plan)["phases"]]
    found = [row for row in rows if row["phase"] == GATE and row["decided_on"] is None]
    for row in found:
        row["decided_on"] = on.isoformat()
    return rows if found else None


def _lacked(reading: Reading, plan: Implementation) -> dict[str, str]:
    """What the register says of the points that it lacks, by point."""
    return {
        standing.row.point: standing.judgement.sentence
        for standing in standing_of(reading, plan)
        if standing.judgement.verdict is Verdict.LACKING
    }


def _remarks(reading: Reading, plan: Implementation) -> Iterator[str]:
    """What to know before a plan is approved: what is waived, done by somebody's word alone, or not done yet."""
    waived = sum(row.state == WAIVED for row in plan.checklist)
    if waived:
        yield _waived_words(waived)
    lacked = _lacked(reading, plan)
    alone = sum(row.state == DONE and row.point in lacked for row in plan.checklist)
    if alone:
        points = "En punkt är noterad som klar" if alone == 1 else f"{alone} punkter är noterade som klara"
        yield f"{points} fast registret saknar det."
    yield from undone_sentences(parts_of(reading, plan.id), reading.day)


def _waived_words(number: int) -> str:
    points = "en punkt" if number == 1 else f"{number} punkter"
    return f"Systemägaren avstår från {points} med skäl. De står kvar i checklistan och i historiken."
