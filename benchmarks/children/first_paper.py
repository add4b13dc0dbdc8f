"""The first driftavtal that a new process makes: a register file read, the paper gathered and set, its bytes in hand.

python -m benchmarks.children.first_paper FILE RECORD
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter_ns
from uuid import UUID

from itadmin.documents.making import make
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import open_reading


def main(arguments: list[str]) -> int:
    """Make one paper and tell when it was done."""
    file, record = arguments
    made = make("operations_agreement", open_reading(Path(file), SAMPLE_DAY), UUID(record), draft=False)
    done = perf_counter_ns()
    sys.stdout.write(f"paper {done}\nbytes {len(made)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
