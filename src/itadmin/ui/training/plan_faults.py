"""What is wrong in the table of a utbildningsplan, cell by cell, each as a sentence that says what to do. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from itadmin.domain.calculations.circles import circle_through
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.text import fold
from itadmin.ui.training.plan_read import DEMANDS, PlanRead, demand_of

Place = tuple[UUID | None, str]
"""A moment, or None for the row of the levels, and the field or the målgrupp of its cell."""

_SOFTEST = len(DEMANDS)


def faults_of(read: PlanRead) -> dict[Place, str]:
    """Every fault of the plan by its cell; of several in a cell the first."""
    found: dict[Place, str] = {}
    for rule in (_twice, _circles, _gone, _unasked, _outside):
        for place, sentence in rule(read):
            found.setdefault(place, sentence)
    return found


def prerequisites_of(read: PlanRead) -> dict[UUID, tuple[UUID, ...]]:
    """The förkunskaper of each moment."""
    return {module.id: module.prerequisites for module in read.modules}


def _twice(read: PlanRead) -> Iterator[tuple[Place, str]]:
    """Two moment of one code, or of one name."""
    codes = Counter(fold(module.code) for module in read.modules if module.code)
    titles = Counter(fold(module.title) for module in read.modules)
    for module in read.modules:
        if codes[fold(module.code)] > 1:
            yield (module.id, "code"), f"Koden {module.code} står på flera moment. Ge dem olika koder."
        if titles[fold(module.title)] > 1:
            told = f"Momentet {module.title} står flera gånger. Ta bort det ena, eller ge dem olika namn."
            yield (module.id, "title"), told


def _circles(read: PlanRead) -> Iterator[tuple[Place, str]]:
    asked = prerequisites_of(read)
    for module in read.modules:
        way = circle_through(asked, module.id)
        if way:
            named = " → ".join(read.name_of(key) for key in way)
            told = f"Förkunskaperna går runt i en cirkel: {named}. Ta bort en av dem."
            yield (module.id, "prerequisites"), told


def _gone(read: PlanRead) -> Iterator[tuple[Place, str]]:
    """What is in the bin as förkunskap."""
    for module in read.modules:
        if any(not read.name_of(key) for key in module.prerequisites):
            told = "En förkunskap ligger i papperskorgen eller saknas i filen. Välj förkunskaperna på nytt."
            yield (module.id, "prerequisites"), told


def _unasked(read: PlanRead) -> Iterator[tuple[Place, str]]:
    """A förkunskap that a målgrupp need not have, or only later than what it is for; in a circle that says nothing."""
    asked = prerequisites_of(read)
    for module in (module for module in read.modules if not circle_through(asked, module.id)):
        for audience in read.audiences:
            hardness = _hardness(module, audience)
            before = (read.module(key) for key in module.prerequisites)
            softer = [each for each in before if each and _hardness(each, audience) > hardness]
            if softer and hardness < DEMANDS.index(DEMANDS[-1]):
                named = read.name_of(softer[0].id)
                told = f"Förkunskapen {named} krävs inte lika hårt av målgruppen. Kräv den också, eller ändra här."
                yield (module.id, audience), told


def _hardness(module: TrainingModule, audience: str) -> int:
    """How hard a målgrupp is held to a moment: 0 is hardest."""
    demand = demand_of(module, audience)
    return DEMANDS.index(demand) if demand in DEMANDS else _SOFTEST


def _outside(read: PlanRead) -> Iterator[tuple[Place, str]]:
    """A målgrupp that only moment speak of."""
    own = {row.audience for row in read.plan.audiences}
    for audience in read.audiences:
        if audience not in own:
            told = "Målgruppen har krav men står inte bland planens. Välj vad den ska kunna, eller ta bort den."
            yield (None, audience), told
