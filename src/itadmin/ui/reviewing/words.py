"""What the window of the yearly review says. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from itadmin.services.reviewing.rounds import Share

TITLE = "Årlig granskning"
CONFIRM = "Stämmer fortfarande"
NOTHING_TITLE = "Inga system att granska"
NOTHING_SENTENCE = "Här visas de system som är i bruk, hos den som är systemansvarig."
DONE_TITLE = "Klart"
ONLY_THIS = "Bara det här systemet är kvar."
WHO_IS_MISSING = "Skriv vem som svarar, så att det syns vem som har granskat."
DAY_IS_MISSING = "Skriv dagen som åååå-mm-dd."


def systems(number: int) -> str:
    """How many systems: "1 system"; the word is the same for several."""
    return f"{number} system"


def standing(share: Share) -> str:
    """How far somebody has come: "10 system · 3 kvar", "10 system · klart 2026-11-20"."""
    left = len(share.left)
    state = f"{left} kvar" if left else f"klart {share.completed_on}"
    return f"{systems(len(share.items))} · {state}"


def answered(shares: Sequence[Share]) -> str:
    """How far everybody has come."""
    done = sum(not share.left for share in shares)
    left = sum(len(share.left) for share in shares)
    return f"{done} av {len(shares)} ansvariga är klara · {systems(left)} kvar"


def progress(share: Share) -> str:
    """How many of somebody's systems are reviewed."""
    return f"{share.done} av {len(share.items)}"


def last_time(reviewed_on: object, reviewed_by: str) -> str:
    """When a system was reviewed last and by whom."""
    if reviewed_on is None:
        return "Aldrig granskat"
    return f"Senast granskat {reviewed_on}" + (f" av {reviewed_by}" if reviewed_by else "")


def all_done(share: Share) -> str:
    """That somebody has nothing left."""
    number = len(share.items)
    return f"{share.name} har inget kvar att granska. {systems(number).capitalize()} är genomgångna."


def taken_in(number: int) -> str:
    """Of how many systems answers were taken in."""
    return f"Svar om {systems(number)} är inlästa." if number else "Inga svar är inlästa."


def written(number: int, folder: str) -> str:
    """How many sheets were written, and where."""
    sheets = "1 granskningsblad" if number == 1 else f"{number} granskningsblad"
    return f"{sheets} sparade i {folder}."
