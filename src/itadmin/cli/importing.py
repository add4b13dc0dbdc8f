"""`import`: a table from Excel or CSV into a register, as a preview or for good."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from uuid import UUID

from itadmin.cli.context import Context
from itadmin.cli.names import fillable_register
from itadmin.cli.output import Output
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.applying import write_plan
from itadmin.services.importing.by_values import by_values
from itadmin.services.importing.opening import Proposal, open_for
from itadmin.services.importing.plan import ImportPlan
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.time_machine import reading_of
from itadmin.services.workspace import open_workspace

_MOST_CHANGED = 40


def import_table(arguments: Namespace, context: Context) -> int:
    """Take in a table, or say what taking it in would do; 1 when rows or cells are left out."""
    register = fillable_register(arguments.register)
    proposal = open_for(register, arguments.table)
    found, applied = (_applied if arguments.apply else _previewed)(register, proposal, arguments, context)
    if arguments.format == "json":
        context.output.json(_summary(found, applied=applied))
    else:
        _tell(context.output, proposal, found)
        context.output.line(_outcome(found, applied=applied))
    _remark(context.output, proposal, found)
    return 1 if found.problems else 0


def _previewed(
    register: Register, proposal: Proposal, arguments: Namespace, context: Context
) -> tuple[ImportPlan, bool]:
    with reading_of(arguments.file, context.around.today()) as reading:
        return _planned(register, proposal, reading, context.around.new_id), False


def _applied(register: Register, proposal: Proposal, arguments: Namespace, context: Context) -> tuple[ImportPlan, bool]:
    with closing(open_workspace(arguments.file, context.around)) as workspace:
        found = _planned(register, proposal, workspace.reading(), context.around.new_id)
        write_plan(workspace, found)
    return found, True


def _planned(register: Register, proposal: Proposal, reading: Reading, new_id: Callable[[], UUID]) -> ImportPlan:
    table, columns = proposal.table, by_values(reading.existing(), register, proposal.table, proposal.columns)
    return plan(reading, register, table, columns, new_id, Progress(), file_name=proposal.file_name)


def _summary(found: ImportPlan, *, applied: bool) -> dict[str, object]:
    return {
        "new": found.count("ny"),
        "changed": found.count("andrad"),
        "unchanged": found.count("oforandrad"),
        "problems": [{"row": item.row, "field": item.field, "reason": item.reason} for item in found.problems],
        "applied": applied,
    }


def _tell(output: Output, proposal: Proposal, found: ImportPlan) -> None:
    """The preview as people read it."""
    sheet = f", bladet {proposal.table.sheet}" if proposal.table.sheet else ""
    output.line(f"{proposal.file_name}{sheet}, rubriker på rad {proposal.table.number}")
    output.line(
        f"Nya: {found.count('ny')}   Ändrade: {found.count('andrad')}   "
        f"Oförändrade: {found.count('oforandrad')}   Rader som lämnas ute: {found.count('problem')}"
    )
    for register, labels in found.made.items():
        output.line(f"Läggs till bland {REGISTERS[register].plural.lower()}: {len(labels)}")
    changed = [
        [str(row.number), row.label, change.label, change.old or "tomt", change.new or "tomt"]
        for row in found.in_state("andrad")
        for change in found.changes_of(row)
    ]
    if changed:
        output.line("")
        output.table(["Rad", "Post", "Fält", "Nu", "Blir"], changed[:_MOST_CHANGED])
    if len(changed) > _MOST_CHANGED:
        output.line(f"… och {len(changed) - _MOST_CHANGED} ändringar till.")
    if found.problems:
        output.line("")
        fields = found.register.fields
        rows = [[str(item.row), fields[item.field].label, item.reason] for item in found.problems]
        output.table(["Rad", "Fält", "Problem"], rows, whole=True)
        output.line("")


def _outcome(found: ImportPlan, *, applied: bool) -> str:
    if not found.change_set.changes:
        return "Inget att ändra; allt som kan tas in står redan så."
    if applied:
        return "Inläst som ett steg. En säkerhetskopia togs före. Ångra med kommandot undo."
    return "Inget är skrivet. Lägg till --apply för att läsa in."


def _remark(output: Output, proposal: Proposal, found: ImportPlan) -> None:
    """What a person should know of the table, beside the preview."""
    if len(proposal.sheets) > 1:
        others = ", ".join(name for name in proposal.sheets if name != proposal.table.sheet)
        output.remark(f"Bladet {proposal.table.sheet} är läst. Andra blad i filen: {others}.")
    if proposal.not_taken:
        output.remark(f"Kolumner som inte tas in: {', '.join(proposal.not_taken)}.")
    for remark in found.remarks:
        output.remark(remark)
