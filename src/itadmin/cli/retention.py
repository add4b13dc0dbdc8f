"""`retention`: what the kommun's own gallringsfrister say is to go, or taking it away for good."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from uuid import UUID

from itadmin.cli.context import Context
from itadmin.cli.output import Output
from itadmin.domain.erasure import PEOPLE
from itadmin.services.reading import Reading
from itadmin.services.retention.erasure import PARTICIPATIONS as PARTICIPATION_REGISTER
from itadmin.services.retention.erasure import erase
from itadmin.services.retention.foreseen import foresee
from itadmin.services.retention.overdue import LEFT, PARTICIPATIONS, Due, due, ids_due
from itadmin.services.retention.words import COPIES, FINAL, NOTHING_DUE, due_words, mention_words
from itadmin.services.time_machine import reading_of
from itadmin.services.workspace import open_workspace

_REGISTERS = {LEFT: PEOPLE, PARTICIPATIONS: PARTICIPATION_REGISTER}


@dataclass(frozen=True)
class _Found:
    """What is to go, what it is called while it still has a name, and where that name is left."""

    due: tuple[Due, ...]
    labels: Mapping[UUID, str]
    left: tuple[str, ...]


def retention(arguments: Namespace, context: Context) -> int:
    """Tell what is past its time, and with `--apply` take it away."""
    if arguments.apply:
        with closing(open_workspace(arguments.file, context.around)) as workspace:
            found = _found(workspace.reading())
            if found.due:
                done = erase(workspace, ids_due(found.due, LEFT), ids_due(found.due, PARTICIPATIONS))
                if done.remark:
                    context.output.remark(done.remark)
    else:
        with reading_of(arguments.file, context.around.today()) as reading:
            found = _found(reading)
    if arguments.format == "json":
        context.output.json(_objects(found, applied=arguments.apply))
    else:
        _tell(context.output, found, applied=arguments.apply)
    for sentence in found.left:
        context.output.remark(sentence)
    return 0


def _found(reading: Reading) -> _Found:
    overdue = due(reading)
    labels: dict[UUID, str] = {}
    for item in overdue:
        labels |= reading.labels(_REGISTERS[item.kind], [each.record_id for each in item.records])
    told = (foresee(reading, person) for person in ids_due(overdue, LEFT))
    left = (f"{each.person.label} står också här: {mention_words(item)}." for each in told for item in each.mentions)
    return _Found(overdue, labels, tuple(left))


def _tell(output: Output, found: _Found, *, applied: bool) -> None:
    if not found.due:
        output.line(NOTHING_DUE)
        return
    for item in found.due:
        output.line(due_words(item).capitalize())
        rows = [[found.labels[each.record_id], each.since.isoformat()] for each in item.records]
        output.table(["Post", "Sedan"], rows, whole=True)
        output.line("")
    if applied:
        output.line(f"Borttaget för gott. {FINAL} {COPIES}")
    else:
        output.line(f"Inget är borttaget. Lägg till --apply för att ta bort det. {FINAL}")


def _objects(found: _Found, *, applied: bool) -> list[dict[str, object]]:
    return [
        {
            "kind": item.kind,
            "register": _REGISTERS[item.kind],
            "record_id": str(each.record_id),
            "record": found.labels[each.record_id],
            "since": each.since.isoformat(),
            "applied": applied,
        }
        for item in found.due
        for each in item.records
    ]
