"""`training`: which systems have an utbildningsplan that holds, and with `--make` plans for those that lack one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from uuid import UUID

from itadmin.cli.context import Context
from itadmin.cli.filters import select
from itadmin.cli.output import Output
from itadmin.cli.usage import UsageError, shown
from itadmin.domain.calculations.training_plans import STATE_WORDS, PlanState
from itadmin.domain.money import format_percent, grouped
from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Reading
from itadmin.services.time_machine import reading_of
from itadmin.services.training.coverage import Coverage, Covered, coverage
from itadmin.services.training.making import SYSTEM, Made, from_template, general_from_template
from itadmin.services.training.templates import template, templates
from itadmin.services.workspace import Workspace, open_workspace

BY_CATEGORY = "kategori"
"""What `--make` is told to take the usual template of each system's category."""

_SYSTEMS = "systems"
_WHOLE_PERCENT = 100
_KEYS = ("system", "system_id", "area", "category", "state", "reason", "plan_id", "adopted_on", "revise_by")


def training(arguments: Namespace, context: Context) -> int:
    """Print how it is with the plan of each verksamhetssystem in use, or make the plans that are missing."""
    if arguments.make:
        return _make(arguments, context)
    if arguments.apply:
        raise UsageError("--apply hör till --make MALL. Ange vilken mall planerna ska göras från.")
    with reading_of(arguments.file, arguments.on or context.around.today()) as reading:
        found = coverage(reading)
        systems = _asked(reading, found, arguments.where)
    if arguments.missing:
        systems = [each for each in systems if each.state is PlanState.MISSING]
    _tell(context.output, systems, found, arguments)
    return 0


def _asked(reading: Reading, found: Coverage, where: Sequence[str]) -> list[Covered]:
    """The systems in use that meet the conditions; without any, those that must have a plan."""
    if not where:
        return [each for each in found.systems if each.is_demanded]
    chosen = {read.record.id.bytes for read in select(reading, REGISTERS[_SYSTEMS], where)}
    return [each for each in found.systems if each.system in chosen]


def _tell(output: Output, systems: Sequence[Covered], found: Coverage, arguments: Namespace) -> None:
    rows = [_values(each) for each in systems]
    if arguments.format == "json":
        output.json(rows)
        return
    if arguments.format == "csv":
        output.csv(rows, _KEYS)
        return
    headings = ("System", "Område", "Plan", "Fastställd", "Revideras senast", "Varför")
    output.table(headings, (_cells(each) for each in systems), whole=True)
    if not (arguments.where or arguments.missing):
        output.line("")
        output.line(_summary(found))


def _values(each: Covered) -> dict[str, str | None]:
    return {
        "system": each.name,
        "system_id": str(each.system_id),
        "area": each.area or None,
        "category": each.category or None,
        "state": each.state.value,
        "reason": each.reason or None,
        "plan_id": str(each.plan_id) if each.plan_id else None,
        "adopted_on": _iso(each.adopted_on) or None,
        "revise_by": _iso(each.revise_by) or None,
    }


def _cells(each: Covered) -> tuple[str, ...]:
    return each.name, each.area, STATE_WORDS[each.state], _iso(each.adopted_on), _iso(each.revise_by), each.reason


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _summary(found: Coverage) -> str:
    share = found.whole.share
    if share.percent is None:
        return "Det finns inga verksamhetssystem i drift ännu."
    percent = format_percent(share.percent // _WHOLE_PERCENT * _WHOLE_PERCENT)
    counted = f"{grouped(share.number)} av {grouped(share.of)} verksamhetssystem i drift"
    return f"{counted} har en fastställd utbildningsplan som gäller – {percent}."


def _make(arguments: Namespace, context: Context) -> int:
    """Make plans from a template, or say which would be made; 1 when systems were left out."""
    if arguments.missing or arguments.on:
        raise UsageError("--make gör planer för dem som saknar en i dag. Ta bort --missing och --on.")
    if arguments.format == "csv":
        raise UsageError("Det som --make gör skrivs som table eller json. Ändra --format.")
    made = (_applied if arguments.apply else _previewed)(arguments, context)
    if arguments.format == "json":
        context.output.json(_outcome(made, applied=arguments.apply))
    else:
        _tell_made(context.output, made, applied=arguments.apply)
    return 1 if made.left_out else 0


def _previewed(arguments: Namespace, context: Context) -> Made:
    with reading_of(arguments.file, context.around.today()) as reading:
        return _planned(Workspace(reading.file, context.around), arguments)


def _applied(arguments: Namespace, context: Context) -> Made:
    with closing(open_workspace(arguments.file, context.around)) as workspace:
        made = _planned(workspace, arguments)
        if made.changes.changes:
            workspace.records.apply(made.changes)
    return made


def _planned(workspace: Workspace, arguments: Namespace) -> Made:
    reading, key = workspace.reading(), _key(arguments.make)
    if key and template(key).kind != SYSTEM:
        if arguments.where:
            raise UsageError(f"Mallen {key} gäller inget enskilt system. Ta bort --where.")
        return general_from_template(reading, workspace.records, key)
    return from_template(reading, workspace.records, _wanted(reading, arguments.where), key)


def _key(name: str) -> str:
    """The key of a template, "" for the usual one of each category. Raises UsageError."""
    known = [BY_CATEGORY, *(each.key for each in templates())]
    if name not in known:
        raise UsageError(f"Mallen {shown(name)} finns inte. Mallarna är: {', '.join(known)}.")
    return "" if name == BY_CATEGORY else name


def _wanted(reading: Reading, where: Sequence[str]) -> Sequence[UUID]:
    """The systems that meet the conditions; without any, those that must have a plan and have none."""
    if not where:
        return coverage(reading).missing
    return [read.record.id for read in select(reading, REGISTERS[_SYSTEMS], where)]


def _outcome(made: Made, *, applied: bool) -> dict[str, object]:
    left_out = [
        {"system": each.label, "system_id": str(each.system_id), "reason": each.reason} for each in made.left_out
    ]
    return {"new": len(made.plan_ids), "left_out": left_out, "applied": applied and bool(made.plan_ids)}


def _tell_made(output: Output, made: Made, *, applied: bool) -> None:
    plans = set(made.plan_ids)
    for change in made.changes.changes:
        if change.record_id in plans and change.after is not None:
            output.line(str(change.after["title"]))
    number = "1 utbildningsplan" if len(plans) == 1 else f"{grouped(len(plans))} utbildningsplaner"
    if not plans:
        output.line("Inga planer att göra.")
    elif applied:
        output.line(f"{number} är gjorda som utkast, i ett steg. Ångra med kommandot undo.")
    else:
        output.line(f"{number} skulle göras som utkast. Inget är skrivet. Lägg till --apply för att göra dem.")
    for each in made.left_out:
        output.remark(f"{each.label}: {each.reason}")
