"""The heat map of competence: people by area or system, with levels, gaps and how many are able in each column.

It can be made without names: then kommun and unit are left out too, and people stand by what they know.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from itadmin.domain.calculations.competence import gap, is_vulnerable, without_names
from itadmin.domain.text import listed, swedish_key
from itadmin.domain.words import Words
from itadmin.services.competence.ground import AREAS, SYSTEMS, Ground, Judged, Someone, Topic
from itadmin.services.reading import Reading

TITLE = "Kompetenskarta"
LEVELS = "kompetensniva"


class Columns(StrEnum):
    """What the columns are."""

    AREAS = "omraden"
    SYSTEMS = "system"
    BOTH = "bada"


class Order(StrEnum):
    """In which order people stand."""

    NAME = "namn"
    GAP = "gap"
    KOMMUN = "kommun"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which map is asked for. `kommun` is the name of the only one that is shown, "" for all."""

    columns: Columns = Columns.AREAS
    order: Order = Order.NAME
    kommun: str = ""
    names: bool = True


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, by name or not, with what is judged in each column; `gap` is all that is left to what is wanted."""

    person: UUID
    name: str
    kommun: str
    cells: tuple[Judged | None, ...]

    @property
    def gap(self) -> int:
        """How many levels are left, all columns together."""
        return sum(gap_of(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is about, and how many in the whole region are able."""

    topic: Topic
    able: int

    @property
    def is_vulnerable(self) -> bool:
        """Whether that is too few."""
        return is_vulnerable(self.able)

    @property
    def words(self) -> str:
        """How many are able, as words: "Nät: 1 behärskar, sårbart."."""
        return f"{self.topic.name}: {self.able} behärskar{', sårbart' if self.is_vulnerable else ''}."


@dataclass(frozen=True)
class HeatMap:
    """A map that can be drawn. `kommuner` are those that can be chosen; `words` say what levels are called."""

    asked: Asked
    columns: tuple[Column, ...]
    rows: tuple[PersonRow, ...]
    kommuner: tuple[str, ...]
    words: Words

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{TITLE}, {self.asked.kommun}" if self.asked.kommun else TITLE

    @property
    def sentence(self) -> str:
        """What it shows, in words."""
        if not self.rows or not self.columns:
            return "Ingen kompetens är bedömd."
        what = {Columns.AREAS: "områden", Columns.SYSTEMS: "system", Columns.BOTH: "områden och system"}
        people = "1 person" if len(self.rows) == 1 else f"{len(self.rows)} personer"
        weak = [column.topic.name for column in self.columns if column.is_vulnerable]
        told = f"{people}, {len(self.columns)} {what[self.asked.columns]}."
        if not weak:
            return f"{told} Alla behärskas av minst två i regionen."
        are = "sårbart" if len(weak) == 1 else "sårbara"
        return f"{told} {len(weak)} är {are}: färre än två i regionen behärskar {listed(weak)}."

    def cell_words(self, row: int, column: int) -> str:
        """One cell in words: "Anna Ek, Nät: nivå 2 Använder, önskad 3 Behärskar, gap 1."."""
        who, topic, judged = self.rows[row], self.columns[column].topic, self.rows[row].cells[column]
        begun = f"{who.name}{f' ({who.kommun})' if who.kommun else ''}, {topic.name}: "
        if judged is None:
            return f"{begun}inte bedömd."
        level = "inte bedömd" if judged.level is None else f"nivå {self.level_words(judged.level)}"
        wanted = "" if judged.wanted is None else f", önskad {self.level_words(judged.wanted)}"
        left = gap_of(judged)
        return f"{begun}{level}{wanted}{f', gap {left}' if left else ''}."

    def level_words(self, level: int) -> str:
        """What a level is called: "2 Använder"."""
        return self.words.label_of(LEVELS, str(level))


def gap_of(judged: Judged | None) -> int:
    """How many levels are left to what is wanted."""
    return 0 if judged is None else gap(judged.level, judged.wanted)


def heat_map(reading: Reading, ground: Ground, asked: Asked) -> HeatMap:
    """The map of what is known. Without names neither kommun nor unit is told, and none can be chosen."""
    settled = asked if asked.names else replace(asked, kommun="")
    topics = [topic for topic in ground.topics if _is_asked(topic, settled.columns)]
    kommuner = sorted({who.kommun for who in ground.people.values() if who.kommun}, key=swedish_key)
    people = [who for who in ground.people.values() if settled.kommun in ("", who.kommun)]
    rows = [_row(who, topics, ground) for who in people]
    if not settled.names:
        rows = _nameless(rows)
    return HeatMap(
        settled,
        tuple(Column(topic, ground.able(topic)) for topic in topics),
        tuple(_sorted(rows, settled.order)),
        tuple(kommuner) if settled.names else (),
        reading.words,
    )


def _is_asked(topic: Topic, columns: Columns) -> bool:
    wanted = {Columns.AREAS: (AREAS,), Columns.SYSTEMS: (SYSTEMS,), Columns.BOTH: (AREAS, SYSTEMS)}
    return topic.register in wanted[columns]


def _row(who: Someone, topics: Iterable[Topic], ground: Ground) -> PersonRow:
    return PersonRow(who.id, who.name, who.kommun, tuple(ground.of(who.id, topic) for topic in topics))


def _nameless(rows: list[PersonRow]) -> list[PersonRow]:
    levels = {row.person: tuple((cell.level or 0) if cell else 0 for cell in row.cells) for row in rows}
    called = without_names(levels, {row.person: row.person.hex for row in rows})
    shown = [replace(row, name=called[row.person], kommun="") for row in rows]
    number = {person: place for place, person in enumerate(called)}
    return sorted(shown, key=lambda row: number[row.person])


def _sorted(rows: list[PersonRow], order: Order) -> list[PersonRow]:
    """In the order asked for; those who are alike in it stay as they are, by name or number."""
    if order is Order.GAP:
        return sorted(rows, key=lambda row: -row.gap)
    if order is Order.KOMMUN:
        return sorted(rows, key=lambda row: (not row.kommun, swedish_key(row.kommun)))
    return rows
