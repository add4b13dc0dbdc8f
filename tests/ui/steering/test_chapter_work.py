"""Chapters changed one step at a time: what each step writes, and that what is as below is not kept."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.documents.chapters import shipped_chapters
from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace
from itadmin.ui.steering.chapter_work import ChapterWork
from itadmin.ui.steering.chapters_read import ADDED, AS_BELOW, LEFT_OUT, REPLACES, Draft, Level

TEMPLATE = "it_instruktion_drift"
FIRST, SECOND, THIRD = (chapter.key for chapter in shipped_chapters(TEMPLATE)[:3])
SHIPPED = shipped_chapters(TEMPLATE)[0]


@pytest.fixture
def work(workspace: Workspace) -> ChapterWork:
    values = {"title": "IT-instruktion Drift", "template": TEMPLATE}
    return ChapterWork(workspace, workspace.records.add("steering_documents", values))


@pytest.fixture
def ours(workspace: Workspace) -> UUID:
    return workspace.reading().organisation_id


@pytest.fixture
def steps(workspace: Workspace) -> Callable[[], int]:
    """How many steps have been written since it was last asked."""
    told: list[object] = []
    workspace.listeners.append(lambda changes, _initiator: told.append(changes))

    def count() -> int:
        number = len(told)
        told.clear()
        return number

    return count


def records(work: ChapterWork) -> int:
    return work._workspace.reading().count("steering_chapters")


def keys(work: ChapterWork, level: Level = None) -> list[str]:
    return [chapter.key for chapter in work.read().chapters(level) if not chapter.left_out]


def text(work: ChapterWork, key: str, level: Level = None) -> str:
    chapter = work.read().chapter(key, level)
    assert chapter is not None
    return chapter.text


def test_a_text_is_kept_as_one_step(work: ChapterWork, steps: Callable[[], int]) -> None:
    assert work.save(Draft(FIRST, SHIPPED.heading, "Vår text.", REPLACES), None)
    assert steps() == 1
    assert text(work, FIRST) == "Vår text."
    assert work.read().manner(FIRST, None) == REPLACES
    assert not work.save(Draft(FIRST, SHIPPED.heading, "Vår text.", REPLACES), None)
    assert steps() == 0


def test_a_text_as_the_one_below_is_not_kept(work: ChapterWork) -> None:
    assert not work.save(Draft(FIRST, SHIPPED.heading, f"{SHIPPED.text}\n", REPLACES), None)
    work.save(Draft(FIRST, SHIPPED.heading, "Vår text.", REPLACES), None)
    assert work.save(Draft(FIRST, SHIPPED.heading, SHIPPED.text, REPLACES), None)
    assert (records(work), work.read().manner(FIRST, None)) == (0, AS_BELOW)


def test_another_heading_alone_lets_the_shipped_text_stand(work: ChapterWork) -> None:
    work.save(Draft(FIRST, "Till dig i driften", SHIPPED.text, REPLACES), None)
    chapter = work.read().chapter(FIRST, None)
    assert chapter is not None
    assert (chapter.heading, chapter.text) == ("Till dig i driften", SHIPPED.text)
    (record,) = work.read().own(FIRST, None)
    assert record.text == ""
    assert work.read().manner(FIRST, None) == REPLACES


def test_a_kommuns_own_text_stands_in_its_document_only(work: ChapterWork, ours: UUID) -> None:
    work.save(Draft(FIRST, SHIPPED.heading, "Hos oss.", ADDED), ours)
    assert text(work, FIRST) == SHIPPED.text
    assert text(work, FIRST, ours) == f"{SHIPPED.text}\n\nHos oss."
    assert work.read().manner(FIRST, ours) == ADDED
    assert work.read().draft(FIRST, ours, ADDED).text == "Hos oss."
    assert work.read().draft(FIRST, ours, AS_BELOW).text == SHIPPED.text


def test_what_was_added_can_come_to_replace(work: ChapterWork, ours: UUID) -> None:
    work.save(Draft(FIRST, SHIPPED.heading, "Hos oss.", ADDED), ours)
    draft = work.read().draft(FIRST, ours, REPLACES)
    assert draft.text == f"{SHIPPED.text}\n\nHos oss."
    work.save(draft, ours)
    assert (records(work), work.read().manner(FIRST, ours)) == (1, REPLACES)


def test_an_addition_without_text_is_taken_away(work: ChapterWork, ours: UUID) -> None:
    assert not work.save(Draft(FIRST, SHIPPED.heading, " ", ADDED), ours)
    work.save(Draft(FIRST, SHIPPED.heading, "Hos oss.", ADDED), ours)
    work.save(Draft(FIRST, SHIPPED.heading, "", ADDED), ours)
    assert records(work) == 0


def test_the_shipped_text_is_taken_back_as_one_step(work: ChapterWork, steps: Callable[[], int]) -> None:
    work.save(Draft(FIRST, "Nytt", "Vår text.", REPLACES), None)
    steps()
    work.take_back(FIRST, None)
    assert steps() == 1
    assert work.read().chapter(FIRST, None) == SHIPPED
    work.take_back(FIRST, None)
    assert steps() == 0


def test_a_chapter_is_left_out_and_taken_in_with_its_text(work: ChapterWork, ours: UUID) -> None:
    work.save(Draft(FIRST, SHIPPED.heading, "Vår text.", REPLACES), None)
    work.leave_out(FIRST, None)
    assert (FIRST in keys(work), work.read().manner(FIRST, None)) == (False, LEFT_OUT)
    work.take_in(FIRST, ours)
    assert FIRST in keys(work, ours)
    assert FIRST not in keys(work)
    work.take_in(FIRST, None)
    assert text(work, FIRST) == "Vår text."


def test_chapters_are_moved_one_step_at_a_time(work: ChapterWork, steps: Callable[[], int]) -> None:
    shipped = keys(work)
    assert work.move(FIRST, 1, None)
    assert keys(work)[:2] == [SECOND, FIRST]
    assert work.move(FIRST, -1, None)
    assert keys(work) == shipped
    assert steps() == 2
    assert not work.move(FIRST, -1, None)
    assert not work.move(shipped[-1], 1, None)
    assert not work.move("finns inte", 1, None)
    assert text(work, FIRST) == SHIPPED.text


def test_where_there_is_no_room_the_others_move_too(work: ChapterWork, steps: Callable[[], int]) -> None:
    for _ in range(9):
        work.add("Nytt", FIRST, None)
    assert steps() == 9
    assert [chapter.heading for chapter in work.read().chapters(None)].count("Nytt") == 9
    assert keys(work)[0] == FIRST
    assert keys(work)[10] == SECOND
    for _ in range(12):
        work.move(THIRD, -1, None)
    assert keys(work)[0] == THIRD
    places = [chapter.place for chapter in work.read().chapters(None)]
    assert places == sorted(set(places))


def test_a_new_chapter_stands_after_the_one_that_is_read(work: ChapterWork, ours: UUID) -> None:
    key = work.add("Eget", FIRST, None)
    assert keys(work)[1] == key
    work.save(Draft(key, "Eget", "Text.", REPLACES), None)
    assert text(work, key) == "Text."
    local = work.add("Vårt", "", ours)
    assert keys(work, ours)[-1] == local
    assert local not in keys(work)
    assert work.read().below(local, ours) is None
    assert work.read().below(key, ours) is not None
    work.take_back(local, ours)
    assert local not in keys(work, ours)


def test_a_kommuns_own_chapters_stand_after_all_common_ones(work: ChapterWork, ours: UUID) -> None:
    own = [work.add(heading, FIRST, ours) for heading in ("B", "A")]
    later = work.add("Gemensamt", "", None)
    assert keys(work, ours)[-3:] == [later, *own]
    assert work.move(own[1], -1, ours)
    assert keys(work, ours)[-3:] == [later, *reversed(own)]


def test_there_is_room_for_many_chapters_of_a_kommun(work: ChapterWork, ours: UUID) -> None:
    own = [work.add(f"Kapitel {number:02}", "", ours) for number in range(60)]
    assert keys(work, ours)[-60:] == own


def test_a_draft_is_shown_before_it_is_kept(work: ChapterWork, ours: UUID) -> None:
    draft = Draft(FIRST, "Nytt", "Ny text", ADDED)
    record = work.read().drafted(draft, ours)
    assert (record.key, record.municipality, record.document) == (FIRST, ours, work.document_id)
    assert (record.heading, record.text, record.manner) == ("Nytt", "Ny text", ADDED)
    work.save(draft, ours)
    assert work.read().drafted(draft, ours).id == work.read().own(FIRST, ours)[0].id


def test_the_text_of_a_decided_document_is_not_changed(work: ChapterWork, workspace: Workspace) -> None:
    workspace.records.save("steering_documents", work.document_id, {"status": "faststalld"})
    with pytest.raises(KnownError, match="beslutat"):
        work.save(Draft(FIRST, "Nytt", "Ny text", REPLACES), None)
    with pytest.raises(KnownError, match="beslutat"):
        work.move(FIRST, 1, None)
