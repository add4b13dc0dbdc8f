"""Swedish wording that papers share: lists, numbers, days and typed texts fitted into sentences.

Plain values in, strings out. Knows neither papers nor registers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from itadmin.domain.calculations.notice import TermState
from itadmin.domain.calendar import prose
from itadmin.domain.money import NBSP, format_kronor, format_percent, grouped
from itadmin.domain.text import listed

_COMMON = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")

_FREQUENCIES: Mapping[str, str] = {
    "manad": "en gång i månaden",
    "kvartal": "en gång i kvartalet",
    "tertial": "en gång per tertial",
    "halvar": "en gång i halvåret",
    "ar": "en gång om året",
}

_SEVERAL = 2
_NO_GENITIVE_S = ("", "s", "x", "z")
_SPACES = re.compile(r"\s+")


def listed_names(names: Sequence[str]) -> str:
    """Names as a sentence lists them, of which some may hold an "och" of their own.

    "avgifter samt hälso- och sjukvård", but "lön, schema och resor" when that is how it was typed.
    """
    if len(names) < _SEVERAL or not any(" och " in name for name in names):
        return listed(names)
    is_ended = " och " in names[-1] and "- och " not in names[-1] and not any(" och " in name for name in names[:-1])
    return ", ".join(names) if is_ended else f"{', '.join(names[:-1])} samt {names[-1]}"


def in_sentence(text: str) -> str:
    """A typed text as it can stand within a sentence: on one line and without a full stop at the end."""
    return _SPACES.sub(" ", text).strip().rstrip(".").rstrip()


def lowered(text: str) -> str:
    """A text that begins a sentence, as it stands within one; names in capitals ("IT-enheten") are left alone."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def raised(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def genitive(name: str) -> str:
    """Whose something is: "Bengtsfors kommuns"; a name that ends in an s sound is left as it is."""
    return name if name[-1:].lower() in _NO_GENITIVE_S else f"{name}s"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun, held together: "1 månad", "12 månader"."""
    return f"{grouped(number)}{NBSP}{one if number == 1 else many}"


def number_word(number: int, *, neuter: bool = False) -> str:
    """A number from 0 to 12 in words ("ett" when `neuter`), else in digits."""
    if neuter and number == 1:
        return "ett"
    return _COMMON[number] if 0 <= number < len(_COMMON) else grouped(number)


def day_in_words(day: date) -> str:
    """A day in running text, held together: "den 1 januari 2027"."""
    return prose(day).replace(" ", NBSP)


def notice_day_words(term: TermState) -> str:
    """The last day to give notice of the term, and the next such day when it is past; "" when there is none."""
    last, following = term.last_notice_day, term.next_notice_day
    if last is None or last >= term.day:
        return last.isoformat() if last else ""
    return f"{last.isoformat()} (passerad){f', nästa {following.isoformat()}' if following else ''}"


def frequency(interval: str) -> str:
    """How often something is done at least: "en gång i kvartalet"; an unknown code is given back."""
    return _FREQUENCIES.get(interval, interval)


def level_percent(hundredths: int) -> str:
    """A percentage with at least one decimal, as service levels are written: "99,0 %"."""
    shown = format_percent(hundredths)
    return shown if "," in shown else shown.replace(f"{NBSP}%", f",0{NBSP}%")


def percent_figure(hundredths: int) -> str:
    """A percentage with two decimals, for below a heading that says what it is: "22,13"."""
    return f"{hundredths // 100},{hundredths % 100:02}"


def kronor_figure(ore: int, *, whole: bool = False) -> str:
    """An amount for below a heading that says what it is in: "1 234,50", even kronor as "1 234" when `whole`."""
    return format_kronor(ore, whole=whole).removesuffix(f"{NBSP}kr")


def paragraph_number(typed: str) -> str:
    """A paragraph of a record with its sign: "88" and "§ 88" both give "§ 88"."""
    number = typed.strip().removeprefix("§").strip()
    return f"§{NBSP}{number}" if number[:1].isdigit() else typed.strip()


def hours(number: int, *, in_days: bool = True) -> str:
    """A number of hours, whole days and nights from two and up as dygn: "8 timmar", "24 timmar", "5 dygn".

    Hours that are counted during a part of the day only are never dygn: then `in_days` is off.
    """
    days, rest = divmod(number, 24)
    return counted(number, "timme", "timmar") if rest or days <= 1 or not in_days else counted(days, "dygn", "dygn")
