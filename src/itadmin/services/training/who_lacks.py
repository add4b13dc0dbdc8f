"""*Vem saknar vad* as tables: figures of parts, and person by person what is lacked. Rows are made as they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import overload
from uuid import UUID

from itadmin.domain.calculations.lacking import WHY_WORDS, Tally, Why
from itadmin.domain.money import format_percent, grouped
from itadmin.domain.words import Words
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Row, Sheet
from itadmin.services.reading import Reading
from itadmin.services.training.lacking import Lacking, LackRow, Total, lacking

TITLE = "Vem saknar vad"
PERSON_COLUMNS = (
    Column("Namn"),
    Column("Kommun"),
    Column("System eller plan"),
    Column("Moment"),
    Column("Målgrupp"),
    Column("Krav"),
    Column("Varför"),
    Column("Gäller till och med", "day"),
)
_FIGURES = (
    Column("Ska ha", "whole"),
    Column("Har", "whole"),
    Column("Andel", "percent"),
    Column("Saknar", "whole"),
    Column("Snart dags igen", "whole"),
    Column("Personer som saknar", "whole"),
)
_WHOLE, _PERCENT = 100, 100
_UNKNOWN = "Okänd kommun"
_ALL = "Alla"
_NOBODY = "Ingen fastställd utbildningsplan kräver något av någon."


class By(StrEnum):
    """By what figures are summed."""

    SYSTEM = "system"
    MODULE = "moment"
    AUDIENCE = "malgrupp"
    MUNICIPALITY = "kommun"


BY_WORDS: Mapping[By, str] = {
    By.SYSTEM: "System eller plan",
    By.MODULE: "Moment",
    By.AUDIENCE: "Målgrupp",
    By.MUNICIPALITY: "Kommun",
}
"""What the sums are called."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what it is asked who lacks it: None and "" for all."""

    system: UUID | None = None
    plan: UUID | None = None
    audience: str = ""
    municipality: UUID | None = None
    module: UUID | None = None

    def narrowed(self, total: Total) -> Asked:
        """The same, of the part that a figure is of; a kommun that is not known narrows nothing."""
        if total.code:
            return replace(self, audience=total.code)
        if total.register == "systems":
            return replace(self, system=total.record)
        if total.register == "training_plans":
            return replace(self, plan=total.record)
        if total.register == "training_modules":
            return replace(self, module=total.record)
        return replace(self, municipality=total.record)

    def of(self, reading: Reading) -> Lacking:
        """Who lacks it. Raises BrokenValueError."""
        return lacking(
            reading,
            system=self.system,
            plan=self.plan,
            audience=self.audience,
            municipality=self.municipality,
            module=self.module,
        )


def about_record(reading: Reading, register: str, record_id: UUID) -> tuple[By, Asked] | None:
    """What is asked about by who stands on a record, and among which parts it is; None for what is no part.

    A plan is asked about by its system, if it has one. Raises NotFoundError.
    """
    if register == "training_plans":
        system = getattr(reading.one(register, record_id).record, "system", None)
        return By.SYSTEM, Asked(system=system) if system else Asked(plan=record_id)
    return {
        "systems": (By.SYSTEM, Asked(system=record_id)),
        "training_modules": (By.MODULE, Asked(module=record_id)),
        "organisations": (By.MUNICIPALITY, Asked(municipality=record_id)),
    }.get(register)


class PersonRows(Sequence[Row]):
    """What people lack as rows of a table."""

    def __init__(self, rows: Sequence[LackRow], words: Words, towns: Mapping[UUID, str]) -> None:
        """`towns` are the names of kommuner by id."""
        self._rows, self._words, self._towns = rows, words, towns

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """One row, or some of them."""
        if isinstance(place, slice):
            return [self._told(row) for row in self._rows[place]]
        return self._told(self._rows[place])

    def _told(self, row: LackRow) -> Row:
        return (
            row.name,
            self._towns.get(row.municipality, "") if row.municipality else "",
            row.about,
            row.title,
            self._words.label_of("malgrupp", row.audience),
            self._words.label_of("momentkrav", row.demand),
            WHY_WORDS[row.why],
            row.due,
        )


def whys(*, with_soon: bool) -> frozenset[Why]:
    """The reasons to tell somebody: what is lacked, and what soon will be too."""
    return frozenset(Why) if with_soon else frozenset({Why.NEVER, Why.EXPIRED})


def person_rows(reading: Reading, found: Lacking, *, with_soon: bool) -> PersonRows:
    """The rows of a finding as a table shows them."""
    towns = reading.labels("organisations", {total.record for total in found.by_municipality if total.record})
    return PersonRows(found.rows_of(whys(with_soon=with_soon)), reading.words, towns)


def totals(found: Lacking, by: By) -> tuple[Total, ...]:
    """The figures of the parts."""
    return {
        By.SYSTEM: lambda: found.by_system,
        By.MODULE: lambda: found.by_module,
        By.AUDIENCE: lambda: found.by_audience,
        By.MUNICIPALITY: lambda: found.by_municipality,
    }[by]()


def total_columns(by: By) -> tuple[Column, ...]:
    """What the figures are called."""
    return (Column(BY_WORDS[by]), *_FIGURES)


def total_row(total: Total) -> Row:
    """The figures of a part."""
    return (total.name or _UNKNOWN, *_figures(total.tally))


def whole_row(found: Lacking) -> Row:
    """The figures of all that was asked about: of parts that overlap, as målgrupper may, they are no sum."""
    return (_ALL, *_figures(found.whole))


def told(found: Lacking) -> str:
    """The figures of the whole in some sentences, and how many plans are not among them."""
    return " ".join(filter(None, (_told_whole(found.whole), _told_unpeopled(found.unpeopled))))


def _told_whole(whole: Tally) -> str:
    if not whole.demanded:
        return _NOBODY
    share = format_percent(_share(whole))
    lacking_people = f"{grouped(whole.people_lacking)} av {grouped(whole.people)} personer"
    soon = f" {grouped(whole.soon)} går snart ut." if whole.soon else ""
    if not whole.lack:
        return f"Alla {grouped(whole.people)} personer har det de ska ha.{soon}"
    return (
        f"{lacking_people} saknar något. Av {grouped(whole.demanded)} moment som ska vara genomförda är "
        f"{grouped(whole.have)} det ({share}), {grouped(whole.lack)} saknas.{soon}"
    )


def _told_unpeopled(number: int) -> str:
    """That nothing is known of who is to learn by some plans: without that nobody seems to lack anything."""
    if not number:
        return ""
    if number == 1:
        return "1 plan räknas inte, för ingen är registrerad i dess målgrupper."
    return f"{grouped(number)} planer räknas inte, för ingen är registrerad i deras målgrupper."


def who_lacks_overview(found: Lacking, by: By, people: PersonRows, about: str) -> Overview:
    """The figures and the people as a file or a paper; `about` says what is asked about, "" for all."""
    title = f"{TITLE}, {about}" if about else TITLE
    figures = Sheet("Summor", total_columns(by), [total_row(total) for total in totals(found, by)])
    return Overview(title, told(found), (figures, Sheet("Personer", PERSON_COLUMNS, people)))


def _share(tally: Tally) -> int:
    """Which share is had, in hundredths of a percent but of whole percents: never all of it before it is so."""
    return tally.have * _WHOLE // tally.demanded * _PERCENT


def _figures(tally: Tally) -> Row:
    share = _share(tally) if tally.demanded else None
    return tally.demanded, tally.have, share, tally.lack, tally.soon, tally.people_lacking
