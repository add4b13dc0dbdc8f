"""What the start page says: names of bands, what buttons do, how far off a day is, and rows as sentences read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from itadmin.domain.calculations.attention import BAND_WORDS, Act, AttentionLine
from itadmin.domain.money import grouped
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import small_initial
from itadmin.services.kind_words import words_of_kind
from itadmin.ui.attention.rows import BandRow, FoldRow, LineRow, Row, Shown
from itadmin.ui.attention.titles import points
from itadmin.ui.widgets.marks import MISSING

SHOWN: Mapping[Shown, str] = {
    Shown.TO_DO: "utan vilande",
    Shown.RESTING: "vilande",
    Shown.HANDLED: "hanterade",
}

TAKE_BACK = "Ta upp igen"
MEND_ALL = "Åtgärda alla…"
SHOW_ALL, HIDE_ALL = "Visa alla", "Dölj"
OPEN = "Öppna"

_ACTS: Mapping[Act, str] = {
    Act.RENEW: "Förnya eller säg upp…",
    Act.SIGN: "Registrera påskrivet…",
    Act.APPOINT: "Utse…",
    Act.REVIEW: "Granska…",
    Act.CLASSIFY: "Klassa…",
    Act.FILL_IN: "Fyll i…",
    Act.DRAW_UP: "Skriv driftavtal…",
    Act.REPLACE: "Sätt läget Ersatt",
    Act.WHO_LACKS: "Vem saknar…",
    Act.MAKE_PLAN: "Gör plan…",
    Act.OPEN_PLAN: "Öppna planen",
    Act.NEXT_VERSION: "Ny version",
    Act.MATCH: "Matcha…",
    Act.ANSWER: "Svara…",
    Act.OPEN: OPEN,
}

_OF_KINDS: Mapping[str, str] = {
    "option_beslutas": "Besluta om option…",
    "avtal_loper_ut": "Förnya eller ersätt…",
    "avtal_har_lopt_ut": "Förnya eller avsluta…",
    "uppsagt_avtal_upphor": "Ersätt eller avsluta…",
    "personuppgifter_utan_pub": "Skriv PUB-avtal…",
    "pub_avtal_ej_i_registret": "Lägg in PUB-avtal…",
}
"""What is decided or drawn up where the kind of a line says more of it than its act."""

_YEAR = 365


def act_words(line: AttentionLine) -> str:
    """What the button of a line says."""
    if line.act is Act.APPOINT and line.field in REGISTERS[line.register].fields:
        return f"Utse {small_initial(REGISTERS[line.register].fields[line.field].label)}…"
    return _OF_KINDS.get(line.kind, _ACTS[line.act])


def relative(day: date, today: date) -> str:
    """How far off a day is: "om 6 dagar", "21 dagar sen"."""
    days = (day - today).days
    if abs(days) <= 1:
        return ("1 dag sen", "i dag", "i morgon")[days + 1]
    number = f"{abs(days)} dagar" if abs(days) < _YEAR else f"{round(abs(days) / _YEAR)} år"
    return f"om {number}" if days > 0 else f"{number} sen"


def name_of(row: FoldRow | LineRow) -> str:
    """What a row is about, in bold."""
    if isinstance(row, LineRow):
        return row.line.record
    return f"{grouped(len(row.lines))} {REGISTERS[row.lines[0].register].plural.lower()}"


def reason_of(row: FoldRow | LineRow) -> str:
    """Why a row stands there."""
    if isinstance(row, LineRow):
        note = row.mark.note if row.mark is not None else ""
        return f"{row.line.reason} Anteckning: {note}" if note else row.line.reason
    words = kind_words(row.lines[0])
    return f"{words[0].upper()}{words[1:]}."


def beside_reason(row: FoldRow | LineRow, today: date, *, day: bool, who: bool) -> str:
    """Why a row stands there, with what has no column of its own where room is short: the day, and who answers."""
    parts = [", ".join(part for part in told_days(row, today) if part)] if day else []
    parts.append(reason_of(row).rstrip("."))
    parts.append(f"Ansvarig {row.line.responsible or MISSING}" if who and isinstance(row, LineRow) else "")
    return " · ".join(part for part in parts if part) if day or who else reason_of(row)


def kind_words(line: AttentionLine) -> str:
    """What lines of a kind have in common."""
    return words_of_kind(line.register, line.kind) or line.reason.rstrip(".")


def told_days(row: FoldRow | LineRow, today: date) -> tuple[str, str]:
    """The day of a row and how far off it is, as two lines; the earliest of many. Nothing where there is no day."""
    if isinstance(row, LineRow) and row.mark is not None and row.mark.until is not None:
        return f"{row.mark.until}", "vilar till dess"
    days = [line.day for line in row.lines if line.day is not None]
    if not days:
        return "", ""
    first = min(days)
    return f"{first}", relative(first, today)


def in_words(row: Row, today: date, button: str) -> str:
    """A whole row as it is read aloud."""
    if isinstance(row, BandRow):
        return f"{BAND_WORDS[row.band]}, {points(row.number)}."
    day, beside = told_days(row, today)
    parts = [name_of(row), reason_of(row), f"{day}, {beside}" if day else ""]
    if isinstance(row, LineRow):
        parts.append(f"Ansvarig {row.line.responsible or MISSING}")
    else:
        parts.append("Visas ett och ett" if row.is_open else "Sammanfört till en rad")
    parts.append(f"Enter: {button.rstrip('…')}" if button else "")
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
