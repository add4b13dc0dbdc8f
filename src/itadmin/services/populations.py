"""How many live in each kommun, by day: the file's own figures, and where it has none those that ship.

An own figure goes before a shipped one of the same kommun and day; a neighbour's never counts. Knows nothing of what is
shared by them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from itadmin.domain.registers import populations as described
from itadmin.services.reading import Reading
from itadmin.services.reference_data import populations as shipped

REGISTER = described.REGISTER.name
YEAR_END, FIRST_NOVEMBER, MIDSUMMER, FIXED_DAY = "senaste_31_dec", "forsta_nov", "sista_juni", "fast_dag"
_MONTH_DAYS = {YEAR_END: (12, 31), MIDSUMMER: (6, 30)}
ESTIMATED = "uppskattad"
"""The certainty (list *kallsakerhet*) of a figure by which no day is chosen."""
OLDEST_MONTHS = 18
"""After so many months a figure is old."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How many lived in a kommun (by kommunkod) on a day, where the figure comes from, and how sure it is.

    `is_own` is whether it is the file's own rather than one that ships.
    """

    code: str
    day: date
    number: int
    source: str
    certainty: str = ""
    is_preliminary: bool = False
    is_own: bool = False


class Populations:
    """The figures that count in a register; of those that ship alone when nothing else is given."""

    def __init__(self, own: Iterable[Figure] = ()) -> None:
        """Of several own figures of a kommun and day the last counts."""
        ships = (Figure(item.code, item.day, item.number, item.source, item.certainty) for item in shipped())
        self._of_day: dict[date, dict[str, Figure]] = {}
        for figure in (*ships, *own):
            self._of_day.setdefault(figure.day, {})[figure.code] = figure

    def on(self, day: date | None) -> Mapping[str, Figure]:
        """The figures of exactly that day, by kommunkod."""
        return self._of_day.get(day, {}) if day else {}

    def numbers_on(self, day: date | None) -> dict[str, int]:
        """The inhabitants on exactly that day, by kommunkod."""
        return {code: figure.number for code, figure in self.on(day).items()}

    def newest(self, code: str, day: date) -> Figure | None:
        """The newest figure of a kommun up to a day, of whatever day it is."""
        days = (each for each, figures in self._of_day.items() if each <= day and code in figures)
        found = max(days, default=None)
        return self._of_day[found][code] if found else None

    def newest_common(self, codes: Collection[str], day: date) -> date | None:
        """The newest 31 December up to a day when all these kommuner have a figure that is no estimate.

        None if there is none.
        """
        known = self._days_of(YEAR_END, day)
        return max((each for each in known if codes and set(codes) <= self._sure(each)), default=None)

    def day_for(self, codes: Collection[str], reference: str, day: date, fixed: date | None = None) -> date | None:
        """The day whose figures count by a reference of the list *folkmangdsdag* ("" is the newest 31 December).

        `day` is the one that something is reckoned for; 1 November is that of the year before it. Where no such day has
        figures of all, the newest that most have; None where the reference says none.
        """
        if reference == FIXED_DAY:
            return fixed
        if reference == FIRST_NOVEMBER:
            return date(max(day.year - 1, date.min.year), 11, 1)
        known = self._days_of(reference or YEAR_END, day)
        return max(known, key=lambda each: (len(set(codes) & self._sure(each)), each), default=None)

    def newest_day(self, codes: Collection[str], reference: str, day: date) -> date | None:
        """The newest day up to `day`, of those a reference chooses among, when any of the kommuner has a figure.

        None where there is none, and where the reference says its day itself.
        """
        if (reference or YEAR_END) not in _MONTH_DAYS:
            return None
        known = self._days_of(reference or YEAR_END, day)
        return max((each for each in known if set(codes) & self._sure(each)), default=None)

    def of(self, codes: Collection[str]) -> list[Figure]:
        """Every figure of these kommuner."""
        return [figure for figures in self._of_day.values() for code, figure in figures.items() if code in codes]

    def _sure(self, day: date) -> set[str]:
        return {code for code, figure in self._of_day[day].items() if figure.certainty != ESTIMATED}

    def _days_of(self, reference: str, day: date) -> list[date]:
        wanted = _MONTH_DAYS[reference]
        return [each for each in self._of_day if (each.month, each.day) == wanted and each <= day]


def populations_of(reading: Reading) -> Populations:
    """The figures that count in a register."""
    reads = reading.many(REGISTER, reading.keys(REGISTER)).values()
    own = [read.record for read in reads if isinstance(read.record, described.Population)]
    return Populations(map(_figure, sorted(filter(_is_whole, own), key=_rank)))


def _is_whole(record: described.Population) -> bool:
    return bool(record.municipality_code) and record.counted_on is not None and record.number is not None


def _rank(record: described.Population) -> tuple[bool, date, bytes]:
    """What counts of two figures of the same day comes last: what is final, then what was fetched last."""
    return not record.preliminary, record.retrieved_on or date.min, record.id.bytes


def _figure(record: described.Population) -> Figure:
    return Figure(
        record.municipality_code,
        record.counted_on or date.min,
        record.number or 0,
        record.source,
        record.certainty,
        bool(record.preliminary),
        is_own=True,
    )
