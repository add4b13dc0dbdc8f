"""Samverkan i regionen: the ladder, the matrix and the openings with their reasons, for those who decide together.

It is read in all kommuner and anybody may ask for it: what is protected stands in none of it, nor what is judged among
the IT managers, which is not counted either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import (
    Block,
    Cell,
    CellContent,
    Column,
    DataTable,
    Heading,
    Ladder,
    Paragraph,
    Row,
    Step,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import counted, kronor_figure
from itadmin.documents.prepared import Prepared
from itadmin.documents.publicity import JUDGED, judged_held_back
from itadmin.documents.region_details import NO_SYSTEMS, SECRECY, gathered_by_area, who_words
from itadmin.domain.calculations.cooperation import LEVELS
from itadmin.domain.calculations.opportunities import Reason, order
from itadmin.domain.keys import Key
from itadmin.domain.money import grouped
from itadmin.domain.text import file_name, listed, without_digit
from itadmin.domain.words import Words
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Cell as MatrixCell
from itadmin.services.samverkan.cells import Matrix
from itadmin.services.samverkan.cells import Row as SystemRow
from itadmin.services.samverkan.matrix import ALL, Asked, matrix_of
from itadmin.services.samverkan.narrowing import Narrowing, Which, narrowed
from itadmin.services.samverkan.openings import Opening, openings, put_aside
from itadmin.services.samverkan.tables import level_text, names_of
from itadmin.services.samverkan.words import HIGHEST_JOINT, said_about, told_reasons

TYPE, NAME = "cooperation_overview", "Samverkan i regionen"

_VALUES = "samverkansniva"
_EVERYTHING = Narrowing()
_TOGETHER = Narrowing(which=Which.TOGETHER)
_IN_USE = "finns"
_MOST_KOMMUNER = 12
_MOST_ROWS = 60
"""So many systems stand row by row, whether they have a level or not."""
_PROPOSED = "Namnen på nivåerna är förslag som inte är fastställda."
_LADDER_NOTE = f"Ett system står på {HIGHEST_JOINT}."
_SIGNS = (
    "Siffran är nivån i kommunen, * uppgift från någon annan, finns ett system utan angiven nivå, – inget system, ? "
    "ett liknande system som ingen har matchat och ! avtal på väg ut inom {months} månader. Pil: målet är inte nått."
)
_ONLY = {
    Which.OPENINGS: " Bara system där något talar för att pröva samverkan.",
    Which.TOGETHER: " Med är system som flera kommuner har, eller som har en nivå eller ett mål.",
}
_ORDER = (
    "Flest skäl står först, sedan närmaste dag. Varje skäl ger en poäng. Hur väl systemen fungerar och hur sårbar "
    "kompetensen är bedöms i IT-chefsgruppen och räknas inte här."
)
_ONLY_COMMON = "Flera använder samma"
_NO_OPENINGS = "Inget talar just nu för att pröva samverkan om något mer."


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """What the kommuner of the first region have together; it is about the whole file, whatever `record_id`."""
    del record_id
    return prepare_overview(reading, ALL, _TOGETHER, draft=draft)


def prepare_overview(
    reading: Reading,
    asked: Asked = ALL,
    narrowing: Narrowing = _EVERYTHING,
    order: Sequence[Key] = (),
    *,
    draft: bool = False,
) -> Prepared:
    """The overview of a region, or of the part of it that is asked for.

    The matrix has its rows in `order`, by their keys; those not in it come last.
    """
    whole = matrix_of(reading, asked)
    shown = narrowed(
        replace(whole, rows=tuple(row for row in whole.rows if not row.protected)),
        narrowing,
        put_aside(reading, whole),
    )
    places = {key: place for place, key in enumerate(order)}
    shown = replace(shown, rows=tuple(sorted(shown.rows, key=lambda row: places.get(row.key, len(places)))))
    body = tuple(_body(reading, shown, narrowing))
    paper = replace(dated_paper(reading, NAME, body), draft=draft, landscape=True)
    name = file_name(f"{NAME}_{paper.profile.organisation[:60]}_{reading.day.isoformat()}.pdf")
    held_back = judged_held_back(reading.words, {reason for row in shown.rows for reason in row.reasons})
    return Prepared(paper, (), name, remarks=(held_back,) if held_back else ())


def _body(reading: Reading, matrix: Matrix, narrowing: Narrowing) -> Iterator[Block]:
    yield Paragraph(_told(matrix, narrowing), "lead")
    if not matrix.rows:
        yield Paragraph(NO_SYSTEMS)
        return
    yield Heading("Samverkanstrappan", 2, numbered=False)
    yield _ladder(matrix, reading.words)
    yield Heading("Nivå per system och kommun", 2, numbered=False)
    yield from _matrix_parts(matrix)
    yield Heading("Kandidater för samverkan", 2, numbered=False)
    found = openings(reading, matrix)
    yield from _openings(matrix, found.found)
    if found.aside:
        yield Paragraph(f"Inte aktuella nu: {listed([_aside(opening) for opening in found.aside])}.")
    told = [(row.name, said) for row in matrix.rows for said in said_about(matrix, row)]
    if told:
        yield Heading("Uppgift från någon annan", 2, numbered=False)
        yield DataTable((Column("System", weight=50), Column("Uppgift", weight=150)), tuple(told), wide=True)
    yield Paragraph(SECRECY, "note")


def _aside(opening: Opening) -> str:
    until = opening.note.until if opening.note else None
    return f"{opening.row.name} till och med {until}" if until else opening.row.name


def _told(matrix: Matrix, narrowing: Narrowing) -> str:
    number = counted(len(matrix.rows), "system", "system")
    kommuner = counted(len(matrix.kommuner), "kommun", "kommuner")
    region = f"{matrix.members.name}: " if matrix.members.name else ""
    area = f" Området {narrowing.area}." if narrowing.area else ""
    only = _ONLY.get(narrowing.which, "")
    names = f" Namn som innehåller ”{narrowing.text.strip()}”." if narrowing.text.strip() else ""
    said = f"{region}{number} i {kommuner} {matrix.day}."
    return f"{said[:1].upper()}{said[1:]}{area}{only}{names}"


def _ladder(matrix: Matrix, words: Words) -> Ladder:
    rows = sorted(matrix.rows, key=lambda row: row.sort_key)
    steps = tuple(
        Step(without_digit(words.label_of(_VALUES, str(level))), tuple(row.name for row in rows if row.level == level))
        for level in LEVELS
    )
    is_proposed = any(words.is_proposed(_VALUES, str(level)) for level in LEVELS)
    note = f"{_LADDER_NOTE} {_PROPOSED}" if is_proposed else _LADDER_NOTE
    alt = "Trappa med fem steg, ett för varje nivå av samverkan."
    return Ladder(steps, "Samverkanstrappan med systemens plats på den", alt, note)


def _matrix_parts(matrix: Matrix) -> Iterator[Block]:
    """The matrix as it is; of a long one the systems without a level stand by area after the others."""
    rows = matrix.rows
    levelled = tuple(row for row in rows if row.levels or row.target)
    if len(rows) <= _MOST_ROWS or not levelled:
        yield from _matrix_tables(matrix)
        return
    yield from _matrix_tables(replace(matrix, rows=levelled))
    if len(levelled) < len(rows):
        yield gathered_by_area(matrix, (row for row in rows if not (row.levels or row.target)), "System utan nivå")


def _matrix_tables(matrix: Matrix) -> Iterator[Block]:
    """The matrix, as several tables where there are more kommuner than a page has room for."""
    signs = _SIGNS.format(months=matrix.months)
    for first in range(0, len(matrix.kommuner), _MOST_KOMMUNER):
        kommuner = matrix.kommuner[first : first + _MOST_KOMMUNER]
        columns = (
            Column("System", weight=44),
            *(Column(kommun.name, "center", 16) for kommun in kommuner),
            Column("Nivå", "center", 12),
            Column("Mål", "center", 12),
            Column("Användare", "right", 18),
            Column("Kronor per år", "right", 22),
        )
        rows = tuple(tuple(_matrix_row(matrix, row, range(first, first + len(kommuner)))) for row in matrix.rows)
        part = f", {kommuner[0].name}–{kommuner[-1].name}" if len(matrix.kommuner) > _MOST_KOMMUNER else ""
        caption = f"Samverkansnivå per system och kommun{part}"
        yield DataTable(columns, rows, caption, signs, row_heading="strong", grid=True, wide=True)


def _matrix_row(matrix: Matrix, row: SystemRow, places: range) -> Iterator[CellContent]:
    yield row.name
    for place in places:
        cell = row.cells.get(matrix.kommuner[place].key)
        yield _cell(cell)
    yield Cell(str(row.level), strong=True)
    yield _target(row)
    yield "" if row.users is None else grouped(row.users)
    yield "" if row.cost is None else kronor_figure(row.cost, whole=True)


def _cell(cell: MatrixCell | None) -> CellContent:
    """A kommun in a system; one without a level is said to be there, as an empty cell is drawn as a dash."""
    if cell is None:
        return ""
    mark = " !" if cell.way_out is not None else ""
    if cell.level is None:
        return f"{level_text(cell) if cell.is_only_similar or not cell.uses else _IN_USE}{mark}"
    return Cell(f"{level_text(cell)}{mark}", level=cell.level)


def _target(row: SystemRow) -> str:
    if not row.target:
        return ""
    return f"→ {row.target}" if row.level < row.target else str(row.target)


def _openings(matrix: Matrix, found: Sequence[Opening]) -> Iterator[Block]:
    told = [(row, reasons) for row in (opening.row for opening in found) if (reasons := _public(matrix, row))]
    if not told:
        yield Paragraph(_NO_OPENINGS)
        return
    told.sort(key=lambda each: order(each[0].rank._replace(score=len(each[1]))))
    yield Paragraph(_ORDER)
    columns = (
        Column("System", weight=38),
        Column("Poäng", "right", 13),
        Column("Närmaste dag", weight=22),
        Column("Kommuner", weight=38),
        Column("Skäl", weight=110),
    )
    common = [row for row, _reasons in told if _is_only_common(row)]
    others = tuple(_opening(matrix, row, reasons) for row, reasons in told if not _is_only_common(row))
    if others:
        yield DataTable(columns, others, row_heading="strong", wide=True)
    if common:
        heads = Column("En poäng", weight=38), Column("System och kommuner", weight=183)
        names = "; ".join(f"{row.name} ({who_words(matrix, row.using)})" for row in common)
        yield DataTable(heads, ((_ONLY_COMMON, names),), row_heading="strong", wide=True)


def _is_only_common(row: SystemRow) -> bool:
    """Whether nothing that anybody may know speaks for it but that several use the same."""
    return set(row.reasons) - JUDGED == {Reason.SEVERAL}


def _public(matrix: Matrix, row: SystemRow) -> tuple[str, ...]:
    """What speaks for it that anybody may know, as sentences."""
    return tuple(told.sentence for told in told_reasons(matrix, row) if told.reason not in JUDGED)


def _opening(matrix: Matrix, row: SystemRow, reasons: Sequence[str]) -> Row:
    day = row.rank.day
    named = names_of(matrix, row.using)
    return (row.name, str(len(reasons)), day.isoformat() if day else "", named, " ".join(reasons))
