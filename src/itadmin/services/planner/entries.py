"""Days as entries of a calendar: what they are called there, by what they are known again, and when they ring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from itadmin.domain.words import Words
from itadmin.services.calendar_entry import CalendarEntry
from itadmin.services.planner.days import Dated, DayKind

_AT = "@itadmin"
_TITLES: Mapping[DayKind, str] = {
    DayKind.NOTICE: "Säg upp senast",
    DayKind.END: "Avtalet löper ut",
    DayKind.OPTION: "Besluta om option",
    DayKind.REVIEW: "Granska",
    DayKind.SUPPORT: "Stödet upphör",
    DayKind.RETIREMENT: "Avveckling",
    DayKind.REVISION: "Revidera senast",
}
_ONE_DAY = (DayKind.SUPPORT, DayKind.RETIREMENT)
"""What happens on one day, though it may be that only its month or year is known: it stands on the last it can be."""
_VAGUE = "Det kan ske tidigare: dagen är inte känd."
_CATEGORIES: Mapping[str, str] = {
    "agreements": "Avtal",
    "systems": "System",
    "steering_documents": "Styrdokument",
}


def entries(days: Iterable[Dated], words: Words, today: date) -> Iterator[CalendarEntry]:
    """The days as entries, in the same order; what is not decided says so.

    They ring after `today` only, and the next time comes first: there are calendars that ring but the first.
    """
    for item in days:
        about, last = _TITLES.get(item.kind), item.days.ends_on or item.first
        is_vague = item.kind in _ONE_DAY and last > item.first
        starts_on = last if is_vague else item.first
        yield CalendarEntry(
            uid=_uid(item),
            starts_on=starts_on,
            ends_on=last,
            title=f"{about}: {item.title}" if about else item.title,
            description=" ".join(
                part for part in (item.sentence, _VAGUE if is_vague else "", _responsible(item), _doubt(item)) if part
            ),
            place=item.place,
            category=_CATEGORIES.get(item.register) or what_of(item, words),
            alarms=_to_come(item.remind, (starts_on - today).days),
        )


def _to_come(remind: Iterable[int], days_left: int) -> tuple[int, ...]:
    return tuple(sorted((days for days in remind if days < days_left), reverse=True))


def _uid(item: Dated) -> str:
    """What the entry is known again by, wherever its day is moved."""
    return "-".join(part for part in (str(item.record_id or item.key), item.kind, item.occasion) if part) + _AT


def what_of(item: Dated, words: Words) -> str:
    """What a day is, in words: what is to be done, or the sort of activity; "" for one without."""
    return _TITLES.get(item.kind) or (words.label_of("aktivitetsslag", item.code) if item.code else "")


def _responsible(item: Dated) -> str:
    return f"Ansvarig: {item.responsible}." if item.responsible else ""


def _doubt(item: Dated) -> str:
    return "" if item.is_certain else "Gäller om inget ändras dessförinnan."
