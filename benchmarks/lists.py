"""How fast lists answer: opened, scrolled, filtered, sorted and searched, with 1,000 systems and with 100,000.

An answer is a first page that is right and painted. Every figure is the 95th percentile of many acts, as what one waits
for now and then is what one minds. Each side is a fresh process that opens the same file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.material import make_register
from benchmarks.processes import Told, run_child
from benchmarks.runner import Figure, Figures, Run, compared, in_turns

SIZES = (1_000, 100_000)
LARGEST = max(SIZES)

AGAINST_SQL = ("open", "scroll", "filter", "sort", "search", "find")
AGAINST_PROXY = ("filter", "sort", "search")

_MOST_ROUNDS = 3
"""A round is long, and made of hundreds of acts."""
_NS_PER_MS = 1_000_000
_BYTES_PER_MB = 1_000_000
_MEMORY = "memory_bytes"


def measure(run: Run) -> Figures:
    """95th percentiles in milliseconds by act and size, with raw SQL as floor and a QSortFilterProxyModel as peer."""
    figures: dict[str, Figure] = {}
    with TemporaryDirectory(prefix="itadmin-") as temporary:
        for size in SIZES:
            run.tell(f"gör ett register med {size} system")
            file = Path(temporary) / f"{size}.itadmin"
            make_register(file, size)
            told = in_turns(Run(min(run.rounds, _MOST_ROUNDS), run.tell), _sides(file))
            figures |= _figures(size, told)
            if size == LARGEST:
                figures |= _memory(run, file, told["peer"])
            file.unlink()
    return figures


def _memory(run: Run, file: Path, peer: list[Told]) -> Figures:
    """What the whole program holds when it has been worked in, which changes the file, and what the peer holds."""
    run.tell("mäter minnet")
    whole = run_child("benchmarks.children.program_whole", str(file), str(file.with_suffix(".ini")), str(LARGEST))
    if _MEMORY not in whole.values:
        return {}
    return {
        "memory_mb": whole.value(_MEMORY) / _BYTES_PER_MB,
        "memory_mb_proxy": median(each.value(_MEMORY) for each in peer) / _BYTES_PER_MB,
    }


def _sides(file: Path) -> Mapping[str, Callable[[], Told]]:
    return {
        "program": lambda: run_child("benchmarks.children.program_list", str(file)),
        "floor": lambda: run_child("benchmarks.floors.plain_sql", str(file)),
        "peer": lambda: run_child("benchmarks.floors.proxy_model", str(file)),
    }


def _figures(size: int, told: Mapping[str, list[Told]]) -> dict[str, Figure]:
    def times(side: str, act: str) -> list[float]:
        return [each.value(act) / _NS_PER_MS for each in told[side]]

    figures: dict[str, Figure] = {
        f"{act}_{size}": compared(times("program", act), times("floor", act)) for act in AGAINST_SQL
    }
    figures |= {f"{act}_{size}_proxy": median(times("peer", act)) for act in AGAINST_PROXY}
    figures[f"open_record_{size}"] = median(times("program", "open_record"))
    return figures
