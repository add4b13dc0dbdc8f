"""The paper is made once at a time, and once more when something changed meanwhile."""

from collections.abc import Callable
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from itadmin.domain.registers.agreements import Agreement
from itadmin.ui.background import Background, Failed, Then, Work
from itadmin.ui.document.press import Printed
from itadmin.ui.document.preview import Preview
from itadmin.ui.session import Session


class HeldBackground(Background):
    """Keeps work until it is let go."""

    def __init__(self) -> None:
        super().__init__(at_once=True)
        self.held: list[Callable[[], None]] = []

    def run(self, name: str, work: Work, then: Then, failed: Failed) -> None:
        self.held.append(lambda: super(HeldBackground, self).run(name, work, then, failed))

    def let_go(self) -> None:
        self.held.pop(0)()


@pytest.fixture
def held() -> HeldBackground:
    return HeldBackground()


@pytest.fixture
def preview(session: Session, held: HeldBackground, agreement_id: UUID) -> Preview:
    slow = Session(session.workspace, session.look, session.bus, session.guide, held)
    return Preview(slow, "operations_agreement", agreement_id)


def made_by(preview: Preview) -> list[Printed]:
    made: list[Printed] = []
    preview.made.connect(made.append)
    return made


def test_a_paper_tells_of_itself(preview: Preview, held: HeldBackground) -> None:
    made = made_by(preview)
    preview.refresh()
    assert preview.is_working
    held.let_go()
    (printed,) = made
    assert not preview.is_working
    assert printed.heading == "Driftavtal för Lifecare"
    assert printed.kind == "Driftavtal"
    assert printed.parties == "Bengtsfors kommun och Melleruds kommun"
    assert (printed.status, printed.status_word) == ("utkast", "Utkast")
    assert printed.draft
    assert printed.content.startswith(b"%PDF")
    assert printed.file_name.startswith("Driftavtal_Lifecare_2026-11-22")


def test_changes_during_a_making_are_answered_by_one_more(
    preview: Preview, held: HeldBackground, session: Session, agreement_id: UUID
) -> None:
    made = made_by(preview)
    preview.refresh()
    for number in range(3):
        session.workspace.records.save("agreements", agreement_id, {"version": f"1.{number}"})
        preview.refresh()
    held.let_go()
    assert len(held.held) == 1
    held.let_go()
    assert not held.held
    assert [printed.version for printed in made][-1] == "1.2"
    assert len(made) == 2


def test_the_making_sees_the_register_as_it_was_when_asked(
    preview: Preview, held: HeldBackground, session: Session, agreement_id: UUID
) -> None:
    made = made_by(preview)
    before = session.workspace.reading().one("agreements", agreement_id).record
    preview.refresh()
    session.workspace.records.save("agreements", agreement_id, {"version": "9.9"})
    held.let_go()
    assert isinstance(before, Agreement)
    assert made[0].version == before.version


def test_what_cannot_be_made_is_said_in_a_sentence(session: Session, held: HeldBackground) -> None:
    slow = Session(session.workspace, session.look, session.bus, session.guide, held)
    preview = Preview(slow, "operations_agreement", session.workspace.around.new_id())
    said: list[str] = []
    preview.failed.connect(said.append)
    preview.refresh()
    held.let_go()
    assert said == ["Posten finns inte bland avtal i filen. Läs om listan."]


def test_a_bug_is_no_sentence(session: Session, held: HeldBackground, agreement_id: UUID) -> None:
    slow = Session(session.workspace, session.look, session.bus, session.guide, held)
    preview = Preview(slow, "operations_agreement", agreement_id)
    preview.refresh()
    with pytest.raises(ZeroDivisionError):
        preview._on_failed(ZeroDivisionError())


def test_a_stopped_preview_says_nothing_more(preview: Preview, held: HeldBackground) -> None:
    made = made_by(preview)
    preview.refresh()
    preview.refresh()
    preview.stop()
    held.let_go()
    assert made == []
    assert not held.held


def test_a_paper_is_made_on_another_thread_while_the_register_changes(
    session: Session, agreement_id: UUID, qtbot: QtBot
) -> None:
    background = Background()
    threaded = Session(session.workspace, session.look, session.bus, session.guide, background)
    preview = Preview(threaded, "operations_agreement", agreement_id)
    made = made_by(preview)
    preview.refresh()
    session.workspace.records.save("agreements", agreement_id, {"version": "7.7"})
    preview.refresh()
    qtbot.waitUntil(lambda: len(made) == 2, timeout=20_000)
    background.close()
    assert made[-1].version == "7.7"
