"""`demo`: the sample region, as register files that have heard of each other, and a few papers to look at."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Container, Iterator
from pathlib import Path
from uuid import UUID

from itadmin.cli.context import Context
from itadmin.documents.catalogue import TYPES, prepare
from itadmin.documents.making import make
from itadmin.documents.sample_handlings import keep_adopted
from itadmin.documents.suitable import suitable
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.services.sample import make_sample_region, sample_documents
from itadmin.services.sample_exchange import exchange
from itadmin.services.time_machine import reading_of

PAPERS = "dokument"
_MOST_TRIED = 12


def make_demo(arguments: Namespace, context: Context) -> int:
    """Make the sample region, let its kommuner share, and make the papers that show what it can be used for."""
    region = make_sample_region(arguments.directory, keep_adopted, exchange)
    context.output.line(
        "Övningsregionen är gjord. Allt i den utom kommunernas namn, koder och invånarantal är påhittat."
    )
    for place, file in enumerate(region.files):
        context.output.line(f"  {file}")
        for paper in _papers(file, arguments.directory / PAPERS, context, of_every_kind=place == 0):
            context.output.line(f"  {paper}")
    for made in (*region.stores, *region.shared):
        context.output.line(f"  {made}")
    return 0


def _papers(file: Path, folder: Path, context: Context, *, of_every_kind: bool) -> Iterator[Path]:
    """The papers worth showing of a file, or also one of each other kind; one that lacks something is a draft."""
    with reading_of(file, context.around.today()) as reading:
        shown = sample_documents(reading)
        others = _others(reading, {kind for kind, _record in shown}) if of_every_kind else ()
        for kind, record_id in (*shown, *others):
            prepared = prepare(kind, reading, record_id, draft=False)
            paper = folder / f"{file.stem}-{prepared.file_name}"
            write_file(paper, make(kind, reading, record_id, draft=bool(prepared.missing)))
            yield paper


def _others(reading: Reading, shown: Container[str]) -> Iterator[tuple[str, UUID | None]]:
    """One paper of each kind that is not shown, of the first record that lacks nothing for it, else of the first."""
    for kind in TYPES.values():
        if kind.type in shown:
            continue
        if kind.register is None:
            yield kind.type, None
            continue
        records = reading.keys(kind.register, suitable(kind))[:_MOST_TRIED]
        whole = (key for key in records if not prepare(kind.type, reading, key, draft=False).missing)
        if records:
            yield kind.type, next(whole, records[0])
