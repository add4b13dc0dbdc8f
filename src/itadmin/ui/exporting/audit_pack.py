"""Revisionspaketet: asks where it is to lie, and makes it beside the window from a private copy."""

from __future__ import annotations

from contextlib import closing
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadmin.domain.text import file_name
from itadmin.services.audit_pack import ENDING, TITLE
from itadmin.services.exporting.sheet import Written
from itadmin.services.progress import Progress
from itadmin.services.safekeeping import write_file
from itadmin.ui.background import known
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session

_MAKING = "itadmin.documents.making"
_LONGEST_NAME = 60


def save_audit_pack(session: Session, window: QWidget) -> None:
    """Ask where the pack is to lie, make it, and say what came of it."""
    reading = session.reading()
    name = f"{TITLE}_{reading.organisation().label[:_LONGEST_NAME]}_{reading.day.isoformat()}{ENDING}"
    path = ask_save_place(window, f"{TITLE} till revisorn", session.workspace.path.parent / file_name(name), (ENDING,))
    if path is None:
        return
    copy = session.workspace.snapshot()

    def work() -> tuple[str, ...]:
        with closing(copy):
            made: Written = import_module(_MAKING).make_audit_pack(copy, Progress())
            write_file(path, made.content)
        return made.remarks

    session.background.run(
        f"{TITLE}et görs",
        work,
        lambda remarks: session.guide.say(_saved(path, remarks)),
        lambda error: session.guide.say(known(error).sentence),
    )


def _saved(path: Path, remarks: tuple[str, ...]) -> str:
    return " ".join((f"{TITLE}et är sparat som {path.name}.", *remarks[:1]))
