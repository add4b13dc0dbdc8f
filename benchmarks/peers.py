"""How fast other typesetters set the same papers, those of them that are installed; the program needs none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.floors import libreoffice, typst
from benchmarks.material import DRIFTAVTAL, complete_agreements
from benchmarks.pages import page_counts
from benchmarks.runner import Figures, Run, in_turns, seconds
from itadmin.documents.catalogue import prepare
from itadmin.documents.content import Paper
from itadmin.documents.pdf.render import render

_PAPERS = 20
"""So many that none is still remembered when its turn comes again: typst sets what it remembers five times as fast."""

_MOST_ROUNDS = 3

Build = Callable[[Sequence[Paper]], list[bytes]]


def measure(run: Run) -> Figures:
    """Pages a second of twenty different driftavtal: ours, and each peer's by its name."""
    run.tell("övningsregionen görs")
    papers = _papers()
    builds = dict(_builds(run))
    pages = {name: page_counts(build(papers)) for name, build in builds.items()}
    speeds = in_turns(
        replace(run, rounds=min(run.rounds, _MOST_ROUNDS)),
        {name: _speed(build, papers, pages[name]) for name, build in builds.items()},
    )
    found = {name: median(each) for name, each in speeds.items()}
    return {"different_pages_per_s": found.pop("own"), "peers": found}


def _speed(build: Build, papers: Sequence[Paper], pages: int) -> Callable[[], float]:
    return lambda: pages / seconds(lambda: build(papers))


def _builds(run: Run) -> Iterator[tuple[str, Build]]:
    """Who sets the papers, ourselves first; who is not installed is told."""
    yield "own", lambda papers: [render(paper) for paper in papers]
    if typst.is_installed():
        setter = typst.Typst()
        yield "typst", lambda papers: [setter.build(paper) for paper in papers]
    else:
        run.tell("typst finns inte här och mäts inte")
    if program := libreoffice.program():
        yield "libreoffice", libreoffice.LibreOffice(program).build
    else:
        run.tell("LibreOffice finns inte här och mäts inte")


def _papers() -> list[Paper]:
    with TemporaryDirectory(prefix="itadmin-") as temporary:
        agreements = islice(complete_agreements(Path(temporary)), _PAPERS)
        return [prepare(DRIFTAVTAL, each.reading, each.record_id, draft=False).paper for each in agreements]
