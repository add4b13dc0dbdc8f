"""The evaluation of a session: hidden until somebody has answered, then the mean and how many gave each mark."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent

from itadmin.ui.panels.sessions.evaluation import EvaluationPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session
from itadmin.ui.widgets.share_chart import ShareBar

Add = Callable[..., UUID]


def test_the_mean_and_the_marks(
    session: Session, page_of: Callable[[str], RecordPage], course: Any, person: Any, add: Add
) -> None:
    page = page_of("training_sessions")
    page.show_record(course.session)
    panel = page.findChild(EvaluationPanel)
    assert panel is not None
    assert not panel.isVisible()
    session.workspace.records.save("training_sessions", course.session, {"starts_on": "2026-11-20"})
    for name, mark, note in (("Anna", 5, "Bra övningar."), ("Bo", 4, None), ("Cia", 4, None)):
        values = {"status": "genomford", "rating": mark, "rating_note": note}
        add("training_participations", person=person(name), session=course.session, **values)
    assert panel.isVisible()
    assert panel.told.text() == "4,3 av 5, 3 svar."
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [bar.accessibleName() for bar in panel.marks.findChildren(ShareBar)] == [
        "1 av 3 gav betyget 5",
        "2 av 3 gav betyget 4",
        "0 av 3 gav betyget 3",
        "0 av 3 gav betyget 2",
        "0 av 3 gav betyget 1",
    ]
    assert panel.written.text() == "”Bra övningar.”"
