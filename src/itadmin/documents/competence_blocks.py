"""Blocks that tell of competence: the heat map as tables of filled cells, the depth as bars, needs, actions and sums.

What is told of people stands here by the names of the map, which may be none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from itadmin.documents.content import Bar, BarChart, Block, Cell, Column, DataTable, Row
from itadmin.documents.phrases import counted, kronor_figure
from itadmin.domain.calculations.competence import LEVELS, Sums
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.competence_actions import CompetenceAction
from itadmin.services.competence.actions import ACTIONS, YearSum, total
from itadmin.services.competence.depth import DepthLine, Trouble
from itadmin.services.competence.ground import Judged
from itadmin.services.competence.heat_map import Column as Head
from itadmin.services.competence.heat_map import HeatMap, PersonRow, gap_of
from itadmin.services.display import field_text
from itadmin.services.reading import Read

_ACTIONS = REGISTERS[ACTIONS]
_NAME_WIDTH, _KOMMUN_WIDTH, _CELL_WIDTH = 36, 40, 16
_ARROW = "→"
_BLANK = Cell(" ")
_LONGEST_WORD, _LEAST_PART = 11, 3
_VOWELS = "aeiouyåäö"


def heat_tables(heat: HeatMap, across: int) -> Iterator[Block]:
    """The map as tables of at most so many columns; the last row says how many in the region are able."""
    for first in range(0, len(heat.columns), across):
        places = range(first, min(first + across, len(heat.columns)))
        yield _heat_table(heat, places, len(heat.columns) > across)


def _heat_table(heat: HeatMap, places: range, is_part: bool) -> DataTable:
    has_kommun = any(row.kommun for row in heat.rows)
    heads = [heat.columns[place] for place in places]
    columns = (
        Column("Person", weight=_NAME_WIDTH),
        *((Column("Kommun", weight=_KOMMUN_WIDTH),) if has_kommun else ()),
        *(Column(broken(head.topic.name), "center", _CELL_WIDTH) for head in heads),
    )
    rows = tuple(_heat_row(row, places, has_kommun) for row in heat.rows)
    able = ("Behärskar i regionen", *((_BLANK,) if has_kommun else ()), *(_able(head) for head in heads))
    part = f", {heads[0].topic.name}–{heads[-1].topic.name}" if is_part else ""
    note = f"{_levels(heat)} Utropstecken: färre än två i hela regionen behärskar."
    return DataTable(columns, (*rows, able), f"{heat.title}{part}", note, "strong", sum_row=True, grid=True, wide=True)


def _levels(heat: HeatMap) -> str:
    words = ", ".join(heat.level_words(level) for level in LEVELS)
    return f"{words}. En pil visar önskad nivå."


def _heat_row(row: PersonRow, places: Iterable[int], has_kommun: bool) -> Row:
    return (row.name, *((row.kommun,) if has_kommun else ()), *(_cell(row.cells[place]) for place in places))


def _cell(judged: Judged | None) -> Cell | str:
    if judged is None or (judged.level is None and judged.wanted is None):
        return _BLANK
    level = "?" if judged.level is None else str(judged.level)
    return Cell(f"{level}{_ARROW}{judged.wanted}" if gap_of(judged) else level, level=judged.level or 0)


def _able(head: Head) -> str:
    return f"{head.able} !" if head.is_vulnerable else str(head.able)


def broken(name: str) -> str:
    """A name that may be broken where a narrow column makes it: in the middle of long words."""
    return " ".join(_broken_word(word) for word in name.split())


def _broken_word(word: str) -> str:
    """A long word broken near its middle, before a consonant that is followed by a vowel."""
    if len(word) <= _LONGEST_WORD or "\u00ad" in word:
        return word
    small = word.lower()
    places = [
        place
        for place in range(_LEAST_PART, len(word) - _LEAST_PART)
        if small[place] not in _VOWELS and small[place + 1] in _VOWELS
    ]
    at = min(places, key=lambda place: abs(place - len(word) // 2), default=len(word) // 2)
    return f"{word[:at]}\u00ad{word[at:]}"


def depth_chart(lines: Sequence[DepthLine], caption: str) -> BarChart:
    """How many are able, as bars; that they are too few is said in words at the bar."""
    weak = [line.name for line in lines if line.is_vulnerable]
    told = f"Färre än två behärskar {', '.join(weak)}." if weak else "Minst två behärskar vart och ett."
    bars = tuple(
        Bar(line.name, line.able, f"{line.able} – sårbart" if line.is_vulnerable else str(line.able)) for line in lines
    )
    return BarChart(bars, caption, f"Antal personer i hela regionen som behärskar. {told}")


def needs_table(heat: HeatMap) -> DataTable:
    """What each area needs: how many are judged and able, how many are to know more, and by how many levels."""
    columns = (
        Column("Område eller system", weight=60),
        Column("Bedömda", "right", 22),
        Column("Behärskar", "right", 22),
        Column("Ska kunna mer", "right", 26),
        Column("Nivåer kvar", "right", 24),
        Column("Läge", weight=30),
    )
    return DataTable(columns, tuple(_need_row(heat, place) for place in range(len(heat.columns))), wide=True)


def _need_row(heat: HeatMap, place: int) -> Row:
    head = heat.columns[place]
    cells = [row.cells[place] for row in heat.rows]
    judged = sum(cell is not None and cell.level is not None for cell in cells)
    gaps = [gap_of(cell) for cell in cells if gap_of(cell)]
    standing = "Sårbart" if head.is_vulnerable else "Tryggt"
    figures = (str(number) for number in (judged, head.able, len(gaps), sum(gaps)))
    return (head.topic.name, *figures, Cell(standing, strong=head.is_vulnerable))


def trouble_table(found: Sequence[Trouble]) -> DataTable:
    """The systems whose competence is hard to keep, with the reasons."""
    columns = (Column("System", weight=60), Column("Skäl", weight=140))
    return DataTable(columns, tuple((trouble.name, trouble.sentence) for trouble in found), wide=True)


def actions_table(reads: Sequence[Read], names: Mapping[UUID, str] | None) -> DataTable:
    """Actions with their costs; for whom by `names`, by number alone where nobody is named."""
    columns = (
        Column("Åtgärd", weight=54),
        Column("Gäller", weight=34),
        Column("För", weight=46),
        Column("När", weight=20),
        Column("Läge", weight=24),
        Column("Samordnas med", weight=40),
        Column("Enskilt, kr", "right", 22),
        Column("Samordnat, kr", "right", 24),
        Column("Besparing, kr", "right", 24),
    )
    records = [read.record for read in reads if isinstance(read.record, CompetenceAction)]
    rows = (_action_row(read, record, names) for read, record in zip(reads, records, strict=True))
    return DataTable(columns, (*rows, ("Summa", *((_BLANK,) * 5), *_sums(total(records)))), sum_row=True, wide=True)


def _action_row(read: Read, action: CompetenceAction, names: Mapping[UUID, str] | None) -> Row:
    about = action.area or action.system
    told = {name: field_text(_ACTIONS, read, name) for name in ("title", "planned_on", "status", "municipalities")}
    costs = (action.cost_alone, action.cost_together, saved_by(action))
    return (
        told["title"],
        read.labels.get(about, "") if about is not None else "",
        _for_whom(action, names),
        told["planned_on"],
        told["status"],
        told["municipalities"],
        *("" if cost is None else kronor_figure(cost, whole=True) for cost in costs),
    )


def saved_by(action: CompetenceAction) -> int | None:
    """What an action saves, öre; None where either cost is unknown."""
    found = total([action])
    return None if found.unknown else found.saving


def _for_whom(action: CompetenceAction, names: Mapping[UUID, str] | None) -> str:
    number = len(action.people) or action.seats or 0
    if names is None or not action.people:
        return counted(number, "person", "personer") if number else ""
    return ", ".join(names.get(person, "") or "Okänd person" for person in action.people)


def sums_table(found: Sequence[YearSum], whole: Sums) -> DataTable:
    """What actions cost by area and year, alone and together."""
    columns = (
        Column("Område eller system", weight=60),
        Column("År", weight=16),
        Column("Åtgärder", "right", 20),
        Column("Enskilt, kr", "right", 28),
        Column("Samordnat, kr", "right", 28),
        Column("Besparing, kr", "right", 28),
    )
    rows = tuple((each.name or "Inget område", each.year, str(each.actions), *_sums(each.sums)) for each in found)
    last: Row = ("Summa", _BLANK, str(sum(each.actions for each in found)), *_sums(whole))
    return DataTable(columns, (*rows, last), sum_row=True, wide=True)


def _sums(found: Sums) -> tuple[str, str, str]:
    alone, together, saved = (kronor_figure(each, whole=True) for each in (found.alone, found.together, found.saving))
    return alone, together, saved
