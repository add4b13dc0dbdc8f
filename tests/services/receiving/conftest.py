"""Kommuner in memory who share and receive, as the benchmarks have them: nothing is read by another process."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]

Load = Callable[[str], ModuleType]


@pytest.fixture(scope="session")
def load() -> Iterator[Load]:
    """The modules of the benchmarks, which lie beside the program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        yield lambda name: import_module(f"benchmarks.{name}")


@pytest.fixture(scope="session")
def blank(load: Load) -> dict[str, bytes]:
    """A new register of each kommun."""
    return dict(load("regions").blank_registers())


@pytest.fixture
def kommun(load: Load, blank: dict[str, bytes]) -> Iterator[Callable[[str], Any]]:
    """A kommun with a new register in memory, by its code; the same one each time it is asked for."""
    made: dict[str, Any] = {}

    def of(code: str) -> Any:
        if code not in made:
            made[code] = load("shares").Kommun(code, blank[code], "tests")
        return made[code]

    yield of
    for each in made.values():
        each.close()


@pytest.fixture
def parcel(load: Load) -> Callable[[bytes], Any]:
    """A share file, read."""
    found: Callable[[bytes], Any] = load("shares").parcel
    return found
