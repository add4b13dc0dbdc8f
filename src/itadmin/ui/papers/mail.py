"""A letter begun in the system's own mail program, with a file attached where the system allows it. Sends nothing."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_ADDRESS = re.compile(r"\w[\w.+'-]*@\w[\w-]*(?:\.[\w-]+)+")
_PROGRAM = "xdg-email"


def addresses_in(text: str) -> tuple[str, ...]:
    """The e-mail addresses that are written in a text."""
    return tuple(dict.fromkeys(_ADDRESS.findall(text)))


def begin_letter(path: Path, subject: str, to: tuple[str, ...]) -> str:
    """Begin a letter with a file and say in one sentence what was done, and what is left to do."""
    if _with_file(path, subject, to):
        return f"Ett brev med {path.name} är påbörjat i e-postprogrammet."
    letter = QUrl(f"mailto:{quote(','.join(to), safe='@,')}?subject={quote(subject)}", QUrl.ParsingMode.StrictMode)
    is_begun = QDesktopServices.openUrl(letter)
    is_shown = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
    if is_begun and is_shown:
        return f"Ett brev är påbörjat. Dra in {path.name} i det från mappen som öppnades."
    if is_begun:
        return f"Ett brev är påbörjat. Bifoga {path} i det."
    return f"Det finns inget e-postprogram på datorn. Filen att skicka ligger i {path}."


def _with_file(path: Path, subject: str, to: tuple[str, ...]) -> bool:
    """Whether a program took both letter and file; only where there is one that can."""
    program = shutil.which(_PROGRAM) if sys.platform.startswith("linux") else None
    if program is None:
        return False
    arguments = ["--utf8", "--subject", subject, "--attach", str(path), *to]
    started, _number = QProcess.startDetached(program, arguments)
    return started
