"""`demo`: the sample region, as register files to open and a few papers to look at."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from itadmin.cli.context import Context
from itadmin.documents.catalogue import prepare
from itadmin.documents.making import make
from itadmin.services.safekeeping import write_file
from itadmin.services.sample import make_sample_region, sample_documents
from itadmin.services.time_machine import reading_of

PAPERS = "dokument"


def make_demo(arguments: Namespace, context: Context) -> int:
    """Make the sample region and the papers that show what it can be used for."""
    region = make_sample_region(arguments.directory)
    context.output.line(
        "Övningsregionen är gjord. Allt i den utom kommunernas namn, koder och invånarantal är påhittat."
    )
    for file in region.files:
        context.output.line(f"  {file}")
        for paper in _papers(file, arguments.directory / PAPERS, context):
            context.output.line(f"  {paper}")
    return 0


def _papers(file: Path, folder: Path, context: Context) -> Iterator[Path]:
    """The papers worth showing of a file; one that lacks something is made as a draft."""
    with reading_of(file, context.around.today()) as reading:
        for kind, record_id in sample_documents(reading):
            prepared = prepare(kind, reading, record_id, draft=False)
            paper = folder / f"{file.stem}-{prepared.file_name}"
            write_file(paper, make(kind, reading, record_id, draft=bool(prepared.missing)))
            yield paper
