"""`document --where` and `document --out-dir`: papers of one kind of many records, in a folder or in one file."""

from __future__ import annotations

from argparse import Namespace

from itadmin.cli.context import Context
from itadmin.cli.filters import select
from itadmin.cli.reading import reading_for
from itadmin.cli.usage import UsageError
from itadmin.documents.batch import Order, Outcome, into_file, into_folder
from itadmin.documents.catalogue import DocumentType
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.progress import Progress


def is_many(arguments: Namespace) -> bool:
    """Whether the command asks for papers of many records."""
    return bool(arguments.where or arguments.out_dir)


def make_many(arguments: Namespace, kind: DocumentType, context: Context) -> int:
    """Make the papers of all records that meet the conditions; 1 when one or more could not be made."""
    _check(arguments, kind)
    register = REGISTERS[str(kind.register)]
    with reading_for(arguments, context) as reading:
        fitting = {read.record.id for read in select(reading, register, kind.where)}
        wanted = (read.record.id for read in select(reading, register, arguments.where))
        ids = tuple(record_id for record_id in wanted if record_id in fitting)
        if not ids:
            raise KnownError(f"Det finns inga poster i {register.name} att göra {kind.name} av. Ändra --where.")
        order = Order(kind.type, ids, arguments.draft)
        if arguments.out_dir:
            done = into_folder(reading, order, arguments.out_dir, Progress())
        else:
            done = into_file(reading, order, arguments.out, Progress())
    return _tell(done, arguments, context)


def _check(arguments: Namespace, kind: DocumentType) -> None:
    """Raises UsageError for what cannot be asked for together."""
    if kind.register is None:
        raise UsageError(f"{kind.name} handlar om hela filen. Ta bort --where och --out-dir.")
    if arguments.record:
        raise UsageError("Ange --record för ett dokument, eller --where för flera, men inte båda.")
    if arguments.store:
        raise UsageError("Handlingar numreras en i taget. Ta bort --store, eller ange --record i stället för --where.")
    if (arguments.out is None) == (arguments.out_dir is None):
        raise UsageError("Ange --out-dir MAPP för en fil var, eller --out PDF för alla i en fil.")


def _tell(done: Outcome, arguments: Namespace, context: Context) -> int:
    saved = "1 dokument är sparat" if done.made == 1 else f"{grouped(done.made)} dokument är sparade"
    if done.made:
        context.output.line(f"{saved} i {arguments.out_dir or arguments.out}.")
    for each in done.left_out:
        context.output.remark(f"{each.label}: {each.reason}")
    return 1 if done.left_out else 0
