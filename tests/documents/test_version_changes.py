"""What differs between two versions: fields, and chapters word by word, in the order of the later one."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.chapters import Chapter
from itadmin.documents.version_changes import chapter_changes, version_changes, version_overview
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.money import NBSP
from itadmin.services.steering import new_version
from itadmin.services.workspace import Workspace

OWN = municipality_id("1460")


def chapter(key: str, heading: str = "", text: str = "Text.") -> Chapter:
    return Chapter(key, heading or key.capitalize(), text)


def told(before: list[Chapter], after: list[Chapter]) -> list[tuple[str, str]]:
    return [(change.heading, change.what) for change in chapter_changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], []),
        (["a", "b"], ["a", "b"], [("A", "same"), ("B", "same")]),
        (["a"], ["a", "b"], [("A", "same"), ("B", "added")]),
        (["a", "b", "c"], ["a", "c"], [("A", "same"), ("B", "removed"), ("C", "same")]),
        (["a", "b", "c"], ["c"], [("A", "removed"), ("B", "removed"), ("C", "same")]),
        (["a", "b", "c", "d"], ["a", "d"], [("A", "same"), ("B", "removed"), ("C", "removed"), ("D", "same")]),
        (["a", "b"], [], [("A", "removed"), ("B", "removed")]),
    ],
)
def test_what_is_gone_stands_where_it_stood(
    before: list[str], after: list[str], expected: list[tuple[str, str]]
) -> None:
    assert told([chapter(key) for key in before], [chapter(key) for key in after]) == expected


def test_ones_own_chapters_are_met_by_their_headings() -> None:
    old, new = chapter("1", "Mobiler", "Lås dem."), chapter("2", "MOBILER", "Lås dem alltid.")
    (change,) = chapter_changes([old], [new])
    assert (change.what, change.heading_before) == ("changed", "Mobiler")
    assert [piece.text for piece in change.pieces if piece.kind == "added"] == ["dem alltid."]


def test_a_heading_alone_is_a_change() -> None:
    (change,) = chapter_changes([chapter("a", "Mål")], [chapter("a", "Våra mål")])
    assert (change.heading, change.what, change.heading_before) == ("Våra mål", "changed", "Mål")


@pytest.fixture
def versions(workspace: Workspace) -> tuple[UUID, UUID]:
    """A riktlinje that is in force, and a draft of the next in which a sentence and the title are others."""
    values = {"title": "Riktlinje", "template": "egen_text", "version": "1.0", "status": "faststalld"}
    first = workspace.records.add("steering_documents", {**values, "status": "utkast", "applies_to": "Nämnder"})
    text = {"document": str(first), "heading": "Lösenord", "manner": "ersatter", "text": "De är långa.\n\nByt ofta."}
    workspace.records.add("steering_chapters", text)
    workspace.records.add("steering_chapters", {**text, "heading": "Nycklar", "text": "Göm dem."})
    workspace.records.save("steering_documents", first, {"status": "faststalld"})
    second, step = new_version(workspace.reading(), workspace.records, first)
    workspace.records.apply(step)
    workspace.records.save("steering_documents", second, {"title": "Riktlinje för lösenord"})
    reads: Any = workspace.reading().referring("steering_chapters", "document", second)
    written = next(read.record.id for read in reads if read.record.heading == "Lösenord")
    workspace.records.save("steering_chapters", written, {"text": "De är långa.\n\nByt sällan."})
    return first, second


def test_versions_are_compared_field_by_field_and_paragraph_by_paragraph(
    workspace: Workspace, versions: tuple[UUID, UUID]
) -> None:
    changes = version_changes(workspace.reading(), *versions, OWN)
    assert [(change.label, change.before, change.after) for change in changes.fields] == [
        ("Namn", "Riktlinje", "Riktlinje för lösenord"),
        ("Version", "1.0", "2.0"),
        ("Läge", "Fastställd", "Utkast"),
    ]
    assert {change.heading: change.what for change in changes.chapters} == {"Lösenord": "changed", "Nycklar": "same"}
    expected = "Från version 1.0 (fastställd) till version 2.0 (utkast): 1 ändrat kapitel, 3 ändrade uppgifter."
    assert changes.told.replace(NBSP, " ") == expected


def test_the_same_as_tables_has_only_the_paragraphs_that_differ(
    workspace: Workspace, versions: tuple[UUID, UUID]
) -> None:
    overview = version_overview(version_changes(workspace.reading(), *versions, OWN))
    fields, chapters = overview.tables
    assert len(list(fields.rows)) == 3
    assert list(chapters.rows) == [("Lösenord", "Ändrat", "Byt ofta.", "Byt sällan.")]


def test_a_version_and_itself_do_not_differ(workspace: Workspace, versions: tuple[UUID, UUID]) -> None:
    first, _second = versions
    changes = version_changes(workspace.reading(), first, first, None)
    assert changes.told.endswith(": inget skiljer sig.")
    assert [list(table.rows) for table in version_overview(changes).tables] == [[], []]


def test_what_a_kommun_has_added_is_compared_in_its_own_text_only(
    workspace: Workspace, versions: tuple[UUID, UUID]
) -> None:
    first, second = versions
    own = {"document": str(second), "heading": "Hos oss", "manner": "ersatter", "municipality": str(OWN), "text": "Så."}
    workspace.records.add("steering_chapters", own)
    for municipality, is_told in ((OWN, True), (None, False)):
        changes = version_changes(workspace.reading(), first, second, municipality)
        assert any(chapter.heading == "Hos oss" for chapter in changes.chapters) is is_told


def test_a_version_that_is_written_elsewhere_is_told_to_have_no_text(
    workspace: Workspace, versions: tuple[UUID, UUID]
) -> None:
    elsewhere = workspace.records.add("steering_documents", {"title": "Riktlinje", "version": "0.9"})
    told = version_changes(workspace.reading(), elsewhere, versions[1], OWN).told
    assert told.endswith(". Version 0.9 har ingen text i programmet att jämföra med.")
    back = version_changes(workspace.reading(), versions[1], elsewhere, OWN).told
    assert back.endswith(". Version 0.9 har ingen text i programmet att jämföra med.")


def test_texts_are_compared_as_they_read(workspace: Workspace, versions: tuple[UUID, UUID]) -> None:
    first, second = versions
    text = {"document": str(second), "heading": "Ring", "manner": "ersatter"}
    written = "## Telefon\n\nRing **alltid** {{servicedesk_tider}} om {{jour}}."
    workspace.records.add("steering_chapters", {**text, "text": written})
    _fields, chapters = version_overview(version_changes(workspace.reading(), first, second, None)).tables
    assert [row for row in chapters.rows if row[0] == "Ring"] == [
        ("Ring", "Underrubrik", "", "Telefon"),
        (
            "Ring",
            "Nytt",
            "",
            "Ring alltid helgfria vardagar kl. 08.00–16.30 om [Vem som tar emot larm utanför kontorstid].",
        ),
    ]
