"""A letter is begun where the system has a program for it; what is left to do by hand is told."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from itadmin.domain.problems import KnownError
from itadmin.ui.papers.mail import addresses_in, begin_letter

Asked = list[str]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Melleruds kommun, registrator@mellerud.example", ("registrator@mellerud.example",)),
        ("<a.b@c.example>; d@e.example, d@e.example", ("a.b@c.example", "d@e.example")),
        ("--attach=/etc/passwd@x.example", ("passwd@x.example",)),
        ("a@b.example?cc=c@d.example", ("a@b.example", "c@d.example")),
        ("Melleruds kommun", ()),
        ("", ()),
        ("@", ()),
    ],
)
def test_addresses_are_found_in_what_is_written(text: str, found: tuple[str, ...]) -> None:
    assert addresses_in(text) == found
    assert not any(address.startswith("-") for address in addresses_in(text))


def test_the_file_is_attached_where_the_system_allows_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[tuple[str, list[str]]] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append((program, arguments))
        return True, 7

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(QProcess, "startDetached", start)
    told = begin_letter(tmp_path / "avtal.pdf", "Å & <b>", ("a@b.example",))
    assert told == "Ett brev med avtal.pdf är påbörjat i e-postprogrammet."
    assert started == [
        (
            "/usr/bin/xdg-email",
            ["--utf8", "--subject", "Å & <b>", "--attach", str(tmp_path / "avtal.pdf"), "a@b.example"],
        )
    ]


@pytest.mark.parametrize(
    ("letter", "folder", "sentence"),
    [
        (True, True, "Ett brev är påbörjat. Dra in avtal.pdf i det från mappen som öppnades."),
        (True, False, "Ett brev är påbörjat. Bifoga {path} i det."),
    ],
)
def test_elsewhere_the_folder_is_opened_beside_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, letter: bool, folder: bool, sentence: str
) -> None:
    asked: list[QUrl] = []

    def show(url: QUrl) -> bool:
        asked.append(url)
        return letter if url.scheme() == "mailto" else folder

    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    path = tmp_path / "avtal.pdf"
    assert begin_letter(path, "För underskrift: A & B?", ("a@b.example",)) == sentence.format(path=path)
    mail, shown = asked
    assert mail.toString(QUrl.ComponentFormattingOption.FullyEncoded) == (
        "mailto:a@b.example?subject=F%C3%B6r%20underskrift%3A%20A%20%26%20B%3F"
    )
    assert Path(shown.toLocalFile()) == tmp_path


def test_without_a_program_to_write_in_nothing_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.scheme()))
    with pytest.raises(KnownError, match="inget e-postprogram på datorn, så inget brev är påbörjat"):
        begin_letter(tmp_path / "avtal.pdf", "Avtal", ("a@b.example",))
    assert asked == ["mailto"]
