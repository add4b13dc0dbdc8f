"""What is said of how far a goal has come, in a sentence. Knows no file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from itadmin.domain.calculations.goals import Measured, Share, Standing
from itadmin.domain.calendar import prose
from itadmin.domain.money import format_percent, grouped

_TENTH = 10
_OF_MEASURES: Mapping[str, str] = {
    "andel_systemagare": "system i drift har en systemägare",
    "andel_driftavtal": "system som någon kommun driftar har ett gällande driftavtal",
    "andel_niva_mal": "system med målnivå har nått den",
    "andel_klassade": "system i drift har en klassning från det senaste året",
    "andel_pub": "system med personuppgifter hos någon annan har avtal eller instruktion",
    "andel_utbildningsplan": "verksamhetssystem i drift har en fastställd utbildningsplan som gäller",
}
_NOTHING = "Det finns inga system att räkna ännu."


def percent_words(hundredths: int) -> str:
    """A share with at most one decimal, never rounded up: "90,2 %"."""
    return format_percent(hundredths // _TENTH * _TENTH)


def aim_words(target: int | None, year: int | None) -> str:
    """What is aimed at: "målet är 100 % år 2028"; says so when no value is set."""
    when = f" år {year}" if year else ""
    return f"målet är {format_percent(target)}{when}" if target is not None else "inget målvärde är satt"


def counted_sentence(measure: str, share: Share, aim: str) -> str:
    """How far what the register counts has come: "37 av 41 system i drift har en systemägare – 90,2 %; målet är …"."""
    if share.percent is None:
        return _NOTHING
    counted = f"{grouped(share.number)} av {grouped(share.of)} {_OF_MEASURES[measure]}"
    return f"{counted} – {percent_words(share.percent)}; {aim}."


def noted_sentence(reading: Measured | None, status: str, aim: str) -> str:
    """How far what is followed by hand has come: the last reading, else the words of its status."""
    if reading is not None:
        return f"Avläst {prose(reading.day)}: {percent_words(reading.percent)}; {aim}."
    return f"Räknas inte ur registret. Läget är noterat: {status.lower()}." if status else "Inget läge är noterat."


def overview_words(standings: Iterable[Standing]) -> tuple[str, str]:
    """How many goals are reached, and how many behind: "3 av 9" and "mål uppnådda, 2 efter". Dropped ones are none."""
    numbers = Counter(standings)
    of = numbers.total() - numbers[Standing.DROPPED]
    behind = f", {grouped(numbers[Standing.BEHIND])} efter" if numbers[Standing.BEHIND] else ""
    reached = "uppnått" if of == 1 else "uppnådda"
    return f"{grouped(numbers[Standing.REACHED])} av {grouped(of)}", f"mål {reached}{behind}"


def come_words(value: int | None, target: int | None) -> str:
    """How far of how far, "65,7 % av 95 %"; what is known of it, "" for nothing."""
    if value is None:
        return ""
    return f"{percent_words(value)} av {format_percent(target)}" if target is not None else percent_words(value)
