"""Regionöversikt: who has what, suppliers in common, agreements by end, cost a head and levels over time, on paper.

It is read in all kommuner, so what is protected stands in none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import Bar, BarChart, Block, Heading, KeyFact, KeyFacts, Paragraph
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.overview_list import table_of
from itadmin.documents.prepared import Prepared
from itadmin.documents.region_details import (
    NO_SYSTEMS,
    SECRECY,
    SOON_MONTHS,
    agreement_tables,
    supplier_tables,
    system_tables,
)
from itadmin.domain.calculations.opportunities import SEVERAL
from itadmin.domain.calendar import months_from
from itadmin.domain.money import format_whole_kronor, grouped
from itadmin.domain.text import file_name
from itadmin.services.reading import Reading
from itadmin.services.samverkan.heard import told_heard
from itadmin.services.samverkan.matrix import matrix_of
from itadmin.services.samverkan.overview_tables import TITLE, sheet_of
from itadmin.services.samverkan.overview_words import told_of
from itadmin.services.samverkan.seen import PARTS, Part, RegionSeen, region_seen

TYPE, NAME = "region_overview", TITLE

_ORDER = (Part.COSTS, Part.LEVELS, Part.SUPPLIERS, Part.AGREEMENTS, Part.SYSTEMS)
_DETAILS: Mapping[Part, Callable[[RegionSeen], Iterator[Block]]] = {
    Part.AGREEMENTS: agreement_tables,
    Part.SUPPLIERS: supplier_tables,
    Part.SYSTEMS: system_tables,
}


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The overview of the first region; it is about the whole file, whatever `record_id`."""
    del record_id
    whole = matrix_of(reading)
    seen = region_seen(reading, replace(whole, rows=tuple(row for row in whole.rows if not row.protected)))
    paper = replace(dated_paper(reading, NAME, tuple(_body(seen))), draft=draft, landscape=True)
    return Prepared(paper, (), file_name(f"{NAME}_{paper.profile.organisation[:60]}_{reading.day.isoformat()}.pdf"))


def _body(seen: RegionSeen) -> Iterator[Block]:
    name = seen.matrix.members.name
    yield Paragraph(f"{f'{name}. ' if name else ''}{told_heard(seen.heard)}", "lead")
    if not seen.matrix.rows:
        yield Paragraph(NO_SYSTEMS)
        return
    yield _facts(seen)
    for part in _ORDER:
        yield Heading(PARTS[part], 2, numbered=False)
        yield from _part(seen, part)
    yield Paragraph(SECRECY, "note")


def _facts(seen: RegionSeen) -> KeyFacts:
    rows, until = seen.matrix.rows, months_from(seen.matrix.day, SOON_MONTHS)
    soon = sum(end.day is not None and end.day <= until for end in seen.ends)
    several = sum(len(row.using) >= SEVERAL for row in rows)
    return KeyFacts(
        (
            KeyFact("System", grouped(len(rows)), f"{grouped(several)} används av flera kommuner"),
            KeyFact("Gemensamma leverantörer", grouped(len(seen.overview.suppliers)), "finns i minst två kommuner"),
            KeyFact("Avtal på väg ut", grouped(soon), f"slutar eller sägs upp inom {SOON_MONTHS} månader"),
        )
    )


def _part(seen: RegionSeen, part: Part) -> Iterator[Block]:
    sheet, told = sheet_of(seen, part), told_of(seen, part)
    if told:
        yield Paragraph(told)
    if not list(sheet.rows):
        return
    if part is Part.COSTS:
        yield from _cost_chart(seen)
    if part in _DETAILS:
        yield from _DETAILS[part](seen)
    else:
        yield table_of(sheet)


def _cost_chart(seen: RegionSeen) -> Iterator[Block]:
    known = [(each, each.cost_per_inhabitant) for each in seen.overview.kommuner]
    bars = tuple(
        Bar(each.kommun.name, cost / 100, format_whole_kronor(cost)) for each, cost in known if cost is not None
    )
    if bars:
        yield BarChart(bars, PARTS[Part.COSTS], "Systemens kostnad per invånare och år i varje kommun.")
