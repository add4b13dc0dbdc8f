from datetime import UTC, datetime
from typing import Any

import pytest

from itadmin.documents.content import (
    Appendix,
    Bar,
    BarChart,
    BulletList,
    Cell,
    Clause,
    Column,
    Cover,
    CoverParty,
    DataTable,
    Diagram,
    Field,
    FieldTable,
    Heading,
    Item,
    Ladder,
    Link,
    Missing,
    Node,
    NumberedList,
    Paper,
    Paragraph,
    Profile,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Step,
    Strong,
)
from itadmin.documents.numbering import Gap, missing, references, walk


def paper(**parts: Any) -> Paper:
    standard = {"title": "T", "created": datetime(2026, 1, 1, tzinfo=UTC), "profile": Profile("K"), "body": ()}
    return Paper(**(standard | parts))


def table(caption: str = "", key: str = "", cell: Any = "x") -> DataTable:
    return DataTable((Column("A"),), ((cell,),), caption=caption, key=key)


CHART = BarChart((Bar("a", 1, "1"),), "Stapel", "Staplar", key="chart")
BODY = (
    Clause("Före första avsnittet"),
    Heading("Ett", key="one"),
    Clause("a"),
    table("Första", key="first"),
    Clause("b", key="clause"),
    table(),
    Heading("Onumrerad", numbered=False, key="plain"),
    Heading("Två"),
    Heading("Två ett", level=2, key="sub"),
    Paragraph("text"),
    Heading("Två två", level=2),
    CHART,
)
FRONT = (Heading("Dokumentuppgifter"), FieldTable((Field("a", "b"),)), FieldTable((Field("a", "b"),), "Fakta"))
APPENDICES = (
    Appendix("Bilaga 1", "Ett", (Heading("Rubrik"), Clause("a"), Clause("b"), table("Andra")), key="app"),
    Appendix("Bilaga B", "Två", (Clause("a"),)),
)


def test_sections_clauses_tables_and_figures_are_numbered_in_reading_order() -> None:
    numbered = [
        (type(each.block).__name__, each.number) for each in walk(paper(front=FRONT, body=BODY, appendices=APPENDICES))
    ]
    assert numbered == [
        ("Heading", ""),
        ("FieldTable", ""),
        ("FieldTable", "1"),
        ("Clause", "1"),
        ("Heading", "1"),
        ("Clause", "1.1"),
        ("DataTable", "2"),
        ("Clause", "1.2"),
        ("DataTable", ""),
        ("Heading", ""),
        ("Heading", "2"),
        ("Heading", "2.1"),
        ("Paragraph", ""),
        ("Heading", "2.2"),
        ("BarChart", "1"),
        ("Appendix", "Bilaga 1"),
        ("Heading", ""),
        ("Clause", "1"),
        ("Clause", "2"),
        ("DataTable", "3"),
        ("Appendix", "Bilaga B"),
        ("Clause", "1"),
    ]


def test_a_diagram_is_a_figure_like_any_other() -> None:
    drawn = Diagram((Node("a", "A", 0),), (), "Rutor", "Rutor", key="boxes")
    assert references(paper(body=(CHART, drawn))) == {"chart": "figur\u00a01", "boxes": "figur\u00a02"}


def test_how_blocks_are_referred_to() -> None:
    assert references(paper(body=BODY, appendices=APPENDICES)) == {
        "one": "avsnitt\u00a01",
        "first": "tabell\u00a01",
        "clause": "punkt\u00a01.2",
        "plain": "Onumrerad",
        "sub": "avsnitt\u00a02.1",
        "chart": "figur\u00a01",
        "app": "bilaga\u00a01",
    }


def gap(label: str) -> tuple[Any, ...]:
    return ("text ", Missing(label), Strong(" mer"), Link("x"))


def test_what_is_missing_is_listed_in_reading_order_with_its_place() -> None:
    signatories = (Signatory(gap("befattning"), gap("behörighet")),)
    body = (
        Paragraph(gap("ingress")),
        Heading("Ett"),
        Paragraph(gap("under rubrik")),
        Clause(gap("rto")),
        table(cell=gap("cell")),
        table(cell=Cell(gap("fylld cell"))),
        BulletList((gap("punkt"), Item(gap("underpunkt"), (Item("x", (gap("djupt"),)),)))),
        Heading("Underskrifter", numbered=False),
        SignatureBlock((SignatureParty("A", gap("part"), gap("uppgifter"), signatories),)),
    )
    made = paper(
        cover=Cover((CoverParty("A", gap("namn"), gap("enhet")),), (Field("Dnr", gap("dnr")),)),
        front=(Heading("Fakta"), FieldTable((Field("a", gap("fakta")),))),
        body=body,
        appendices=(Appendix("Bilaga 1", "Ett", (Heading("Rubrik"), Clause(gap("i bilaga")))),),
    )
    assert missing(made) == [
        Gap(place, label)
        for place, label in (
            ("Framsida", "namn"),
            ("Framsida", "enhet"),
            ("Framsida", "dnr"),
            ("Fakta", "fakta"),
            ("T", "ingress"),
            ("1", "under rubrik"),
            ("1.1", "rto"),
            ("1.1", "cell"),
            ("1.1", "fylld cell"),
            ("1.1", "punkt"),
            ("1.1", "underpunkt"),
            ("1.1", "djupt"),
            ("Underskrifter", "part"),
            ("Underskrifter", "uppgifter"),
            ("Underskrifter", "befattning"),
            ("Underskrifter", "behörighet"),
            ("Bilaga 1", "i bilaga"),
        )
    ]


@pytest.mark.parametrize("text", ["", "Missing", "[Uppgift saknas: x]"])
def test_nothing_is_missing_in_plain_text(text: str) -> None:
    assert missing(paper(body=(Clause(text), table(cell=text)))) == []


def test_a_small_heading_has_no_number_and_lies_within_its_section() -> None:
    body = (
        Heading("Ett"),
        Heading("Litet", level=3),
        Paragraph((Missing("telefon"),)),
        Heading("Två", level=2),
        Heading("Litet till", level=3),
        NumberedList((Item("a", ((Missing("e-post"),),)),)),
    )
    made = paper(body=body)
    assert [placed.number for placed in walk(made)] == ["1", "", "", "1.1", "", ""]
    assert missing(made) == [Gap("1", "telefon"), Gap("1.1", "e-post")]


def test_a_small_heading_that_stands_alone_is_a_place() -> None:
    made = paper(body=(Heading("Litet", level=3), Paragraph((Missing("telefon"),))))
    assert missing(made) == [Gap("Litet", "telefon")]


def test_a_ladder_is_numbered_among_the_figures() -> None:
    made = paper(body=(CHART, Ladder((Step("Ett"),), "Trappa", "Trappa", key="ladder")))
    assert references(made)["ladder"] == "figur\u00a02"
