"""Pages printed as pictures: as many, of the same shape, and a sentence that says what was done."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from itadmin.ui.document import printing
from itadmin.ui.document.printing import print_pages


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Three pages, of which the second is lying."""
    document = pypdfium2.PdfDocument.new()
    for width, height in ((595, 842), (842, 595), (595, 842)):
        document.new_page(width, height)
    path = tmp_path / "Driftavtal.pdf"
    document.save(path)
    document.close()
    return path


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Path]:
    """Call it to let the print dialog be answered; gives the file that the printer writes."""

    def prepare(*, accepted: bool = True, pages: tuple[int, int] = (0, 0), target: str = "ut.pdf") -> Path:
        class Dialog:
            DialogCode = QPrintDialog.DialogCode

            def __init__(self, printer: QPrinter, _parent: QWidget) -> None:
                printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
                printer.setOutputFileName(str(tmp_path / target))
                printer.setFromTo(*pages)

            def exec(self) -> QPrintDialog.DialogCode:
                return QPrintDialog.DialogCode.Accepted if accepted else QPrintDialog.DialogCode.Rejected

        monkeypatch.setattr(printing, "QPrintDialog", Dialog)
        return tmp_path / target

    return prepare


def shapes(path: Path) -> list[bool]:
    """Whether each page of a PDF is lying."""
    document = pypdfium2.PdfDocument(path)
    sizes = [document.get_page_size(page) for page in range(len(document))]
    document.close()
    return [width > height for width, height in sizes]


def test_every_page_is_printed_in_its_own_shape(paper: Path, answer: Callable[..., Path], host: QWidget) -> None:
    printed = answer()
    assert "som bilder" in print_pages(paper, host)
    assert shapes(printed) == [False, True, False]


def test_only_the_chosen_pages_are_printed(paper: Path, answer: Callable[..., Path], host: QWidget) -> None:
    printed = answer(pages=(2, 3))
    print_pages(paper, host)
    assert shapes(printed) == [True, False]


def test_nothing_is_printed_when_the_user_does_not_want_to(
    paper: Path, answer: Callable[..., Path], host: QWidget
) -> None:
    printed = answer(accepted=False)
    assert print_pages(paper, host) == "Inget skrevs ut."
    assert not printed.exists()
