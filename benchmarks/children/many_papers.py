"""Many driftavtal made one after another in one process: its memory after the hundredth and after the last. Linux only.

python -m benchmarks.children.many_papers FILE NUMBER
"""

from __future__ import annotations

import sys
from itertools import cycle, islice
from pathlib import Path

from itadmin.documents.batch_press import Order, Press
from itadmin.services.reading import ListQuery
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import open_reading

_WARM = 100
_PAGE_KB = 4


def main(arguments: list[str]) -> int:
    """Make the papers and tell how many kilobytes were in use."""
    file, number = arguments
    reading = open_reading(Path(file), SAMPLE_DAY)
    ids = reading.keys("agreements", ListQuery(where={"kind": ["driftavtal", "driftoverenskommelse"]}))
    press = Press(reading, Order("operations_agreement", (), draft=True))
    before = 0
    for place, record_id in enumerate(islice(cycle(ids), int(number))):
        press.make(record_id)
        if place == _WARM:
            before = _kilobytes()
    sys.stdout.write(f"before {before}\nafter {_kilobytes()}\n")
    return 0


def _kilobytes() -> int:
    """The memory that the process has for itself and uses now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE_KB


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
