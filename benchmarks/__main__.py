"""The benchmarks from the command line: `python -m benchmarks [NAME …] [--json] [--rounds N]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence

from benchmarks import (
    agreements,
    attention,
    competence,
    documents,
    importing,
    lists,
    orders,
    receiving,
    samverkan,
    start,
    training,
)
from benchmarks.printing import table
from benchmarks.processes import ChildError
from benchmarks.runner import Measure, Run, plain
from itadmin.cli.usage import UsageError, argument, make_parser, shown

BENCHMARKS: Mapping[str, Measure] = {
    "start": start.measure,
    "documents": documents.measure,
    "import": importing.measure,
    "agreements": agreements.measure,
    "attention": attention.measure,
    "training": training.measure,
    "competence": competence.measure,
    "samverkan": samverkan.measure,
    "lists": lists.measure,
    "receive": receiving.measure,
    "orders": orders.measure,
}

_ON_REQUEST = frozenset({"orders"})
"""What takes an hour and is only tried when it is named."""
_ROUNDS = 7
_MOST_ROUNDS = 1000


def main(arguments: Sequence[str], benchmarks: Mapping[str, Measure] = BENCHMARKS) -> int:
    """Run the benchmarks that are named, or all, and print what they found. Returns 2 for wrong usage, 1 for failure.

    How far it has come is told on standard error, but not with `--json`, which prints nothing but JSON.
    """
    parser = _parser(benchmarks)
    try:
        wanted = parser.parse_args(arguments)
    except UsageError as error:
        return _complain(error.sentence, 2)
    if wanted.help:
        sys.stdout.write(parser.format_help())
        return 0
    run = Run(wanted.rounds, _silence if wanted.json else _tell)
    names = [name for name in benchmarks if name in wanted.names] or [
        name for name in benchmarks if name not in _ON_REQUEST
    ]
    try:
        results = {name: benchmarks[name](run.of(name)) for name in names}
    except ChildError as error:
        return _complain(str(error), 1)
    if wanted.json:
        print(json.dumps({name: plain(figures) for name, figures in results.items()}, indent=2))
    else:
        print(table(results))
    return 0


def _parser(benchmarks: Mapping[str, Measure]) -> argparse.ArgumentParser:
    known = ", ".join(benchmarks)

    def name(word: str) -> str:
        if word not in benchmarks:
            raise argparse.ArgumentTypeError(f"{shown(word)} finns inte. Välj bland {known}.")
        return word

    return make_parser(
        "python -m benchmarks",
        "[NAMN …] [--json] [--rounds ANTAL]",
        "Mäter programmet mot ett golv eller en jämförelse i samma körning. Siffrorna är medianer.",
        (
            argument(
                "names", nargs="*", metavar="NAMN", type=name, told=f"Det som mäts: {known}. Annars allt utom orders."
            ),
            argument("--json", action="store_true", told="Skriver bara JSON."),
            argument("--rounds", metavar="ANTAL", type=_rounds, default=_ROUNDS, told=f"Antal varv, annars {_ROUNDS}."),
        ),
    )


def _rounds(word: str) -> int:
    if not (word.isascii() and word.isdigit() and 0 < int(word[:9]) <= _MOST_ROUNDS):
        raise argparse.ArgumentTypeError(f"Skriv ett helt tal från 1 till {_MOST_ROUNDS}.")
    return int(word)


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _silence(_sentence: str) -> None:
    """Tell nothing."""


def _complain(sentence: str, status: int) -> int:
    _tell(sentence)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
