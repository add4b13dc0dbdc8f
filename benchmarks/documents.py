"""How fast driftavtal are made, against ReportLab's multiBuild of the same text with the same fonts and sizes."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from pypdfium2 import PdfDocument

from benchmarks.floors.multibuild import Peer
from benchmarks.material import DRIFTAVTAL, CompleteAgreement, complete_agreements
from benchmarks.processes import run_child
from benchmarks.runner import Figures, Run, in_turns, ratio, seconds
from itadmin.documents.catalogue import prepare
from itadmin.documents.making import make
from itadmin.documents.pdf.render import render

_BATCH = 20


def measure(run: Run) -> Figures:
    """Pages a second of one complete driftavtal and of 20 different ones, of multiBuild, and the first one's time."""
    with TemporaryDirectory(prefix="itadmin-") as temporary:
        run.tell("övningsregionen görs")
        batch = list(islice(complete_agreements(Path(temporary)), _BATCH))
        one = batch[0]
        paper = prepare(DRIFTAVTAL, one.reading, one.record_id, draft=False).paper
        peer = Peer()
        pages, peer_pages = page_count(render(paper)), page_count(peer.build(paper))
        batch_pages = sum(page_count(_make(each)) for each in batch)
        speeds = in_turns(
            run,
            {
                "render": lambda: pages / seconds(lambda: render(paper)),
                "make": lambda: pages / seconds(lambda: _make(one)),
                "multibuild": lambda: peer_pages / seconds(lambda: peer.build(paper)),
                "batch": lambda: batch_pages / seconds(lambda: [_make(each) for each in batch]),
                "first": lambda: _first_ms(one),
            },
        )
    pages_ratio = ratio(speeds["render"], speeds["multibuild"])
    return {
        "pages": pages,
        "pages_per_s": median(speeds["render"]),
        "made_pages_per_s": median(speeds["make"]),
        "batch_pages_per_s": median(speeds["batch"]),
        "first_ms": median(speeds["first"]),
        "multibuild_pages": peer_pages,
        "multibuild_pages_per_s": median(speeds["multibuild"]),
        "multibuild_ratio": pages_ratio,
        "multibuild_document_ratio": pages_ratio * peer_pages / pages,
    }


def page_count(pdf: bytes) -> int:
    """How many pages a file has."""
    with PdfDocument(pdf) as document:
        return len(document)


def _make(agreement: CompleteAgreement) -> bytes:
    return make(DRIFTAVTAL, agreement.reading, agreement.record_id, draft=False)


def _first_ms(agreement: CompleteAgreement) -> float:
    return run_child("benchmarks.children.first_paper", str(agreement.file), str(agreement.record_id)).ms("paper")
