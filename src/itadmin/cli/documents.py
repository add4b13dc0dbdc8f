"""`document`: one paper as PDF, kept in the register if that is asked for, or the list of what papers there are.

Loads what makes papers.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from uuid import UUID

from itadmin.cli.context import Context
from itadmin.cli.filters import select
from itadmin.cli.many_documents import is_many, make_many
from itadmin.cli.reading import reading_for
from itadmin.cli.usage import UsageError, shown
from itadmin.documents.catalogue import TYPES, DocumentType, IncompleteError, MissingValue, prepare
from itadmin.documents.issuing import issue_paper
from itadmin.documents.making import make
from itadmin.documents.phrases import counted
from itadmin.documents.suitable import suitable_words
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.services.workspace import open_workspace


def document(arguments: Namespace, context: Context) -> int:
    """Make a paper for signature, or a draft of it; without `--draft` it is not made when something is missing."""
    if arguments.types:
        return _list_types(arguments, context)
    kind = _kind(arguments)
    if is_many(arguments):
        _refuse_register(arguments)
        return make_many(arguments, kind, context)
    _require_one(arguments, kind)
    if arguments.store:
        return _store(arguments, kind, context)
    with reading_for(arguments, context) as reading:
        record_id = _record(arguments, kind, reading)
        prepared = prepare(kind.type, reading, record_id, draft=arguments.draft)
        missing = prepared.missing
        if missing and not arguments.draft:
            return _refuse(kind, missing, context)
        content = make(kind.type, reading, record_id, draft=arguments.draft)
    _refuse_register(arguments)
    write_file(arguments.out, content)
    context.output.line(f"Dokumentet är sparat i {arguments.out}.")
    if missing:
        context.output.remark(f"{_number(missing)} saknas och är märkta i utkastet.")
    elif prepared.untold:
        context.output.remark(f"{_number(prepared.untold)} saknas, och det står så i dokumentet.")
    for remark in prepared.remarks:
        context.output.remark(remark)
    return 0


def _store(arguments: Namespace, kind: DocumentType, context: Context) -> int:
    """Make a paper, number it and keep it in the register as well."""
    if arguments.draft or arguments.as_of:
        other = "--draft" if arguments.draft else "--as-of"
        raise UsageError(f"Med --store registreras en färdig handling av det som gäller nu. Ta bort {other}.")
    _refuse_register(arguments)
    with closing(open_workspace(arguments.file, context.around)) as workspace:
        reading = workspace.reading(arguments.on)
        try:
            issued = issue_paper(workspace, reading, kind.type, _record(arguments, kind, reading), arguments.out)
        except IncompleteError as error:
            return _refuse(kind, error.missing, context)
    context.output.line(f"Dokumentet är sparat i {arguments.out} och registrerat som handling {issued.number}.")
    return 0


def _refuse(kind: DocumentType, missing: Sequence[MissingValue], context: Context) -> int:
    context.output.remark(f"{kind.name} görs inte som färdig handling medan {_number(missing)} saknas:")
    for gap in missing:
        context.output.remark(f"{gap.label} ({gap.where})")
    return 3


def _number(missing: Sequence[MissingValue]) -> str:
    return counted(len(missing), "uppgift", "uppgifter")


def _list_types(arguments: Namespace, context: Context) -> int:
    if arguments.format == "json":
        context.output.json(
            [
                {"type": kind.type, "name": kind.name, "register": kind.register, "where": list(kind.where)}
                for kind in TYPES.values()
            ]
        )
    else:
        rows = ((kind.type, kind.name, kind.register or "hela filen", suitable_words(kind)) for kind in TYPES.values())
        context.output.table(["Typ", "Dokument", "Register", "Poster där"], rows, whole=True)
    return 0


def _kind(arguments: Namespace) -> DocumentType:
    for value, name in ((arguments.type, "TYP"), (arguments.file, "FIL")):
        if value is None:
            raise UsageError(f"Ange också {name}. Se itadmin document --help.")
    if arguments.type not in TYPES:
        raise UsageError(f"Dokumentet {shown(arguments.type)} finns inte. De som finns är: {', '.join(TYPES)}.")
    return TYPES[arguments.type]


def _require_one(arguments: Namespace, kind: DocumentType) -> None:
    """Raises UsageError when it is not said where the paper goes, or of which record it is made."""
    if arguments.out is None:
        raise UsageError("Ange också --out PDF. Se itadmin document --help.")
    if kind.register and not arguments.record:
        raise UsageError(f"Ange också --record ID: posten i {kind.register} som dokumentet handlar om.")


def _record(arguments: Namespace, kind: DocumentType, reading: Reading) -> UUID | None:
    """The record a paper is about. Raises KnownError when such a paper cannot be made of it."""
    if kind.register is None:
        return None
    record_id = reading.named(kind.register, arguments.record)
    read = reading.one(kind.register, record_id)
    if kind.where and all(
        found.record.id != record_id for found in select(reading, REGISTERS[kind.register], kind.where)
    ):
        raise KnownError(f"{kind.name} görs inte av {read.label}, bara där {suitable_words(kind)}.")
    return record_id


def _refuse_register(arguments: Namespace) -> None:
    if arguments.out and arguments.out.resolve() == arguments.file.resolve():
        raise KnownError(f"{arguments.out} är registerfilen. Ange ett annat namn efter --out.")
