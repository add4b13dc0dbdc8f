"""`attention`: the work list *Kräver åtgärd* as a table or JSON."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from itadmin.cli.context import Context
from itadmin.cli.output import Output
from itadmin.domain.calculations.attention import BAND_WORDS, AttentionLine
from itadmin.services.attention import work_list
from itadmin.services.time_machine import reading_of


def attention(arguments: Namespace, context: Context) -> int:
    """Print what needs doing, the most pressing first; what rests or is handled is left out."""
    with reading_of(arguments.file, arguments.on or context.around.today()) as reading:
        lines = work_list(reading).lines
    if arguments.format == "json":
        _objects(context.output, lines)
    else:
        _table(context.output, lines)
    return 0


def _objects(output: Output, lines: Iterable[AttentionLine]) -> None:
    output.json(
        [
            {
                "kind": line.kind,
                "register": line.register,
                "record_id": str(line.record_id),
                "record": line.record,
                "reason": line.reason,
                "day": line.day.isoformat() if line.day else None,
                "band": line.band.value,
                "responsible": line.responsible or None,
            }
            for line in lines
        ]
    )


def _table(output: Output, lines: Iterable[AttentionLine]) -> None:
    rows = (
        (BAND_WORDS[line.band], line.day.isoformat() if line.day else "", line.record, line.responsible, line.reason)
        for line in lines
    )
    output.table(["När", "Senast", "Post", "Ansvarig", "Vad"], rows, whole=True)
