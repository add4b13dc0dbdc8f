"""`add`, `set`, `delete` and `undo`: the same rules, journal and undo as the window."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing

from itadmin.cli.context import Context
from itadmin.cli.entering import Entered, entered
from itadmin.cli.names import fillable_register, known_register
from itadmin.domain.problems import Problem
from itadmin.services.workspace import Workspace, open_workspace


def add(arguments: Namespace, context: Context) -> int:
    """Add a record and write its id."""
    register = fillable_register(arguments.register)
    with _opened(arguments, context) as workspace:
        given = entered(register, arguments.values, workspace.reading())
        problems = workspace.records.check(register.name, given.values)
        record_id = workspace.records.add(register.name, given.values)
    context.output.line(str(record_id))
    _remark(context, given, problems)
    return 0


def change(arguments: Namespace, context: Context) -> int:
    """Change fields of a record."""
    register = known_register(arguments.register)
    with _opened(arguments, context) as workspace:
        reading = workspace.reading()
        record_id = reading.named(register.name, arguments.record)
        given = entered(register, arguments.values, reading)
        problems = workspace.records.check(register.name, given.values, record_id)
        done = workspace.records.save(register.name, record_id, given.values)
    context.output.line(f"{done.title}." if done.changes else "Inget ändrades; det stod redan så.")
    _remark(context, given, [problem for problem in problems if problem.field in given.values])
    return 0


def delete(arguments: Namespace, context: Context) -> int:
    """Put a record in the bin."""
    register = known_register(arguments.register)
    with _opened(arguments, context) as workspace:
        record_id = workspace.reading().named(register.name, arguments.record)
        done = workspace.records.delete(register.name, [record_id])
    context.output.line(f"{done.title}." if done.changes else "Posten låg redan i papperskorgen.")
    return 0


def undo(arguments: Namespace, context: Context) -> int:
    """Take back the newest step not yet undone."""
    with _opened(arguments, context) as workspace:
        done = workspace.undo.undo()
    context.output.line(f"{done.title}.")
    return 0


def _opened(arguments: Namespace, context: Context) -> closing[Workspace]:
    return closing(open_workspace(arguments.file, context.around))


def _remark(context: Context, given: Entered, problems: Iterable[Problem]) -> None:
    for sentence in (*given.remarks, *(problem.text for problem in problems if problem.severity == "anmarkning")):
        context.output.remark(sentence)
