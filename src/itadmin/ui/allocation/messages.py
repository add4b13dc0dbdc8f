"""What the window on a kostnadsfördelning says: what is lacking, of it and of its comparison, and what to think of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.registers.allocations import Allocation
from itadmin.domain.text import small_initial
from itadmin.domain.words import Words
from itadmin.services.allocations import Outcome, Simulation
from itadmin.services.allocations.words import old_when_adopted, remarks
from itadmin.services.populations import OLDEST_MONTHS
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.widgets.prose import Strong

FILL_IN, POPULATIONS, TO_PAGE = "Skriv in", "Befolkningstal", "Visa sidan"
"""The words on the buttons, by where they lead."""


def messages(outcome: Outcome, allocation: Allocation, day: date) -> Iterator[Message]:
    """What is lacking before it can be worked out, else what to think of before it is adopted."""
    if outcome.problem:
        lead, dot, rest = outcome.problem.partition(". ")
        yield _missing(f"{lead}{dot.strip()}", rest)
        return
    then = old_when_adopted(outcome, allocation)
    if then:
        yield Message(Concern.INFORMATION, (Strong(f"{then}."), f" Gränsen är {OLDEST_MONTHS} månader."))
    for sentence in remarks(outcome, allocation, day):
        lead, _dot, rest = sentence.partition(". ")
        said = (Strong(f"{lead}."), f" {rest}") if rest else (Strong(lead),)
        yield Message(Concern.WARNING, said, POPULATIONS if POPULATIONS in rest else TO_PAGE)


def comparison_messages(simulation: Simulation | None, allocation: Allocation, words: Words) -> Iterator[Message]:
    """Why the model it is compared with cannot be shown; nothing when it is shown, or none is asked for."""
    if simulation is not None and simulation.now.problem:
        model = small_initial(words.label_of("fordelningsmodell", allocation.compared_model))
        yield _missing(f"Jämförelsen med {model} kan inte visas.", simulation.now.problem)


def _missing(lead: str, rest: str = "") -> Message:
    """What is lacking, with the way to fill it in."""
    said = (Strong(lead), f" {rest}") if rest else (Strong(lead),)
    return Message(Concern.MISSING, said, POPULATIONS if POPULATIONS in f"{lead} {rest}" else FILL_IN)
