"""A proof of how an organisation's papers look: a cover and a page with some of what papers hold, all made up."""

from __future__ import annotations

from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents.content import (
    Bar,
    BarChart,
    Block,
    BulletList,
    Cell,
    Column,
    Cover,
    DataTable,
    Field,
    Heading,
    Paper,
    Paragraph,
    Profile,
    Strong,
)
from itadmin.documents.phrases import day_in_words
from itadmin.documents.prepared import Prepared
from itadmin.documents.profiles import REGISTER, profile_of
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.paper_profiles import PaperProfile
from itadmin.domain.text import file_name
from itadmin.services.organisations import belonging
from itadmin.services.reading import Reading

TYPE = "profile_sample"
NAME = "Provtryck av utseende"

_TITLE = "Provtryck"
_LEVELS = ("Ingen", "Låg", "Måttlig", "Hög", "Mycket hög")


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The proof of one look. Raises KnownError when there is none, or its picture cannot be used."""
    look = reading.one(REGISTER, record_id).record if record_id else None
    if not isinstance(look, PaperProfile):
        raise KnownError("Välj vilket utseende provtrycket ska göras av.")
    belongs = belonging(reading, look.organisation)
    unit = belongs.units[0].name if belongs and belongs.units else ""
    day = day_in_words(reading.day)
    paper = Paper(
        title=_TITLE,
        subtitle=f"Så ser handlingar från {look.name} ut",
        subject=f"{NAME} för {look.name}",
        created=datetime.combine(reading.day, time(), UTC),
        profile=profile_of(reading, look, Profile(look.name, unit)),
        header_right=NAME,
        footer_left=f"{NAME} · {day}",
        marks=("PROV",),
        draft=draft,
        cover=Cover(facts=(Field("Dokumenttyp", NAME), Field("Datum", day))),
        body=_body(look.name),
    )
    return Prepared(paper, (), file_name(f"{_TITLE}_{look.name}.pdf"))


def _body(name: str) -> tuple[Block, ...]:
    rows = tuple((word, Cell(str(level), level), f"{level * 20} %") for level, word in enumerate(_LEVELS, 1))
    bars = tuple(Bar(word, level, f"{level * 20} %") for level, word in enumerate(_LEVELS, 1))
    return (
        Heading("Rubrik på första nivån"),
        Paragraph("En inledande text är lite större än den övriga, så att det viktigaste läses först.", "lead"),
        Heading("Rubrik på andra nivån", level=2),
        Paragraph(
            ("Löpande text står i svart. ", Strong("Det som ska synas"), f" är halvfet. Avsändare är {name}."),
        ),
        BulletList(("Siffror i rubriker och ord som Tabell 1 har er färg.", "Tabeller fylls med färgens fem nivåer.")),
        DataTable(
            (Column("Nivå", weight=50), Column("Siffra", "center", 20), Column("Andel", "right", 30)),
            rows,
            caption="Färgens fem nivåer",
            note="Siffran i varje ruta gör att tabellen går att läsa i svartvit utskrift.",
            grid=True,
        ),
        BarChart(bars, "Staplar i er färg", "Liggande stapeldiagram med fem påhittade värden"),
    )
