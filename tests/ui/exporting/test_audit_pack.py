"""Revisionspaketet by the command of the menu: where it is asked for, what is written, and what is said."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QFileDialog

from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.main_window import MainWindow
from itadmin.ui.workbench import Workbench

Answer = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def said(window: MainWindow, workspace: Workspace, ids: tuple[UUID, ...]) -> Iterator[list[str]]:
    """What the window says while a register is open in it."""
    del ids
    background = Background(at_once=True)
    bench = Workbench(window, workspace, background)
    sentences: list[str] = []
    bench.session.guide.said.connect(lambda sentence, _undoable: sentences.append(sentence))
    yield sentences
    bench.close()
    background.close()


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answer the question of where the file is to lie; gives what was asked, as title and proposed name."""

    def answering(place: str) -> list[tuple[str, str]]:
        asked: list[tuple[str, str]] = []

        def ask(_parent: object, title: str, proposal: str, kinds: str) -> tuple[str, str]:
            asked.append((title, Path(proposal).name))
            return place, kinds

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return asked

    return answering


def test_it_is_written_where_one_says_and_the_menu_tells_so(
    window: MainWindow, said: list[str], answer: Answer, tmp_path: Path
) -> None:
    asked = answer(str(tmp_path / "till revisorn"))
    window.commands["audit_pack"].trigger()
    assert asked == [("Revisionspaket till revisorn", "Revisionspaket_Bengtsfors-kommun_2026-11-22.zip")]
    assert said == ["Revisionspaketet är sparat som till revisorn.zip."]
    with ZipFile(tmp_path / "till revisorn.zip") as made:
        assert made.read("systemforteckning.pdf").startswith(b"%PDF-")


def test_who_changes_ones_mind_gets_nothing(window: MainWindow, said: list[str], answer: Answer) -> None:
    answer("")
    window.commands["audit_pack"].trigger()
    assert said == []


def test_a_place_that_cannot_be_written_is_said(
    window: MainWindow, said: list[str], answer: Answer, tmp_path: Path
) -> None:
    (tmp_path / "fil").write_bytes(b"mitt")
    answer(str(tmp_path / "fil" / "paket.zip"))
    window.commands["audit_pack"].trigger()
    assert len(said) == 1
    assert "sparat" not in said[0]
    assert (tmp_path / "fil").read_bytes() == b"mitt"
