"""A letter begun in the system's own mail program, with a file attached where the system allows it. Sends nothing."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from itadmin.domain.problems import KnownError

_ADDRESS = re.compile(r"\w[\w.+'-]*@\w[\w-]*(?:\.[\w-]+)+")
_PROGRAM = "xdg-email"
_NO_PROGRAM = "Det finns inget e-postprogram på datorn, så inget brev är påbörjat. Hör av er på annat sätt."
_NO_MAIL = (
    "Det finns inget e-postprogram på datorn, så inget brev är påbörjat. Spara en kopia av handlingen och bifoga den "
    "där du skriver brev."
)


def addresses_in(text: str) -> tuple[str, ...]:
    """The e-mail addresses that are written in a text."""
    return tuple(dict.fromkeys(_ADDRESS.findall(text)))


def begin_letter(path: Path, subject: str, to: tuple[str, ...]) -> str:
    """Begin a letter with a file and say in one sentence what was done, and what is left to do.

    Raises KnownError when there is no program to write it in.
    """
    if _with_file(path, subject, to):
        return f"Ett brev med {path.name} är påbörjat i e-postprogrammet."
    letter = QUrl(f"mailto:{quote(','.join(to), safe='@,')}?subject={quote(subject)}", QUrl.ParsingMode.StrictMode)
    if not QDesktopServices.openUrl(letter):
        raise KnownError(_NO_MAIL)
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
        return f"Ett brev är påbörjat. Dra in {path.name} i det från mappen som öppnades."
    return f"Ett brev är påbörjat. Bifoga {path} i det."


def begin_words(subject: str, body: str, to: tuple[str, ...]) -> None:
    """Begin a letter without a file. Raises KnownError when there is no program to write it in."""
    told = f"subject={quote(subject)}&body={quote(body)}"
    letter = QUrl(f"mailto:{quote(','.join(to), safe='@,')}?{told}", QUrl.ParsingMode.StrictMode)
    if not QDesktopServices.openUrl(letter):
        raise KnownError(_NO_PROGRAM)


def _with_file(path: Path, subject: str, to: tuple[str, ...]) -> bool:
    """Whether a program took both letter and file; only where there is one that can."""
    program = shutil.which(_PROGRAM) if sys.platform.startswith("linux") else None
    if program is None:
        return False
    arguments = ["--utf8", "--subject", subject, "--attach", str(path), *to]
    started, _number = QProcess.startDetached(program, arguments)
    return started
