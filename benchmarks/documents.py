"""How fast papers are made: a driftavtal against ReportLab's multiBuild of the same text with the same faces and sizes.

A thousand of them, registers of many systems and other typesetters are measured by modules of their own.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import batch, peers, registers
from benchmarks.floors.multibuild import Peer
from benchmarks.material import DRIFTAVTAL, CompleteAgreement, complete_agreements
from benchmarks.pages import page_count
from benchmarks.processes import run_child
from benchmarks.runner import Figures, Run, in_turns, ratio, seconds
from itadmin.documents.catalogue import prepare
from itadmin.documents.making import make
from itadmin.documents.pdf.render import render


def measure(run: Run) -> Figures:
    """One driftavtal, a thousand, registers of 2,000 systems, and the peers that are installed."""
    return {**_one(run), **batch.measure(run), **registers.measure(run), **peers.measure(run)}


def _one(run: Run) -> Figures:
    """Pages a second of one complete driftavtal, of multiBuild, and the first one's time."""
    with TemporaryDirectory(prefix="itadmin-") as temporary:
        run.tell("övningsregionen görs")
        one = next(complete_agreements(Path(temporary)))
        paper = prepare(DRIFTAVTAL, one.reading, one.record_id, draft=False).paper
        peer = Peer()
        pages, peer_pages = page_count(render(paper)), page_count(peer.build(paper))
        speeds = in_turns(
            run,
            {
                "render": lambda: pages / seconds(lambda: render(paper)),
                "make": lambda: pages / seconds(lambda: _make(one)),
                "multibuild": lambda: peer_pages / seconds(lambda: peer.build(paper)),
                "first": lambda: _first_ms(one),
            },
        )
    pages_ratio = ratio(speeds["render"], speeds["multibuild"])
    return {
        "pages": pages,
        "pages_per_s": median(speeds["render"]),
        "made_pages_per_s": median(speeds["make"]),
        "first_ms": median(speeds["first"]),
        "multibuild_pages": peer_pages,
        "multibuild_pages_per_s": median(speeds["multibuild"]),
        "multibuild_ratio": pages_ratio,
        "multibuild_document_ratio": pages_ratio * peer_pages / pages,
    }


def _make(agreement: CompleteAgreement) -> bytes:
    return make(DRIFTAVTAL, agreement.reading, agreement.record_id, draft=False)


def _first_ms(agreement: CompleteAgreement) -> float:
    return run_child("benchmarks.children.first_paper", str(agreement.file), str(agreement.record_id)).ms("paper")
