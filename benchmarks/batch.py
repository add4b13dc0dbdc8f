"""How fast a thousand driftavtal are made on two cores, against multiBuild on one, and whether memory stays flat."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.floors.multibuild import Peer
from benchmarks.material import DRIFTAVTAL, complete_agreements
from benchmarks.pages import page_count
from benchmarks.processes import run_child
from benchmarks.runner import Figures, Run, in_turns, ratio, seconds
from itadmin.documents.batch_press import Order, press
from itadmin.documents.catalogue import prepare
from itadmin.services.packing import PackedRegister, packed

_PAPERS = 1000
_MOST_ROUNDS = 2
"""A round takes about a minute."""

_PEERS = 10
_KILOBYTES = 1000


def measure(run: Run) -> Figures:
    """Pages a second of a thousand agreements and of multiBuild, and how memory grows from the hundredth on."""
    with TemporaryDirectory(prefix="itadmin-") as temporary:
        run.tell("övningsregionen görs")
        agreements = list(complete_agreements(Path(temporary)))
        first = agreements[0]
        register = packed(first.reading)
        ids = tuple(each.record_id for each in agreements if each.file == first.file)
        lengths = {made.record_id: page_count(made.content) for made in press(register, Order(DRIFTAVTAL, ids))}
        order = Order(DRIFTAVTAL, tuple(islice(cycle(ids), _PAPERS)))
        pages = sum(lengths[record_id] for record_id in order.ids)
        paper = prepare(DRIFTAVTAL, first.reading, first.record_id, draft=False).paper
        peer = Peer()
        peer_pages = page_count(peer.build(paper)) * _PEERS
        speeds = in_turns(
            replace(run, rounds=min(run.rounds, _MOST_ROUNDS)),
            {
                "batch": lambda: pages / seconds(lambda: _make(register, order)),
                "multibuild": lambda: peer_pages / seconds(lambda: [peer.build(paper) for _ in range(_PEERS)]),
            },
        )
        told = run_child("benchmarks.children.many_papers", str(first.file), str(_PAPERS))
    return {
        "batch_papers": _PAPERS,
        "batch_pages_per_s": median(speeds["batch"]),
        "batch_multibuild_ratio": ratio(speeds["batch"], speeds["multibuild"]),
        "batch_memory_mb": told.value("after") / _KILOBYTES,
        "memory_growth_mb": (told.value("after") - told.value("before")) / _KILOBYTES,
    }


def _make(register: PackedRegister, order: Order) -> None:
    """Make all the papers, and let each go as it comes."""
    for made in press(register, order):
        if made.reason:
            raise ValueError(made.reason)
