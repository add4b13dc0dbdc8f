"""What the window says of itself."""

from __future__ import annotations

from itadmin.services.samverkan.cells import Matrix
from itadmin.services.samverkan.narrowing import Narrowing, Which

TITLE = "Samverkan"
HELP = "samverkan"
LEVELS = "samverkansniva"
RECEIVE = "Ta emot från granne…"
TURNS = ("Matris och trappa", "Om systemet")
PROPOSED = "Benämningar ej fastställda – fastställ…"
NO_SYSTEMS = "Inga system att visa ännu"
NO_SYSTEMS_HOW = (
    "Här visas system som används, eller som någon har angett en samverkansnivå för. Registrera era system, ange nivån "
    "i registret Samverkansnivåer, och ta emot grannarnas filer."
)
NONE_FIT, NONE_FIT_HOW = "Inga system passar valet", "Ändra området eller det ni söker."
HOW_TO_SET = "F2 eller dubbelklick anger nivån."
_ALONE = "bara er egen kommun har uppgifter"


def is_alone(matrix: Matrix) -> bool:
    """Whether nothing is known of any other kommun."""
    return not {kommun for row in matrix.rows for kommun in row.cells} - {matrix.own}


def told_of(matrix: Matrix, narrowing: Narrowing, whole: int) -> str:
    """How much is shown of the `whole` number of rows, in words."""
    shown = len(matrix.rows)
    number = f"{shown} av {whole} system" if shown < whole else f"{shown} system"
    members = sum(not kommun.is_guest for kommun in matrix.kommuner)
    guests = len(matrix.kommuner) - members
    parts = [number, "1 kommun" if members == 1 else f"{members} kommuner"]
    parts += [f"{guests} {'gäst' if guests == 1 else 'gäster'}"] if guests else []
    parts += [narrowing.area] if narrowing.area else []
    parts += ["bara kandidater"] if narrowing.which is Which.OPENINGS else []
    parts += [_ALONE] if is_alone(matrix) and members > 1 and shown else []
    return ", ".join(([f"{matrix.members.name}:"] if matrix.members.name else []) + parts).replace(":,", ":")
