"""Where a file is saved: with the ending that was typed, or that of the kind that was chosen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from itadmin.ui.save_place import ask_save_place


@pytest.mark.parametrize(
    ("typed", "kind", "saved"),
    [
        ("lista.csv", "Excel (*.xlsx)", "lista.csv"),
        ("lista.CSV", "Excel (*.xlsx)", "lista.CSV"),
        ("lista", "CSV (*.csv)", "lista.csv"),
        ("lista", "", "lista.xlsx"),
        ("lista.pdf", "CSV (*.csv)", "lista.pdf.csv"),
        ("v. 2.1", "Excel (*.xlsx)", "v. 2.1.xlsx"),
    ],
)
def test_a_file_has_an_ending_that_says_what_it_is(
    typed: str, kind: str, saved: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(*question: object) -> tuple[str, str]:
        asked.extend(question)
        return str(tmp_path / typed), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    found = ask_save_place(None, "Spara", tmp_path / "Förslag.xlsx", (".xlsx", ".csv"))
    assert found == tmp_path / saved
    assert asked[1:] == ["Spara", str(tmp_path / "Förslag.xlsx"), "Excel (*.xlsx);;CSV (*.csv)"]


def test_nothing_chosen_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_question: ("", ""))
    assert ask_save_place(None, "Spara", Path("a.pdf"), (".pdf",)) is None
