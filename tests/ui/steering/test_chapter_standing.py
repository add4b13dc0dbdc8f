"""Whether a text can be written, and what is said when it cannot."""

from __future__ import annotations

from uuid import UUID

import pytest

from itadmin.documents.chapters import Chapter
from itadmin.services.workspace import Workspace
from itadmin.ui.session import Session
from itadmin.ui.steering import words
from itadmin.ui.steering.chapter_standing import lock_of, messages_of
from itadmin.ui.widgets.notice import Concern


def test_a_draft_of_ones_own_can_be_written(session: Session, instruction: UUID) -> None:
    assert lock_of(session, instruction, None) == ""
    assert lock_of(session, instruction, UUID(int=1)) == ""


def test_the_common_text_of_anothers_document_is_only_read(
    session: Session, instruction: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "may_change", lambda _self, _read: False)
    assert lock_of(session, instruction, None) == words.ANOTHERS
    assert lock_of(session, instruction, UUID(int=1)) == ""


def test_what_is_decided_is_only_read(session: Session, workspace: Workspace, instruction: UUID) -> None:
    workspace.records.save("steering_documents", instruction, {"status": "faststalld"})
    assert "beslutat" in lock_of(session, instruction, UUID(int=1))


def test_what_is_in_the_bin_is_only_read(session: Session, workspace: Workspace, instruction: UUID) -> None:
    workspace.records.delete("steering_documents", [instruction])
    assert lock_of(session, instruction, None) == words.ONLY_READ


@pytest.mark.parametrize(
    ("chapter", "lock", "concern"),
    [
        (Chapter("a", "A", ""), "", None),
        (Chapter("a", "A", ""), "Låst.", Concern.READ_ONLY),
        (Chapter("a", "A", "", left_out=True), "", Concern.INFORMATION),
        (None, "", Concern.INFORMATION),
    ],
)
def test_what_is_said_above_a_chapter(chapter: Chapter | None, lock: str, concern: Concern | None) -> None:
    assert [message.concern for message in messages_of(chapter, lock)] == ([concern] if concern else [])
