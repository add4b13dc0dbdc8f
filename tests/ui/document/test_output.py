"""A paper's file is written whole where the user says, and only such files are opened."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from itadmin.ui.document import output as output_module
from itadmin.ui.document.output import PaperOutput
from itadmin.ui.session import Session


class Heard:
    """What an output has said."""

    def __init__(self, output: PaperOutput) -> None:
        self.saved: list[Path] = []
        self.said: list[str] = []
        self.failed: list[str] = []
        output.saved.connect(self.saved.append)
        output.said.connect(self.said.append)
        output.failed.connect(self.failed.append)


@pytest.fixture
def output(session: Session, agreement_id: UUID, host: QWidget) -> PaperOutput:
    return PaperOutput(session, "operations_agreement", agreement_id, host)


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Call it with the path that the user chooses; gives the proposals that were made."""

    def answer(path: str) -> list[str]:
        proposed: list[str] = []

        def ask(_parent: QWidget, title: str, proposal: str, _kinds: str) -> tuple[str, str]:
            proposed.extend((title, proposal))
            return path, ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return proposed

    return answer


def test_a_draft_is_saved_with_the_ending_of_a_pdf(
    output: PaperOutput, choose: Callable[[str], list[str]], tmp_path: Path, session: Session
) -> None:
    heard = Heard(output)
    proposed = choose(str(tmp_path / "avtal" / "Lifecare"))
    output.save("Driftavtal.pdf", draft=True)
    assert proposed == ["Spara utkast som PDF", str(session.workspace.path.parent / "Driftavtal.pdf")]
    assert heard.saved == [tmp_path / "avtal" / "Lifecare.pdf"]
    assert heard.saved[0].read_bytes().startswith(b"%PDF")
    assert heard.failed == []


def test_the_folder_of_last_time_is_proposed(
    output: PaperOutput, choose: Callable[[str], list[str]], tmp_path: Path
) -> None:
    choose(str(tmp_path / "avtal" / "ett.pdf"))
    output.save("Driftavtal.pdf", draft=True)
    proposed = choose("")
    output.save("Driftavtal.pdf", draft=True)
    assert proposed[1] == str(tmp_path / "avtal" / "Driftavtal.pdf")


def test_a_finished_paper_that_lacks_something_is_refused_and_nothing_written(
    output: PaperOutput, choose: Callable[[str], list[str]], tmp_path: Path
) -> None:
    heard = Heard(output)
    choose(str(tmp_path / "avtal.pdf"))
    output.save("Driftavtal.pdf", draft=False)
    assert heard.saved == []
    assert "uppgifter saknas" in heard.failed[0]
    assert not (tmp_path / "avtal.pdf").exists()


def test_a_finished_paper_is_not_a_draft(
    output: PaperOutput, choose: Callable[[str], list[str]], tmp_path: Path, complete: Callable[[], None]
) -> None:
    complete()
    heard = Heard(output)
    for name, draft in (("klar.pdf", False), ("utkast.pdf", True)):
        choose(str(tmp_path / name))
        output.save("Driftavtal.pdf", draft=draft)
    assert heard.saved == [tmp_path / "klar.pdf", tmp_path / "utkast.pdf"]
    assert (tmp_path / "klar.pdf").read_bytes() != (tmp_path / "utkast.pdf").read_bytes()


def test_a_register_is_never_written_over(
    output: PaperOutput, choose: Callable[[str], list[str]], session: Session, tmp_path: Path
) -> None:
    register = tmp_path / "annat.pdf"
    register.write_bytes(session.workspace.file.content())
    before = register.read_bytes()
    heard = Heard(output)
    choose(str(register))
    output.save("Driftavtal.pdf", draft=True)
    assert "registerfil" in heard.failed[0]
    assert register.read_bytes() == before


def test_nothing_happens_when_no_place_is_chosen(output: PaperOutput, choose: Callable[[str], list[str]]) -> None:
    heard = Heard(output)
    choose("")
    output.save("Driftavtal.pdf", draft=True)
    assert (heard.saved, heard.failed) == ([], [])


def test_saved_files_are_opened_by_the_system(output: PaperOutput, opened: list[str], tmp_path: Path) -> None:
    output.open(tmp_path / "avtal.pdf")
    output.open_folder(tmp_path / "avtal.pdf")
    assert opened == [str(tmp_path / "avtal.pdf"), str(tmp_path)]


def test_a_system_that_shows_nothing_is_told_of(
    output: PaperOutput, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    heard = Heard(output)
    output.open(tmp_path / "avtal.pdf")
    output.open_folder(tmp_path / "avtal.pdf")
    assert heard.failed[0] == "Det finns inget program på datorn som öppnar PDF-filer."
    assert str(tmp_path) in heard.failed[1]


def test_printing_goes_by_the_systems_viewer(
    output: PaperOutput, opened: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(output_module, "print_folder", lambda: tmp_path / "utskrift")
    heard = Heard(output)
    output.print_out("Driftavtal.pdf", draft=True)
    assert opened == [str(tmp_path / "utskrift" / "Driftavtal.pdf")]
    assert heard.said == ["Driftavtal.pdf är öppnad i datorns PDF-läsare. Skriv ut därifrån."]


def test_without_a_viewer_the_pages_are_printed_from_here(
    output: PaperOutput, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    monkeypatch.setattr(output_module, "print_folder", lambda: tmp_path)
    monkeypatch.setattr("itadmin.ui.document.printing.print_pages", lambda path, _parent: f"Skrev ut {path.name}.")
    heard = Heard(output)
    output.print_out("Driftavtal.pdf", draft=True)
    assert heard.said == ["Skrev ut Driftavtal.pdf."]


def test_a_window_that_is_gone_is_told_nothing(
    output: PaperOutput, choose: Callable[[str], list[str]], tmp_path: Path
) -> None:
    heard = Heard(output)
    choose(str(tmp_path / "avtal.pdf"))
    output.stop()
    output.save("Driftavtal.pdf", draft=True)
    output.save("Driftavtal.pdf", draft=False)
    assert (heard.saved, heard.failed) == ([], [])
    assert (tmp_path / "avtal.pdf").exists()
