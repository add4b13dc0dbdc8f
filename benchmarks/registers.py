"""How long the register of two thousand systems takes, the open one and the one for own use, from file to bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.material import make_register
from benchmarks.pages import page_count
from benchmarks.runner import Figures, Run, in_turns, seconds
from itadmin.documents import system_register, system_register_internal
from itadmin.documents.making import make
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import open_reading

_SYSTEMS, _AGREEMENTS = 2000, 6000
_MOST_ROUNDS = 3
"""Each takes seconds, so that little is won by more."""


def measure(run: Run) -> Figures:
    """Seconds for each register, with the reading of the file, and the pages of the open one."""
    with TemporaryDirectory(prefix="itadmin-") as temporary:
        run.tell("ett register med 2 000 system görs")
        file = Path(temporary, "matning.itadmin")
        make_register(file, _SYSTEMS, _AGREEMENTS)
        times = in_turns(
            replace(run, rounds=min(run.rounds, _MOST_ROUNDS)),
            {
                "open": lambda: seconds(lambda: _made(file, system_register.TYPE)),
                "internal": lambda: seconds(lambda: _made(file, system_register_internal.TYPE)),
            },
        )
        pages = page_count(_made(file, system_register.TYPE))
    return {
        "register_2000_pages": pages,
        "register_2000_s": median(times["open"]),
        "register_2000_internal_s": median(times["internal"]),
    }


def _made(file: Path, kind: str) -> bytes:
    reading = open_reading(file, SAMPLE_DAY)
    try:
        return make(kind, reading, None, draft=False)
    finally:
        reading.close()
