"""Chapters as they ship, as the common text has them and as a kommun has them; and that a bad file is told of."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.chapters import (
    Chapter,
    all_chapters_of,
    chapters_of,
    merged,
    read_chapters,
    shipped_chapters,
)
from itadmin.documents.markup import values_in
from itadmin.documents.templates import TemplateError
from itadmin.documents.variables import OWN_NAME, known_variables
from itadmin.domain.registers.steering_chapters import SteeringChapter
from itadmin.domain.values import LISTS

INSTRUCTIONS = ("it_instruktion_anvandare", "it_instruktion_forvaltning", "it_instruktion_drift")
SHIPPED = (Chapter("ett", "Ett", "Första.", place=100), Chapter("tva", "Två", "Andra.", place=200))


def record(number: int = 9, /, **values: Any) -> SteeringChapter:
    return SteeringChapter(id=UUID(int=number), **{"heading": "Ett", "key": "ett", "manner": "ersatter", **values})


def told(chapters: tuple[Chapter, ...]) -> list[tuple[str, str, str]]:
    return [(chapter.heading, chapter.text, chapter.source) for chapter in chapters if not chapter.left_out]


FIRST, SECOND = ("Ett", "Första.", "shipped"), ("Två", "Andra.", "shipped")


@pytest.mark.parametrize(
    ("common", "local", "expected"),
    [
        ((), (), [FIRST, SECOND]),
        ([record(text="Ny.")], (), [("Ett", "Ny.", "common"), SECOND]),
        ([record(text="Ny.", heading="Nytt")], (), [("Nytt", "Ny.", "common"), SECOND]),
        ([record(text="", heading="Nytt")], (), [("Nytt", "Första.", "common"), SECOND]),
        ([record(text="", place=300)], (), [SECOND, FIRST]),
        ([record(text="Ny.", manner="")], (), [("Ett", "Ny.", "common"), SECOND]),
        ([record(text="Mer.", manner="tillagg")], (), [("Ett", "Första.\n\nMer.", "common"), SECOND]),
        (
            [record(text="Mer.", manner="tillagg", heading="Hos oss")],
            (),
            [("Ett", "Första.\n\n### Hos oss\n\nMer.", "common"), SECOND],
        ),
        (
            [record(1, text="Mer.", manner="tillagg"), record(2, text="Ny.")],
            (),
            [("Ett", "Ny.\n\nMer.", "common"), SECOND],
        ),
        ([record(manner="utelamnas")], (), [SECOND]),
        ((), [record(manner="utelamnas")], [SECOND]),
        ([record(manner="utelamnas")], [record(text="Vår.")], [("Ett", "Vår.", "local"), SECOND]),
        ([record(manner="utelamnas")], [record(text="")], [FIRST, SECOND]),
        ([record(manner="utelamnas")], [record(text="Vår.", manner="tillagg")], [("Ett", "Vår.", "local"), SECOND]),
        ([record(text="Ny.")], [record(text="Vår.")], [("Ett", "Vår.", "local"), SECOND]),
        (
            [record(text="Ny.")],
            [record(text="Vår.", manner="tillagg")],
            [("Ett", "Ny.\n\nVår.", "local"), SECOND],
        ),
        ([record(key="", heading="Eget", text="Själva.")], (), [FIRST, SECOND, ("Eget", "Själva.", "common")]),
        (
            [record(key="", heading="Eget", text="Själva.", place=150)],
            [record(8, key=str(UUID(int=9)), heading="Eget", text="Vi.", manner="ersatter")],
            [FIRST, ("Eget", "Vi.", "local"), SECOND],
        ),
        ([record(key="", heading="Eget")], [record(8, key=str(UUID(int=9)), manner="utelamnas")], [FIRST, SECOND]),
        ([record(key="borta", heading="Kvar", text="Text.")], (), [FIRST, SECOND, ("Kvar", "Text.", "common")]),
        ([record(key="borta", manner="utelamnas")], (), [FIRST, SECOND]),
    ],
)
def test_merging(common: Any, local: Any, expected: list[tuple[str, str, str]]) -> None:
    assert told(merged(SHIPPED, common, local)) == expected


def test_chapters_of_a_document_are_its_own_and_the_kommuns(example: Any) -> None:
    ours, theirs = str(example.ids["mellerud"]), str(example.ids["amal"])
    changed = example.adding(
        "steering_documents",
        {"id": 50, "title": "Instruktion", "template": "it_instruktion_drift"},
        {"id": 51, "title": "Annan", "template": "egen_text"},
    ).adding(
        "steering_chapters",
        {"id": 60, "heading": "Gemensamt", "document": str(UUID(int=50)), "text": "A"},
        {"id": 61, "heading": "Vårt", "document": str(UUID(int=50)), "text": "B", "municipality": ours},
        {"id": 62, "heading": "Deras", "document": str(UUID(int=50)), "text": "C", "municipality": theirs},
        {"id": 63, "heading": "Ute", "document": str(UUID(int=51)), "manner": "utelamnas", "key": "x"},
    )
    shipped = [chapter.heading for chapter in shipped_chapters("it_instruktion_drift")]
    document = UUID(int=50)
    own = chapters_of(changed.reading, document, example.ids["mellerud"])
    assert [chapter.heading for chapter in own] == [*shipped, "Gemensamt", "Vårt"]
    assert [chapter.heading for chapter in chapters_of(changed.reading, document, None)] == [*shipped, "Gemensamt"]
    assert [chapter.left_out for chapter in all_chapters_of(changed.reading, UUID(int=51), None)] == [True]
    assert chapters_of(changed.reading, UUID(int=51), None) == ()


def test_a_chapter_without_text_is_not_printed(example: Any) -> None:
    changed = example.adding("steering_documents", {"id": 50, "title": "Rutin", "template": "egen_text"}).adding(
        "steering_chapters",
        {"id": 60, "heading": "Tomt", "document": str(UUID(int=50))},
        {"id": 61, "heading": "Skrivet", "document": str(UUID(int=50)), "text": "A"},
    )
    found = all_chapters_of(changed.reading, UUID(int=50), None)
    assert {chapter.heading: chapter.is_printed for chapter in found} == {"Tomt": False, "Skrivet": True}
    assert [chapter.heading for chapter in chapters_of(changed.reading, UUID(int=50), None)] == ["Skrivet"]


@pytest.mark.parametrize("template", INSTRUCTIONS)
def test_shipped_texts_ask_only_for_known_values(template: str) -> None:
    chapters = shipped_chapters(template)
    assert len(chapters) >= 12
    assert len({chapter.key for chapter in chapters}) == len(chapters)
    asked = {name for chapter in chapters for name in values_in(chapter.text)}
    assert asked <= {OWN_NAME, *known_variables()}


def test_every_known_value_is_asked_for_somewhere() -> None:
    templates = [template for template in LISTS["handlingsmall"] if template != "egen_text"]
    texts = [chapter.text for template in templates for chapter in shipped_chapters(template)]
    assert known_variables().keys() <= {name for text in texts for name in values_in(text)}


@pytest.mark.parametrize("template", ["egen_text", "", "finns_inte"])
def test_where_one_writes_all_oneself_nothing_ships(template: str) -> None:
    assert shipped_chapters(template) == ()


def test_chapters_are_read_by_the_numbers_of_their_files(tmp_path: Path) -> None:
    (tmp_path / "02-sist.md").write_text("# Sist\n\nText.\n", encoding="utf-8")
    (tmp_path / "01-forst.md").write_text("# Först\nA\n\nB\n", encoding="utf-8")
    assert read_chapters(tmp_path) == (
        Chapter("forst", "Först", "A\n\nB", place=100),
        Chapter("sist", "Sist", "Text.", place=200),
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("01-a.md", b"Ingen rubrik\n", "ska börja med en rubrik"),
        ("01-a.md", b"# \n", "ska börja med en rubrik"),
        ("01-a.md", b"", "ska börja med en rubrik"),
        ("a.md", b"# A\n", "ska ha ett namn som"),
        ("01-a.md", b"\xff\xfe", "går inte att läsa"),
    ],
)
def test_a_file_that_is_no_chapter_is_told_of(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TemplateError, match=sentence):
        read_chapters(tmp_path)
